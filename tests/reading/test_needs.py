"""What in a declaration waits for a person, and the sources of a clause as they are shown beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from consultation.drafting import draft_declaration
from consultation.drafting.fates import Fate, fates_of
from consultation.language import translator
from consultation.merging import merge
from consultation.model import (
    Decision,
    Item,
    Person,
    Recommendation,
    RecommendationStatus,
    Session,
    Verdict,
    translation,
)
from consultation.reading.declaration import read_declaration
from consultation.reading.material import gather
from consultation.reading.needs import Need, Needs, read_needs
from consultation.reading.sources import read_sources
from consultation.store import Store
from tests.builders import handed_to
from tests.drafting.rooms import Ticking, a_room, asked, grouped

EN = translator("en")


def drafted(store: Store) -> Needs:
    draft_declaration(store, EN)
    return read_needs(store, read_declaration(store, EN))


def clause_of(store: Store, source: Recommendation) -> Item:
    (found,) = [each for each in store.all(Item) if source.id in each.sources]
    return found


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """Gather the statements that SQLite is given meanwhile."""
    run: list[str] = []
    store._engine.connection.set_trace_callback(run.append)
    try:
        yield run
    finally:
        store._engine.connection.set_trace_callback(None)


def test_a_draft_in_order_waits_for_nobody(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.", strands=("planet",))
        asked(store, "Sell the wells.", status=RecommendationStatus.SET_ASIDE)
        assert drafted(store) == Needs({}, ())


def test_what_is_not_translated_and_what_was_translated_from_other_words_are_told_apart(folder: Path) -> None:
    with a_room(folder) as store:
        new = asked(store, "Créer un fonds.", language="fr", strands=("planet",))
        old = asked(store, "Ouvrir les puits.", language="fr", strands=("planet",))
        store.change(old, translations={"en": translation("Open the wells.", of="Fermer les puits.")})
        asked(store, "Mend the roads.", strands=("planet",))
        needs = drafted(store)
        assert needs.passages == {
            Need.TRANSLATION: (clause_of(store, new).id,),
            Need.STALE: (clause_of(store, old).id,),
        }
        assert needs.of(clause_of(store, old).id) == (Need.STALE,)
        assert needs.total == 2
        assert needs.brackets == 2


def test_what_a_person_worded_for_a_group_needs_no_wording_though_there_was_no_room_for_it(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=1)
        asked(store, "Mend the roads.", hands=(30, 0, 0), status=RecommendationStatus.ADOPTED)
        question = asked(store, "Who should pay for the wells?", hands=(3, 0, 0), status=RecommendationStatus.ADOPTED)
        assert drafted(store).wording == (question.id,)
        grouped(store, question, en="Pay for the wells together.")
        assert drafted(store).wording == ()


def test_the_words_of_the_one_that_leads_are_judged_where_the_joint_wording_is_in_another_language(
    folder: Path,
) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=1)
        asked(store, "Mend the roads.", hands=(30, 0, 0), status=RecommendationStatus.ADOPTED)
        question = asked(store, "Who should pay for the wells?", hands=(3, 0, 0), status=RecommendationStatus.ADOPTED)
        wish = asked(store, "Pay for the wells together.", hands=(2, 0, 0), status=RecommendationStatus.ADOPTED)
        group = grouped(store, question, wish, fr="Payer les puits ensemble.")
        assert drafted(store).wording == ()
        store.change(group, lead=question.id)
        standing = read_declaration(store, EN)
        assert read_needs(store, standing).wording == (question.id, wish.id)
        fates = fates_of(gather(store), standing)
        assert {each for each, fated in fates.items() if fated.fate is Fate.NEEDS_WORDING} == {question.id, wish.id}
        store.change(group, lead=wish.id)
        assert read_needs(store, standing).wording == ()


def test_what_has_no_strand(folder: Path) -> None:
    with a_room(folder) as store:
        across = asked(store, "Mend the roads.")
        drafted(store)
        asked(store, "Plant trees.")
        needs = read_needs(store, read_declaration(store, EN))
        assert needs.passages == {Need.STRAND: (clause_of(store, across).id,)}
        assert needs.total == 1
        assert needs.is_final


def test_what_contradicts_is_told_by_both_and_leads_to_the_other(folder: Path) -> None:
    with a_room(folder) as store:
        opening = asked(store, "Open the wells.", strands=("planet",))
        mending = asked(store, "Mend the roads.", strands=("planet",))
        closing = asked(store, "Close the wells.", strands=("planet",))
        store.save(Verdict(id=store.new_id(), first=closing.id, second=opening.id, decision=Decision.CONTRADICT))
        needs = drafted(store)
        first, second = clause_of(store, opening).id, clause_of(store, closing).id
        assert needs.passages == {Need.CONTRADICTS: (first, second)}
        assert needs.opposites == ((first, second),)
        assert (needs.against(first), needs.against(second)) == ((second,), (first,))
        assert needs.against(clause_of(store, mending).id) == ()
        assert (needs.brackets, needs.is_final) == (0, False)


def test_a_clause_is_in_conflict_where_people_disagree_about_its_words_or_its_source(folder: Path) -> None:
    with a_room(folder) as store:
        calm = asked(store, "Mend the roads.", strands=("planet",))
        first = asked(store, "Open the wells.", strands=("planet",))
        drafted(store)
        with handed_to(store, "Bo", watch=Ticking(store.clock.now() + 60_000)) as other:
            other.change(other.get(Recommendation, first.id), text="Open all wells.")
            store.change(first, text="Open two wells.")
            merge(store, [other.path])
        needs = read_needs(store, read_declaration(store, EN))
        assert needs.passages == {Need.CONFLICT: (clause_of(store, first).id,)}
        shown = {each.recommendation.id: each.is_disputed for each in read_sources(store, [calm.id, first.id])}
        assert shown == {calm.id: False, first.id: True}


def test_what_waits_is_read_in_as_many_statements_for_a_long_declaration(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=1)
        for text in ("Créer un fonds.", "Ouvrir les puits."):  # of which one does not stand in the text
            asked(store, text, language="fr")
        draft_declaration(store, EN)
        with statements(store) as few:
            read_needs(store, read_declaration(store, EN))
        for number in range(20):
            asked(store, f"Créer {number} fonds.", language="fr")
        draft_declaration(store, EN)
        with statements(store) as many:
            read_needs(store, read_declaration(store, EN))
        assert len(many) == len(few)


def test_sources_are_read_together_with_their_number_in_their_session(folder: Path) -> None:
    with a_room(folder) as store:
        session, *_ = store.all(Session)
        amina = Person(id=store.new_id(), name="Amina Benali")
        store.save(amina)
        gone = asked(store, "Never mind.", session=session.id)
        store.delete(gone)
        second = asked(store, "Open the wells.", session=session.id, proposer=amina.id, hands=(9, 2, 1), reserved="No.")
        elsewhere = asked(store, "Mend the roads.")
        with statements(store) as few:
            (only,) = read_sources(store, [second.id])
        assert (only.session.id, only.number, only.proposer.name) == (session.id, 2, "Amina Benali")
        assert only.counts.total.in_favour == 9
        assert [each.text for each in only.reservations] == ["No."]
        with statements(store) as many:
            found = read_sources(store, [elsewhere.id, second.id, gone.id])
        assert [each.recommendation.id for each in found] == [elsewhere.id, second.id]
        assert found[0].number is None
        assert len(many) == len(few)
