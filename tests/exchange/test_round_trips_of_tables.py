"""Tables of the programme and of people: written, read back, and nothing is lost, doubled or guessed on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.exchange import export_programme
from consultation.exchange.matched import Listing, Preview, Standing, match_columns, preview, read_rows, take_in
from consultation.exchange.matched.people import name_key
from consultation.language import translator
from consultation.model import Gender, Person, Presence, Role, RoleKind, Session, SessionFormat
from consultation.store import Store
from tests.builders import many_examples
from tests.drafting.rooms import a_room
from tests.exchange.tables import cells
from tests.exchange.workbooks import grid_of

NEW, CHANGED, SAME, DOUBTFUL, LEFT = Standing


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with a_room(folder) as opened:
        yield opened


def read(store: Store, data: bytes, ending: str) -> Preview:
    path = store.path.with_suffix(ending)
    path.write_bytes(data)
    grid = read_rows(path)
    return preview(store, grid, match_columns(grid, Listing.PROGRAMME))


def seen(store: Store, *rows: Sequence[str], listing: Listing = Listing.PROGRAMME) -> Preview:
    grid = grid_of(*rows)
    return preview(store, grid, match_columns(grid, listing))


def standings(found: Preview) -> list[Standing]:
    return [row.standing for row in found.rows]


def a_person(store: Store, name: str, organisation: str = "", **values: Any) -> Person:
    person = Person(id=store.new_id(), name=name, organisation=organisation, **values)
    store.save(person)
    return person


def parts_of(store: Store, code: str) -> set[tuple[str, str]]:
    (session,) = store.all(Session, code=code)
    people = {person.id: person.name for person in store.all(Person)}
    return {(role.role.value, people[role.person]) for role in store.all(Role, session=session.id)}


def test_people_have_a_part_who_are_told_by_their_organisation_and_others_are_doubtful(store: Store) -> None:
    a_person(store, "Ana Ruiz", "Habitat")
    a_person(store, "Bo Li", "Dakar, city of")
    a_person(store, "Nina (Ninette) Roy")
    heads = ("Code", "Title", "Intervenants", "Moderated by")
    found = seen(
        store,
        heads,
        ("W-1", "Water", "Ana Ruiz (Habitat); bo li (Dakar, City of)", "Nobody Known"),
        ("W-2", "Wells", "Ana Ruiz", ""),
        ("W-3", "Wind", "", "Nina (Ninette) Roy (Elsewhere)"),
    )
    assert standings(found) == [NEW, DOUBTFUL, DOUBTFUL]
    assert [str(doubt) for row in found.rows for doubt in row.doubts] == [
        "“Ana Ruiz” may be somebody who is in the file; the organisation in brackets would tell",
        "“Nina (Ninette) Roy (Elsewhere)” may be somebody who is in the file; the organisation in brackets would tell",
    ]
    assert [str(remark) for remark in found.rows[0].remarks] == [
        "there is nobody called “Nobody Known” in the file; the row is taken without them"
    ]
    taken = take_in(store, found)
    assert parts_of(store, "W-1") == {("speaker", "Ana Ruiz"), ("speaker", "Bo Li")}
    assert {role.presence for role in store.all(Role)} == {Presence.PLANNED}
    store.undo(taken.written)
    assert not store.all(Role)
    assert not store.all(Session, code="W-1")


def test_a_table_gives_parts_and_takes_none_away(store: Store) -> None:
    ana, bo = a_person(store, "Ana Ruiz", "Habitat"), a_person(store, "Bo Li")
    session = Session(id=store.new_id(), code="W-1", title={"en": "Water"})
    store.save_all([session, Role(id=store.new_id(), session=session.id, person=bo.id, role=RoleKind.SPEAKER)])
    heads = ("Code", "Title", "Speakers", "Rapporteurs")
    assert standings(seen(store, heads, ("W-1", "Water", "Bo Li", ""))) == [SAME], "he has that part already"
    assert standings(seen(store, heads, ("W-1", "Water", "", "Bo Li"))) == [DOUBTFUL], "another part, by his name alone"
    found = seen(store, heads, ("W-1", "Water", "Ana Ruiz (Habitat)", ""))
    assert [(change.field, change.before, change.after) for change in found.rows[0].changes] == [
        ("speaker", [bo.id], [bo.id, ana.id])
    ]
    take_in(store, found)
    assert parts_of(store, "W-1") == {("speaker", "Ana Ruiz"), ("speaker", "Bo Li")}
    assert standings(seen(store, heads, ("W-1", "Water", "Ana Ruiz, Bo Li", ""))) == [SAME]


def test_who_has_not_agreed_to_be_named_stands_in_the_table_only_where_names_are_asked_for(store: Store) -> None:
    session = Session(id=store.new_id(), code="W-1", title={"en": "Water"})
    shy, bold = a_person(store, "Shy Person", "Here", consent=False), a_person(store, "Bold One", "There", consent=True)
    store.save_all(
        [session, *(Role(id=store.new_id(), session=session.id, person=each.id) for each in (shy, bold))],
    )
    t = translator("en")
    usual, whole = (export_programme(store, t, ".csv", with_names) for with_names in (False, True))
    assert b"Bold One (There)" in usual.data
    assert b"Shy" not in usual.data
    assert usual.names_left_out
    assert b"Shy Person (Here); Bold One (There)" in whole.data
    assert not whole.names_left_out


WORD = st.text("aeinorstñéŁ-'", min_size=1, max_size=8).filter(lambda word: any(map(str.isalpha, word)))
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
BRACKETED = st.builds("{} ({})".format, WORDS, WORDS)
COMMAS = st.builds("{}, {} ".format, WORDS, WORDS).map(str.strip)
NAMES = WORDS | BRACKETED
HOUSES = WORDS | BRACKETED | COMMAS | st.builds("{}; {}".format, WORDS, WORDS)
LABELS = st.dictionaries(st.sampled_from(["en", "fr", "es", "tr"]), WORDS | COMMAS, min_size=1)
MOMENTS = st.datetimes(datetime(2021, 3, 25), datetime(2021, 11, 3), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@st.composite
def programmes(draw: st.DrawFn) -> dict[str, Any]:
    """People, each with an organisation, sessions, and who has which part in them."""
    people = draw(st.lists(st.tuples(NAMES, HOUSES), max_size=4, unique_by=lambda each: name_key(each[0])))
    sessions = []
    for number in range(draw(st.integers(1, 4))):
        starts = draw(st.none() | MOMENTS)
        ends = starts + timedelta(minutes=draw(st.integers(5, 3000))) if starts and draw(st.booleans()) else None
        values = {
            "code": f"C-{number}",
            "title": draw(LABELS),
            "purpose": draw(st.just({}) | LABELS),
            "format": draw(st.sampled_from(SessionFormat)),
            "room": draw(st.just("") | WORDS),
            "places": draw(st.none() | st.integers(0, 500)),
            "languages": draw(st.lists(st.sampled_from(["en", "fr", "tr", "ar"]), unique=True)),
            "starts": starts,
            "ends": ends,
        }
        parts = draw(st.lists(st.tuples(st.sampled_from(RoleKind), st.integers(0, 3)), max_size=5, unique=True))
        sessions.append((values, [(role, at) for role, at in parts if at < len(people)]))
    return {"people": people, "sessions": sessions}


@many_examples(40)
@given(programmes(), st.sampled_from([".csv", ".xlsx"]), st.sampled_from(["en", "fr", "es"]))
def test_a_programme_with_its_people_comes_back_whole_and_is_new_only_once(
    tmp_path_factory: pytest.TempPathFactory, programme: dict[str, Any], ending: str, language: str
) -> None:
    t = translator(language)
    folder = tmp_path_factory.mktemp("programme")
    (folder / "one").mkdir()
    (folder / "other").mkdir()
    with a_room(folder / "one") as one, a_room(folder / "other") as other:
        for store in (one, other):
            store.change(store.consultation, time_zone="Europe/Paris")
            for session in store.all(Session):
                store.delete(session)
            people = [Person(id=store.new_id(), name=name, organisation=of) for name, of in programme["people"]]
            store.save_all(people)
            if store is one:
                for values, parts in programme["sessions"]:
                    session = Session(id=store.new_id(), **values)
                    roles = [Role(session=session.id, person=people[at].id, role=role) for role, at in parts]
                    store.save_all([session, *roles])
        written = export_programme(one, t, ending, with_names=True).data
        again = read(one, written, ending)
        assert {*standings(again)} == {SAME}, [row for row in again.rows if row.standing is not SAME]
        assert not [remark for row in again.rows for remark in row.remarks]
        came = read(other, written, ending)
        assert {*standings(came)} == {NEW}, [row for row in came.rows if row.standing is not NEW]
        take_in(other, came)
        assert lines(export_programme(other, t, ".csv", with_names=True).data) == lines(
            export_programme(one, t, ".csv", with_names=True).data
        )


def lines(table: bytes) -> list[list[str]]:
    """The cells of a table; of several people or languages the order is nobody's."""
    return [sorted(cell.split("; ")) for row in cells(table) for cell in row]


PEOPLE = st.lists(
    st.tuples(
        NAMES,
        st.just("") | WORDS,
        HOUSES,
        st.sampled_from(["", "woman", "man", "other"]),
        st.sampled_from(["", "en", "fr, es"]),
        st.sampled_from(["", "yes", "no"]),
        st.just("") | st.builds("{}@example.org".format, st.text("abc", min_size=1, max_size=5)),
    ),
    min_size=1,
    max_size=6,
    unique_by=(lambda row: name_key(row[0]), lambda row: row[6] or row[0]),
)


@many_examples(40)
@given(PEOPLE)
def test_a_table_of_people_is_new_once_and_then_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    heads = ("Name", "Function", "Organisation", "Gender", "Languages", "Consent", "E-mail")
    with a_room(tmp_path_factory.mktemp("people")) as store:
        before = {person.id for person in store.all(Person)}
        found = seen(store, heads, *rows, listing=Listing.PEOPLE)
        assert standings(found) == [NEW] * len(rows)
        take_in(store, found)
        made = {person.name: person for person in store.all(Person) if person.id not in before}
        for name, title, organisation, gender, languages, consent, _ in rows:
            person = made[" ".join(name.split())]
            assert (person.title, person.organisation) == (title, organisation)
            assert person.gender == (Gender(gender) if gender else None)
            assert ", ".join(person.languages) == languages
            assert person.consent == {"yes": True, "no": False, "": None}[consent]
        assert standings(seen(store, heads, *rows, listing=Listing.PEOPLE)) == [SAME] * len(rows)
