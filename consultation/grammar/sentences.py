"""The first sentence of a text."""

from __future__ import annotations

import re

from consultation.grammar.word_lists import word_classes

_END = re.compile(
    r"(?<![.!?…])[.!?…]++(?:\s?»|[\"”’')\]])*(?=\s[\s«“\"'‘(\[¿¡–—-]*+[^\W_])"
    r"|[。！？؟।]+[”’」』»]*|\n\n"
)
"""Where a sentence may end. A full stop counts before a capital or a figure only: see ``_goes_on``."""
_BEFORE_NUMBERS = word_classes("abbreviations")["before_numbers"]
"""Abbreviations when a number follows: "art. 5". "no." and "art." are words as well."""
_ALWAYS = word_classes("abbreviations")["always"]
"""Abbreviations that are never the end of a sentence, for a name or a word follows."""
_NEXT = re.compile(r"[\s«“\"'‘(\[¿¡–—-]*+([^\W_])")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_LAST_WORD = re.compile(r"(?:[^\W_]+[.’'-])*[^\W_]+[º°ª]?$")


def first_sentence(text: str) -> str:
    """Return the text up to the end of its first sentence with a letter, with the marks that close it.

    What could be an abbreviation, or stands between quotation marks or brackets, ends no sentence.
    """
    for found in _END.finditer(text):
        before = text[: found.start()]
        if not any(letter.isalpha() for letter in before):
            continue
        if found[0][0] in ".…" and _goes_on(before, text, found.end()):
            continue
        if not found[0].isspace() and _is_open(before, found[0], text):
            continue
        return text[: found.end()].strip()
    return text.strip()


def _goes_on(before: str, text: str, end: int) -> bool:
    """Tell whether what follows a full stop still belongs to the sentence."""
    following = _NEXT.match(text, end)
    if following is None or following[1].islower():
        return True
    last = _LAST_WORD.search(before[-30:])
    word = last[0].casefold() if last else ""
    if following[1].isdigit():
        return word in _BEFORE_NUMBERS | _ALWAYS
    initial = len(word) == 1 and word.isalpha()
    return initial or word in _ALWAYS or _INITIALS.fullmatch(word) is not None


def _is_open(before: str, mark: str, text: str) -> bool:
    """Tell whether quotation marks or a bracket are open where a sentence may end, and closed later."""
    until = before + mark
    for opening, closing in ("«»", "“”", "()"):
        if until.count(opening) > until.count(closing) and closing in text[len(until) :]:
            return True
    return until.count('"') % 2 == 1 and '"' in text[len(until) :]
