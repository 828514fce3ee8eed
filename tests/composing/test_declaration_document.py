"""The declaration as a Document: every item accounts for its sources, and nobody is named against their will."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from consultation import document as doc
from consultation.composing import declaration
from consultation.composing.references import References
from consultation.drafting import draft_declaration
from consultation.errors import NotFound
from consultation.language import translator
from consultation.model import (
    Intervention,
    Item,
    Person,
    Recommendation,
    Reservation,
    Role,
)
from consultation.publishing import json_text, markdown_text, pdf_bytes
from consultation.store import Store
from tests.drafting.rooms import POLICY, a_room, adopted, anchors_of, asked, clauses_of, draft, item_of, runs_of

EN = translator("en")
in_every_language = pytest.mark.parametrize("language", ["en", "fr", "es"])


def written(store: Store, language: str = "en") -> doc.Document:
    """Draft, then compose."""
    draft_declaration(store, translator(language))
    return declaration(store, translator(language))


def marks_of(document: doc.Document) -> list[doc.Run]:
    """The marks of sources beside paragraphs and items that lead somewhere."""
    beside = [clause.sources for clause in clauses_of(document)]
    beside += [item.sources for clause in clauses_of(document) for item in clause.items]
    return [run for runs in beside for run in runs if run.target]


@in_every_language
def test_the_document_is_in_the_language_asked_for(drafted_sample: Store, language: str) -> None:
    document = declaration(drafted_sample, translator(language))
    assert document.language == language
    assert document.cover is not None
    assert document.cover.title == drafted_sample.consultation.declaration_name[language]
    assert not document.final


@in_every_language
def test_every_item_names_sources_that_are_in_the_annex_by_the_same_number(
    drafted_sample: Store, language: str
) -> None:
    document = declaration(drafted_sample, translator(language))
    rows = {
        row.anchor: doc.text_of(row.cells[0])
        for block in document.blocks
        if isinstance(block, doc.Table)
        for row in block.rows
        if isinstance(row, doc.Row) and row.anchor.startswith("source-")
    }
    assert len(rows) == drafted_sample.count(Recommendation)
    marks = marks_of(document)
    assert len(marks) >= 30
    assert [mark.text for mark in marks if rows[mark.target] != mark.text.rstrip("†")] == []
    assert all(mark.spoken for mark in marks)
    unsourced = [item for item in drafted_sample.all(Item) if not item.sources and not item.commitment]
    assert [item for item in unsourced if item.drafted] == []


def test_paragraphs_and_items_have_the_same_numbers_and_letters_in_every_language(drafted_sample: Store) -> None:
    def shape(language: str) -> list[tuple[str, list[tuple[str, list[str]]]]]:
        return [
            (
                clause.number,
                [(item.letter, [run.target for run in item.sources if run.target]) for item in clause.items],
            )
            for clause in clauses_of(declaration(drafted_sample, translator(language)))
        ]

    english = shape("en")
    assert [number for number, _ in english] == [str(number) for number in range(1, len(english) + 1)]
    assert shape("fr") == shape("es") == english


@in_every_language
def test_anchors_are_unique_and_every_link_leads_somewhere(drafted_sample: Store, language: str) -> None:
    document = declaration(drafted_sample, translator(language))
    anchors = anchors_of(document)
    assert [anchor for anchor, count in Counter(anchors).items() if count > 1] == []
    assert {run.target for run in runs_of(document) if run.target} <= set(anchors)


@in_every_language
def test_nobody_is_named_who_did_not_agree_to_it(drafted_sample: Store, language: str) -> None:
    text = json_text(declaration(drafted_sample, translator(language)))
    unnamed = [person.name for person in drafted_sample.all(Person) if not person.consent]
    assert len(unnamed) >= 2
    assert [name for name in unnamed if name in text] == []
    people = {person.id: person for person in drafted_sample.all(Person)}
    proposers = [people[each.proposer] for each in drafted_sample.all(Recommendation) if each.proposer in people]
    assert any(not person.consent for person in proposers)
    assert [person.name for person in proposers if person.consent and person.name not in text] == []


def test_a_person_without_consent_is_named_nowhere_whatever_they_did(folder: Path) -> None:
    with a_room(folder) as store:
        person = Person(id=store.new_id(), name="Zebedee Quill", title="Xylographer", organisation="Vosk Guild")
        store.save(person)
        session = store.session("D2-WATER")
        for role in ("moderator", "speaker"):
            store.save(Role(id=store.new_id(), session=session.id, person=person.id, role=role))
        store.save(Intervention(id=store.new_id(), session=session.id, person=person.id, text="I said it."))
        source = asked(store, "Open the wells.", session=session.id, proposer=person.id)
        store.save(Reservation(id=store.new_id(), recommendation=source.id, person=person.id, text="Not ours."))
        text = json_text(written(store))
        assert not re.search("Zebedee|Quill|Xylographer|Vosk", text)
        store.change(person, consent=True)
        assert json_text(written(store)).count("Zebedee Quill") == 3


def test_before_any_draft_there_is_nothing_to_write_and_that_is_said(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        with pytest.raises(NotFound, match=r"no draft declaration in English yet.*Make the draft first"):
            declaration(store, EN)
        draft_declaration(store, EN)
        with pytest.raises(NotFound):
            declaration(store, translator("fr"))


def test_words_that_look_like_markup_stay_words(folder: Path) -> None:
    nasty = "Open <b>wells</b> [the](x) **now** & *never* \\ `close` {count} %s {{x}} <script>alert(1)</script>"
    with a_room(folder) as store:
        source = asked(store, nasty, rationale=nasty, reserved="", reference="<i>R-1</i>")
        document = written(store)
        (item,) = [
            item for clause in clauses_of(document) for item in clause.items if "wells" in doc.text_of(item.runs)
        ]
        assert doc.text_of(item.runs) == f"{nasty.replace('Open', 'open', 1)}."
        assert [run for run in item.runs if run.style is not doc.Style.PLAIN] == []
        assert "<script>" not in markdown_text(document).replace("\\<", "")
        assert pdf_bytes(document).startswith(b"%PDF")
        assert source.reference in json_text(document)


def test_a_word_of_five_thousand_letters_and_mixed_scripts_are_written(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, f"Open {'a' * 5000} for everyone.", addressees=("national_governments",))
        adopted(store, "Publish Ελλάδα, Москва and 水 beside each other.", addressees=("national_governments",))
        document = written(store)
        assert pdf_bytes(document).startswith(b"%PDF")
        assert "Москва" in markdown_text(document)


def test_an_item_whose_source_was_deleted_links_to_nothing_that_is_not_there(folder: Path) -> None:
    with a_room(folder) as store:
        source = adopted(store, "Open the wells.", reserved="Not ours.")
        adopted(store, "Mend the roads.")
        draft(store)
        item = item_of(store, source)
        store.change(item, words={"en": "dig"})
        store.delete(source)
        document = written(store)
        assert "dig" in json_text(document)
        assert {run.target for run in runs_of(document) if run.target} <= set(anchors_of(document))
        assert pdf_bytes(document).startswith(b"%PDF")


def test_source_numbers_are_written_alike_behind_the_item_and_in_the_annex_beyond_a_thousand() -> None:
    source = Recommendation(text="x", set=POLICY).id
    marks = References({source: 1234}).marks([source], EN)
    assert EN.number(1234) in doc.text_of(marks)


def test_the_same_file_gives_the_same_document(drafted_sample: Store) -> None:
    assert declaration(drafted_sample, EN) == declaration(drafted_sample, EN)


def test_what_is_undecided_is_said_in_the_method(drafted_sample: Store) -> None:
    assert len(drafted_sample.conflicts()) == 5
    for language, words in (("en", "Five differences"), ("fr", "Cinq"), ("es", "cinco diferencias")):
        assert words.casefold() in json_text(declaration(drafted_sample, translator(language))).casefold()


def test_the_parts_stand_in_order(drafted_sample: Store) -> None:
    blocks = declaration(drafted_sample, EN).blocks
    assert isinstance(blocks[0], doc.OnAPage)
    assert [block.text for block in blocks if isinstance(block, doc.Heading) and block.level < 2] == [
        "Preamble",
        "Our common ground",
        "What we undertake",
        "What we ask of national governments",
        "What we ask of UCLG",
        "What we ask of the international community",
        "Where we do not agree",
        "Follow-up",
        "All recommendations, by session",
        "Reservations",
        "Sessions and attendance",
        "Method and figures",
    ]
