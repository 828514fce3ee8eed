"""The declaration as it stands: one numbering, the sources that exist, what a person edited, left out or divided."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from consultation.model import (
    DocumentKind,
    Item,
    Paragraph,
    RecommendationStatus,
    Section,
    SectionKind,
    Session,
    Term,
)
from consultation.reading.declaration import languages_drafted, letters
from consultation.reading.passages import Citation
from consultation.reading.recommended import read_recommended
from tests.builders import a_recommendation, a_session, a_store
from tests.drafting.rooms import (
    ASIDE,
    POLICY,
    a_room,
    addressee,
    adopted,
    an_item,
    asked,
    draft,
    drafted,
    item_of,
    paragraph_of,
    paragraphs_in,
    read,
    reword,
)


def test_only_what_follows_the_recitals_is_numbered_without_a_gap(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", capitals=("environmental",), strands=("planet",))
        adopted(store, "Mend the roads.", POLICY, addressees=("uclg",))
        adopted(store, "Close the mines.", hands=(5, 5, 0))
        standing = drafted(store)
        unnumbered = [each for each in standing.paragraphs if each.part in (SectionKind.PREAMBLE, SectionKind.RECITALS)]
        assert unnumbered
        assert {each.number for each in unnumbered} == {""}
        numbered = [each for each in standing.paragraphs if each not in unnumbered]
        assert [(each.number, each.part) for each in numbered] == [
            ("1", SectionKind.COMMON_GROUND),
            ("2", SectionKind.OPERATIVE),
            ("3", SectionKind.OPERATIVE),
            ("4", SectionKind.DIVERGENCE),
            ("5", SectionKind.FOLLOW_UP),
        ]


def test_a_paragraph_left_out_has_no_number_and_the_next_takes_its_place(folder: Path) -> None:
    with a_room(folder) as store:
        first = adopted(store, "Open the wells.", strands=("people",))
        second = adopted(store, "Mend the roads.", strands=("planet",))
        draft(store)
        gone = paragraph_of(store, first)
        store.change(gone, left_out=True)
        standing = read(store)
        assert [(each.id, each.number) for each in standing.left_out] == [(gone.id, "")]
        (left,) = paragraphs_in(standing)
        assert (left.number, left.sources) == ("1", (second.id,))
        assert standing.is_made
        assert first.id not in standing.unused


def test_items_have_letters_and_are_cited_by_paragraph_and_letter(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        roads, trees = asked(store, "Mend the roads."), asked(store, "Plant trees.")
        draft(store)
        paragraph, first = paragraph_of(store, wells), item_of(store, wells)
        last = an_item(store, paragraph, "plant trees", trees, rank=2)
        between = an_item(store, paragraph, "mend roads;", roads, wells, rank=1)
        standing = read(store)
        (divided,) = paragraphs_in(standing)
        assert [(item.id, item.letter, item.number, item.text) for item in divided.items] == [
            (first.id, "a", "1\u00a0(a)", "open the wells;"),
            (between.id, "b", "1\u00a0(b)", "mend roads;"),
            (last.id, "c", "1\u00a0(c)", "plant trees."),
        ]
        assert divided.sources == (wells.id, roads.id, trees.id)
        assert divided.own_sources == ()
        assert standing.citations() == {
            wells.id: [Citation("1\u00a0(a)", first.id), Citation("1\u00a0(b)", between.id)],
            roads.id: [Citation("1\u00a0(b)", between.id)],
            trees.id: [Citation("1\u00a0(c)", last.id)],
        }
        at = [passage.id for passage in standing.passages].index(paragraph.id)
        assert [each.id for each in standing.passages[at : at + 4]] == [paragraph.id, first.id, between.id, last.id]


def test_letters_are_set_as_each_language_sets_them(folder: Path) -> None:
    with a_room(folder) as store:
        for text in ("Open the wells.", "Mend the roads."):
            adopted(store, text)
        cited = {
            language: paragraphs_in(drafted(store, language))[0].items[1].number for language in ("en", "fr", "es")
        }
        assert cited == {"en": "1\u00a0(b)", "fr": "1\u00a0b)", "es": "1\u00a0b)"}


def test_the_only_item_that_is_asked_for_runs_on_without_a_letter(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        adopted(store, "Mend the roads.", addressees=("uclg",))
        draft(store)
        second = an_item(store, paragraph_of(store, wells), "pump", rank=2)
        store.change(item_of(store, wells), left_out=True)
        standing = read(store)
        (divided,) = [each for each in standing.paragraphs if second.id in {item.id for item in each.items}]
        assert [(item.id, item.letter, item.number) for item in divided.items] == [(second.id, "", "2")]
        assert [each.id for each in standing.left_out_items] == [item_of(store, wells).id]


def test_an_item_said_in_another_language_alone_keeps_its_letter(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        mine = an_item(store, paragraph_of(store, wells), "pump", rank=-2)
        draft(store, "fr")
        for language in ("en", "fr"):
            (paragraph,) = paragraphs_in(read(store, language))
            assert [(item.id, item.letter) for item in paragraph.items] == [
                (mine.id, "a"),
                (item_of(store, wells).id, "b"),
            ]
            assert paragraph.items[0].parts.words == "pump"
        assert paragraph.items[0].other_language == "en"


def test_who_acts_with_the_addressees_stands_before_the_closing_mark(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        draft(store)
        paragraph = paragraph_of(store, wells)
        beside = [addressee(store, key) for key in ("private_sector", "uclg")]
        an_item(store, paragraph, "dig;", co_addressees=beside, rank=11)
        an_item(store, paragraph, "pump.", co_addressees=[wells.id], rank=12)
        (divided,) = paragraphs_in(read(store))
        assert [item.text for item in divided.items] == [
            "open the wells;",
            "dig (with companies and cooperatives, as well as UCLG and its sections);",
            "pump.",
        ]


def test_letters_go_on_after_z() -> None:
    assert list(letters(28))[24:] == ["y", "z", "aa", "ab"]
    assert list(letters(2)) == ["a", "b"]
    assert list(letters(1)) == ["a"]
    assert list(letters(1, alone=True)) == [""]
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
        first, second = adopted(store, "Open the wells.", reserved="Not ours."), adopted(store, "open the wells")
        (before,) = paragraphs_in(drafted(store))[0].items
        assert (set(before.sources), before.reservations, before.reserved) == ({first.id, second.id}, 1, {first.id})
        store.delete(first)
        standing = read(store)
        (after,) = paragraphs_in(standing)[0].items
        assert (after.id, after.sources, after.reservations) == (before.id, (second.id,), 0)
        assert standing.source_numbers == {second.id: 1}
        assert set(standing.citations()) == {second.id}


def test_what_a_person_edited_is_told_with_what_drafting_proposes(folder: Path) -> None:
    with a_room(folder) as store:
        wells, roads = adopted(store, "Open the wells.", hands=(9, 0, 0)), adopted(store, "Mend the roads.")
        first, _ = paragraphs_in(drafted(store))[0].items
        assert (first.edited, first.proposed) == (False, None)
        reword(store, item_of(store, wells), "dig")
        an_item(store, paragraph_of(store, roads), "mend them", rank=9)
        standing = read(store)
        after, *_ = paragraphs_in(standing)[0].items
        assert (after.edited, after.proposed) == (True, first.parts)
        assert [each.id for each in standing.passages if each.edited] == [first.id]
        assert standing.edited == 1


def test_what_nothing_comes_from_is_unused_and_what_was_set_aside_is_last(folder: Path) -> None:
    with a_room(folder) as store:
        aside = asked(store, "Sell the wells.", status=ASIDE)
        used = adopted(store, "Open the wells.")
        draft(store)
        late, later = asked(store, "Mend the roads."), asked(store, "Plant trees.")
        assert read(store).unused == (late.id, later.id, aside.id)
        an_item(store, paragraph_of(store, used), "mend roads", late)
        assert read(store).unused == (later.id, aside.id)


def test_every_language_is_counted_that_it_is_drafted_in(folder: Path) -> None:
    with a_room(folder) as store:
        assert languages_drafted(store) == {}
        wells = adopted(store, "Open the wells.")
        english = len(drafted(store).paragraphs)
        draft(store, "fr")
        store.change(paragraph_of(store, wells), left_out=True)
        assert languages_drafted(store) == {"en": english - 1, "fr": english - 1}
        assert read(store).languages == languages_drafted(store)
        assert not read(store, "es").is_made


def test_sections_stand_in_the_order_of_a_declaration_and_open_their_part_once(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Plant trees.", POLICY)
        adopted(store, "Open the wells.", addressees=("local_governments",), capitals=("environmental",))
        adopted(store, "Mend the roads.", addressees=("g20",))
        adopted(store, "Close the mines.", hands=(5, 5, 0))
        draft(store)
        store.save(Section(id=UUID(int=1), part=SectionKind.COMMON_GROUND, rank=99))
        store.save(Paragraph(id=UUID(int=2), section=UUID(int=1), words={"en": "We agree."}))
        standing = read(store)
        titles = [(title.level, title.text) for section in standing.sections for title in section.titles]
        community = store.get(Term, store.get(Term, addressee(store, "g20")).family)
        assert titles == [
            (1, "Preamble"),
            (1, "Recitals"),
            (1, "Our common ground"),
            (1, "What we undertake"),
            (1, community.heading["en"]),
            (1, "What we recommend"),
            (1, "Where we do not agree"),
            (1, "Follow-up"),
        ]
        assert [each.text for each in standing.paragraphs if each.id == UUID(int=2)] == ["We agree."]


def test_what_stands_in_another_document_is_not_in_the_declaration(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        before = drafted(store)
        section = Section(id=store.new_id(), part=SectionKind.COMMON_GROUND, document=DocumentKind.TAKEAWAY)
        store.save(section)
        store.save(Paragraph(id=store.new_id(), section=section.id, words={"en": "Keep it."}, sources=[wells.id]))
        assert read(store) == before


def test_a_section_may_have_a_title_of_its_own(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.", addressees=("uclg",))
        draft(store)
        store.change(store.get(Section, paragraph_of(store, wells).section), title={"en": "Water first"})
        titles = [title.text for section in read(store).sections for title in section.titles]
        assert "Water first" in titles
        assert "What we ask of UCLG" not in titles


def test_what_a_person_edited_stands_although_its_draft_was_undone(folder: Path) -> None:
    """Undoing a draft takes its sections away; the words somebody has written in one of them stay to be read."""
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        written = draft(store).written
        reword(store, item_of(store, wells), "dig")
        store.change(paragraph_of(store, wells), addressed={"en": "We beg:"})
        store.undo(written)
        assert store.all(Section) == []
        assert [(each.text, [item.text for item in each.items]) for each in read(store).paragraphs] == [
            ("We beg:", ["dig."])
        ]


def test_a_file_without_any_draft_has_no_declaration(folder: Path) -> None:
    with a_store(folder) as store:
        wells = asked(store, "Open the wells.")
        standing = read(store)
        assert (standing.is_made, standing.sections, standing.unused) == (False, (), (wells.id,))


def test_what_people_wrote_before_any_draft_is_read_and_is_no_draft(folder: Path) -> None:
    with a_room(folder) as store:
        section = Section(id=store.new_id(), part=SectionKind.FOLLOW_UP, rank=99)
        store.save(section)
        store.save(Paragraph(id=store.new_id(), section=section.id, words={"en": "We sign in ink."}))
        assert [(each.number, each.text) for each in read(store).paragraphs] == [("1", "We sign in ink.")]
        assert not read(store).is_made
        assert languages_drafted(store) == {}
        adopted(store, "Open the wells.")
        standing = drafted(store)
        assert [(each.number, each.text) for each in standing.paragraphs][-1] == ("3", "We sign in ink.")
        assert standing.is_made


def test_an_item_of_no_paragraph_is_read_nowhere(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        before = drafted(store)
        store.save(Item(id=store.new_id(), paragraph=store.new_id(), words={"en": "dig."}))
        assert read(store) == before
