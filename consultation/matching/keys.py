"""The words of a text as keys: without function words, each by its stem, so that inflection and formulas do not decide.

Chinese is not parted into words: neighbouring characters are found by pairs and compared one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from sys import intern

from consultation.matching.inflection import SNOWBALL, stem, stemmer
from consultation.matching.languages import small_words

TURKISH_LETTERS = 5
"""The first five do as well as a stemmer: Can, Kocberber et al., "Information retrieval on Turkish texts", 2008."""
CHARACTERS = {"zh"}
"""Languages that are compared character by character."""
LIGHT = 0.3
CONTRAST = 0.7
_WORD = re.compile(r"[^\W\d_]+")
_CHINESE = re.compile("[\u3400-\u9fff]+")
_ARABIC_ARTICLE = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل)(?=\w{2})")
_ARABIC_PARTICLE = re.compile(r"^(?:[وف][بكل]?|[بكل])(?=\w{4})")
_BRITISH = re.compile("(neighb|behavi|endeav|flav|glam|harb|parl|lab|col|hon|hum|rum|vap|arm|fav|sav|vig|rig|od)our")
_SILENT = re.compile(r"(?<=[aeiou])[cp](?=[ct][aeiour])")
_TURKISH_ENDING = re.compile(r"(?<=\w)'\w+")
"""What is written behind the apostrophe of a name or a number: "Bakanligi'ndan"."""
_TURKISH_PLURAL = re.compile(r"(.{2,})l[ae]r")
_TURKISH_OWNED = re.compile(r"(?<=^.[^aeiou])[iu]$|(?<=^..[^aeiou])[iu]$")
_HARD = {"b": "p", "d": "t", "g": "k"}
"""What softens at the end of a short Turkish word before an ending: "kap", "kabi"."""
_DOUBLED = re.compile(r"(.)\1")
_SHORTEST = 3


def keys_of(folded: str, language: str) -> tuple[str, ...]:
    """Return the keys of a folded text in its order; in Chinese pairs of neighbouring characters."""
    if language in CHARACTERS:
        return _chinese_keys(folded)
    words = _WORD.findall(_TURKISH_ENDING.sub("", folded) if language == "tr" else folded)
    return tuple(filter(None, map(_keys(language).__getitem__, words)))


def units_of(keys: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return what is compared, each once: the keys, in Chinese their characters."""
    if language in CHARACTERS:
        return tuple(dict.fromkeys(letter for key in keys for letter in (key if _CHINESE.match(key) else (key,))))
    units = tuple(dict.fromkeys(keys))
    return keys if len(units) == len(keys) else units


def key_of(word: str, language: str) -> str:
    """Return the key of one folded word, "" where it never counts; in Chinese itself."""
    return word if language in CHARACTERS else _keys(language)[word]


@cache
def factors(language: str) -> dict[str, float]:
    """Return for keys of light and contrasting words what part of a word they weigh."""
    words = small_words(language)
    lights = {_keys(language)[word]: LIGHT for word in words.light}
    return lights | {_keys(language)[word]: CONTRAST for word in words.contrast}


class _Keys(dict[str, str]):
    """The key of every word of one language that was met; "" for a word that never counts."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._words = small_words(language)
        self._stem = _stemmer(language)
        self._bare: Callable[[str], str] = _without_particles if language == "ar" else str
        self._respell = _RESPELL.get(language, str)

    def __missing__(self, word: str) -> str:
        form = self._respell(word)
        form = self._words.same.get(form) or self._words.same.get(self._bare(form), form)
        if len(form) < 2 or word in self._words.function:
            key = ""
        else:
            key = intern(self._stem(form)) if len(form) >= _SHORTEST else intern(form)
        self[word] = key
        return key


@cache
def _keys(language: str) -> _Keys:
    return _Keys(language)


def _stemmer(language: str) -> Callable[[str], str]:
    if language == "tr":
        return _turkish
    if language == "ar":
        arabic = stemmer("arabic")
        return lambda word: _longer(_without_article(arabic(_without_article(word))), word)
    if language in SNOWBALL:
        return lambda word: _longer(stem(word, language), word)
    return lambda word: word


def _without_article(word: str) -> str:
    return _ARABIC_ARTICLE.sub("", word)


def _without_particles(word: str) -> str:
    bare = _without_article(word)
    return bare if bare != word else _ARABIC_PARTICLE.sub("", word)


def _american(word: str) -> str:
    """Write "labour" and "neighbourhood" as in America; "hours", "tours" and "courts" are no such words."""
    return _BRITISH.sub(r"\1or", word)


def _reformed(word: str) -> str:
    """Leave out the silent letters that Portugal wrote until 2009 and Brazil did not: "projecto", "adoptar"."""
    return _SILENT.sub("", word)


_RESPELL: dict[str, Callable[[str], str]] = {"en": _american, "pt": _reformed}


def _turkish(word: str) -> str:
    plural = _TURKISH_PLURAL.match(word)
    bare = plural[1] if plural else _DOUBLED.sub(r"\1", word)
    root = _TURKISH_OWNED.sub("", bare)[:TURKISH_LETTERS]
    return root[:-1] + _HARD.get(root[-1], root[-1]) if len(root) < TURKISH_LETTERS else root


def _longer(stemmed: str, word: str) -> str:
    return stemmed if len(stemmed) > 1 else word


@cache
def _chinese_function() -> re.Pattern[str]:
    return re.compile("|".join(sorted(small_words("zh").function, key=len, reverse=True)))


def _chinese_keys(folded: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in _WORD.findall(folded):
        if not _CHINESE.match(word):
            found.append(intern(word))
            continue
        for run in _chinese_function().split(word):
            found += [intern(run[at : at + 2]) for at in range(len(run) - 1)] or ([run] if run else [])
    return tuple(found)
