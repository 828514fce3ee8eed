"""Drafting again: what a person edited stays, what is new is said, nothing is doubled and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.drafting import draft_declaration
from consultation.drafting.refresh import Refreshed
from consultation.language import translator
from consultation.model import Item, Paragraph, Recommendation, RecommendationStatus, Reservation, Section, SectionKind
from consultation.reading.declaration import read_declaration
from consultation.reading.parts import Parts, edited_parts
from consultation.store import Store
from tests.drafting import rooms
from tests.drafting.rooms import POLICY, a_room, an_item, asked, operative, reword, said, texts

EDITED = "Urge mayors to dig."
EDITED_PARTS = Parts("Urge", "mayors to", "dig.")


def draft(store: Store, language: str = "en") -> Refreshed:
    return draft_declaration(store, translator(language))


def clause_of(store: Store, source: Recommendation) -> Paragraph:
    """The one clause that names a source, leaving the statement of common ground aside."""
    (found,) = [one for one in store.all(Paragraph) if source.id in one.sources]
    return found


def edit(store: Store, clause: Paragraph, parts: Parts = EDITED_PARTS, language: str = "en") -> None:
    rooms.edit(store, clause, parts, language)


def test_the_first_draft_is_all_new_and_says_how_much_there_is(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        done = draft(store)
        assert set(done.new) == {one.id for one in store.all(Paragraph)}
        assert (done.clauses, done.items) == (1, 0)
        assert 1 + done.recitals + done.clauses == len(done.new)
        assert not any((done.changed, done.kept, done.withdrawn, done.without_source, done.left_out))


def test_drafting_twice_changes_nothing(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", strands=("planet",), capitals=("environmental",), hands=(3, 1, 0))
        asked(store, "Mend the roads.", POLICY, reserved="Not ours.")
        asked(store, "Créer un fonds.", language="fr")
        draft(store)
        digest = store.digest()
        again = draft(store)
        assert store.digest() == digest
        assert not again.written
        assert not any((again.new, again.changed, again.kept, again.withdrawn, again.without_source, again.left_out))


def test_a_clause_left_out_in_one_language_is_worded_and_left_out_in_another(folder: Path) -> None:
    with a_room(folder) as store:
        wells, _ = asked(store, "Open the wells."), asked(store, "Mend the roads.")
        draft(store)
        store.change(clause_of(store, wells), left_out=True)
        done = draft(store, "fr")
        gone = clause_of(store, wells)
        standing = read_declaration(store, translator("fr"))
        assert done.left_out == 1
        assert gone.id not in done.new
        assert [one.id for one in standing.left_out] == [gone.id]
        assert wells.id not in standing.unused
        digest = store.digest()
        assert not draft(store, "fr").written
        assert store.digest() == digest
        store.change(gone, left_out=False)
        for language in ("en", "fr"):
            assert gone.id in {one.id for one in read_declaration(store, translator(language)).paragraphs}


def test_a_new_recommendation_adds_one_clause_and_says_so(folder: Path) -> None:
    with a_room(folder) as store:
        first = asked(store, "Open the wells.")
        before = draft(store).clauses
        second = asked(store, "Mend the roads.", status=RecommendationStatus.ADOPTED)
        again = draft(store)
        assert again.new == [clause_of(store, second).id]
        assert again.clauses == before + 1
        assert [one.sources for one in operative(store)] == [[second.id], [first.id]]


def test_another_source_of_the_same_words_adds_no_clause(folder: Path) -> None:
    with a_room(folder) as store:
        first = asked(store, "Open the wells.")
        before = draft(store).clauses
        second = asked(store, "open the wells")
        again = draft(store)
        assert again.clauses == before
        assert not again.new
        assert clause_of(store, first).sources == [first.id, second.id]


def test_another_source_that_takes_the_lead_adds_no_clause(folder: Path) -> None:
    with a_room(folder) as store:
        first = asked(store, "Open the wells.")
        draft(store)
        clause = clause_of(store, first).id
        second = asked(store, "open the wells", status=RecommendationStatus.ADOPTED)
        draft(store)
        assert [(one.id, one.sources) for one in operative(store)] == [(clause, [second.id, first.id])]


def test_a_clause_nobody_edited_is_worded_anew_and_that_is_said(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        store.change(one, text="Open all wells.")
        again = draft(store)
        assert again.changed == [clause_of(store, one).id]
        assert texts(store) == ["Ask all those concerned to open all wells."]


def test_an_edited_clause_is_kept_without_a_word_while_drafting_would_say_the_same_as_before(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        edit(store, clause_of(store, one))
        again = draft(store)
        assert texts(store) == [EDITED]
        assert not again.kept
        assert edited_parts(clause_of(store, one), "en") == {"lead_in", "addressed", "words"}


def test_an_edited_clause_is_kept_and_reported_once(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        edit(store, clause_of(store, one))
        store.change(one, text="Open all wells.")
        assert draft(store).kept == [clause_of(store, one).id]
        assert texts(store) == [EDITED]
        assert draft(store).kept == []
        assert texts(store) == [EDITED]


def test_an_edited_clause_names_the_sources_that_came_since(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        edit(store, clause_of(store, one))
        other = asked(store, "open the wells")
        draft(store)
        assert texts(store) == [EDITED]
        assert clause_of(store, one).sources == [one.id, other.id]


def test_an_edit_that_was_taken_back_lets_drafting_go_on(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        clause = clause_of(store, one)
        edit(store, clause)
        edit(store, clause, Parts(**clause.drafted["en"]))
        store.change(one, text="Open all wells.")
        draft(store)
        assert texts(store) == ["Ask all those concerned to open all wells."]


def test_a_clause_a_person_left_out_is_not_brought_back(folder: Path) -> None:
    with a_room(folder) as store:
        one, other = asked(store, "Open the wells."), asked(store, "Mend the roads.")
        draft(store)
        store.change(clause_of(store, one), left_out=True)
        for _ in range(2):
            again = draft(store)
            assert [each.sources for each in operative(store)] == [[other.id]]
            assert again.left_out == 1
        store.change(one, text="Open all wells.")
        draft(store)
        assert [each.sources for each in operative(store)] == [[other.id]]


def test_a_clause_whose_source_is_gone_is_withdrawn_and_that_is_said_once(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        clause = clause_of(store, one).id
        store.delete(one)
        assert draft(store).withdrawn == [clause]
        assert texts(store) == []
        assert draft(store).withdrawn == []


def test_a_withdrawn_clause_comes_back_as_new_with_its_source(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        store.change(one, status=RecommendationStatus.SET_ASIDE)
        draft(store)
        store.change(one, status=RecommendationStatus.ADOPTED)
        again = draft(store)
        assert again.new == [clause_of(store, one).id]
        assert again.left_out == 0
        assert texts(store) == ["Call on all those concerned to open the wells."]


def test_an_edited_clause_whose_source_is_gone_is_kept_and_reported(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        clause = clause_of(store, one)
        edit(store, clause)
        store.delete(one)
        again = draft(store)
        assert again.without_source == [clause.id]
        assert not again.withdrawn
        assert texts(store) == [EDITED]


@pytest.mark.parametrize("older_moves", [True, False])
def test_words_that_part_again_make_two_clauses_and_lose_none(folder: Path, older_moves: bool) -> None:
    with a_room(folder) as store:
        old, young = asked(store, "Open the wells."), asked(store, "open the wells")
        draft(store)
        moving, staying = (old, young) if older_moves else (young, old)
        store.change(moving, text="Close the mines.", status=RecommendationStatus.ADOPTED)
        draft(store)
        assert {tuple(one.sources) for one in operative(store)} == {(moving.id,), (staying.id,)}
        digest = store.digest()
        draft(store)
        assert store.digest() == digest


@pytest.mark.parametrize("older_moves", [True, False])
def test_an_edited_clause_whose_sources_part_stays_and_the_other_is_new(folder: Path, older_moves: bool) -> None:
    with a_room(folder) as store:
        old, young = asked(store, "Open the wells."), asked(store, "open the wells")
        draft(store)
        edit(store, clause_of(store, old))
        store.change(old if older_moves else young, text="Close the mines.", status=RecommendationStatus.ADOPTED)
        draft(store)
        assert len(operative(store)) == 2
        assert EDITED in texts(store)
        assert {one for clause in operative(store) for one in clause.sources} == {old.id, young.id}


def test_two_clauses_whose_words_meet_become_one(folder: Path) -> None:
    with a_room(folder) as store:
        one, other = asked(store, "Open the wells."), asked(store, "Mend the roads.")
        draft(store)
        store.change(other, text="open the wells")
        again = draft(store)
        assert [each.sources for each in operative(store)] == [[one.id, other.id]]
        assert len(again.withdrawn) == 1


def test_two_languages_live_side_by_side(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", translations={"fr": "Ouvrir les puits."})
        other = asked(store, "Mend the roads.")
        english = draft(store, "en")
        french = draft(store, "fr")
        assert english.clauses == french.clauses
        assert set(english.new) == set(french.new)
        assert said(clause_of(store, one)) == "Ask all those concerned to open the wells."
        assert said(clause_of(store, one), "fr").endswith("ouvrir les puits.")
        assert clause_of(store, other).untranslated == {"fr": "en"}
        assert not draft(store, "en").written
        assert not draft(store, "fr").written


def test_an_edit_in_one_language_leaves_the_other_to_drafting(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store, "en")
        draft(store, "fr")
        edit(store, clause_of(store, one), Parts("Prions", "les maires de", "creuser."), "fr")
        store.change(one, text="Open all wells.")
        assert draft(store, "en").changed == [clause_of(store, one).id]
        assert draft(store, "fr").kept == [clause_of(store, one).id]
        assert {language: said(clause_of(store, one), language) for language in ("en", "fr")} == {
            "en": "Ask all those concerned to open all wells.",
            "fr": "Prions les maires de creuser.",
        }


def test_a_translation_that_comes_later_takes_the_mark_away(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Ouvrir les puits.", language="fr")
        draft(store, "en")
        assert clause_of(store, one).untranslated == {"en": "fr"}
        store.change(one, translations={"en": "Open the wells."})
        draft(store, "en")
        assert clause_of(store, one).untranslated == {}
        assert texts(store) == ["Ask all those concerned to open the wells."]


def test_undoing_a_draft_puts_everything_back(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        clause = clause_of(store, one)
        asked(store, "Mend the roads.", status=RecommendationStatus.ADOPTED)
        store.change(one, text="Open all wells.")
        before = sorted((each.id, each.rank, said(each), str(each.drafted)) for each in store.all(Paragraph))
        sections = {each.id for each in store.all(Section)}
        store.undo(draft(store).written)
        after = sorted((each.id, each.rank, said(each), str(each.drafted)) for each in store.all(Paragraph))
        assert after == before
        assert clause_of(store, one).id == clause.id
        assert {each.id for each in store.all(Section)} == sections


def test_undoing_the_first_draft_leaves_no_clause(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        store.undo(draft(store).written)
        assert store.all(Paragraph) == []
        assert store.all(Section) == []


def test_a_draft_that_was_undone_can_be_made_again(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        first = draft(store)
        store.undo(first.written)
        again = draft(store)
        assert set(again.new) == set(first.new)
        assert again.left_out == 0
        assert said(clause_of(store, one)) == "Ask all those concerned to open the wells."


def test_a_draft_that_fails_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        digest = store.digest()
        save, saved = store.save, []

        def failing(record: Paragraph) -> object:
            saved.append(record)
            if len(saved) == 5:
                raise RuntimeError("the stick was pulled out")
            return save(record)

        monkeypatch.setattr(store, "save", failing)
        with pytest.raises(RuntimeError):
            draft(store)
        assert store.digest() == digest


def test_the_statement_of_common_ground_takes_no_clause_from_its_sources(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", capitals=("environmental",))
        draft(store)
        statement, own = sorted(operative(store), key=lambda each: "Whatever" not in said(each))
        assert statement.sources == own.sources == [one.id]
        store.change(one, text="Open all wells.", status=RecommendationStatus.ADOPTED)
        draft(store)
        assert len(operative(store)) == 2
        assert said(store.get(Paragraph, own.id)) == "Call on all those concerned to open all wells."
        assert said(store.get(Paragraph, statement.id)) == said(statement)


def test_a_reservation_changes_how_the_clause_opens(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", hands=(9, 0, 0))
        draft(store)
        store.save(Reservation(id=store.new_id(), recommendation=one.id, text="Not ours."))
        assert draft(store).changed == [clause_of(store, one).id]
        assert texts(store) == ["Appeal to all those concerned to open the wells."]


def in_order(store: Store) -> list[str]:
    """The words of what is asked for, as the declaration has them."""
    return [each.parts.words for each in read_declaration(store, translator("en")).paragraphs if each.own_sources]


def asked_in_turn(store: Store, *texts: str) -> list[Recommendation]:
    """Recommendations that drafting puts in this order: each was counted with fewer hands than the one before."""
    return [asked(store, text, hands=(90 - place, 0, 0)) for place, text in enumerate(texts)]


def test_a_paragraph_is_drafted_in_parts(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", addressees=("national_governments",), status=RecommendationStatus.ADOPTED)
        draft(store)
        paragraph = clause_of(store, one)
        assert paragraph.lead_in == {"en": "Call on"}
        assert paragraph.addressed == {"en": "national governments to"}
        assert paragraph.words == {"en": "open the wells."}
        assert paragraph.addressees == one.addressees
        assert paragraph.drafted == {
            "en": {"lead_in": "Call on", "addressed": "national governments to", "words": "open the wells."}
        }


def test_no_asterisk_is_left_in_any_record(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", capitals=("environmental",))
        for language in ("en", "fr", "es"):
            draft(store, language)
        for paragraph in store.all(Paragraph):
            for language in ("en", "fr", "es"):
                assert "*" not in said(paragraph, language)
                assert "*" not in str(paragraph.drafted[language])
        preamble = next(each for each in store.all(Paragraph) if each.lead_in.get("en") == "We")
        assert said(preamble).startswith("We, the representatives of")


def test_whose_words_were_edited_the_verb_still_follows_the_room(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        reword(store, clause_of(store, one), "dig, and dig again.")
        store.change(one, status=RecommendationStatus.ADOPTED)
        again = draft(store)
        assert texts(store) == ["Call on all those concerned to dig, and dig again."]
        assert (again.changed, again.kept) == ([clause_of(store, one).id], [])
        assert edited_parts(clause_of(store, one), "en") == {"words"}


def test_whose_verb_was_edited_addressees_and_words_still_follow(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", addressees=("national_governments",))
        draft(store)
        store.change(clause_of(store, one), lead_in={"en": "Beg"})
        store.change(one, text="A well for every village.")
        draft(store)
        assert texts(store) == ["Beg national governments: A well for every village."]


def test_whose_words_were_edited_is_not_spoken_to_others_than_a_person_read(folder: Path) -> None:
    """Addressees and words are joined to each other; and a verb is not changed alone under other addressees."""
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", addressees=("national_governments",))
        draft(store)
        reword(store, clause_of(store, one), "dig.")
        store.change(one, text="A well for every village.", status=RecommendationStatus.ADOPTED)
        again = draft(store)
        assert texts(store) == ["Ask national governments to dig."]
        assert again.kept == [clause_of(store, one).id]


def test_whose_addressees_were_edited_stays_whole(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        store.change(clause_of(store, one), addressed={"en": "the mayors of the coast to"})
        store.change(one, text="A well for every village.", status=RecommendationStatus.ADOPTED)
        assert draft(store).kept == [clause_of(store, one).id]
        assert texts(store) == ["Ask the mayors of the coast to open the wells."]


def test_the_order_a_person_gave_stays_when_more_is_said(folder: Path) -> None:
    with a_room(folder) as store:
        first, second, third = asked_in_turn(store, "Open the wells.", "Mend the roads.", "Plant trees.")
        draft(store)
        ranks = {clause_of(store, one).id: clause_of(store, one).rank for one in (first, second, third)}
        store.change(clause_of(store, third), rank=ranks[clause_of(store, second).id])
        store.change(clause_of(store, second), rank=ranks[clause_of(store, third).id])
        chosen = ["open the wells.", "plant trees.", "mend the roads."]
        assert in_order(store) == chosen
        moved = {one.id: clause_of(store, one).rank for one in (second, third)}
        asked(store, "Close the mines.", status=RecommendationStatus.ADOPTED)
        draft(store)
        assert in_order(store) == ["close the mines.", *chosen]
        assert {one.id: clause_of(store, one).rank for one in (second, third)} == moved
        asked(store, "Count the trees.", hands=(1, 0, 0))
        draft(store)
        assert in_order(store) == ["close the mines.", *chosen, "count the trees."]
        assert not draft(store).written


def test_what_was_moved_to_the_front_stays_there_and_what_was_not_follows_the_room(folder: Path) -> None:
    with a_room(folder) as store:
        _, second, third = asked_in_turn(store, "Open the wells.", "Mend the roads.", "Plant trees.")
        draft(store)
        store.change(clause_of(store, third), rank=-1)
        store.change(second, status=RecommendationStatus.ADOPTED)
        draft(store)
        assert in_order(store) == ["plant trees.", "mend the roads.", "open the wells."]
        assert clause_of(store, third).rank == -1


def test_what_is_put_back_where_drafting_had_it_follows_again(folder: Path) -> None:
    with a_room(folder) as store:
        first, second = asked_in_turn(store, "Open the wells.", "Mend the roads.")
        draft(store)
        store.change(clause_of(store, second), rank=-1)
        draft(store)
        assert in_order(store) == ["mend the roads.", "open the wells."]
        store.change(clause_of(store, second), rank=clause_of(store, second).drafted_rank)
        store.change(first, status=RecommendationStatus.ADOPTED)
        draft(store)
        assert in_order(store) == ["open the wells.", "mend the roads."]


def test_an_edited_paragraph_keeps_its_section_when_its_proposal_moves(folder: Path) -> None:
    with a_room(folder) as store:
        edited, plain = asked_in_turn(store, "Open the wells.", "Mend the roads.")
        draft(store)
        reword(store, clause_of(store, edited), "dig.")
        before = clause_of(store, edited).section
        for one in (edited, plain):
            store.change(one, set=POLICY)
        draft(store)
        assert clause_of(store, edited).section == before
        assert clause_of(store, plain).section != before
        assert not draft(store).written


def test_a_paragraph_edited_in_another_language_keeps_its_section_too(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.", translations={"fr": "Ouvrir les puits."})
        draft(store, "en")
        draft(store, "fr")
        reword(store, clause_of(store, one), "creuser.", "fr")
        before = clause_of(store, one).section
        store.change(one, set=POLICY)
        draft(store, "en")
        assert clause_of(store, one).section == before


def test_a_paragraph_put_into_another_section_stays_there(folder: Path) -> None:
    with a_room(folder) as store:
        one, other = asked(store, "Open the wells."), asked(store, "Mend the roads.", POLICY)
        draft(store)
        elsewhere = clause_of(store, other).section
        store.change(clause_of(store, one), section=elsewhere, rank=7)
        store.change(one, text="Open all wells.")
        draft(store)
        assert (clause_of(store, one).section, clause_of(store, one).rank) == (elsewhere, 7)
        assert said(clause_of(store, one)).endswith("open all wells.")


def test_a_pinned_paragraph_keeps_its_place_and_outlives_its_source(folder: Path) -> None:
    with a_room(folder) as store:
        first, second = asked_in_turn(store, "Open the wells.", "Mend the roads.")
        draft(store)
        store.change(clause_of(store, first), pinned=True)
        store.change(second, status=RecommendationStatus.ADOPTED)
        draft(store)
        assert in_order(store) == ["open the wells.", "mend the roads."]
        pinned = clause_of(store, first).id
        store.delete(first)
        assert draft(store).without_source == [pinned]
        assert not store.get(Paragraph, pinned).deleted


def test_the_items_a_person_wrote_are_left_alone_and_keep_their_paragraph(folder: Path) -> None:
    with a_room(folder) as store:
        one, other = asked(store, "Open the wells."), asked(store, "Mend the roads.")
        draft(store)
        paragraph = clause_of(store, one)
        items = [an_item(store, paragraph, "dig;", one, rank=4), an_item(store, paragraph, "pump.", other, rank=9)]
        store.change(one, text="Open all wells.")
        draft(store)
        assert [store.get(Item, item.id) for item in items] == items
        store.delete(one)
        again = draft(store)
        assert again.without_source == [paragraph.id]
        assert not store.get(Paragraph, paragraph.id).deleted
        assert [store.get(Item, item.id) for item in items] == items


def test_a_paragraph_a_person_wrote_is_neither_moved_nor_reported_nor_taken_away(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        draft(store)
        section = operative(store)[0].section
        own = Paragraph(id=store.new_id(), section=section, rank=-5, words={"en": "We thank our hosts."})
        store.save(own)
        asked(store, "Mend the roads.", status=RecommendationStatus.ADOPTED)
        again = draft(store)
        assert own.id not in {*again.without_source, *again.withdrawn, *again.kept}
        kept = store.get(Paragraph, own.id)
        assert (kept.rank, kept.words, kept.deleted) == (-5, {"en": "We thank our hosts."}, False)


def test_what_a_person_wrote_of_a_recommendation_takes_its_paragraph_from_nobody(folder: Path) -> None:
    """A follow-up may name what it reports on; that does not strike it from what is asked for."""
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        section = Section(id=store.new_id(), part=SectionKind.FOLLOW_UP)
        own = Paragraph(id=store.new_id(), section=section.id, words={"en": "We report on it."}, sources=[one.id])
        for record in (section, own):
            store.save(record)
        done = draft(store)
        assert set(texts(store)) == {"Ask all those concerned to open the wells.", "We report on it."}
        assert own.id not in {*done.new, *done.kept}
        assert store.get(Paragraph, own.id) == own


def test_the_title_a_person_gave_a_section_stays(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        draft(store)
        section = store.get(Section, operative(store)[0].section)
        store.change(section, title={"en": "Water first"})
        asked(store, "Mend the roads.", status=RecommendationStatus.ADOPTED)
        draft(store)
        assert store.get(Section, section.id).title == {"en": "Water first"}


def test_only_what_reads_otherwise_is_called_reworded(folder: Path) -> None:
    """Version 1 kept addressees and words as one text: parting them is no news to anybody."""
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        paragraph = clause_of(store, one)
        whole = {"lead_in": "Ask", "addressed": "", "words": "all those concerned to open the wells."}
        store.change(paragraph, addressed={}, words={"en": whole["words"]}, drafted={"en": whole})
        again = draft(store)
        assert not any((again.changed, again.kept, again.new))
        assert clause_of(store, one).addressed == {"en": "all those concerned to"}


def test_what_was_edited_in_version_1_does_not_name_its_addressees_twice(folder: Path) -> None:
    with a_room(folder) as store:
        one = asked(store, "Open the wells.")
        draft(store)
        whole = {"lead_in": "Ask", "addressed": "", "words": "all those concerned to open the wells."}
        mine = {"en": "all those concerned to open the wells at once."}
        store.change(clause_of(store, one), addressed={}, words=mine, drafted={"en": whole})
        store.change(one, status=RecommendationStatus.ADOPTED)
        draft(store)
        assert texts(store) == ["Ask all those concerned to open the wells at once."]


def test_the_draft_counts_what_stands_in_its_language(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        draft(store)
        before = draft(store, "fr").clauses
        section = operative(store)[0].section
        store.save(Paragraph(id=store.new_id(), section=section, words={"en": "We thank our hosts."}))
        assert draft(store, "fr").clauses == before
        assert draft(store, "en").clauses == before + 1
