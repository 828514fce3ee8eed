"""What several wordings have in common and what each has alone, place by place, for a person who compares them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from consultation.matching.folding import fold
from consultation.matching.glossary import Glossary, TermKind
from consultation.matching.keys import CHARACTERS, key_of
from consultation.matching.languages import base_language, guess_language, small_words
from consultation.matching.places import Span, original
from consultation.matching.scoring import alike
from consultation.matching.values import Key, Text

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_SHORTEST_RUN = 2
"""Characters of a Chinese run that count as something in common."""


@dataclass(frozen=True, slots=True)
class Idea:
    """Something that at least two texts say."""

    number: int
    """From 1, in the order of the first text that has it."""
    spans: tuple[tuple[Span, ...], ...]
    """For each text, in the order given, the characters from and to where it says so; empty where it does not."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What texts have in common and what each has alone."""

    ideas: tuple[Idea, ...]
    alone: tuple[tuple[Span, ...], ...]
    """For each text the words that no other has; words that hardly count, "the" and "we call on", are in neither."""


@dataclass(slots=True)
class _Place:
    """A word or a term of the glossary in one text, folded, and what it can be shared by."""

    start: int
    end: int
    names: frozenset[str]


@dataclass(slots=True)
class _Reading:
    """One text, its words and the terms of the glossary in it, and what was found to be shared: by name, where."""

    words: str
    folded: str
    language: str
    units: list[_Place] = field(default_factory=list)
    terms: list[_Place] = field(default_factory=list)
    found: dict[str, list[Span]] = field(default_factory=dict)

    def take(self, place: _Place, name: str) -> None:
        """Enter a place as shared under a name, and take the words in it out of those left over."""
        self.found.setdefault(name, []).append((place.start, place.end))
        self.units = [unit for unit in self.units if unit.end <= place.start or unit.start >= place.end]


def shared(texts: Sequence[Text[Key]], glossary: Glossary) -> Shared:
    """Compare all texts place by place: by words within a language, by the glossary across languages."""
    readings = [_read(text, glossary) for text in texts]
    _share_terms(readings)
    _share_runs([reading for reading in readings if reading.language in CHARACTERS])
    _share_words(readings)
    names = _in_order(readings)
    spans = [original(reading.words, reading.folded) for reading in readings]
    ideas = [
        Idea(
            number,
            tuple(
                tuple(span(*place) for place in _places(together, reading))
                for reading, span in zip(readings, spans, strict=True)
            ),
        )
        for number, together in enumerate(_together(names, readings), start=1)
    ]
    alone = tuple(
        tuple(span(unit.start, unit.end) for unit in _joined(reading))
        for reading, span in zip(readings, spans, strict=True)
    )
    return Shared(tuple(ideas), alone)


def _read(text: Text[Key], glossary: Glossary) -> _Reading:
    folded = fold(text.words)
    language = base_language(text.language) if text.language else guess_language(folded)
    reading = _Reading(text.words, folded, language)
    for word in _WORD.finditer(folded):
        reading.units += _units(word, language)
    together: dict[Span, set[str]] = {}
    for found in glossary.find(folded, language):
        if found.kind is not TermKind.QUANTITY:
            together.setdefault((found.start, found.end), set()).add(f"concept {found.concept}")
    reading.terms = [_Place(start, end, frozenset(names)) for (start, end), names in together.items()]
    return reading


def _units(word: re.Match[str], language: str) -> list[_Place]:
    if language in CHARACTERS and not word[0][0].isdigit():
        function = small_words(language).function
        return [
            _Place(at, at + 1, frozenset())
            for at, letter in enumerate(word[0], start=word.start())
            if letter not in function
        ]
    key = word[0].replace(",", ".") if word[0][0].isdigit() else key_of(word[0], language)
    # a figure is the same in every language, a word only in its own
    name = f"figure {key}" if word[0][0].isdigit() else f"{language} {key}"
    return [_Place(word.start(), word.end(), frozenset([name]))] if key else []


def _share_terms(readings: list[_Reading]) -> None:
    """Enter the terms whose concept another text names too, under the concept that most texts name."""
    texts = Counter(name for reading in readings for name in {name for term in reading.terms for name in term.names})
    for reading in readings:
        for term in reading.terms:
            best = max(term.names, key=lambda name: (texts[name], name))
            if texts[best] > 1:
                reading.take(term, best)


def _share_runs(readings: list[_Reading]) -> None:
    """Enter the longest runs of characters that two Chinese texts have, the longest first."""
    for at, mine in enumerate(readings):
        for theirs in readings[at + 1 :]:
            while (run := _longest_run(mine, theirs)) is not None:
                for reading, place in zip((mine, theirs), run, strict=True):
                    reading.take(place, f"run {mine.folded[run[0].start : run[0].end]}")


def _longest_run(mine: _Reading, theirs: _Reading) -> tuple[_Place, _Place] | None:
    first, second = _left(mine, "\0"), _left(theirs, "\1")
    block = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    if block.size < _SHORTEST_RUN:
        return None
    return (
        _Place(block.a, block.a + block.size, frozenset()),
        _Place(block.b, block.b + block.size, frozenset()),
    )


def _left(reading: _Reading, mark: str) -> str:
    """Return the folded text with a mark for every character that is no longer left over."""
    left = {at for unit in reading.units for at in range(unit.start, unit.end)}
    return "".join(letter if at in left else mark for at, letter in enumerate(reading.folded))


def _share_words(readings: list[_Reading]) -> None:
    """Enter the words that another text has in any of its forms."""
    texts: Counter[str] = Counter()
    for reading in readings:
        texts.update({name for unit in reading.units for name in unit.names})
    known = sorted(texts)
    for reading in readings:
        for unit in list(reading.units):
            for name in unit.names:
                forms = [name] if texts[name] > 1 else [other for other in known if _one_word(name, other)]
                if forms:
                    often = max(texts[form] for form in forms)
                    reading.take(unit, min([name, *forms]) if often == 1 else max(forms, key=texts.__getitem__))


def _one_word(name: str, other: str) -> bool:
    language, _, key = name.partition(" ")
    theirs, _, word = other.partition(" ")
    return name != other and language == theirs != "figure" and alike(key, word)


def _in_order(readings: list[_Reading]) -> list[str]:
    """Return the names of what at least two texts share, in the order of the first text that has each."""
    texts = Counter(name for reading in readings for name in reading.found)
    names: dict[str, None] = {}
    for reading in readings:
        first = sorted((min(places), name) for name, places in reading.found.items() if texts[name] > 1)
        names.update(dict.fromkeys(name for _, name in first))
    return list(names)


def _together(names: Iterable[str], readings: list[_Reading]) -> list[list[str]]:
    """Return the names in groups: what stands side by side wherever it stands is one idea."""
    groups: list[list[str]] = []
    for name in names:
        if groups and all(_follows(groups[-1][-1], name, reading) for reading in readings):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def _follows(name: str, other: str, reading: _Reading) -> bool:
    """Tell whether both stand once with nothing between them that counts, or neither stands there."""
    mine, theirs = reading.found.get(name, []), reading.found.get(other, [])
    if not mine and not theirs:
        return True
    if len(mine) != 1 or len(theirs) != 1:
        return False
    end, start = mine[0][1], theirs[0][0]
    return 0 <= start - end <= 1 and not reading.folded[end:start].strip()


def _places(names: list[str], reading: _Reading) -> list[Span]:
    """Return where a text says these, what stands side by side as one place."""
    places: list[Span] = []
    for start, end in sorted(place for name in names for place in reading.found.get(name, ())):
        if places and not reading.folded[places[-1][1] : start].strip():
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
    return places


def _joined(reading: _Reading) -> list[_Place]:
    """Return what is left over, in Chinese the characters that stand side by side as one."""
    joined: list[_Place] = []
    for unit in reading.units:
        if joined and reading.language in CHARACTERS and joined[-1].end == unit.start:
            joined[-1] = _Place(joined[-1].start, unit.end, frozenset())
        else:
            joined.append(unit)
    return joined
