"""What merging and drafting did, in sentences: one for each matter there is, and none for what there is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from uuid import UUID

import pytest

from consultation.errors import ConsultationError, SourceRefused
from consultation.language import WINDOW_LANGUAGES, translator
from consultation.merging import Contribution
from consultation.words import WARNINGS, Matter, remarks, unread_remark, what_drafting_did

T = translator("en")
ADA, TOBIAS, ZOE, MINH = (UUID(int=number) for number in range(1, 5))
NAMES = {ADA: "Ada", TOBIAS: "Tobias", ZOE: "Zoé", MINH: "Minh"}


@dataclass(frozen=True)
class Brought:
    """What a file brings, by hand."""

    revisions: int = 1
    created: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    deleted: Mapping[str, int] = field(default_factory=dict)
    conflicts: int = 0
    wrong_clock: int = 0
    other_consultation: bool = False
    consent: Mapping[UUID, bool] = field(default_factory=dict)
    written_for: Mapping[UUID, int] = field(default_factory=dict)
    erased: int = 0
    unread: int = 0
    missing: int = 0
    filled: int = 0
    refusal: ConsultationError | None = None


def told(brought: Brought, **others: object) -> list[str]:
    return [remark.text for remark in remarks(T, brought, people=NAMES, **others)]


def test_what_is_told_is_what_merging_gives() -> None:
    given = Contribution(Path("room.consult"))
    assert all(type(getattr(given, one.name)) is type(getattr(Brought(), one.name)) for one in fields(Brought))


@pytest.mark.parametrize(
    ("brought", "sentence"),
    [
        (Brought(revisions=0), "Nothing new: everything in it is here already."),
        (Brought(created={"recommendation": 26, "role": 3}), "New: 26 recommendations and 3 roles in sessions."),
        (Brought(changed={"session": 3}), "Changed: 3 sessions."),
        (
            Brought(changed={"recommendation": 30}, deleted={"recommendation": 30}),
            "Deleted: 30 recommendations. They can be brought back.",
        ),
        (Brought(conflicts=1), "1 conflict for you to decide. Both versions are kept until then."),
        (Brought(conflicts=2), "2 conflicts for you to decide. All versions are kept until then."),
        (
            Brought(consent={TOBIAS: True, ADA: False}),
            "It changes whether these people agree to be named: Ada and Tobias. Ask them before you publish.",
        ),
        (
            Brought(written_for={ADA: 2}),
            "Another laptop than theirs writes in the name of Ada. Ask them whether that is right.",
        ),
        (Brought(erased=2), "It erases the words of 2 entries for good; you would no longer have them either."),
        (Brought(revisions=0, filled=1), "It still has the words of 1 entry that came here without them."),
        (
            Brought(unread=12),
            "12 entries need a newer version of the program: they are kept and passed on, but not shown.",
        ),
        (
            Brought(missing=1),
            "1 earlier change is missing on which later ones build, as after saving what was whole of a damaged file. "
            "The later ones are kept; a whole copy, merged at any time, brings it back.",
        ),
        (
            Brought(wrong_clock=1),
            "The clock of that laptop was wrong: 1 entry is dated in the future. Tell its owner.",
        ),
        (Brought(other_consultation=True), "It is of another consultation."),
        (Brought(refusal=SourceRefused("“{name}” is a picture.", name="a.png")), "“a.png” is a picture."),
    ],
)
def test_each_matter_is_one_sentence(brought: Brought, sentence: str) -> None:
    assert told(brought) == [sentence]


def test_everything_is_told_at_once_in_one_order() -> None:
    brought = Brought(
        created={"lesson": 1},
        changed={"lesson": 2},
        deleted={"lesson": 1},
        conflicts=1,
        wrong_clock=1,
        other_consultation=True,
        consent={ADA: True},
        written_for={ADA: 2},
        erased=1,
        unread=1,
        missing=1,
        filled=1,
    )
    matters = [remark.matter for remark in remarks(T, brought, [{"en": "Water"}], NAMES, {"en": "Roads"})]
    assert matters[0] is Matter.OTHER_CONSULTATION
    assert len(matters) == len(set(matters))
    assert set(Matter) - set(matters) == {Matter.NOTHING_NEW, Matter.REFUSAL}
    assert set(Matter) > WARNINGS


def test_what_is_deleted_is_not_told_as_changed_too() -> None:
    changed = Brought(changed={"lesson": 3, "session": 1}, deleted={"lesson": 2})
    assert told(changed) == [
        "Changed: 1 session and 1 lesson learned.",
        "Deleted: 2 lessons learned. They can be brought back.",
    ]


def test_a_refused_file_says_only_why() -> None:
    refused = Brought(created={"lesson": 1}, conflicts=1, refusal=SourceRefused("No."))
    assert told(refused) == ["No."]


def test_the_first_sessions_are_named_and_the_rest_counted() -> None:
    titles = [{"en": name} for name in ("Water", "Roads", "Ports", "Fields", "Woods")]
    assert told(Brought(), sessions=titles[:1]) == ["From “Water”."]
    assert told(Brought(), sessions=titles) == ["From “Water”, “Roads”, “Ports” and 2 other sessions."]


def test_the_first_people_are_named_and_the_rest_counted_be_they_known_or_not() -> None:
    (sentence,) = told(Brought(consent=dict.fromkeys((ADA, TOBIAS, ZOE, MINH), True)))
    assert "Ada, Minh, Tobias and 1 other person." in sentence
    assert "Ada and 1 other person." in told(Brought(consent={ADA: True, UUID(int=77): True}))[0]
    assert "2 people." in told(Brought(consent={UUID(int=77): True, UUID(int=78): True}))[0]


def test_the_other_consultation_is_named_where_its_title_is_known() -> None:
    assert told(Brought(other_consultation=True), about={"en": "Roads"}) == ["It is of another consultation: “Roads”."]


def test_braces_in_what_people_wrote_are_words() -> None:
    assert told(Brought(), sessions=[{"en": "{count} <b>wells</b>"}]) == ["From “{count} <b>wells</b>”."]
    (sentence,) = [one.text for one in remarks(T, Brought(consent={ADA: True}), people={ADA: "{people}"})]
    assert "{people}. Ask" in sentence


def test_one_entry_for_a_newer_version_is_told_in_the_singular() -> None:
    assert unread_remark(T, 1).startswith("1 entry needs a newer version of the program")


@dataclass(frozen=True)
class Refreshed:
    """What drafting did, by hand."""

    new: range = range(0)
    changed: range = range(0)
    withdrawn: range = range(0)
    kept: range = range(0)
    without_source: range = range(0)
    left_out: int = 0
    clauses: int = 9
    items: int = 0
    recitals: int = 0
    first: bool = False


UP_TO_DATE = ["The draft is up to date.", "The draft has 9 paragraphs."]


@pytest.mark.parametrize(
    ("done", "sentences"),
    [
        (Refreshed(new=range(8), first=True), ["The draft is made: 9 paragraphs."]),
        (Refreshed(), UP_TO_DATE),
        (Refreshed(clauses=0, first=True), ["The draft is up to date.", "The draft has 0 paragraphs."]),
        (
            Refreshed(new=range(1), changed=range(2), withdrawn=range(3)),
            [
                "Drafted again: 1 new clause, 2 clauses reworded and 3 clauses withdrawn.",
                "The draft has 9 paragraphs.",
            ],
        ),
        (
            Refreshed(kept=range(1)),
            [
                *UP_TO_DATE,
                "1 clause that a person edited stays as it is, though drafting now proposes something else.",
            ],
        ),
        (
            Refreshed(without_source=range(2)),
            [*UP_TO_DATE, "2 clauses that people edited have no source any more."],
        ),
        (
            Refreshed(clauses=72, items=3, recitals=7, first=True),
            ["The draft is made: 7 recitals, 72 paragraphs and 3 items."],
        ),
        (Refreshed(left_out=1), [*UP_TO_DATE, "1 clause stays left out, as a person wanted."]),
        (
            Refreshed(new=range(9), left_out=2, first=True),
            ["The draft is made: 9 paragraphs.", "2 clauses stay left out, as people wanted."],
        ),
    ],
)
def test_drafting_is_told_in_sentences(done: Refreshed, sentences: list[str]) -> None:
    assert what_drafting_did(T, done) == sentences


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
def test_drafting_is_told_in_every_language(language: str) -> None:
    done = Refreshed(range(1), range(1), range(1), range(1), range(1), 1)
    sentences = what_drafting_did(translator(language), done)
    assert len(sentences) == 5
    assert all(one.endswith(".") for one in sentences)
