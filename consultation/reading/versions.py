"""Wordings among which nobody has chosen, as one sentence: what they share, and each one's own words in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """Some words of a sentence."""

    text: str
    is_open: bool
    """They are one side's words; what all share is not open."""


def bracketed(versions: Sequence[str]) -> list[Piece]:
    """Put several wordings into one sentence: the words all begin and end with, and between them each one's own."""
    words = [version.split() for version in versions]
    first = _shared(words)
    rest = [version[first:] for version in words]
    last = _shared([version[::-1] for version in rest])
    inner = [version[: len(version) - last] for version in rest]
    pieces = [Piece(" ".join(words[0][:first]), is_open=False)] if first else []
    pieces += [Piece(" ".join(own), is_open=True) for own in inner if own]
    pieces += [Piece(" ".join(rest[0][len(rest[0]) - last :]), is_open=False)] if last else []
    return pieces


def _shared(versions: Sequence[Sequence[str]]) -> int:
    """Count the words with which all of them begin."""
    count = 0
    for together in zip(*versions, strict=False):
        if len(set(together)) > 1:
            break
        count += 1
    return count
