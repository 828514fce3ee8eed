"""What a file brings, in the words of a colleague: the same before merging, as a preview, and after it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from consultation.errors import ConsultationError
from consultation.language import Translator, in_language
from consultation.words.kinds import summed_up

MOST_NAMED = 3
"""Sessions or people named before the rest are only counted."""


class Brought(Protocol):
    """What is told of one file (`merging.Contribution`)."""

    @property
    def revisions(self) -> int:
        """Changes that were not here before."""

    @property
    def created(self) -> Mapping[str, int]:
        """Kind -> records that were not here before."""

    @property
    def changed(self) -> Mapping[str, int]:
        """Kind -> records that were here and have been changed."""

    @property
    def deleted(self) -> Mapping[str, int]:
        """Kind -> records that were here and are deleted by it; counted among those changed too."""

    @property
    def conflicts(self) -> int:
        """Fields in which it disagrees with what was here."""

    @property
    def wrong_clock(self) -> int:
        """Changes from a clock that is far ahead."""

    @property
    def other_consultation(self) -> bool:
        """Whether it is of another consultation."""

    @property
    def consent(self) -> Collection[UUID]:
        """The people of whom it changes whether they agree to be named."""

    @property
    def written_for(self) -> Collection[UUID]:
        """The people in whose name another installation than theirs writes."""

    @property
    def erased(self) -> int:
        """Records whose words it erases for good."""

    @property
    def unread(self) -> int:
        """Entries this version of the program does not show."""

    @property
    def missing(self) -> int:
        """Changes that what it brings builds on and that are nowhere."""

    @property
    def filled(self) -> int:
        """Changes that were known without their words, which it still has."""

    @property
    def refusal(self) -> ConsultationError | None:
        """Why it cannot be taken."""


class Matter(StrEnum):
    """What a remark is about; the window has a sign for each."""

    NOTHING_NEW = "nothing_new"
    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"
    SESSIONS = "sessions"
    CONFLICTS = "conflicts"
    CONSENT = "consent"
    WRITTEN_FOR = "written_for"
    ERASED = "erased"
    FILLED = "filled"
    UNREAD = "unread"
    MISSING = "missing"
    WRONG_CLOCK = "wrong_clock"
    OTHER_CONSULTATION = "other_consultation"
    REFUSAL = "refusal"


WARNINGS = frozenset(
    {
        Matter.CONSENT,
        Matter.WRITTEN_FOR,
        Matter.ERASED,
        Matter.UNREAD,
        Matter.MISSING,
        Matter.WRONG_CLOCK,
        Matter.OTHER_CONSULTATION,
        Matter.REFUSAL,
    }
)
"""What a person should look at before, or right after, taking a file in."""


@dataclass(frozen=True)
class Remark:
    """One sentence about a file."""

    matter: Matter
    text: str


def remarks(
    t: Translator,
    brought: Brought,
    sessions: Sequence[Mapping[str, str]] = (),
    people: Mapping[UUID, str] | None = None,
    about: Mapping[str, str] | None = None,
) -> list[Remark]:
    """Say what a file brings, one sentence for each matter there is.

    ``sessions`` are the titles of those it says something new about, ``people`` the names by card,
    ``about`` the title of the other consultation it is of, where it is of another.
    """
    if brought.refusal is not None:
        return [Remark(Matter.REFUSAL, t.error(brought.refusal))]
    said = [
        (Matter.OTHER_CONSULTATION, _of_another(t, about) if brought.other_consultation else ""),
        (Matter.NOTHING_NEW, "" if _is_new(brought) else t("Nothing new: everything in it is here already.")),
        (Matter.CREATED, _summed(t, t("New: {records}."), brought.created)),
        (Matter.CHANGED, _summed(t, t("Changed: {records}."), _but(brought.changed, brought.deleted))),
        (Matter.DELETED, _summed(t, t("Deleted: {records}. They can be brought back."), brought.deleted)),
        (Matter.SESSIONS, _about(t, sessions)),
        (Matter.CONFLICTS, _conflicts(t, brought.conflicts)),
        *_trust(t, brought, people or {}),
    ]
    return [Remark(matter, text) for matter, text in said if text]


def unread_remark(t: Translator, number: int) -> str:
    """Say how many entries of a file only a newer version shows."""
    return t.plural(
        "{count} entry needs a newer version of the program: it is kept and passed on, but not shown.",
        "{count} entries need a newer version of the program: they are kept and passed on, but not shown.",
        number,
    )


def missing_remark(t: Translator, number: int) -> str:
    """Say how many changes are missing on which later ones build."""
    return t.plural(
        "{count} earlier change is missing on which later ones build, as after saving what was whole of a damaged "
        "file. The later ones are kept; a whole copy, merged at any time, brings it back.",
        "{count} earlier changes are missing on which later ones build, as after saving what was whole of a damaged "
        "file. The later ones are kept; a whole copy, merged at any time, brings them back.",
        number,
    )


def _of_another(t: Translator, about: Mapping[str, str] | None) -> str:
    title = in_language(about or {}, t.language)
    if title:
        return t("It is of another consultation: “{title}”.").format(title=title)
    return t("It is of another consultation.")


def _is_new(brought: Brought) -> bool:
    return bool(brought.revisions or brought.filled)


def _but(changed: Mapping[str, int], deleted: Mapping[str, int]) -> dict[str, int]:
    """Return what is changed and not deleted."""
    return {kind: number - deleted.get(kind, 0) for kind, number in changed.items()}


def _summed(t: Translator, message: str, counts: Mapping[str, int]) -> str:
    return message.format(records=summed_up(t, counts)) if any(counts.values()) else ""


def _about(t: Translator, sessions: Sequence[Mapping[str, str]]) -> str:
    if not sessions:
        return ""
    names = [t("“{title}”").format(title=in_language(title, t.language)) for title in sessions[:MOST_NAMED]]
    if len(sessions) > MOST_NAMED:
        left = len(sessions) - MOST_NAMED
        names.append(t.plural("{count} other session", "{count} other sessions", left))
    return t("From {sessions}.").format(sessions=t.listed(names))


def _conflicts(t: Translator, number: int) -> str:
    if not number:
        return ""
    return t.plural(
        "{count} conflict for you to decide. Both versions are kept until then.",
        "{count} conflicts for you to decide. All versions are kept until then.",
        number,
    )


def _trust(t: Translator, brought: Brought, people: Mapping[UUID, str]) -> list[tuple[Matter, str]]:
    """Say what in a file deserves a second look."""
    erased = t.plural(
        "It erases the words of {count} entry for good; you would no longer have them either.",
        "It erases the words of {count} entries for good; you would no longer have them either.",
        brought.erased,
    )
    filled = t.plural(
        "It still has the words of {count} entry that came here without them.",
        "It still has the words of {count} entries that came here without them.",
        brought.filled,
    )
    clock = t.plural(
        "The clock of that laptop was wrong: {count} entry is dated in the future. Tell its owner.",
        "The clock of that laptop was wrong: {count} entries are dated in the future. Tell its owner.",
        brought.wrong_clock,
    )
    consent = t("It changes whether these people agree to be named: {people}. Ask them before you publish.")
    written = t("Another laptop than theirs writes in the name of {people}. Ask them whether that is right.")
    return [
        (Matter.CONSENT, consent.format(people=_people(t, brought.consent, people)) if brought.consent else ""),
        (
            Matter.WRITTEN_FOR,
            written.format(people=_people(t, brought.written_for, people)) if brought.written_for else "",
        ),
        (Matter.ERASED, erased if brought.erased else ""),
        (Matter.FILLED, filled if brought.filled else ""),
        (Matter.UNREAD, unread_remark(t, brought.unread) if brought.unread else ""),
        (Matter.MISSING, missing_remark(t, brought.missing) if brought.missing else ""),
        (Matter.WRONG_CLOCK, clock if brought.wrong_clock else ""),
    ]


def _people(t: Translator, cards: Collection[UUID], names: Mapping[UUID, str]) -> str:
    """Name people, the first few by name."""
    known = sorted(names[card] for card in cards if names.get(card))
    named, rest = known[:MOST_NAMED], len(cards) - len(known[:MOST_NAMED])
    if rest and named:
        named.append(t.plural("{count} other person", "{count} other people", rest))
    elif rest:
        named.append(t.plural("{count} person", "{count} people", rest))
    return t.listed(named)
