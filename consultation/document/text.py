"""Text of a Document: runs of words, each in one style and one language. Plain text, never markup."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a run of text stands out."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    REFERENCE = "reference"
    """Small and unobtrusive; with a ``target``, a link to the block of that anchor."""
    BRACKET = "bracket"
    """The square brackets around what is not agreed or not yet translated."""
    AWAITING = "awaiting"
    """The label that says what words in brackets wait for."""
    REMARK = "remark"
    """Small words beside what they are about, as the name of a language after foreign words."""


class Redline(StrEnum):
    """What became of a run between two editions; beside its style, since emphasised words change too."""

    NONE = ""
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True)
class Run:
    """Some words in one style."""

    text: str
    style: Style = Style.PLAIN
    target: str = ""
    """Anchor of the block this run links to, or empty."""
    language: str = ""
    """Language of the words where it is not the document's."""
    redline: Redline = Redline.NONE
    tone: str = ""
    """``citizenship``, ``policy``, ``open`` or ``accent``: a colour with a meaning, beside words that say it."""
    spoken: str = ""
    """What a link says to those who do not see where it stands: "Source 20 in Annex A, with a reservation"."""


Runs = tuple[Run, ...]


def plain(text: str, language: str = "") -> Runs:
    """Make the runs of a text without any style; ``language`` where it is not the document's."""
    return (Run(text, language=language),) if text else ()


def inserted(text: str, style: Style = Style.PLAIN, language: str = "") -> Run:
    """Make a run of words that the newer edition has and the older has not."""
    return Run(text, style, language=language, redline=Redline.INSERTED)


def deleted(text: str, style: Style = Style.PLAIN, language: str = "") -> Run:
    """Make a run of words that the older edition had and the newer has not."""
    return Run(text, style, language=language, redline=Redline.DELETED)


def text_of(runs: Runs) -> str:
    """Return the words of some runs without their styles."""
    return "".join(run.text for run in runs)
