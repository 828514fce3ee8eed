"""Who has a letter: at most so many a paragraph, every leading addressee and every room heard, a person's choice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from consultation.drafting.fates import Fate, fates_of
from consultation.model import Item, Recommendation
from consultation.reading.material import gather
from consultation.store import Store
from tests.drafting.rooms import (
    ADOPTED,
    ASIDE,
    ROOMS,
    a_room,
    adopted,
    an_item,
    asked,
    draft,
    drafted,
    in_order,
    item_of,
    paragraph_of,
    paragraphs_in,
    planned,
    read,
    reword,
    words_planned,
)

VERBS = ("Open", "Mend", "Plant", "Count", "Close", "Clear", "Build", "Share", "Protect")


def many(store: Store, number: int, of: str = "wells", first: int = 90, **values: object) -> list[Recommendation]:
    """Adopted recommendations, each with fewer hands than the one before."""
    return [
        adopted(store, f"{VERBS[place]} the {of}.", hands=(first - 5 * place, 0, 0), **values)  # type: ignore[arg-type]
        for place in range(number)
    ]


def sources(store: Store) -> list[list[object]]:
    """The leading source of each item that drafting would propose, paragraph by paragraph."""
    return [[item.sources[0] for item in each.items] for each in planned(store)]


def waiting(store: Store) -> list[object]:
    """What stands nowhere since it cannot be an item as it is worded."""
    fates = fates_of(gather(store), read(store))
    return [each for each, fated in fates.items() if fated.fate is Fate.NEEDS_WORDING]


def test_a_paragraph_has_six_letters_at_most_and_the_rest_is_counted_nowhere_as_used(folder: Path) -> None:
    with a_room(folder) as store:
        made = many(store, 9)
        (paragraph,) = paragraphs_in(drafted(store))
        assert [item.letter for item in paragraph.items] == ["a", "b", "c", "d", "e", "f"]
        assert [item.sources[0] for item in paragraph.items] == [each.id for each in made[:6]]
        assert set(read(store).unused) == {each.id for each in made[6:]}


def test_how_many_letters_there_are_is_for_the_consultation_to_say(folder: Path) -> None:
    with a_room(folder) as store:
        made = many(store, 4)
        store.change(store.consultation, letters_at_most=2)
        assert sources(store) == [[each.id for each in made[:2]]]
        store.change(store.consultation, letters_at_most=0)
        assert sources(store) == [[made[0].id]]


def test_each_paragraph_has_its_own_letters(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        many(store, 3, strands=("people",))
        many(store, 3, "trees", strands=("planet",))
        assert list(map(len, words_planned(store))) == [2, 2]


def test_every_leading_addressee_keeps_its_best_item(folder: Path) -> None:
    """All three are of the international community, and share its paragraph."""
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=3)
        strong = many(store, 4, addressees=("international_institutions",))
        best, _ = many(store, 2, "banks", first=20, addressees=("financial_institutions", "g20"))
        only = adopted(store, "Hear the mayors.", hands=(3, 0, 0), addressees=("european_union",))
        assert sources(store) == [[strong[0].id, best.id, only.id]]


def test_every_room_that_adopted_anything_has_an_item(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=3)
        strong = many(store, 4, room=ROOMS[0])
        best, _ = many(store, 2, "banks", first=20, room=ROOMS[1])
        only = adopted(store, "Hear the mayors.", room=ROOMS[2])
        asked(store, "Sell the wells.", room=ROOMS[3])
        assert sources(store) == [[strong[0].id, best.id, only.id]]


def test_a_room_that_is_heard_in_one_paragraph_takes_no_letter_in_another(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        people = many(store, 3, strands=("people",), room=ROOMS[0])
        planet = many(store, 1, "trees", strands=("planet",), room=ROOMS[1])
        adopted(store, "Hear the mayors.", strands=("people",), room=ROOMS[1])
        assert sources(store) == [[people[0].id, people[1].id], [planet[0].id]]


def test_where_all_stand_for_somebody_the_paragraph_has_more_letters_rather_than_nobody(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        each = [adopted(store, f"{VERBS[place]} the wells.", room=room) for place, room in enumerate(ROOMS)]
        assert sources(store) == [[one.id for one in each]]


def test_letting_one_in_puts_nobody_out_who_is_heard_in_no_other_place(folder: Path) -> None:
    """What gives way to a late room must not be the only item of an earlier one."""
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=3)
        many(store, 3, room=ROOMS[0], addressees=("uclg",))
        many(store, 3, "banks", first=20, room=ROOMS[1], addressees=("uclg",))
        many(store, 3, "trees", first=15, room=ROOMS[2], addressees=("uclg",))
        rooms = Counter(store.get(Recommendation, each).session for row in sources(store) for each in row)
        assert rooms == {store.session(code).id: 1 for code in ROOMS[:3]}


# ------------------------------------------------------------------------------------------- a person's choice


def test_what_is_pinned_has_a_letter_whatever_became_of_it_in_its_room(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        made = many(store, 2)
        draft(store)
        store.change(item_of(store, made[1]), pinned=True)
        many(store, 3, "trees", first=900)
        draft(store)
        assert made[1].id in sources(store)[0]
        assert in_order(store) == [["open the trees", "mend the wells"]]
        store.change(made[1], status=ASIDE)
        again = draft(store)
        assert "mend the wells" in in_order(store)[0]
        assert not again.withdrawn
        assert not again.without_source


def test_what_a_person_worded_keeps_its_seat_while_its_rooms_hold_to_it(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        made = many(store, 2)
        draft(store)
        reword(store, item_of(store, made[1]), "dig")
        many(store, 3, "trees", first=900)
        draft(store)
        assert "dig" in in_order(store)[0]
        assert len(in_order(store)[0]) == 2


def test_what_a_person_worded_and_its_room_then_set_aside_is_kept_and_reported(folder: Path) -> None:
    with a_room(folder) as store:
        made = many(store, 2)
        draft(store)
        item = item_of(store, made[1])
        reword(store, item, "dig")
        store.change(made[1], status=ASIDE)
        assert draft(store).without_source == [item.id]
        assert not store.get(Item, item.id).deleted


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_left_out_gives_its_letter_to_the_next_and_is_not_brought_back(folder: Path, language: str) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        made = many(store, 3)
        draft(store)
        gone = item_of(store, made[0])
        store.change(gone, left_out=True)
        draft(store, language)
        standing = drafted(store)
        (paragraph,) = paragraphs_in(standing)
        assert [(item.letter, item.sources[0]) for item in paragraph.items] == [("a", made[1].id), ("b", made[2].id)]
        assert [item.id for item in standing.left_out_items] == [gone.id]
        assert made[0].id not in standing.unused


def test_what_is_left_out_in_one_language_leaves_its_letter_free_there(folder: Path) -> None:
    with a_room(folder) as store:
        made = many(store, 3)
        for language in ("en", "fr"):
            draft(store, language)
        store.change(item_of(store, made[1]), left_out_in=["fr"])
        for language, letters in (("en", ["a", "b", "c"]), ("fr", ["a", "c"])):
            assert not draft(store, language).written
            (paragraph,) = paragraphs_in(read(store, language))
            assert [item.letter for item in paragraph.items] == letters
        assert [each.id for each in read(store, "fr").left_out_items] == [item_of(store, made[1]).id]
        assert not read(store).left_out_items


def test_a_paragraph_left_out_in_one_language_leaves_its_number_free_there(folder: Path) -> None:
    with a_room(folder) as store:
        first = adopted(store, "Open the wells.", strands=("people",))
        adopted(store, "Plant trees.", strands=("planet",))
        for language in ("en", "fr"):
            draft(store, language)
        store.change(paragraph_of(store, first), left_out_in=["fr"])
        assert [each.number for each in paragraphs_in(read(store))] == ["1", "2"]
        assert [each.number for each in paragraphs_in(read(store, "fr"))] == ["2"]
        assert [each.id for each in read(store, "fr").left_out] == [paragraph_of(store, first).id]


def test_what_was_left_out_stands_for_nobody_so_that_its_room_is_heard_otherwise(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        many(store, 3, room=ROOMS[0])
        gone = adopted(store, "Hear the mayors.", room=ROOMS[1], hands=(9, 0, 0))
        weaker = adopted(store, "Ask the mayors.", room=ROOMS[1], hands=(3, 0, 0))
        draft(store)
        assert weaker.id not in sources(store)[0]
        store.change(item_of(store, gone), left_out=True)
        draft(store)
        assert sources(store)[0][-1] == weaker.id


def test_an_item_a_person_wrote_is_one_more_letter_and_takes_none_away(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=2)
        made = many(store, 2)
        draft(store)
        mine = an_item(store, paragraph_of(store, made[0]), "dig", rank=99)
        draft(store)
        (paragraph,) = paragraphs_in(read(store))
        assert [item.letter for item in paragraph.items] == ["a", "b", "c"]
        assert paragraph.items[-1].id == mine.id


def test_what_waits_for_words_is_not_drafted_and_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which texts cannot be an item is for the grammar to say; here it refuses what asks something."""
    monkeypatch.setattr(
        "consultation.drafting.sifting.unfit", lambda text, language: "asks" if text.endswith("?") else None
    )
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        question = adopted(store, "Who pays for the wells?")
        asked(store, "Who pays for the roads?")
        assert words_planned(store) == [["open the wells"]]
        draft(store)
        assert waiting(store) == [question.id]
        store.change(question, status=ADOPTED, text="Pay for the wells.")
        draft(store)
        assert waiting(store) == []
