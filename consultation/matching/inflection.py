"""Words by their stems, from Snowball: coarse enough to bring "trains", "trained" and "trainer" together.

The glossary needs finer forms: see `forms`. Every word is folded before it comes here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

SNOWBALL = {"en": "english", "fr": "french", "es": "spanish", "pt": "portuguese", "ru": "russian"}
SHORTEST = 4
"""Letters; a shorter word is its own stem."""

_PORTUGUESE_PLURALS = (("oes", "ao"), ("aos", "ao"), ("aes", "ao"), ("ais", "al"), ("eis", "el"), ("ns", "m"))
"""Snowball expects the tilde and the accent, which folding took away."""


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """Return the stem of ``word``; itself when it is short, and in a language without a stemmer here."""
    if language not in SNOWBALL or len(word) < SHORTEST or not word.isalpha():
        return word
    return stemmer(SNOWBALL[language])(portuguese_singular(word) if language == "pt" else word)


def portuguese_singular(word: str) -> str:
    """Undo the plurals that change more than an -s."""
    ending, singular = next((pair for pair in _PORTUGUESE_PLURALS if word.endswith(pair[0])), ("", ""))
    return word.removesuffix(ending) + singular


@cache
def stemmer(name: str) -> Callable[[str], str]:
    """Return a stemmer of Snowball, which may be asked from several threads at once.

    One alone writes what it is reading into itself: two threads would get parts of each other's words, and keep them.
    """
    stem_word: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    alone = Lock()

    def stem_alone(word: str) -> str:
        with alone:
            return stem_word(word)

    return stem_alone
