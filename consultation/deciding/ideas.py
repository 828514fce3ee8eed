"""Which stretches of several recommendations say the same idea, which only one says, and which stand opposed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.deciding.alike import Found
from consultation.matching import ReasonKind, Text
from consultation.matching.glossary import Glossary
from consultation.matching.shared import Idea, Shared, shared

MOST = 9
"""Ideas that are numbered: more would hide the words."""
STOP = "."
STOPS = frozenset(f"{STOP},;:!?()–—。，；：")


class Voice(StrEnum):
    """How a stretch of one recommendation stands to the others."""

    PLAIN = "plain"
    SHARED = "shared"
    """Others say it too, in these words or in others."""
    ALONE = "alone"
    """No other says it."""
    AGAINST = "against"
    """Another says the opposite."""


@dataclass(frozen=True)
class Part:
    """A stretch of a recommendation."""

    text: str
    voice: Voice = Voice.PLAIN
    idea: int = 0
    """The number of the idea, from 1; 0 where it has none."""


@dataclass(frozen=True)
class Ideas:
    """Several recommendations, each in parts."""

    shared: tuple[str, ...]
    """The ideas that are numbered, in the words of the first that says them."""
    parts: Mapping[UUID, tuple[Part, ...]]


Span = tuple[int, int]
"""Where words begin and end."""


def read_ideas(texts: Sequence[Text[UUID]], pairs: Sequence[Found]) -> Ideas:
    """Divide recommendations, in the order in which they are shown, into parts.

    Within one language a person sees by herself what is shared, so that only what one says alone is told; across
    languages the ideas are numbered, and nobody knows which words stand alone.
    """
    found = shared(texts, Glossary.ours())
    opposed = _opposed({text.key: text.words for text in texts}, pairs)
    if len({text.language for text in texts}) == 1:
        spans = [
            _joined(text.words, alone, found, at)
            for at, (text, alone) in enumerate(zip(texts, found.alone, strict=True))
        ]
        marked = [[(*span, Voice.ALONE, 0) for span in those] for those in spans]
        named: tuple[str, ...] = ()
    else:
        told = [idea for idea in found.ideas if sum(map(bool, idea.spans)) > 1][:MOST]
        marked = [
            [(*span, Voice.SHARED, number) for number, idea in enumerate(told, start=1) for span in idea.spans[at]]
            for at in range(len(texts))
        ]
        named = tuple(_words(texts, idea) for idea in told)
    parts = {
        text.key: _parts(text.words, [*((*span, Voice.AGAINST, 0) for span in opposed.get(text.key, ())), *those])
        for text, those in zip(texts, marked, strict=True)
    }
    return Ideas(named, parts)


def _opposed(texts: Mapping[UUID, str], pairs: Sequence[Found]) -> dict[UUID, list[Span]]:
    """Return where words stand that another text holds against."""
    opposed: dict[UUID, list[Span]] = {}
    reasons = [(pair, reason) for pair in pairs for reason in pair.why if reason.kind is ReasonKind.AGAINST]
    for pair, reason in reasons:
        for key, said in ((pair.first, reason.first), (pair.second, reason.second)):
            spots = [_find(texts.get(key, ""), words) for words in said]
            opposed.setdefault(key, []).extend(spot for spot in spots if spot is not None)
    return opposed


def _find(text: str, words: str) -> Span | None:
    """Find words where they stand by themselves, or else wherever they stand."""
    if not words:
        return None
    alone = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)
    found = alone or re.search(re.escape(words), text, re.IGNORECASE)
    return (found.start(), found.end()) if found is not None else None


def _joined(text: str, alone: Sequence[Span], found: Shared, at: int) -> list[Span]:
    """Make one stretch of words between which only small words stand, and nothing that others say."""
    taken = [span for idea in found.ideas for span in idea.spans[at]]
    joined: list[Span] = []
    for start, end in alone:
        before = joined[-1] if joined else (0, -1)
        between = text[before[1] : start] if joined else STOP
        if STOPS.isdisjoint(between) and not any(before[1] <= mine < start for mine, _ in taken):
            joined[-1] = (before[0], end)
        else:
            joined.append((start, end))
    return joined


def _words(texts: Sequence[Text[UUID]], idea: Idea) -> str:
    """Return an idea in the words of the first text that says it."""
    at = next(at for at, spans in enumerate(idea.spans) if spans)
    start, end = idea.spans[at][0]
    return texts[at].words[start:end]


def _parts(text: str, spans: Sequence[tuple[int, int, Voice, int]]) -> tuple[Part, ...]:
    """Divide a text; of spans that lie over each other, the first stands."""
    taken: list[tuple[int, int, Voice, int]] = []
    for span in spans:
        if all(span[1] <= start or end <= span[0] for start, end, _, _ in taken):
            taken.append(span)
    parts, place = [], 0
    for start, end, voice, idea in sorted(taken):
        parts += [Part(text[place:start]), Part(text[start:end], voice, idea)]
        place = end
    return tuple(part for part in (*parts, Part(text[place:])) if part.text)
