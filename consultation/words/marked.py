"""A word of the catalogues where it is written, with the context it needs where it stands alone."""

from __future__ import annotations

from consultation.language import Translator

Marked = str | tuple[str, str]
"""A message marked with `N_`, or one marked with `NC_` that carries its context before it."""


def said(t: Translator, word: Marked) -> str:
    """Put a marked word into the language of ``t``."""
    return t(word) if isinstance(word, str) else t.context(*word)
