"""The fold: from a set of revisions of one record to its current state. A pure function of the set.

For each field, the revisions that set it and that no other setter of that field descends from are its *latest
setters*. One value among them is the value; several are a conflict. A revision that a later one withdraws sets
nothing: what it replaced stands again, by whom it was written and when.

A parent that is not among the revisions is missing: it was lost with part of a file. What builds on it counts all the
same, and as what the missing one descended from is not known, stands beside everything else until it comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from consultation.errors import Altered
from consultation.language import N_
from consultation.store.revision import Revision, read_values
from consultation.store.versions.names import ERASED, OF_ANY_KIND, WITHDRAWN, is_known, naming


@dataclass(frozen=True)
class State:
    """What a record is now."""

    kind: str
    values: dict[str, Any]
    """Field -> the value to show. A field nobody set, or whose only setters were erased, is missing."""
    conflicts: dict[str, tuple[Revision, ...]]
    """Field -> its latest setters, where they disagree; the one that is shown comes last."""
    has_unread: bool
    """It holds something this program does not know and therefore does not show."""


@dataclass(frozen=True)
class Folded(State):
    """The state of a record, and what the next revision of it needs to know."""

    setters: dict[str, tuple[Revision, ...]]
    """Field -> its latest setters, in the order on screen."""
    heads: tuple[Revision, ...]
    """The revisions no other descends from: the parents of the next one."""


def fold(revisions: Iterable[Revision]) -> Folded:
    """Fold all the ``revisions`` of one record (in any order, at least one) into its state.

    One pass from the newest to the oldest, carrying to each revision the fields that its descendants set:
    linear in revisions and parents. Altered when they are not of one record.
    """
    ordered = in_causal_order(tuple(revisions))
    void = withdrawn(ordered)
    set_later: dict[bytes, frozenset[str]] = {}
    heads: list[Revision] = []
    setters: dict[str, list[Revision]] = {}
    for revision in reversed(ordered):
        later = set_later.get(revision.id)
        if later is None:
            heads.append(revision)
            later = frozenset()
        if revision.id not in void:
            for name in revision.fields:
                if name not in later and name not in OF_ANY_KIND:
                    setters.setdefault(name, []).append(revision)
            later |= frozenset(revision.fields)
        for parent in revision.parents:
            set_later[parent] = set_later.get(parent, frozenset()) | later

    values: dict[str, Any] = {}
    conflicts: dict[str, tuple[Revision, ...]] = {}
    latest: dict[str, tuple[Revision, ...]] = {}
    for name, those in setters.items():
        if len(those) > 1:
            those.sort(key=lambda setter: setter.order)
        latest[name] = tuple(those)
        telling = [setter for setter in those if setter.values is not None]
        if not telling:
            continue
        shown = _value(telling[-1], name)
        values[name] = shown
        if len(telling) > 1 and any(_value(setter, name) != shown for setter in telling):
            conflicts[name] = tuple(telling)
    kind = ordered[0].kind
    unread = any(not is_known(kind, name) for revision in ordered for name in revision.fields)
    return Folded(kind, values, conflicts, unread, latest, tuple(heads))


def withdrawn(ordered: Sequence[Revision]) -> frozenset[bytes]:
    """Return the ids of the revisions that no longer count; ``ordered`` has parents before children.

    A revision withdraws only what it descends from. So whatever withdraws it comes after it, and going from the
    newest to the oldest each is known to count or not before it is asked. An erasure cannot be withdrawn: it alone
    still says what the words that are gone said of other fields.
    """
    if not any(WITHDRAWN in revision.fields for revision in ordered):
        return frozenset()
    void: set[bytes] = set()
    lasting = {revision.id for revision in ordered if ERASED in revision.fields}
    for revision in reversed(ordered):
        if WITHDRAWN in revision.fields and revision.values is not None and revision.id not in void:
            named = {bytes.fromhex(each) for each in revision.values[WITHDRAWN]}
            void |= (named - lasting) & {ancestor.id for ancestor in ancestry(ordered, revision.parents)}
    return frozenset(void)


class Link(NamedTuple):
    """What folding a chain needs of a revision, in the order of the columns it is read from."""

    seq: int
    id: bytes
    record: bytes
    kind: str
    parents: bytes
    fields: str
    body: bytes | None


def fold_chain(links: Sequence[tuple[Any, ...]]) -> State | None:
    """Fold the values of the `Link`s of one record, in the order of the file; None when they are not a chain.

    Most records are one: each revision was written knowing all before it, and none is erased. Then the last to set
    a field wins, nobody can disagree, and this is several times faster than `fold`, with the same result.
    """
    kind = links[0][3]
    now, unread = kind, False
    values: dict[str, Any] = {}
    before = b""
    for _, identity, _, its_kind, parents, fields, body in links:
        named = naming(kind, fields)
        if parents != before or its_kind != kind or body is None or named is None or WITHDRAWN in named.written:
            return None
        now, unread = named.kind, unread or bool(named.unread)
        values.update(read_values(kind, fields, body))
        before = identity
    return State(now, values, {}, unread)


def in_causal_order(revisions: Sequence[Revision]) -> Sequence[Revision]:
    """Return ``revisions`` with those parents that are there before children; Altered when that cannot be.

    The order in a file is already causal (a revision is written after its parents, and merging keeps the order
    of the source); the search is for sets that were put together in another way.
    """
    known: set[bytes] = set()
    for revision in revisions:
        if not known.issuperset(revision.parents):
            return _sorted_causally(revisions)
        known.add(revision.id)
    return revisions if _of_one_record(revisions) else _refuse()


def ancestry(revisions: Iterable[Revision], of: Iterable[bytes]) -> list[Revision]:
    """Return those of ``revisions`` that the revisions ``of`` descend from, themselves included."""
    by_id = {revision.id: revision for revision in revisions}
    found: set[bytes] = set()
    waiting = list(of)
    while waiting:
        revision_id = waiting.pop()
        if revision_id not in found and revision_id in by_id:
            found.add(revision_id)
            waiting.extend(by_id[revision_id].parents)
    return [revision for revision in by_id.values() if revision.id in found]


def _sorted_causally(revisions: Sequence[Revision]) -> Sequence[Revision]:
    by_id = {revision.id: revision for revision in revisions}
    waiting_for = {revision.id: by_id.keys() & revision.parents for revision in revisions}
    children: dict[bytes, list[bytes]] = {}
    for revision in revisions:
        for parent in waiting_for[revision.id]:
            children.setdefault(parent, []).append(revision.id)
    ready = [revision.id for revision in revisions if not waiting_for[revision.id]]
    ordered: list[Revision] = []
    while ready:
        done = ready.pop()
        ordered.append(by_id[done])
        for child in children.get(done, ()):
            waiting_for[child].discard(done)
            if not waiting_for[child]:
                ready.append(child)
    return ordered if len(ordered) == len(revisions) and _of_one_record(ordered) else _refuse()


def _of_one_record(revisions: Sequence[Revision]) -> bool:
    first = revisions[0]
    return all(revision.record == first.record and revision.kind == first.kind for revision in revisions)


def _refuse() -> Sequence[Revision]:
    raise Altered(N_("Changes in it that cannot belong together are put together."))


def _value(revision: Revision, name: str) -> Any:
    assert revision.values is not None
    return revision.values[name]
