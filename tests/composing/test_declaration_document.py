"""The declaration as a Document: every clause accounts for its sources, and nobody is named against their will."""

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
    Commitment,
    Intervention,
    Item,
    Organisation,
    Paragraph,
    Person,
    Recommendation,
    RecommendationStatus,
    Reservation,
    Role,
    Session,
    translation,
)
from consultation.publishing import json_text, markdown_text, pdf_bytes
from consultation.reading.parts import Parts
from consultation.store import Store
from tests.drafting.rooms import (
    POLICY,
    a_room,
    an_item,
    anchors_of,
    asked,
    clauses_of,
    edit,
    operative,
    runs_of,
)

EN = translator("en")
in_every_language = pytest.mark.parametrize("language", ["en", "fr", "es"])


def written(store: Store, language: str = "en") -> doc.Document:
    """Draft, then compose."""
    draft_declaration(store, translator(language))
    return declaration(store, translator(language))


def promised(document: doc.Document) -> tuple[str, str]:
    """What the one commitment is, and of whom."""
    at = next(place for place, block in enumerate(document.blocks) if getattr(block, "anchor", "") == "commitments")
    table = document.blocks[at + 1]
    assert isinstance(table, doc.Table)
    what, who, *_ = table.rows[0].cells
    return doc.text_of(what), doc.text_of(who)


def source_rows(document: doc.Document) -> dict[str, doc.Row]:
    """The rows of the annex of sources: number -> row."""
    return {
        doc.text_of(row.cells[0]): row
        for block in document.blocks
        if isinstance(block, doc.Table)
        for row in block.rows
        if row.anchor.startswith("source-")
    }


def marks_of(clause: doc.NumberedParagraph) -> list[doc.Run]:
    """The references of a clause that link somewhere."""
    return [run for run in clause.sources if run.style is doc.Style.REFERENCE and run.target]


@in_every_language
def test_the_document_is_in_the_language_asked_for(drafted_sample: Store, language: str) -> None:
    document = declaration(drafted_sample, translator(language))
    assert document.language == language
    assert document.cover.title == drafted_sample.consultation.declaration_name[language]
    assert not document.final


@in_every_language
def test_every_operative_clause_names_sources_that_are_in_the_annex(drafted_sample: Store, language: str) -> None:
    document = declaration(drafted_sample, translator(language))
    rows = source_rows(document)
    anchors = {row.anchor for row in rows.values()}
    assert len(rows) == drafted_sample.count(Recommendation)
    drafted = {f"clause-{each.id}" for each in drafted_sample.all(Paragraph) if each.drafted}
    for clause in clauses_of(document):
        assert marks_of(clause) or clause.anchor not in drafted
        for mark in (*marks_of(clause), *(run for item in clause.items for run in item.sources if run.target)):
            assert mark.target in anchors
            if mark.text.isdigit():
                assert rows[mark.text].anchor == mark.target


def test_the_annex_names_for_every_source_exactly_the_clauses_that_come_from_it(drafted_sample: Store) -> None:
    document = declaration(drafted_sample, EN)
    paragraphs = clauses_of(document)
    numbered = {clause.anchor: clause.number for clause in paragraphs}
    expected: dict[str, set[tuple[str, str]]] = {}
    for clause in operative(drafted_sample):
        for source in clause.sources:
            anchor = f"clause-{clause.id}"
            expected.setdefault(f"source-{source}", set()).add((numbered[anchor], anchor))
    lettered = {item.anchor: f"{clause.number}\u00a0({item.letter})" for clause in paragraphs for item in clause.items}
    for item in drafted_sample.all(Item):
        for source in item.sources:
            anchor = f"clause-{item.id}"
            expected.setdefault(f"source-{source}", set()).add((lettered[anchor], anchor))
    for row in source_rows(document).values():
        assert {(run.text, run.target) for run in row.cells[5] if run.target} == expected.get(row.anchor, set())


def test_every_recommendation_is_in_a_clause_unless_it_was_set_aside(drafted_sample: Store) -> None:
    named = {source for clause in operative(drafted_sample) for source in clause.sources}
    for one in drafted_sample.all(Recommendation):
        assert (one.id in named) == (one.status is not RecommendationStatus.SET_ASIDE)


@in_every_language
def test_clauses_are_numbered_without_a_gap(drafted_sample: Store, language: str) -> None:
    numbers = [clause.number for clause in clauses_of(declaration(drafted_sample, translator(language)))]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    own = [each for each in drafted_sample.all(Paragraph) if not each.drafted and not each.sources]
    assert len(numbers) == len(operative(drafted_sample)) + len(own)


@in_every_language
def test_anchors_are_unique_and_every_link_leads_somewhere(drafted_sample: Store, language: str) -> None:
    document = declaration(drafted_sample, translator(language))
    anchors = anchors_of(document)
    assert [one for one, count in Counter(anchors).items() if count > 1] == []
    assert {run.target for run in runs_of(document) if run.target} <= set(anchors)


def test_a_commitment_names_its_organisations_and_speaks_the_language_of_the_document(folder: Path) -> None:
    promise = "Publish the accounts every quarter."
    with a_room(folder) as store:
        asked(store, "Publish the accounts.")
        city = Organisation(id=store.new_id(), name={"en": "City of Ulm", "es": "Ciudad de Ulm"})
        translations = {
            "es": translation("Publicar las cuentas cada trimestre.", of=promise),
            "fr": translation("Publier les comptes chaque mois.", of="Publish the accounts every month."),
        }
        store.save(city)
        store.save(
            Commitment(
                text=promise, language="en", translations=translations, organisations=[city.id], who="Ulm’s port"
            )
        )
        assert promised(written(store, "es")) == ("Publicar las cuentas cada trimestre.", "Ciudad de Ulm, Ulm’s port")
        assert promised(written(store, "fr"))[0] == promise  # its translation was made of other words


@in_every_language
def test_nobody_is_named_who_did_not_agree_to_it(drafted_sample: Store, language: str) -> None:
    text = json_text(declaration(drafted_sample, translator(language)))
    unnamed = [person.name for person in drafted_sample.all(Person) if not person.consent]
    assert len(unnamed) >= 2
    assert [name for name in unnamed if name in text] == []
    people = {person.id: person for person in drafted_sample.all(Person)}
    proposers = {one.proposer for one in drafted_sample.all(Recommendation)} & set(people)
    assert any(not people[one].consent for one in proposers if one)
    assert [people[one].name for one in proposers if one and people[one].consent and people[one].name not in text] == []


def test_a_person_without_consent_is_named_nowhere_whatever_they_did(folder: Path) -> None:
    with a_room(folder) as store:
        person = Person(id=store.new_id(), name="Zebedee Quill", title="Xylographer", organisation="Vosk Guild")
        store.save(person)
        session = store.session("D2-WATER")
        for role in ("moderator", "speaker"):
            store.save(Role(id=store.new_id(), session=session.id, person=person.id, role=role))
        store.save(Intervention(id=store.new_id(), session=session.id, person=person.id, text="I said it."))
        one = asked(store, "Open the wells.", session=session.id, proposer=person.id)
        store.save(Reservation(id=store.new_id(), recommendation=one.id, person=person.id, text="Not ours."))
        text = json_text(written(store))
        assert not re.search("Zebedee|Quill|Xylographer|Vosk", text)
        assert "Not named" in text
        store.change(person, consent=True)
        assert json_text(written(store)).count("Zebedee Quill") == 3


def reservation_rows(document: doc.Document) -> list[doc.Row]:
    """The rows of the annex of reservations, which begin with a link to their source."""
    return [
        row
        for block in document.blocks
        if isinstance(block, doc.Table)
        for row in block.rows
        if len(row.cells) == 4 and row.cells[0] and row.cells[0][0].target.startswith("source-")
    ]


def test_a_clause_says_how_many_reservations_there_are_and_links_to_them(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", reserved="Not ours.")
        store.save(Reservation(id=store.new_id(), recommendation=one.id, text="Nor ours.", who="two mayors"))
        document = written(store)
        *_, clause = clauses_of(document)
        assert [doc.text_of(note) for note in clause.notes] == ["2 reservations were recorded."]
        assert clause.notes[0][0].target in anchors_of(document)
        assert [doc.text_of(row.cells[2]) for row in reservation_rows(document)] == ["Not named", "two mayors"]


def test_before_any_draft_there_is_nothing_to_write_and_that_is_said(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        with pytest.raises(NotFound, match=r"no draft declaration in English yet.*Make the draft first"):
            declaration(store, EN)
        draft_declaration(store, EN)
        with pytest.raises(NotFound):
            declaration(store, translator("fr"))


def test_words_that_look_like_markup_stay_words(folder: Path) -> None:
    nasty = "<b>Open</b> [the](x) **wells** & *never* \\ `close` {count} %s <script>alert(1)</script>"
    with a_room(folder) as store:
        one = asked(store, nasty, rationale=nasty, reserved=nasty, reference="<i>R-1</i>")
        document = written(store)
        *_, clause = clauses_of(document)
        assert nasty in doc.text_of(clause.lead)
        assert [run.text for run in clause.lead if run.style is doc.Style.EMPHASIS] == ["Appeal to"]
        assert nasty in doc.text_of(source_rows(document)["1"].cells[2])
        assert doc.text_of(reservation_rows(document)[0].cells[3]) == nasty
        assert "<script>" not in markdown_text(document).replace("\\<", "")
        assert pdf_bytes(document).startswith(b"%PDF")
        assert one.reference in doc.text_of(source_rows(document)["1"].cells[2])


def test_a_recommendation_that_opens_with_an_asterisk_gets_no_emphasis(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "*Water* is a right")
        *_, clause = clauses_of(written(store))
        assert doc.text_of(clause.lead).startswith("Ask all those concerned: *Water* is a right.")


def test_untranslated_words_are_marked_with_their_language(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Ouvrir les puits.", language="fr")
        *_, clause = clauses_of(written(store))
        assert [doc.text_of(note) for note in clause.notes] == ["Original in French; to be translated."]
        assert any("Ouvrir" in run.text and run.language == "fr" for run in clause.lead)


def test_a_wording_with_very_many_sources_says_how_many_and_leads_to_the_first(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        for _ in range(13):
            asked(store, "Open the wells.")
        document = written(store)
        *_, clause = clauses_of(document)
        assert [(mark.text, mark.target) for mark in marks_of(clause)] == [
            ("13 sources", source_rows(document)["1"].anchor)
        ]


def test_an_edited_clause_whose_source_was_deleted_links_to_nothing_that_is_not_there(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", reserved="Not ours.")
        asked(store, "Mend the roads.")
        draft_declaration(store, EN)
        (clause,) = [each for each in store.all(Paragraph) if each.sources == [one.id]]
        edit(store, clause, Parts("Urge", "mayors to", "dig."))
        store.delete(one)
        document = written(store)
        assert {run.target for run in runs_of(document) if run.target} <= set(anchors_of(document))
        assert pdf_bytes(document).startswith(b"%PDF")


def test_no_numbered_clause_stands_there_without_a_source(folder: Path) -> None:
    """Nobody in any room spoke of the environment, so nobody is made to say what the kit has ready for it."""
    with a_room(folder) as store:
        asked(store, "Mend the roads.", capitals=("economic",))
        assert [doc.text_of(clause.lead) for clause in clauses_of(written(store)) if not marks_of(clause)] == []


def test_source_numbers_are_written_alike_behind_the_clause_and_in_the_annex_beyond_a_thousand(folder: Path) -> None:
    source = Recommendation(text="x", set=POLICY).id
    marks = References({source: 1234}).marks([source], EN)
    assert EN.number(1234) in doc.text_of(marks)


def test_what_a_person_edited_is_what_is_published(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        draft_declaration(store, EN)
        (clause,) = operative(store)
        edit(store, clause, Parts("Urge", "mayors to", "dig."))
        *_, shown = clauses_of(declaration(store, EN))
        assert [(run.text, run.style) for run in shown.lead[:2]] == [
            ("Urge", doc.Style.EMPHASIS),
            (" mayors to dig.", doc.Style.PLAIN),
        ]


def test_headings_follow_sets_and_strands(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", strands=("planet",))
        asked(store, "Mend the roads.", POLICY, strands=("people",))
        asked(store, "Plant trees.", POLICY)
        headings = [
            (block.level, block.text, block.tone)
            for block in written(store).blocks
            if isinstance(block, doc.Heading) and block.tone
        ]
        assert headings == [
            (1, "Recommendations on citizenship", "citizenship"),
            (2, "Planet", "citizenship"),
            (1, "Recommendations on policy and action", "policy"),
            (2, "People", "policy"),
            (2, "Across the strands", "policy"),
        ]


def test_the_same_file_gives_the_same_document(drafted_sample: Store) -> None:
    assert declaration(drafted_sample, EN) == declaration(drafted_sample, EN)


def test_the_parts_stand_in_order(drafted_sample: Store) -> None:
    titles = [
        block.anchor
        for block in declaration(drafted_sample, EN).blocks
        if isinstance(block, doc.Heading) and block.level == 1
    ]
    assert titles[:5] == ["preamble", "common-ground", "set-citizenship", "set-policy", "follow-up"]


def divided(store: Store) -> tuple[Recommendation, Recommendation]:
    """A paragraph without words of its own, with two items that each have a source; two recommendations."""
    first = asked(store, "Open the wells.", status=RecommendationStatus.ADOPTED, reserved="Not ours.")
    second = asked(store, "Ouvrir les routes.", language="fr")
    draft_declaration(store, EN)
    (paragraph,) = [each for each in operative(store) if each.sources == [first.id]]
    (other,) = [each for each in operative(store) if each.sources == [second.id]]
    store.change(other, left_out=True)
    store.change(paragraph, sources=[], words={"en": ""}, addressed={"en": "mayors to:"})
    an_item(store, paragraph, "open the wells;", first, rank=1)
    store.change(an_item(store, paragraph, "Ouvrir les routes.", second, rank=2), untranslated={"en": "fr"})
    return first, second


def test_a_paragraph_with_items_names_the_sources_of_each_beside_it(folder: Path) -> None:
    with a_room(folder) as store:
        first, second = divided(store)
        document = declaration(store, EN)
        (paragraph,) = clauses_of(document)
        assert [(run.text, run.style) for run in paragraph.lead] == [
            ("Call on", doc.Style.EMPHASIS),
            (" mayors to:", doc.Style.PLAIN),
        ]
        assert paragraph.sources == ()
        rows = source_rows(document)
        number_of = {row.anchor: number for number, row in rows.items()}
        items = [
            (item.letter, doc.text_of(item.runs), [(run.text, run.target) for run in item.sources])
            for item in paragraph.items
        ]
        anchors = [f"source-{one.id}" for one in (first, second)]
        assert items == [
            ("a", "open the wells;", [(number_of[anchors[0]], anchors[0])]),
            ("b", "Ouvrir les routes.", [(number_of[anchors[1]], anchors[1])]),
        ]
        assert [[doc.text_of(note) for note in item.notes] for item in paragraph.items] == [
            ["1 reservation was recorded."],
            ["Original in French; to be translated."],
        ]
        assert [run.language for run in paragraph.items[1].runs] == ["fr"]
        assert {run.target for run in runs_of(document) if run.target} <= set(anchors_of(document))


def test_the_annex_says_in_which_item_a_source_stands(folder: Path) -> None:
    with a_room(folder) as store:
        divided(store)
        document = declaration(store, EN)
        (paragraph,) = clauses_of(document)
        cited = [[(run.text, run.target) for run in row.cells[5]] for row in source_rows(document).values()]
        assert cited == [
            [(f"{paragraph.number}\u00a0(a)", paragraph.items[0].anchor)],
            [(f"{paragraph.number}\u00a0(b)", paragraph.items[1].anchor)],
        ]


@in_every_language
def test_items_are_lettered_as_the_language_of_the_document_does(folder: Path, language: str) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft_declaration(store, translator(language))
        (paragraph,) = [each for each in operative(store) if one.id in each.sources]
        for rank, words in enumerate(("abrir;", "cerrar.")):
            item = an_item(store, paragraph, words, rank=rank)
            store.change(item, words={language: words})
        text = markdown_text(declaration(store, translator(language)))
        assert [line.split(" ", 2)[1] for line in text.splitlines() if line.endswith(("abrir;", "cerrar."))] == [
            translator(language).letter(letter) for letter in "ab"
        ]
        assert pdf_bytes(declaration(store, translator(language))).startswith(b"%PDF")


def test_items_of_what_has_no_number_run_on_in_it(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        draft_declaration(store, EN)
        recital = next(each for each in store.all(Paragraph) if each.lead_in.get("en") == "Recalling")
        for rank, words in enumerate(("the first forum,", "and the second;")):
            an_item(store, recital, words, rank=rank)
        (shown,) = [
            block
            for block in declaration(store, EN).blocks
            if isinstance(block, doc.Recital) and block.anchor == f"clause-{recital.id}"
        ]
        assert doc.text_of(shown.runs).endswith(" (a) the first forum, (b) and the second;")


def test_addressees_before_words_nobody_translated_are_in_the_language_of_the_document(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Ouvrir les puits.", language="fr")
        *_, clause = clauses_of(written(store))
        assert [(run.text, run.style, run.language) for run in clause.lead] == [
            ("Ask", doc.Style.EMPHASIS, ""),
            (" all those concerned: ", doc.Style.PLAIN, ""),
            ("Ouvrir les puits.", doc.Style.PLAIN, "fr"),
        ]


def test_sources_are_marked_in_the_order_of_the_programme(folder: Path) -> None:
    with a_room(folder) as store:
        programme = sorted(store.all(Session), key=Session.place_in_programme)
        late = asked(store, "Open the wells.", session=programme[-1].id, status=RecommendationStatus.ADOPTED)
        early = asked(store, "open the wells", session=programme[0].id)
        *_, clause = clauses_of(written(store))
        assert [(run.text, run.target) for run in marks_of(clause)] == [
            ("1", f"source-{early.id}"),
            ("2", f"source-{late.id}"),
        ]
