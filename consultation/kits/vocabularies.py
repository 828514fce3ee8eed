"""The vocabularies of a kit and their terms, in a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from consultation.kits.entry import Entry
from consultation.language import N_
from consultation.model import KINDS, KnownVocabulary, Record, Term, Vocabulary, Voice
from consultation.model.record import derived_id

PHRASES = ("heading", "brief", "to_do", "following")
"""What a declaration says to a family of addressees: each is a whole phrase."""

KEY_FORM = re.compile(r"[a-z][a-z0-9_]{0,63}")

Known = Mapping[str, Mapping[str, UUID]]
"""Vocabulary -> key -> term."""


@dataclass(frozen=True)
class Vocabularies:
    """The vocabularies of one kit."""

    kit: str
    place: Entry

    def keys(self) -> list[str]:
        """Name the vocabularies: those the program knows, then those the kit brings."""
        own = [entry.text("key") for entry in self.place.tables("vocabularies")]
        return [*KnownVocabulary, *(key for key in own if key not in list(KnownVocabulary))]

    def terms(self) -> dict[str, dict[str, UUID]]:
        """Find every term: vocabulary -> key -> id."""
        if "terms" not in self.place.values:
            return {key: {} for key in self.keys()}
        places = self.place.table("terms")
        for key in places.values:
            if key not in self.keys():
                raise places.refused(key, N_("there is no vocabulary of this name; name it under vocabularies"))
        return {
            vocabulary: {
                term.text("key"): term_id(self.kit, vocabulary, term.text("key")) for term in places.tables(vocabulary)
            }
            for vocabulary in self.keys()
        }

    def records(self, known: Known) -> Iterator[Record]:
        """Make the vocabularies and their terms."""
        declared: set[str] = set()
        for rank, entry in enumerate(self.place.tables("vocabularies")):
            yield self._vocabulary(entry, rank, declared)
        for vocabulary, terms in known.items():
            if terms and vocabulary not in declared:
                yield Vocabulary(id=Vocabulary.id_of(vocabulary), key=vocabulary)
            taken: set[str] = set()
            entries = self.place.table("terms").tables(vocabulary) if terms else []
            for rank, term in enumerate(entries):
                yield self._term(vocabulary, rank, term, taken, terms)
            _refuse_circles(entries)

    def _vocabulary(self, place: Entry, rank: int, taken: set[str]) -> Vocabulary:
        place.only("key", "label", "description", "kinds", "several")
        key = place.name("key", taken)
        if not KEY_FORM.fullmatch(key):
            raise place.refused("key", N_("a key has small letters, digits and low lines alone"))
        kinds = [text for _, text in place.texts("kinds")] if "kinds" in place.values else []
        for number, kind in enumerate(kinds, 1):
            if kind not in KINDS:
                listed = ", ".join(KINDS)
                raise place.refused(
                    f"kinds[{number}]", N_("{value} is not one of {choices}"), value=kind, choices=listed
                )
        several = place.yes("several")
        return place.checked(
            Vocabulary(
                id=Vocabulary.id_of(key),
                key=key,
                label=place.labels("label"),
                description=place.optional_labels("description"),
                kinds=kinds,
                several=True if several is None else several,
                rank=rank,
            )
        )

    def _term(self, vocabulary: str, rank: int, place: Entry, taken: set[str], terms: Mapping[str, UUID]) -> Term:
        """Make one term; addressees have a family, a voice and a day, and the phrases of a family."""
        addressee = vocabulary == KnownVocabulary.ADDRESSEE
        own = ("family", "voice", "decides_on", *PHRASES) if addressee else ()
        place.only("key", "label", "description", "parent", *own)
        key = place.name("key", taken)
        phrases = {name: place.optional_labels(name) if addressee else {} for name in PHRASES}
        return place.checked(
            Term(
                id=term_id(self.kit, vocabulary, key),
                vocabulary=vocabulary,
                key=key,
                label=place.labels("label"),
                description=place.optional_labels("description"),
                rank=rank,
                parent=place.one_of("parent", terms),
                family=place.one_of("family", terms),
                voice=place.choice("voice", Voice, Voice.OTHER),
                decides_on=place.optional_day("decides_on"),
                heading=phrases["heading"],
                brief=phrases["brief"],
                to_do=phrases["to_do"],
                following=phrases["following"],
            )
        )


def _refuse_circles(entries: list[Entry]) -> None:
    """Refuse terms that stand under each other in a circle, naming those that do."""
    parents = {entry.text("key"): entry.optional_text("parent") for entry in entries}
    for entry in entries:
        way = [entry.text("key")]
        while (parent := parents[way[-1]]) and parent not in way:
            way.append(parent)
        if parent == way[0]:
            circle = " → ".join([*way, parent])
            raise entry.refused("parent", N_("these terms stand under each other in a circle: {circle}"), circle=circle)


def marks(place: Entry, key: str, terms: Known) -> list[UUID]:
    """Find terms written "vocabulary.key"; none when the key is not there."""
    return [term for _, term in _named(place, key, terms)]


def tagged(place: Entry, terms: Known) -> dict[str, list[UUID]]:
    """Read the terms given to a record: vocabulary -> terms of it."""
    chosen: dict[str, list[UUID]] = {}
    for vocabulary, term in _named(place, "terms", terms):
        chosen.setdefault(vocabulary, []).append(term)
    return chosen


def _named(place: Entry, key: str, terms: Known) -> Iterator[tuple[str, UUID]]:
    for at, name in place.texts(key) if key in place.values else []:
        vocabulary, _, term = name.partition(".")
        if vocabulary not in terms:
            raise place.refused(at, N_("there is no vocabulary {value}"), value=vocabulary)
        if term not in terms[vocabulary]:
            raise place.refused(at, N_("{value} is not a term of this kit"), value=name)
        yield vocabulary, terms[vocabulary][term]


def term_id(kit: str, vocabulary: str, key: str) -> UUID:
    """Derive the id of a kit's term."""
    return derived_id(kit, Term.kind(), f"{vocabulary}.{key}")
