"""The words to choose from: vocabularies in groups, each a tree of terms, with what is missing and where it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from consultation.language import in_language
from consultation.model import KnownVocabulary, Term, Vocabulary
from consultation.reading.people import plain
from consultation.reading.term_uses import Use, uses_of_terms
from consultation.store import Store


class VocabularyGroup(StrEnum):
    """What vocabularies are for."""

    ABOUT = "about"
    FOR_WHOM = "for_whom"
    IN_THE_ROOM = "in_the_room"
    PROGRAMME = "programme"
    OWN = "own"


GROUPS = {
    KnownVocabulary.STRAND: VocabularyGroup.ABOUT,
    KnownVocabulary.CAPITAL: VocabularyGroup.ABOUT,
    KnownVocabulary.CRITERION: VocabularyGroup.ABOUT,
    KnownVocabulary.GOAL: VocabularyGroup.ABOUT,
    KnownVocabulary.ADDRESSEE: VocabularyGroup.FOR_WHOM,
    KnownVocabulary.REGION: VocabularyGroup.IN_THE_ROOM,
    KnownVocabulary.ACTOR: VocabularyGroup.IN_THE_ROOM,
    KnownVocabulary.SESSION_KIND: VocabularyGroup.PROGRAMME,
    KnownVocabulary.AXIS: VocabularyGroup.PROGRAMME,
}
"""In the order in which they stand in their groups; all others are the consultation's own."""

OF_THEIR_OWN = {KnownVocabulary.SESSION_KIND.value, KnownVocabulary.AXIS.value}
"""Vocabularies of which a session or an activity has one term, in a field of its own."""


@dataclass(frozen=True)
class TermRow:
    """A term where it stands in its tree."""

    term: Term
    depth: int
    """0 at the top."""
    above: tuple[UUID, ...]
    """The terms it stands under, from the top."""
    below: int
    """How many terms stand right under it."""
    uses: Sequence[Use]
    missing: tuple[str, ...]
    """The languages of the consultation in which it has no name; none where it is no longer offered."""
    in_a_circle: bool = False
    """It stands under itself, by way of others: two files were merged; it is shown at the top until it is moved."""
    stands_for_it: UUID | None = None
    """The term it was joined with, or the one that was joined with in turn."""

    @property
    def is_offered(self) -> bool:
        """Whether it can be chosen."""
        return self.term.is_offered


@dataclass(frozen=True)
class VocabularyTree:
    """A vocabulary and its terms, in the order in which they are read."""

    key: str
    vocabulary: Vocabulary | None
    """None where terms name a vocabulary that no record describes."""
    languages: tuple[str, ...]
    rows: tuple[TermRow, ...] = field(default=())

    @property
    def group(self) -> VocabularyGroup:
        """What it is for."""
        return _GROUP_OF.get(self.key, VocabularyGroup.OWN)

    @cached_property
    def count(self) -> int:
        """How many terms can be chosen."""
        return sum(row.is_offered for row in self.rows)

    @cached_property
    def by_id(self) -> dict[UUID, TermRow]:
        """Every row by its term."""
        return {row.term.id: row for row in self.rows}

    @cached_property
    def without(self) -> dict[str, int]:
        """How many terms have no name in which language of the consultation; languages that lack none are left out."""
        counted = Counter(code for row in self.rows for code in row.missing)
        return {code: counted[code] for code in self.languages if counted[code]}

    @cached_property
    def gaps(self) -> int:
        """How many terms lack something: a name in a language, or a place in the tree."""
        return sum(bool(row.missing) or row.in_a_circle for row in self.rows)

    def offered(self) -> list[Term]:
        """Return the terms that can be chosen, in their order."""
        return [row.term for row in self.rows if row.is_offered]

    def may_stand_under(self, term: UUID, other: UUID) -> bool:
        """Tell whether a term may stand under another: not itself, and nothing that stands under it."""
        passed: set[UUID] = set()
        at: UUID | None = other
        while at is not None and at in self.by_id and at not in passed:
            if at == term:
                return False
            passed.add(at)
            at = self.by_id[at].term.parent
        return other in self.by_id

    def brothers(self, term: UUID) -> list[UUID]:
        """Return the offered terms that stand beside one, and it itself, in their order."""
        above = self.by_id[term].above
        return [row.term.id for row in self.rows if row.above == above and (row.is_offered or row.term.id == term)]

    def shown(self, folded: Collection[UUID] = (), words: str = "", without: str = "") -> list[TermRow]:
        """Return the rows to show: without those under ``folded`` ones, or those that are sought with all above them.

        ``words`` are sought in every language, each word anywhere; ``without`` is a language in which a name lacks.
        """
        sought = plain(words).split()
        if not sought and not without:
            hidden = set(folded)
            return [row for row in self.rows if hidden.isdisjoint(row.above)]
        found = [row for row in self.rows if self._fits(row, sought, without)]
        kept = {term for row in found for term in (row.term.id, *row.above)}
        return [row for row in self.rows if row.term.id in kept]

    def _fits(self, row: TermRow, sought: Sequence[str], without: str) -> bool:
        return (not without or without in row.missing) and all(word in self._said[row.term.id] for word in sought)

    @cached_property
    def _said(self) -> dict[UUID, str]:
        """What is sought through: every name of a term, its key and what it means."""
        return {
            row.term.id: plain("\n".join([*row.term.label.values(), row.term.key, *row.term.description.values()]))
            for row in self.rows
        }


def read_vocabularies(store: Store, uses: Mapping[UUID, Sequence[Use]] | None = None) -> list[VocabularyTree]:
    """Read every vocabulary: in the order of their groups, and in these by rank.

    Where the ``uses`` of terms are known already they are not read again.
    """
    described = {vocabulary.key: vocabulary for vocabulary in store.all(Vocabulary)}
    terms: dict[str, list[Term]] = {key: [] for key in described}
    for term in store.all(Term):
        terms.setdefault(term.vocabulary, []).append(term)
    languages, uses = spoken_languages(store), uses_of_terms(store) if uses is None else uses
    trees = [
        VocabularyTree(key, described.get(key), languages, tuple(_rows(those, languages, uses)))
        for key, those in terms.items()
    ]
    return sorted(trees, key=_place)


def read_vocabulary(store: Store, key: str) -> VocabularyTree:
    """Read one vocabulary, without where its terms are used; it is empty where nothing is there under this key."""
    described = next(iter(store.all(Vocabulary, key=key)), None)
    languages = spoken_languages(store)
    rows = _rows(store.all(Term, vocabulary=key), languages, {})
    return VocabularyTree(key, described, languages, tuple(rows))


def spoken_languages(store: Store) -> tuple[str, ...]:
    """Return the languages in which terms are to have a name: those of the consultation."""
    return tuple(store.consultation.languages) or ("en",)


class NamedTerms(NamedTuple):
    """The terms of a vocabulary with their names in one language, each as (id, name)."""

    offered: list[tuple[UUID, str]]
    kept: list[tuple[UUID, str]]
    """Those that can no longer be chosen; what has one keeps it."""


def named_terms(store: Store, vocabulary: str, language: str) -> NamedTerms:
    """Name the terms of a vocabulary, in their order."""
    terms = store.terms(vocabulary, retired=True)
    named = {
        offered: [(term.id, name_of_term(term, language)) for term in terms if term.is_offered is offered]
        for offered in (True, False)
    }
    return NamedTerms(named[True], named[False])


def terms_to_tag(store: Store, language: str) -> dict[str, NamedTerms]:
    """Name the terms that any record can be about, by their vocabularies: what it speaks of first."""
    keys = {key for (key,) in store.columns(Term, "vocabulary")} - OF_THEIR_OWN
    ordered = sorted(keys, key=lambda key: (_PLACES.get(key, len(_PLACES)), key))
    return {key: named_terms(store, key, language) for key in ordered}


def meant_terms(store: Store, vocabulary: str) -> Iterator[tuple[str, UUID]]:
    """Give every key and name of a vocabulary with the term it means, those that are offered first.

    The words of a term that was joined mean the one that stands for it.
    """
    terms = store.terms(vocabulary, retired=True)
    by_id = {term.id: term for term in terms}
    for term in sorted(terms, key=lambda each: not each.is_offered):
        for name in (term.key, *term.label.values()):
            yield name, standing_for(term.id, by_id) or term.id


def name_of_term(term: Term, language: str) -> str:
    """Name a term: in this language, or in any, or by its key."""
    return in_language(term.label, language) or term.key


def standing_for(term: UUID, terms: Mapping[UUID, Term]) -> UUID | None:
    """Return the term that stands for one that was joined, at the end of the way; None for none, or for a circle."""
    passed = {term}
    following = terms[term].joined if term in terms else None
    while following is not None and following in terms and following not in passed:
        passed.add(following)
        if terms[following].joined is None:
            return following
        following = terms[following].joined
    return None


def _rows(terms: Iterable[Term], languages: Sequence[str], uses: Mapping[UUID, Sequence[Use]]) -> list[TermRow]:
    """Put terms in the order of their tree; what is no longer offered comes after its brothers."""
    known = {term.id: term for term in terms}
    circles = _in_circles(known)
    under: dict[UUID | None, list[Term]] = {}
    for term in sorted(known.values(), key=lambda each: (not each.is_offered, each.rank, each.id)):
        parent = term.parent if term.parent in known and term.id not in circles else None
        under.setdefault(parent, []).append(term)
    rows: list[TermRow] = []
    way: list[tuple[Term, tuple[UUID, ...]]] = [(term, ()) for term in reversed(under.get(None, []))]
    while way:
        term, above = way.pop()
        theirs = under.get(term.id, [])
        lacking = tuple(code for code in languages if not term.label.get(code, "").strip()) if term.is_offered else ()
        rows.append(
            TermRow(
                term=term,
                depth=len(above),
                above=above,
                below=len(theirs),
                uses=uses.get(term.id, ()),
                missing=lacking,
                in_a_circle=term.id in circles,
                stands_for_it=standing_for(term.id, known),
            )
        )
        way += [(each, (*above, term.id)) for each in reversed(theirs)]
    return rows


def _in_circles(terms: Mapping[UUID, Term]) -> frozenset[UUID]:
    """Return the terms that stand under themselves, by way of their parents."""
    found: set[UUID] = set()
    cleared: set[UUID] = set()
    for start in terms:
        way: list[UUID] = []
        at: UUID | None = start
        while at is not None and at in terms and at not in cleared and at not in way:
            way.append(at)
            at = terms[at].parent
        if at is not None and at in way:
            found.update(way[way.index(at) :])
        cleared.update(way)
    return frozenset(found)


_PLACES: Mapping[str, int] = {key.value: place for place, key in enumerate(GROUPS)}
_GROUP_OF: Mapping[str, VocabularyGroup] = {key.value: group for key, group in GROUPS.items()}
_ORDER = {key.value: place for place, key in enumerate(GROUPS)}


def _place(tree: VocabularyTree) -> tuple[int, int, int, str]:
    rank = tree.vocabulary.rank if tree.vocabulary is not None else 0
    return list(VocabularyGroup).index(tree.group), _ORDER.get(tree.key, len(_ORDER)), rank, tree.key
