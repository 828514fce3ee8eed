"""Strand, addressee and status of many at once, and undone in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.model import Recommendation, RecommendationStatus
from consultation.store import Store
from consultation.weighing.setting import set_addressee, set_status, set_strand
from tests.drafting.rooms import ADOPTED, a_room, addressee, asked, strand


@pytest.fixture
def store(tmp_path: Path):
    with a_room(tmp_path) as opened:
        yield opened


def test_many_get_a_strand_and_keep_those_they_have(store: Store):
    made = [asked(store, "One.", strands=("planet",)), asked(store, "Two."), asked(store, "Three.")]
    people, planet = strand(store, "people"), strand(store, "planet")
    written = set_strand(store, [each.id for each in made[:2]], people, on=True)
    assert [each.chosen("strand") for each in store.all(Recommendation)] == [[planet, people], [people], []]
    store.undo(written)
    assert [each.chosen("strand") for each in store.all(Recommendation)] == [[planet], [], []]
    set_strand(store, [each.id for each in made], planet, on=False)
    assert [each.chosen("strand") for each in store.all(Recommendation)] == [[], [], []]


def test_an_addressee_that_is_added_comes_last_and_the_first_still_leads(store: Store):
    made = asked(store, "One.", addressees=("g20",))
    other = next(term.id for term in store.terms("addressee") if term.id != addressee(store, "g20"))
    set_addressee(store, [made.id], other, on=True)
    assert store.get(Recommendation, made.id).addressees == [addressee(store, "g20"), other]


def test_what_is_so_already_is_not_written_again(store: Store):
    made = [asked(store, "One.", status=ADOPTED), asked(store, "Two.")]
    assert len(set_status(store, [each.id for each in made], ADOPTED).records) == 1
    assert not set_status(store, [each.id for each in made], ADOPTED)
    assert {each.status for each in store.all(Recommendation)} == {RecommendationStatus.ADOPTED}
