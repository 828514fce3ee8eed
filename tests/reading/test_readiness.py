"""What still lacks before handing out, each thing with the records that lack it."""

from __future__ import annotations

from datetime import UTC, datetime

from consultation.language import translator
from consultation.model import Person, Role, RoleKind, Session, Term, Vocabulary
from consultation.reading.readiness import Matter, look_through, said
from tests.builders import a_store

T = translator("en")


def found(store):
    return {check.matter: check for check in look_through(store)}


def test_what_lacks_is_named_with_its_records_and_what_is_mended_is_in_order(tmp_path):
    with a_store(tmp_path) as store:
        store.change(store.consultation, languages=["en", "fr"], title={"en": "Water"})
        session = Session(id=store.new_id(), code="D1", title={"en": "Wells"})
        lunch = Session(id=store.new_id(), code="LUNCH", title={"en": "Lunch", "fr": "Repas"}, recorded=False)
        zoe = Person(id=store.new_id(), name="Zoé")
        store.save_all([session, lunch, zoe])
        checks = found(store)
        assert [lack.record for lack in checks[Matter.TIMES].lacks] == [session.id, lunch.id]
        assert [(lack.record, lack.languages) for lack in checks[Matter.TITLES].lacks] == [(session.id, ("fr",))]
        assert [lack.record for lack in checks[Matter.QUESTIONS].lacks] == [session.id]
        assert [lack.record for lack in checks[Matter.FACILITATORS].lacks] == [session.id]
        assert [lack.record for lack in checks[Matter.CONSENT].lacks] == [zoe.id]
        assert said(T, checks[Matter.NAME]) == ("The consultation has no title in every language", "French")
        assert said(T, checks[Matter.TIMES])[0] == "2 sessions have no time"
        when = datetime(2021, 10, 5, 14, tzinfo=UTC)
        store.change(session, starts=when, questions=[{"en": "Who?"}], title={"en": "Wells", "fr": "Puits"})
        store.change(lunch, month="2021-10")
        store.save(Role(id=store.new_id(), session=session.id, person=zoe.id, role=RoleKind.MODERATOR))
        store.change(zoe, consent=False, organisation="Wells for all")
        store.change(store.consultation, title={"en": "Water", "fr": "Eau"})
        assert all(check.is_in_order for check in look_through(store))
        assert said(T, found(store)[Matter.TIMES]) == ("A time for every session", "2")


def test_a_consultation_in_which_nobody_can_write_is_not_ready(tmp_path):
    with a_store(tmp_path) as store:
        sessions = found(store)[Matter.SESSIONS]
        assert [lack.record for lack in sessions.lacks] == [store.consultation.id]
        assert said(T, sessions) == ("There is no session in which somebody can write", "")
        assert Matter.TIMES not in found(store), "of what is not there, no time is told to be in order"
        store.save(Session(id=store.new_id(), code="LUNCH", recorded=False))
        assert not found(store)[Matter.SESSIONS].is_in_order
        store.save(Session(id=store.new_id(), code="D1"))
        assert said(T, found(store)[Matter.SESSIONS]) == ("Sessions to write in", "1")


def test_a_term_that_is_no_longer_offered_lacks_nothing(tmp_path):
    with a_store(tmp_path) as store:
        store.change(store.consultation, languages=["en", "fr"])
        store.save(Vocabulary(id=Vocabulary.id_of("river"), key="river"))
        term = Term(id=store.new_id(), vocabulary="river", key="nile", label={"en": "Nile"})
        store.save(term)
        assert [lack.record for lack in found(store)[Matter.TERMS].lacks] == [term.id]
        store.change(term, retired=True)
        assert Matter.TERMS not in found(store) or found(store)[Matter.TERMS].is_in_order
