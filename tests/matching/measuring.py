"""How well a set of pairs that people labelled is matched: all its texts as one file, as a rapporteur has them.

    python -m tests.matching.measuring tests/matching/somebody_elses.toml

`somebody_elses.toml` and `unseen.toml` were written by people who had not seen the code. Nothing is tuned to the first;
the second is run when all is done, and its figures are reported as they are.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from consultation.matching import Band, Matching, Pair, PairKind, Space, Text, match
from consultation.matching.glossary import Glossary

TRUE = ("surface", "reordered", "paraphrase", "across")
OPPOSED = ("contradict", "contradict_across")

Key = tuple[int, str]
"""The number of the pair in its set, and which of its two texts."""


@dataclass(frozen=True)
class Labelled:
    """Pairs of texts, each with what a person called it."""

    texts: list[Text[Key]]
    kinds: list[str]


@dataclass(frozen=True)
class Measured:
    """Figures of one run."""

    precision: float
    """Of the pairs that are surely the same, how many are."""
    sure: dict[str, float]
    """Kind of pair -> the share of it that is surely the same."""
    found: dict[str, float]
    """Kind of pair -> the share of it that is proposed, surely or perhaps."""
    opposed_sure: int
    """Contradictions that are said to be surely the same."""
    opposed_shown: float
    """The share of contradictions that are shown as such."""
    proposals: float
    """How many each text takes part in, on average."""

    def __str__(self) -> str:
        shares = [f"{kind} sure {self.sure[kind]:.2f} found {self.found[kind]:.2f}" for kind in self.sure]
        return (
            f"precision {self.precision:.3f}; {'; '.join(shares)}; "
            f"contradictions sure {self.opposed_sure}, shown {self.opposed_shown:.2f}; proposals {self.proposals:.2f}"
        )


def read_set(path: Path) -> Labelled:
    """Read a set."""
    pairs = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    texts = [
        Text((number, side), pair[side]["text"], pair[side]["language"])
        for number, pair in enumerate(pairs)
        for side in "ab"
    ]
    return Labelled(texts, [pair["kind"] for pair in pairs])


def measure(labelled: Labelled, space: Space | None = None) -> Measured:
    """Match a set and compare with what people said."""
    return compare(labelled, match(labelled.texts, Glossary.ours(), space=space))


def compare(labelled: Labelled, matching: Matching[Key]) -> Measured:
    """Compare what was found with what people said; two texts of different pairs are never the same."""
    same = [pair for pair in matching.pairs if pair.kind is PairKind.SAME]
    sure = [pair for pair in same if pair.band is Band.SURE]
    right = [pair for pair in sure if _kind(pair, labelled) in TRUE]
    numbers = Counter(labelled.kinds)
    surely, proposed = (Counter(_kind(pair, labelled) for pair in those) for those in (sure, same))
    shown = Counter(_kind(pair, labelled) for pair in matching.pairs if pair.kind is PairKind.CONTRADICT)
    return Measured(
        len(right) / max(len(sure), 1),
        {kind: surely[kind] / numbers[kind] for kind in numbers},
        {kind: proposed[kind] / numbers[kind] for kind in numbers},
        sum(surely[kind] for kind in OPPOSED),
        sum(shown[kind] for kind in OPPOSED) / max(sum(numbers[kind] for kind in OPPOSED), 1),
        2 * len(same) / len(labelled.texts),
    )


def _kind(pair: Pair[Key], labelled: Labelled) -> str:
    """Return what people called a pair; nothing where its texts are of different pairs."""
    return labelled.kinds[pair.first[0]] if pair.first[0] == pair.second[0] else ""


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(f"{name}: {measure(read_set(Path(name)))}")
