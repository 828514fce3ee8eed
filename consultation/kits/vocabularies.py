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
        places.only(*self.keys())
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
            for rank, term in enumerate(self.place.table("terms").tables(vocabulary) if terms else ()):
                yield self._term(vocabulary, rank, term, taken, terms)

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
        return Vocabulary(
            id=Vocabulary.id_of(key),
            key=key,
            label=place.labels("label"),
            description=place.optional_labels("description"),
            kinds=kinds,
            several=True if several is None else several,
            rank=rank,
        )

    def _term(self, vocabulary: str, rank: int, place: Entry, taken: set[str], terms: Mapping[str, UUID]) -> Term:
        """Make one term; addressees have a family, a voice and a day, and the phrases of a family."""
        addressee = vocabulary == KnownVocabulary.ADDRESSEE
        own = ("family", "voice", "decides_on", *PHRASES) if addressee else ()
        place.only("key", "label", "description", "parent", *own)
        key = place.name("key", taken)
        phrases = {name: place.optional_labels(name) if addressee else {} for name in PHRASES}
        return Term(
            id=term_id(self.kit, vocabulary, key),
            vocabulary=vocabulary,
            key=key,
            label=place.labels("label"),
            description=place.optional_labels("description"),
            rank=rank,
            parent=self._parent(place, key, terms),
            family=place.one_of("family", terms),
            voice=place.choice("voice", Voice, Voice.OTHER),
            decides_on=place.optional_day("decides_on"),
            heading=phrases["heading"],
            brief=phrases["brief"],
            to_do=phrases["to_do"],
            following=phrases["following"],
        )

    def _parent(self, place: Entry, key: str, terms: Mapping[str, UUID]) -> UUID | None:
        """Find the term it stands under: one that comes before it, so that nothing stands under itself."""
        before: dict[str, UUID] = {}
        for name, term in terms.items():
            if name == key:
                break
            before[name] = term
        return place.one_of("parent", before)


def term_id(kit: str, vocabulary: str, key: str) -> UUID:
    """Derive the id of a kit's term."""
    return derived_id(kit, Term.kind(), f"{vocabulary}.{key}")
