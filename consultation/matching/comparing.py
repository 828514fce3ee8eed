"""Comparing two texts in full: what they share and have alone, whether anything clashes, and what that comes to."""

from __future__ import annotations

from collections.abc import Sequence

from consultation.matching import neighbours
from consultation.matching.bands import FLOOR, FLOOR_IF_LARGE, SMALL, THRESHOLD, Judged, Verdict
from consultation.matching.coefficients import ACROSS, RANK, SURE
from consultation.matching.facts import Clash, ClashKind, Facts, clashes, read_facts
from consultation.matching.index import Index
from consultation.matching.keys import keys_of
from consultation.matching.opposites import DENIED_BY_VERB
from consultation.matching.order import is_exchanged, is_replaced
from consultation.matching.reader import Entry, Reader
from consultation.matching.scoring import (
    EXCHANGED,
    JACCARD,
    LEFT_OVER,
    Rarity,
    Side,
    across_languages,
    agreement,
    leftovers,
    logistic,
    weighed,
    within_language,
)
from consultation.matching.sentences import sentences_of

MOST_EXCHANGED = 0.65
"""What may be left over on both sides of a sure pair, in words: a thing exchanged for another is never the same."""
NEAR = 0.5
"""Jaccard's coefficient of a sure pair in one language, and of one that contradicts."""
OPPOSED_ACROSS = 0.4
"""The score of a pair in two languages from which a clash makes it a contradiction."""
ALIKE_AXES = {"allowed", "bound", "duty", "level"}
"""Axes of direction whose words may stand for each other when they point the same way."""
UNDECIDED = {ClashKind.NEGATION, ClashKind.ADDRESSEE}
"""Clashes that are at times read into a paraphrase: such a pair is proposed, for a little less."""
UNDECIDED_WEIGHT = 0.8
KEPT = 20_000
"""Texts that stay prepared at a time: more would take more memory than preparing some again takes time."""
SENTENCE_ALIKE = 0.5
"""Jaccard's coefficient of two sentences that are compared with each other."""
_LARGEST_PERHAPS = THRESHOLD - 0.01


class Comparing:
    """Compares entries while the file stays as it is; keeps what it prepared of each."""

    def __init__(self, reader: Reader, words: Index, concepts: Index, texts: int) -> None:
        self._reader = reader
        self._word_rarity = Rarity(words.count, texts)
        self._floor = FLOOR if texts <= SMALL else FLOOR_IF_LARGE
        self._concept_rarity = Rarity(concepts.count, texts)
        self._sides: dict[int, Side] = {}
        self._facts: dict[int, Facts] = {}
        self._sentences: dict[int, list[Entry]] = {}

    def judge(self, first: Entry, second: Entry, cosine: float | None = None) -> Judged | None:
        """Return what two entries are to each other; None where they are not worth showing.

        ``cosine`` says how near a sentence model finds them, where there is one.
        """
        if len(self._sides) > KEPT:
            self._forget()
        features = self._features(first, second)
        within = first.language == second.language
        by_words = score = self._score(RANK if within else ACROSS, features, first, second)
        if cosine is not None and within:
            score = neighbours.within_a_language(by_words, features[JACCARD], cosine)
        elif cosine is not None:
            score = neighbours.across_languages(by_words, cosine)
        if score < self._floor:
            return None
        against = self.against(first, second)
        if within and not against and (surely := self._surely(first, second, features)):
            return Judged(surely, Verdict.SURE)
        near = features[JACCARD] >= NEAR if within else score >= OPPOSED_ACROSS
        near = near and not (within and self._is_answered(first, second, against))
        return _perhaps(score, against, near, by_meaning=score > by_words)

    def _is_answered(self, first: Entry, second: Entry, against: Sequence[Clash]) -> bool:
        """Tell whether all that is against a pair is a verb that denies, and the other text has a word in its place.

        "Their licence should be withdrawn", "they should lose their licence"; but "stop the fees" against "the fees".
        """
        if any(clash.kind is not ClashKind.NEGATION for clash in against):
            return False
        sides = ((first, second), (second, first))
        denying = [(entry, other) for entry, other in sides if self.facts(entry).stance.denial == DENIED_BY_VERB]
        return any(
            sum(self.side(other).parts.get(unit, 1.0) for unit in self._left(other, entry)[0]) > MOST_EXCHANGED
            for entry, other in denying
        )

    def _forget(self) -> None:
        """Let go of all that was prepared; of all at once, because it is kept by the identity of entries."""
        for kept in (self._sides, self._facts, self._sentences):
            kept.clear()

    def _surely(self, first: Entry, second: Entry, features: tuple[float, ...]) -> float:
        """Return the probability of a pair that nothing clashes in; 0 where it is not surely the same.

        Nothing may be exchanged between the texts, and no figure may differ. Where one direction is said in two ways,
        nothing else may be left over.
        """
        if features[EXCHANGED] > MOST_EXCHANGED:
            answered = self._directions(first, second)
            features = within_language(self.side(first), self.side(second), self._concept_rarity, answered)
            if features[LEFT_OVER] > MOST_EXCHANGED:
                return 0.0
        score = logistic(weighed(SURE, features))
        surely = (
            features[JACCARD] >= NEAR
            and features[EXCHANGED] <= MOST_EXCHANGED
            and score >= THRESHOLD
            and self.facts(first).figures == self.facts(second).figures
            and self._denies_alike(first, second)
            and not self._changes_parts(first, second)
        )
        return score if surely else 0.0

    def _denies_alike(self, first: Entry, second: Entry) -> bool:
        """Tell whether both deny as often, and both or neither want something instead of something."""
        mine, theirs = self.facts(first), self.facts(second)
        both_prefer = (mine.preference is None) == (theirs.preference is None)
        denies = mine.denials == theirs.denials or bool(self._directions(first, second))
        return denies and (both_prefer or not any(self._left(first, second)))

    def _left(self, first: Entry, second: Entry) -> tuple[set[str], set[str]]:
        return leftovers(self.side(first), self.side(second))

    def _changes_parts(self, first: Entry, second: Entry) -> bool:
        """Tell whether something that both name stands in the place of something else.

        Where words are left over on both sides, "give" and "receive", things change places and stay what they are.
        """
        if is_replaced(first.keys, second.keys):
            return True
        left_twice = all(self._left(first, second))
        return not left_twice and is_exchanged(first.folded, second.folded, first.language)

    def _directions(self, first: Entry, second: Entry) -> frozenset[str]:
        """Return the words by which two texts go the same way: "ban" and "not allow", "raise" and "increase"."""
        mine = {
            (turn.axis, turn.sign): turn.words for turn in self.facts(first).stance.turns if turn.axis in ALIKE_AXES
        }
        theirs = {(turn.axis, turn.sign): turn.words for turn in self.facts(second).stance.turns}
        return frozenset(
            unit
            for way in mine.keys() & theirs.keys()
            for words in (mine[way], theirs[way])
            for unit in keys_of(words, first.language)
        )

    def _features(self, first: Entry, second: Entry) -> tuple[float, ...]:
        compare = within_language if first.language == second.language else across_languages
        return compare(self.side(first), self.side(second), self._concept_rarity)

    def _score(self, coefficients: Sequence[float], features: tuple[float, ...], first: Entry, second: Entry) -> float:
        """Return the probability; figures are read only where they could lift it over the floor."""
        weight = weighed(coefficients, features)
        figures = coefficients[-1]
        if not figures:
            return logistic(weight)
        if logistic(weight + figures) < self._floor:
            return 0.0
        return logistic(weight + figures * agreement(self.facts(first).figures, self.facts(second).figures))

    def against(self, first: Entry, second: Entry) -> tuple[Clash, ...]:
        """Return everything that stands against "the same", of the whole texts or of sentences that are alike."""
        whole = clashes(self.facts(first), self.facts(second))
        if whole or first.language != second.language:
            return whole
        return tuple(
            clash
            for mine, theirs in self._alike(first, second)
            for clash in clashes(self.facts(mine), self.facts(theirs))
        )

    def _alike(self, first: Entry, second: Entry) -> list[tuple[Entry, Entry]]:
        """Return each sentence of the first with the one of the second that is most alike, where both have several."""
        mine, theirs = self._sentences_of(first), self._sentences_of(second)
        if len(mine) < 2 or len(theirs) < 2:
            return []
        pairs = [(sentence, max(theirs, key=lambda other: _jaccard(sentence, other))) for sentence in mine]
        return [pair for pair in pairs if _jaccard(*pair) >= SENTENCE_ALIKE]

    def side(self, entry: Entry) -> Side:
        """Return an entry prepared for being compared."""
        side = self._sides.get(id(entry))
        if side is None:
            side = self._sides[id(entry)] = self._reader.side(entry, self._word_rarity)
        return side

    def facts(self, entry: Entry) -> Facts:
        """Return what an entry says that decides."""
        facts = self._facts.get(id(entry))
        if facts is None:
            facts = self._facts[id(entry)] = read_facts(entry.folded, entry.language, self._reader.actors(entry))
        return facts

    def _sentences_of(self, entry: Entry) -> list[Entry]:
        sentences = self._sentences.get(id(entry))
        if sentences is None:
            parts = sentences_of(entry.folded)
            sentences = [self._reader.read(part, part, entry.language) for part in parts] if len(parts) > 1 else [entry]
            self._sentences[id(entry)] = sentences
        return sentences


def _perhaps(score: float, against: tuple[Clash, ...], near: bool, by_meaning: bool) -> Judged | None:
    """Judge a pair that is not sure; ``near`` enough to contradict each other where something is against it."""
    score = min(score, _LARGEST_PERHAPS)
    if not against:
        return Judged(score, Verdict.PERHAPS, by_meaning)
    if near:
        return Judged(score, Verdict.CONTRADICT, by_meaning)
    if UNDECIDED.issuperset(clash.kind for clash in against) and score * UNDECIDED_WEIGHT >= FLOOR:
        return Judged(score * UNDECIDED_WEIGHT, Verdict.CLASHING, by_meaning)
    return None


def _jaccard(first: Entry, second: Entry) -> float:
    shared = len(set(first.units).intersection(second.units))
    return shared / max(1, len(first.units) + len(second.units) - shared)
