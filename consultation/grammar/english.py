"""English: which words are verbs where they stand, and what makes a sentence."""

from __future__ import annotations

from consultation.grammar.clause import Words, after_adverbs, has_main_verb
from consultation.grammar.word_lists import Homograph, homographs, word_classes, word_list

_WORDS = word_classes("classes.en")
ARTICLES = _WORDS["articles"]
OBJECTS = ARTICLES | _WORDS["objects"]
"""What stands before or for a noun: behind a homograph it makes it a verb."""
PREPOSITIONS = _WORDS["prepositions"]
OTHERS = _WORDS["others"]
FUNCTION = OBJECTS | PREPOSITIONS | OTHERS
ADVERBS = _WORDS["adverbs"]
PLURALS = _WORDS["plurals"]
ADJECTIVES = _WORDS["adjectives"]
"""Adjectives that a noun in the plural may still follow: "water young trees"."""
PRONOUNS = _WORDS["pronouns"]
BENT = _WORDS["bent"]
PRESENT = _WORDS["present"]
"""Verbs that may follow their subject in the plural bare: "Cities need funds"."""
PARTICIPLES = frozenset(("put", "cut", "let", "read", "shed", "quit", "offset", "become", "overcome", "rid", "run"))
"""Verbs that are also their own participle: "rules put forward by residents"."""
CAUSES = _WORDS["causes"]
CLAUSES = _WORDS["clauses"]
TEMPORAL = _WORDS["temporal"]
"""Prepositions that open a clause where a bent verb follows before the next comma."""
ASKING = _WORDS["asking"]
AUXILIARIES = _WORDS["auxiliaries"]
ASKING_PAIRS = {("how", "to"), ("how", "much"), ("how", "many"), ("why", "not")}
PREFIXES = _WORDS["prefixes"]
NOUN_ENDINGS = (
    *("s", "ing", "ed", "ly", "tion", "sion", "ment", "ness", "ity", "er", "or", "ship", "ism", "al", "ous", "ful"),
    *("ive", "ance", "ence", "acy", "able", "ible", "ure", "ist", "ent", "ant", "ic", "hood", "age", "cy", "ary"),
)


def opens_with_verb(words: Words) -> bool:
    """Tell whether the words open with a verb as it stands behind "to"."""
    return _verb_at(words, after_adverbs(words, is_adverb))


def is_base_form(words: Words) -> bool:
    """Tell whether the first word may be a verb; for words behind "to" or "must", where only a verb is likely."""
    place = after_adverbs(words, is_adverb)
    known = words[place : place + 1] and (words[place] in homographs() or _verb_at(words, place))
    return bool(known) and words[place] not in FUNCTION


def is_sentence(words: Words) -> bool:
    """Tell whether words that open with no verb are a sentence."""
    if words and words[0] in PRONOUNS and len(words) > 2:
        return True
    return has_main_verb(words, _is_bent, _opens_clause, frozenset({"and", "or", "but"}))


def asks(words: Words) -> bool:
    """Tell whether the words ask, even where nobody typed the question mark."""
    if len(words) < 3:
        return False
    first, second = words[0], words[1]
    if first in ASKING:
        return second in AUXILIARIES or (first, second) in ASKING_PAIRS
    return first in AUXILIARIES and (second in OBJECTS | PRONOUNS or _is_plural(second)) and second != "no"


def is_adverb(word: str) -> bool:
    """Tell whether a word is an adverb that may stand before a verb."""
    return word in ADVERBS or (word.endswith("ly") and word not in word_list("not_adverbs", "en"))


def _verb_at(words: Words, place: int) -> bool:
    if place >= len(words) or words[place] in FUNCTION - {"like", "second"}:
        return False
    word = words[place]
    if word in word_list("verbs", "en"):
        return True
    homograph = _homograph(word)
    if homograph is not None:
        return _is_verb_here(words, place, homograph)
    if word in word_list("not_verbs", "en"):
        return False
    return _has_form_of_verb(word) or (
        words[place + 1 : place + 2] != [] and words[place + 1] in ARTICLES and not word.endswith(NOUN_ENDINGS)
    )


def _homograph(word: str) -> Homograph | None:
    """Find a homograph, also behind a prefix ("co-design")."""
    known = homographs()
    if word in known:
        return known[word]
    prefix, hyphen, rest = word.partition("-")
    if hyphen:
        return known.get(rest) if prefix in PREFIXES else None
    again = word[2:] if word.startswith("re") and word not in word_list("not_verbs", "en") else ""
    return known.get(again) if len(again) > 3 and again in known and known[again].leaning == "v" else None


def _has_form_of_verb(word: str) -> bool:
    """Tell a verb by its ending, or by the verb behind its prefix."""
    prefix, hyphen, rest = word.partition("-")
    verbs = word_list("verbs", "en")
    if hyphen:
        return prefix in PREFIXES and (rest in verbs or _has_form_of_verb(rest))
    if len(word) > 5 and word.endswith(("ise", "ize", "ify", "ate", "yse", "yze")):
        return True
    return word.startswith("re") and len(word) > 5 and word[2:] in verbs


def _is_verb_here(words: Words, place: int, homograph: Homograph) -> bool:
    following = words[place + 1] if place + 1 < len(words) else ""
    if not following or following in ")(;:":
        return False
    if following in homograph.before or following in OBJECTS:
        return following != "no" or homograph.leaning != "n"
    if following in {",", "and", "or", "/"}:
        return _goes_on_with_verb(words, place + 1) and not _has_auxiliary(words)
    if following == "to" and "to" in homograph.later and _has_object_later(words, place + 2):
        return True
    if following in PREPOSITIONS or following in BENT or _has_auxiliary(words[place:]):
        return False
    if following[0].isdigit():
        return homograph.leaning != "n"
    if is_adverb(following):
        return homograph.leaning != "n"
    if _has_preposition_later(words, place + 2, homograph):
        return True
    if following in ADJECTIVES and place + 2 < len(words):
        following = words[place + 2]
    if _is_compound(following, homograph):
        return False
    return homograph.leaning == "v" or (homograph.leaning == "n" and _is_plural(following))


def _has_preposition_later(words: Words, start: int, homograph: Homograph) -> bool:
    """Tell whether a preposition further on makes it a verb: "free schools from fees", but not "from 2030"."""
    return any(
        word in homograph.later
        and not words[place + 1][0].isdigit()
        and (word == "from" or not _is_compound(words[start - 1], homograph))
        for place, word in _with_next(words, start)
    )


def _has_object_later(words: Words, start: int) -> bool:
    """Tell whether a comma and an article stand later: "open to every city, free of charge, the data of ministries"."""
    return not _has_auxiliary(words[:start]) and any(
        word == "," and words[place + 1] in {"the", "a", "an", "all"} for place, word in _with_next(words, start)
    )


def _with_next(words: Words, start: int) -> list[tuple[int, str]]:
    """Return the words from ``start`` on that have one behind them, with their places."""
    return [(place, words[place]) for place in range(start, len(words) - 1)]


def _goes_on_with_verb(words: Words, place: int) -> bool:
    """Tell whether a verb stands behind "and" or a comma: "Plan, fund and build"."""
    while place < len(words) and words[place] in {",", "and", "or", "/"}:
        place += 1
    return _verb_at(words, place)


def _is_compound(noun: str, homograph: Homograph) -> bool:
    plurals = {noun, noun + "s", noun + "es", noun[:-1] + "ies"}
    return bool(plurals & homograph.compounds)


def _is_plural(word: str) -> bool:
    return word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "’s")))


def _has_auxiliary(words: Words) -> bool:
    """Tell whether a verb that can only be bent stands in no clause."""
    return has_main_verb(words, _is_auxiliary, _opens_clause, frozenset({"and", "or"}))


def _is_auxiliary(words: Words, place: int) -> bool:
    word = words[place]
    before = words[place - 1] if place else ""
    behind = words[place + 1] if place + 1 < len(words) else ""
    if word in {"must", "can", "might", "will"}:
        return before not in {"a", "the", "political", "free", "good", "common", "popular", "of", "their", "our"}
    if word == "may":
        return (
            bool(before)
            and before not in {"in", "of", "by", "since", "until", "from", "on"}
            and not behind[:1].isdigit()
        )
    return word in BENT


def _is_bent(words: Words, place: int) -> bool:
    if _is_auxiliary(words, place):
        return True
    word = words[place]
    before = words[place - 1] if place else ""
    if not before or before in FUNCTION - PRONOUNS - PLURALS:
        return False
    if word in PRESENT or (word in word_list("verbs", "en") and word not in PARTICIPLES):
        return (_is_plural(before) or before in PRONOUNS) and not CAUSES & set(words[max(0, place - 5) : place - 1])
    if word == "needs":
        behind = words[place + 1] if place + 1 < len(words) else ""
        return behind in OBJECTS or behind in {"to", "an", "urgent", "better", "new"}
    return _is_third_person(word)


def _is_third_person(word: str) -> bool:
    """Tell a verb that is hardly a noun by its -s: "creates", "belongs"."""
    if word in {
        "cuts",
        "breaks",
        "fences",
        "schedules",
        "extracts",
        "constructs",
        "boosts",
        "fills",
        "institutes",
        "sorts",
    }:
        return False
    verbs = word_list("verbs", "en")
    stems = {word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else ""}
    return word.endswith("s") and bool(stems & verbs)


def _opens_clause(words: Words, place: int) -> bool:
    word = words[place]
    if word in CLAUSES:
        return not (word == "that" and place and words[place - 1] in CLAUSES)
    if word in TEMPORAL:
        end = next((later for later in range(place + 1, len(words)) if words[later] == ","), len(words))
        return any(_is_bent(words, later) for later in range(place + 1, end))
    if word in {"we", "they", "you", "he", "she"} and place:
        return words[place - 1] not in CLAUSES | TEMPORAL | {"and", "or", "but", ",", ";", ":"}
    return False
