"""Why two texts are paired, in the words of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consultation.matching.comparing import Comparing
from consultation.matching.folding import fold
from consultation.matching.keys import CHARACTERS, key_of
from consultation.matching.places import original
from consultation.matching.reader import Entry
from consultation.matching.scoring import alike
from consultation.matching.sentences import sentences_of
from consultation.matching.values import Reason, ReasonKind

MOST = 12
"""Words or concepts that are named, those that tell most."""
_WORD = re.compile(r"[^\W\d_]+")


def why(first: Entry, second: Entry, by_meaning: bool, comparing: Comparing) -> tuple[Reason, ...]:
    """Return what stands against each other first, then what two entries share.

    ``by_meaning`` says that a sentence model finds them nearer than all that.
    """
    return tuple(
        reason
        for reason in (
            *_against(first, second, comparing),
            _sentences(first, second),
            _words(first, second, comparing) if first.language == second.language else None,
            _figures(first, second, comparing),
            _concepts(first, second, comparing),
            Reason(ReasonKind.MEANING) if by_meaning else None,
        )
        if reason is not None
    )


def _against(first: Entry, second: Entry, comparing: Comparing) -> Iterator[Reason]:
    for clash in comparing.against(first, second):
        yield Reason(ReasonKind.AGAINST, _one(clash.mine), _one(clash.theirs), clash.kind.value)


def _one(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


def _sentences(first: Entry, second: Entry) -> Reason | None:
    """Name the sentences that both have word for word; identical texts never come here, so something differs."""
    theirs = {_bare(sentence): sentence for sentence in sentences_of(second.words)}
    mine = [sentence for sentence in sentences_of(first.words) if _bare(sentence) in theirs]
    others = [theirs[_bare(sentence)] for sentence in mine]
    return Reason(ReasonKind.SENTENCES, tuple(mine), tuple(others)) if mine else None


def _bare(sentence: str) -> str:
    return " ".join(_WORD.findall(fold(sentence)))


def _words(first: Entry, second: Entry, comparing: Comparing) -> Reason | None:
    """Name the words that both have, as each writes them; in Chinese the longest runs of characters."""
    if first.language in CHARACTERS:
        runs = _shared_runs(first.folded, second.folded)
        return Reason(ReasonKind.WORDS, runs, runs) if runs else None
    mine, theirs = _spelled(first), _spelled(second)
    weights = comparing.side(first).weights
    pairs: list[tuple[float, str, str]] = []
    for unit, word in mine.items():
        other = (
            unit if unit in theirs else next((each for each in theirs if each not in mine and alike(unit, each)), "")
        )
        if other:
            pairs.append((weights.get(unit, 0.0), word, theirs[other]))
    telling = set(sorted(pairs, reverse=True)[:MOST])
    shown = [pair for pair in pairs if pair in telling]
    if not shown:
        return None
    return Reason(ReasonKind.WORDS, tuple(word for _, word, _ in shown), tuple(word for _, _, word in shown))


def _spelled(entry: Entry) -> dict[str, str]:
    """Return for each unit the word it was first written as."""
    spelled: dict[str, str] = {}
    for word in _WORD.findall(entry.words):
        key = key_of(fold(word), entry.language)
        if key:
            spelled.setdefault(key, word)
    return spelled


def _shared_runs(mine: str, theirs: str) -> tuple[str, ...]:
    """Return the longest runs of at least two characters that both texts have, in the order of the first."""
    runs: list[str] = []
    at = 0
    while at < len(mine):
        length = 0
        while at + length < len(mine) and mine[at + length].isalpha() and mine[at : at + length + 1] in theirs:
            length += 1
        if length > 1:
            runs.append(mine[at : at + length])
        at += max(length, 1)
    longest = sorted(dict.fromkeys(runs), key=len, reverse=True)[:MOST]
    return tuple(run for run in dict.fromkeys(runs) if run in longest)


def _figures(first: Entry, second: Entry, comparing: Comparing) -> Reason | None:
    mine, theirs = comparing.facts(first), comparing.facts(second)
    shared = mine.figures & theirs.figures
    if not shared:
        return None
    ours = {(figure.kind, figure.value): figure.words for figure in reversed(mine.said)}
    others = {(figure.kind, figure.value): figure.words for figure in reversed(theirs.said)}
    each = [figure for figure in ours if figure in shared][::-1]
    return Reason(ReasonKind.FIGURES, tuple(ours[figure] for figure in each), tuple(others[figure] for figure in each))


def _concepts(first: Entry, second: Entry, comparing: Comparing) -> Reason | None:
    """Name shared concepts by the words of each side; within a language only those that are said in other words."""
    mine, theirs = _named(first), _named(second)
    shared = [concept for concept in mine if concept in theirs]
    if first.language == second.language:
        shared = [concept for concept in shared if fold(mine[concept]) != fold(theirs[concept])]
    pairs = dict.fromkeys((mine[concept], theirs[concept]) for concept in shared)
    if not pairs:
        return None
    named = list(pairs)[:MOST]
    return Reason(ReasonKind.CONCEPTS, tuple(word for word, _ in named), tuple(word for _, word in named))


def _named(entry: Entry) -> dict[str, str]:
    """Return for each concept the words it was first read from."""
    named: dict[str, str] = {}
    if entry.named:
        span = original(entry.words, entry.folded)
        for concept, start, end in entry.places():
            if concept not in named:
                first, last = span(start, end)
                named[concept] = entry.words[first:last]
    return named
