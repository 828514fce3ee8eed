"""Texts that two people changed in different sentences are put together by themselves, and by every machine alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from consultation.deciding.settling import settle_by_itself
from consultation.merging import merge
from consultation.model import Recommendation, translation
from consultation.store import Store
from tests.builders import identity
from tests.drafting.rooms import a_room, asked

BEFORE = "Open the wells. Mend the roads. Light the streets."
MINE = "Open every well. Mend the roads. Light the streets."
THEIRS = "Open the wells. Mend the roads. Light the streets by night."
BOTH = "Open every well. Mend the roads. Light the streets by night."


@pytest.fixture
def disagreeing(folder: Path) -> Iterator[tuple[Store, Path, Recommendation]]:
    """A file in which a text was changed, and a copy in which its last sentence was."""
    with a_room(folder) as store:
        text = asked(store, BEFORE)
        copy = store.send_copy(folder / "ben.consult").path
        with Store.open(copy, identity("Ben")) as bens:
            bens.change(bens.get(Recommendation, text.id), text=THEIRS)
        yield store, copy, text


def settled(store: Store, text: Recommendation) -> str:
    settle_by_itself(store)
    return store.get(Recommendation, text.id).text


def test_changes_in_different_sentences_both_stand(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    merge(store, [copy])
    assert settled(store, text) == BOTH
    assert store.conflicts() == []


def test_such_a_decision_can_be_told_from_a_persons_and_taken_back(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    merge(store, [copy])
    settle_by_itself(store)
    (decision,) = store.past.decisions()
    assert decision.by_itself
    store.undo(decision.written)
    assert len(store.conflicts()) == 1
    store.resolve(Recommendation, text.id, "text", MINE)
    assert [each.by_itself for each in store.past.decisions()] == [False]


def test_changes_in_one_sentence_wait_for_a_person(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text="Open the wells. Mend the roads. Light the streets and the squares.")
    merge(store, [copy])
    assert not settle_by_itself(store)
    assert len(store.conflicts()) == 1


def test_two_machines_that_settle_alike_disagree_about_nothing(disagreeing, folder):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    mine = store.send_copy(folder / "mine.consult").path
    with Store.open(copy, identity("Ben")) as bens:
        merge(bens, [mine])
        assert settled(bens, text) == BOTH
    with Store.open(mine, identity("Ada")) as adas:
        merge(adas, [store.send_copy(folder / "other.consult").path])
    merge(store, [copy])
    settle_by_itself(store)
    assert (store.conflicts(), store.get(Recommendation, text.id).text) == ([], BOTH)


def test_settling_twice_writes_nothing_the_second_time(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    merge(store, [copy])
    assert settle_by_itself(store)
    digest = store.digest()
    assert not settle_by_itself(store)
    assert store.digest() == digest


def both_settle(disagreeing: tuple[Store, Path, Recommendation], folder: Path) -> tuple[Store, Store]:
    """Two rapporteurs who have merged the same two files, and let settle what needs nobody, each on a computer."""
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    other = store.send_copy(folder / "eve.consult").path
    eves = Store.open(other, identity("Eve"))
    for each in (store, eves):
        merge(each, [copy])
        assert settled(each, text) == BOTH
    return store, eves


def test_two_machines_that_settle_the_same_have_the_same_file(disagreeing, folder):
    store, eves = both_settle(disagreeing, folder)
    with eves:
        assert store.digest() == eves.digest()


def test_going_on_from_what_was_settled_is_no_conflict_with_another_machine_that_settled_it(disagreeing, folder):
    store, eves = both_settle(disagreeing, folder)
    with eves:
        text = eves.get(Recommendation, disagreeing[2].id)
        eves.change(text, text=BOTH.replace("every well", "each well"))
        merge(store, [eves.path])
        assert (store.conflicts(), settled(store, text)) == ([], BOTH.replace("every well", "each well"))


def test_what_was_taken_back_is_not_settled_again_here_nor_where_others_have_settled_it(disagreeing, folder):
    store, eves = both_settle(disagreeing, folder)
    with eves:
        (decision,) = store.past.decisions()
        store.undo(decision.written)
        merge(eves, [store.path])
        for each in (store, eves):
            assert not settle_by_itself(each)
            assert len(each.conflicts()) == 1


def test_taking_a_merge_back_takes_back_what_was_put_together_from_it(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    merge(store, [copy])
    assert settled(store, text) == BOTH
    store.take_back(store.merges()[-1])
    assert (store.get(Recommendation, text.id).text, store.conflicts()) == (MINE, [])


def test_what_was_put_together_is_told_as_by_all_who_wrote_it(disagreeing):
    store, copy, text = disagreeing
    store.change(text, text=MINE)
    merge(store, [copy])
    settle_by_itself(store)
    (decision,) = store.past.decisions()
    assert {"Ada", "Ben"} == set(decision.author_name.split(", "))
    assert store.history(text)[-1].author_name == decision.author_name


def translated(store: Store, text: Recommendation, words: str, of: str) -> None:
    made = translation(words, of=of, by=store.identity.author)
    store.change(store.get(Recommendation, text.id), translations={"fr": made})


@pytest.fixture
def translated_twice(folder: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Store, Store, Recommendation]]:
    """Two files in which two people changed different sentences of a translation, made of the wordings asked for."""
    with a_room(folder) as store:
        text = asked(store, BEFORE)
        translated(store, text, "Ouvrir. Réparer.", BEFORE)
        copy = store.send_copy(folder / "ben.consult").path
        with Store.open(copy, identity("Ben")) as bens:
            translated(bens, text, "Ouvrir. Refaire.", request.param)
            translated(store, text, "Tout ouvrir. Réparer.", BEFORE)
            merge(store, [bens.path])
            merge(bens, [store.path])
            yield store, bens, text


@pytest.mark.parametrize("translated_twice", [BEFORE], indirect=True)
def test_two_machines_settle_a_translation_alike_and_do_not_say_that_whoever_merged_made_it(translated_twice):
    store, bens, text = translated_twice
    for each in (store, bens):
        assert settle_by_itself(each)
    assert store.digest() == bens.digest()
    made = store.get(Recommendation, text.id).translations["fr"]
    assert made == translation("Tout ouvrir. Refaire.", of=BEFORE)


@pytest.mark.parametrize("translated_twice", [MINE], indirect=True)
def test_translations_of_different_wordings_wait_for_a_person(translated_twice):
    store, _, _ = translated_twice
    assert not settle_by_itself(store)
    assert len(store.conflicts()) == 1
