"""Whoever merges whom in whatever order, with whatever copies among them: one digest, and the same screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from consultation.cli import run
from consultation.model import Lesson, Recommendation
from consultation.store import Store
from tests.builders import Watch, identity
from tests.campaigns.dose import FULL, dose
from tests.campaigns.histories import SECRET, TRACE, Histories, made_in
from tests.campaigns.rooms import differing, refusals, shown

SEEDS = range(5 if FULL else 1)
FEW = 4
"""Orders of the 24 that are tried in the small dose."""

End = tuple[str, dict[str, list[str]]]
"""The digest of a file, and all it shows."""


@pytest.fixture(params=SEEDS)
def histories(request, tmp_path) -> Histories:
    return made_in(tmp_path, request.param)


def merged(folder: Path, paths: Sequence[Path], at_once: bool) -> End:
    """Merge the files in this order, at once or one after the other, into an empty file."""
    path = folder / "merged.consult"
    with Store.create(path, identity("Ada"), Watch().clock()) as store:
        if at_once:
            found = list(refusals(store, *paths))
        else:
            found = [refusal for one in paths for refusal in refusals(store, one)]
        assert found == [None] * len(paths), [str(refusal) for refusal in found]
        assert store.check().is_sound
        end = store.digest(), shown(store)
        assert list(refusals(store, paths[0])) == [None]
        assert store.digest() == end[0]
    path.unlink()
    return end


def one_end(folder: Path, orders: Iterable[Sequence[Path]]) -> End:
    """Merge in each order; fail unless all come to the same."""
    ends: list[tuple[list[str], End]] = []
    for number, order in enumerate(orders):
        ends.append(([path.stem for path in order], merged(folder, order, at_once=number % 2 == 0)))
    (first, end), *others = ends
    assert others
    for names, other in others:
        different = differing(end[1], other[1])
        assert not different, f"{first} and {names} show other {different}"
        assert end[0] == other[0], f"{first} and {names} show the same, and their digests differ"
    return end


def orders_of(*paths: Path) -> Sequence[Sequence[Path]]:
    """Return all 24 orders of four files, or a few of them."""
    return dose(list(permutations(paths)), FEW)


def test_people_who_worked_side_by_side(histories):
    everybody = [*histories.honest(), histories.folder / "room.consult"]
    _, screen = one_end(histories.folder, orders_of(*everybody))
    assert screen["conflicts"]


def test_a_stripped_copy_swallows_nothing(histories):
    honest = histories.honest()
    digest, screen = one_end(histories.folder, orders_of(*honest, histories.stripped()))
    assert (digest, screen) == merged(histories.folder, honest, at_once=True)


def test_a_squatting_copy_blocks_nobody(histories):
    honest = histories.honest()
    _, screen = one_end(histories.folder, orders_of(*honest, histories.squatting()))
    _, without = merged(histories.folder, honest, at_once=True)
    for kind in ("recommendation", "session", "person"):
        assert screen[kind] == without[kind]


def test_a_draft_is_made_where_its_ids_are_claimed_already(histories):
    ben, *_ = histories.honest()
    with Store.open(ben, identity("Ben")) as store:
        assert list(refusals(store, histories.awaiting())) == [None]
    assert not run(["draft", str(ben)], lambda _: 1)
    with Store.open(ben, identity("Ben")) as store:
        assert store.check().is_sound
        assert "Mine." in [one.text for one in store.all(Lesson)]


def test_a_flooding_copy_can_be_written_to_and_handed_on(histories):
    one_end(histories.folder, orders_of(*histories.honest(), histories.flooding()))
    with Store.create(histories.folder / "ours.consult", identity("Ada")) as store:
        assert list(refusals(store, histories.flooding())) == [None]
        lesson = store.get(Lesson, UUID(bytes=histories.flooded()))
        store.change(lesson, text="Written after the flood.")
        assert store.check().is_sound
        digest, screen = merged(histories.folder, [store.path], at_once=True)
        assert (digest, screen) == (store.digest(), shown(store))


def test_what_was_erased_stays_erased(histories):
    ben, eve, zoe = histories.honest()
    _, screen = one_end(histories.folder, orders_of(ben, eve, zoe, histories.erased()))
    assert SECRET not in repr(screen)
    assert TRACE not in histories.erased().read_bytes()
    assert TRACE in ben.read_bytes()
    assert_gone(histories.folder, [ben, histories.erased()])
    assert_gone(histories.folder, [histories.erased(), ben])


def assert_gone(folder: Path, order: Sequence[Path]) -> None:
    """Nothing of the words is in the bytes of a file that has taken in the erasure."""
    with Store.create(folder / "bytes.consult", identity("Ada")) as store:
        assert list(refusals(store, *order)) == [None] * len(order)
        assert SECRET not in [one.rationale for one in store.all(Recommendation, deleted=True)]
    assert TRACE not in (folder / "bytes.consult").read_bytes()
    (folder / "bytes.consult").unlink()


def test_four_hostile_copies_in_every_order(histories):
    made = (histories.stripped(), histories.erased(), histories.squatting(), histories.flooding())
    one_end(histories.folder, orders_of(*made))


def test_everybody_in_random_orders(histories):
    everybody = [
        *histories.honest(),
        histories.stripped(),
        histories.erased(),
        histories.squatting(),
        histories.flooding(),
    ]
    chance = Random(17)
    one_end(histories.folder, [chance.sample(everybody, len(everybody)) for _ in range(40 if FULL else 3)])
