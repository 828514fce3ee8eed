"""Terms in tables: written and read back, looked at before they are taken in, and never joined by a name alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultation.exchange import export_vocabularies, read_rows
from consultation.exchange.grid import Grid
from consultation.exchange.matched import (
    Answer,
    Answers,
    Listing,
    Preview,
    Standing,
    match_columns,
    of_vocabulary,
    preview,
    take_in,
)
from consultation.language import DOCUMENT_LANGUAGES, translator
from consultation.model import Consultation, KnownVocabulary, Term, Vocabulary, Voice
from consultation.reading.vocabularies import read_vocabularies, read_vocabulary
from consultation.store import Store
from tests.builders import a_store
from tests.exchange.workbooks import grid_of

NEW, CHANGED, SAME, DOUBTFUL, LEFT = Standing
ADDRESSEE = KnownVocabulary.ADDRESSEE.value
OWN = "own_words"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with spoken_in_two(folder) as opened:
        yield opened


def spoken_in_two(folder: Path, name: str = "forum.consult") -> Store:
    """Make a file of a consultation in English and French, with a vocabulary of its own."""
    store = a_store(folder, name)
    for about in store.all(Consultation):
        store.change(about, languages=["en", "fr"])
    store.save(Vocabulary(id=Vocabulary.id_of(OWN), key=OWN, label={"en": "Our words"}))
    return store


def a_term(store: Store, key: str, vocabulary: str = ADDRESSEE, **values: Any) -> Term:
    values = {"label": {"en": f"the {key}", "fr": f"les {key}"}, "rank": store.count(Term), **values}
    term = Term(id=store.new_id(), vocabulary=vocabulary, key=key, **values)
    store.save(term)
    return term


def looked_at(store: Store, grid: Grid, answers: Answers | None = None) -> Preview:
    return preview(store, grid, match_columns(grid, Listing.TERMS), answers)


def seen(store: Store, *rows: str, answers: Answers | None = None) -> Preview:
    return looked_at(store, grid_of(*(row.split("|") for row in rows)), answers)


def standings(found: Preview) -> list[Standing]:
    return [row.standing for row in found.rows]


def doubts(found: Preview) -> list[str]:
    return [str(doubt) for row in found.rows for doubt in row.doubts]


def outline(store: Store) -> list[tuple[object, ...]]:
    """Return all that a table says of the terms of a file, in the order of their trees."""
    keys = {None: "", **dict(store.columns(Term, "id", "key"))}
    found: list[tuple[object, ...]] = []
    for tree in read_vocabularies(store):
        for row in tree.rows:
            term = row.term
            named = (keys.get(term.parent), keys.get(term.joined), keys.get(term.family))
            texts = (term.label, term.description, term.to_do)
            found.append((tree.key, row.depth, term.key, named, texts, term.retired, term.voice, term.decides_on))
    return found


def parents(store: Store, vocabulary: str = ADDRESSEE) -> dict[str, str | None]:
    rows = read_vocabulary(store, vocabulary).rows
    keys = {row.term.id: row.term.key for row in rows}
    return {row.term.key: keys.get(row.term.parent) for row in rows}


# There and back

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)
LABELS = st.dictionaries(
    st.sampled_from(["en", "fr", "ar"]), st.one_of(WORDS, st.sampled_from(["=1+1", "<b>x</b>", "'-2", "ظل", "a\nb"]))
)
SHAPES = st.lists(
    st.tuples(st.sampled_from([ADDRESSEE, OWN]), LABELS, LABELS, st.integers(0, 9), st.integers(0, 9), st.booleans()),
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SHAPES, st.sampled_from([".csv", ".xlsx"]), st.sampled_from(sorted(DOCUMENT_LANGUAGES)))
def test_vocabularies_go_to_another_file_and_back_and_are_the_same(
    shapes: Sequence[tuple[str, dict[str, str], dict[str, str], int, int, bool]], ending: str, language: str
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with spoken_in_two(folder) as store, spoken_in_two(folder, "other.consult") as other:
            made: list[Term] = []
            for place, (vocabulary, label, told, under, stands, retired) in enumerate(shapes):
                beside = [term for term in made if term.vocabulary == vocabulary]
                values = {
                    "parent": beside[under].id if under < len(beside) else None,
                    "joined": beside[stands].id if stands < len(beside) else None,
                    "retired": retired,
                    "description": told,
                }
                made.append(a_term(store, f"t{place}", vocabulary, label=label, **values))
            table = folder / f"terms{ending}"
            table.write_bytes(export_vocabularies(store, translator(language), ending).data)
            assert set(standings(looked_at(store, read_rows(table)))) <= {SAME}
            brought = looked_at(other, read_rows(table))
            assert standings(brought) == [NEW] * len(shapes)
            take_in(other, brought)
            assert outline(other) == outline(store)
            assert set(standings(looked_at(other, read_rows(table)))) <= {SAME}


def test_what_is_said_of_addressees_goes_along_and_one_undo_takes_all_back(store: Store, folder: Path) -> None:
    states = a_term(store, "states", to_do={"fr": "Nous appelons les États à :"}, decides_on="2021-10-05")
    a_term(store, "us", voice=Voice.SELF, family=states.id)
    table = folder / "addressees.csv"
    table.write_bytes(export_vocabularies(store, translator("fr"), ".csv", ADDRESSEE).data)
    with spoken_in_two(folder, "other.consult") as other:
        taken = take_in(other, looked_at(other, read_rows(table)))
        assert outline(other) == outline(store)
        assert [each.key for each in other.all(Vocabulary)] == [OWN, ADDRESSEE]
        other.undo(taken.written)
        assert other.count(Term) == 0
        assert other.count(Vocabulary) == 1


def test_only_the_vocabulary_that_is_asked_for_is_written(store: Store, folder: Path) -> None:
    a_term(store, "states")
    a_term(store, "bridges", OWN)
    table = folder / "own.csv"
    table.write_bytes(export_vocabularies(store, translator("en"), ".csv", OWN).data)
    assert [row[1][0] for row in read_rows(table).rows] == ["Code", "bridges"]


# What a row is about


def test_a_term_is_known_by_its_code_and_takes_new_words(store: Store) -> None:
    mayors = a_term(store, "mayors", label={"en": "the mayors"})
    found = seen(store, "code|vocabulary|English|Français", "Mayors|Addressees|The Mayors|les maires")
    assert standings(found) == [CHANGED]
    change = found.rows[0].changes[0]
    assert (change.field, change.before["en"], change.after["fr"]) == ("label", "the mayors", "les maires")
    take_in(store, found)
    assert store.get(Term, mayors.id).key == "mayors"
    assert store.get(Term, mayors.id).label == {"en": "The Mayors", "fr": "les maires"}


def test_a_name_alone_joins_nothing_until_a_person_says_so(store: Store) -> None:
    mayors = a_term(store, "mayors")
    rows = ("vocabulary|English|es", "addressee|The Mayors|alcaldes", "addressee|banks|bancos")
    found = seen(store, *rows)
    assert standings(found) == [DOUBTFUL, NEW]
    assert [each.record for each in found.rows[0].alike] == [mayors.id]
    joined = seen(store, *rows, answers={2: mayors.id})
    assert standings(joined) == [CHANGED, NEW]
    take_in(store, joined)
    assert store.get(Term, mayors.id).label["es"] == "alcaldes"
    assert sorted(parents(store)) == ["banks", "mayors"]


def test_the_same_name_under_another_code_is_asked_about_but_not_where_both_codes_are_there(store: Store) -> None:
    a_term(store, "other", label={"en": "Other"})
    head, new, known = "code|vocabulary|English", "other_2|addressee|Other", "other|addressee|Other"
    assert standings(seen(store, head, new)) == [DOUBTFUL]
    assert standings(seen(store, head, known, new)) == [SAME, NEW]


def test_a_code_twice_in_the_table_or_in_the_file_is_asked_about(store: Store) -> None:
    head = "code|vocabulary|English"
    assert standings(seen(store, head, "a|addressee|A", "A|addressee|B")) == [NEW, DOUBTFUL]
    for _ in range(2):
        a_term(store, "twice")
    assert "several terms of the file have this code" in doubts(seen(store, head, "twice|addressee|A"))


def test_an_empty_cell_says_nothing(store: Store) -> None:
    a_term(store, "mayors", retired=True)
    head = "key|vocabulary|English|parent|No longer offered"
    assert standings(seen(store, head, "mayors|addressee|||")) == [SAME]
    found = seen(store, head, "mayors|addressee|||no")
    assert [(each.field, each.after) for each in found.rows[0].changes] == [("retired", False)]


def test_a_table_without_vocabularies_is_about_the_one_that_is_open(store: Store) -> None:
    grid = grid_of(["English", "fr"], ["banks", "les banques"], ["mayors"])
    take_in(store, looked_at(store, of_vocabulary(grid, OWN)))
    assert parents(store, OWN) == {"banks": None, "mayors": None}
    named = grid_of(["English", "vocabulaire"], ["cities", "addressee"])
    assert of_vocabulary(named, OWN) is named


# What is wrong is said by row, and nothing of that row is taken


def test_terms_stand_under_each_other_in_any_order(store: Store) -> None:
    take_in(store, seen(store, "key|vocabulary|en|parent", "office|addressee|Office|bank", "bank|addressee|Bank|"))
    assert parents(store) == {"bank": None, "office": "bank"}


def test_a_circle_of_parents_is_said_by_row_and_none_of_it_is_taken(store: Store) -> None:
    rows = ("key|vocabulary|en|parent", "a|addressee|A|b", "b|addressee|B|a", "c|addressee|C|a", "d|addressee|D|")
    found = seen(store, *rows)
    assert standings(found) == [DOUBTFUL, DOUBTFUL, DOUBTFUL, NEW]
    assert doubts(found) == [
        "“A” would stand under itself",
        "“B” would stand under itself",
        "it names a term that is not taken in",
    ]
    take_in(store, found)
    assert parents(store) == {"d": None}
    with_one = seen(store, *rows, answers={2: Answer.TAKE})
    assert standings(with_one) == [NEW, NEW, NEW, SAME]  # the first without its parent: the others may stand
    take_in(store, with_one)
    assert parents(store) == {"d": None, "a": None, "b": "a", "c": "a"}


def test_a_table_does_not_close_a_circle_with_what_is_in_the_file(store: Store) -> None:
    above = a_term(store, "above")
    a_term(store, "below", parent=above.id)
    assert standings(seen(store, "key|vocabulary|en|parent", "above|addressee||below")) == [DOUBTFUL]
    turned = ("key|vocabulary|en|parent", "above|addressee||below", "below|addressee||new", "new|addressee|New|")
    assert standings(seen(store, *turned)) == [CHANGED, CHANGED, NEW]
    # Where the row that would open the circle is left out, the other cannot be taken either.
    left = seen(store, *turned, answers={3: Answer.LEAVE})
    assert standings(left) == [DOUBTFUL, LEFT, NEW]
    assert doubts(left) == ["“the above” would stand under itself"]


def test_a_term_is_not_joined_with_itself(store: Store) -> None:
    a_term(store, "mayors")
    found = seen(store, "key|vocabulary|Stands for it now", "mayors|addressee|mayors")
    assert doubts(found) == ["“the mayors” would be joined with itself"]


def test_an_unknown_vocabulary_is_asked_about_once(store: Store) -> None:
    rows = ("key|vocabulary|en|parent", "a|bridgs|A|", "b|bridgs|B|a", "c|strand|C|")
    found = seen(store, *rows)
    assert standings(found) == [DOUBTFUL, DOUBTFUL, NEW]
    assert set(doubts(found)) == {"there is no vocabulary “bridgs” in the file"}
    take_in(store, found)
    assert sorted(each.key for each in store.all(Vocabulary)) == [OWN, "strand"]
    agreed = seen(store, *rows, answers={2: Answer.TAKE})
    assert standings(agreed) == [NEW, NEW, SAME]
    take_in(store, agreed)
    assert parents(store, "bridgs") == {"a": None, "b": "a"}


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        ("a|addressee|A|nobody", "there is no term “nobody” in this vocabulary"),
        ("a|addressee|A|same", "“same” may be several terms"),
        ("a||A|", "nothing says of which vocabulary it is"),
        ("|addressee||", "nothing in it says what it is about"),
    ],
)
def test_a_row_that_cannot_be_read_says_why(store: Store, row: str, doubt: str) -> None:
    for key in ("x", "y"):
        a_term(store, key, label={"en": "same"})
    found = seen(store, "key|vocabulary|en|parent", row)
    assert standings(found) == [DOUBTFUL]
    assert doubt in doubts(found)


def test_names_of_any_length_and_kind_are_names(store: Store) -> None:
    names = ["x" * 5000, "<b>bold</b>", "=1+1", "العربية"]
    rows = grid_of(["key", "vocabulary", "en"], *([f"k{at}", OWN, name] for at, name in enumerate(names)))
    take_in(store, looked_at(store, rows))
    assert [row.term.label["en"] for row in read_vocabulary(store, OWN).rows] == names


def test_a_row_that_is_taken_without_what_was_wrong_says_nothing_new_where_that_was_all(store: Store) -> None:
    a_term(store, "mayors")
    rows = ("key|vocabulary|Stands for it now", "mayors|addressee|mayors")
    (taken,) = seen(store, *rows, answers={2: Answer.TAKE}).rows
    assert (taken.standing, taken.changes) == (Standing.SAME, ())
