"""Texts that two people changed in different sentences are put together by themselves, and by every machine alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from consultation.deciding.settling import is_by_itself, settle_by_itself
from consultation.language import translator
from consultation.merging import merge
from consultation.model import Recommendation
from consultation.store import Store
from tests.builders import identity
from tests.drafting.rooms import a_room, asked

EN = translator("en")
BEFORE = "Open the wells. Mend the roads. Light the streets."
MINE = "Open every well. Mend the roads. Light the streets."
THEIRS = "Open the wells. Mend the roads. Light the streets by night."
BOTH = "Open every well. Mend the roads. Light the streets by night."


@pytest.fixture
def disagreeing(folder: Path) -> Iterator[tuple[Store, Path, Recommendation]]:
    """A file in which a text was changed, and a copy in which its last sentence was."""
    with a_room(folder) as store:
        text = asked(store, BEFORE)
        copy = store.send_copy(folder / "ben.consult").path
        with Store.open(copy, identity("Ben")) as bens:
            bens.change(bens.get(Recommendation, text.id), text=THEIRS)
        yield store, copy, text


def settled(store: Store, text: Recommendation) -> str:
    settle_by_itself(store, EN)
    return store.get(Recommendation, text.id).text


def test_changes_in_different_sentences_both_stand(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    merge(store, [copy])
    assert settled(store, text) == BOTH
    assert store.conflicts() == []


def test_such_a_decision_can_be_told_from_a_persons_and_taken_back(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    merge(store, [copy])
    settle_by_itself(store, EN)
    (decision,) = store.past.decisions()
    assert is_by_itself(decision)
    store.undo(decision.written)
    assert len(store.conflicts()) == 1
    store.resolve(Recommendation, text.id, "text", MINE)
    assert [is_by_itself(each) for each in store.past.decisions()] == [False]


def test_changes_in_one_sentence_wait_for_a_person(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text="Open the wells. Mend the roads. Light the streets and the squares.")
    merge(store, [copy])
    assert not settle_by_itself(store, EN)
    assert len(store.conflicts()) == 1


def test_two_machines_that_settle_alike_disagree_about_nothing(disagreeing, folder):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    mine = store.send_copy(folder / "mine.consult").path
    with Store.open(copy, identity("Ben")) as bens:
        merge(bens, [mine])
        assert settled(bens, text) == BOTH
    with Store.open(mine, identity("Ada")) as adas:
        merge(adas, [store.send_copy(folder / "other.consult").path])
    merge(store, [copy])
    settle_by_itself(store, EN)
    assert (store.conflicts(), store.get(Recommendation, text.id).text) == ([], BOTH)


def test_settling_twice_writes_nothing_the_second_time(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    merge(store, [copy])
    assert settle_by_itself(store, EN)
    digest = store.digest()
    assert not settle_by_itself(store, EN)
    assert store.digest() == digest
