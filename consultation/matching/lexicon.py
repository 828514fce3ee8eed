"""The closed lists of words that decide, a language at a time, and where a text uses them.

``resources/matching/<language>.toml`` holds tables of entries of folded text, parted by spaces:

- ``reduc(e|es|ing)`` stands for each of the words; ``(s|)`` may be left out;
- ``reduc*`` stands for every word that begins so (to be read against a list of words before it is used);
- ``free_of_charge`` is a phrase of three words; a phrase goes before the words in it; ``*ed`` in it ends so;
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

from consultation.matching.folding import fold

MATCHING_DIR = Path(__file__).parent.parent.parent / "resources" / "matching"
LANGUAGES = ("en", "fr", "es", "pt", "ar", "tr", "ru", "zh")

_DATE = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20|21)\d\d(?!\d)|(?:19|20|21)\d\d-\d\d?-\d\d?(?!\d)"
_NUMERAL = r"\d{1,2}:\d\d|\d{1,3}(?:[.,' ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_TOKEN = re.compile(rf"{_DATE}|{_NUMERAL}|[^\W\d_]+|[.;:!?,%/。、]")
_PUNCTUATION = {**dict.fromkeys(".;:!?。", "stop"), ",": "comma", "、": "comma"}
DENYING_LISTS, LEAVING_OUT = frozenset({"negators", "nobodies", "without"}), "only"
"""The lists whose words deny, and the one whose words leave out."""
_MANY = 200_000
_ENDINGS = {
    "ar": re.compile("^(?:[وف]?(?:[بك]?ال|لل)|[وفبلك])"),
    "es": re.compile("(?<=[aei]r)(?:se|l[aeo]s?|a|an|emos|ia|ian)$"),
    "fr": re.compile("(?<=[eiu]r)(?:a|ont|ez|ons|ait|aient)$"),
    "pt": re.compile("(?<=[aei]r)(?:a|ao|emos|ia|iam)$"),
}
"""What is written onto a word: particles of Arabic, pronouns of Spanish (eliminarse), endings of the future."""
_TURKISH_DENIAL = re.compile(
    r"\w{2,}m(?:[ae]m[ae](?:li\w*|k|si\w*|ya|ye)|[ae]sin(?:l[ae]r)?|[ae]yin(?:iz)?|[ae]y[ae]c[ae][kg]\w*|[ae]di[gk]\w*|[ae]y[ae]n\w*|[ae]z(?:l[ae]r)?|[iu]yor\w*)"
)
_TURKISH_PAST = re.compile(r"\w{2,}m[ae](?:di(?:l[ae]r|k)?|mistir|mis)")
_TURKISH_WITHOUT = re.compile(r"(\w{3,})s[iu]z(?:c[ae])?(?:in|i|a|e|d[ae]|d[ae]n|l[ae]r\w*)?")


class Sense(NamedTuple):
    """What a word or phrase stands for: the list it is in, its value there, and the words that must follow."""

    name: str
    value: str
    rest: tuple[str, ...] = ()


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
        self.exact: dict[str, list[Sense]] = {mark: [Sense(name, "")] for mark, name in _PUNCTUATION.items()}
        self.prefixes: dict[str, list[Sense]] = {}
        text = (MATCHING_DIR / f"{language}.toml").read_text(encoding="utf-8")
        for table, lists in tomllib.loads(text).items():
            for name, entries in lists.items():
                self._take(name if table == "words" else f"{table}.{name}", fold(entries))
        self._known = _Known(self)
        self._pieces = _pieces(self.exact) if language == "zh" else None

    def _take(self, name: str, entries: str) -> None:
        for entry in entries.split():
            pattern, _, value = entry.partition("=")
            for form in forms(pattern):
                first, *rest = form.split("_")
                where, key = (self.prefixes, first[:-1]) if first.endswith("*") else (self.exact, first)
                where.setdefault(key, []).append(Sense(name, value, tuple(rest)))

    def senses(self, word: str) -> list[Sense]:
        """Return what a word may stand for, alone or as the first of a phrase."""
        found = list(self.exact.get(word, ()))
        for length in range(2, len(word) + 1):
            found += self.prefixes.get(word[:length], ())
        if not found and self.language in _ENDINGS:
            found = next(filter(None, (self.exact.get(bare, []) for bare in self._bare(word))), [])
        if self.language == "tr" and not any(sense.name == "nothing" and not sense.rest for sense in found):
            told = [Sense("told", "")] if _TURKISH_PAST.fullmatch(word) else []
            return _turkish_denial(word) + told + (found or _turkish_without(word))
        return found

    def _bare(self, word: str) -> Iterator[str]:
        bare = _ENDINGS[self.language].sub("", word)
        if len(bare) > 1:
            yield bare
        if self.language == "ar" and word.endswith("ا"):
            yield word[:-1]
            yield bare[:-1]

    def denial(self, word: str) -> str:
        """Return by which list a word by itself denies or leaves out; "" for one that does neither."""
        entry = self._known[word]
        names = [sense.name for sense in entry.alone] if entry is not None else []
        return next((name for name in names if name in DENYING_LISTS or name == LEAVING_OUT), "")

    def ways(self, word: str) -> list[tuple[str, int]]:
        """Return the axes on which a word by itself says where to go, and whether up (1) or down (-1)."""
        entry = self._known[word]
        names = [sense.name.removeprefix("axes.").split("_") for sense in (entry.alone if entry is not None else ())]
        return [
            (axis, 1 if side[0] == "plus" else -1) for axis, *side in names if side and side[0] in ("plus", "minus")
        ]

    def read(self, folded: str) -> Reading:
        """Find every word and phrase of the lists in a folded text."""
        if self._pieces is not None:
            return self._read_pieces(folded, self._pieces)
        tokens = _TOKEN.findall(folded)
        known = self._known
        hits: list[Hit] = []
        taken = 0
        for start, entry in [(start, found) for start, token in enumerate(tokens) if (found := known[token])]:
            if start < taken:
                continue
            senses = entry.phrases_at(tokens, start + 1) if entry.has_phrases else []
            taken = start + 1 + (len(senses[0].rest) if senses else 0)
            if senses and self.language == "tr":
                hits += [Hit("negators", "", taken - 1, taken) for _ in _turkish_denial(tokens[taken - 1])]
            hits += [Hit(sense.name, sense.value, start, taken) for sense in senses or entry.alone]
        return Reading(tokens, hits)

    def _read_pieces(self, folded: str, pieces: re.Pattern[str]) -> Reading:
        hits = [
            Hit(sense.name, sense.value, found.start(), found.end())
            for found in pieces.finditer(folded)
            for sense in self.exact[found.group()]
        ]
        return Reading(list(folded), hits)


class _Entry:
    """What one word stands for: alone, and as the first word of phrases (by the word that follows)."""

    def __init__(self, senses: list[Sense]) -> None:
        self.alone = tuple({sense.name: sense for sense in senses if not sense.rest}.values())
        self._phrases: dict[str, list[Sense]] = {}
        self._loose: list[Sense] = []
        for sense in senses:
            if sense.rest and "*" in sense.rest[0]:
                self._loose.append(sense)
            elif sense.rest:
                self._phrases.setdefault(sense.rest[0], []).append(sense)
        self.has_phrases = bool(self._phrases or self._loose)

    def phrases_at(self, tokens: list[str], place: int) -> list[Sense]:
        """Return the senses of the longest phrase that goes on at ``place``; none when no phrase does."""
        if place >= len(tokens):
            return []
        following = tokens[place]
        senses = self._phrases.get(following, [])
        if self._loose:
            senses = [*senses, *(sense for sense in self._loose if _is_form(following, sense.rest[0]))]
        found = {sense.name: sense for sense in senses if _follows(sense.rest, tokens, place)}
        longest = max((len(sense.rest) for sense in found.values()), default=0)
        return [sense for sense in found.values() if len(sense.rest) == longest]


class _Known(dict[str, _Entry | None]):
    """What each word met so far stands for; None for nearly all of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, word: str) -> _Entry | None:
        if len(self) > _MANY:
            self.clear()
        senses = self._lexicon.senses(word)
        self[word] = _Entry(senses) if senses else None
        return self[word]


def _is_form(word: str, form: str) -> bool:
    if form.startswith("*"):
        return word.endswith(form[1:])
    return word.startswith(form[:-1]) if form.endswith("*") else word == form


def _follows(rest: tuple[str, ...], tokens: list[str], place: int) -> bool:
    following = tokens[place : place + len(rest)]
    return len(following) == len(rest) and all(map(_is_form, following, rest))


def _pieces(entries: dict[str, list[Sense]]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True)))


def _turkish_without(word: str) -> list[Sense]:
    without = _TURKISH_WITHOUT.fullmatch(word)
    return [Sense("without", without[1])] if without else []


def _turkish_denial(word: str) -> list[Sense]:
    """Turkish denies inside the verb: yapılmamalı; the verbal noun yapılması does not."""
    return [Sense("negators", "")] if _TURKISH_DENIAL.fullmatch(word) else []


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lists of a language, read once; a language without lists is read as English."""
    return Lexicon(language if language in LANGUAGES else "en")
