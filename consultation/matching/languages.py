"""Which language a text is in, and how the small words of each language weigh.

The lists are in ``resources/matching/words``, one file for each language, read when the language first occurs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS_DIR = Path(__file__).parent.parent.parent / "resources" / "matching" / "words"
LATIN = ("en", "es", "fr", "pt", "tr")
LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "tr", "zh")

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "zh": re.compile("[\u3400-\u9fff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
_ENDINGS = {
    "en": re.compile(r"\w(?:ing|tion|ness|ly|ed|ght|ship|y|[bcdfghklmprtw]s|ch(?:es)?)\b|th|sh|ee|oo|ck|w"),
    "es": re.compile(r"cion|dad(?:es)?\b|ie|ue(?![sl]?\b)|ll|[ae]z\b|\b(?:el|los|y)\b|\w[oa]s\b|[aeio]n\b|[ai]r\b"),
    "fr": re.compile(r"\w(?:eaux?|aux|tion|ment|iques?|ites?|ees?|[ei]r|eurs?|elles?|[^aeiou]es?)\b|ou|eu|oi|ss"),
    "pt": re.compile(
        r"cao\b|coes\b|dades?\b|agem|agens\b|[ln]h|ei|[ao]es?\b|ao\b|\wento|ss|ivel|veis\b|\w[eiu]m\b|x|[oa]s\b|[ai]r\b|oe"
    ),
    "tr": re.compile(
        r"l[ae]r|m[ae]l[iu]|\w\ws[iu]n\b|\w\w\w[iu]n[iu]?\b|m[ae]k\b|\w\w\w[dt][ae]n?\b|[iu]yor|l[iu]k|s[iu]z\b|[kyz]"
    ),
}
"""Letters at the beginning and the end of words, which tell short texts apart; folded, so without their accents."""
_ENDING_WEIGHT = 0.3
_ANOTHER_SCRIPT = 3
"""Letters of the Latin script that one letter of another weighs: names stay as they are written elsewhere."""


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The words of one language that weigh less than others, and forms that stemming does not bring together."""

    glue: frozenset[str]
    """Say nothing even of the order of words: articles, "and"."""
    agent: frozenset[str]
    """Whoever does it comes next: "by"."""
    function: frozenset[str]
    """Never count: articles, auxiliaries, "we call on"."""
    light: frozenset[str]
    """Count little: "create", "number of"."""
    contrast: frozenset[str]
    """Small words with an opposite among them: "before", "without"."""
    same: dict[str, str]
    """"kept" → "keep"."""


@cache
def small_words(language: str) -> SmallWords:
    """Read the list of a language; empty for one that has none."""
    file = WORDS_DIR / f"{language}.toml"
    if language not in LANGUAGES:
        return SmallWords(frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), {})
    lists = {name: words.split() for name, words in tomllib.loads(file.read_text(encoding="utf-8")).items()}
    return SmallWords(
        frozenset(lists["glue"]),
        frozenset(lists["agent"]),
        frozenset(lists["function"]),
        frozenset(lists["light"]),
        frozenset(lists["contrast"]),
        dict(form.split("=", 1) for form in lists["same"]),
    )


class _Clues(dict[str, tuple[float, ...]]):
    """What each word that was met says for each language in Latin script."""

    def __missing__(self, word: str) -> tuple[float, ...]:
        self[word] = tuple(
            (word in small_words(language).function) + _ENDING_WEIGHT * len(_ENDINGS[language].findall(word))
            for language in LATIN
        )
        return self[word]


_CLUES = _Clues()


def guess_language(folded: str, known: Mapping[str, int] | None = None) -> str:
    """Return the likeliest of the eight languages for a folded text; "en" where nothing tells.

    The script decides for Arabic, Russian and Chinese; function words and endings among the others. ``known`` says how
    many texts beside it are in which language; where little tells, it is likely one of these.
    """
    if not folded.isascii():
        latin = sum(map(str.isascii, folded)) - folded.count(" ")
        counts = {language: len(letters.findall(folded)) for language, letters in _SCRIPTS.items()}
        language = max(counts, key=lambda language: counts[language])
        if counts[language] * _ANOTHER_SCRIPT > latin:
            return language
    clues = [_CLUES[word] for word in _WORD.findall(folded)]
    if known:
        total = sum(known.values())
        clues.append(tuple([known.get(language, 0) / total for language in LATIN]))
    if not clues:
        return LATIN[0]
    scores = [sum(column) for column in zip(*clues, strict=True)]
    return LATIN[scores.index(max(scores))]


def base_language(code: str) -> str:
    """Return "pt" for "pt-BR" and "pt_PT"."""
    return re.split("[-_]", code.strip(), maxsplit=1)[0].lower()
