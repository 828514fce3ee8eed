"""A kit while it is being written: the keys of its entries, and which texts it lacks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from consultation.model import Labels, Record, Translations
from consultation.model.record import texts_of

LONGEST_KEY = 40
NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")

Values = dict[str, Any]
"""An entry of a kit, as TOML has it."""


class Draft:
    """What the parts of a kit that is being written have in common."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages = list(languages)
        self.complete = True
        """Whether every text that a kit needs is there in each language."""
        self.left_out: Counter[str] = Counter()
        """Kind of record -> how many have no place in a kit as they are."""
        self.other_languages: set[str] = set()
        """Languages in which something is said that the consultation does not have."""
        self._keys: dict[UUID, str] = {}
        self._taken: dict[str, set[str]] = {}
        self.term_names: dict[UUID, str] = {}
        """Term -> "vocabulary.key"."""

    def give_key(self, record: Record, words: str, where: str = "") -> str:
        """Give a record a key that is made of ``words`` and nobody else ``where`` it stands has."""
        return self._give(record, _key_of(words) or record.kind(), where or record.kind(), "_")

    def keep_key(self, record: Record, key: str, where: str = "") -> str:
        """Give a record the key or code it has; blanks in it become signs, and a second of that name a number."""
        return self._give(record, "-".join(key.split()), where or record.kind(), "-")

    def stand_for(self, other: UUID, standing: UUID) -> None:
        """Let whatever leads to a record lead to another that stands for it."""
        for names in (self._keys, self.term_names):
            if standing in names:
                names[other] = names[standing]

    def _give(self, record: Record, key: str, where: str, between: str) -> str:
        taken = self._taken.setdefault(where, set())
        free, number = key, 1
        while free in taken:
            number += 1
            free = f"{key}{between}{number}"
        taken.add(free)
        self._keys[record.id] = free
        return free

    def key(self, record: UUID | None) -> str:
        """Return the key of a record, nothing for one that is not in the kit."""
        return self._keys.get(record, "") if record else ""

    def keys(self, records: Iterable[UUID]) -> list[str]:
        """Return the keys of those of the records that are in the kit."""
        return list(dict.fromkeys(key for record in records if (key := self.key(record))))

    def terms(self, chosen: Iterable[UUID]) -> list[str]:
        """Return terms as "vocabulary.key"."""
        return list(dict.fromkeys(self.term_names[each] for each in chosen if each in self.term_names))

    def tagged(self, terms: Mapping[str, list[UUID]]) -> list[str]:
        """Return the terms that a record was given."""
        return self.terms(each for vocabulary in sorted(terms) for each in terms[vocabulary])

    def words(self, labels: Labels) -> str:
        """Return the words of a text in the first language of the kit that has any."""
        return next((labels[each] for each in self.languages if labels.get(each, "").strip()), "")

    def labels(self, labels: Labels, needed: bool = False, in_some: bool = False) -> Labels:
        """Return a text in the languages of the kit, noting where a kit needs more than there is."""
        self.other_languages |= {each for each, text in labels.items() if text.strip()} - set(self.languages)
        found = {each: labels[each] for each in self.languages if labels.get(each, "").strip()}
        if not in_some and (found or needed) and len(found) < len(self.languages):
            self.complete = False
        return found

    def labels_list(self, texts: Iterable[Labels]) -> list[Labels]:
        """Return texts as entries of a list."""
        return [found for each in texts if (found := self.labels(each))]

    def spoken(self, name: str, text: str, language: str, translations: Translations) -> Values:
        """Return a text with its translations, nothing where none of it is in a language of the kit."""
        original = language or self.languages[0]
        found = self.labels({**texts_of(translations), original: text}, needed=True)
        if original not in found:
            return {}
        return {name: found, **({"original": original} if next(iter(found)) != original else {})}

    def counted(self, value: int | None, most: int) -> int | None:
        """Return a number that a kit can say."""
        return value if value and 1 <= value <= most else None


def entry(**values: Any) -> Values:
    """Make an entry of what is said; what is empty is not there."""
    return {name: value for name, value in values.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    return value is None or value == [] or value == {} or (isinstance(value, str) and not value.strip())


def _key_of(words: str) -> str:
    """Make a key of words: small letters, digits and low lines."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    key = NOT_IN_KEYS.sub("_", plain).strip("_")
    return key if len(key) <= LONGEST_KEY else key[:LONGEST_KEY].rpartition("_")[0] or key[:LONGEST_KEY]
