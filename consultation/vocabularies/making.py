"""New vocabularies and terms, with keys made of their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from uuid import UUID

from consultation.errors import InvalidRecord
from consultation.language import N_
from consultation.model import KINDS, KnownVocabulary, Term, Vocabulary
from consultation.model.record import Labels, Tagged
from consultation.reading.vocabularies import read_vocabulary
from consultation.store import Store

LONGEST_KEY = 48


def tagged_kinds() -> list[str]:
    """Name the kinds of record to which terms of any vocabulary can be given."""
    return [name for name, kind in KINDS.items() if issubclass(kind, Tagged)]


def new_vocabulary(
    store: Store, label: Labels, kinds: Sequence[str] = ("recommendation",), several: bool = True
) -> Vocabulary:
    """Make a vocabulary of the consultation's own, with a key made of its name; it is not written yet."""
    label = _named(label)
    taken = {vocabulary.key for vocabulary in store.all(Vocabulary, deleted=True)} | set(KnownVocabulary)
    taken |= {key for (key,) in store.columns(Term, "vocabulary", deleted=True)}
    key = free_key(next(iter(label.values())), taken, "vocabulary")
    rank = max((vocabulary.rank for vocabulary in store.all(Vocabulary)), default=-1) + 1
    return Vocabulary(id=Vocabulary.id_of(key), key=key, label=label, kinds=list(kinds), several=several, rank=rank)


def known_vocabulary(key: KnownVocabulary) -> Vocabulary:
    """Make a vocabulary that the program itself speaks of; it is not written yet."""
    return Vocabulary(id=Vocabulary.id_of(key), key=key.value)


def new_term(store: Store, vocabulary: str, label: Labels, after: UUID | None = None, under: bool = False) -> Term:
    """Make a term with a key made of its name, right after another or, with ``under``, as the last under it.

    It is not written yet; `ordering.put_after` makes room for it.
    """
    label = _named(label)
    taken = {key for (key,) in store.columns(Term, "key", deleted=True, vocabulary=vocabulary)}
    key = free_key(next(iter(label.values())), taken, vocabulary)
    tree = read_vocabulary(store, vocabulary)
    beside = tree.by_id[after].term if after in tree.by_id and after is not None else None
    parent = beside.id if beside is not None and under else beside.parent if beside is not None else None
    rank = max((row.term.rank for row in tree.rows), default=-1) + 1
    return Term(id=store.new_id(), vocabulary=vocabulary, key=key, label=label, parent=parent, rank=rank)


def free_key(name: str, taken: Collection[str], otherwise: str) -> str:
    """Make a short name in small Latin letters of any name; one that is taken gets a number.

    A name in another script gives the key ``otherwise``.
    """
    apart = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss"))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    key = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST_KEY].strip("_")
    if not key:
        key = otherwise
    if not key[0].isalpha():
        key = f"{otherwise}_{key}"[:LONGEST_KEY]
    wanted, number = key, 2
    while key in taken:
        key = f"{wanted}_{number}"
        number += 1
    return key


def _named(label: Labels) -> Labels:
    said = {code: " ".join(text.split()) for code, text in label.items() if text.strip()}
    if not said:
        raise InvalidRecord(N_("A term or vocabulary needs a name. Nothing was added."))
    return said
