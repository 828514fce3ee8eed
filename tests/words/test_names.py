"""Every kind, field and choice has a word, in every language, and none has one that nothing needs."""

from __future__ import annotations

import ast
from enum import StrEnum
from pathlib import Path

import pytest

from consultation.language import WINDOW_LANGUAGES, translator
from consultation.model import (
    KINDS,
    KnownVocabulary,
    RecommendationSet,
    RecommendationStatus,
    RoleKind,
    SessionStatus,
    choices,
)
from consultation.store.versions.names import OF_ANY_KIND
from consultation.words import (
    PLURALS,
    all_counted,
    choice_name,
    consensus_name,
    counted,
    field_name,
    kind_name,
    named_counts,
    one_term,
    set_heading,
    summed_up,
    vocabulary_labels,
    vocabulary_name,
)
from consultation.words.choices import CHOICES
from consultation.words.fields import COMMON, OF_KIND, PARTS_OF
from consultation.words.kinds import COUNTS, NAMES
from tests.builders import a_store
from tests.words.everything import FIELDS

T = translator("en")
SOURCES = Path(__file__).parents[2] / "consultation" / "words"
ALL_CHOICES = [one for one in vars(choices).values() if isinstance(one, type) and one.__module__ == choices.__name__]
MARKS = {"N_", "NC_", "NP_"}

every_language = pytest.mark.parametrize("language", WINDOW_LANGUAGES)


def marked() -> set[str]:
    """The texts of consultation.words that are marked for the catalogues, where they are written."""
    found: set[str] = set()
    for file in SOURCES.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            called = getattr(getattr(node, "func", None), "id", "") if isinstance(node, ast.Call) else ""
            if called in MARKS:
                found |= {one.value for one in node.args if isinstance(one, ast.Constant)}
    return found


def texts_of(word: str | tuple[str, ...]) -> set[str]:
    return {word} if isinstance(word, str) else set(word)


@every_language
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_a_count_and_a_name_in_json(kind: str, language: str) -> None:
    t = translator(language)
    assert kind_name(t, kind) != kind
    assert counted(t, kind, 1).startswith("1 ")
    assert counted(t, kind, 2000).startswith(t.number(2000))
    assert COUNTS[kind][0] != COUNTS[kind][1]
    assert PLURALS[kind].replace("_", "").isalpha()


def test_no_two_kinds_are_called_the_same_and_none_is_named_that_is_not_there() -> None:
    for table in (NAMES, COUNTS, PLURALS):
        assert list(table) == list(KINDS)
        assert len(set(table.values())) == len(KINDS)


@every_language
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_record_has_a_name_of_its_own(kind: str, language: str) -> None:
    t = translator(language)
    names = {name: field_name(t, kind, name) for name in FIELDS[kind]}
    assert all(names.values())
    assert t("Something this version of the program does not show") not in names.values()
    assert not [called for called in names.values() if "_" in called]
    assert len(set(names.values())) == len(names), sorted(names.values())


def test_no_field_is_named_that_no_record_has() -> None:
    assert set(COMMON) <= {name for names in FIELDS.values() for name in names}
    for kind, names in OF_KIND.items():
        assert set(names) <= set(FIELDS[kind])


@every_language
def test_the_parts_people_have_in_a_session_are_named_and_are_no_fields(language: str) -> None:
    assert set(PARTS_OF["session"]) == {role.value for role in RoleKind}
    assert not set(PARTS_OF["session"]) & set(FIELDS["session"])
    t = translator(language)
    assert len({field_name(t, "session", name) for name in PARTS_OF["session"]}) == len(RoleKind)


@every_language
@pytest.mark.parametrize("name", sorted(OF_ANY_KIND))
def test_what_any_revision_can_say_has_a_name(name: str, language: str) -> None:
    t = translator(language)
    assert field_name(t, "lesson", name) not in ("", name, t("Something this version of the program does not show"))


@every_language
@pytest.mark.parametrize("which", ALL_CHOICES)
def test_every_choice_has_a_name_of_its_own(which: type[StrEnum], language: str) -> None:
    names = [choice_name(translator(language), choice) for choice in which]
    assert all(names)
    assert len(set(names)) == len(names)
    assert not set(names) & {choice.value for choice in which}


def test_the_table_of_choices_has_exactly_the_choices_of_the_program() -> None:
    assert {which: set(names) for which, names in CHOICES.items()} == {which: set(which) for which in ALL_CHOICES}
    assert all(type(choice) is which for which, names in CHOICES.items() for choice in names)


def test_choices_that_are_written_alike_keep_their_own_words() -> None:
    assert SessionStatus.PROPOSED == RecommendationStatus.PROPOSED
    assert CHOICES[SessionStatus][SessionStatus.PROPOSED] == ("session", "Proposed")
    assert CHOICES[RecommendationStatus][RecommendationStatus.PROPOSED] == ("recommendation", "Proposed")


def test_every_word_reaches_the_catalogues() -> None:
    texts = marked()
    for table in (NAMES, COUNTS, COMMON, *OF_KIND.values(), *CHOICES.values()):
        for word in table.values():
            assert texts_of(word) <= texts


def test_no_text_is_put_into_words_where_the_catalogues_do_not_look() -> None:
    """They look for calls of ``t``: what is said by ``self._t("...")`` would stay English in every language."""
    for file in (SOURCES.parent).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                assert getattr(node.func, "attr", "") != "_t", f"{file}:{node.lineno}"


def test_a_kind_or_a_field_that_is_not_known_is_said_to_be_so() -> None:
    assert kind_name(T, "hologram") == "Entry that this version of the program does not show"
    assert field_name(T, "lesson", "flavour") == "Something this version of the program does not show"
    assert named_counts({"hologram": 2, "person": 1}) == {"hologram": 2, "people": 1}


def test_counts_are_told_for_every_kind_of_which_there_are_any() -> None:
    counts = {"person": 2, "session": 1, "handover": 1, "lesson": 0}
    assert all_counted(T, counts) == ["2 people", "1 session", "1 handover"]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (
            {"recommendation": 26, "intervention": 18, "support": 60, "role": 9},
            "26 recommendations, 18 interventions, 60 counts of support and 9 roles in sessions",
        ),
        (
            {"support": 2, "role": 3, "score": 1, "hologram": 1},
            "3 roles in sessions, 2 counts of support and 2 further entries",
        ),
        ({"hologram": 3}, "3 entries"),
        ({"person": 1, "role": 1}, "1 person and 1 role in a session"),
        ({}, ""),
    ],
)
def test_what_people_do_not_speak_of_is_summed_up(counts: dict[str, int], told: str) -> None:
    assert summed_up(T, counts) == told


def test_an_entry_of_the_terms_is_called_as_its_vocabulary(folder: Path) -> None:
    from consultation.model import Vocabulary

    with a_store(folder) as store:
        store.save(
            Vocabulary(id=Vocabulary.id_of("strand"), key="strand", label={"en": "Pillars", "fr": "Piliers", "es": ""})
        )
        labels = vocabulary_labels(store)
    assert field_name(T, "recommendation", "terms.strand", labels) == "Pillars"
    assert field_name(translator("fr"), "recommendation", "terms.strand", labels) == "Piliers"
    assert field_name(T, "recommendation", "terms.strand") == "Strands"
    assert field_name(T, "recommendation", "terms.water_basin", labels) == "water basin"
    assert field_name(T, "recommendation", "terms") == "Terms"


@every_language
@pytest.mark.parametrize("vocabulary", KnownVocabulary)
def test_every_vocabulary_of_the_program_and_one_term_of_it_have_a_word(
    vocabulary: KnownVocabulary, language: str
) -> None:
    t = translator(language)
    assert vocabulary_name(t, vocabulary.value, {}) == choice_name(t, vocabulary)
    assert one_term(vocabulary).in_words(t) not in ("", vocabulary.value.title())


def test_a_set_has_a_short_name_and_a_heading() -> None:
    for which in RecommendationSet:
        assert choice_name(T, which).lower() in set_heading(T, which)


@every_language
def test_every_degree_of_consensus_has_a_word(language: str) -> None:
    words = [consensus_name(translator(language), degree) for degree in range(1, 6)]
    assert len(set(words)) == 5
    assert [word[0] for word in words] == list("12345")
