"""What a step did, for the one who takes it back: its name in a menu, and what to say once it is undone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from consultation.language import N_, NP_, Translator
from consultation.model import KINDS, Record
from consultation.store import Change, Store, Written
from consultation.store.written import Wrote
from consultation.words.changes import fields_told
from consultation.words.kinds import kind_name
from consultation.words.records import gist, lookup_in
from consultation.words.shortened import shortened

MOST = 48
"""Letters of a record that a message quotes."""


class Deed(Enum):
    """What a step did to a record; each is given how it is named for kinds that have no name of their own."""

    WRITE = N_("write: {kind}")
    DELETE = N_("delete: {kind}")
    BRING_BACK = N_("bring back: {kind}")
    CHANGE = N_("change: {kind}")


NAMES: dict[tuple[Deed, str], str] = {
    (Deed.WRITE, "intervention"): N_("write intervention"),
    (Deed.WRITE, "recommendation"): N_("write recommendation"),
    (Deed.WRITE, "lesson"): N_("write lesson"),
    (Deed.WRITE, "reservation"): N_("enter reservation"),
    (Deed.WRITE, "support"): N_("count hands"),
    (Deed.WRITE, "person"): N_("add person"),
    (Deed.WRITE, "role"): N_("put on the list of the session"),
    (Deed.WRITE, "session"): N_("add session"),
    (Deed.WRITE, "agendaitem"): N_("add to the agenda"),
    (Deed.WRITE, "edition"): N_("freeze edition"),
    (Deed.DELETE, "intervention"): N_("delete intervention"),
    (Deed.DELETE, "recommendation"): N_("delete recommendation"),
    (Deed.DELETE, "lesson"): N_("delete lesson"),
    (Deed.DELETE, "reservation"): N_("delete reservation"),
    (Deed.DELETE, "support"): N_("delete count"),
    (Deed.DELETE, "person"): N_("delete person"),
    (Deed.DELETE, "role"): N_("take off the list of the session"),
    (Deed.DELETE, "session"): N_("delete session"),
    (Deed.DELETE, "agendaitem"): N_("take off the agenda"),
    (Deed.CHANGE, "intervention"): N_("change intervention"),
    (Deed.CHANGE, "recommendation"): N_("change recommendation"),
    (Deed.CHANGE, "lesson"): N_("change lesson"),
    (Deed.CHANGE, "reservation"): N_("change reservation"),
    (Deed.CHANGE, "support"): N_("change count"),
    (Deed.CHANGE, "person"): N_("change person"),
    (Deed.CHANGE, "role"): N_("change role"),
    (Deed.CHANGE, "session"): N_("change session"),
    (Deed.CHANGE, "agendaitem"): N_("change agenda"),
    (Deed.CHANGE, "paragraph"): N_("edit clause"),
    (Deed.CHANGE, "item"): N_("edit clause"),
}
UNDONE = {
    Deed.WRITE: N_("Brought back: “{words}”"),
    Deed.BRING_BACK: N_("Brought back: “{words}”"),
    Deed.DELETE: N_("Taken back: “{words}”"),
    Deed.CHANGE: N_("As it was before: “{words}”"),
}
"""What undoing said, by what it did itself."""
OTHERS = NP_("and {count} other entry", "and {count} other entries")


@dataclass(frozen=True)
class Undone:
    """What was undone."""

    words: str
    record: Record | None
    """What can be shown: the entry that came back or is as it was; None where it is gone."""


def step_name(t: Translator, store: Store, written: Written, said: str = "") -> str:
    """Name a step as a menu does ("delete intervention"); ``said`` is what the person was told of it."""
    about = said.strip().rstrip(".")
    if not written or (len(written.records) > 1 and about):
        return about
    deed, record, change = _what_was_done(store, written.revisions[0])
    if deed is Deed.CHANGE and about:
        return about
    name = t(NAMES.get((deed, record.kind()), deed.value)).format(kind=kind_name(t, record.kind()))
    fields = fields_told(t, record.kind(), change) if deed is Deed.CHANGE else []
    return t("{step} ({fields})").format(step=name, fields=t.listed(fields)) if fields else name


def undone(t: Translator, store: Store, back: Written, told: str = "") -> Undone:
    """Say what taking a step back did; ``back`` is what it wrote, ``told`` what the person was told of the step."""
    deed, record, _ = _what_was_done(store, back.revisions[-1])  # the last is that of the first that was done
    about = shortened(gist(t, record, lookup_in(store)), MOST)
    said = t(UNDONE[deed]).format(words=about) if about else t("Undone.")
    others = len(back.records) - 1
    if others > 0 and told:
        said = t("Undone: “{step}”").format(step=told)
    elif others > 0:
        said = f"{said} {t.plural(*OTHERS, others)}"
    return Undone(said, record if deed is not Deed.DELETE else None)


def _what_was_done(store: Store, wrote: Wrote) -> tuple[Deed, Record, Change]:
    """Return what a step did to one of the records it wrote."""
    record = store.get(KINDS[wrote.kind], UUID(bytes=wrote.record))
    was_deleted = False
    for change in store.history(record):
        if change.revision == wrote.id:
            return _deed(change, was_deleted), record, change
        was_deleted = bool(change.values.get("deleted", was_deleted))
    raise ValueError("a step is about revisions of this file")


def _deed(change: Change, was_deleted: bool) -> Deed:
    if change.created:
        return Deed.WRITE
    if change.values.get("deleted"):
        return Deed.DELETE
    return Deed.BRING_BACK if was_deleted else Deed.CHANGE
