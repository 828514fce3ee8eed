"""What texts mean, by an optional sentence model: vectors that are reckoned once, and who is near whom by them.

It adds candidates and a cosine; figures, negation, addressees and words decide. Nothing here imports numpy before there
is a model.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol

from consultation.errors import Cancelled
from consultation.language import N_
from consultation.matching.sentence_model import SentenceModel
from consultation.matching.vectors import KEY_SIZE
from consultation.progress import UNHEARD, Progress

if TYPE_CHECKING:
    from consultation.matching.nearness import Nearness

BLOCK = 64
"""Texts that are reckoned and kept at once: less than a second, so that one can stop and go on."""
KEPT_AS = "<f2"
"""Halves: 2 bytes a number, and the cosine of two texts the same to the third digit."""
BYTES_A_NUMBER = 2


class KeptVectors(Protocol):
    """Where vectors are kept by their keys; `vectors.VectorFile` is such a place."""

    def read(self, keys: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Give those that are known; the last of a key counts."""

    def keep(self, vectors: Mapping[bytes, bytes]) -> None:
        """Add some."""

    def keep_only(self, keys: Collection[bytes]) -> None:
        """Forget all others."""


class Meaning:
    """The vectors of texts by one model. `embed` takes its time, in the background; `near` takes what is known."""

    def __init__(self, model: SentenceModel, kept: KeptVectors) -> None:
        self._model = model
        self._kept = kept

    def embed(self, texts: Sequence[str], progress: Progress = UNHEARD) -> None:
        """Reckon what is not known of ``texts``, the last ones first, and forget what is not one of them.

        About 85 texts a second. When it is stopped (Cancelled) or killed, it goes on from there the next time.
        """
        missing, all_of_them = self.missing(texts), len(set(texts))
        known = all_of_them - len(missing)
        try:
            for start in range(0, len(missing), BLOCK):
                progress(known + start, all_of_them)
                self.reckon(missing[start : start + BLOCK])
            progress(all_of_them, all_of_them)
        except Cancelled as error:
            raise Cancelled(N_("Stopped. What is done so far is kept; the next time it goes on from there.")) from error
        self.forget_others(texts)

    def missing(self, texts: Sequence[str]) -> list[str]:
        """Return what is not known of ``texts``, each once, the last ones first."""
        wanted = {self._key(text): text for text in reversed(texts)}
        known = {key for key, _ in self._kept.read(wanted)}
        return [text for key, text in wanted.items() if key not in known]

    def reckon(self, texts: Sequence[str]) -> None:
        """Reckon ``texts`` and keep what comes of it; so many as `BLOCK` take less than a second."""
        vectors = self._model.vectors(texts)
        rows = zip(texts, vectors, strict=True)
        self._kept.keep({self._key(text): row.astype(KEPT_AS).tobytes() for text, row in rows})

    def forget_others(self, texts: Sequence[str]) -> None:
        """Forget what is kept of all texts but these."""
        self._kept.keep_only({self._key(text) for text in texts})

    def near(self, texts: Sequence[str], languages: Sequence[str], since: int = 0) -> Nearness:
        """Look for the neighbours of the texts from number ``since`` on, among all; what is not known has none."""
        import numpy as np

        from consultation.matching.nearness import Nearness

        keys = [self._key(text) for text in texts]
        rows: dict[bytes, int] = {}
        vectors = np.empty((len(set(keys)), self._model.size), dtype=np.float32)
        for key, vector in self._kept.read(keys):
            vectors[rows.setdefault(key, len(rows))] = np.frombuffer(vector, dtype=KEPT_AS)
        return Nearness(vectors[: len(rows)], [rows.get(key) for key in keys], languages, since)

    def _key(self, text: str) -> bytes:
        return blake2b(f"{self._model.name}\0{text}".encode(), digest_size=KEY_SIZE).digest()
