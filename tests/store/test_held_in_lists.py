"""Records asked for by what stands in a list of theirs, and counted by what they hold."""

from __future__ import annotations

from pathlib import Path

from consultation.model import Intervention, Recommendation
from tests.builders import a_recommendation, a_session, a_store


def test_records_are_found_by_an_id_in_a_list_of_theirs(tmp_path: Path):
    with a_store(tmp_path) as store:
        session = a_session(store)
        said = [Intervention(id=store.new_id(), session=session.id, text=text) for text in ("Wells.", "Buses.")]
        for intervention in said:
            store.save(intervention)
        wells, both = (
            a_recommendation(store, interventions=[said[0].id]),
            a_recommendation(store, interventions=[said[1].id, said[0].id]),
        )
        a_recommendation(store)
        gone = a_recommendation(store, interventions=[said[0].id])
        store.delete(gone)
        assert [one.id for one in store.holding(Recommendation, "interventions", said[0].id)] == [wells.id, both.id]
        assert [one.id for one in store.holding(Recommendation, "interventions", said[1].id)] == [both.id]


def test_records_are_counted_by_what_they_hold(tmp_path: Path):
    with a_store(tmp_path) as store:
        here, there = a_session(store, "S1"), a_session(store, "S2")
        for session, language in ((here, "en"), (here, "en"), (here, "fr"), (there, "en")):
            store.save(Intervention(id=store.new_id(), session=session.id, text="Wells.", language=language))
        gone = Intervention(id=store.new_id(), session=here.id, text="Nothing.", language="fr")
        store.save(gone)
        store.delete(gone)
        assert store.count_by(Intervention, "language", session=here.id) == {"en": 2, "fr": 1}
