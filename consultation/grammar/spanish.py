"""Spanish: which words are infinitives where they stand, and what makes a sentence."""

from __future__ import annotations

import re

from consultation.grammar.clause import Words, after_adverbs, has_main_verb
from consultation.grammar.word_lists import plain, word_classes, word_list

_WORDS = word_classes("classes.es")
DETERMINERS = _WORDS["determiners"]
PREPOSITIONS = _WORDS["prepositions"]
ADVERBS = _WORDS["adverbs"]
INFINITIVE = re.compile(r"[a-zñ]*[aei]r(?:(?:se|me|te|nos)?l[aeo]s?|se|nos)?")
"""An infinitive without its accents, with the pronouns that are written behind it ("garantizarles", "dárselo")."""
PRONOUNS = _WORDS["pronouns"]
BENT = _WORDS["bent"]
FUTURE = ("arán", "erán", "irán", "drán", "brán", "rían", "ará", "erá", "irá", "drá", "brá")
NOT_BENT = _WORDS["not_bent"]
"""Words that end like a verb and are none."""
CLAUSES = _WORDS["clauses"]
ASKING = _WORDS["asking"]
FIRST_PERSON = _WORDS["first_person"]
"""Nouns and adjectives that end like a verb of the first person."""
NOT_COMMANDS = _WORDS["not_commands"]


def opens_with_verb(words: Words) -> bool:
    """Tell whether the words open with an infinitive, with what may stand before it ("no", "mejor")."""
    if not words:
        return False
    place = after_adverbs(words, lambda word: word in ADVERBS or word.endswith("mente"))
    if plain(words[place]) in word_list("homographs", "es"):
        return any(behind in DETERMINERS or is_infinitive(behind) for behind in words[place + 1 : place + 2])
    return is_infinitive(words[place])


def is_infinitive(word: str) -> bool:
    """Tell an infinitive that is no noun, with or without pronouns behind it."""
    bare = plain(word).replace("-", "")
    if bare in word_list("not_verbs", "es"):
        return False
    return bare in word_list("verbs", "es") or (len(bare) > 3 and INFINITIVE.fullmatch(bare) is not None)


def is_sentence(words: Words) -> bool:
    """Tell whether words that open with no infinitive are a sentence or a command."""
    if not words:
        return False
    if words[0] in PRONOUNS and len(words) > 2:
        return True
    return _commands(words) or has_main_verb(words, _is_bent, _opens_clause, frozenset({"y", "e", "o", "u", "ni"}))


def asks(words: Words) -> bool:
    """Tell whether the words ask, even where nobody typed the question marks."""
    return len(words) > 1 and (words[0] in ASKING or (words[0] == "por" and words[1] == "qué"))


def _commands(words: Words) -> bool:
    """Tell a command or a wish: "Creen un fondo", "Creemos un fondo". It cannot follow "a:"."""
    place = after_adverbs(words, lambda word: word in ADVERBS)
    word, behind = words[place], words[place + 1] if place + 1 < len(words) else ""
    if word in NOT_COMMANDS or word in NOT_BENT or word in DETERMINERS or word in PREPOSITIONS or not behind:
        return False
    if word.endswith(("amos", "emos", "imos")) and word not in FIRST_PERSON:
        return behind in DETERMINERS or behind in PREPOSITIONS or is_infinitive(behind)
    if word.endswith(("an", "en", "ad", "ed", "id")):
        return behind in DETERMINERS - {"más", "todo", "toda"} and (behind not in {"a", "al"} or word.endswith("n"))
    return word.endswith(("a", "e")) and len(word) > 3 and behind in {"un", "una", "el", "los", "las", "la"}


def _is_bent(words: Words, place: int) -> bool:
    word = words[place]
    before = words[place - 1] if place else ""
    if word in BENT:
        return before not in DETERMINERS | {"de", "por", "sin"} and not (word == "falta" and before == "hace")
    if before == "se":
        return not is_infinitive(word)
    if word in NOT_BENT or before in PREPOSITIONS or before in DETERMINERS:
        return False
    if len(word) > 5 and word.endswith(FUTURE):
        return True
    return word.endswith(("an", "en")) and len(word) > 4 and (before.endswith("s") or before == "no")


def _opens_clause(words: Words, place: int) -> bool:
    return words[place] in CLAUSES
