"""Which language a text is in, and how the small words of each language weigh.

The lists are in ``resources/matching/words``, one file for each language, read when the language first occurs.
"""

from __future__ import annotations

import re
import tomllib
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
    "en": re.compile(r"\w(?:ing|tion|ness|ly|ed|th|ght|ship)\b|\bwh|\b(?:th|sh)|w"),
    "es": re.compile(r"\w(?:cion|ciones|dad|dades|os|as|ar|er|ir)\b|\b(?:ll|h[aeiou])"),
    "fr": re.compile(
        r"\w(?:eaux?|aux|tion|ment|iques?|ites?|ees?|[ei]r|eurs?|elles?|[^aeiou]es?)\b|\b[ldnscj]'|ou|eu|oi|ss"
    ),
    "pt": re.compile(r"\w(?:cao|coes|dade|dades|agem|ais|eis|oes|ao|em|os|as|ar|er)\b|[ln]h"),
    "tr": re.compile(r"\w(?:l[ae]r\w*|m[ae]l[iu]\w*|[iu]n|s[iu]n|m[ae]k|d[ae]n?|[iu]yor|l[iu]k|n[iu]n|s[iu]z)\b|k"),
}
"""Letters at the beginning and the end of words, which tell short texts apart; folded, so without their accents."""
_ENDING_WEIGHT = 0.3
_ANOTHER_SCRIPT = 3
"""Letters of the Latin script that one letter of another weighs: names stay as they are written elsewhere."""


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The words of one language that weigh less than others, and forms that stemming does not bring together."""

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
        return SmallWords(frozenset(), frozenset(), frozenset(), {})
    lists = {name: words.split() for name, words in tomllib.loads(file.read_text(encoding="utf-8")).items()}
    return SmallWords(
        frozenset(lists["function"]),
        frozenset(lists["light"]),
        frozenset(lists["contrast"]),
        dict(form.split("=", 1) for form in lists["same"]),
    )


def guess_language(folded: str) -> str:
    """Return the likeliest of the eight languages for a folded text; "en" where nothing tells.

    The script decides for Arabic, Russian and Chinese; function words and endings among the others.
    """
    if not folded.isascii():
        latin = sum(map(str.isascii, folded)) - folded.count(" ")
        counts = {language: len(letters.findall(folded)) for language, letters in _SCRIPTS.items()}
        language = max(counts, key=lambda language: counts[language])
        if counts[language] * _ANOTHER_SCRIPT > latin:
            return language
    words = _WORD.findall(folded)
    scores = {
        language: len(small_words(language).function.intersection(words))
        + _ENDING_WEIGHT * len(_ENDINGS[language].findall(folded))
        for language in LATIN
    }
    return max(LATIN, key=lambda language: scores[language])


def base_language(code: str) -> str:
    """Return "pt" for "pt-BR" and "pt_PT"."""
    return re.split("[-_]", code.strip(), maxsplit=1)[0].lower()
