"""A programme, organisations and expressions of interest from anybody's spreadsheet, against those of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from consultation.exchange import export_programme
from consultation.exchange.matched import (
    Answer,
    Answers,
    Listing,
    Preview,
    Standing,
    match_columns,
    preview,
    read_rows,
    take_in,
)
from consultation.language import DOCUMENT_LANGUAGES, translator
from consultation.model import (
    Interest,
    Organisation,
    OrganisationPart,
    Person,
    Session,
    SessionFormat,
    Track,
)
from consultation.store import Store
from tests.drafting.rooms import a_room
from tests.exchange.workbooks import grid_of

NEW, CHANGED, SAME, DOUBTFUL, LEFT = Standing


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with a_room(folder) as opened:
        yield opened


def seen(store: Store, listing: Listing, *rows: Sequence[str], answers: Answers | None = None) -> Preview:
    grid = grid_of(*rows)
    return preview(store, grid, match_columns(grid, listing), answers)


def standings(found: Preview) -> list[Standing]:
    return [row.standing for row in found.rows]


def doubts(found: Preview) -> list[str]:
    return [str(doubt) for row in found.rows for doubt in row.doubts]


def in_zone(store: Store, zone: str) -> None:
    store.change(store.consultation, time_zone=zone)


def test_a_programme_is_taken_in_with_its_hours_in_the_zone_of_the_consultation(store: Store) -> None:
    in_zone(store, "Europe/Istanbul")
    found = seen(
        store,
        Listing.PROGRAMME,
        ("Date", "Time", "Title", "Title (fr)", "Room", "Format", "Places", "Language"),
        ("5 October 2021", "14:30–16:00", "A walk by the river", "Promenade", "Hall 2", "présentiel", "40", "fr; en"),
        ("Tuesday 5 October", "16h30", "Closing", "", "", "en línea", "many", ""),
    )
    assert standings(found) == [NEW, NEW]
    assert [str(remark) for remark in found.rows[1].remarks] == ["“many” cannot be read; the row is taken without it"]
    assert take_in(store, found).new == 2
    walk, closing = (store.session(code) for code in ("S1", "S2"))
    assert walk.title == {"en": "A walk by the river", "fr": "Promenade"}
    assert (walk.starts, walk.ends) == (
        datetime(2021, 10, 5, 11, 30, tzinfo=UTC),
        datetime(2021, 10, 5, 13, tzinfo=UTC),
    )
    assert (walk.room, walk.format, walk.places) == ("Hall 2", SessionFormat.IN_PERSON, 40)
    assert walk.languages == ["fr", "en"]
    assert (closing.starts, closing.ends) == (datetime(2021, 10, 5, 13, 30, tzinfo=UTC), None)
    assert (closing.format, closing.places) == (SessionFormat.ONLINE, None)


def test_a_session_is_known_by_its_code_or_by_title_and_hour_and_never_by_its_title_alone(store: Store) -> None:
    session = store.session("D2-WATER")
    title = session.title["en"]
    starts = session.starts
    assert starts is not None
    heads = ("Code", "Title", "Start")
    there = [
        ("d2-water", title, ""),
        ("", title.upper(), starts.isoformat()),
    ]
    assert standings(seen(store, Listing.PROGRAMME, heads, there[0])) == [SAME]
    assert standings(seen(store, Listing.PROGRAMME, heads, there[1])) == [SAME]
    for row in (("", title, ""), ("", title, "2021-10-09 10:00"), ("W-7", title, starts.isoformat())):
        found = seen(store, Listing.PROGRAMME, heads, row)
        assert standings(found) == [DOUBTFUL]
        assert [each.record for each in found.rows[0].alike] == [session.id]
        assert standings(seen(store, Listing.PROGRAMME, heads, row, answers={2: session.id}))[0] in (SAME, CHANGED)


def test_hours_that_cannot_be_are_doubtful_and_left_out_when_the_row_is_taken_all_the_same(store: Store) -> None:
    in_zone(store, "Europe/Paris")
    rows = [
        ("Day", "Start", "End", "Title"),
        ("2021-10-05", "16:00", "14:00", "Backwards"),
        ("2021-03-28", "02:30", "", "Left out by the clock"),
        ("2021-10-31", "02:30", "", "Twice by the clock"),
        ("some day", "10:00", "", "Unreadable"),
        ("3/4/2021", "10:00", "", "Two days"),
        ("", "10:00", "", "No day"),
    ]
    found = seen(store, Listing.PROGRAMME, *rows)
    assert standings(found) == [DOUBTFUL] * 6
    assert doubts(found) == [
        "it ends (2021-10-05 14:00) before it starts (2021-10-05 16:00)",
        "there is no 02:30 on 2021-03-28 in Europe/Paris: the clock is put forward then",
        "02:30 comes twice on 2021-10-31 in Europe/Paris, where the clock is put back; write it as "
        "2021-10-31 02:30+02:00 or 2021-10-31 02:30+01:00",
        "“some day” is not a day such as 2021-10-05",
        "“3/4/2021” could be 2021-04-03 or 2021-03-04; write the day as 2021-10-05",
        "it has an hour and no day",
    ]
    assert take_in(store, found).left == 6
    taken = seen(store, Listing.PROGRAMME, *rows, answers=dict.fromkeys(range(2, 8), Answer.TAKE))
    assert take_in(store, taken).new == 6
    (backwards,) = (session for session in store.all(Session) if session.title.get("en") == "Backwards")
    assert backwards.starts is not None
    assert backwards.ends is None


def test_an_hour_with_its_offset_is_no_doubt(store: Store) -> None:
    in_zone(store, "Europe/Paris")
    found = seen(store, Listing.PROGRAMME, ("Start", "Title"), ("2021-10-31 02:30+01:00", "Night"))
    assert found.rows[0].said.values["starts"] == datetime(2021, 10, 31, 1, 30, tzinfo=UTC)
    assert standings(found) == [NEW]


def test_a_day_without_an_hour_keeps_its_month_and_says_so(store: Store) -> None:
    found = seen(store, Listing.PROGRAMME, ("Date", "Title"), ("2022-05-03", "Visit"), ("May 2022", "Review"))
    assert [row.said.values["month"] for row in found.rows] == ["2022-05", "2022-05"]
    assert [str(remark) for remark in found.rows[0].remarks] == ["it has a day and no hour; the month alone is kept"]


def test_tracks_and_organisations_of_the_file_are_found_and_others_said_or_kept_in_words(store: Store) -> None:
    track = Track(id=store.new_id(), title={"en": "Learning", "fr": "Apprendre"})
    cities = Organisation(id=store.new_id(), name={"en": "Health, sport and cities"}, short_name={"en": "HSC"})
    store.save_all([track, cities])
    found = seen(
        store,
        Listing.PROGRAMME,
        ("Title", "Track", "Organisers", "Kind"),
        ("One", "apprendre", "Health, sport and cities; The ferrymen", "Nothing known"),
        ("Two", "Nowhere", "HSC", ""),
    )
    one, two = (row.said.values for row in found.rows)
    assert (one["track"], one["organisations"]) == (track.id, [cities.id])
    assert one["partners"] == [{"en": "The ferrymen"}]
    assert two["organisations"] == [cities.id]
    assert [str(remark) for row in found.rows for remark in row.remarks] == [
        "there is no kind of session “Nothing known” in the file; the row is taken without it",
        "there is no track “Nowhere” in the file; the row is taken without it",
    ]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_a_programme_that_was_written_is_read_back_as_it_is(store: Store, ending: str, language: str) -> None:
    in_zone(store, "Europe/Paris")
    night = Session(
        id=store.new_id(),
        code="NIGHT",
        title={"en": "Night"},
        starts=datetime(2021, 10, 31, 1, 30, tzinfo=UTC),
        ends=datetime(2021, 10, 31, 23, 30, tzinfo=UTC),
        places=12,
        languages=["fr", "tr"],
        partners=[{"en": "The ferrymen"}],
    )
    store.save_all([night, Session(id=store.new_id(), code="BARE")])
    path = store.path.with_suffix(ending)
    path.write_bytes(export_programme(store, translator(language), ending).data)
    grid = read_rows(path)
    found = preview(store, grid, match_columns(grid, Listing.PROGRAMME))
    assert len(found.rows) == store.count(Session)
    assert not doubts(found)
    assert {row.standing for row in found.rows} == {SAME}
    assert not [remark for row in found.rows for remark in row.remarks]


def test_organisations_are_the_same_by_their_full_name_unless_they_are_elsewhere(store: Store) -> None:
    chamber = Organisation(
        id=store.new_id(), name={"en": "Chamber of Commerce"}, short_name={"en": "CC"}, territory="Vigo"
    )
    store.save(chamber)
    heads = ("Organisation", "Acronym", "City", "Role", "Member")
    found = seen(
        store,
        Listing.ORGANISATIONS,
        heads,
        ("chamber of commerce", "", "", "partner, host", "oui"),
        ("Chamber of Commerce", "", "Dakar", "", ""),
        ("Cruising Club", "CC", "", "", ""),
        ("New House", "NH", "Dakar", "cook", "maybe"),
    )
    assert standings(found) == [CHANGED, DOUBTFUL, DOUBTFUL, NEW]
    assert {change.field: change.after for change in found.rows[0].changes} == {
        "parts": [OrganisationPart.PARTNER, OrganisationPart.HOST],
        "member": True,
    }
    assert [str(each.why) for row in found.rows for each in row.alike] == [
        "the same name, elsewhere: Vigo",
        "the same short name, another name",
    ]
    assert take_in(store, found).new == 1
    assert store.get(Organisation, chamber.id).name == {"en": "Chamber of Commerce"}


def test_a_name_in_another_language_is_added_to_those_an_organisation_has(store: Store) -> None:
    house = Organisation(id=store.new_id(), name={"en": "House of Cities"})
    store.save(house)
    heads = ("Name (en)", "Name (fr)")
    done = take_in(store, seen(store, Listing.ORGANISATIONS, heads, ("House of Cities", "Maison des villes")))
    assert done.changed == 1
    assert store.get(Organisation, house.id).name == {"en": "House of Cities", "fr": "Maison des villes"}


FORM = ("Timestamp", "Title of the session", "Description", "Your name", "Organisation", "E-mail", "Language")


def test_the_answers_of_a_form_become_expressions_of_interest(store: Store) -> None:
    ana = Person(id=store.new_id(), name="Ana Ruiz", organisation="Habitat")
    store.save(ana)
    found = seen(
        store,
        Listing.INTERESTS,
        FORM,
        ("2021-09-01 10:22", "Walking cities", "A walk.\nAnd talk.", "Ana Ruiz", "Habitat", "a@x.org", "Spanish"),
        ("13/09/2021", "Ferries", "", "Awa Diop", "The ferrymen", "", ""),
    )
    assert standings(found) == [NEW, NEW]
    take_in(store, found)
    walk, ferries = store.all(Interest)
    assert (walk.title, walk.text, walk.person) == ("Walking cities", "A walk.\nAnd talk.", ana.id)
    assert (walk.contact, walk.language, walk.received) == ("a@x.org", "es", date(2021, 9, 1))
    assert (ferries.person, ferries.who, ferries.received) == (None, "Awa Diop, The ferrymen", date(2021, 9, 13))


def test_an_interest_is_the_same_by_title_and_who_asks_and_by_its_title_alone_doubtful(store: Store) -> None:
    row = ("2021-09-01", "Ferries", "", "Awa Diop", "The ferrymen", "d@x.org", "")
    take_in(store, seen(store, Listing.INTERESTS, FORM, row))
    assert standings(seen(store, Listing.INTERESTS, FORM, row)) == [SAME]
    other = ("2021-09-01", "Ferries", "", "Ana Ruiz", "", "", "")
    found = seen(store, Listing.INTERESTS, FORM, other)
    assert standings(found) == [DOUBTFUL]
    assert found.rows[0].alike[0].name == "Ferries (Awa Diop, The ferrymen)"
    assert standings(seen(store, Listing.INTERESTS, FORM, (*row[:2], "By boat.", *row[3:]))) == [CHANGED]
