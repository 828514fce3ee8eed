"""Apostrophes, quotation marks and spaces as a language sets them."""

from __future__ import annotations

import re

NO_BREAK, NARROW = "\u00a0", "\u202f"

_QUOTES = {
    "en": ("“", "”", "‘", "’"),
    "fr": (f"«{NO_BREAK}", f"{NO_BREAK}»", "“", "”"),
    "es": ("«", "»", "“", "”"),
    "pt": ("“", "”", "‘", "’"),
    "tr": ("“", "”", "‘", "’"),
}
"""Opening and closing quotation marks, then those inside of others."""
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=[\s,.;:)]|$)|(?<!\w)'(?=\d\ds?\b)")
_QUOTE = re.compile(r"«\s*|\s*»|[“”„\"]")
_BEFORE_PER_CENT = re.compile(r"(?<=\d)[ \u00a0\u202f]*(?=[%‰])")
_PER_CENT_SPACE = {"en": "", "fr": NO_BREAK, "es": NO_BREAK}
_TALL_MARK = re.compile(r"(?<=[\w»)\]”’%€])[ \u00a0\u202f]*([;!?]+|:)(?=[\s»)\]]|$)")


def set_as(text: str, language: str) -> str:
    """Return ``text`` with the marks of ``language``; in a language without rules here only apostrophes change."""
    text = _APOSTROPHE.sub("’", text) if "'" in text else text
    if language in _QUOTES:
        text = _with_quotes(text, language)
    if language in _PER_CENT_SPACE and ("%" in text or "‰" in text):
        text = _BEFORE_PER_CENT.sub(_PER_CENT_SPACE[language], text)
    if language == "fr":
        text = _TALL_MARK.sub(lambda mark: (NO_BREAK if mark[1] == ":" else NARROW) + mark[1], text)
    return text


def _with_quotes(text: str, language: str) -> str:
    """Set quotation marks; those that do not close as they open stay as they are."""
    depth, parts, last = 0, [], 0
    for found in _QUOTE.finditer(text):
        mark = found[0].strip()
        opens = mark in "«“„" if mark != '"' else _opens(text, found.start(), found.end())
        depth += 1 if opens else -1
        if depth < 0 or depth > 2:
            return text
        level = depth - 1 if opens else depth
        parts += [text[last : found.start()], _QUOTES[language][2 * level + (not opens)]]
        last = found.end()
    return "".join([*parts, text[last:]]) if depth == 0 and parts else text


def _opens(text: str, start: int, end: int) -> bool:
    """Tell whether a straight quotation mark opens: before it a space, a bracket or nothing, behind it none."""
    return (start == 0 or text[start - 1] in " \u00a0\u202f([«“’'—–-") and end < len(text) and not text[end].isspace()
