"""Joining two records of one person by hand, and remembering of two that they are two. Each is one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from consultation.model import Contact, Person, Record, Role
from consultation.reading.references import naming
from consultation.store import Store, Written

CHOSEN = ("name", "address", "title", "organisation", "territory", "region", "actor", "gender", "consent")
"""Fields of which one value is kept, in the order in which they are asked about."""
REACHED = ("telephone", "mail", "note")
"""The same of how the person is reached."""
GATHERED = ("functions", "languages")
"""Fields that are lists: what both have is kept."""

Value = TypeVar("Value")


@dataclass(frozen=True)
class Differing:
    """A field in which two records of one person differ, so that one has to be chosen."""

    name: str
    of_contact: bool
    """It is how the person is reached."""
    values: tuple[Any, Any]
    """Of the record that is kept, and of the one that goes."""
    proposed: int
    """Which is proposed: 0, or 1 where the other holds more back: who said no to being named is not named."""


def differing(store: Store, kept: UUID, gone: UUID) -> list[Differing]:
    """Say what differs between two people; what only one of them has is nothing to choose.

    Of two that were joined before, nothing: it was chosen then.
    """
    first, second = store.get(Person, kept), store.get(Person, gone)
    if second.joined == kept:
        return []
    found = [_differing(name, False, first, second) for name in CHOSEN]
    theirs, others = _contact(store, kept), _contact(store, gone)
    if theirs is not None and others is not None:
        found += [_differing(name, True, theirs, others) for name in REACHED]
    return [each for each in found if each is not None]


def which_to_keep(store: Store, first: UUID, second: UUID) -> tuple[UUID, UUID]:
    """Return the record that is kept and the one that goes: kept is one that has written in the file, or the older."""
    authors = store.author_names()
    kept, gone = sorted((first, second), key=lambda person: (person not in authors, person))
    known = store.find(Person, kept)
    return (gone, kept) if known is not None and known.deleted else (kept, gone)


def join(store: Store, kept: UUID, gone: UUID, values: Mapping[tuple[str, bool], Any] | None = None) -> Written:
    """Make two records of one person one: everything that named the one that goes names the one that is kept.

    ``values`` were chosen where the two differ, each under its field and whether that is one of how the person is
    reached; without a choice stays what `differing` proposes. The record that goes is deleted and says which stands
    for it (`Person.joined`), so that a file that is merged later and still names it can be put right.
    """
    with store.together():
        chosen = {(each.name, each.of_contact): each.values[each.proposed] for each in differing(store, kept, gone)}
        chosen.update(values or {})
        written = _join_contacts(store, kept, gone, chosen)
        written += _put_in_order(store, kept, gone, chosen)
        for record, name in list(naming(store, gone, deleted=True)):
            if record.id not in (kept, gone):
                written += _rename(store, record, name, kept, gone)
        return written + _drop_double_parts(store, kept)


def say_two(store: Store, first: UUID, second: UUID) -> Written:
    """Remember that these are two people, who are not put side by side again."""
    older, newer = sorted((first, second))
    person = store.get(Person, older)
    return store.change(person, others=[*(each for each in person.others if each != newer), newer])


def _differing(name: str, of_contact: bool, first: Record, second: Record) -> Differing | None:
    values = getattr(first, name), getattr(second, name)
    if values[0] == values[1] or any(_is_empty(value) for value in values):
        return None
    return Differing(name, of_contact, values, 1 if name == "consent" and values[1] is False else 0)


def _is_empty(value: object) -> bool:
    return value is None or value == ""


def _put_in_order(store: Store, kept: UUID, gone: UUID, chosen: Mapping[tuple[str, bool], Any]) -> Written:
    """Write what was chosen and what only the other had; the record that goes says what stands for it."""
    stays, goes = store.get(Person, kept), store.get(Person, gone)
    if goes.joined == kept:
        return store.delete(goes)
    for name in CHOSEN:
        if (name, False) in chosen:
            setattr(stays, name, chosen[name, False])
        elif _is_empty(getattr(stays, name)):
            setattr(stays, name, getattr(goes, name))
    for name in GATHERED:
        setattr(stays, name, _both(getattr(stays, name), getattr(goes, name)))
    stays.others = [each for each in _both(stays.others, goes.others) if each not in (kept, gone)]
    return store.save(stays) + store.change(goes, deleted=True, joined=kept)


def _join_contacts(store: Store, kept: UUID, gone: UUID, chosen: Mapping[tuple[str, bool], Any]) -> Written:
    """Make how they are reached one record, where both have one."""
    stays, goes = _contact(store, kept), _contact(store, gone)
    if stays is None or goes is None:
        return Written()
    for name in REACHED:
        if (name, True) in chosen:
            setattr(stays, name, chosen[name, True])
        elif _is_empty(getattr(stays, name)):
            setattr(stays, name, getattr(goes, name))
    return store.save(stays) + store.delete(goes)


def _contact(store: Store, person: UUID) -> Contact | None:
    return next(iter(store.all(Contact, person=person)), None)


def _rename(store: Store, record: Record, name: str, kept: UUID, gone: UUID) -> Written:
    """Have a field name the one that is kept; in a list that one stands once."""
    value = getattr(record, name)
    if isinstance(value, list):
        return store.change(record, **{name: list(dict.fromkeys(kept if each == gone else each for each in value))})
    return store.change(record, **{name: kept})


def _drop_double_parts(store: Store, kept: UUID) -> Written:
    """Have the same part in the same session stand once, with the minutes that somebody planned for it."""
    written, seen = Written(), dict[tuple[UUID, str], Role]()
    for role in store.all(Role, person=kept):
        before = seen.setdefault((role.session, role.role), role)
        if before is not role:
            if before.minutes is None and role.minutes is not None:
                written += store.change(before, minutes=role.minutes)
            written += store.delete(role)
    return written


def _both(first: Sequence[Value], second: Sequence[Value]) -> list[Value]:
    return [*first, *(each for each in second if each not in first)]
