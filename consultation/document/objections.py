"""What people do not agree with, under the wording it is about."""

from __future__ import annotations

from dataclasses import dataclass

from consultation.document.text import Runs


@dataclass(frozen=True)
class Objection:
    """What somebody said against a wording."""

    who: Runs
    runs: Runs


@dataclass(frozen=True)
class Objected:
    """A wording, with its number, where it stands, the hands counted on it, and what was said against it."""

    number: Runs
    wording: Runs
    place: Runs
    count: Runs
    objections: tuple[Objection, ...]
    anchor: str = ""
