"""The declaration as it stands: one numbering, the sources that exist, what a person edited, left out or divided."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from consultation.drafting import draft_declaration
from consultation.language import translator
from consultation.model import (
    DocumentKind,
    Item,
    KnownVocabulary,
    Paragraph,
    Recommendation,
    RecommendationStatus,
    Section,
    SectionKind,
    Session,
)
from consultation.reading.declaration import languages_drafted, letters, read_declaration, read_recommended
from consultation.reading.passages import Citation, Declaration, ParagraphText
from consultation.store import Store
from tests.builders import a_recommendation, a_session, a_store
from tests.drafting.rooms import POLICY, a_room, an_item, asked, operative, reword, term

EN, FR = translator("en"), translator("fr")


def read(store: Store) -> Declaration:
    return read_declaration(store, EN)


def drafted(store: Store) -> Declaration:
    draft_declaration(store, EN)
    return read(store)


def from_source(standing: Declaration, source: Recommendation) -> ParagraphText:
    """The one paragraph that comes from a recommendation itself."""
    (found,) = [paragraph for paragraph in standing.paragraphs if source.id in paragraph.own_sources]
    return found


def record(store: Store, paragraph: ParagraphText) -> Paragraph:
    return store.get(Paragraph, paragraph.id)


def test_only_what_follows_the_recitals_is_numbered_without_a_gap(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", capitals=("environmental",), strands=("planet",))
        asked(store, "Mend the roads.", POLICY)
        standing = drafted(store)
        unnumbered = [one for one in standing.paragraphs if one.part in (SectionKind.PREAMBLE, SectionKind.RECITALS)]
        assert unnumbered
        assert {one.number for one in unnumbered} == {""}
        numbers = [one.number for one in standing.paragraphs if one not in unnumbered]
        assert numbers == ["1", "2", "3"]


def test_a_paragraph_left_out_has_no_number_and_the_next_takes_its_place(folder: Path) -> None:
    with a_room(folder) as store:
        first, second = asked(store, "Open the wells.", hands=(9, 0, 0)), asked(store, "Mend the roads.")
        standing = drafted(store)
        gone = from_source(standing, first)
        store.change(record(store, gone), left_out=True)
        standing = read(store)
        assert [(one.id, one.number, one.text) for one in standing.left_out] == [(gone.id, "", gone.text)]
        assert from_source(standing, second).number == "1"
        assert standing.is_made
        assert first.id not in standing.unused


def test_items_have_letters_and_are_cited_by_paragraph_and_letter(folder: Path) -> None:
    with a_room(folder) as store:
        one, other, third = asked(store, "Open the wells."), asked(store, "Mend."), asked(store, "Plant.")
        paragraph = record(store, from_source(drafted(store), one))
        store.change(paragraph, sources=[])
        for source in (other, third):
            store.change(record(store, from_source(read(store), source)), left_out=True)
        second = an_item(store, paragraph, "plant trees.", third, rank=2)
        first = an_item(store, paragraph, "mend roads;", other, one, rank=1)
        standing = read(store)
        (divided,) = [each for each in standing.paragraphs if each.id == paragraph.id]
        assert [(item.id, item.letter, item.number, item.text) for item in divided.items] == [
            (first.id, "a", "1\u00a0(a)", "mend roads;"),
            (second.id, "b", "1\u00a0(b)", "plant trees."),
        ]
        assert divided.sources == (other.id, one.id, third.id)
        assert divided.own_sources == ()
        assert standing.citations() == {
            other.id: [Citation("1\u00a0(a)", first.id)],
            one.id: [Citation("1\u00a0(a)", first.id)],
            third.id: [Citation("1\u00a0(b)", second.id)],
        }
        assert [passage.id for passage in standing.passages][-3:] == [paragraph.id, first.id, second.id]


def test_the_only_item_of_a_paragraph_has_no_letter(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        paragraph = record(store, from_source(drafted(store), one))
        first, second = an_item(store, paragraph, "dig;", rank=1), an_item(store, paragraph, "pump.", one, rank=2)
        store.change(first, left_out=True)
        standing = read(store)
        (divided,) = [each for each in standing.paragraphs if each.id == paragraph.id]
        assert [(item.id, item.letter, item.number) for item in divided.items] == [(second.id, "", "1")]
        assert [(item.id, item.text) for item in standing.left_out_items] == [(first.id, "dig;")]


def test_an_item_is_read_in_the_languages_it_has_words_in(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        paragraph = record(store, from_source(drafted(store), one))
        store.change(an_item(store, paragraph, "dig;", rank=1), words={"en": "dig;", "fr": "creuser ;"})
        an_item(store, paragraph, "pump.", rank=2)
        draft_declaration(store, FR)
        english, french = (
            next(each for each in read_declaration(store, t).paragraphs if each.id == paragraph.id) for t in (EN, FR)
        )
        assert [item.text for item in english.items] == ["dig;", "pump."]
        assert [item.text for item in french.items] == ["creuser ;"]


def test_who_acts_with_the_addressees_stands_before_the_closing_mark(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        paragraph = record(store, from_source(drafted(store), one))
        beside = [term(store, KnownVocabulary.ADDRESSEE, key) for key in ("private_sector", "uclg")]
        an_item(store, paragraph, "dig;", co_addressees=beside, rank=1)
        an_item(store, paragraph, "pump.", co_addressees=[one.id], rank=2)
        (divided,) = [each for each in read(store).paragraphs if each.id == paragraph.id]
        assert [item.text for item in divided.items] == [
            "dig (with companies and cooperatives, as well as UCLG and its sections);",
            "pump.",
        ]


def test_letters_go_on_after_z() -> None:
    assert list(letters(28))[24:] == ["y", "z", "aa", "ab"]
    assert list(letters(2)) == ["a", "b"]
    assert list(letters(1)) == [""]
    assert len(set(letters(800))) == 800


def test_sources_are_numbered_by_session_in_the_order_of_the_programme(folder: Path) -> None:
    """The programme decides, not the codes of the sessions and not when somebody wrote."""
    with a_room(folder) as store:
        programme = sorted(store.all(Session), key=Session.place_in_programme)
        early, late = programme[1], programme[-1]
        nowhere = asked(store, "Nobody noted where.")
        last = asked(store, "Said last.", session=late.id)
        first = asked(store, "Said first.", session=early.id)
        second = asked(store, "Said second.", session=early.id)
        wanted = [first, second, last, nowhere]
        assert read(store).source_numbers == {one.id: number for number, one in enumerate(wanted, 1)}
        store.change(early, starts=None, month="2099-01")
        wanted = [last, first, second, nowhere]
        assert read(store).source_numbers == {one.id: number for number, one in enumerate(wanted, 1)}


def test_the_numbers_hold_until_something_is_made_deleted_moved_or_set_aside(folder: Path) -> None:
    with a_store(folder) as store:
        first, second = a_session(store, "S1"), a_session(store, "S2")
        both = [a_recommendation(store, text, session=first.id) for text in ("Open the wells.", "Close the roads.")]
        recommended = read_recommended(store)
        store.change(both[0], text="Open the wells at night.")
        assert recommended.holds_after(store, {both[0].id, first.id})
        for change in (
            lambda: store.change(both[0], session=second.id),
            lambda: store.change(both[0], status=RecommendationStatus.SET_ASIDE),
            lambda: store.delete(both[0]),
        ):
            written = change()
            assert not recommended.holds_after(store, {both[0].id})
            store.undo(written)
            assert recommended.holds_after(store, {both[0].id})
        made = a_recommendation(store, "Plant trees.", session=first.id)
        assert not recommended.holds_after(store, {made.id})


def test_sources_that_are_gone_are_neither_named_nor_numbered_nor_cited(folder: Path) -> None:
    with a_room(folder) as store:
        one, other = asked(store, "Open the wells.", reserved="Not ours."), asked(store, "open the wells")
        before = from_source(drafted(store), one)
        assert (set(before.sources), before.reservations) == ({one.id, other.id}, 1)
        store.delete(one)
        standing = read(store)
        after = from_source(standing, other)
        assert (after.id, after.sources, after.reservations) == (before.id, (other.id,), 0)
        assert standing.source_numbers == {other.id: 1}
        assert set(standing.citations()) == {other.id}


def test_what_a_person_edited_is_told_with_what_drafting_proposes(folder: Path) -> None:
    with a_room(folder) as store:
        one, other = asked(store, "Open the wells.", hands=(9, 0, 0)), asked(store, "Mend the roads.")
        paragraph = from_source(drafted(store), one)
        assert (paragraph.edited, paragraph.proposed) == (False, None)
        reword(store, record(store, paragraph), "dig.")
        an_item(store, record(store, from_source(read(store), other)), "mend them;")
        standing = read(store)
        after = from_source(standing, one)
        assert (after.edited, after.proposed) == (True, paragraph.parts)
        assert [each.id for each in standing.passages if each.edited] == [paragraph.id]
        assert standing.edited == 1


def test_what_nothing_comes_from_is_unused_and_what_was_set_aside_is_last(folder: Path) -> None:
    with a_room(folder) as store:
        aside = asked(store, "Sell the wells.", status=RecommendationStatus.SET_ASIDE)
        used = asked(store, "Open the wells.")
        paragraph = from_source(drafted(store), used)
        late, later = asked(store, "Mend the roads."), asked(store, "Plant trees.")
        assert (read(store).unused, read(store).unused_set_aside) == ((late.id, later.id, aside.id), 1)
        an_item(store, record(store, paragraph), "mend roads;", late)
        assert read(store).unused == (later.id, aside.id)


def test_every_language_is_counted_that_it_is_drafted_in(folder: Path) -> None:
    with a_room(folder) as store:
        assert languages_drafted(store) == {}
        asked(store, "Open the wells.")
        english = len(drafted(store).paragraphs)
        draft_declaration(store, FR)
        store.change(operative(store)[0], left_out=True)
        assert languages_drafted(store) == {"en": english - 1, "fr": english - 1}
        assert read(store).languages == languages_drafted(store)
        assert not read_declaration(store, translator("es")).is_made


def test_sections_stand_in_the_order_of_a_declaration_and_open_their_part_once(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Plant trees.", POLICY)
        asked(store, "Open the wells.", strands=("planet",), capitals=("environmental",))
        asked(store, "Mend the roads.", strands=("people",))
        standing = drafted(store)
        store.save(
            Section(id=UUID(int=1), part=SectionKind.COMMON_GROUND, rank=99),
        )
        store.save(Paragraph(id=UUID(int=2), section=UUID(int=1), words={"en": "We agree."}))
        standing = read(store)
        titles = [(title.level, title.text) for section in standing.sections for title in section.titles]
        assert titles == [
            (1, "Preamble"),
            (1, "Recitals"),
            (1, "Common ground"),
            (1, "Recommendations on citizenship"),
            (2, "People"),
            (2, "Planet"),
            (1, "Recommendations on policy and action"),
            (2, "Across the strands"),
        ]
        assert [one.text for one in standing.paragraphs if one.id == UUID(int=2)] == ["We agree."]


def test_what_stands_in_another_document_is_not_in_the_declaration(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        before = drafted(store)
        section = Section(id=store.new_id(), part=SectionKind.COMMON_GROUND, document=DocumentKind.TAKEAWAY)
        store.save(section)
        store.save(Paragraph(id=store.new_id(), section=section.id, words={"en": "Keep it."}, sources=[one.id]))
        assert read(store) == before


def test_a_section_may_have_a_title_of_its_own(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", strands=("planet",))
        section = drafted(store).sections[-1]
        store.change(store.get(Section, section.id), title={"en": "Water first"})
        assert [title.text for title in read(store).sections[-1].titles] == [
            "Recommendations on citizenship",
            "Water first",
        ]


def test_what_a_person_edited_stands_although_its_draft_was_undone(folder: Path) -> None:
    """Undoing a draft takes its sections away; the words somebody has written in one of them stay to be read."""
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        written = draft_declaration(store, EN).written
        paragraph = from_source(read(store), one)
        reword(store, record(store, paragraph), "dig.")
        store.undo(written)
        assert store.all(Section) == []
        assert [each.text for each in read(store).paragraphs] == ["Ask all those concerned to dig."]


def test_a_file_without_any_draft_has_no_declaration(folder: Path) -> None:
    with a_store(folder) as store:
        one = asked(store, "Open the wells.")
        standing = read(store)
        assert (standing.is_made, standing.sections, standing.unused) == (False, (), (one.id,))


def test_what_people_wrote_before_any_draft_is_read_and_is_no_draft(folder: Path) -> None:
    with a_room(folder) as store:
        section = Section(id=store.new_id(), part=SectionKind.FOLLOW_UP)
        store.save(section)
        store.save(Paragraph(id=store.new_id(), section=section.id, words={"en": "We report in a year."}))
        assert [(each.number, each.text) for each in read(store).paragraphs] == [("1", "We report in a year.")]
        assert not read(store).is_made
        assert languages_drafted(store) == {}
        asked(store, "Open the wells.")
        standing = drafted(store)
        assert [(each.number, each.text) for each in standing.paragraphs][-1] == ("2", "We report in a year.")
        assert standing.is_made


def test_an_item_of_no_paragraph_is_read_nowhere(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        before = drafted(store)
        store.save(Item(id=store.new_id(), paragraph=store.new_id(), words={"en": "dig."}))
        assert read(store) == before
