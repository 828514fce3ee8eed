"""The annexes: every recommendation with where it stands, every reservation, who was there, and how it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest

from consultation import document as doc
from consultation.composing.annexes import annexes
from consultation.composing.references import References
from consultation.language import translator
from consultation.model import (
    Attendance,
    Evidence,
    Group,
    Intervention,
    KnownVocabulary,
    Organisation,
    OrganisationPart,
    Person,
    Practice,
    Presence,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Reference,
    ReferenceKind,
    Reservation,
    Role,
    RoleKind,
    Score,
    Session,
    Support,
    fingerprint,
)
from consultation.reading.material import gather
from consultation.reading.standing import Standing, StandingKind
from consultation.store import Store
from tests.drafting.rooms import POLICY, a_room, asked, term

EN = translator("en")
Kind = TypeVar("Kind")
in_every_language = pytest.mark.parametrize("language", ["en", "fr", "es"])


def written(
    store: Store, standings: dict[UUID, Standing] | None = None, language: str = "en", to_translate: int = 0
) -> list[doc.Block]:
    """Write the annexes of a file, its recommendations numbered as they were made."""
    material = gather(store)
    numbers = {recommendation: number for number, recommendation in enumerate(material.recommendations, 1)}
    return annexes(material, References(numbers), standings or {}, translator(language), to_translate=to_translate)


def those(blocks: Iterable[doc.Block], kind: type[Kind]) -> list[Kind]:
    return [block for block in blocks if isinstance(block, kind)]


def rows_of(blocks: Iterable[doc.Block], anchor: str) -> list[doc.Row]:
    """The rows of tables whose anchors begin so."""
    return [row for table in those(blocks, doc.Table) for row in table.rows if row.anchor.startswith(anchor)]


def cells(row: doc.Row) -> list[str]:
    return [doc.text_of(cell) for cell in row.cells]


def statements(blocks: Iterable[doc.Block]) -> str:
    """What the method says."""
    said = [block for block in those(blocks, doc.Paragraph) if block.role is doc.Role.METHOD]
    return "\n".join(doc.text_of(block.runs) for block in said)


def guides(blocks: Iterable[doc.Block]) -> str:
    """How the annexes are to be read."""
    said = [block for block in those(blocks, doc.Paragraph) if block.role is doc.Role.INTRODUCTION]
    return "\n".join(doc.text_of(block.runs) for block in said)


def test_the_annexes_are_lettered_and_only_the_first_opens_a_page(drafted_sample: Store) -> None:
    heads = [head for head in those(written(drafted_sample), doc.Heading) if head.level == 0]
    assert [(head.label, head.text) for head in heads] == [
        ("Annex A", "All recommendations, by session"),
        ("Annex B", "Reservations"),
        ("Annex C", "Sessions and attendance"),
        ("Annex D", "Method and figures"),
    ]
    assert [head.new_page for head in heads] == [True, False, False, False]


def test_without_a_recommendation_there_are_no_annexes(folder: Path) -> None:
    with a_room(folder) as store:
        assert written(store) == []


def test_every_recommendation_stands_under_its_session_those_of_none_last(folder: Path) -> None:
    with a_room(folder) as store:
        session = store.session("D2-WATER")
        nowhere = asked(store, "Mend the roads.", POLICY, language="fr")
        here = asked(store, "Open the wells.", session=session.id, hands=(30, 1, 4))
        (table,) = [table for table in those(written(store), doc.Table) if rows_of([table], "source-")]
        bands = [row for row in table.rows if isinstance(row, doc.Band)]
        assert [type(row).__name__ for row in table.rows] == ["Band", "Row", "Band", "Row"]
        assert [row.anchor for row in table.rows if isinstance(row, doc.Row)] == [
            f"source-{here.id}",
            f"source-{nowhere.id}",
        ]
        assert doc.text_of(bands[0].remark).endswith("1 recommendation")
        assert doc.text_of(bands[1].runs) == "Session not noted"
        first, second = rows_of([table], "source-")
        assert cells(first) == ["2", "C", "Open the wells.", "–", "30", "1", "4", "–"]
        assert cells(second)[1:] == ["P", "Mend the roads.", "–", "–", "–", "–", "–"]
        assert doc.text_of(second.remarks[3]) == "French"


def test_what_stands_where_is_said_and_linked(folder: Path) -> None:
    with a_room(folder) as store:
        made = [asked(store, f"Open well {n}.") for n in range(7)]
        standings = {
            made[0].id: Standing(StandingKind.IN_TEXT, "2 (c)", "clause-a"),
            made[1].id: Standing(StandingKind.NOT_AGREED, "10 (b)", "clause-b"),
            made[2].id: Standing(StandingKind.FURTHER, "2", "clause-c"),
            made[3].id: Standing(StandingKind.SET_ASIDE),
            made[4].id: Standing(StandingKind.NEEDS_WORDING),
            made[5].id: Standing(StandingKind.ANNEX),
        }
        blocks = written(store, standings)
        last = [row.cells[-1] for row in rows_of(blocks, "source-")]
        assert [doc.text_of(cell) for cell in last] == [
            "2 (c)",
            "10 (b) not agreed",
            "annex only; further to 2",
            "not taken up: set aside by the room",
            "annex only; to be worded",
            "annex only",
            "–",
        ]
        assert [run.target for cell in last for run in cell if run.target] == ["clause-a", "clause-b", "clause-c"]
        assert (last[0][0].tone, last[1][0].tone) == ("accent", "open")
        assert "“Further to 2”" in guides(blocks)
        assert "Others stand in paragraph 10, where we do not agree" not in statements(blocks), "nobody was asked"


def test_signs_are_explained_only_where_they_stand(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        assert not {"†", "‡", "Further"} & set(guides(written(store)).replace("“", " ").split())
        assert "No hands were counted." in guides(written(store))
        earlier = asked(store, "Mend the roads.", reserved="Not ours.")
        counted = fingerprint("Mend all roads.")
        store.save(
            Support(
                id=store.new_id(),
                recommendation=earlier.id,
                in_favour=3,
                against=1,
                abstain=0,
                counted_on=counted,
            )
        )
        blocks = written(store)
        row = rows_of(blocks, "source-")[1]
        assert cells(row)[1] == "Mend the roads.\u00a0†"
        assert row.cells[1][1].target == f"reservations-{earlier.id}"
        assert cells(row)[3:6] == ["3\u2009‡", "1", "0"]
        assert "† has a reservation" in guides(blocks)
        assert "‡ counted on an earlier wording" in guides(blocks)
        assert "One recommendation was counted on an earlier wording" in statements(blocks)


def test_two_counts_of_the_same_people_are_both_shown_and_not_added(folder: Path) -> None:
    with a_room(folder) as store:
        twice = asked(store, "Open the wells.", hands=(30, 1, 4))
        store.save(Support(id=store.new_id(), recommendation=twice.id, in_favour=28, against=2, abstain=5))
        (row,) = rows_of(written(store), "source-")
        assert cells(row)[3:6] == ["30", "1", "4"]
        assert [doc.text_of(remark) for remark in row.remarks[3:6]] == ["28", "2", "5"]
        assert doc.text_of(row.remarks[1]) == "counted twice, not added up"


def test_who_does_not_want_to_be_named_is_not_and_nobody_is_a_dash(folder: Path) -> None:
    with a_room(folder) as store:
        hidden = Person(id=store.new_id(), name="Zebedee Quill")
        named = Person(id=store.new_id(), name="Ada Byron", consent=True)
        for person in (hidden, named):
            store.save(person)
        for person in (hidden, named):
            asked(store, f"Open the wells of {person.id}.", proposer=person.id, reference="R-1")
        asked(store, "Mend the roads.")
        rows = rows_of(written(store), "source-")
        assert [cells(row)[2] for row in rows] == ["not named", "Ada Byron", "–"]
        assert doc.text_of(rows[0].remarks[2]) == "R-1"


def test_every_reservation_is_kept_in_its_own_words(drafted_sample: Store) -> None:
    objected = those(written(drafted_sample), doc.Objected)
    said = [objection.runs[0].text for block in objected for objection in block.objections]
    assert sorted(said) == sorted(one.text for one in drafted_sample.all(Reservation))
    assert len(said) >= 5


def test_reservations_stand_under_the_wording_with_its_place_and_count(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Ouvrir les puits.", language="fr", hands=(30, 1, 4), reserved="Pas les nôtres.")
        store.save(Reservation(id=store.new_id(), recommendation=one.id, text="Nor ours.", who="two mayors"))
        asked(store, "Mend the roads.")
        blocks = written(store, {one.id: Standing(StandingKind.FURTHER, "2", "clause-c")})
        (objected,) = those(blocks, doc.Objected)
        assert objected.anchor == f"reservations-{one.id}"
        assert objected.number[0].target == f"source-{one.id}"
        assert (doc.text_of(objected.place), doc.text_of(objected.count)) == ("further to 2", "30 / 1 / 4")
        assert objected.wording[0].language == "fr"
        assert [doc.text_of(each.who) for each in objected.objections] == ["Not named", "two mayors"]
        assert doc.text_of(objected.objections[0].runs) == "Pas les nôtres.\u00a0French"
        assert "2 reservations on 1 recommendation" in guides(blocks)


def test_where_nobody_has_a_reservation_that_is_said_of_a_room_and_not_of_a_list(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        assert "No reservation was recorded." not in guides(written(store))
        asked(store, "Mend the roads.", room="D2-WATER")
        assert "No reservation was recorded." in guides(written(store))


def test_the_set_is_told_only_where_there_are_two(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        assert cells(rows_of(written(store), "source-")[0])[:2] == ["1", "Open the wells."]
        asked(store, "Mend the roads.", POLICY)
        assert [cells(row)[:3] for row in rows_of(written(store), "source-")] == [
            ["1", "C", "Open the wells."],
            ["2", "P", "Mend the roads."],
        ]


def test_the_annex_of_sessions_has_every_session_that_was_held_with_its_counts(drafted_sample: Store) -> None:
    blocks = written(drafted_sample)
    rows = {row.anchor: cells(row)[3:] for row in rows_of(blocks, "session-")}
    asked_in = Counter(one.session for one in drafted_sample.all(Recommendation) if one.session)
    said_in = Counter(one.session for one in drafted_sample.all(Intervention))
    assert len(rows) == len(asked_in)
    for session in asked_in:
        people, *recorded = rows[f"session-{session}"]
        assert recorded == [str(said_in[session]), str(asked_in[session])]
        assert int(people) > 0
    (table,) = [table for table in those(blocks, doc.Table) if rows_of([table], "session-")]
    sums = table.rows[-1]
    assert isinstance(sums, doc.Row)
    assert sums.total
    columns = zip(*([int(number) for number in numbers] for numbers in rows.values()), strict=True)
    assert cells(sums)[3:] == [str(sum(column)) for column in columns]


def test_the_matrix_adds_up_to_the_sum_of_the_sessions(drafted_sample: Store) -> None:
    blocks = written(drafted_sample)
    (grid,) = those(blocks, doc.HeatGrid)
    (table,) = [table for table in those(blocks, doc.Table) if rows_of([table], "session-")]
    counted = sum(count or 0 for row in grid.values for count in row)
    assert str(counted) == cells(table.rows[-1])[3]
    assert 0 not in {count for row in grid.values for count in row}


def test_why_the_column_is_more_than_the_cover_is_said_only_where_it_is(folder: Path) -> None:
    with a_room(folder) as store:
        one, other = store.session("D2-WATER"), store.session("D3-HUB")
        store.save(Attendance(id=store.new_id(), session=one.id, heads=20))
        store.save(Attendance(id=store.new_id(), session=other.id, heads=5))
        asked(store, "Open the wells.", session=one.id)
        assert "participants of the cover" not in guides(written(store))
        person = Person(id=store.new_id(), name="Zoé")
        store.save(person)
        for session in (one, other):
            store.save(Role(id=store.new_id(), session=session.id, person=person.id, presence=Presence.PRESENT))
        assert "more than the 26 participants of the cover" in guides(written(store))


def test_nobody_expected_is_counted_and_what_never_took_place_is_not_listed(folder: Path) -> None:
    with a_room(folder) as store:
        held, empty = store.session("D2-WATER"), store.session("D3-HUB")
        person = Person(id=store.new_id(), name="Zoé")
        store.save(person)
        store.save(Role(id=store.new_id(), session=empty.id, person=person.id, presence=Presence.PLANNED))
        store.save(Attendance(id=store.new_id(), session=empty.id, heads=0))
        asked(store, "Open the wells.", session=held.id)
        blocks = written(store)
        (row,) = rows_of(blocks, "session-")
        assert row.anchor == f"session-{held.id}"
        assert cells(row)[3:] == ["–", "–", "1"], "nobody counted is not 0"
        assert not those(blocks, doc.HeatGrid)


def test_a_moderator_without_consent_is_not_named(folder: Path) -> None:
    with a_room(folder) as store:
        session = store.session("D2-WATER")
        person = Person(id=store.new_id(), name="Zebedee Quill")
        store.save(person)
        store.save(
            Role(
                id=store.new_id(),
                session=session.id,
                person=person.id,
                role=RoleKind.MODERATOR,
                presence=Presence.PRESENT,
            )
        )
        asked(store, "Open the wells.", session=session.id)
        (row,) = rows_of(written(store), "session-")
        assert doc.text_of(row.remarks[1]) == "Moderator not named"
        assert "Moderators are on record" not in statements(written(store))
        assert "A moderator is on record for one session" in statements(written(store))
        store.change(person, consent=True)
        (row,) = rows_of(written(store), "session-")
        assert doc.text_of(row.remarks[1]) == "Moderated by Zebedee Quill"


@in_every_language
def test_hours_are_written_as_the_language_does(folder: Path, language: str) -> None:
    with a_room(folder) as store:
        session = store.session("D2-WATER")
        store.change(
            session, starts=datetime(2021, 10, 6, 11, 30, tzinfo=UTC), ends=datetime(2021, 10, 6, 13, 0, tzinfo=UTC)
        )
        store.change(store.consultation, time_zone="Europe/Paris")
        asked(store, "Open the wells.", session=session.id)
        (row,) = rows_of(written(store, language=language), "session-")
        hours = {"en": "13:30–15:00", "fr": "13\u00a0h\u00a030 – 15\u00a0h", "es": "13:30–15:00"}[language]
        assert doc.text_of(row.remarks[0]).replace("\u202f", "\u00a0") == hours


def test_the_method_speaks_of_the_consultation_and_only_of_what_is_known(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, host={}, organisers=[], partners=[])
        for organisation in store.all(Organisation):
            store.delete(organisation)
        asked(store, "Open the wells.")
        said = statements(written(store))
        assert "Who convened." not in said
        assert "Who facilitated." not in said
        assert "What is still open." not in said
        assert "No hands were counted." in said
        assert "it says what was put forward, not what was agreed" in said
        city = Organisation(id=store.new_id(), name={"en": "City of Ulm"}, parts=[OrganisationPart.HOST])
        store.save(city)
        store.change(store.consultation, objections_until=date(2021, 10, 22), letters_at_most=4)
        asked(store, "Mend the roads.", hands=(9, 0, 1), status=RecommendationStatus.ADOPTED)
        said = statements(written(store, to_translate=2))
        assert "Who convened. City of Ulm." in said
        assert "Hands were counted in the room for 1 of 2 recommendations." in said
        assert "at most 4 items a paragraph" in said
        assert "Two passages are to be translated" in said
        assert "until 22 October 2021" in said


def test_what_a_person_joined_is_counted(folder: Path) -> None:
    with a_room(folder) as store:
        first, second = asked(store, "Open the wells."), asked(store, "Let the wells be open.")
        store.save(Group(id=store.new_id(), recommendations=[first.id, second.id]))
        assert "Two recommendations share one wording" in statements(written(store))


@in_every_language
def test_what_is_undecided_is_said_in_the_method(drafted_sample: Store, language: str) -> None:
    assert len(drafted_sample.conflicts()) == 5
    words = {
        "en": "Five differences between what people wrote are not decided.",
        "fr": "Cinq différences entre ce que des personnes ont écrit ne sont pas tranchées.",
        "es": "Cinco diferencias entre lo que se escribió no están decididas.",
    }
    assert words[language] in statements(written(drafted_sample, language=language))


def test_each_recommendation_is_in_one_combination_of_strands(drafted_sample: Store) -> None:
    (figure,) = those(written(drafted_sample), doc.Combinations)
    made = drafted_sample.all(Recommendation)
    counted = {which: sum(series.values) for series, which in zip(figure.series, RecommendationSet, strict=True)}
    assert counted == Counter(one.set for one in made)
    assert doc.numbers_of(figure).rows[-1][1][-1] == len(made)
    assert len(set(figure.members)) == len(figure.members)


def test_recommendations_without_a_strand_have_a_row_of_their_own(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", strands=("planet", "people"))
        asked(store, "Mend the roads.", POLICY)
        (figure,) = those(written(store), doc.Combinations)
        assert dict(zip(figure.categories, figure.members, strict=True)) == {
            "People and Planet": (True, True, False),
            "No strand": (False, False, False),
        }
        assert sorted(series.values for series in figure.series) == [(0, 1), (1, 0)]


def test_without_a_strand_a_score_or_a_second_language_there_is_no_figure(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Mend the roads.", POLICY)
        assert not [block for block in written(store) if isinstance(block, doc.Figure)]


def test_what_became_of_it_adds_up_by_room(folder: Path) -> None:
    with a_room(folder) as store:
        session = store.session("D2-WATER")
        here = [asked(store, f"Open well {n}.", session=session.id) for n in range(3)]
        nowhere = asked(store, "Mend the roads.")
        kinds = (StandingKind.IN_TEXT, StandingKind.FURTHER, StandingKind.ANNEX)
        standings = {one.id: Standing(kind, "2", "a") for one, kind in zip(here, kinds, strict=True)}
        standings[nowhere.id] = Standing(StandingKind.SET_ASIDE)
        (figure,) = those(written(store, standings), doc.StackedBars)
        assert figure.categories[-1] == "Session not noted"
        assert [(series.name, series.values) for series in figure.series] == [
            ("in the text", (1, 0)),
            ("annex only", (2, 0)),
            ("set aside", (0, 1)),
        ]
        assert "add up to 4" in figure.caption


def test_the_latest_score_counts_and_what_nobody_scored_is_unknown(folder: Path) -> None:
    with a_room(folder) as store:
        practice = Practice(id=store.new_id(), title="Desk without a counter", territory="Puerto Almagre")
        store.save(practice)
        store.save(Practice(id=store.new_id(), title="Nobody scored this one"))
        capitals = store.terms(KnownVocabulary.CAPITAL)
        first = capitals[0].id
        for value, on in ((5, date(2021, 10, 8)), (2, date(2020, 1, 1))):
            store.save(Score(id=store.new_id(), practice=practice.id, capital=first, value=value, on=on))
        asked(store, "Open the wells.")
        (boxes,) = those(written(store), doc.Boxes)
        assert (boxes.rows, boxes.remarks) == (("Desk without a counter",), ("Puerto Almagre",))
        assert boxes.values == ((5, *(None,) * (len(capitals) - 1)),)


def test_only_documents_that_are_used_are_in_the_bibliography(folder: Path) -> None:
    with a_room(folder) as store:
        for reference in store.all(Reference):
            store.delete(reference)
        wanted = asked(store, "Open the wells.")
        assert not [head for head in those(written(store), doc.Heading) if head.anchor == "sources"]
        used = Reference(
            id=store.new_id(), authors=["A. Byron"], year=2019, title="Wells", publisher="Ulm", pages="3–9"
        )
        guiding = Reference(id=store.new_id(), title="Pact", sort=ReferenceKind.GUIDING)
        for reference in (used, guiding, Reference(id=store.new_id(), title="Unread")):
            store.save(reference)
        store.save(Evidence(id=store.new_id(), reference=used.id, text="Half are dry.", about=[wanted.id]))
        (entries,) = those(written(store), doc.ListBlock)
        assert [doc.text_of(entry.runs) for entry in entries.items] == [
            "A. Byron (2019). Wells. Ulm. p. 3–9. Evidence for 1",
            "Pact",
        ]
        assert entries.items[0].runs[-1].target == f"source-{wanted.id}"


def test_the_language_of_the_annexes_is_the_one_asked_for(drafted_sample: Store) -> None:
    said = {
        language: [head.text for head in those(written(drafted_sample, language=language), doc.Heading)]
        for language in ("en", "fr", "es")
    }
    assert not set(said["en"]) & set(said["fr"])
    assert not set(said["en"]) & set(said["es"])


def test_a_set_that_is_not_used_is_not_explained(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", strands=("planet",))
        assert "policy and action" not in guides(written(store))
        assert term(store, KnownVocabulary.STRAND, "planet")
        (figure,) = those(written(store), doc.Combinations)
        assert [series.name for series in figure.series] == ["Citizenship"]
        assert "  " not in guides(written(store))


def test_a_figure_says_which_number_is_the_largest_and_everything_that_is_level_with_it(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", strands=("planet",))
        asked(store, "Mend the roads.", strands=("people",), language="fr")
        (strands,) = those(written(store), doc.Combinations)
        (languages,) = those(written(store), doc.SideBars)
        assert strands.description == "The largest number: Planet · People – 1 of 2 each."
        assert languages.description == "Used most: English and French."
        asked(store, "Plant trees.", strands=("planet",), language="fr")
        (strands,) = those(written(store), doc.Combinations)
        (languages,) = those(written(store), doc.SideBars)
        assert strands.description == "The largest number: Planet – 2 of 3."
        assert languages.description == "Used most: French."


def test_a_session_is_shown_by_name_in_the_bands(folder: Path) -> None:
    with a_room(folder) as store:
        session = store.session("D2-WATER")
        asked(store, "Open the wells.", session=session.id)
        bands = [row for table in those(written(store), doc.Table) for row in table.rows if isinstance(row, doc.Band)]
        assert [doc.text_of(band.runs) for band in bands] == [store.get(Session, session.id).title["en"]]
