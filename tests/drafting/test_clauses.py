"""A clause made of one recommendation, and a clause put into another language: drafting again keeps both."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.drafting import draft_declaration, make_clause, translate_clause
from consultation.errors import Cancelled
from consultation.language import translator
from consultation.model import Paragraph, Recommendation, RecommendationStatus
from consultation.progress import Progress
from consultation.reading.declaration import read_declaration
from consultation.reading.parts import Parts
from consultation.store import Store
from tests.drafting.rooms import a_room, asked, edit, said, texts

EN, FR = translator("en"), translator("fr")
ASIDE = RecommendationStatus.SET_ASIDE


def paragraphs_of(store: Store, source: Recommendation) -> list[Paragraph]:
    return [each for each in store.all(Paragraph) if source.id in each.sources]


def test_a_clause_made_of_what_was_set_aside_stands_at_the_end_of_its_section_and_stays(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", strands=("planet",), hands=(9, 0, 0))
        aside = asked(store, "Sell the wells.", strands=("planet",), status=ASIDE)
        asked(store, "Mend the roads.", strands=("people",))
        draft_declaration(store, EN)
        assert read_declaration(store, EN).unused == (aside.id,)
        made, written = make_clause(store, aside.id, EN)
        assert [each.id for each in paragraphs_of(store, aside)] == [made]
        assert written.records >= {made}
        standing = read_declaration(store, EN)
        assert not standing.unused
        (section,) = [each for each in standing.sections if made in [paragraph.id for paragraph in each.paragraphs]]
        assert [each.parts.words for each in section.paragraphs] == ["open the wells.", "sell the wells."]
        again = draft_declaration(store, EN)
        assert not again.written
        assert not again.without_source
        draft_declaration(store, FR)
        assert said(store.get(Paragraph, made), "fr")


def test_a_clause_made_of_what_came_late_brings_nothing_else_with_it(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        draft_declaration(store, EN)
        late, later = asked(store, "Mend the roads."), asked(store, "Plant trees.")
        made, _ = make_clause(store, late.id, EN)
        assert read_declaration(store, EN).unused == (later.id,)
        assert len(texts(store)) == 2
        draft_declaration(store, EN)
        assert [each.id for each in paragraphs_of(store, late)] == [made]
        assert len(texts(store)) == 3


def test_what_others_asked_for_in_the_same_words_joins_their_clause(folder: Path) -> None:
    with a_room(folder) as store:
        first = asked(store, "Open the wells.")
        draft_declaration(store, EN)
        aside = asked(store, "open the wells", status=ASIDE)
        made, _ = make_clause(store, aside.id, EN)
        assert [each.id for each in paragraphs_of(store, first)] == [made]
        assert set(store.get(Paragraph, made).sources) == {first.id, aside.id}


def test_making_a_clause_is_undone_as_one(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        aside = asked(store, "Sell the wells.", status=ASIDE)
        draft_declaration(store, EN)
        before = read_declaration(store, EN)
        _, written = make_clause(store, aside.id, EN)
        store.undo(written)
        assert read_declaration(store, EN) == before


def test_a_clause_that_was_left_out_comes_back_when_it_is_made_again(folder: Path) -> None:
    with a_room(folder) as store:
        first = asked(store, "Open the wells.")
        draft_declaration(store, EN)
        (paragraph,) = paragraphs_of(store, first)
        store.change(paragraph, left_out=True)
        made, _ = make_clause(store, first.id, EN)
        assert made == paragraph.id
        assert not store.get(Paragraph, made).left_out


def test_a_translation_written_at_a_clause_belongs_to_the_recommendation_and_words_the_clause(folder: Path) -> None:
    with a_room(folder) as store:
        french = asked(store, "Créer un fonds pour l’eau.", language="fr", addressees=("national_governments",))
        draft_declaration(store, EN)
        (paragraph,) = paragraphs_of(store, french)
        assert paragraph.untranslated == {"en": "fr"}
        translate_clause(store, paragraph.id, "Create a fund for water.", EN)
        kept = store.get(Recommendation, french.id).translations["en"]
        assert (kept["text"], kept["by"]) == ("Create a fund for water.", str(store.identity.author))
        after = store.get(Paragraph, paragraph.id)
        assert after.words["en"] == "create a fund for water."
        assert after.addressed["en"].endswith(" to")
        assert not after.untranslated
        assert not draft_declaration(store, EN).written
        translate_clause(store, paragraph.id, " ", EN)
        assert not store.get(Recommendation, french.id).translations
        assert store.get(Paragraph, paragraph.id).words["en"] == "Créer un fonds pour l’eau."


def test_a_translation_leaves_what_a_person_wrote_into_the_clause(folder: Path) -> None:
    with a_room(folder) as store:
        french = asked(store, "Créer un fonds pour l’eau.", language="fr")
        draft_declaration(store, EN)
        (paragraph,) = paragraphs_of(store, french)
        edit(store, paragraph, Parts("Urge", "mayors to", "found a fund."))
        translate_clause(store, paragraph.id, "Create a fund for water.", EN)
        assert said(store.get(Paragraph, paragraph.id)) == "Urge mayors to found a fund."


def test_drafting_that_is_stopped_leaves_everything_as_it_was(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        draft_declaration(store, EN)
        asked(store, "Mend the roads.")
        asked(store, "Plant trees.")
        digest = store.digest()
        progress = Progress(lambda done, total, what: progress.cancel() if done == 2 else None)
        with pytest.raises(Cancelled):
            draft_declaration(store, EN, progress)
        assert store.digest() == digest
        assert len(texts(store)) == 1
