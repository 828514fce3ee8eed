"""Taking in what a preview says, as one step: all of it, or, where something cannot be written, none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from consultation.collecting import without_collecting
from consultation.errors import InvalidRecord, NotFound, SourceRefused
from consultation.exchange.matched.fields import Listing
from consultation.exchange.matched.people import ASIDE
from consultation.exchange.matched.previewing import Preview, RowPreview, Standing
from consultation.exchange.matched.programme import made_codes
from consultation.exchange.matched.roles import ROLES
from consultation.exchange.taking_in import briefly
from consultation.language import N_
from consultation.model import Contact, Interest, Organisation, Person, Presence, Record, Role, RoleKind, Session, Term
from consultation.progress import UNHEARD, Progress
from consultation.store import Store, Written
from consultation.store.validating import Fresh

KINDS: Mapping[Listing, type[Record]] = {
    Listing.PEOPLE: Person,
    Listing.ORGANISATIONS: Organisation,
    Listing.PROGRAMME: Session,
    Listing.INTERESTS: Interest,
    Listing.TERMS: Term,
}
"""What each listing makes records of."""

_ASIDE: Mapping[type[Record], tuple[str, ...]] = {Person: ASIDE, Session: ROLES}
"""What a row says that is kept in records of its own."""


@dataclass(frozen=True)
class Taken:
    """What taking in did."""

    listing: Listing
    new: int
    changed: int
    same: int
    left: int
    """Rows that were left out: doubtful ones nobody answered for, and those a person left out."""
    written: Written
    """What undoing it needs."""
    records: tuple[UUID, ...]
    """The new and the changed ones, in the order of the table."""


def take_in(store: Store, preview: Preview, progress: Progress = UNHEARD) -> Taken:
    """Write the new rows and the changes of a preview; doubtful rows nobody has answered for are left out.

    One transaction, which `Taken.written` undoes as one step. SourceRefused names the row that cannot be written, and
    then nothing is; nor where a person has had enough (Cancelled).
    """
    taking = _Taking(store, preview, progress)
    try:
        with store.together(), without_collecting():
            taking.write()
    except (InvalidRecord, NotFound) as error:
        raise SourceRefused(
            N_("Row {row} cannot be written: {reason}. Nothing was taken in."),
            row=taking.row,
            reason=briefly(error) if isinstance(error, InvalidRecord) else error.sentence,
        ) from error
    count = preview.count
    return Taken(
        preview.listing,
        count(Standing.NEW),
        count(Standing.CHANGED),
        count(Standing.SAME),
        count(Standing.DOUBTFUL) + count(Standing.LEFT),
        taking.written,
        tuple(taking.records),
    )


class _Taking:
    """Writes the rows of one preview."""

    def __init__(self, store: Store, preview: Preview, progress: Progress) -> None:
        self._store, self._progress = store, progress
        self._rows = preview.rows
        self._kind = KINDS[preview.listing]
        self._aside: list[tuple[UUID, Mapping[str, Any]]] = []
        self.row = 0
        """The one that is being written."""
        self.written = Written()
        self.records: list[UUID] = []

    def write(self) -> None:
        needed = {each.id: each for row in self._rows if row.standing is Standing.NEW for each in row.said.needs}
        self.written += self._store.save_all(needed.values())
        self.written += self._store.save_all(self._new())
        for row in self._rows:
            if row.standing is Standing.CHANGED and row.record is not None:
                self._go_on_with(row)
                self._change(row, row.record)
        if self._aside and self._kind is Session:
            self._write_roles()
        elif self._aside:
            self._write_contacts()

    def _new(self) -> Iterator[Fresh]:
        codes = made_codes(self._store, [row.said.values.get("code", "") for row in self._rows])
        for row in self._rows:
            if row.standing is not Standing.NEW:
                continue
            self._go_on_with(row)
            values = dict(row.said.values)
            if self._kind is Session and "code" not in values:
                values["code"] = next(codes)
            made = Fresh(self._kind, row.said.record or self._store.new_id(), values)
            self.records.append(made.id)
            if row.said.aside:
                self._aside.append((made.id, row.said.aside))
            yield made

    def _go_on_with(self, row: RowPreview) -> None:
        self.row = row.number
        self._progress(len(self.records), len(self._rows))

    def _change(self, row: RowPreview, record: UUID) -> None:
        values = {change.field: change.after for change in row.changes}
        aside = {field: values.pop(field) for field in _ASIDE.get(self._kind, ()) if field in values}
        if values:
            self.written += self._store.change(self._store.get(self._kind, record), **values)
        if aside:
            self._aside.append((record, aside))
        self.records.append(record)

    def _write_contacts(self) -> None:
        """Write how to reach people, each into the record that is kept of it."""
        kept = {contact.person: contact for contact in self._store.all(Contact)}
        fresh: list[Fresh] = []
        for person, values in self._aside:
            contact = kept.get(person)
            if contact is not None:
                self.written += self._store.change(contact, **values)
            else:
                fresh.append(Fresh(Contact, self._store.new_id(), {"person": person, **values}))
        self.written += self._store.save_all(fresh)

    def _write_roles(self) -> None:
        """Give people the parts in sessions that they do not have yet."""
        there = set(self._store.columns(Role, "session", "role", "person"))
        self.written += self._store.save_all(
            Fresh(
                Role,
                self._store.new_id(),
                {"session": session, "role": RoleKind(role), "person": person, "presence": Presence.PLANNED},
            )
            for session, parts in self._aside
            for role, people in parts.items()
            for person in people
            if (session, RoleKind(role), person) not in there
        )
