"""The words a translation was made of, and who made it when."""

from __future__ import annotations

from pathlib import Path

from consultation.drafting import draft_declaration, still_holds, translate_clause
from consultation.language import translator
from consultation.model import Item, Recommendation, RecommendationStatus
from consultation.reading.declaration import read_declaration
from consultation.reading.earlier import earlier_words, translation_made
from consultation.reading.needs import Need, read_needs
from consultation.store import Store
from tests.drafting.rooms import a_room, asked

EN = translator("en")


def a_translated_item(store: Store) -> tuple[Recommendation, Item]:
    """An item of which a person has put the French words into English."""
    source = asked(store, "Créer un fonds.", language="fr", status=RecommendationStatus.ADOPTED)
    draft_declaration(store, EN)
    (item,) = store.all(Item)
    translate_clause(store, item.id, "Create a fund.", EN)
    return source, item


def test_the_words_a_stale_translation_was_made_of_are_found(folder: Path) -> None:
    with a_room(folder) as store:
        source, item = a_translated_item(store)
        assert earlier_words(store, item.id, "en") is None
        store.change(source, text="Créer un fonds commun.")
        store.change(source, text="Créer un fonds commun ouvert.")
        found = earlier_words(store, item.id, "en")
        assert found.text == "Créer un fonds."
        assert found.changed_by == "Ada"
        assert [change.when for change in store.history(source)][-1] == found.changed_at


def test_who_translated_is_told_though_the_words_came_with_the_draft(folder: Path) -> None:
    with a_room(folder) as store:
        source, item = a_translated_item(store)
        made = translation_made(store, item.id, "en")
        assert (made.by, made.when) == ("Ada", store.history(source)[-1].when)
        assert translation_made(store, item.id, "es") is None


def test_a_translation_that_still_holds_is_not_stale_any_more(folder: Path) -> None:
    with a_room(folder) as store:
        source, item = a_translated_item(store)
        store.change(source, text="Créer un fonds ouvert.")
        assert Need.STALE in read_needs(store, read_declaration(store, EN)).of(item.id)
        still_holds(store, store.get(Item, item.id), EN)
        assert read_needs(store, read_declaration(store, EN)).of(item.id) == (Need.STRAND,)
        kept = store.get(Recommendation, source.id).translations["en"]["text"]
        assert kept == "Create a fund."
        draft_declaration(store, EN)
        assert Need.STALE not in read_needs(store, read_declaration(store, EN)).of(item.id)
