"""Any record in a few words of its own, be it about words, people, other records or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from consultation.language import WINDOW_LANGUAGES, translator
from consultation.model import (
    KINDS,
    Amendment,
    Attendance,
    Edition,
    Group,
    Paragraph,
    Person,
    ProgrammeDay,
    Recommendation,
    RecommendationSet,
    Record,
    Reference,
    Reservation,
    Role,
    RoleKind,
    Score,
    Section,
    SectionKind,
    Session,
    Support,
    Verdict,
)
from consultation.store.projection import blank
from consultation.words import author_name, gist, lookup_in, record_name, referred, session_name, shortened
from consultation.words.kinds import NAMES
from consultation.words.records import TELLING
from tests.builders import a_lesson, a_recommendation, a_session, a_store
from tests.words.everything import FIELDS, PLANET, ROOM, SOMEBODY, a_record, lookup

T = translator("en")
ADA = Person(id=UUID(int=9), name="Ada")
ASKED = Recommendation(id=UUID(int=10), set=RecommendationSet.POLICY, text="Open the wells")


def known(*records: Record):
    return {one.id: one for one in (SOMEBODY, ADA, PLANET, ROOM, ASKED, *records)}.get


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_record_of_every_kind_says_what_it_is_about(kind: str, language: str) -> None:
    t = translator(language)
    assert gist(t, a_record(kind), lookup).strip()
    assert record_name(t, a_record(kind), lookup)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_whose_words_are_gone_has_a_name_all_the_same(kind: str) -> None:
    erased = KINDS[kind](id=UUID(int=99), **{name: blank(kind, name) for name in FIELDS[kind]})
    assert record_name(T, erased, lookup).startswith(NAMES[kind])


def test_every_kind_has_telling_fields_and_they_are_fields_of_it() -> None:
    assert list(TELLING) == list(KINDS)
    for kind, names in TELLING.items():
        assert set(names) <= set(FIELDS[kind])


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (SOMEBODY, "Zoé Quill, City of Wells"),
        (Person(name="Ada", territory="Kütahya"), "Ada, Kütahya"),
        (Person(name="Ada"), "Ada"),
        (ROOM, "Water"),
        (Session(code="D3"), "D3"),
        (ProgrammeDay(on=date(2021, 10, 5)), "5 October 2021"),
        (Role(session=ROOM.id, person=ADA.id, role=RoleKind.MODERATOR), "Ada, Moderator, Water"),
        (Attendance(session=ROOM.id, heads=12), "12 people, Water"),
        (Score(practice=ASKED.id, capital=PLANET.id, value=3), "Open the wells, Planet"),
        (Support(recommendation=ASKED.id, in_favour=3), "Open the wells"),
        (Reservation(recommendation=ASKED.id, text="Too dear"), "Too dear"),
        (Group(recommendations=[ASKED.id], wording={}), "Open the wells"),
        (Group(recommendations=[ASKED.id], wording={"fr": "Ouvrir"}), "Ouvrir"),
        (Verdict(first=ASKED.id, second=SOMEBODY.id), "Open the wells"),
        (Section(part=SectionKind.PREAMBLE), "Preamble"),
        (Paragraph(section=ROOM.id, lead_in={"en": "Urge"}, words={"en": "mayors to dig"}), "mayors to dig"),
        (Amendment(about=ASKED.id), "Open the wells"),
        (Edition(number=2), "No. 2"),
        (Edition(number=2, name="Zero draft"), "Zero draft"),
        (Reference(title="Pact"), "Pact"),
    ],
)  # fmt: skip
def test_a_gist_is_what_people_would_call_it(record: Record, words: str) -> None:
    assert gist(T, record, known(record)) == words


def test_what_is_not_in_the_file_is_said_to_be_missing_and_a_record_without_words_is_called_by_its_kind() -> None:
    assert referred(T, UUID(int=77), known()) == "An entry that is not in this file"
    nameless = Group(id=UUID(int=20), recommendations=[], wording={})
    assert referred(T, nameless.id, known(nameless)) == "Recommendations that say the same"
    assert record_name(T, nameless, known()) == "Recommendations that say the same"


def test_records_that_refer_to_each_other_in_a_ring_or_a_long_chain_are_named_all_the_same() -> None:
    ring = Verdict(id=UUID(int=30), first=UUID(int=30), second=UUID(int=30))
    assert gist(T, ring, known(ring)) == "Verdict on two recommendations"
    chain = [Amendment(id=UUID(int=100 + place), about=UUID(int=101 + place)) for place in range(5000)]
    assert gist(T, chain[0], known(*chain)) == "Amendment"


def test_a_name_is_short_and_on_one_line() -> None:
    long = Recommendation(set=RecommendationSet.POLICY, text="Open the wells\nto everyone " * 20)
    name = record_name(T, long, known())
    assert name.startswith("Recommendation: Open the wells to everyone Open")
    assert name.endswith(" …")
    assert len(name) < 90
    assert shortened("Open the wells", 14) == "Open the wells"
    assert shortened("Open the wells", 13) == "Open the …"
    assert shortened("a" * 50, 10) == "a" * 10 + " …"


def test_whoever_has_no_card_is_somebody() -> None:
    assert author_name(T, "") == "somebody without a name"
    assert author_name(T, "Ada") == "Ada"


def test_a_session_is_named_in_the_language_asked_for_or_by_its_code() -> None:
    session = Session(code="D2", title={"en": "Water", "fr": "Eau"})
    assert session_name(translator("fr"), session) == "Eau"
    assert session_name(T, Session(code="D3", title={"en": ""})) == "D3"


def test_a_file_finds_its_records_of_whatever_kind(folder: Path) -> None:
    with a_store(folder) as store:
        records = [a_recommendation(store), a_session(store), a_lesson(store)]
        look = lookup_in(store)
        assert [look(one.id) for one in records] == records
        assert look(UUID(int=77)) is None
        store.delete(records[2])
        assert lookup_in(store)(records[2].id).deleted
