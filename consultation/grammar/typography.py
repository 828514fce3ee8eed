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
_CLOSING = {"fr": (f"{NARROW};", "."), "ar": ("؛", "."), "zh": ("；", "。")}
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=[\s,.;:)]|$)|(?<!\w)'(?=\d\ds?\b)")
_PARTNERS = {"«": "»", "“": "”", "„": "“”", '"': '"'}
_QUOTE = re.compile(r"[«»“”„\"]")
_INSIDE_OPENING, _INSIDE_CLOSING = re.compile(r"«\s*"), re.compile(r"\s*»")
_BEFORE_PER_CENT = re.compile(r"(?<=\d)[ \u00a0\u202f]*(?=[%‰])")
_PER_CENT_SPACE = {"en": "", "fr": NO_BREAK, "es": NO_BREAK}
_TALL_MARK = re.compile(r"(?<=[\w»)\]”’%€])[ \u00a0\u202f]*([;!?]+|:)(?=[\s»)\]]|$)")


def quoted(text: str, language: str) -> str:
    """Return ``text`` between the outer quotation marks of its language, the English ones where there are no rules."""
    opening, closing, *_ = _QUOTES.get(language.split("-")[0], _QUOTES["en"])
    return f"{opening}{text}{closing}"


def closing_marks(language: str) -> tuple[str, str]:
    """Return what closes an item of a list, and the last one of it, with the space before it."""
    return _CLOSING.get(language.split("-")[0], (";", "."))


def set_as(text: str, language: str) -> str:
    """Return ``text`` with the marks of ``language``; in a language without rules here only apostrophes change."""
    text = _APOSTROPHE.sub("’", text) if "'" in text else text
    if language in _QUOTES:
        text = _with_quotes(text, language)
    if language in _PER_CENT_SPACE and ("%" in text or "‰" in text):
        text = _BEFORE_PER_CENT.sub(_PER_CENT_SPACE[language], text)
    if language == "fr":
        text = _INSIDE_CLOSING.sub(f"{NO_BREAK}»", _INSIDE_OPENING.sub(f"«{NO_BREAK}", text))
        text = _TALL_MARK.sub(lambda mark: (NO_BREAK if mark[1] == ":" else NARROW) + mark[1], text)
    return text


def _with_quotes(text: str, language: str) -> str:
    """Set quotation marks; where any does not close as it opened, all stay as they are."""
    open_marks: list[str] = []
    parts, last = [], 0
    for found in _QUOTE.finditer(text):
        mark, end = found[0], found.end()
        opens = _opens(text, found.start(), end) if mark == '"' else mark in "«“„" and open_marks[-1:] != ["„"]
        if opens:
            open_marks.append(mark)
        elif not open_marks or mark not in _PARTNERS[open_marks[-1]] or len(open_marks) > 2:
            return text
        between, level = text[last : found.start()], len(open_marks) - 1
        parts += [between if opens else between.rstrip(), _QUOTES[language][2 * min(level, 1) + (not opens)]]
        last = len(text) - len(text[end:].lstrip()) if opens else end
        if not opens:
            open_marks.pop()
    return text if open_marks else "".join([*parts, text[last:]])


def _opens(text: str, start: int, end: int) -> bool:
    """Tell whether a straight quotation mark opens: before it a space, a bracket or nothing, behind it none."""
    return (start == 0 or text[start - 1] in " \u00a0\u202f([«“’'—–-") and end < len(text) and not text[end].isspace()
