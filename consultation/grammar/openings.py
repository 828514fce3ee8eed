"""How the words of a recommendation open."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from consultation.grammar.clause import words_of
from consultation.grammar.rules import RULES, primary
from consultation.grammar.taken_off import core


class Opening(StrEnum):
    """What the words open with, and so what may stand before them."""

    INFINITIVE = "infinitive"
    """A verb as it follows "to", "à" or "a": "Create a fund"."""
    PHRASE = "phrase"
    """A noun, or what cannot be told: "A public register of wells"."""
    SENTENCE = "sentence"
    """A subject and its verb, a wish or a command: "The fund must be created", "Créez un fonds"."""
    QUESTION = "question"
    UNKNOWN = "unknown"
    """A language without rules here, or no words."""


@lru_cache(maxsize=4096)
def opening_of(text: str, language: str) -> Opening:
    """Tell how the first sentence opens, past numbers, quotation marks and words such as "Please" or "Il faut"."""
    said, called = core(text, primary(language))
    if said.rstrip(' \u00a0\u202f!)»”"’').endswith(("?", "？", "؟")) or said.startswith("¿"):
        return Opening.QUESTION
    rules = RULES.get(primary(language))
    written = words_of(said, primary(language))
    if rules is None or not any(word[0].isalpha() for word in written):
        return Opening.UNKNOWN
    words = [word.lower() for word in written]
    acronym = len(written[0].rstrip("’")) > 1 and written[0].isupper() and not said.isupper()
    opens_with_verb = rules.may_be_verb if called else rules.opens_with_verb
    if not acronym and opens_with_verb(words):
        return Opening.INFINITIVE
    if not acronym and rules.asks(words):
        return Opening.QUESTION
    return Opening.SENTENCE if rules.is_sentence(words) else Opening.PHRASE
