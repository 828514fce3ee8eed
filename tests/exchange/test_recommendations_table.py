"""Recommendations in and out of a table: what export writes, import reads back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.exchange import export_table, import_table
from consultation.exchange.recommendations import COLUMNS
from consultation.model import (
    KnownVocabulary,
    Person,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Session,
    Support,
)
from consultation.sample import make_merged_sample
from consultation.store import Store
from tests.builders import Watch, a_store, identity, many_examples
from tests.drafting.rooms import POLICY, a_room, asked, term
from tests.exchange.tables import a_table, cells, refusal, taken_in

FULL_ROW = (
    "R-7,D2-WATER,policy,fr,planet;people,environmental; social,g20|uclg,Zoé Quill,Ouvrir les puits.,"
    "Il fait chaud.,adopted,12,3,1"
)


def recommendations_csv(store: Store) -> bytes:
    """The table as people read it, with everybody's name."""
    return export_table(store, "recommendations", ".csv", with_names=True).data


def recommendations_json(store: Store) -> bytes:
    return export_table(store, "recommendations", ".json", with_names=True).data


def carried(folder: Path, store: Store) -> tuple[bytes, bytes]:
    """Export, import into another file made from the same kit, export again."""
    first = recommendations_csv(store)
    (folder / "elsewhere").mkdir(exist_ok=True)
    with a_room(folder / "elsewhere", "Bo") as other:
        import_table(other, a_table(folder, first), "recommendations")
        return first, recommendations_csv(other)


def test_only_set_and_text_are_needed(folder: Path) -> None:
    with a_room(folder) as store:
        done = taken_in(store, "set,text\npolicy,Open the wells.\n")
        (one,) = store.all(Recommendation)
        assert (done.records, done.new_sessions, done.new_people) == (1, [], [])
        assert (one.text, one.set, one.language, one.session, one.proposer) == (
            "Open the wells.",
            POLICY,
            "",
            None,
            None,
        )
        assert one.status is RecommendationStatus.PROPOSED
        assert store.all(Support) == []


def test_every_column_is_taken_in(folder: Path) -> None:
    with a_room(folder) as store:
        done = taken_in(store, ",".join(COLUMNS) + f"\n{FULL_ROW}\n")
        (one,) = store.all(Recommendation)
        (hands,) = store.all(Support)
        assert done.records == 1
        assert done.new_people == ["Zoé Quill"]
        assert one.reference == "R-7"
        assert one.session == store.session("D2-WATER").id
        assert one.set is RecommendationSet.POLICY
        assert one.language == "fr"
        assert one.chosen(KnownVocabulary.STRAND) == [
            term(store, KnownVocabulary.STRAND, key) for key in ("planet", "people")
        ]
        assert one.chosen(KnownVocabulary.CAPITAL) == [
            term(store, KnownVocabulary.CAPITAL, key) for key in ("environmental", "social")
        ]
        assert one.addressees == [term(store, KnownVocabulary.ADDRESSEE, key) for key in ("g20", "uclg")]
        assert (one.text, one.rationale) == ("Ouvrir les puits.", "Il fait chaud.")
        assert one.status is RecommendationStatus.ADOPTED
        assert (hands.recommendation, hands.in_favour, hands.against, hands.abstain) == (one.id, 12, 3, 1)


def test_terms_are_known_by_key_or_by_their_name_in_any_language(folder: Path) -> None:
    with a_room(folder) as store:
        taken_in(
            store,
            "set,text,strand,addressee\npolicy,One.,PLANÈTE,les membres du G20\n"
            'policy,Two.,"Planet, Gobernanza",'
            '"les citoyennes, les citoyens et les organisations de la société civile"\n',
        )
        one, two = store.all(Recommendation)
        assert one.chosen(KnownVocabulary.STRAND) == [term(store, KnownVocabulary.STRAND, "planet")]
        assert one.addressees == [term(store, KnownVocabulary.ADDRESSEE, "g20")]
        assert two.chosen(KnownVocabulary.STRAND) == [
            term(store, KnownVocabulary.STRAND, key) for key in ("planet", "government")
        ]
        assert two.addressees == [term(store, KnownVocabulary.ADDRESSEE, "civil_society")]


@pytest.mark.parametrize("status", ["set aside", "set_aside", "Set-Aside", "SET ASIDE"])
def test_a_status_is_known_however_it_is_spelled(folder: Path, status: str) -> None:
    with a_room(folder) as store:
        taken_in(store, f"set,text,status\npolicy,x,{status}\n")
        assert store.all(Recommendation)[0].status is RecommendationStatus.SET_ASIDE


@pytest.mark.parametrize(
    ("column", "value", "names"),
    [
        ("set", "both", ["“both”", "“set”", "citizenship, policy"]),
        ("set", "", ["“set”", "citizenship, policy"]),
        ("text", "", ["the column “text” is empty"]),
        ("text", "   ", ["the column “text” is empty"]),
        ("strand", "moon", ["“moon”", "people, planet, government"]),
        ("strand", "planet; moon", ["“moon”"]),
        ("capitals", "gold", ["“gold”", "environmental"]),
        ("addressee", "Father Christmas", ["“Father Christmas”", "g20"]),
        ("status", "lost", ["“lost”", "“status”", "proposed, adopted, set_aside"]),
        ("language", "french", ["“french”", "en, fr or es"]),
        ("for", "-1", ["“-1”", "“for”"]),
        ("against", "many", ["“many”", "“against”", "is not a number that fits"]),
        ("abstain", "1.5", ["“1.5”", "“abstain”"]),
        ("for", "٣", ["“٣”"]),
        ("for", "99999999999", ["“99999999999”"]),
        ("for", "1e3", ["“1e3”"]),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_and_nothing_is_imported(
    folder: Path, column: str, value: str, names: list[str]
) -> None:
    columns = ["set", "text", *([column] if column not in ("set", "text") else [])]
    good = {"set": "policy", "text": "Open\nthe wells.", "session": "NEW"}

    def row(values: dict[str, str]) -> str:
        return ",".join(f'"{values.get(name, "")}"' for name in [*columns, "session", "proposer"])

    wrong = row({**good, "proposer": "Somebody New", column: value})
    table = "\n".join([",".join([*columns, "session", "proposer"]), row(good), "", wrong, row(good)])
    with a_room(folder) as store:
        sentence = refusal(store, table)
        assert sentence.startswith("Row 4 of “table.csv”: ")
        assert "Nothing was imported. Correct that row" in sentence
        for name in names:
            assert name in sentence


@pytest.mark.parametrize("recommendations", [0, 1])
@pytest.mark.parametrize("column", ["strand", "capitals", "addressee"])
def test_a_term_can_be_named_by_its_id_when_it_is_in_the_file_and_of_that_vocabulary(
    folder: Path, column: str, recommendations: int
) -> None:
    with a_room(folder) as store:
        for _ in range(recommendations):
            asked(store, "Mend the roads.")
        goal = store.terms(KnownVocabulary.GOAL)[0].id
        for unknown in (store.new_id(), goal):
            sentence = refusal(store, f"set,text,{column}\npolicy,x,\npolicy,y,{unknown}\n")
            assert sentence.startswith("Row 3 of “table.csv”: ")
            assert f"“{unknown}” is not one of: " in sentence
        planet = term(store, KnownVocabulary.STRAND, "planet")
        taken_in(store, f"set,text,strand\npolicy,y,{str(planet).upper()}\n")
        assert store.all(Recommendation)[-1].chosen(KnownVocabulary.STRAND) == [planet]


def test_a_text_longer_than_a_record_is_refused_with_its_row(folder: Path) -> None:
    with a_room(folder) as store:
        assert "Row 3" in refusal(store, "set,text\npolicy,x\npolicy," + "word " * 300_000 + "\n")


def test_a_session_that_is_not_there_is_made_once_and_said(folder: Path) -> None:
    with a_room(folder) as store:
        before = store.count(Session)
        done = taken_in(store, "set,text,session\npolicy,x,NEW-1\npolicy,y,new-1\npolicy,z,d2-water\n")
        assert done.new_sessions == ["NEW-1"]
        assert store.count(Session) == before + 1
        assert {one.session for one in store.all(Recommendation)} == {
            store.session("NEW-1").id,
            store.session("D2-WATER").id,
        }


def test_a_person_who_is_not_there_is_added_once_without_consent_to_be_named(folder: Path) -> None:
    with a_room(folder) as store:
        known = Person(id=store.new_id(), name="Ada Byron", consent=True)
        store.save(known)
        done = taken_in(store, "set,text,proposer\npolicy,x,Zoé  Quill\npolicy,y,zoé quill\npolicy,z,ADA BYRON\n")
        assert done.new_people == ["Zoé Quill"]
        (made,) = [one for one in store.all(Person) if one.name == "Zoé Quill"]
        assert not made.consent
        assert [one.proposer for one in store.all(Recommendation)] == [made.id, made.id, known.id]


def test_importing_twice_adds_nothing(folder: Path) -> None:
    with a_room(folder) as store:
        table = ",".join(COLUMNS) + f"\n{FULL_ROW}\n,,policy,,,,,,Mend the roads.,,,,,\n"
        taken_in(store, table)
        digest = store.digest()
        again = taken_in(store, table)
        assert (again.records, again.already_there) == (0, 2)
        assert not again.written
        assert store.digest() == digest


def test_the_same_words_with_anything_else_different_are_another_recommendation(folder: Path) -> None:
    with a_room(folder) as store:
        taken_in(store, "set,text,session,for\npolicy,x,D2-WATER,3\n")
        done = taken_in(store, "set,text,session,for\npolicy,x,D2-HUB,3\npolicy,x,D2-WATER,4\npolicy,x,D2-WATER,3\n")
        assert (done.records, done.already_there) == (2, 1)


def test_the_order_of_the_rows_is_kept_however_fast_they_are_read(folder: Path) -> None:
    rows = [f"row {number}" for number in range(20)]
    with a_store(folder, watch=Watch()) as store:
        taken_in(store, "set,text\n" + "".join(f"policy,{row}\n" for row in rows))
        assert [one.text for one in store.all(Recommendation)] == rows


def test_what_is_exported_has_every_column_and_is_oldest_first(folder: Path) -> None:
    with a_room(folder) as store:
        taken_in(store, ",".join(COLUMNS) + f"\n{FULL_ROW}\n")
        one = store.all(Recommendation)[0]
        store.save(Support(id=store.new_id(), recommendation=one.id, group="online", in_favour=8, abstain=0))
        asked(store, "Mend the roads.")
        heading, first, second = cells(recommendations_csv(store))
        assert tuple(heading) == COLUMNS
        assert dict(zip(COLUMNS, first, strict=True)) == {
            "reference": "R-7",
            "session": "D2-WATER",
            "set": "policy",
            "language": "fr",
            "strand": "planet, people",
            "capitals": "environmental, social",
            "addressee": "g20, uclg",
            "proposer": "Zoé Quill",
            "text": "Ouvrir les puits.",
            "rationale": "Il fait chaud.",
            "status": "adopted",
            "for": "20",
            "against": "3",
            "abstain": "1",
        }
        assert second[8] == "Mend the roads."
        assert second[-3:] == ["", "", ""]


def test_a_group_that_was_counted_twice_has_no_sum(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", hands=(20, 3, 1))
        store.save(Support(id=store.new_id(), recommendation=one.id, in_favour=8))
        assert cells(recommendations_csv(store))[1][-3:] == ["", "", ""]


def test_nought_hands_are_not_the_same_as_no_count(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Counted.", hands=(0, 0, 0))
        asked(store, "Not counted.")
        assert [row[-3:] for row in cells(recommendations_csv(store))[1:]] == [["0", "0", "0"], ["", "", ""]]
        first, second = carried(folder, store)
        assert first == second


def test_the_whole_sample_goes_out_and_comes_back_in(folder: Path) -> None:
    path = folder / "merged.consult"
    make_merged_sample(path, identity())
    with Store.open(path, identity()) as store:
        first, second = carried(folder, store)
        assert sorted(cells(first)) == sorted(cells(second))
        assert first == second


WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.sampled_from("=+-@'\"\n\r\t,; "),
    min_size=1,
    max_size=20,
).filter(lambda text: text == text.strip() != "")
"""Texts without white space around them."""


@many_examples(15)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6))
def test_exporting_what_was_imported_gives_the_same_table(
    tmp_path_factory: pytest.TempPathFactory, written: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("carried")
    with a_room(folder) as store:
        with store.together():
            for text, rationale, reference in written:
                asked(store, text, rationale=rationale, reference=reference)
        first, second = carried(folder, store)
        assert first == second
        again = import_table(store, a_table(folder, first), "recommendations")
        assert again.records == 0


def test_a_table_of_formulas_is_no_table_of_formulas_and_comes_back_as_it_was(folder: Path) -> None:
    texts = ["=1+1", "'=1+1", "''=1", "+33 1 23", "-1", "@ada", "'quoted'", '=HYPERLINK("http://x";"y")']
    with a_room(folder) as store:
        with store.together():
            for text in texts:
                asked(store, text)
        table = recommendations_csv(store)
        assert not [cell for row in cells(table) for cell in row if cell.startswith(("=", "+", "-", "@"))]
        first, second = carried(folder, store)
        assert first == second


@pytest.mark.parametrize("text", [" Open the wells.", "Open the wells.\n", "\tOpen the wells.", "\u00a0Open"])
def test_importing_ones_own_export_adds_nothing_even_where_words_have_white_space_around_them(
    folder: Path, text: str
) -> None:
    with a_room(folder) as store:
        asked(store, text)
        done = taken_in(store, recommendations_csv(store))
        assert (done.records, done.already_there) == (0, 1)


def test_importing_ones_own_export_adds_nothing_where_two_people_have_one_name(folder: Path) -> None:
    with a_room(folder) as store:
        for text in ("Open the wells.", "Mend the roads."):
            person = Person(id=store.new_id(), name="Ada Byron")
            store.save(person)
            asked(store, text, proposer=person.id)
        done = taken_in(store, recommendations_csv(store))
        assert (done.records, done.already_there) == (0, 2)


def test_importing_ones_own_export_adds_nothing_where_a_name_has_two_spaces(folder: Path) -> None:
    with a_room(folder) as store:
        person = Person(id=store.new_id(), name="Ada  Byron")
        store.save(person)
        asked(store, "Open the wells.", proposer=person.id)
        done = taken_in(store, recommendations_csv(store))
        assert (done.records, done.new_people) == (0, [])


def test_importing_ones_own_export_adds_nothing_where_two_rooms_made_a_session_of_one_code(folder: Path) -> None:
    with a_room(folder) as store:
        for text in ("Open the wells.", "Mend the roads."):
            session = Session(id=store.new_id(), code="EXTRA")
            store.save(session)
            asked(store, text, session=session.id)
        done = taken_in(store, recommendations_csv(store))
        assert (done.records, done.new_sessions) == (0, [])


def test_a_very_long_text_goes_out_and_comes_back_in(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "word " * 40_000 + "end")
        first, second = carried(folder, store)
        assert first == second


def test_the_json_says_everything_a_recommendation_carries(folder: Path) -> None:
    with a_room(folder) as store:
        taken_in(store, ",".join(COLUMNS) + f"\n{FULL_ROW}\n")
        one = store.all(Recommendation)[0]
        store.change(one, translations={"en": "Open the wells."})
        assert json.loads(recommendations_json(store)) == {
            "recommendations": [
                {
                    "id": str(one.id),
                    "reference": "R-7",
                    "session": "D2-WATER",
                    "set": "policy",
                    "language": "fr",
                    "strands": ["planet", "people"],
                    "capitals": ["environmental", "social"],
                    "addressees": ["g20", "uclg"],
                    "proposer": "Zoé Quill",
                    "text": "Ouvrir les puits.",
                    "translations": {"en": "Open the wells."},
                    "rationale": "Il fait chaud.",
                    "status": "adopted",
                    "support": [{"group": "", "for": 12, "against": 3, "abstain": 1, "consensus": None}],
                }
            ]
        }
