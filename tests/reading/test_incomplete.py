"""What waits for somebody to complete it."""

from __future__ import annotations

import pytest

from consultation.model import (
    KnownVocabulary,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Support,
    fingerprint,
    new_id,
    translation,
)
from consultation.reading.incomplete import Gap, gaps_of
from consultation.reading.tallies import count_support
from consultation.reading.translations import current_texts, stale_languages
from consultation.reading.wording import words_of

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
