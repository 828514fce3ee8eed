"""The body of a declaration: what stands in brackets, who is quoted with what count, what is proposed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consultation import document as doc
from consultation.composing import declaration
from consultation.language import translator
from consultation.merging import merge
from consultation.model import (
    Commitment,
    Organisation,
    Paragraph,
    Recommendation,
    Reservation,
    Section,
    SectionKind,
    translation,
)
from consultation.reading.parts import Parts
from consultation.store import Store
from tests.builders import handed_to
from tests.drafting.rooms import POLICY, a_room, adopted, asked, clauses_of, draft, edit, item_of, said

EN, FR = translator("en"), translator("fr")


def composed(store: Store, language: str = "en") -> doc.Document:
    """Draft, then compose."""
    draft(store, language)
    return declaration(store, translator(language))


def paragraph_with(document: doc.Document, words: str) -> doc.NumberedParagraph:
    """The numbered paragraph in which something is said."""
    (found,) = [
        clause
        for clause in clauses_of(document)
        if words in doc.text_of(clause.lead) or any(words in doc.text_of(item.runs) for item in clause.items)
    ]
    return found


def item_with(document: doc.Document, words: str) -> doc.Item:
    """The item in which something is said."""
    (found,) = [item for clause in clauses_of(document) for item in clause.items if words in doc.text_of(item.runs)]
    return found


def styles(runs: doc.Runs) -> list[tuple[str, doc.Style]]:
    """The words of some runs with what they look like, what is plain apart."""
    return [(run.text, run.style) for run in runs if run.style is not doc.Style.PLAIN]


def test_items_are_closed_as_a_list_is_in_each_language(folder: Path) -> None:
    with a_room(folder) as store:
        for words in ("Open the wells.", "Mend the roads.", "Plant trees!"):
            adopted(store, words, addressees=("local_governments",), strands=("planet",))
        for language, mark in (("en", ";"), ("fr", "\u202f;"), ("es", ";")):
            clause = paragraph_with(composed(store, language), "wells")
            *others, last = [item.runs[-1].text for item in clause.items]
            assert all(words.endswith(mark) for words in others)
            assert last.endswith(".")
            assert [item.letter for item in clause.items] == ["a", "b", "c"]


def test_words_nobody_translated_stand_in_brackets_that_say_from_what(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Ouvrir les puits.", language="fr", addressees=("national_governments",))
        adopted(store, "Mend the roads.", addressees=("national_governments",))
        item = item_with(composed(store), "ouvrir")
        assert styles(item.runs) == [
            ("[", doc.Style.BRACKET),
            ("to be translated from French: ", doc.Style.AWAITING),
            ("ouvrir les puits", doc.Style.EMPHASIS),
            ("]", doc.Style.BRACKET),
        ]
        assert [run.language for run in item.runs if "ouvrir" in run.text] == ["fr"]
        assert styles(item_with(composed(store, "fr"), "ouvrir").runs) == []


def test_a_translation_of_an_earlier_text_is_in_brackets_in_its_own_language(folder: Path) -> None:
    with a_room(folder) as store:
        made = {"fr": translation("Ouvrir les puits.", of="Open the wells.")}
        source = adopted(store, "Open the wells.", addressees=("national_governments",), translations=made)
        adopted(store, "Mend the roads.", addressees=("national_governments",))
        assert styles(item_with(composed(store, "fr"), "ouvrir").runs) == []
        store.change(source, text="Open the wells at night.")
        item = item_with(composed(store, "fr"), "ouvrir")
        assert styles(item.runs)[1] == ("traduction d’un texte antérieur\u00a0: ", doc.Style.AWAITING)
        assert [run.language for run in item.runs if "ouvrir" in run.text] == [""]


def test_words_in_conflict_stand_with_every_side_in_brackets_of_its_own(folder: Path) -> None:
    with a_room(folder) as store:
        source = adopted(store, "Keep a register.", addressees=("local_governments",))
        adopted(store, "Mend the roads.", addressees=("local_governments",))
        with handed_to(store, "Ben") as bens:
            bens.change(bens.get(Recommendation, source.id), text="Keep a voluntary register of carers.")
            store.change(source, text="Keep a public register of carers.")
            merge(store, [bens.path])
        item = item_with(composed(store), "register")
        assert doc.text_of(item.runs) in (
            "keep a [public] [voluntary] register of carers;",
            "keep a [voluntary] [public] register of carers;",
        )
        assert [text for text, _ in styles(item.runs)] == ["[", "]", "[", "]"]


def test_a_recital_nobody_translated_stands_in_brackets_as_an_item_does(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Mend the roads.")
        draft(store)
        draft(store, "fr")
        sections = {each.id for each in store.all(Section) if each.part is SectionKind.RECITALS}
        recital = next(each for each in store.all(Paragraph) if each.section in sections)
        store.change(recital, lead_in={}, addressed={}, words={"en": "Recalling the wells,"})
        said = [each for each in declaration(store, FR).blocks if isinstance(each, doc.Recital)]
        (found,) = [each.runs for each in said if "wells" in doc.text_of(each.runs)]
        assert doc.text_of(found) == "[à traduire (anglais)\u00a0: Recalling the wells,]"


def test_an_only_item_runs_on_without_a_colon(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", addressees=("national_governments",), strands=("planet",))
        clause = paragraph_with(composed(store), "wells")
        assert doc.text_of(clause.lead) == "Planet. We call on national governments to"
        assert [(item.letter, doc.text_of(item.runs)) for item in clause.items] == [("", "open the wells.")]


def test_an_only_item_that_is_no_infinitive_stays_behind_the_colon(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "A public register of wells.", addressees=("national_governments",))
        clause = paragraph_with(composed(store), "register")
        assert doc.text_of(clause.lead) == "We call on national governments to take the following measures:"


def test_the_strand_that_opens_a_paragraph_is_in_emphasis(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", addressees=("local_governments",), strands=("planet",))
        assert styles(paragraph_with(composed(store), "wells").lead) == [("Planet.", doc.Style.EMPHASIS)]


def test_what_was_not_agreed_is_quoted_in_the_words_and_marks_of_the_room_with_its_count(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Mend the roads.", hands=(30, 0, 0))
        adopted(store, "Fermer les puits.", POLICY, "fr", hands=(10, 6, 3))
        asked(store, "Open the wells.", reserved="Not ours.")
        document = composed(store)
        quoted = item_with(document, "Fermer")
        assert doc.text_of(quoted.runs) == "«\u00a0Fermer les puits\u00a0»\u00a0French"
        assert styles(quoted.runs) == [("\u00a0French", doc.Style.REMARK)]
        assert quoted.count is not None
        assert (quoted.count.in_favour, quoted.count.against, quoted.count.abstaining) == (10, 6, 3)
        assert doc.text_of(quoted.count.words) == "10 for, 6 against, 3 abstaining"
        assert item_with(document, "wells").count is None  # nobody counted: no bar, and no nought
        assert doc.text_of(item_with(composed(store, "fr"), "Fermer").runs) == "«\u00a0Fermer les puits\u00a0»"


def test_sources_are_marked_and_those_with_a_reservation_too(folder: Path) -> None:
    with a_room(folder) as store:
        first = adopted(store, "Open the wells.", reserved="Not ours.")
        second = adopted(store, "open the wells")
        (item,) = paragraph_with(composed(store), "wells").items
        assert [(run.text, run.target) for run in item.sources if run.target] == [
            ("1†", f"source-{first.id}"),
            ("2", f"source-{second.id}"),
        ]


def test_the_marks_are_explained_by_those_that_stand_in_the_text(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", capitals=("environmental",))
        document = composed(store)
        assert [said_in(block) for block in document.blocks if is_key(block)] == [
            "1 recommendation this comes from, in Annex A. "
        ]
        reserved = adopted(store, "Mend the roads.")
        store.save(Reservation(id=store.new_id(), recommendation=reserved.id, text="Not ours."))
        (key,) = (said_in(block) for block in composed(store).blocks if is_key(block))
        assert key.startswith("1, 2† recommendations this comes from, in Annex A; † at least one of them")


def is_key(block: doc.Block) -> bool:
    return isinstance(block, doc.Paragraph) and block.role is doc.Role.KEY


def said_in(block: doc.Block) -> str:
    assert isinstance(block, doc.Paragraph)
    return doc.text_of(block.runs)


def test_what_has_no_room_in_a_paragraph_is_counted_below_it(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        for number in range(5):
            adopted(store, f"Open well {number}.", addressees=("national_governments",), strands=("planet",))
        clause = paragraph_with(composed(store), "well")
        assert len(clause.items) == 2
        assert [doc.text_of(note) for note in clause.notes] == ["Three further recommendations to them are in Annex A."]


def test_what_the_kit_has_ready_is_marked_until_a_person_adopts_it(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", capitals=("environmental",))
        adopted(store, "Mend the roads.")
        ground = paragraph_with(composed(store), "exhausted territory")
        assert doc.text_of(ground.proposed) == (
            "Proposed by the secretariat until adopted; 1 of the 2 recommendations not set aside bear on it."
        )
        (record,) = [each for each in store.all(Paragraph) if "exhausted" in said(each)]
        store.change(record, adopted=True)
        assert paragraph_with(declaration(store, EN), "exhausted territory").proposed == ()


def test_a_commitment_says_by_when_and_who_in_the_language_of_the_document(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        city = Organisation(id=store.new_id(), name={"en": "City of Ulm", "es": "Ciudad de Ulm"})
        store.save(city)
        store.save(
            Commitment(
                id=store.new_id(),
                text="Publish the accounts.",
                language="en",
                translations={"es": translation("Publicar las cuentas.", of="Publish the accounts.")},
                organisations=[city.id],
                with_whom="the port",
                by=date(2022, 3, 31),
            )
        )
        english, spanish = item_with(composed(store), "accounts"), item_with(composed(store, "es"), "cuentas")
        assert doc.text_of(english.runs) == "by 31 March 2022, City of Ulm (with the port): publish the accounts."
        assert styles(english.runs) == [("City of Ulm", doc.Style.STRONG)]
        assert styles(spanish.runs) == [("Ciudad de Ulm", doc.Style.STRONG)]


def test_what_a_person_edited_is_what_is_published(folder: Path) -> None:
    with a_room(folder) as store:
        source = adopted(store, "Open the wells.", addressees=("local_governments",))
        adopted(store, "Mend the roads.", addressees=("local_governments",))
        draft(store)
        item = item_of(store, source)
        store.change(item, words={**item.words, "en": "dig"})
        paragraph = store.get(Paragraph, item.paragraph)
        edit(store, paragraph, Parts("Water.", "We promise to:"))
        shown = paragraph_with(declaration(store, EN), "dig")
        assert doc.text_of(shown.lead) == "Water. We promise to:"
        assert "dig;" in [doc.text_of(each.runs) for each in shown.items]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_text_ends_where_it_is_adopted(folder: Path, language: str) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        blocks = composed(store, language).blocks
        (place,) = [number for number, block in enumerate(blocks) if isinstance(block, doc.Signatures)]
        assert isinstance(blocks[place - 1], doc.NumberedParagraph)
        assert isinstance(blocks[place + 1], doc.Heading)
        assert blocks[place + 1].label
