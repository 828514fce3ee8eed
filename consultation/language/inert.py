"""Words that people wrote, made harmless where they are shown outside of the window.

A terminal obeys control characters, and any program that shows text obeys the signs that turn its direction round:
with either, words from somebody else's file could hide, move or retitle what stands around them.
"""

from __future__ import annotations

import re

SHOWN = "\ufffd"
"""What stands where a character was taken out, so that nobody takes the rest for the whole."""

_LINE_ENDS = re.compile("\r\n?")
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_TURNS = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates. The three marks (U+061C, U+200E, U+200F) stay: Arabic and Hebrew need them,
and they turn nothing but the sign beside them."""
_HALVES = "\ud800-\udfff"
"""Half characters, which no terminal and no file can take."""
_OBEYED = re.compile(f"[{_CONTROLS}{_TURNS}{_HALVES}]")


def inert(text: str) -> str:
    """Return ``text`` as a terminal, a table or Markdown may show it: nothing in it is obeyed any more.

    Controls, turns of direction and half characters become U+FFFD; line ends become newlines; newlines and tabs stay.
    """
    return _OBEYED.sub(SHOWN, _LINE_ENDS.sub("\n", text))


def inert_json(text: str) -> str:
    r"""Return JSON ``text`` that says the same, with what a terminal would obey written as ``\uXXXX``."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
