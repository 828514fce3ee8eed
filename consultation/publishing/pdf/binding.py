"""Spaces that no line may end at: between a number and what it counts, between signs and their words."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from consultation.language import OWN_NAMES

BOUND = "\0"
"""Stands for a space that no line may end at, and no text has it: once lines are chosen, it is a space like others."""
_SIGNS = re.compile(" (?=[:;!?»%€])|(?<=«) ")
_BEFORE_NUMBER = ("paragraph", "paragraphs", "paragraphe", "paragraphes", "párrafo", "párrafos", "article", "artículo")
_BEFORE_LETTER = ("Annex", "Annexe", "annexe", "Anexo", "anexo")
_LAST_SIGN = re.compile(" (?=[A-Z0-9]{1,2}$)")
"""Before the letter or number that a text ends with: "circle A", "Room 3"."""
_DIGIT = re.compile("[0-9]")


def bound(text: str) -> str:
    """Write `BOUND` for those spaces of ``text`` that hold words together."""
    if " " not in text:
        return text
    text = _LAST_SIGN.sub(BOUND, _SIGNS.sub(BOUND, text))
    if _DIGIT.search(text):
        text = _numbers().sub(BOUND, text)
    return _letters().sub(BOUND, text) if "nnex" in text or "nexo" in text else text


@cache
def _letters() -> re.Pattern[str]:
    return re.compile("|".join(f"(?<=\\b{word}) (?=[A-Z0-9]\\b)" for word in _BEFORE_LETTER))


@cache
def _numbers() -> re.Pattern[str]:
    """Match the spaces of "8 October", "8 de octubre", "2 (c)", "paragraph 3"."""
    months = {
        name
        for language in OWN_NAMES
        for width in ("wide", "abbreviated")
        for name in Locale.parse(language, sep="-").months["format"][width].values()
    }
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    parts = [
        f"(?<=[0-9]) (?=\\(?\\w\\)|(?:de )?(?:{month})\\b)",
        f"(?<=[0-9] de) (?=(?:{month})\\b)",
        *(f"(?<=\\b{word}) (?=[0-9])" for word in _BEFORE_NUMBER),
    ]
    return re.compile("|".join(parts))
