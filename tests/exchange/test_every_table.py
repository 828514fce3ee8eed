"""Every kind of record goes out as a table and comes back whole, once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from consultation.exchange import TABLES, export_table, guess, import_table, read_rows
from consultation.exchange.cells import sheet_of
from consultation.model import KINDS, Consultation, Person, Practice, Record, Session, fingerprint
from consultation.sample import make_merged_sample
from consultation.store import Store, validating
from tests.builders import a_store, empty_store, identity, many_examples
from tests.drafting.rooms import a_room
from tests.exchange.complete import complete
from tests.exchange.tables import a_table, cells, refusal, taken_in

AN_ID = "00000000-0000-4000-8000-000000000000"
TABLE_OF = {table.kind.kind(): table for table in TABLES.values()}


def out(store: Store, name: str) -> bytes:
    """A table with everything and everybody in it."""
    return export_table(store, name, ".csv", full=True, with_names=True).data


def values(one: Record) -> dict[str, object]:
    return {name: getattr(one, name) for name in type(one).model_fields}


def test_every_kind_has_a_table_and_every_field_a_column() -> None:
    assert set(TABLE_OF) == set(KINDS)
    for kind, table in TABLE_OF.items():
        fields = [column.field for column in table.columns]
        assert sorted(fields) == sorted(set(KINDS[kind].model_fields) - {"id", "deleted"}), kind
        headings = [column.heading for column in table.columns]
        assert len(set(headings)) == len(headings), kind
        assert all(column.meaning for column in table.columns), kind


def test_every_column_of_every_table_is_documented() -> None:
    document = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")
    sections = {part.split("\n", 1)[0]: part for part in document.split("\n## ")[1:]}
    assert [name for name in sections if name in TABLES] == list(TABLES)
    for name, table in TABLES.items():
        for column in table.columns:
            assert re.search(rf"\| `{column.heading}[.…`].* \| {re.escape(column.meaning)} \|", sections[name]), column


@pytest.mark.parametrize("kind", sorted(TABLE_OF))
def test_every_field_goes_out_and_comes_back_and_coming_twice_adds_nothing(
    kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    @many_examples(2, phases=[Phase.explicit, Phase.generate])
    @given(st.lists(complete(kind), min_size=1, max_size=1 if kind == "consultation" else 4, unique_by=lambda x: x.id))
    def carry(records: list[Record]) -> None:
        folder = tmp_path_factory.mktemp("carried")
        with empty_store(folder, "one.consult") as one, empty_store(folder, "other.consult", who="Bo") as other:
            one.save_all(records)
            path = a_table(folder, out(one, TABLE_OF[kind].name))
            done = import_table(other, path, TABLE_OF[kind].name)
            own = {each.id: each for each in one.all(KINDS[kind])}
            got = {each.id: each for each in other.all(KINDS[kind])}
            assert {key: values(got[key]) for key in own} == {key: values(own[key]) for key in own}
            assert done.records == len(own)
            digest = other.digest()
            again = import_table(other, path, TABLE_OF[kind].name)
            assert (again.records, again.already_there) == (0, len(own))
            assert other.digest() == digest
            assert guess(sheet_of(read_rows(path))) == TABLE_OF[kind].name

    carry()


def test_the_whole_sample_goes_out_table_by_table_and_comes_back_the_same(folder: Path) -> None:
    path = folder / "merged.consult"
    make_merged_sample(path, identity())
    with Store.open(path, identity()) as store, empty_store(folder, who="Bo") as other:
        for name in TABLES:
            import_table(other, a_table(folder, out(store, name), f"{name}.csv"), name)
        for name, table in TABLES.items():
            kept = {one.id: values(one) for one in store.all(table.kind)}
            found = {one.id: values(one) for one in other.all(table.kind)}
            extra = {identity("Bo").author} if table.kind is Person else set()
            assert found.keys() - extra == kept.keys(), name
            assert {key: found[key] for key in kept} == kept, name
        assert other.consultation.id == store.consultation.id
        assert [out(store, name) == out(other, name) for name in TABLES if name != "people"] == [True] * (
            len(TABLES) - 1
        )


def test_ones_own_table_without_names_adds_nothing_either(folder: Path) -> None:
    path = folder / "merged.consult"
    make_merged_sample(path, identity())
    with Store.open(path, identity()) as store:
        digest = store.digest()
        for name in TABLES:
            for full in (True, False):
                table = export_table(store, name, ".csv", full=full)
                assert import_table(store, a_table(folder, table.data), name).records == 0, name
        assert store.digest() == digest


def test_a_table_that_people_type_needs_no_ids(folder: Path) -> None:
    with a_room(folder) as store:
        taken_in(store, "name.en,short_name.en\nTown of Wells,Wells\n", "organisations")
        table = (
            "session,title,organisations,text,language,translation.fr,terms.goal,did_not_work\n"
            "D2-WATER,Well clubs,wells,Neighbours clean them.,en,Les voisins les curent.,,Nobody came in winter.\n"
        )
        done = taken_in(store, table, "practices")
        (one,) = store.all(Practice)
        assert (done.kind, done.records) == ("practice", 1)
        assert (one.session, len(one.organisations)) == (store.session("D2-WATER").id, 1)
        assert one.did_not_work == "Nobody came in winter."
        assert one.translations["fr"] == {
            "text": "Les voisins les curent.",
            "by": "",
            "of": fingerprint("Neighbours clean them."),
            "machine": False,
        }
        assert taken_in(store, table, "practices").already_there == 1


def test_a_translation_beside_an_empty_id_is_one_of_the_words_it_stands_beside(folder: Path) -> None:
    with a_room(folder) as store:
        brought = store.new_id()
        taken_in(
            store,
            "id,title,text,translation.fr\n,Well clubs,They clean them.,Ils les curent.\n"
            f"{brought},Rain tanks,They fill them.,Ils les remplissent.\n",
            "practices",
        )
        typed, carried = (
            next(one for one in store.all(Practice) if one.title == title) for title in ("Well clubs", "Rain tanks")
        )
        assert typed.translations["fr"]["of"] == fingerprint("They clean them.")
        assert carried.translations["fr"]["of"] == ""


def test_a_row_never_changes_what_somebody_wrote(folder: Path) -> None:
    with a_room(folder) as store:
        taken_in(store, "name,consent\nAda Byron,yes\n", "people")
        table = out(store, "people").decode("utf-8-sig")
        sentence = refusal(store, table.replace("Ada Byron", "Ada Lovelace"), "people")
        assert "the record of this id is in the file with other words; take the row out, or empty its id" in sentence
        assert sentence.startswith("Row 2 of “table.csv”: ")
        person = next(one for one in store.all(Person) if one.name == "Ada Byron")
        store.delete(person)
        assert "was deleted" in refusal(store, table, "people")


@pytest.mark.parametrize(
    ("kind", "table", "names"),
    [
        ("people", "id,name\nx,Ada\n", ["Row 2", "“x” is not the id of a record"]),
        ("people", "name,consent\nAda,perhaps\n", ["Row 2", "“perhaps” is neither yes nor no"]),
        ("people", "name,age\nAda,3\n", ["a column nobody knows: age", "name, address"]),
        ("people", "consent\nyes\n", ["Row 2", "the column “name” is empty"]),
        ("people", "name,Name\nAda,Ada\n", ["the column name more than once"]),
        ("people", "", ["is empty", "id, name"]),
        ("people", "name,functions.x\nAda,mayor\n", ["a column nobody knows: functions.x"]),
        ("days", "on\nsoon\n", ["Row 2", "“soon” is not a day"]),
        ("days", "on,format\n2021-10-05,by post\n", ["“by post” is not one of: in_person, online, hybrid"]),
        ("sessions", "code,starts\nS1,noon\n", ["“noon” is not a date and time"]),
        ("sessions", "code,month\nS1,May\n", ["“May” is not written as 2021-05 is"]),
        ("sessions", "code,track\nS1,Hub\n", ["“Hub” is not the id of a record"]),
        ("sessions", "code,organisations\nS1,Nobody\n", ["no organisation “Nobody”"]),
        ("sessions", "code,terms.strand\nS1,fire\n", ["“fire” is not one of: people, planet, government"]),
        ("scores", f"practice,capital\n{AN_ID},gold\n", ["“gold” is not one of: human"]),
        (
            "support",
            "recommendation,in_favour\n00000000-0000-4000-8000-000000000000,many\n",
            ["“many” is not a number"],
        ),
        ("consultations", "title.en\nAnother\n", ["Row 2", "about a consultation already"]),
        ("consultations", "statements.1.en\nPaid by us\n", ["Row 2", "a part of it is missing: kind"]),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_row(folder: Path, kind: str, table: str, names: list[str]) -> None:
    with a_room(folder) as store:
        sentence = refusal(store, table, kind)
        assert "Nothing was imported" in sentence
        for name in names:
            assert name in sentence


def test_the_spaces_around_a_code_are_not_part_of_it(folder: Path) -> None:
    with empty_store(folder) as store:
        taken_in(store, "title.en,time_zone,kit\nWater, Europe/Istanbul ,wells \n", "consultations")
        taken_in(store, "key,kinds\n goal ,recommendation\n", "vocabularies")
        taken_in(store, "vocabulary,key,label.en\ngoal , clean-water ,Clean water\n", "terms")
        taken_in(store, "title,text,language\nWell clubs,They clean them., fr \n", "practices")
        taken_in(store, 'name,languages\nAda Byron," fr , en "\n', "people")
        assert (store.consultation.time_zone, store.consultation.kit) == ("Europe/Istanbul", "wells")
        assert [one.key for one in store.terms("goal")] == ["clean-water"]
        assert store.all(Practice)[0].language == "fr"
        assert [one.languages for one in store.all(Person) if one.name == "Ada Byron"] == [["fr", "en"]]
        assert "“French” is not a code of a language, such as en, fr or es" in refusal(
            store, "title,language\nRain tanks,French\n", "practices"
        )


@pytest.mark.parametrize(
    ("kind", "table", "reason"),
    [
        ("days", "on\n2021-10-05\n1021-10-05\n", "the field “on” does not have a value that fits"),
        ("terms", "vocabulary,key\ngoal,water\nGoal,water\n", "the field “vocabulary” is empty or has a character"),
        ("recommendations", "set,text\npolicy,x\npolicy," + "word " * 300_000, "it is longer than one entry can be"),
    ],
)
def test_what_cannot_be_stored_is_one_reason_in_the_sentence_that_names_its_row(
    folder: Path, kind: str, table: str, reason: str
) -> None:
    with a_room(folder) as store:
        sentence = refusal(store, table, kind)
        assert sentence.startswith(f"Row 3 of “table.csv”: {reason}")
        assert sentence.endswith(". Nothing was imported. Correct that row and import the file again.")
        assert ".." not in sentence
        assert "Nothing was saved" not in sentence
        assert "not saved" not in sentence


def test_a_time_zone_nobody_knows_is_named_with_its_row(folder: Path) -> None:
    with empty_store(folder) as store:
        assert refusal(store, "title.en,time_zone\nWater,Moon\n", "consultations") == (
            "Row 2 of “table.csv”: the field “time_zone” is not the name of a time zone, such as Europe/Istanbul. "
            "Nothing was imported. Correct that row and import the file again."
        )


def test_every_reason_why_a_record_cannot_be_stored_can_be_said_in_another_sentence() -> None:
    alone = {one for one in vars(validating).values() if isinstance(one, str) and "Nothing" in one}
    assert {*validating._REASONS.values(), *alone} == set(validating.BRIEFLY)


@pytest.mark.parametrize(
    ("column", "wrong", "reason"),
    [
        ("status", "lost", "in the column “status”, “lost” is not one of: proposed, adopted, set_aside"),
        ("language", "french", "in the column “language”, “french” is not a code of a language, such as en, fr or es"),
    ],
)
@pytest.mark.parametrize("first", ["", "id,"])
def test_one_mistake_is_said_in_one_way_in_every_table(
    folder: Path, first: str, column: str, wrong: str, reason: str
) -> None:
    with a_room(folder) as store:
        sentence = refusal(store, f"{first}set,text,{column}\n{first[2:]}policy,x,{wrong}\n")
        assert sentence.startswith(f"Row 2 of “table.csv”: {reason}. Nothing was imported.")


def test_a_name_two_share_is_written_and_asked_for_by_its_id(folder: Path) -> None:
    with a_room(folder) as store:
        taken_in(store, "name.en\nTown\ntown\n", "organisations")
        assert "more than one “town”" in refusal(store, "title,organisations\nWells,town\n", "practices")
        for one in store.all(Practice):
            store.delete(one)
        both = [one.id for one in store.all(KINDS["organisation"]) if one.name == {"en": "Town"}]
        store.save(Practice(title="Wells", organisations=both))
        row = dict(zip(*cells(out(store, "practices")), strict=True))
        assert row["organisations"] == str(both[0])


def test_sessions_lead_to_each_other_by_code_and_are_known_by_it(folder: Path) -> None:
    with a_room(folder) as store:
        table = "code,title.en,feeds\nN-1,First,N-2\nN-2,Second,D2-WATER\n"
        done = taken_in(store, table, "sessions")
        assert (done.records, done.new_sessions) == (2, [])
        assert store.session("N-1").feeds == [store.session("N-2").id]
        assert taken_in(store, table, "sessions").already_there == 2
        other = "the session of this code is in the file with other words; take the row out, or write another code"
        assert other in refusal(store, "code,title.en\nn-1,Third\n", "sessions")
        assert other in refusal(store, "id,code,title.en\n,n-1,Third\n", "sessions")
        assert "the code “n-3” is there twice" in refusal(store, "code\nN-3\nn-3\n", "sessions")


def test_an_empty_table_is_a_form_to_fill_in(folder: Path) -> None:
    with a_room(folder) as store:
        (heading,) = cells(out(store, "amendments"))
        words = "id about edition person organisation who words.en words.fr words.es reason proposal why"
        assert " ".join(heading) == words


def test_a_consultation_comes_into_a_file_that_has_none_and_is_what_it_is_about(folder: Path) -> None:
    with a_store(folder, "one.consult") as one, empty_store(folder, "other.consult", who="Bo") as other:
        import_table(other, a_table(folder, out(one, "consultations")), "consultations")
        assert other.consultation.id == one.consultation.id
        assert len(other.all(Consultation)) == 1


def test_sessions_and_people_that_are_missing_are_made_and_said(folder: Path) -> None:
    with a_room(folder) as store:
        done = taken_in(store, "session,person,role\nNEW-1,Zoé Quill,moderator\nnew-1,zoé quill,speaker\n", "roles")
        assert (done.records, done.new_sessions, done.new_people) == (2, ["NEW-1"], ["Zoé Quill"])
        assert store.session("NEW-1").code == "NEW-1"
        assert len([one for one in store.all(Session) if one.code == "NEW-1"]) == 1
