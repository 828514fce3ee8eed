"""What people do to the passages of a declaration stays when drafting goes over it again, in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from consultation.drafting import draft_declaration
from consultation.drafting.arranging import (
    adopt,
    bring_back,
    join,
    leave_out,
    move,
    move_section,
    pin,
    reword,
    split,
    unpin,
)
from consultation.errors import InvalidRecord
from consultation.language import translator
from consultation.model import (
    Commitment,
    Item,
    Paragraph,
    Recommendation,
    RecommendationStatus,
    Section,
    SectionKind,
    fingerprint,
    translation,
)
from consultation.reading.declaration import read_declaration
from consultation.reading.parts import Parts
from consultation.reading.passages import Declaration, ItemText, ParagraphText, State
from consultation.store import Store, Written
from tests.drafting.rooms import a_room, asked

EN, FR = translator("en"), translator("fr")
WELLS, ROADS, TREES = "Open the wells", "Mend the roads", "Plant the trees"
ADOPTED = RecommendationStatus.ADOPTED


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """Two calls on national governments, one of them with three items, and one on cities; drafted in two languages."""
    with a_room(folder) as made:
        for place, (text, french) in enumerate(
            ((WELLS, "Ouvrir les puits"), (ROADS, "Réparer les routes"), (TREES, "Planter les arbres"))
        ):
            call = asked(
                made, text, strands=("planet",), addressees=("national_governments",), hands=(90 - place, 0, 0)
            )
            made.change(call, status=ADOPTED, translations={"fr": translation(french, of=text)})
        asked(made, "Feed the children", strands=("people",), addressees=("national_governments",), status=ADOPTED)
        asked(made, "Paint the schools", strands=("people",), addressees=("local_governments",), status=ADOPTED)
        draft(made)
        yield made


def draft(store: Store) -> None:
    for t in (EN, FR, EN):
        draft_declaration(store, t)


def both(store: Store) -> Iterator[Declaration]:
    """The declaration in two languages, as it stands and after drafting again in both."""
    for _ in range(2):
        yield from (read_declaration(store, t) for t in (EN, FR))
        draft(store)


def item(store: Store, text: str) -> Item:
    """The item that comes from a recommendation."""
    (source,) = [each.id for each in store.all(Recommendation) if each.text == text]
    return next(each for each in store.all(Item) if each.sources[:1] == [source])


def shown(standing: Declaration, id_: object) -> ParagraphText | ItemText:
    return next(each for each in standing.passages if each.id == id_)


def order(standing: Declaration, paragraph: object) -> list[object]:
    return [each.id for each in shown(standing, paragraph).items]


def operative(store: Store) -> list[Section]:
    sections = [each for each in store.all(Section) if each.part is SectionKind.OPERATIVE]
    return sorted(sections, key=lambda each: each.rank)


def test_an_item_that_was_moved_stays_where_it_is(store: Store):
    wells, roads, trees = (item(store, text) for text in (WELLS, ROADS, TREES))
    assert order(read_declaration(store, EN), wells.paragraph) == [wells.id, roads.id, trees.id]
    move(store, trees, trees.paragraph, wells.id)
    for standing in both(store):
        assert order(standing, wells.paragraph) == [trees.id, wells.id, roads.id]
        assert shown(standing, trees.id).moved
        assert not shown(standing, wells.id).moved
        assert shown(standing, trees.id).letter == "a"


def test_what_goes_back_to_where_drafting_put_it_is_drafting_s_again(store: Store):
    wells, roads, trees = (item(store, text) for text in (WELLS, ROADS, TREES))
    move(store, store.get(Item, trees.id), trees.paragraph, roads.id)
    move(store, store.get(Item, trees.id), trees.paragraph, None)
    for standing in both(store):
        assert order(standing, wells.paragraph) == [wells.id, roads.id, trees.id]
        assert not any(shown(standing, each.id).moved for each in (wells, roads, trees))


def test_what_was_moved_before_stays_moved_when_it_makes_room(store: Store):
    wells, roads, trees = (item(store, text) for text in (WELLS, ROADS, TREES))
    move(store, store.get(Item, wells.id), wells.paragraph, None)
    move(store, store.get(Item, roads.id), wells.paragraph, None)
    move(store, store.get(Item, trees.id), wells.paragraph, None)
    assert shown(read_declaration(store, EN), wells.id).moved
    for standing in both(store):
        assert order(standing, wells.paragraph) == [wells.id, roads.id, trees.id]


def test_an_item_moves_into_another_paragraph_and_stays_there(store: Store):
    trees, children = item(store, TREES), item(store, "Feed the children")
    move(store, trees, children.paragraph, children.id)
    for standing in both(store):
        assert order(standing, children.paragraph) == [trees.id, children.id]
        assert len(order(standing, item(store, WELLS).paragraph)) == 2


def test_a_paragraph_whose_items_have_all_gone_elsewhere_does_not_stand(store: Store):
    children, schools = item(store, "Feed the children"), item(store, "Paint the schools")
    before = [each.id for each in read_declaration(store, EN).paragraphs]
    move(store, children, schools.paragraph, None)
    for standing in both(store):
        assert [each.id for each in standing.paragraphs] == [each for each in before if each != children.paragraph]


def test_an_item_left_out_of_a_paragraph_that_had_no_other_can_come_back(store: Store):
    children = item(store, "Feed the children")
    leave_out(store, children)
    for standing in both(store):
        assert [each.id for each in standing.left_out_items] == [children.id]
        assert children.paragraph not in [each.id for each in standing.paragraphs]
    bring_back(store, store.get(Item, children.id))
    for standing in both(store):
        assert order(standing, children.paragraph) == [children.id]


def test_a_paragraph_moves_into_another_section_and_recitals_among_themselves(store: Store):
    children, schools = item(store, "Feed the children"), item(store, "Paint the schools")
    there = store.get(Paragraph, schools.paragraph).section
    move(store, store.get(Paragraph, children.paragraph), there, schools.paragraph)
    recitals = [each.id for each in read_declaration(store, EN).paragraphs if each.part is SectionKind.RECITALS]
    assert len(recitals) > 1
    last = store.get(Paragraph, recitals[-1])
    move(store, last, last.section, recitals[0])
    for standing in both(store):
        (section,) = [each for each in standing.sections if each.id == there]
        assert [each.id for each in section.paragraphs][:2] == [children.paragraph, schools.paragraph]
        now = [each.id for each in standing.paragraphs if each.part is SectionKind.RECITALS]
        assert now == [recitals[-1], *recitals[:-1]]


def test_nothing_leaves_its_part_of_the_declaration(store: Store):
    wells = store.get(Paragraph, item(store, WELLS).paragraph)
    recital = next(each for each in read_declaration(store, EN).paragraphs if each.part is SectionKind.RECITALS)
    with pytest.raises(InvalidRecord):
        move(store, wells, recital.section, None)
    assert store.get(Paragraph, wells.id) == wells


def test_sections_are_put_in_another_order(store: Store):
    first, *others = operative(store)
    move_section(store, first, None)
    for standing in both(store):
        now = [each.id for each in standing.sections if each.part is SectionKind.OPERATIVE]
        assert now == [*(each.id for each in others), first.id]


def test_an_item_is_split_and_the_new_one_is_to_be_translated(store: Store):
    wells, roads = item(store, WELLS), item(store, ROADS)
    split(store, wells, ["open the old wells", " keep them clean "], "en")
    (made,) = [each for each in store.all(Item) if each.words == {"en": "keep them clean"}]
    for standing in both(store):
        assert order(standing, wells.paragraph)[:3] == [wells.id, made.id, roads.id]
        assert shown(standing, made.id).own_sources == tuple(wells.sources)
        if standing.language == "en":
            assert [shown(standing, each.id).said for each in (wells, made)] == [
                "open the old wells",
                "keep them clean",
            ]
            assert {shown(standing, each.id).state for each in (wells, made)} == {State.SETTLED}
        else:
            assert shown(standing, made.id).state is State.UNTRANSLATED
            assert shown(standing, wells.id).state is State.STALE
            assert shown(standing, wells.id).original == "open the old wells"


def test_what_was_said_first_in_the_other_language_is_of_an_earlier_text_once_an_item_is_split(folder: Path):
    with a_room(folder) as store:
        french = asked(store, "Ouvrir les puits et réparer les routes", language="fr", status=ADOPTED)
        store.change(french, translations={"en": translation("Open the wells and mend the roads", of=french.text)})
        draft(store)
        (whole,) = [each for each in store.all(Item) if each.sources == [french.id]]
        split(store, whole, ["open the wells", "mend the roads"], "en")
        for standing in both(store):
            assert shown(standing, whole.id).state is (State.SETTLED if standing.language == "en" else State.STALE)


def test_a_part_that_is_left_out_does_not_take_the_other_with_it(store: Store):
    wells = item(store, WELLS)
    split(store, wells, ["open the wells", "keep them clean"], "en")
    (made,) = [each for each in store.all(Item) if each.words == {"en": "keep them clean"}]
    leave_out(store, made)
    for standing in both(store):
        assert wells.id in order(standing, wells.paragraph)
        assert made.id not in order(standing, wells.paragraph)


def test_one_word_is_not_split(store: Store):
    with pytest.raises(InvalidRecord):
        split(store, item(store, WELLS), ["open the wells", "  "], "en")


def test_items_are_joined_with_the_sources_of_both(store: Store):
    wells, roads = item(store, WELLS), item(store, ROADS)
    join(store, [wells, roads], "open the wells and mend the roads", "en")
    for standing in both(store):
        assert roads.id not in order(standing, wells.paragraph)
        now = shown(standing, wells.id)
        assert now.own_sources == (*wells.sources, *roads.sources)
        assert now.state is (State.SETTLED if standing.language == "en" else State.STALE)
    assert shown(read_declaration(store, EN), wells.id).said == "open the wells and mend the roads"


def test_what_was_split_and_joined_again_leaves_nothing_behind(store: Store):
    wells = item(store, WELLS)
    split(store, wells, ["open the wells", "keep them clean"], "en")
    (made,) = [each for each in store.all(Item) if each.words == {"en": "keep them clean"}]
    join(store, [store.get(Item, wells.id), made], "open the wells and keep them clean", "en")
    for standing in both(store):
        assert not standing.left_out_items
        assert made.id not in [each.id for each in standing.passages]


def test_who_committed_themselves_is_not_joined_with_another(store: Store):
    for words in ("Plant a tree", "Dig a well"):
        store.save(Commitment(text=words, language="en", who="Ana", by="2030-01-01"))
    draft(store)
    promised = [each for each in store.all(Item) if each.commitment]
    assert len(promised) == 2
    with pytest.raises(InvalidRecord):
        join(store, promised, "plant and dig", "en")


def test_what_is_pinned_stays_though_its_source_falls_behind(store: Store):
    trees, roads = item(store, TREES), item(store, ROADS)
    pin(store, trees)
    for each in (trees, roads):
        store.change(store.get(Recommendation, each.sources[0]), status=RecommendationStatus.SET_ASIDE)
    for place, standing in enumerate(both(store)):
        assert shown(standing, trees.id).pinned
        assert (roads.id in order(standing, trees.paragraph)) is (place < 2)
    unpin(store, store.get(Item, trees.id))
    draft(store)
    assert trees.id not in order(read_declaration(store, EN), trees.paragraph)


def test_what_is_left_out_in_one_language_keeps_its_letter_free_there(store: Store):
    wells, roads = item(store, WELLS), item(store, ROADS)
    leave_out(store, wells, ["fr"])
    for standing in both(store):
        here = standing.language == "en"
        assert (wells.id in order(standing, roads.paragraph)) is here
        assert shown(standing, roads.id).letter == "b"
        assert [each.id for each in standing.left_out_items] == ([] if here else [wells.id])
    bring_back(store, store.get(Item, wells.id))
    assert wells.id in order(read_declaration(store, FR), roads.paragraph)


def test_what_is_left_out_everywhere_gives_its_letter_to_the_next(store: Store):
    wells, roads = item(store, WELLS), item(store, ROADS)
    leave_out(store, wells)
    for standing in both(store):
        assert shown(standing, roads.id).letter == "a"
        assert [each.id for each in standing.left_out_items] == [wells.id]


def test_what_was_adopted_is_no_longer_proposed(store: Store):
    common = next(each for each in read_declaration(store, EN).paragraphs if each.is_proposed)
    adopt(store, store.get(Paragraph, common.id))
    for standing in both(store):
        assert not shown(standing, common.id).is_proposed


def test_a_translation_that_a_person_words_anew_is_of_the_words_as_they_are_now(store: Store):
    wells = item(store, WELLS)
    source = store.get(Recommendation, wells.sources[0])
    store.change(source, text="Open all the wells")
    draft(store)
    assert shown(read_declaration(store, FR), wells.id).state is State.STALE
    reword(store, store.get(Item, wells.id), Parts(words="ouvrir tous les puits"), "fr")
    made = store.get(Item, wells.id).renderings["fr"]
    assert (made["by"], made["of"]) == (str(store.identity.author), fingerprint("Open all the wells"))
    for standing in both(store):
        now = shown(standing, wells.id)
        assert now.state is State.SETTLED
        assert now.said == ("open all the wells" if standing.language == "en" else "ouvrir tous les puits")


def test_words_a_person_wrote_are_what_the_others_translate(store: Store):
    wells = item(store, WELLS)
    reword(store, wells, Parts(words="open every well"), "en")
    for standing in both(store):
        now = shown(standing, wells.id)
        assert now.state is (State.SETTLED if standing.language == "en" else State.STALE)
    assert shown(read_declaration(store, FR), wells.id).original == "open every well"


def test_a_phrase_that_was_reworded_stays(store: Store):
    paragraph = store.get(Paragraph, item(store, WELLS).paragraph)
    reword(store, paragraph, Parts(lead_in="Soil.", addressed="We ask national governments to:"), "en")
    draft(store)
    assert shown(read_declaration(store, EN), paragraph.id).text == "Soil. We ask national governments to:"


def test_what_was_not_agreed_stands_in_the_words_of_the_room(store: Store):
    contested = asked(store, "Sell the wells", strands=("planet",), hands=(5, 5, 0))
    draft(store)
    (quoted,) = [each for each in store.all(Item) if each.sources == [contested.id]]
    for act in (
        lambda: reword(store, quoted, Parts(words="keep the wells"), "en"),
        lambda: split(store, quoted, ["sell", "the wells"], "en"),
        lambda: join(store, [item(store, WELLS), quoted], "open and sell", "en"),
        lambda: pin(store, quoted),
    ):
        with pytest.raises(InvalidRecord):
            act()
    assert store.get(Item, quoted.id) == quoted


def acts(store: Store) -> list[Callable[[], Written]]:
    wells, roads = item(store, WELLS), item(store, ROADS)
    section = operative(store)[0]
    return [
        lambda: move(store, roads, wells.paragraph, wells.id),
        lambda: move_section(store, section, None),
        lambda: split(store, wells, ["open", "the wells"], "en"),
        lambda: join(store, [wells, roads], "both", "en"),
        lambda: pin(store, wells),
        lambda: leave_out(store, wells),
        lambda: leave_out(store, wells, ["fr"]),
        lambda: reword(store, wells, Parts(words="open"), "en"),
    ]


@pytest.mark.parametrize("number", range(8))
def test_every_act_is_undone_in_one_step(store: Store, number: int):
    before = [read_declaration(store, t) for t in (EN, FR)]
    written = acts(store)[number]()
    assert [read_declaration(store, t) for t in (EN, FR)] != before
    store.undo(written)
    assert [read_declaration(store, t) for t in (EN, FR)] == before


def test_a_phrase_whose_only_item_is_left_out_in_one_language_keeps_its_number_free_there(store: Store):
    children, wells = item(store, "Feed the children"), item(store, WELLS)
    numbers = {each.id: each.number for each in read_declaration(store, EN).paragraphs}
    leave_out(store, children, ["fr"])
    for standing in both(store):
        shown_there = [each.id for each in standing.paragraphs]
        assert (children.paragraph in shown_there) is (standing.language == "en")
        assert shown(standing, wells.paragraph).number == numbers[wells.paragraph]
