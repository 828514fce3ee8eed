"""What a file brings, in the words of a colleague."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consultation.language import Translator, in_language
from consultation.merging import Contribution

MOST_TITLES = 3
"""Sessions named before the rest are only counted."""
NAMED = (
    "session",
    "recommendation",
    "intervention",
    "reservation",
    "lesson",
    "practice",
    "commitment",
    "person",
    "paragraph",
)
"""Kinds named one by one; all others are summed up."""


@dataclass(frozen=True)
class Remark:
    """One sentence about a file, with the icon and the tone it is shown in."""

    icon: str
    text: str
    tone: str = "text"


def remarks(t: Translator, contribution: Contribution, sessions: Sequence[Mapping[str, str]]) -> list[Remark]:
    """Say what a file brings: what is new, what is changed, where it disagrees, and whether its clock was right."""
    said: list[Remark] = []
    if contribution.brings_nothing:
        said.append(Remark("check", t("Nothing new: everything in it is here already."), "muted"))
    if contribution.created:
        said.append(Remark("plus", t("New: {records}.").format(records=counted(t, contribution.created))))
    if contribution.changed:
        said.append(Remark("pencil", t("Changed: {records}.").format(records=counted(t, contribution.changed))))
    if sessions:
        said.append(Remark("messages-square", _about(t, sessions)))
    if contribution.conflicts:
        said.append(
            Remark(
                "git-compare",
                t.plural(
                    "{count} conflict for you to decide. Both versions are kept until then.",
                    "{count} conflicts for you to decide. All versions are kept until then.",
                    contribution.conflicts,
                ),
                "conflict",
            )
        )
    if contribution.wrong_clock:
        said.append(
            Remark(
                "calendar-clock",
                t.plural(
                    "The clock of that laptop was wrong: {count} entry is dated in the future. Tell its owner.",
                    "The clock of that laptop was wrong: {count} entries are dated in the future. Tell its owner.",
                    contribution.wrong_clock,
                ),
                "incomplete",
            )
        )
    return said


def counted(t: Translator, counts: Mapping[str, int]) -> str:
    """List numbers of records ("26 recommendations, 18 interventions and 69 other entries")."""
    words = [count_of(t, kind, counts[kind]) for kind in NAMED if counts.get(kind)]
    rest = sum(number for kind, number in counts.items() if kind not in NAMED)
    if rest and words:
        words.append(t.plural("{count} other entry", "{count} other entries", rest))
    elif rest:
        words.append(t.plural("{count} entry", "{count} entries", rest))
    return t.listed(words)


def count_of(t: Translator, kind: str, number: int) -> str:
    """Say how many records of one of the `NAMED` kinds."""
    return {
        "session": lambda: t.plural("{count} session", "{count} sessions", number),
        "intervention": lambda: t.plural("{count} intervention", "{count} interventions", number),
        "recommendation": lambda: t.plural("{count} recommendation", "{count} recommendations", number),
        "reservation": lambda: t.plural("{count} reservation", "{count} reservations", number),
        "practice": lambda: t.plural("{count} practice", "{count} practices", number),
        "lesson": lambda: t.plural("{count} lesson", "{count} lessons", number),
        "commitment": lambda: t.plural("{count} commitment", "{count} commitments", number),
        "person": lambda: t.plural("{count} person", "{count} people", number),
        "paragraph": lambda: t.plural("{count} clause", "{count} clauses", number),
    }[kind]()


def _about(t: Translator, sessions: Sequence[Mapping[str, str]]) -> str:
    names = [t("“{title}”").format(title=in_language(one, t.language)) for one in sessions[:MOST_TITLES]]
    if len(sessions) > MOST_TITLES:
        left = len(sessions) - MOST_TITLES
        names.append(t.plural("{count} other session", "{count} other sessions", left))
    return t("From {sessions}.").format(sessions=t.listed(names))
