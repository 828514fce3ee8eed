"""What is done with terms: added, put in order, moved, retired, joined; each is one step that can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_recommendation, a_session, a_store, handed_to
from test_terms_and_their_uses import a_term, outline, tree

from consultation.errors import InvalidRecord
from consultation.exchange import import_table
from consultation.merging import merge
from consultation.model import KnownVocabulary, Person, Recommendation, Session, Term, Vocabulary
from consultation.reading.incomplete import vocabularies_with_terms
from consultation.reading.material import gather
from consultation.reading.vocabularies import read_vocabularies
from consultation.vocabularies.making import free_key, new_term, new_vocabulary
from consultation.vocabularies.ordering import add_term, move_in, move_out, move_under, shift
from consultation.vocabularies.retiring import bring_back, join, move_rest, retire

ADDRESSEE = KnownVocabulary.ADDRESSEE


@pytest.mark.parametrize(
    ("name", "taken", "key"),
    [
        ("River basins", (), "river_basins"),
        ("Cœur de l’État", (), "coeur_de_l_etat"),
        ("17 goals", (), "theme_17_goals"),
        ("مدينة", (), "theme"),
        ("مدينة", ("theme",), "theme_2"),
        ("Water!", ("water", "water_2"), "water_3"),
        ("–", (), "theme"),
    ],
)
def test_a_key_is_made_of_a_name_and_is_free(name: str, taken: tuple[str, ...], key: str) -> None:
    assert free_key(name, taken, "theme") == key


def test_a_vocabulary_of_our_own_takes_no_key_that_the_program_knows(folder: Path) -> None:
    with a_store(folder) as store:
        made = new_vocabulary(store, {"en": " Region "}, ["session"], several=False)
        store.save(made)
        assert (made.key, made.label, made.kinds, made.several) == ("region_2", {"en": "Region"}, ["session"], False)
        again = new_vocabulary(store, {"en": "Region"})
        assert again.key == "region_3"
        store.delete(store.get(Vocabulary, made.id))
        assert new_vocabulary(store, {"en": "Region"}).key == "region_3"
        with pytest.raises(InvalidRecord):
            new_vocabulary(store, {"en": "  "})


def test_a_term_is_added_below_the_chosen_one_or_under_it(folder: Path) -> None:
    with a_store(folder) as store:
        first, second = a_term(store, "first", rank=0), a_term(store, "second", rank=1)
        beside = new_term(store, ADDRESSEE, {"en": "First"}, first.id)
        add_term(store, beside, first.id)
        under = new_term(store, ADDRESSEE, {"fr": "sous"}, second.id, under=True)
        add_term(store, under)
        assert outline(tree(store)) == [(0, "first"), (0, "first_2"), (0, "second"), (1, "sous")]


def test_a_term_goes_up_and_down_among_its_brothers_alone(folder: Path) -> None:
    with a_store(folder) as store:
        first, second = a_term(store, "first"), a_term(store, "second")
        a_term(store, "inner", parent=first.id)
        written = shift(store, second, -1)
        assert outline(tree(store)) == [(0, "second"), (0, "first"), (1, "inner")]
        assert not shift(store, store.get(Term, second.id), -1)
        store.undo(written)
        assert outline(tree(store)) == [(0, "first"), (1, "inner"), (0, "second")]


def test_a_term_goes_under_the_one_above_and_out_again_to_where_it_was(folder: Path) -> None:
    with a_store(folder) as store:
        for rank, name in enumerate(("first", "second", "third")):
            a_term(store, name, rank=rank)
        second = next(row.term for row in tree(store).rows if row.term.key == "second")
        move_in(store, second)
        assert outline(tree(store)) == [(0, "first"), (1, "second"), (0, "third")]
        move_out(store, store.get(Term, second.id))
        assert outline(tree(store)) == [(0, "first"), (0, "second"), (0, "third")]
        first = tree(store).rows[0].term
        assert not move_in(store, first)
        assert not move_out(store, first)


def test_a_term_never_stands_under_itself_or_what_is_under_it_or_in_another_vocabulary(folder: Path) -> None:
    with a_store(folder) as store:
        first = a_term(store, "first")
        second = a_term(store, "second", parent=first.id)
        third = a_term(store, "third", parent=second.id)
        other = a_term(store, "other", "theme")
        for wrong in (first, second, third, other):
            with pytest.raises(InvalidRecord):
                move_under(store, first, wrong.id)
        assert outline(tree(store)) == [(0, "first"), (1, "second"), (2, "third")]


def test_joining_gives_the_other_to_all_that_had_it_in_its_place_and_once(folder: Path) -> None:
    with a_store(folder) as store:
        old, new, kept = (a_term(store, name) for name in ("old", "new", "kept"))
        below = a_term(store, "below", parent=old.id, family=old.id)
        both = a_recommendation(store, addressees=[old.id, kept.id, new.id], terms={"theme": [old.id, new.id]})
        alone = a_recommendation(store, "Another.", addressees=[kept.id, old.id])
        session = a_session(store, kind_term=old.id)
        written = join(store, old, new)
        assert store.get(Recommendation, both.id).addressees == [new.id, kept.id]
        assert store.get(Recommendation, both.id).terms == {"theme": [new.id]}
        assert store.get(Recommendation, alone.id).addressees == [kept.id, new.id]
        assert store.get(Session, session.id).kind_term == new.id
        moved = store.get(Term, below.id)
        assert (moved.parent, moved.family) == (new.id, new.id)
        joined = store.get(Term, old.id)
        assert (joined.joined, joined.retired, joined.label) == (new.id, True, {"en": "old"})
        store.undo(written)
        assert store.get(Recommendation, both.id).addressees == [old.id, kept.id, new.id]
        assert store.get(Term, old.id).joined is None
        assert store.get(Term, below.id).parent == old.id


def test_joining_with_what_stands_under_it_leaves_no_circle(folder: Path) -> None:
    with a_store(folder) as store:
        top = a_term(store, "top")
        old = a_term(store, "old", parent=top.id)
        middle = a_term(store, "middle", parent=old.id)
        new = a_term(store, "new", parent=middle.id, family=old.id)
        join(store, old, new)
        assert outline(tree(store)) == [(0, "top"), (1, "new"), (2, "middle"), (1, "old")]
        assert store.get(Term, new.id).family is None
        assert not any(row.in_a_circle for row in tree(store).rows)


def test_joining_with_a_joined_term_means_the_one_that_stands_for_it(folder: Path) -> None:
    with a_store(folder) as store:
        first, second, third = (a_term(store, name) for name in ("first", "second", "third"))
        join(store, second, third)
        join(store, first, store.get(Term, second.id))
        assert store.get(Term, first.id).joined == third.id
        with pytest.raises(InvalidRecord):
            join(store, store.get(Term, third.id), store.get(Term, first.id))
        with pytest.raises(InvalidRecord):
            join(store, store.get(Term, third.id), a_term(store, "water", "theme"))


def test_what_comes_later_by_merging_and_still_names_it_is_counted_and_moved(folder: Path) -> None:
    with a_store(folder) as store:
        old, new = a_term(store, "old"), a_term(store, "new")
        with handed_to(store, "Bob") as room:
            late = a_recommendation(room, addressees=[old.id])
            path = room.path
        join(store, old, new)
        merge(store, [path])
        row = tree(store).by_id[old.id]
        assert [use.record for use in row.uses] == [late.id]
        assert row.stands_for_it == new.id
        move_rest(store, row.term)
        assert store.get(Recommendation, late.id).addressees == [new.id]
        assert not tree(store).by_id[old.id].uses


def test_a_field_in_conflict_is_left_to_be_decided(folder: Path) -> None:
    with a_store(folder) as store:
        old, new, kept = (a_term(store, name) for name in ("old", "new", "kept"))
        asked = a_recommendation(store, addressees=[])
        with handed_to(store, "Bob") as room:
            room.change(room.get(Recommendation, asked.id), addressees=[old.id])
            path = room.path
        store.change(asked, addressees=[kept.id])
        merge(store, [path])
        waiting = store.count_conflicts()
        assert waiting == 1
        join(store, old, new)
        assert store.count_conflicts() == waiting


def test_a_retired_term_is_not_offered_and_what_has_it_keeps_it(folder: Path) -> None:
    with a_store(folder) as store:
        region = a_term(store, "region", KnownVocabulary.REGION)
        person = Person(id=store.new_id(), name="Ana", region=region.id)
        store.save(person)
        retire(store, region)
        assert store.terms(KnownVocabulary.REGION) == []
        assert [term.id for term in store.terms(KnownVocabulary.REGION, retired=True)] == [region.id]
        assert store.get(Person, person.id).region == region.id
        bring_back(store, store.get(Term, region.id))
        assert [term.id for term in store.terms(KnownVocabulary.REGION)] == [region.id]


def test_a_joined_term_is_brought_back_as_a_term_of_its_own(folder: Path) -> None:
    with a_store(folder) as store:
        old, new = a_term(store, "old"), a_term(store, "new")
        join(store, old, new)
        assert [term.key for term in store.terms(ADDRESSEE)] == ["new"]
        bring_back(store, store.get(Term, old.id))
        assert [term.key for term in store.terms(ADDRESSEE)] == ["old", "new"]
        assert len(read_vocabularies(store)[0].rows) == 2


def test_a_list_from_elsewhere_that_names_a_joined_term_means_the_one_that_stands_for_it(folder: Path) -> None:
    with a_store(folder) as store:
        old, new = a_term(store, "mayors"), a_term(store, "local governments")
        join(store, old, new)
        path = folder / "asked.csv"
        path.write_text("text,set,language,addressed_to\nOpen the wells.,policy,en,Mayors\n", "utf-8")
        import_table(store, path)
        (asked,) = store.all(Recommendation)
        assert asked.addressees == [new.id]


def test_documents_and_counts_leave_a_retired_term_out_unless_something_has_it(folder: Path) -> None:
    with a_store(folder) as store:
        region, other = (a_term(store, name, KnownVocabulary.REGION) for name in ("region", "other"))
        retire(store, region)
        assert [term.id for term in gather(store).vocabulary(KnownVocabulary.REGION)] == [other.id]
        store.save(Person(id=store.new_id(), name="Ana", region=region.id))
        assert len(gather(store).vocabulary(KnownVocabulary.REGION)) == 2


def test_nothing_lacks_a_strand_where_all_strands_are_retired(folder: Path) -> None:
    with a_store(folder) as store:
        strand = a_term(store, "planet", KnownVocabulary.STRAND)
        assert vocabularies_with_terms(store) == {KnownVocabulary.STRAND}
        retire(store, strand)
        assert vocabularies_with_terms(store) == frozenset()
