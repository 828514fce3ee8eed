"""Which recommendations of a file wait for a rapporteur to complete them."""

from __future__ import annotations

from pathlib import Path

from consultation.deciding.desk import Lacking, lacking_among, read_lacking
from consultation.model import KnownVocabulary, RecommendationStatus, Support, Term
from consultation.reading.incomplete import Gap
from tests.builders import a_recommendation, a_store


def test_a_file_says_what_a_rapporteur_can_complete_oldest_first(tmp_path: Path):
    with a_store(tmp_path) as store:
        planet = Term(id=store.new_id(), vocabulary=KnownVocabulary.STRAND, key="planet")
        store.save(planet)
        without = a_recommendation(store, "Mend the roads.", language="")
        a_recommendation(store, "Set aside.", language="", status=RecommendationStatus.SET_ASIDE)
        store.delete(a_recommendation(store, "Gone.", language=""))
        complete = a_recommendation(store, "Open the wells.", terms={KnownVocabulary.STRAND: [planet.id]})
        twice = a_recommendation(store, "Plant trees.", terms={KnownVocabulary.STRAND: [planet.id]})
        for _ in range(2):
            store.save(Support(id=store.new_id(), recommendation=twice.id, in_favour=3))
        expected = (
            Lacking(without, (Gap.STRAND, Gap.LANGUAGE)),
            Lacking(twice, (Gap.COUNTED_TWICE,)),
        )
        assert read_lacking(store) == expected
        assert lacking_among(store, {twice.id, without.id, complete.id}) == expected
