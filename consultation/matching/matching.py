"""The order of the steps: read, find candidates, compare, decide; and what is kept of it for the next text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable
from functools import partial
from itertools import chain
from typing import Any, Generic

from consultation.collecting import without_collecting
from consultation.errors import Cancelled
from consultation.matching.bands import Judged, Numbers, Verdict
from consultation.matching.candidates import Candidates
from consultation.matching.comparing import Comparing
from consultation.matching.folding import fold
from consultation.matching.glossary import Glossary
from consultation.matching.neighbours import Neighbours, Space
from consultation.matching.reader import Entry, Reader, identity_of
from consultation.matching.showing import identical_pair, shown
from consultation.matching.values import Band, Key, Matching, Pair, PairKind, Text
from consultation.matching.why import why
from consultation.progress import UNHEARD, Progress

TELL_EVERY = 256


def match(
    texts: Iterable[Text[Key]], glossary: Glossary, progress: Progress = UNHEARD, space: Space | None = None
) -> Matching[Key]:
    """Compare all texts with each other; raise `Cancelled` once somebody has asked to stop."""
    matcher: Matcher[Key] = Matcher(glossary, space)
    matcher.add(texts, progress)
    return matcher.matching()


class Matcher(Generic[Key]):
    """Knows the texts of a file and all pairs worth showing among them; adding costs what the new texts cost."""

    def __init__(self, glossary: Glossary, space: Space | None = None) -> None:
        self._reader = Reader(glossary)
        self._space = space
        self._entries: list[Entry] = []
        self._by_identity: dict[str, int] = {}
        self._number: dict[Hashable, int] = {}
        self._candidates = Candidates(self._entries)
        self._judged: dict[Numbers, Judged] = {}

    def add(self, texts: Iterable[Text[Key]], progress: Progress = UNHEARD) -> None:
        """Read and compare new texts; one whose key is known replaces the one before.

        Raises `Cancelled` once somebody has asked to stop; then none of the new texts is in.
        """
        texts = list({text.key: text for text in texts}.values())
        self.remove([text.key for text in texts])
        fresh: list[int] = []
        try:
            with without_collecting():
                self._read(texts, fresh, progress)
                self._candidates.expect([self._entries[number] for number in fresh])
                self._compare(fresh, len(texts), progress)
        except Cancelled:
            self.remove([text.key for text in texts])
            raise

    def remove(self, keys: Iterable[Hashable]) -> None:
        """Forget these texts; those that are not known are passed over."""
        gone: set[int] = set()
        for key in keys:
            number = self._number.pop(key, None)
            if number is not None:
                entry = self._entries[number]
                entry.members.remove(key)
                if not entry.members:
                    gone.add(number)
                    del self._by_identity[identity_of(entry.folded)]
                    self._candidates.remove(number)
        if gone:
            self._judged = {pair: judged for pair, judged in self._judged.items() if gone.isdisjoint(pair)}

    def compare_again(self, keys: Iterable[Hashable], space: Space, progress: Progress = UNHEARD) -> None:
        """Judge known texts once more, with what ``space`` says of their meaning by now; costs what these texts cost.

        What `ask` answers stays the same. Raises `Cancelled` once somebody has asked to stop; then nothing is judged
        otherwise than before.
        """
        numbers = {self._number[key] for key in keys if key in self._number}
        if not numbers:
            return
        neighbours = self._neighbours(min(numbers), space)
        before: dict[int, set[int]] = {}
        for pair in chain(self._judged, neighbours.pairs()):
            if not numbers.isdisjoint(pair):
                before.setdefault(pair[1], set()).add(pair[0])
        comparing = self._comparing()
        again: dict[Numbers, Judged | None] = {}
        for done, number in enumerate(sorted(before)):
            if done % TELL_EVERY == 0:
                progress(done, len(before))
            for other in before[number]:
                cosine = neighbours.cosine(other, number)
                again[other, number] = comparing.judge(self._entries[other], self._entries[number], cosine)
        progress(len(before), len(before))
        for judged_pair, judged in again.items():
            if judged is not None:
                self._judged[judged_pair] = judged
            else:
                self._judged.pop(judged_pair, None)

    def ask(self, text: Text[Any]) -> Pair[Any] | None:
        """Return the best sure pair of a text with one that is known under another key; the text is not added."""
        folded = fold(text.words)
        identity = identity_of(folded)
        number = self._by_identity.get(identity)
        twins = [key for key in self._entries[number].members if key != text.key] if number is not None else []
        if twins or not identity:
            return identical_pair(text.key, twins[0]) if twins else None
        entry = self._reader.read(text.words, folded, text.language)
        comparing = self._comparing()
        found: list[tuple[float, int]] = []
        for number in self._candidates.near(entry):
            judged = comparing.judge(entry, self._entries[number])
            if judged is not None and judged.verdict is Verdict.SURE and self._entries[number].members != [text.key]:
                found.append((judged.score, -number))
        if not found:
            return None
        score, number = max(found)
        other = self._entries[-number]
        key = next(key for key in other.members if key != text.key)
        return Pair(text.key, key, score, Band.SURE, PairKind.SAME, why(entry, other, False, comparing))

    def matching(self) -> Matching[Key]:
        """Return what is to be shown of all texts that are known."""
        with without_collecting():
            return shown(self._entries, self._judged, partial(why, comparing=self._comparing()))

    def _comparing(self) -> Comparing:
        return Comparing(self._reader, self._candidates.words, self._candidates.concepts, len(self._by_identity))

    def _read(self, texts: list[Text[Key]], fresh: list[int], progress: Progress) -> None:
        """Read texts; enter the numbers of the wordings that were not there into ``fresh``."""
        for done, text in enumerate(texts):
            if done % TELL_EVERY == 0:
                progress(done, 2 * len(texts))
            folded = fold(text.words)
            identity = identity_of(folded)
            if not identity:
                continue
            number = self._by_identity.setdefault(identity, len(self._entries))
            if number == len(self._entries):
                self._entries.append(self._reader.read(text.words, folded, text.language))
                fresh.append(number)
            self._number[text.key] = number
            self._entries[number].members.append(text.key)

    def _compare(self, fresh: list[int], read: int, progress: Progress) -> None:
        """Compare each new wording with those before it."""
        comparing = self._comparing()
        neighbours = self._neighbours(fresh[0], self._space) if fresh and self._space is not None else Neighbours()
        for done, number in enumerate(fresh):
            if done % TELL_EVERY == 0:
                progress(read + done, read + len(fresh))
            entry = self._entries[number]
            for other in dict.fromkeys((*self._candidates.add(number), *neighbours.of(number))):
                judged = comparing.judge(self._entries[other], entry, neighbours.cosine(other, number))
                if judged is not None:
                    self._judged[other, number] = judged
        progress(read + len(fresh), read + len(fresh))

    def _neighbours(self, since: int, space: Space) -> Neighbours:
        """Ask the sentence model who is near the wordings from number ``since`` on."""
        there = [number for number, entry in enumerate(self._entries) if entry.members]
        texts = [self._entries[number].words for number in there]
        languages = [self._entries[number].language for number in there]
        return Neighbours(there, space.near(texts, languages, bisect_left(there, since)))
