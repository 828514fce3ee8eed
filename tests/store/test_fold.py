"""The fold is a pure function of the set of revisions, and says what a slow and obvious one says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.errors import Altered
from consultation.store.clock import Stamp
from consultation.store.fold import Folded, fold
from consultation.store.revision import Revision, read_revision, write_revision
from tests.builders import ancestors, identity, many_examples

RECORD = UUID(int=0x0190_0000_0000_7000_8000_0000_0000_0001)
OTHER_RECORD = UUID(int=0x0190_0000_0000_7000_8000_0000_0000_0002)

VALUES = st.fixed_dictionaries(
    {},
    optional={
        "text": st.sampled_from(["water", "bread", "land"]),
        "rank": st.integers(0, 2),
        "deleted": st.booleans(),
        "language": st.sampled_from(["en", "fr"]),
    },
).filter(bool)


def revision(
    *parents: Revision,
    at: int = 0,
    who: str = "Ada",
    erased: bool = False,
    record: UUID = RECORD,
    kind: str = "lesson",
    salt: int = 0,
    **values: Any,
) -> Revision:
    person = identity(who)
    row = write_revision(
        record,
        kind,
        tuple(one.id for one in parents),
        Stamp(at, 0),
        person.replica,
        person.author,
        values,
        salt.to_bytes(16, "big"),
    )
    return read_revision(row._replace(salt=None, body=None) if erased else row)


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    """Some revisions of one record: in a row, or each after any of the earlier ones; clocks as they come."""
    found: list[Revision] = []
    straight = draw(st.booleans())
    for number in range(draw(st.integers(1, 12))):
        if straight and draw(st.integers(0, 9)):
            places = [number - 1] if found else []
        else:
            places = draw(st.lists(st.integers(0, number - 1), unique=True, max_size=4)) if found else []
        found.append(
            revision(
                *(found[place] for place in places),
                at=draw(st.integers(0, 4)),
                who=draw(st.sampled_from(["Ada", "Ben", "Eve"])),
                erased=draw(st.integers(0, 5)) == 0,
                salt=number,
                **draw(VALUES),
            )
        )
    return found


def shown(folded: Folded) -> tuple[object, ...]:
    """What a fold says, without the order in which it happens to hold it."""
    return (
        folded.kind,
        folded.values,
        {name: tuple(one.id for one in those) for name, those in folded.conflicts.items()},
        {name: tuple(one.id for one in those) for name, those in folded.setters.items()},
        {one.id for one in folded.heads},
    )


def slowly_folded(revisions: Sequence[Revision]) -> tuple[object, ...]:
    """Fold as `docs/file-format.md` says it in words, without a thought for speed."""
    known = {one.id for one in revisions}
    before = ancestors({one.id: [parent for parent in one.parents if parent in known] for one in revisions})
    values: dict[str, Any] = {}
    conflicts: dict[str, tuple[bytes, ...]] = {}
    setters: dict[str, tuple[bytes, ...]] = {}
    for name in {name for one in revisions for name in one.fields}:
        those = [one for one in revisions if name in one.fields]
        latest = [one for one in those if not any(one.id in before[other.id] for other in those)]
        latest.sort(key=lambda one: (one.stamp, one.replica, one.id))
        setters[name] = tuple(one.id for one in latest)
        telling = [one for one in latest if one.values is not None]
        if telling:
            values[name] = telling[-1].values[name]
        if any(one.values[name] != values[name] for one in telling):
            conflicts[name] = tuple(one.id for one in telling)
    heads = {one.id for one in revisions if not any(one.id in before[other.id] for other in revisions)}
    return revisions[0].kind, values, conflicts, setters, heads


@many_examples()
@given(histories())
def test_folds_as_the_slow_way_does(revisions):
    assert shown(fold(revisions)) == slowly_folded(revisions)


@many_examples()
@given(histories(), st.data())
def test_the_order_of_the_revisions_does_not_matter(revisions, data):
    shuffled = data.draw(st.permutations(revisions))
    assert shown(fold(shuffled)) == shown(fold(revisions))


@many_examples()
@given(histories())
def test_any_iterable_will_do(revisions):
    assert shown(fold(iter(revisions))) == shown(fold(tuple(reversed(revisions))))


@many_examples()
@given(histories().filter(lambda found: any(one.parents for one in found)), st.data())
def test_what_builds_on_a_missing_parent_counts_in_any_order(revisions, data):
    needed = {parent for one in revisions for parent in one.parents}
    missing = data.draw(st.sampled_from(sorted(needed)))
    rest = data.draw(st.permutations([one for one in revisions if one.id != missing]))
    assert shown(fold(rest)) == slowly_folded([one for one in revisions if one.id != missing])


def test_what_builds_on_a_missing_parent_stands_beside_what_was_before_it():
    first = revision(text="water")
    lost = revision(first, at=1, text="bread")
    after = revision(lost, at=2, text="land")
    assert fold([first, after]).values["text"] == "land"
    assert "text" in fold([first, after]).conflicts
    assert "text" not in fold([first, lost, after]).conflicts


@many_examples()
@given(histories())
def test_a_decision_after_all_heads_leaves_no_conflict_in_its_field(revisions):
    before = fold(revisions)
    decided = revision(*before.heads, text="decided", salt=99)
    after = fold([*revisions, decided])
    assert after.values["text"] == "decided"
    assert "text" not in after.conflicts
    assert after.heads == (decided,)
    assert after.conflicts.keys() == before.conflicts.keys() - {"text"}


def test_a_later_change_replaces_an_earlier_one():
    first = revision(text="water", rank=1)
    second = revision(first, text="bread")
    folded = fold([first, second])
    assert folded.values == {"text": "bread", "rank": 1}
    assert not folded.conflicts
    assert folded.heads == (second,)


def test_a_descendant_wins_whatever_its_clock_says():
    first = revision(at=10**15, text="water")
    second = revision(first, at=5, text="bread")
    assert fold([first, second]).values == {"text": "bread"}


def test_two_values_side_by_side_are_a_conflict_and_the_latest_is_shown():
    first = revision(text="water")
    early = revision(first, at=1, who="Ben", text="bread")
    late = revision(first, at=2, who="Ada", text="land")
    folded = fold([first, late, early])
    assert folded.values["text"] == "land"
    assert folded.conflicts == {"text": (early, late)}
    assert {one.id for one in folded.heads} == {early.id, late.id}


def test_the_same_value_side_by_side_is_no_conflict():
    first = revision(text="water")
    one = revision(first, at=1, who="Ben", text="bread")
    other = revision(first, at=2, who="Ada", text="bread")
    folded = fold([first, one, other])
    assert not folded.conflicts
    assert folded.setters["text"] == (one, other)


def test_different_fields_side_by_side_are_no_conflict():
    first = revision(text="water", rank=0)
    folded = fold([first, revision(first, text="bread"), revision(first, rank=2)])
    assert folded.values == {"text": "bread", "rank": 2}
    assert not folded.conflicts


def test_deleting_against_editing_is_a_conflict():
    first = revision(text="water", deleted=False)
    edited = revision(first, at=1, text="bread", deleted=False)
    deleted = revision(first, at=2, deleted=True)
    folded = fold([first, edited, deleted])
    assert set(folded.conflicts) == {"deleted"}
    assert folded.values["text"] == "bread"


def test_an_erased_change_does_not_bring_an_older_value_back():
    first = revision(text="a name that must go", rank=1)
    erased = revision(first, erased=True, text="also a name")
    folded = fold([first, erased])
    assert "text" not in folded.values
    assert folded.values["rank"] == 1
    assert not folded.conflicts


def test_an_erased_side_of_a_conflict_leaves_the_other():
    first = revision(text="water")
    erased = revision(first, at=9, erased=True, text="bread")
    kept = revision(first, at=1, who="Ben", text="land")
    folded = fold([first, erased, kept])
    assert folded.values["text"] == "land"
    assert not folded.conflicts


def test_a_revision_withdraws_only_what_it_descends_from():
    first = revision(text="water")
    beside = revision(first, at=1, who="Ben", text="bread")
    withdrawing = revision(first, at=2, withdrawn=[beside.id.hex()])
    for order in ([first, beside, withdrawing], [first, withdrawing, beside]):
        assert fold(order).values["text"] == "bread"
    after = revision(beside, at=3, withdrawn=[beside.id.hex()])
    assert fold([first, beside, withdrawing, after]).values["text"] == "water"


def test_what_is_not_known_counts_wherever_in_the_history_it_stands():
    first = revision(text="water", colour="blue")
    folded = fold([first, revision(first, text="bread"), revision(first, rank=2)])
    assert folded.has_unread
    assert not fold([revision(text="water")]).has_unread


def test_revisions_of_two_records_are_noticed():
    stranger = revision(record=OTHER_RECORD, text="water")
    child = revision(stranger, text="bread")
    assert fold([child]).values["text"] == "bread"
    for mixed in ([stranger, child], [child, stranger]):
        with pytest.raises(Altered):
            fold(mixed)


def test_a_record_of_two_kinds_is_noticed():
    with pytest.raises(Altered):
        fold([revision(text="water"), revision(kind="intervention", text="water")])


def test_a_long_history_is_no_deeper_than_a_short_one():
    history = [revision(text="water")]
    for number in range(3000):
        history.append(revision(history[-1], at=number, rank=number % 3))
    assert fold(history).heads == (history[-1],)
    assert fold(history[::-1]).heads == (history[-1],)
