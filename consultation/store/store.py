"""The open file: the one thing the rest of the program holds in its hand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from sqlalchemy import bindparam, literal_column, select
from sqlalchemy.dialects.sqlite import insert

from consultation.errors import NotFound
from consultation.files import place_of
from consultation.language import N_
from consultation.model import Consultation, Record
from consultation.model.record import new_id
from consultation.progress import UNHEARD, Progress
from consultation.store import checks, history
from consultation.store.clock import Clock
from consultation.store.copies import Copy, copy_aside, copy_elsewhere, copy_to, copy_without
from consultation.store.erasing import erase_fields
from consultation.store.following import Listener
from consultation.store.history import Change, Conflict
from consultation.store.identity import Identity
from consultation.store.ledger import Ledger
from consultation.store.merges import Merge, bring_back, merges, note_merge, take_back
from consultation.store.opening import Opened, create, is_as_we_left_it, open_again, open_file
from consultation.store.past import Past
from consultation.store.planting import plant
from consultation.store.reading import Reader
from consultation.store.refilling import HANDED_OUT
from consultation.store.settling import settle
from consultation.store.sqlite.connection import wait_at_most
from consultation.store.stamps import Stamps
from consultation.store.tables import LOCAL
from consultation.store.underneath import Underneath, look_underneath
from consultation.store.undoing import undo
from consultation.store.validating import Fresh
from consultation.store.wording import in_words
from consultation.store.writing import Writer
from consultation.store.written import Written

_ABOUT = select(LOCAL.c.value).where(LOCAL.c.name == literal_column("'consultation'"))
_FOR_ROOMS = select(LOCAL.c.value).where(LOCAL.c.name == literal_column(f"'{HANDED_OUT}'"))
_NAME = insert(LOCAL).values(name=literal_column("'consultation'"), value=bindparam("is"))
_NAME = _NAME.on_conflict_do_update(index_elements=["name"], set_={"value": _NAME.excluded.value})


class Store(Reader):
    """One consultation file, open. Belongs to the thread that opened it; another thread opens its own."""

    def __init__(
        self,
        path: Path,
        opened: Opened,
        identity: Identity,
        clock: Clock | None = None,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> None:
        super().__init__(opened.engine)
        self.path = path
        self.identity = identity
        self.clock = clock or Clock()
        self.entropy = entropy
        self.upgraded_from = opened.upgraded_from
        """The version it was of before it was opened here, where that was another one."""
        self.kept_as_it_was = opened.kept
        """The copy of it as it was, where it was of another version."""
        self._stamps = Stamps(identity.folder)
        self._place = place_of(path)
        self._newest: UUID | None = None
        self._writer = Writer(self._engine, identity, self.clock, entropy)

    @classmethod
    def create(
        cls,
        path: Path,
        identity: Identity,
        clock: Clock | None = None,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> Self:
        """Make a new, empty file at ``path``; ExportRefused when something is there already."""
        return cls(path, Opened(create(path)), identity, clock, entropy)

    @classmethod
    def open(
        cls,
        path: Path,
        identity: Identity,
        clock: Clock | None = None,
        entropy: Callable[[int], bytes] = os.urandom,
        progress: Progress = UNHEARD,
        as_it_is: bool = False,
    ) -> Self:
        """Open the file at ``path``; FileRefused, with the reason, when it is not ours to open.

        One that is not as this installation left it is verified and folded first, which takes a while; one of another
        version is kept beside itself as it was. ``as_it_is`` is for a file that has been looked through already: it is
        open, or was made just now.
        """
        opened = open_again(path) if as_it_is else open_file(path, Stamps(identity.folder), progress)
        return cls(path, opened, identity, clock, entropy)

    @staticmethod
    def opens_at_once(path: Path, identity: Identity) -> bool:
        """Tell whether the file at ``path`` is as this installation left it, so that it need not be looked through."""
        return is_as_we_left_it(path, Stamps(identity.folder))

    def again(self) -> Callable[[], Store]:
        """Return what opens the same file once more, in whatever thread it is called.

        Not looked through anew, for that was done when it was opened, unless another file has taken its place since.
        """
        path, identity, place = self.path, self.identity, self._place

        def open_again() -> Store:
            return Store.open(path, identity, as_it_is=place_of(path) == place)

        return open_again

    def close(self) -> None:
        """Let go of the file."""
        self._engine.close()
        if place_of(self.path) == self._place:  # another that has taken its place has not been looked through
            self._stamps.keep(self.path)

    @property
    def underneath(self) -> Underneath:
        """How the file stands on the disk now."""
        return look_underneath(self.path, self._place)

    def listen(self) -> Listener:
        """Begin to hear of what others write to the file."""
        return Listener(self._engine)

    def goes_on(self, listener: Listener) -> bool:
        """Tell whether this file holds all that ``listener`` has heard of: it is the same one, or one made from it."""
        return listener.goes_on_in(self._engine)

    def wait_at_most(self, milliseconds: int) -> None:
        """Wait no longer than this for others to let go of the file, before NotSaved is raised."""
        wait_at_most(self._engine.connection, milliseconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def ledger(self) -> Ledger:
        """The set of revisions, for merging."""
        return Ledger(self._engine)

    @property
    def past(self) -> Past:
        """What happened in the file: where people disagree, what was decided, what came with which file."""
        return Past(self._engine)

    # Reading

    @property
    def consultation(self) -> Consultation:
        """The consultation this file is about; NotFound in a file that has none yet."""
        with in_words(self.path.name):
            found = self._engine.run(_ABOUT).fetchone()
        about = self.find(Consultation, UUID(bytes=found[0])) if found else None
        known = [about] if about else self.all(Consultation)
        if not known:
            raise NotFound(
                N_("“{name}” is empty: it holds no consultation. Start a new one from a kit."), name=self.path.name
            )
        return known[0]

    def history(self, record: Record) -> list[Change]:
        """Return the changes to a record, oldest first."""
        with in_words(self.path.name):
            return history.history(self._engine, record.kind(), record.id)

    def conflicts(self) -> list[Conflict]:
        """Return every conflict in the file."""
        with in_words(self.path.name):
            return history.conflicts(self._engine)

    def author_names(self) -> dict[UUID, str]:
        """Return the people who wrote in the file: card -> name."""
        with in_words(self.path.name):
            found = history.author_names(self._engine)
        return {UUID(bytes=author): name for author, name in found.items()}

    # Writing

    def new_id(self) -> UUID:
        """Make the id of a new record: after all that this store has made, so that their order is that of making."""
        made = new_id(self.clock.now(), self.entropy)
        if self._newest is not None and made <= self._newest:
            made = UUID(int=self._newest.int + 1)
        self._newest = made
        return made

    def together(self) -> AbstractContextManager[None]:
        """Make everything written inside one transaction: all of it, or, when something raises, nothing."""
        return self._writer.together()

    def attempt(self) -> AbstractContextManager[None]:
        """Try something within `together`: when it raises, it is as if it had not been begun."""
        return self._engine.attempt()

    def copy_aside(self, path: Path) -> None:
        """Write the file as it stands to ``path`` in a private folder; ExportRefused when there is no room for it."""
        copy_aside(self._engine, path)

    def reading_together(self) -> AbstractContextManager[None]:
        """See one state of the file throughout, whatever others write meanwhile."""
        return self._engine.reading()

    def note_merge(self, name: str, first: int, last: int) -> None:
        """Remember a merge of the file called ``name``, whose revisions took these places."""
        note_merge(self._engine, name, self.clock.now(), self.identity.author, first, last)

    def save(self, record: Record) -> Written:
        """Write what ``record`` changes; InvalidRecord when it cannot be stored, NotSaved when the disk cannot."""
        return self._writer.save(record)

    def save_all(self, records: Iterable[Record | Fresh]) -> Written:
        """Write many records as `save` writes one, quickly where they are new; InvalidRecord at the first wrong one."""
        return self._writer.save_all(records)

    def change(self, record: Record, **values: Any) -> Written:
        """Write these ``values`` of a record; NotFound when the file has no such record."""
        self.get(type(record), record.id)
        return self._writer.change(type(record), record.id, values)

    def delete(self, record: Record) -> Written:
        """Mark a record as deleted; it stays in the history and can be restored."""
        return self.change(record, deleted=True)

    def restore(self, record: Record) -> Written:
        """Take back a deletion."""
        return self.change(record, deleted=False)

    def resolve(self, kind: type[Record], record_id: UUID, field: str, value: Any) -> Written:
        """Settle a conflict with ``value``, be it one of the options or a new one."""
        return self._writer.decide(kind, record_id, {field: value})

    def settle(self, conflict: Conflict, value: Any) -> Written:
        """Settle a conflict with a ``value`` that follows from its options alone: nobody's act, alike in every file.

        Nothing is written where somebody has taken that back before.
        """
        return settle(self._engine, conflict, value)

    def undo(self, written: Written) -> Written:
        """Put back what ``written`` changed, except where somebody has changed it again since."""
        return undo(self._engine, self._writer, written)

    def restore_to(self, record: Record, revision: bytes) -> Written:
        """Give a record the values it had just after ``revision``; what was entered in it since is emptied again."""
        return self.change(record, **self.state_at(record, revision))

    def state_at(self, record: Record, revision: bytes) -> Mapping[str, Any]:
        """Return the values a record had for the author of ``revision``, just after writing it."""
        with in_words(self.path.name):
            return history.state_at(self._engine, record.kind(), record.id, revision)

    def erase(self, record: Record, fields: Sequence[str], reason: str) -> Written:
        """Take the words of these ``fields`` of a record out of the file for good, wherever its copies are merged."""
        return erase_fields(self._engine, self._writer, record.kind(), record.id, fields, reason)

    def merges(self) -> list[Merge]:
        """Return the merges into this file, oldest first."""
        with in_words(self.path.name):
            return merges(self._engine)

    def take_back(self, merge: Merge) -> Written:
        """Put back what a merge changed and delete what it brought, except where somebody has changed it since."""
        return take_back(self._engine, self._writer, merge)

    def bring_back(self, merge: Merge) -> Written:
        """Bring in again what a merge had brought before it was taken back, except where it was changed since."""
        return bring_back(self._engine, self._writer, merge)

    def plant(self, records: Iterable[Record], origin: str, wall_ms: int) -> None:
        """Write a kit's records: the same revisions in every file that is made from it."""
        plant(self._engine, records, origin, wall_ms)

    def name_consultation(self, consultation: Consultation) -> None:
        """Say which consultation this file is about."""
        with self.together():
            self._engine.run(_NAME, consultation.id.bytes)

    # The whole file

    def send_copy(self, path: Path) -> Copy:
        """Write a checked copy of the whole file to ``path``."""
        return Copy(path, copy_to(self._engine, self.path, path), self.counts())

    def hand_out(self, path: Path, left_out: Iterable[UUID]) -> Copy:
        """Write a file for the rooms to ``path``: all there is, with its history, but for the records ``left_out``.

        Merging it, or what is recorded in it, brings back nothing of these and takes nothing away.
        """
        about = self._engine.run(_ABOUT).fetchone()
        gone = {record.bytes for record in left_out}
        found = copy_without(self._engine, self.path, path, gone, about[0] if about else None)
        with Store.open(path, replace(self.identity, folder=None), as_it_is=True) as copy:
            return Copy(path, found, copy.counts())

    @property
    def was_handed_out(self) -> bool:
        """The file was made for the rooms, whoever opens it."""
        return self._engine.run(_FOR_ROOMS).fetchone() is not None

    def save_elsewhere(self, path: Path) -> Copy:
        """Write a checked copy of the whole file to ``path``, even where the file itself has been moved or deleted."""
        return Copy(path, copy_elsewhere(self._engine, self.path, path), self.counts())

    def check(self, rebuild: bool = False) -> checks.Report:
        """Check the whole file; with ``rebuild``, make the projections anew first."""
        if rebuild:
            with self.together():
                checks.rebuild(self._engine)
        report = checks.check(self._engine)
        return replace(report, rebuilt=rebuild)

    def changed_at(self) -> datetime | None:
        """Return when the newest change in the file was written, by its author's clock; None in an empty file."""
        with in_words(self.path.name):
            return checks.changed_at(self._engine)

    def digest(self) -> str:
        """Return one hash of the set of revisions, as 64 hexadecimal digits."""
        with in_words(self.path.name):
            return checks.digest(self._engine)
