"""The rules of each language that has any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from consultation.grammar import english, french, spanish
from consultation.grammar.clause import Words


@dataclass(frozen=True, slots=True)
class Rules:
    """What can be told of words in one language, each from words in small letters."""

    opens_with_verb: Callable[[Words], bool]
    may_be_verb: Callable[[Words], bool]
    """The same where what stood before ("to", "il faut") lets hardly anything else follow."""
    is_sentence: Callable[[Words], bool]
    asks: Callable[[Words], bool]


RULES = {
    "en": Rules(english.opens_with_verb, english.is_base_form, english.is_sentence, english.asks),
    "fr": Rules(french.opens_with_verb, french.opens_with_verb, french.is_sentence, french.asks),
    "es": Rules(spanish.opens_with_verb, spanish.opens_with_verb, spanish.is_sentence, spanish.asks),
}


@lru_cache(maxsize=100)
def primary(language: str) -> str:
    """Return the language of a code without its region: "pt" of "pt-BR"."""
    return language.replace("_", "-").partition("-")[0].casefold()
