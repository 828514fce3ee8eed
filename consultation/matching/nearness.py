"""Which texts the sentence model finds near each other. Imports numpy, so it is imported only where there is a model.

One and the same cosine means little: the vectors of all recommendations lie close together, those of one language even
closer. So each language is moved to a common centre, and the direction in which the rest differ most, which is length
and tone and not what is asked for, is taken out (Mu and Viswanath, "All-but-the-top", 2018).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SHRINK = 30
"""Texts: the centre of a language is moved towards the common one as though so many stood there."""
ENOUGH_FOR_A_DIRECTION = 100
"""Texts; among fewer, the direction in which they differ most is what they speak of."""
SAMPLED = 5000
"""Texts from which that direction is taken."""
NEAREST_WITHIN, NEAREST_ACROSS = 8, 3
"""Neighbours of a text in its own language, where other wordings of it come first, and in each other language."""
LOWEST = 0.1
"""Cosine, after centring, below which a text is nobody's neighbour."""
BLOCK = 1024
ALL_AGAINST_ALL = 30_000
"""Texts. Among more, only so many of the newest look for neighbours as takes no longer than among these."""

Vectors = NDArray[np.float32]


class Nearness:
    """Neighbours among texts, and the cosine of any two of them; texts are named by number."""

    def __init__(self, vectors: Vectors, rows: Sequence[int | None], languages: Sequence[str], since: int = 0) -> None:
        """Take a row for each distinct text, and of each text its row (None where there is none) and its language.

        Texts from number ``since`` on look for neighbours, among all. ``vectors`` are changed in place.
        """
        self._rows = rows
        first_of = {row: text for text, row in reversed(list(enumerate(rows))) if row is not None}
        texts = np.array([first_of[row] for row in range(len(vectors))], dtype=np.int64)
        spoken = np.array([languages[text] for text in texts], dtype=np.str_)
        self._vectors = centred(vectors, spoken)
        looking = np.flatnonzero(texts >= since)
        looking = looking[max(0, len(looking) - _affordable(len(vectors))) :]
        found = texts[_neighbours(self._vectors, spoken, looking)]
        self.pairs: list[tuple[int, int]] = [(int(one), int(other)) for one, other in np.sort(found, axis=1)]
        """The lower number first, each pair once; of texts equal to the letter, the first stands for all."""

    def cosine(self, first: int, second: int) -> float | None:
        """Return how near two texts are: 1 for the same, about 0 for two of which nothing is alike; None if unknown."""
        row, other = self._rows[first], self._rows[second]
        if row is None or other is None:
            return None
        return _among(len(self._vectors), float(self._vectors[row] @ self._vectors[other]))


def centred(vectors: Vectors, languages: NDArray[np.str_]) -> Vectors:
    """Return ``vectors``, changed in place: each language around one centre, without the first direction."""
    if not len(vectors):
        return vectors
    names, of = np.unique(languages, return_inverse=True)
    member = np.equal.outer(np.arange(len(names)), of).astype(np.float32)
    times = member.sum(axis=1, keepdims=True)
    centres = (member @ vectors + SHRINK * vectors.mean(axis=0)) / (times + SHRINK)
    for start in range(0, len(vectors), BLOCK):
        vectors[start : start + BLOCK] -= centres[of[start : start + BLOCK]]
    first = _first_direction(vectors)
    for start in range(0, len(vectors), BLOCK):
        block = vectors[start : start + BLOCK]
        block -= np.outer(block @ first, first)
        block /= np.maximum(np.linalg.norm(block, axis=1, keepdims=True), 1e-9)
    return vectors


def _first_direction(vectors: Vectors) -> Vectors:
    """Return the direction of length 1 in which most vectors differ; of length 0 where there are too few to tell."""
    if len(vectors) < ENOUGH_FOR_A_DIRECTION:
        return np.zeros(vectors.shape[1], dtype=np.float32)
    sample = vectors[:: -(-len(vectors) // SAMPLED)]
    direction: Vectors = np.linalg.eigh(sample.T @ sample)[1][:, -1]
    return direction


def _among(texts: int, cosine: float) -> float:
    """Return a cosine without what few texts owe to their common centre: it drives them apart, each by 1 / (n - 1)."""
    return (cosine * (texts - 1) + 1) / texts


def _affordable(texts: int) -> int:
    """Return how many of the newest of so many texts look for neighbours among all of them."""
    return texts if texts <= ALL_AGAINST_ALL else ALL_AGAINST_ALL**2 // texts


def _neighbours(vectors: Vectors, languages: NDArray[np.str_], looking: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the rows of each pair in which one of ``looking`` has the other among its nearest; each pair once."""
    found = [np.empty((0, 2), dtype=np.int64)]
    lowest = (LOWEST * len(vectors) - 1) / max(1, len(vectors) - 1)
    for language in np.unique(languages):
        there = np.flatnonzero(languages == language)
        theirs = vectors[there]
        for start in range(0, len(looking), BLOCK):
            rows = looking[start : start + BLOCK]
            own = languages[rows] == language
            cosines = vectors[rows] @ theirs.T
            cosines[np.flatnonzero(own), np.searchsorted(there, rows[own])] = -1  # nobody is their own neighbour
            for some, most in ((own, NEAREST_WITHIN), (~own, NEAREST_ACROSS)):
                near, column = _nearest(cosines[some], most, lowest)
                found.append(np.stack((rows[some][near], there[column]), axis=1))
    return np.unique(np.sort(np.concatenate(found), axis=1), axis=0)


def _nearest(cosines: Vectors, most: int, lowest: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return row and column of the ``most`` highest numbers of each row that are not below ``lowest``."""
    most = min(most, cosines.shape[1])
    if not cosines.size:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    columns = np.argpartition(-cosines, most - 1, axis=1)[:, :most]
    near = np.take_along_axis(cosines, columns, axis=1) >= lowest
    return np.nonzero(near)[0], columns[near]
