"""What decides whether two texts may be the same: their figures, what they deny, where they go and to whom they speak.

Words in common can make two texts alike; only these facts can make them the contrary of one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from consultation.matching.chinese_numbers import read_chinese_figures
from consultation.matching.lexicon import DENYING_LISTS, LEAVING_OUT, Hit, Reading, lexicon
from consultation.matching.numbers import Figure, FigureKind, read_figures
from consultation.matching.opposites import DENIED_BY_VERB, DENYING, NO_DENIAL, Stance, Turn, read_stance
from consultation.matching.preferences import Preference, is_reversed, read_preference


class ClashKind(StrEnum):
    """What stands against "the same"."""

    FIGURE = "figure"
    PERCENT = "percent"
    DATE = "date"
    FREQUENCY = "frequency"
    DURATION = "duration"
    NEGATION = "negation"
    DIRECTION = "direction"
    ADDRESSEE = "addressee"
    REVERSED = "reversed"


class Clash(NamedTuple):
    """What stands against what: the folded words of either side, or names of actors; "" where a side says nothing."""

    kind: ClashKind
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What one text says that decides.

    ``figures`` holds (kind, value) and is equal for texts that may surely be the same.
    """

    figures: frozenset[tuple[FigureKind, float]]
    said: tuple[Figure, ...]
    denials: tuple[int, int]
    """How often it denies ("not", "without") and leaves out ("only", "except"), whatever that comes to."""
    stance: Stance
    preference: Preference | None
    actors: frozenset[str]
    language: str


def read_facts(folded: str, language: str, actors: frozenset[str]) -> Facts:
    """Read the facts of a folded text; ``actors`` are the concepts of actors that the glossary found in it."""
    reading = lexicon(language).read(folded)
    chinese = language == "zh"
    figures = read_chinese_figures(folded) if chinese else read_figures(reading)
    preference = read_preference(reading, language)
    return Facts(
        figures=frozenset((figure.kind, figure.value) for figure in figures),
        said=tuple(figures),
        denials=_count_denials(reading, language),
        stance=read_stance(reading, _wanted(reading, preference), chinese),
        preference=preference,
        actors=actors,
        language=language,
    )


_OTHERWISE = re.compile("figures|axes")
"""Phrases that say something else with a word that denies: "no later than", "not more than"."""


def _count_denials(reading: Reading, language: str) -> tuple[int, int]:
    """Count the words that deny and those that leave out, in set phrases too: idioms are not known one by one."""
    if language == "zh":
        names = [hit.name for hit in reading.hits]
    else:
        known, said = lexicon(language), set[int]()
        for hit in reading.hits:
            if _OTHERWISE.match(hit.name) and hit.end - hit.start > 1:
                said.update(range(hit.start, hit.end))
        single = {place: known.denial(token) for place, token in enumerate(reading.tokens) if place not in said}
        names = [name for name in single.values() if name]
        names += [hit.name for hit in reading.hits if not any(map(single.get, range(hit.start, hit.end)))]
    return sum(name in DENYING_LISTS for name in names), sum(name == LEAVING_OUT for name in names)


def _wanted(reading: Reading, preference: Preference | None) -> list[Hit]:
    """Leave out what stands in the part that is not wanted: "titles instead of evictions" speaks for titles."""
    if preference is None:
        return reading.hits
    start, end = preference.unwanted_at
    return [hit for hit in reading.hits if not start <= hit.start < end]


def clashes(mine: Facts, theirs: Facts) -> tuple[Clash, ...]:
    """Return everything that stands against "the same"; nothing when the two may say the same."""
    return (
        *_figures(mine, theirs),
        *_stances(mine, theirs),
        *_preferences(mine, theirs),
        *_addressees(mine, theirs),
    )


def _figures(mine: Facts, theirs: Facts) -> Iterator[Clash]:
    if mine.figures <= theirs.figures or theirs.figures <= mine.figures:
        return
    for kind in FigureKind:
        ours = {figure.value: figure.words for figure in mine.said if figure.kind is kind}
        others = {figure.value: figure.words for figure in theirs.said if figure.kind is kind}
        only_ours, only_theirs = ours.keys() - others.keys(), others.keys() - ours.keys()
        if only_ours and only_theirs:
            yield Clash(ClashKind(kind), ours[min(only_ours)], others[min(only_theirs)])


def _stances(first: Facts, second: Facts) -> Iterator[Clash]:
    mine, theirs = first.stance, second.stance
    one_language = first.language == second.language
    as_often = one_language and first.denials == second.denials > (0, 0)  # the same words in another order, mostly
    ours = {turn.axis: turn for turn in mine.turns}
    opposed = [
        (ours[turn.axis], turn) for turn in theirs.turns if turn.axis in ours and ours[turn.axis].sign != turn.sign
    ]
    denied = (mine.denial == NO_DENIAL) != (theirs.denial == NO_DENIAL)
    if denied and (cancelled := next((pair for pair in opposed if _cancels(pair[mine.denial == NO_DENIAL])), None)):
        opposed.remove(cancelled)  # "do not reduce" and "increase"
        denied = False
    for our_turn, their_turn in opposed:
        yield Clash(ClashKind.DIRECTION, our_turn.words, their_turn.words)
    if one_language:
        yield from _ties(mine, theirs)
    if denied and not opposed and not as_often and not _is_excused(mine, theirs):
        yield Clash(ClashKind.NEGATION, mine.denied_by, theirs.denied_by)


def _cancels(denied: Turn) -> bool:
    """Tell whether the denial of a text turns round its direction; where it has done so already, it cancels nothing."""
    return denied.axis not in DENYING and not denied.turned


def _is_excused(mine: Stance, theirs: Stance) -> bool:
    """Tell whether a denial on one side alone is another way of saying what the other asks for."""
    denying, other = (mine, theirs) if mine.denial else (theirs, mine)
    return other.turned or (denying.denial == DENIED_BY_VERB and other.guards)


def _ties(mine: Stance, theirs: Stance) -> Iterator[Clash]:
    signs = {(tie.axis, tie.about): tie for tie in mine.ties}
    for tie in theirs.ties:
        ours = signs.get((tie.axis, tie.about))
        if ours and ours.sign != tie.sign:
            yield Clash(ClashKind.DIRECTION, ours.words, tie.words)


def _preferences(mine: Facts, theirs: Facts) -> Iterator[Clash]:
    if mine.preference and theirs.preference and is_reversed(mine.preference, theirs.preference):
        yield Clash(ClashKind.REVERSED, mine.preference.words, theirs.preference.words)


def _addressees(mine: Facts, theirs: Facts) -> Iterator[Clash]:
    only_ours, only_theirs = mine.actors - theirs.actors, theirs.actors - mine.actors
    if only_ours and only_theirs:
        yield Clash(ClashKind.ADDRESSEE, ", ".join(sorted(only_ours)), ", ".join(sorted(only_theirs)))
