"""The closed lists of words that decide, a language at a time, and where a text uses them.

``resources/matching/<language>.toml`` holds tables of entries of folded text, parted by spaces:

- ``reduc(e|es|ing)`` stands for each of the words; ``(s|)`` may be left out;
- ``reduc*`` stands for every word that begins so (to be read against a list of words before it is used);
- ``free_of_charge`` is a phrase of three words; a phrase goes before the words in it;
- ``five=5`` says a value along with the word.

A word is looked up once and kept: a file of 100,000 texts has few distinct words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

MATCHING_DIR = Path(__file__).parent.parent.parent / "resources" / "matching"
LANGUAGES = ("en", "fr", "es", "pt", "ar", "tr", "ru", "zh")

_NUMERAL = r"\d{1,2}:\d\d|\d{1,3}(?:[.,' ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_TOKEN = re.compile(rf"{_NUMERAL}|[^\W\d_]+|[.;:!?,%/。、]")
_PUNCTUATION = {**dict.fromkeys(".;:!?。", "stop"), ",": "comma", "、": "comma"}
_MANY = 200_000
_CLITICS = re.compile("^(?:[وف]?(?:[بك]?ال|لل)|[وفبلك])")
_TURKISH_DENIAL = re.compile(
    r"\w{2,}m(?:[ae]m[ae](?:li\w*|k|si\w*|ya|ye)|[ae]sin(?:l[ae]r)?|[ae]yin(?:iz)?|[ae]y[ae]c[ae][kg]\w*|[ae]z(?:l[ae]r)?|[iu]yor\w*)"
)
_TURKISH_WITHOUT = re.compile(r"(\w{3,})s[iu]z(?:c[ae])?(?:in|i|a|e|d[ae]|d[ae]n|l[ae]r\w*)?")


class Sense(NamedTuple):
    """What a word or phrase stands for: the list it is in, its value there, and the words that must follow."""

    name: str
    value: str
    rest: tuple[frozenset[str], ...] = ()


class Hit(NamedTuple):
    """One place of a text where a list speaks: from token ``start`` up to ``end`` (characters in Chinese)."""

    name: str
    value: str
    start: int
    end: int


class Reading(NamedTuple):
    """A folded text cut into tokens, and what was found in it, in order."""

    tokens: list[str]
    hits: list[Hit]

    def words(self, start: int, end: int) -> str:
        """Return the words from ``start`` to ``end`` as one string (Chinese: the characters)."""
        glue = "" if any("\u3400" <= token[:1] <= "\u9fff" for token in self.tokens[start:end]) else " "
        return glue.join(self.tokens[start:end])


def forms(entry: str) -> Iterator[str]:
    """Give every word that an entry with alternatives stands for."""
    parts = [part.split("|") for part in re.split(r"[()]", entry)]
    for choice in product(*parts):
        yield "".join(choice)


class Lexicon:
    """The lists of one language; `read` finds them in a folded text."""

    def __init__(self, language: str) -> None:
        """Read the lists; KeyError of the file system when the language has none."""
        self.language = language
        self._exact: dict[str, list[Sense]] = {mark: [Sense(name, "")] for mark, name in _PUNCTUATION.items()}
        self._prefixes: dict[str, list[Sense]] = {}
        text = (MATCHING_DIR / f"{language}.toml").read_text(encoding="utf-8")
        for table, lists in tomllib.loads(text).items():
            for name, entries in lists.items():
                self._take(name if table == "words" else f"{table}.{name}", entries)
        self._known = _Known(self)
        self._pieces = _pieces(self._exact) if language == "zh" else None

    def _take(self, name: str, entries: str) -> None:
        for entry in entries.split():
            pattern, _, value = entry.partition("=")
            first, *rest = pattern.split("_")
            sense = Sense(name, value, tuple(frozenset(forms(word)) for word in rest))
            for form in forms(first):
                if form.endswith("*"):
                    self._prefixes.setdefault(form[:-1], []).append(sense)
                else:
                    self._exact.setdefault(form, []).append(sense)

    def senses(self, word: str) -> tuple[Sense, ...]:
        """Return what a word may stand for, phrases that begin with it first, the longest before the others."""
        found = list(self._exact.get(word, ()))
        for length in range(2, len(word) + 1):
            found += self._prefixes.get(word[:length], ())
        if not found and self.language == "ar" and len(word) > 2:
            bare = _CLITICS.sub("", word)
            if bare != word and len(bare) > 1:
                found += self._exact.get(bare, ())
        if self.language == "tr" and not any(sense.name == "nothing" for sense in found):
            found += _turkish_endings(word)
        return tuple(sorted(found, key=lambda sense: -len(sense.rest)))

    def read(self, folded: str) -> Reading:
        """Find every word of the lists in a folded text."""
        if self._pieces is not None:
            return self._read_pieces(folded)
        tokens = _TOKEN.findall(folded)
        known = self._known
        hits: list[Hit] = []
        taken = 0
        for start, senses in [(start, found) for start, token in enumerate(tokens) if (found := known[token])]:
            if start < taken:
                continue
            length = next((len(sense.rest) for sense in senses if _follows(sense.rest, tokens, start + 1)), -1)
            for sense in senses:
                if len(sense.rest) == length and (not length or _follows(sense.rest, tokens, start + 1)):
                    taken = start + 1 + length
                    hits.append(Hit(sense.name, sense.value, start, taken))
        return Reading(tokens, hits)

    def _read_pieces(self, folded: str) -> Reading:
        assert self._pieces is not None
        hits = [
            Hit(sense.name, sense.value, found.start(), found.end())
            for found in self._pieces.finditer(folded)
            for sense in self._exact[found.group()]
        ]
        return Reading(list(folded), hits)


class _Known(dict[str, tuple[Sense, ...]]):
    """What each word met so far stands for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, word: str) -> tuple[Sense, ...]:
        if len(self) > _MANY:
            self.clear()
        self[word] = self._lexicon.senses(word)
        return self[word]


def _follows(rest: tuple[frozenset[str], ...], tokens: list[str], place: int) -> bool:
    following = tokens[place : place + len(rest)]
    return len(following) == len(rest) and all(
        word in allowed or any(form.endswith("*") and word.startswith(form[:-1]) for form in allowed)
        for word, allowed in zip(following, rest, strict=True)
    )


def _pieces(entries: dict[str, list[Sense]]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True)))


def _turkish_endings(word: str) -> list[Sense]:
    """Turkish denies inside the verb: yapılmamalı; the verbal noun yapılması does not."""
    found = []
    if _TURKISH_DENIAL.fullmatch(word):
        found.append(Sense("negators", ""))
    if without := _TURKISH_WITHOUT.fullmatch(word):
        found.append(Sense("without", without[1]))
    return found


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lists of a language, read once; a language without lists is read as English."""
    return Lexicon(language if language in LANGUAGES else "en")
