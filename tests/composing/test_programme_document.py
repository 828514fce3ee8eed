"""The programme as a document: by day, breaks in their place, and nobody named who has not agreed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from consultation import document as doc
from consultation.composing import programme
from consultation.errors import NotFound
from consultation.language import translator
from consultation.model import (
    Organisation,
    OrganisationPart,
    Person,
    ProgrammeDay,
    Role,
    RoleKind,
    Session,
    SessionFormat,
)
from consultation.publishing import markdown_text, pdf_bytes
from tests.builders import a_session, a_store

T = translator("en")


def at(hour: int) -> datetime:
    return datetime(2021, 10, 5, hour, tzinfo=UTC)


def test_each_day_has_its_sessions_with_breaks_between_and_those_without_a_time_stand_last(tmp_path):
    with a_store(tmp_path) as store:
        store.save(ProgrammeDay(on=date(2021, 10, 5), title={"en": "Climate Day"}))
        a_session(store, code="D1", title={"en": "Wells"}, starts=at(9), ends=at(10), room="Hall A")
        a_session(store, code="LUNCH", title={"en": "Lunch"}, starts=at(12), ends=at(13), recorded=False)
        a_session(store, code="D2", title={"en": "Rivers"}, starts=at(13), ends=at(14), languages=["en", "fr"])
        a_session(store, code="LATE", title={"en": "Not known yet"})
        made = programme(store, T)
        headings = [block.text for block in made.blocks if isinstance(block, doc.Heading)]
        assert headings == ["Tuesday, 5 October 2021 – Climate Day", "Without a time yet"]
        text = markdown_text(made)
        assert text.index("Wells") < text.index("Lunch") < text.index("Rivers") < text.index("Not known yet")
        assert "LUNCH" not in text
        assert "English and French" in text
        assert pdf_bytes(made) == pdf_bytes(programme(store, T))


def test_nobody_is_announced_who_has_not_agreed_to_be_named(tmp_path):
    with a_store(tmp_path) as store:
        session = a_session(store, code="D1", title={"en": "Wells"}, starts=at(9))
        for name, consent in (("Ada Marsh", True), ("Zoé Quill", False), ("Bo Ek", None)):
            person = Person(id=store.new_id(), name=name, consent=consent)
            store.save(person)
            store.save(Role(session=session.id, person=person.id, role=RoleKind.MODERATOR))
        text = markdown_text(programme(store, T))
        assert "Ada Marsh (moderator)" in text
        assert "Zoé" not in text
        assert "Bo Ek" not in text


def test_a_heading_opens_with_a_capital_and_hours_are_those_of_the_language(tmp_path):
    with a_store(tmp_path) as store:
        store.change(store.consultation, time_zone="UTC")
        a_session(store, code="D1", title={"fr": "Les puits"}, starts=at(9), ends=at(10))
        text = markdown_text(programme(store, translator("fr")))
        assert "Mardi 5 octobre 2021" in text
        assert "9 h – 10 h" in text.replace("\u00a0", " ")


def test_names_of_organisations_that_have_commas_and_an_and_are_told_apart(tmp_path):
    with a_store(tmp_path) as store:
        both = [
            Organisation(id=store.new_id(), name={"en": name}, parts=[OrganisationPart.ORGANISER], rank=rank)
            for rank, name in enumerate(("Wells, Rivers and Lakes", "Water and Soil"))
        ]
        store.save_all(both)
        store.change(store.consultation, host={"en": "Municipality of Ulm"}, place={"en": "Ulm"})
        a_session(store, code="D1", title={"en": "Wells"}, organisations=[each.id for each in both])
        made = programme(store, T)
        assert dict(made.cover.columns)["Who"] == "Wells, Rivers and Lakes; Water and Soil"
        assert dict(made.cover.columns)["Where"] == "Ulm; host: Municipality of Ulm"
        assert "Wells, Rivers and Lakes; Water and Soil" in markdown_text(made)


def test_whose_hours_they_are_is_said_only_where_there_are_any(tmp_path):
    with a_store(tmp_path) as store:
        session = a_session(store, code="D1", title={"en": "Wells"})
        assert "Times" not in dict(programme(store, T).cover.columns)
        store.change(session, starts=at(9), ends=at(10))
        assert "Times" in dict(programme(store, T).cover.columns)


def test_how_a_session_is_held_is_said_where_its_day_is_held_otherwise(tmp_path):
    with a_store(tmp_path) as store:
        store.save(ProgrammeDay(on=date(2021, 10, 5), format=SessionFormat.IN_PERSON))
        for code, held in (("D1", SessionFormat.IN_PERSON), ("D2", SessionFormat.HYBRID)):
            a_session(store, code=code, title={"en": code}, starts=at(9), format=held, room="Hall A")
        (table,) = (block for block in programme(store, T).blocks if isinstance(block, doc.Table))
        below = [row.remarks[1] for row in table.rows]
        assert ["".join(run.text for run in said) for said in below] == ["", "Hybrid"]


def test_where_a_session_is_held_is_not_said_again_below_its_day_and_never_of_a_break(tmp_path):
    with a_store(tmp_path) as store:
        store.save(ProgrammeDay(on=date(2021, 10, 5), format=SessionFormat.IN_PERSON))
        a_session(store, code="D1", starts=at(9), format=SessionFormat.IN_PERSON)
        a_session(store, code="D2", starts=at(10), format=SessionFormat.ONLINE)
        a_session(store, code="B", starts=at(11), format=SessionFormat.ONLINE, recorded=False)
        (table,) = (block for block in programme(store, T).blocks if isinstance(block, doc.Table))
        assert ["".join(run.text for run in row.cells[2]) for row in table.rows] == ["", "Online", ""]


def test_an_empty_programme_is_no_document(tmp_path):
    with a_store(tmp_path) as store:
        with pytest.raises(NotFound):
            programme(store, T)
        assert store.count(Session) == 0


def test_the_programme_says_as_of_when_it_is(tmp_path):
    with a_store(tmp_path) as store:
        a_session(store, code="D1", title={"en": "Wells"}, starts=at(9))
        made = programme(store, T)
        moment = store.changed_at()
        assert moment is not None
        assert made.changed_at == moment
        assert made.status.startswith(f"As of {T.day(moment.date())}")
