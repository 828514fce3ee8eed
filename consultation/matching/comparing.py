"""Comparing two texts in full: what they share and have alone, whether anything clashes, and what that comes to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from consultation.matching.bands import FLOOR, THRESHOLD, Judged, Verdict
from consultation.matching.coefficients import ACROSS, RANK, SURE
from consultation.matching.facts import Clash, ClashKind, Facts, clashes, read_facts
from consultation.matching.index import Index
from consultation.matching.keys import factors, keys_of
from consultation.matching.reader import Entry, Reader
from consultation.matching.scoring import Rarity, Side, across_languages, agreement, probability, within_language

EXCHANGED = 0.35
"""What may be left over on both sides of a sure pair, in words: a thing exchanged for another is never the same."""
NEAR = 0.4
"""Jaccard's coefficient of a sure pair in one language, and of one that contradicts."""
OPPOSED_ACROSS = 0.4
"""The score of a pair in two languages from which a clash makes it a contradiction."""
UNDECIDED = {ClashKind.NEGATION, ClashKind.ADDRESSEE}
"""Clashes that are at times read into a paraphrase: such a pair is proposed, for a little less."""
UNDECIDED_WEIGHT = 0.8
SENTENCE_ALIKE = 0.5
"""Jaccard's coefficient of two sentences that are compared with each other."""
_LARGEST_PERHAPS = THRESHOLD - 0.01
_SENTENCE_END = re.compile(r"[.!?;]+(?=\s)|[。！？；\n]")


class _Sentence(NamedTuple):
    keys: frozenset[str]
    facts: Facts


class Comparing:
    """Compares entries while the file stays as it is; keeps what it prepared of each."""

    def __init__(self, reader: Reader, words: Index, concepts: Index, texts: int) -> None:
        self._reader = reader
        self._words = words
        self._texts = texts
        self._rarity: dict[str, Rarity] = {}
        self._concept_rarity = Rarity(concepts.count, texts, {})
        self._sides: dict[int, Side] = {}
        self._facts: dict[int, Facts] = {}
        self._sentences: dict[int, list[_Sentence]] = {}

    def judge(self, first: Entry, second: Entry) -> Judged | None:
        """Return what two entries are to each other; None where they are not worth showing."""
        mine, theirs = self.side(first), self.side(second)
        if first.language != second.language:
            score = self._score(ACROSS, across_languages(mine, theirs, self._concept_rarity), first, second)
            return _perhaps(score, self.against(first, second), score >= OPPOSED_ACROSS) if score >= FLOOR else None
        features = within_language(mine, theirs, self._concept_rarity)
        score = self._score(RANK, features, first, second)
        if score < FLOOR:
            return None
        against = self.against(first, second)
        if not against and features[1] >= NEAR and features[4] <= EXCHANGED:
            sure = self._score(SURE, features, first, second)
            if sure >= THRESHOLD and self.facts(first).figures == self.facts(second).figures:
                return Judged(sure, Verdict.SURE)
        return _perhaps(score, against, features[1] >= NEAR)

    def _score(self, coefficients: Sequence[float], features: tuple[float, ...], first: Entry, second: Entry) -> float:
        """Return the probability; figures are read only where they could lift it over the floor."""
        if probability(coefficients, (*features, 1.0)) < FLOOR:
            return 0.0
        return probability(coefficients, (*features, agreement(self.facts(first).figures, self.facts(second).figures)))

    def against(self, first: Entry, second: Entry) -> tuple[Clash, ...]:
        """Return everything that stands against "the same", of the whole texts or of sentences that are alike."""
        whole = clashes(self.facts(first), self.facts(second))
        if whole or first.language != second.language:
            return whole
        mine, theirs = self._sentences_of(first), self._sentences_of(second)
        if len(mine) < 2 or len(theirs) < 2:
            return whole
        return tuple(
            clash
            for sentence in mine
            if (other := max(theirs, key=lambda other: _jaccard(sentence, other))).facts != sentence.facts
            and _jaccard(sentence, other) >= SENTENCE_ALIKE
            for clash in clashes(sentence.facts, other.facts)
        )

    def side(self, entry: Entry) -> Side:
        """Return an entry prepared for being compared."""
        side = self._sides.get(id(entry))
        if side is None:
            language = entry.language
            if language not in self._rarity:
                self._rarity[language] = Rarity(self._words.count, self._texts, factors(language))
            side = self._sides[id(entry)] = self._reader.side(entry, self._rarity[language])
        return side

    def facts(self, entry: Entry) -> Facts:
        """Return what an entry says that decides."""
        facts = self._facts.get(id(entry))
        if facts is None:
            facts = self._facts[id(entry)] = read_facts(entry.folded, entry.language, self._reader.actors(entry))
        return facts

    def _sentences_of(self, entry: Entry) -> list[_Sentence]:
        sentences = self._sentences.get(id(entry))
        if sentences is None:
            parts = [part for part in _SENTENCE_END.split(entry.folded) if part.strip()]
            sentences = self._sentences[id(entry)] = [
                _Sentence(
                    frozenset(keys_of(part, entry.language)), read_facts(part, entry.language, frozenset())
                )
                for part in (parts if len(parts) > 1 else ())
            ]
        return sentences


def _perhaps(score: float, against: tuple[Clash, ...], near: bool) -> Judged | None:
    """Judge a pair that is not sure; ``near`` enough to contradict each other where something is against it."""
    score = min(score, _LARGEST_PERHAPS)
    if not against:
        return Judged(score, Verdict.PERHAPS) if score >= FLOOR else None
    if near:
        return Judged(score, Verdict.CONTRADICT)
    if UNDECIDED.issuperset(clash.kind for clash in against) and score * UNDECIDED_WEIGHT >= FLOOR:
        return Judged(score * UNDECIDED_WEIGHT, Verdict.CLASHING)
    return None


def _jaccard(first: _Sentence, second: _Sentence) -> float:
    shared = len(first.keys & second.keys)
    return shared / max(1, len(first.keys) + len(second.keys) - shared)
