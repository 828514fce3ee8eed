"""Vocabularies as they are read: the tree, what is missing, what is sought, and every place where a term is used."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from builders import a_recommendation, a_session, a_store, handed_to

from consultation.model import (
    KINDS,
    Attendance,
    Consultation,
    KnownVocabulary,
    Organisation,
    Person,
    Recommendation,
    Session,
    Term,
    Vocabulary,
)
from consultation.model.columns import IdColumn, IdListColumn, TermsColumn
from consultation.reading.term_uses import TERM_FIELDS, Use, uses_of_terms, using_kinds
from consultation.reading.vocabularies import (
    VocabularyGroup,
    VocabularyTree,
    read_vocabularies,
    read_vocabulary,
)
from consultation.store import Store
from consultation.vocabularies.ordering import move_under

NOT_TERMS = {
    "answer": {"handover", "recommendation"},
    "agendaitem": {"session"},
    "activity": {"organisations"},
    "amendment": {"about", "edition", "person", "organisation"},
    "attendance": {"session"},
    "comment": {"about", "person"},
    "commitment": {"organisations", "paragraph"},
    "contact": {"person"},
    "delivery": {"person"},
    "evidence": {"reference", "about"},
    "group": {"recommendations", "lead"},
    "handover": {"edition", "by"},
    "inheritance": {"reference", "carried_by"},
    "interest": {"person", "organisation", "session"},
    "intervention": {"session", "person", "answers"},
    "item": {"paragraph", "drafted_paragraph", "sources", "drafted_sources", "commitment"},
    "lesson": {"session", "practices"},
    "paragraph": {"section", "drafted_section", "sources"},
    "partnership": {"organisations", "delegates"},
    "person": {"others", "joined"},
    "point": {"session", "person", "opposed"},
    "practice": {"session", "organisations"},
    "progressnote": {"commitment", "by"},
    "recommendation": {"session", "proposer", "interventions"},
    "reservation": {"recommendation", "person"},
    "result": {"objective"},
    "role": {"session", "person", "replaced_by"},
    "score": {"practice", "by"},
    "session": {"track", "objectives", "feeds", "organisations"},
    "shortlist": {"recommendations", "proposed"},
    "signup": {"session", "person"},
    "summary": {"session", "person"},
    "support": {"recommendation"},
    "term": {"parent", "family", "joined"},
    "verdict": {"first", "second"},
}
"""The fields that refer to records of other kinds."""


def a_term(store: Store, name: str, vocabulary: str = KnownVocabulary.ADDRESSEE, **values: object) -> Term:
    values = {"label": {"en": name}, **values}
    made = Term(id=store.new_id(), vocabulary=vocabulary, key=name.replace(" ", "_"), **values)
    store.save(made)
    return store.get(Term, made.id)


def spoken_in(store: Store, *languages: str) -> None:
    store.change(store.consultation, languages=list(languages))


def tree(store: Store, vocabulary: str = KnownVocabulary.ADDRESSEE) -> VocabularyTree:
    return read_vocabulary(store, vocabulary)


def outline(read: VocabularyTree) -> list[tuple[int, str]]:
    return [(row.depth, row.term.key) for row in read.rows]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_field_that_refers_to_something_is_known_to_name_terms_or_not(kind: str) -> None:
    columns = KINDS[kind].__table__.columns  # type: ignore[attr-defined]
    referring = {c.name for c in columns if isinstance(c.type, IdColumn | IdListColumn)} - {"id"}
    tagged = {column.name for column in columns if isinstance(column.type, TermsColumn)}
    assert referring == NOT_TERMS.get(kind, set()) | set(TERM_FIELDS.get(KINDS[kind], ()))
    assert tagged <= set(using_kinds().get(KINDS[kind], ()))


def test_terms_stand_in_a_tree_to_any_depth_in_the_order_of_their_ranks(folder: Path) -> None:
    with a_store(folder) as store:
        bank = a_term(store, "bank", rank=1)
        office = a_term(store, "headquarters", parent=bank.id)
        a_term(store, "delegation", parent=office.id, rank=5)
        a_term(store, "mission", parent=office.id, rank=2)
        a_term(store, "we", rank=0)
        assert outline(tree(store)) == [
            (0, "we"),
            (0, "bank"),
            (1, "headquarters"),
            (2, "mission"),
            (2, "delegation"),
        ]


def test_a_circle_of_parents_from_two_files_hangs_nothing_and_is_a_gap(folder: Path) -> None:
    with a_store(folder) as store:
        spoken_in(store, "en")
        first, second = a_term(store, "first"), a_term(store, "second", rank=1)
        a_term(store, "third", parent=second.id)
        store.change(first, parent=second.id)
        store.change(second, parent=first.id)
        read = tree(store)
        assert outline(read) == [(0, "first"), (0, "second"), (1, "third")]
        assert [row.in_a_circle for row in read.rows] == [True, True, False]
        assert read.gaps == 2
        move_under(store, store.get(Term, first.id), None)
        assert outline(tree(store)) == [(0, "first"), (1, "second"), (2, "third")]
        assert tree(store).gaps == 0


def test_a_term_under_one_that_is_deleted_stands_at_the_top(folder: Path) -> None:
    with a_store(folder) as store:
        above = a_term(store, "above")
        a_term(store, "below", parent=above.id)
        store.delete(above)
        assert outline(tree(store)) == [(0, "below")]


def test_names_that_lack_in_a_language_of_the_consultation_are_counted(folder: Path) -> None:
    with a_store(folder) as store:
        spoken_in(store, "en", "fr", "es")
        a_term(store, "one", label={"en": "one", "fr": "un"})
        a_term(store, "two", label={"en": "two", "fr": "  "}, rank=1)
        a_term(store, "old", label={"en": "old"}, retired=True, rank=2)
        read = tree(store)
        assert read.without == {"fr": 1, "es": 2}
        assert read.gaps == 2
        assert read.count == 2
        assert [row.term.key for row in read.shown(without="fr")] == ["two"]


def test_every_record_that_has_a_term_is_counted_once(folder: Path) -> None:
    with a_store(folder) as store:
        region = a_term(store, "region", KnownVocabulary.REGION)
        theme = a_term(store, "water", "theme")
        person = Person(id=store.new_id(), name="Ana", region=region.id)
        place = Organisation(id=store.new_id(), name={"en": "City"}, region=region.id)
        session = a_session(store, terms={"theme": [theme.id]})
        count = Attendance(id=store.new_id(), session=session.id, region=region.id, heads=3)
        for record in (person, place, count):
            store.save(record)
        asked = a_recommendation(store, terms={"theme": [theme.id], "strand": [theme.id]}, addressees=[theme.id])
        store.change(store.consultation, common_ground_terms=[theme.id])
        uses = uses_of_terms(store)
        about = store.consultation
        assert uses[region.id] == [
            Use(Person, person.id),
            Use(Organisation, place.id),
            Use(Attendance, count.id),
        ]
        assert uses[theme.id] == [
            Use(Recommendation, asked.id),
            Use(Session, session.id),
            Use(Consultation, about.id),
        ]
        store.delete(asked)
        assert uses_of_terms(store)[theme.id] == [Use(Session, session.id), Use(Consultation, about.id)]


def test_what_is_sought_is_found_in_every_language_with_all_it_stands_under(folder: Path) -> None:
    with a_store(folder) as store:
        bank = a_term(store, "bank")
        office = a_term(store, "office", parent=bank.id, label={"en": "office", "fr": "siège régional"})
        a_term(store, "other", parent=bank.id)
        read = tree(store)
        assert [row.term.key for row in read.shown(words="SIEGE reg")] == ["bank", "office"]
        assert [row.term.key for row in read.shown(words="nothing")] == []
        assert [row.term.key for row in read.shown(folded=[bank.id])] == ["bank"]
        assert read.by_id[office.id].above == (bank.id,)


def test_vocabularies_stand_in_their_groups_and_unknown_ones_are_our_own(folder: Path) -> None:
    with a_store(folder) as store:
        for key, vocabulary in (("a", "river"), ("b", KnownVocabulary.REGION), ("c", KnownVocabulary.STRAND)):
            a_term(store, key, vocabulary)
        store.save(Vocabulary(id=Vocabulary.id_of("basin"), key="basin", rank=-1))
        read = read_vocabularies(store)
        assert [each.key for each in read] == ["strand", "region", "basin", "river"]
        assert [each.group for each in read] == [
            VocabularyGroup.ABOUT,
            VocabularyGroup.IN_THE_ROOM,
            VocabularyGroup.OWN,
            VocabularyGroup.OWN,
        ]
        assert [each.vocabulary is None for each in read] == [True, True, False, True]


def test_terms_joined_with_each_other_in_two_files_stand_for_nobody(folder: Path) -> None:
    with a_store(folder) as store:
        first, second = a_term(store, "first"), a_term(store, "second")
        third = a_term(store, "third")
        store.change(first, joined=second.id)
        store.change(second, joined=first.id)
        assert [row.stands_for_it for row in tree(store).rows if row.term.id != third.id] == [None, None]
        store.change(second, joined=third.id)
        assert tree(store).by_id[first.id].stands_for_it == third.id


def uuid_of(read: VocabularyTree, key: str) -> UUID:
    return next(row.term.id for row in read.rows if row.term.key == key)


__all__ = ["a_term", "handed_to", "outline", "spoken_in", "tree", "uuid_of"]
