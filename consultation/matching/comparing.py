"""Comparing two texts in full: what they share and have alone, whether anything clashes, and what that comes to."""

from __future__ import annotations

from consultation.matching.bands import FLOOR, THRESHOLD, Judged, Verdict
from consultation.matching.coefficients import ACROSS, WITHIN
from consultation.matching.index import Index
from consultation.matching.keys import factors
from consultation.matching.reader import Entry, Reader
from consultation.matching.scoring import Rarity, Side, across_languages, probability, within_language
from consultation.matching.values import Reason, ReasonKind

EXCHANGED = 0.35
"""What may be left over on both sides of a sure pair, in words: a thing exchanged for another is never the same."""
NEAR = 0.4
"""Jaccard's coefficient of a sure pair in one language."""
_LARGEST_PERHAPS = THRESHOLD - 0.01


class Comparing:
    """Compares entries while the file stays as it is; keeps what it prepared of each."""

    def __init__(self, reader: Reader, words: Index, concepts: Index, texts: int) -> None:
        self._reader = reader
        self._words = words
        self._texts = texts
        self._rarity: dict[str, Rarity] = {}
        self._concept_rarity = Rarity(concepts.count, texts, {})
        self._sides: dict[int, Side] = {}

    def judge(self, first: Entry, second: Entry) -> Judged | None:
        """Return what two entries are to each other; None where they are not worth showing."""
        mine, theirs = self._side(first), self._side(second)
        if mine.language != theirs.language:
            score = probability(ACROSS, across_languages(mine, theirs, self._concept_rarity))
            return Judged(min(score, _LARGEST_PERHAPS), Verdict.PERHAPS) if score >= FLOOR else None
        features = within_language(mine, theirs)
        score = probability(WITHIN, features)
        _, jaccard, _, _, exchanged, *_ = features
        if jaccard >= NEAR and exchanged <= EXCHANGED and score >= THRESHOLD:
            return Judged(score, Verdict.SURE)
        return Judged(min(score, _LARGEST_PERHAPS), Verdict.PERHAPS) if score >= FLOOR else None

    def why(self, first: Entry, second: Entry) -> tuple[Reason, ...]:
        """Return what two entries share and what stands against it."""
        shared = self._side(first).units & self._side(second).units
        return (Reason(ReasonKind.WORDS, tuple(sorted(shared)), tuple(sorted(shared))),)

    def _side(self, entry: Entry) -> Side:
        side = self._sides.get(id(entry))
        if side is None:
            language = entry.language
            if language not in self._rarity:
                self._rarity[language] = Rarity(self._words.count, self._texts, factors(language))
            side = self._sides[id(entry)] = self._reader.side(entry, self._rarity[language])
        return side
