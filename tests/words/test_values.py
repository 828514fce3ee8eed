"""Any value of any field is read in words: no id, no code, no brace of the program ever reaches a person."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from consultation.language import WINDOW_LANGUAGES, translator
from consultation.model import CommitmentState, RecommendationStatus, StatementKind, translation
from consultation.words import Values
from tests.words.everything import FIELDS, PLANET, SOMEBODY, a_value, lookup

RAW = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|[{}\[\]]|UUID|<|datetime|None|True|False|not_|_")


def values(language: str = "en", vocabularies: dict[str, dict[str, str]] | None = None) -> Values:
    return Values(translator(language), lookup, vocabularies)


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_can_be_put_into_words(kind: str, language: str) -> None:
    for name, hint in FIELDS[kind].items():
        value = a_value(hint)
        for written in (values(language).words(name, value), values(language).line(name, value)):
            assert written.strip(), name
            assert not RAW.search(written.replace("Europe/Istanbul", "")), (name, written)
        assert "\n" not in values(language).line(name, value)


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
@pytest.mark.parametrize("kind", FIELDS)
def test_two_values_of_every_field_can_stand_side_by_side(kind: str, language: str) -> None:
    for name, hint in FIELDS[kind].items():
        for other in (a_value(hint), None):
            told = values(language).alternatives(name, [a_value(hint), other])
            assert (told[0] == told[1]) is (other is not None), name
            assert all(words.strip() for words in told), name


@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_what_is_empty_is_said_to_be(nothing: Any) -> None:
    for name in ("text", "statements", "terms", "translations", "value", "month"):
        assert values().words(name, nothing) == "Nothing is entered"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("consent", False, "No"),
        ("deleted", True, "Deleted"),
        ("deleted", False, "Kept"),
        ("status", RecommendationStatus.SET_ASIDE, "Set aside"),
        ("state", CommitmentState.UNDER_WAY, "Under way"),
        ("person", SOMEBODY.id, "Zoé Quill, City of Wells"),
        ("person", UUID(int=77), "An entry that is not in this file"),
        ("terms.strand", [PLANET.id, SOMEBODY.id], "Planet\nZoé Quill, City of Wells"),
        ("terms", {"strand": [PLANET.id]}, "Strands: Planet"),
        ("by", date(2021, 10, 5), "5 October 2021"),
        ("said_at", datetime(2021, 10, 5, 14, 30, tzinfo=UTC), "5 October 2021, 14:30"),
        ("month", "2021-05", "May 2021"),
        ("half_year", "2020-H2", "second half of 2020"),
        ("year", 2015, "2015"),
        ("heads", 12345, "12,345"),
        ("value", 4, "4 of 5"),
        ("consensus", 3, "3 · can live with it"),
        ("language", "fr", "French"),
        ("languages", ["fr", "en"], "French\nEnglish"),
        ("kinds", ["recommendation", "hologram"], "Recommendation\nhologram"),
        ("title", {"en": "Water", "fr": "Eau"}, "English: Water\nFrench: Eau"),
        ("title", {"fr": "Eau"}, "Eau"),
        (
            "recitals",
            [{"text": {"en": "One", "fr": "Un"}, "needs": []}, {"text": {"fr": "Deux"}, "needs": ["sessions"]}],
            "One\nDeux (Sessions held)",
        ),
        ("untranslated", {"en": "fr", "es": "fr"}, "English: French\nSpanish: French"),
        ("emblem", "data:image/png;base64," + "A" * 3000, "A picture of 3 kB"),
        ("counted_on", "5f2c7d2f6b0d9f6c", "the wording marked 5f2c7d2f"),
        ("revisions", "5f2c7d2f6b0d9f6c", "the state of the file marked 5f2c7d2f"),
        ("drafted", {"en": {"lead_in": "Urge", "addressed": "", "words": "mayors to dig"}}, "Urge mayors to dig"),
        ("drafted", {"en": "Dig."}, "Dig."),
    ],
)
def test_a_value_reads_as_a_person_would_say_it(name: str, value: Any, words: str) -> None:
    assert values().words(name, value) == words


def test_a_translation_says_who_made_it() -> None:
    by_hand = translation("Open the wells", "Ouvrir les puits", SOMEBODY.id)
    by_machine = translation("Abrir los pozos", "Ouvrir les puits", machine=True)
    assert values().words("translations", {"en": by_hand, "es": by_machine}) == (
        "English: Open the wells (translated by Zoé Quill, City of Wells)\n"
        "Spanish: Abrir los pozos (translated by a machine)"
    )
    assert values().words("translations", {"en": translation("Dig", "Creuser")}) == "Dig"


def test_a_rendering_says_who_put_the_words_into_a_language() -> None:
    rendered = {"en": {"by": str(SOMEBODY.id), "of": "", "machine": False}}
    assert values().words("renderings", rendered) == "translated by Zoé Quill, City of Wells"
    unknown = {"en": {"by": "", "of": "", "machine": False}}
    assert values().words("renderings", unknown) == "Nothing is entered"


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2020-01-01", "2021-12-31", "Mayor (from 1 January 2020 to 31 December 2021)"),
        ("2020-01-01", "", "Mayor (since 1 January 2020)"),
        ("", "2021-12-31", "Mayor (until 31 December 2021)"),
        ("", "", "Mayor"),
        ("2021-02-30", "", "Mayor (since 2021-02-30)"),
    ],
)
def test_an_office_is_written_with_its_days_be_they_in_a_calendar_or_not(starts: str, ends: str, words: str) -> None:
    function = {"title": "Mayor", "organisation": "", "starts": starts, "ends": ends}
    assert values().words("functions", [function]) == words
    mandate = {"what": {"en": "Mayor"}, "starts": starts, "ends": ends}
    assert values().words("mandates", [mandate]) == words


def test_a_statement_says_its_kind_and_whose_it_is() -> None:
    statement = {"kind": StatementKind.FUNDING, "text": {"en": "Paid by all."}, "organisation": str(SOMEBODY.id)}
    assert values().words("statements", [statement]) == "Funding: Paid by all. (Zoé Quill, City of Wells)"


def test_what_was_taken_over_says_what_became_of_it() -> None:
    taken = {"recommendation": str(SOMEBODY.id), "done": "widened"}
    assert values().words("took_over", [taken]) == "Zoé Quill, City of Wells: widened"


def test_terms_are_called_as_the_file_calls_their_vocabulary() -> None:
    assert (
        values(vocabularies={"strand": {"en": "Pillars"}}).words("terms", {"strand": [PLANET.id]}) == "Pillars: Planet"
    )


def test_side_by_side_only_the_languages_that_differ_are_shown() -> None:
    told = values().alternatives("title", [{"en": "Water", "fr": "Eau"}, {"en": "Water", "fr": "Les eaux"}])
    assert told == ["French: Eau", "French: Les eaux"]
    told = values().alternatives("title", [{"en": "Water"}, {"en": "Wells", "es": "Pozos"}])
    assert told == ["English: Water\nSpanish: –", "English: Wells\nSpanish: Pozos"]
    assert values().alternatives("title", [{"en": "Water"}, {"en": "Wells"}]) == ["Water", "Wells"]


def test_side_by_side_translations_of_different_people_differ() -> None:
    mine, theirs = translation("Dig", "Creuser", SOMEBODY.id), translation("Dig", "Creuser", machine=True)
    first, second = values().alternatives("translations", [{"en": mine}, {"en": theirs}])
    assert first != second


def test_on_one_line_nothing_passes_for_a_line_of_its_own() -> None:
    assert values().line("text", "Open\nthe  wells\r\n0 conflicts to decide") == "Open the wells 0 conflicts to decide"
    assert values().line("languages", ["fr", "en"]) == "French; English"
