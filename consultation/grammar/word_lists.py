"""The lists of words in ``resources/words``, each read once."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

WORDS_DIR = Path(__file__).parent.parent.parent / "resources" / "words"


@dataclass(frozen=True, slots=True)
class Homograph:
    """An English word that is a verb or something else."""

    leaning: str
    """"v": a verb before any noun; "n": before a plural at most; "a": an adjective, a verb before no noun."""
    before: frozenset[str]
    """Words right behind it that make it a verb: prepositions and adverbs."""
    later: frozenset[str]
    """Prepositions further on that make it a verb: "free schools from fees"."""
    compounds: frozenset[str]
    """Nouns in the plural right behind it with which it is a compound: "water points"."""


@cache
def word_list(name: str, language: str) -> frozenset[str]:
    """Read a list of words, without accents; empty for a language that has none."""
    return frozenset(plain(word) for line in _lines(f"{name}.{language}.txt") for word in line.split())


@cache
def names(language: str) -> frozenset[str]:
    """Read the names that keep their capital, each in its letters."""
    lines = [*_lines("names.txt"), *_lines(f"names.{language}.txt")]
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


@cache
def word_classes(name: str) -> dict[str, frozenset[str]]:
    """Read the lists of words of ``name``.toml, each by its name."""
    text = (WORDS_DIR / f"{name}.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


@cache
def homographs() -> dict[str, Homograph]:
    """Read the English homographs."""
    found = {}
    for line in _lines("homographs.en.txt"):
        left, _, compounds = line.partition("|")
        word, leaning, *behind = left.split()
        later = frozenset(part[1:] for part in behind if part.startswith("…"))
        found[word] = Homograph(leaning, frozenset(behind) - later, later, frozenset(compounds.split()))
    return found


@lru_cache(maxsize=10_000)
def plain(word: str) -> str:
    """Return ``word`` in small letters without accents: many a capital is typed without its accent."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _lines(name: str) -> list[str]:
    file = WORDS_DIR / name
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [line for line in lines if line.strip() and not line.startswith("#")]
