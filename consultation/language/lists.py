"""Lists as a sentence writes them: "a, b and c", and what a language does to the word before the last.

Spanish changes its "y" and "o" before the same sound (RAE, Ortografía): "Catalina e Ingrid", "siete u ocho". Where
items have an "and" of their own, the last one is told apart by "as well as", so that nobody reads the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

AND = {"en": "and", "fr": "et", "es": "y"}
OR = {"en": "or", "fr": "ou", "es": "o"}
AS_WELL_AS = {"en": "as well as", "fr": "ainsi que", "es": "así como"}

_OWN_AND = {
    "en": " and ",
    "fr": " et (?:l’|les? |la |ses |leurs? |des |du |aux? )",
    "es": " [ye] (?:el |la |los |las |sus? |al? )",
}
"""In French and Spanish an article tells two things ("et les organisations") from two adjectives ("locaux et
régionaux"), which nobody misreads."""
_MISREAD_FROM = {"en": 2, "fr": 1, "es": 1}
_QUOTED = re.compile("“[^”]*”|«[^»]*»")
_SOUNDS_AS_I = re.compile(r"(?i)(?:h?í|h?i(?![aeouáéóú])|y(?![aeiouáéíóú]|\b))|(?-i:I[A-Z]+\b)")
"""Before "hielo" and "Yolanda" no vowel is heard; before "Ingrid", "historia" and the letters of "IA" one is."""
_SOUNDS_AS_O = re.compile(r"(?i)h?[oó]|8|11(?!\d)")
_BEFORE_WORDS = re.compile(r"^[\W_]+")


def with_and(items: Iterable[str], language: str) -> str:
    """Write a list of all ("a, b and c")."""
    parts = list(items)
    own = re.compile(_OWN_AND[language])
    if len(parts) > 1 and sum(bool(own.search(_QUOTED.sub("", part))) for part in parts) >= _MISREAD_FROM[language]:
        return f"{', '.join(parts[:-1])}, {AS_WELL_AS[language]} {parts[-1]}"
    changed = language == "es" and parts and _SOUNDS_AS_I.match(_first_word(parts[-1]))
    return _joined(parts, "e" if changed else AND[language])


def with_or(items: Iterable[str], language: str) -> str:
    """Write a list of choices ("a, b or c")."""
    parts = list(items)
    changed = language == "es" and parts and _SOUNDS_AS_O.match(_first_word(parts[-1]))
    return _joined(parts, "u" if changed else OR[language])


def _joined(parts: list[str], word: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def _first_word(text: str) -> str:
    """Return ``text`` from its first letter or digit on, without quotation marks and brackets."""
    return _BEFORE_WORDS.sub("", text)
