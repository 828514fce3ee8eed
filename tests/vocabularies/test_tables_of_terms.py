"""Terms in tables: written and read back, looked at before they are taken in, refused with the row that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_store
from test_terms_and_their_uses import a_term, outline, spoken_in, tree

from consultation.errors import SourceRefused
from consultation.exchange.grid import Grid
from consultation.exchange.matched import Standing, read_rows
from consultation.model import KnownVocabulary, Term, Vocabulary
from consultation.store import Store
from consultation.vocabularies.taking import TermsPreview, preview_terms, take_terms
from consultation.vocabularies.writing import terms_table

ADDRESSEE = KnownVocabulary.ADDRESSEE


def grid(*rows: str) -> Grid:
    return Grid("terms.csv", [(number, row.split("|")) for number, row in enumerate(rows, 1)])


def standings(preview: TermsPreview) -> list[Standing]:
    return [row.standing for row in preview.rows]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_tree_goes_to_another_file_and_back_and_is_the_same(folder: Path, ending: str) -> None:
    with a_store(folder) as store, a_store(folder, "other.consult") as other:
        spoken_in(store, "en", "fr")
        bank = a_term(store, "bank", label={"en": "=bank, “of” all", "fr": "banque"})
        a_term(store, "office", parent=bank.id, retired=True)
        path = folder / f"terms{ending}"
        path.write_bytes(terms_table(store, ADDRESSEE).written(ending).data)
        assert standings(preview_terms(store, read_rows(path))) == [Standing.SAME] * 2
        preview = preview_terms(other, read_rows(path))
        assert preview.count(Standing.NEW) == 2
        assert other.count(Term) == 0  # nothing is written before it is taken in
        written = take_terms(other, preview)
        assert outline(tree(other)) == outline(tree(store))
        assert tree(other).rows[0].term.label == {"en": "=bank, “of” all", "fr": "banque"}
        assert [each.key for each in other.all(Vocabulary)] == [ADDRESSEE]
        other.undo(written)
        assert other.count(Term) == 0


def test_a_plain_list_with_languages_for_heads_fills_what_lacks(folder: Path) -> None:
    with a_store(folder) as store:
        spoken_in(store, "en", "fr", "es")
        mayors = a_term(store, "mayors", label={"en": "the mayors"})
        preview = preview_terms(
            store, grid("English|Français|es", "The Mayors|les maires|", "banks|les banques|los bancos"), ADDRESSEE
        )
        assert standings(preview) == [Standing.CHANGED, Standing.NEW]
        change = preview.rows[0].changes[0]
        assert (change.field, change.before["en"]) == ("label", "the mayors")
        take_terms(store, preview)
        assert store.get(Term, mayors.id).label == {"en": "The Mayors", "fr": "les maires"}
        made = tree(store).rows[1].term
        assert (made.key, made.label["es"]) == ("banks", "los bancos")


def test_terms_of_a_table_stand_under_each_other_by_their_keys_in_any_order(folder: Path) -> None:
    with a_store(folder) as store:
        rows = grid("key|label.en|parent", "office|the office|bank", "bank|the bank|")
        take_terms(store, preview_terms(store, rows, "body"))
        assert outline(tree(store, "body")) == [(0, "bank"), (1, "office")]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (("key|label.en|parent", "a|A|b", "b|B|a"), "Row 2"),
        (("key|label.en|parent", "a|A|", "b|B|nobody"), "Row 3"),
        (("key|label.en|rank", "a|A|first"), "Row 2"),
        (("label.en|parent", "|a"), "Row 2"),
        (("colour|label.en", "red|A"), "colour"),
        (("rank", "1"), "label.en"),
        ((), "label.en"),
    ],
)
def test_a_table_that_cannot_be_read_names_the_row_and_nothing_is_written(
    folder: Path, rows: tuple[str, ...], named: str
) -> None:
    with a_store(folder) as store:
        with pytest.raises(SourceRefused) as refused:
            preview_terms(store, grid(*rows), "body")
        assert named in str(refused.value)
        assert store.count(Term) == 0


def test_without_a_vocabulary_nothing_can_be_read(folder: Path) -> None:
    with a_store(folder) as store, pytest.raises(SourceRefused):
        preview_terms(store, grid("label.en", "A"))


def test_an_empty_cell_says_nothing(folder: Path) -> None:
    def rank_of(store: Store) -> int:
        return tree(store).rows[0].term.rank

    with a_store(folder) as store:
        a_term(store, "mayors", rank=7, retired=True)
        preview = preview_terms(store, grid("key|label.en|rank|retired", "mayors|||"), ADDRESSEE)
        assert standings(preview) == [Standing.SAME]
        assert rank_of(store) == 7
