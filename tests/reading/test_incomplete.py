"""What waits for somebody to complete it."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.model import (
    Intervention,
    KnownVocabulary,
    Practice,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Support,
    Term,
    fingerprint,
    new_id,
    translation,
)
from consultation.reading.incomplete import Gap, gaps_of, read_incomplete
from consultation.reading.tallies import count_support
from consultation.reading.translations import current_texts, stale_languages
from consultation.reading.wording import words_of
from tests.builders import a_recommendation, a_session, a_store

BOTH = frozenset({KnownVocabulary.STRAND, KnownVocabulary.ADDRESSEE})
TEXT = "Open the wells."


def complete(**values: object) -> Recommendation:
    whole = {
        "text": TEXT,
        "set": RecommendationSet.POLICY,
        "language": "en",
        "addressees": [new_id()],
        "terms": {KnownVocabulary.STRAND: [new_id()]},
        "translations": {"fr": translation("Ouvrir les puits.", of=TEXT)},
    }
    return Recommendation(**(whole | values))


def gaps(one: Recommendation, *support: dict[str, object], vocabularies: frozenset[str] = BOTH) -> tuple[Gap, ...]:
    noted = support or ({"in_favour": 1},)
    counts = count_support(one.text, [Support(recommendation=one.id, **each) for each in noted])
    return gaps_of(one, counts, vocabularies)


def test_a_complete_recommendation_lacks_nothing():
    assert gaps(complete()) == ()


@pytest.mark.parametrize(
    ("values", "gap"),
    [
        ({"set": None}, Gap.SET),
        ({"terms": {KnownVocabulary.CAPITAL: [new_id()]}}, Gap.STRAND),
        ({"language": ""}, Gap.LANGUAGE),
        ({"addressees": []}, Gap.ADDRESSEE),
        ({"translations": {"fr": translation("Ouvrir tous les puits.", of="Open all wells.")}}, Gap.STALE_TRANSLATION),
    ],
)
def test_each_gap_is_named_and_only_where_somebody_has_to_complete_it(values: dict[str, object], gap: Gap):
    assert gaps(complete(**values)) == (gap,)
    assert gaps(complete(status=RecommendationStatus.SET_ASIDE, **values)) == ()


def test_counts_that_are_missing_early_or_twice_are_gaps():
    assert gaps(complete(), {}) == (Gap.COUNT,)
    assert gaps(complete(), {"in_favour": 3, "counted_on": fingerprint("Open wells.")}) == (Gap.EARLIER_COUNT,)
    assert gaps(complete(), {"in_favour": 3}, {"in_favour": 4}) == (Gap.COUNTED_TWICE,)


def test_where_there_are_no_strands_a_recommendation_lacks_none():
    bare = complete(terms={}, addressees=[])
    assert gaps(bare) == (Gap.STRAND, Gap.ADDRESSEE)
    assert gaps(bare, vocabularies=frozenset()) == ()


def test_a_translation_of_earlier_words_is_not_printed_as_current():
    made = {
        "fr": translation("Ouvrir les puits.", of=TEXT),
        "es": translation("Abrir los pozos viejos.", of="Open the old wells."),
        "pt": {"text": "Abrir os poços.", "by": "", "of": "", "machine": False},
    }
    assert stale_languages(made, TEXT) == ["es"]
    assert stale_languages(made, f"  {TEXT}\n") == ["es"], "white space at the ends changes no words"
    assert current_texts(made, TEXT) == {"fr": "Ouvrir les puits.", "pt": "Abrir os poços."}
    one = complete(translations=made)
    assert [words_of(one, language).stale for language in ("en", "fr", "es", "pt")] == [False, False, True, False]


def test_a_file_says_what_is_not_complete_in_it(tmp_path: Path):
    with a_store(tmp_path) as store:
        store.save(Term(id=store.new_id(), vocabulary=KnownVocabulary.STRAND, key="planet"))
        session = a_session(store)
        without = a_recommendation(store, "Mend the roads.", language="")
        deleted = a_recommendation(store, "Gone.", language="")
        store.delete(deleted)
        store.save(Intervention(id=store.new_id(), session=session.id, text="We need wells."))
        practice = Practice(
            id=store.new_id(),
            title="Wells",
            text="Dug wells.",
            language="en",
            translations={
                "fr": translation("Puits", of="Wells"),
                "es": translation("Cavamos pozos.", of="Dug wells."),
                "pt": translation("Cavamos.", of="Dug."),
            },
        )
        store.save(practice)
        found = read_incomplete(store)
        assert [one.id for one in found.gaps[Gap.STRAND]] == [without.id]
        assert found.counts() == {gap: gap in (Gap.STRAND, Gap.LANGUAGE, Gap.COUNT) for gap in Gap}
        assert [(one.record.id, one.language) for one in found.stale_translations] == [(practice.id, "pt")]
        assert {kind: len(records) for kind, records in found.unnamed_languages.items()} == {
            "recommendation": 1,
            "intervention": 1,
        }
