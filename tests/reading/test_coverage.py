"""Whose voice is in the text, and who was not there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from consultation.model import (
    Attendance,
    Intervention,
    KnownVocabulary,
    Person,
    Presence,
    RecommendationStatus,
    Role,
    Term,
)
from consultation.reading.coverage import Share, backing_of, cover, read_backing, read_turnout
from consultation.reading.material import gather
from consultation.store import Store
from tests.builders import Watch, a_recommendation, a_session, a_store

REGIONS = ("africa", "asia", "europe")
ACTORS = ("city", "association")


class Forum:
    """A file with regions and kinds of actor, and people of each."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.terms: dict[str, UUID] = {}
        for vocabulary, keys in ((KnownVocabulary.REGION, REGIONS), (KnownVocabulary.ACTOR, ACTORS)):
            for rank, key in enumerate(keys):
                made = Term(id=store.new_id(), vocabulary=vocabulary, key=key, rank=rank)
                store.save(made)
                self.terms[key] = made.id

    def person(self, region: str = "", actor: str = "", consent: bool = False) -> UUID:
        made = Person(
            id=self.store.new_id(),
            name=f"{region} {actor} somebody",
            region=self.terms.get(region),
            actor=self.terms.get(actor),
            consent=consent,
        )
        self.store.save(made)
        return made.id

    def present(self, session: UUID, person: UUID, presence: Presence = Presence.PRESENT) -> None:
        self.store.save(Role(id=self.store.new_id(), session=session, person=person, presence=presence))

    def heads(self, session: UUID, number: int, region: str = "", actor: str = "") -> None:
        made = Attendance(id=self.store.new_id(), session=session, heads=number)
        made.region, made.actor = self.terms.get(region), self.terms.get(actor)
        self.store.save(made)


@pytest.fixture
def forum(tmp_path: Path):
    with a_store(tmp_path, watch=Watch()) as store:
        yield Forum(store)


def test_each_room_language_region_and_actor_has_its_share_of_the_text(forum: Forum):
    store, terms = forum.store, forum.terms
    late = a_session(store, "A", starts=datetime(2021, 10, 6, tzinfo=UTC))
    early = a_session(store, "B", starts=datetime(2021, 10, 5, tzinfo=UTC))
    a_session(store, "C")
    african, asian = forum.person("africa", "city"), forum.person("asia", "association")
    said = Intervention(id=store.new_id(), session=late.id, person=asian, text="We need wells.")
    store.save(said)
    cited = a_recommendation(store, "One.", session=early.id, proposer=african)
    a_recommendation(store, "Two.", session=early.id, proposer=african, language="fr")
    both = a_recommendation(store, "Three.", session=late.id, proposer=african, interventions=[said.id])
    a_recommendation(store, "Four.", language="")
    aside = a_recommendation(store, "Five.", session=late.id, status=RecommendationStatus.SET_ASIDE)
    found = cover(gather(store), {cited.id, both.id, aside.id})
    assert [one.text for one in found.in_text] == ["One.", "Three."]
    assert [one.text for one in found.left_out] == ["Two.", "Four."]
    assert list(found.rooms.items()) == [(early.id, Share(2, 1)), (late.id, Share(1, 1))]
    assert list(found.languages.items()) == [("en", Share(2, 2)), ("", Share(1, 0)), ("fr", Share(1, 0))]
    assert [found.regions[terms[key]] for key in REGIONS] == [Share(3, 2), Share(1, 1), Share(0, 0)]
    assert [found.actors[terms[key]] for key in ACTORS] == [Share(3, 2), Share(1, 1)]


def test_how_wide_a_thing_is_carried(forum: Forum):
    store, terms = forum.store, forum.terms
    one_room, other_room = a_session(store, "A"), a_session(store, "B")
    asian = forum.person("asia")
    same = [
        a_recommendation(store, "Open the wells.", session=one_room.id, proposer=forum.person("africa", "city")),
        a_recommendation(store, "Ouvrir les puits.", session=other_room.id, language="fr", proposer=asian),
        a_recommendation(store, "Open the wells!", session=other_room.id),
    ]
    voice = backing_of(gather(store), same)
    assert voice.rooms == {one_room.id, other_room.id}
    assert voice.languages == {"en", "fr"}
    assert voice.regions == {terms["africa"], terms["asia"]}
    assert voice.actors == {terms["city"]}
    assert read_backing(store, {recommendation.id for recommendation in same}) == voice


def test_who_is_heard_in_an_item_are_those_who_said_what_it_was_made_of_too(forum: Forum):
    store, terms = forum.store, forum.terms
    room = a_session(store, "A")
    said = Intervention(id=store.new_id(), session=room.id, person=forum.person("asia", "association"), text="Wells!")
    store.save(said)
    one = a_recommendation(store, "Open.", session=room.id, proposer=forum.person("africa"), interventions=[said.id])
    assert read_backing(store, {one.id}) == backing_of(gather(store), [one])
    assert read_backing(store, {one.id}).regions == {terms["africa"], terms["asia"]}
    assert read_backing(store, ()).rooms == frozenset()


def test_who_was_absent_is_what_surely_nobody_was(forum: Forum):
    session, terms = a_session(forum.store), forum.terms
    forum.present(session.id, forum.person("africa", "city"))
    forum.heads(session.id, 12, "asia", "association")
    forum.present(session.id, forum.person("europe", "city"), Presence.ABSENT)
    found = read_turnout(gather(forum.store))
    assert found.cell(terms["africa"], terms["city"]) == 1
    assert found.cell(terms["asia"], terms["association"]) == 12
    assert [(region.key, actor.key) for region, actor in found.absent()] == [
        ("africa", "association"),
        ("asia", "city"),
        ("europe", "city"),
        ("europe", "association"),
    ]


def test_where_somebody_was_not_noted_absence_is_not_known(forum: Forum):
    session, terms = a_session(forum.store), forum.terms
    forum.heads(session.id, 5, "europe")
    found = read_turnout(gather(forum.store))
    assert found.cell(terms["europe"], terms["city"]) is None
    assert found.cell(terms["asia"], terms["city"]) == 0
    forum.heads(session.id, 1)
    assert read_turnout(gather(forum.store)).absent() == []


def test_a_person_of_several_sessions_is_counted_once_and_in_each(forum: Forum):
    one, other = a_session(forum.store, "A"), a_session(forum.store, "B")
    person = forum.person("africa", "city")
    for session in (one, other):
        forum.present(session.id, person)
    forum.heads(other.id, 3, "africa", "city")
    material = gather(forum.store)
    place = (forum.terms["africa"], forum.terms["city"])
    assert read_turnout(material).cell(*place) == 4
    assert (read_turnout(material, one).cell(*place), read_turnout(material, other).cell(*place)) == (1, 4)
