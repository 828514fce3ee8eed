"""Matching 10,000 and 100,000 texts, against comparing all pairs and against TF-IDF with a sparse product.

python -m benchmarks.matching [COUNT]      default: 100,000 for the large file

The floors need numpy, scikit-learn and sparse_dot_topn: ``pip install ".[bench]"``; what is measured does not.
Every figure is a ratio to a floor taken in the same run, before and after, because machines are busy.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from benchmarks.ratio import show
from benchmarks.texts import FAMILY, Made, make
from consultation.matching import Matcher, Text, match
from consultation.matching.candidates import Candidates
from consultation.matching.comparing import Comparing
from consultation.matching.folding import fold
from consultation.matching.glossary import Glossary
from consultation.matching.reader import Reader

FEW, MANY, NEW = 10_000, 100_000, 200
CUTOFF = 78
BLOCK, BLOCKS = 500, 2
FASTER_THAN_ALL_PAIRS = 100
LOST = 0.01
GROWTH = 16
LARGEST_MEMORY_MB = 800
TO_TFIDF = 3.0
NEW_FILE = 0.03


class Run(NamedTuple):
    """One run in a process of its own."""

    seconds: float
    memory: int
    """Megabytes at the most."""
    new_file: float
    """Seconds for adding a file of `NEW` and asking for everything again."""
    family: int
    """Members of the largest group."""


def main(many: int = MANY) -> bool:
    """Print the ratios; answer whether all are within their limits."""
    try:
        import numpy  # noqa: F401
        import sklearn  # noqa: F401
        import sparse_dot_topn  # noqa: F401
    except ImportError as error:
        print(f'The matching benchmark was left out: {error.name} is missing. pip install ".[bench]"')
        return True
    few = make(FEW)
    before = all_pairs(few.texts)
    runs = [run(FEW) for _ in range(3)]
    small = statistics.median(each.seconds for each in runs)
    floor = statistics.mean((before, all_pairs(few.texts)))
    good = show(f"{FEW} texts, all pairs a hundred times faster", small, floor / FASTER_THAN_ALL_PAIRS, 1.0)
    good &= show("edited copies not found, to all pairs' plus 1 %", *lost(few), 1.0)
    good &= show("a family of copies, to the group it is in", FAMILY, runs[0].family, 1.0)
    large = run(many)
    good &= show(f"{many} texts to {FEW}", large.seconds, small, GROWTH * many / MANY)
    good &= show(f"memory for {many} texts, MB", large.memory, LARGEST_MEMORY_MB, 1.0)
    good &= show(f"{many} texts, TF-IDF and the same scoring", large.seconds, tfidf(make(many).texts), TO_TFIDF)
    good &= show(f"a new file of {NEW} into {many}", large.new_file, large.seconds, NEW_FILE)
    good &= show("a family of copies, to the group it is in", FAMILY, large.family, 1.0)
    return good


def run(count: int) -> Run:
    """Match ``count`` texts in a process of its own, so that its memory can be told."""
    code = "import sys; from benchmarks.matching import measure; measure(int(sys.argv[1]))"
    answer = subprocess.run([sys.executable, "-c", code, str(count)], capture_output=True, text=True, check=True)
    return Run(*json.loads(answer.stdout))


def measure(count: int) -> None:
    """Match ``count`` texts and print what came of it."""
    import resource

    texts = numbered(make(count).texts)
    new = [Text(("new", text.key), text.words) for text in numbered(make(NEW, seed=2).texts)]
    glossary = Glossary.ours()
    match(texts[:NEW], glossary)
    gc.collect()
    matcher = Matcher(glossary)
    seconds = timed(lambda: (matcher.add(texts), matcher.matching()))
    family = max(map(len, matcher.matching().groups), default=1)
    new_file = timed(lambda: (matcher.add(new), matcher.matching()))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps([seconds, memory, new_file, family]))


def all_pairs(texts: list[str]) -> float:
    """Estimate from some blocks how long comparing every text with every other would take."""
    from rapidfuzz import fuzz, process

    folded = [fold(text) for text in texts]
    seconds = [
        timed(
            lambda block=block: process.cdist(
                folded[block : block + BLOCK], folded, scorer=fuzz.token_set_ratio, score_cutoff=CUTOFF
            )
        )
        for block in range(0, BLOCK * BLOCKS, BLOCK)
    ]
    return statistics.median(seconds) * len(texts) / BLOCK


def lost(made: Made) -> tuple[float, float]:
    """Return what part of the edited copies the words channel misses, and what part it may: all pairs' and 1 %."""
    from rapidfuzz import fuzz

    reader = Reader(Glossary([]))
    entries = [reader.read(text, fold(text), "en") for text in made.texts]
    candidates = Candidates(entries)
    candidates.expect(entries)
    found = {(other, number) for number in range(len(entries)) for other in candidates.add(number)}
    missed = sum(copy not in found for copy in made.copies) / len(made.copies)
    unlike = sum(fuzz.token_set_ratio(*(fold(made.texts[n]) for n in copy)) < CUTOFF for copy in made.copies)
    return missed, unlike / len(made.copies) + LOST


def tfidf(texts: list[str]) -> float:
    """Return how long scikit-learn and sparse_dot_topn take to find the candidates, and our scoring to judge them."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    pairs: list[tuple[int, int]] = []

    def find() -> None:
        matrix: Any = TfidfVectorizer(min_df=2, max_df=0.01).fit_transform(map(fold, texts))
        near = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=10, threshold=0.4).tocoo()
        pairs.extend(sorted({(min(pair), max(pair)) for pair in zip(near.row, near.col, strict=True)} - same(texts)))

    def judge() -> None:
        reader = Reader(Glossary.ours())
        entries = [reader.read(text, fold(text), "") for text in texts]
        counts = Candidates(entries)
        counts.expect(entries)
        comparing = Comparing(reader, counts.words, counts.concepts, len(entries))
        for first, second in pairs:
            comparing.judge(entries[first], entries[second])

    return timed(find) + timed(judge)


def same(texts: list[str]) -> set[tuple[int, int]]:
    """Return the pairs of a text with itself."""
    return {(number, number) for number in range(len(texts))}


def numbered(texts: Iterable[str]) -> list[Text]:
    """Return texts whose keys are their numbers."""
    return [Text(number, words) for number, words in enumerate(texts)]


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that some work takes: others may be at work, too."""
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:2])) else 1)
