"""An evening’s pile of sixty files, merged by the core: all accounted for, and nothing new a second time."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.deciding.settling import settle_by_itself
from consultation.merging import Verdict, merge, trial, verdict_of
from consultation.model import Recommendation
from consultation.store import Store
from tests.builders import identity
from tests.evening import EDITED, Evening, make_evening


@pytest.fixture
def evening(folder: Path) -> Evening:
    (folder / "pile").mkdir()
    return make_evening(folder / "pile")


def test_every_file_of_the_pile_gets_the_verdict_it_deserves(evening: Evening):
    with Store.open(evening.own, identity("Rapporteur")) as store:
        accounts = {account.path: verdict_of(account) for account in trial(store, evening.files)}
    assert len(accounts) == 60
    assert {accounts[path] for path in evening.of_others} == {Verdict.OTHER}
    assert {accounts[path] for path in evening.damaged} == {Verdict.DAMAGED}
    assert {accounts[path] for path in evening.refused} <= {Verdict.REFUSED, Verdict.DAMAGED}
    whole = [accounts[path] for path in (*evening.rooms, *evening.copies)]
    assert set(whole) == {Verdict.FINE, Verdict.LOOK_FIRST, Verdict.NOTHING_NEW}
    assert (whole.count(Verdict.LOOK_FIRST), whole.count(Verdict.NOTHING_NEW)) == (2, len(evening.copies))


def test_everything_the_whole_files_say_is_there_afterwards_and_a_second_merge_changes_nothing(evening: Evening):
    with Store.open(evening.own, identity("Rapporteur")) as store:
        merge(store, evening.files)
        assert len(store.conflicts()) == len(EDITED)
        settle_by_itself(store)
        assert len(store.conflicts()) == evening.conflicts
        texts = {each.id: each.text for each in store.all(Recommendation, deleted=True)}
        assert set(texts) == set(evening.said)
        digest = store.digest()
        merge(store, evening.files)
        settle_by_itself(store)
        assert store.digest() == digest
