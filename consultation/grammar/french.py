"""French: which words are infinitives where they stand, and what makes a sentence."""

from __future__ import annotations

from consultation.grammar.clause import Words, after_adverbs, has_main_verb
from consultation.grammar.word_lists import plain, word_classes, word_list

_WORDS = word_classes("classes.fr")
DETERMINERS = _WORDS["determiners"]
PREPOSITIONS = _WORDS["prepositions"]
ADVERBS = _WORDS["adverbs"]
"""Adverbs, and the pronouns that stand before an infinitive ("y consacrer")."""
ARTICLES = _WORDS["articles"]
"""Words that are articles before a noun and pronouns before an infinitive ("les associer")."""
NOUNS_BEHIND_ARTICLE = _WORDS["nouns_behind_article"]
ENDINGS = ("uire", "crire", "mettre", "prendre", "battre", "aindre", "eindre", "oindre", "cevoir")
PREFIXES = ("re", "r", "des", "de", "co", "sur", "pre", "entre", "contre", "inter", "auto", "sous")
PRONOUNS = _WORDS["pronouns"]
BENT = _WORDS["bent"]
NOT_BENT = _WORDS["not_bent"]
"""Words that end like a verb and are none."""
CLAUSES = _WORDS["clauses"]
ASKING = _WORDS["asking"]
NOT_COMMANDS = _WORDS["not_commands"]


def opens_with_verb(words: Words) -> bool:
    """Tell whether the words open with an infinitive, with what may stand before it ("ne pas", "mieux", "s’y")."""
    place = after_adverbs(words, lambda word: word in ADVERBS or word in ARTICLES or word.endswith("ment"), most=6)
    behind_article = place > 0 and words[place - 1] in ARTICLES
    if behind_article and plain(words[place]) in NOUNS_BEHIND_ARTICLE:
        return False
    if plain(words[place]) in word_list("homographs", "fr") if words else False:
        behind = words[place + 1] if place + 1 < len(words) else ""
        of_whom = {"des", "du"} if words[place].endswith("oir") else set()  # "savoir des anciens"
        return not behind_article and behind in DETERMINERS - of_whom
    return bool(words) and is_infinitive(words[place])


def is_infinitive(word: str) -> bool:
    """Tell an infinitive that is no noun, by its ending or because it is listed."""
    prefix, hyphen, rest = plain(word).partition("-")
    bare = rest if hyphen and prefix in PREFIXES else plain(word)
    if bare in word_list("not_verbs", "fr"):
        return False
    verbs = word_list("verbs", "fr")
    if bare in verbs or bare.endswith(ENDINGS):
        return True
    if bare.endswith(("er", "ir")) and not bare.endswith(("ier", "oir")):
        return len(bare) > 3 and "-" not in bare
    if not bare.endswith(("ier", "re", "oir")):
        return False
    return bare.endswith("ifier") or any(bare.startswith(known) and bare[len(known) :] in verbs for known in PREFIXES)


def is_sentence(words: Words) -> bool:
    """Tell whether words that open with no infinitive are a sentence or a command."""
    if not words:
        return False
    if (words[0] in PRONOUNS and len(words) > 2) or (words[0] == "ce" and words[1:2] in (["sont"], ["est"])):
        return True
    return _commands(words) or has_main_verb(words, _is_bent, _opens_clause, frozenset({"et", "ou", "ni"}))


def asks(words: Words) -> bool:
    """Tell whether the words ask, even where nobody typed the question mark."""
    return len(words) > 1 and words[0] in ASKING and words[1] not in {"que", "qu’"}


def _commands(words: Words) -> bool:
    """Tell a command: "Créez un fonds", "Créons un fonds". It cannot follow "à :"."""
    place = after_adverbs(words, lambda word: word in ADVERBS - {"plus", "moins", "tout", "tous", "trop"})
    word, behind = words[place], words[place + 1] if place + 1 < len(words) else ""
    if word in NOT_COMMANDS or word in DETERMINERS or word in PREPOSITIONS or not behind:
        return False
    if word.endswith("ez") or word in {"faites", "dites"}:
        return True
    if word.endswith("ons"):
        return behind in DETERMINERS - {"des", "du", "au", "aux"}
    return word.endswith("e") and len(word) > 4 and behind in {"un", "une", "les"}


def _is_bent(words: Words, place: int) -> bool:
    word = words[place]
    before = words[place - 1] if place else ""
    if word == "a":
        return bool(before) and before not in PREPOSITIONS
    if word in BENT:
        return before not in DETERMINERS
    if before in {"ne", "n’", "se", "s’"}:
        return word not in ADVERBS | ARTICLES and not is_infinitive(word)
    if word in NOT_BENT or before in PREPOSITIONS or before in DETERMINERS - {"tous", "toutes"}:
        return False
    if (
        word.endswith(("eront", "iront", "dront", "vront", "aient", "erait", "irait", "vrait", "drait"))
        and len(word) > 5
    ):
        return True
    return word.endswith("ent") and not word.endswith("ment") and before.endswith(("s", "x", "s’", "se"))


def _opens_clause(words: Words, place: int) -> bool:
    return words[place] in CLAUSES
