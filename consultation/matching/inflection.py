"""Words without their endings: what a word of a text may be a form of.

English, French, Spanish, Portuguese and Russian have one stem for each word, from Snowball. Turkish and Arabic words
carry so much that several readings are kept, the one that takes least away first: a reading that no list of words
has does no harm. Every word is folded before it comes here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import snowballstemmer

SNOWBALL = {"en": "english", "fr": "french", "es": "spanish", "pt": "portuguese", "ru": "russian"}
SHORTEST = 4
"""Letters; a shorter word is its own stem."""

_PORTUGUESE_PLURALS = (("oes", "ao"), ("aos", "ao"), ("aes", "ao"), ("ais", "al"), ("eis", "el"), ("ns", "m"))
"""Snowball expects the tilde and the accent, which folding took away."""

_ARABIC_FRONT = re.compile("^(?:[وف]?[بكل]?ال|[وف]?لل|[وف]?س(?=[يتن])|[وف][بكل]|[وفبكل])")
_ARABIC_END = re.compile(
    "(?:ا?ت(?:ها|هم|هن|نا|كم|ه)|[وي]?(?:ها|هم|هن|نا|كم)|تين|تان|يين|يون|ات|ان|ون|ين|وا|يا|ه|ا)$",
)
_ARABIC_SHORTER_END = re.compile("(?:ها|هم|هن|نا|كم|ين|ون|ان|ات|ه|ا)$")
_ARABIC_LAST = re.compile("(?<=..)(?:(?<=.)ات|(?<=.)ه|(?<=ا)[ءوي])$")
"""The feminine, its plural, and the hamza, which is written as three letters as it carries an owner or not."""

_NOUN_ENDING = re.compile(
    "(?:l[ae]r)?(?:[iu]?m[iu]z|[iu]?n[iu]z|s?[iu]|[iu]?[mn])?"  # plural, whose
    "(?:y?[iu]|n[iu]|[yn]?[ae]|n?[dt][ae]n?|n?[iu]n|y?l[ae]|n?c[ae])?(?:ki(?:l[ae]r)?)?(?:d[iu]r)?"  # case
)
_COMPOUND_ENDING = re.compile("(?<=...)(?:l[ae]r[iu]|(?<=[aeiou])s[iu]|(?<=[^aeiou])[iu])$")
_VOICE = "(?:[iu]?[ln]|[dt][iu]r|t)"
_VERB_ENDING = re.compile(
    f"{_VOICE}{{0,2}}(?:m[ae]k(?:t[ae]n?)?|m[ae]l[iu](?:d[iu]r|y[iu]z|l[ae]r)?|s[iu]nl?(?:[ae]r)?"
    "|m[ae](?:s[iu]|l[ae]r[iu])?(?:n?[iu]n?|n?[dt][ae]n?|y?[ae]|yl[ae])?|y?[ae]r[ae]k|y?[ae]l[iu]m|y?[ae]c[ae][kg]\\w*)"
)
_LOOSE_VERB_ENDING = re.compile(f"{_VOICE}{{0,2}}(?:y?[iu]n(?:[iu]z)?|y?[ae]n(?:l[ae]r)?|[aeiu]r|y?[iu]p|[dt][iu])")
"""Endings that many nouns have too: only behind a root that is long enough."""
_INFINITIVE = re.compile("(?<=..)m[ae]k$")
_SOFTENED = {"g": "k", "b": "p"}


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """Return the one form under which a list of words keeps ``word``; itself in a language we know no endings of."""
    if language in SNOWBALL:
        return _snowball(word, language)
    if language == "ar":
        bare = word[2:] if word.startswith("ال") and len(word) > SHORTEST else word
        return _ARABIC_LAST.sub("", bare)
    if language == "tr":
        return _INFINITIVE.sub("-", word)
    return word


@lru_cache(maxsize=200_000)
def readings(word: str, language: str) -> tuple[str, ...]:
    """Return every `stem` that ``word`` may be a form of, the one that takes least away first."""
    if language == "ar":
        return tuple(dict.fromkeys(_arabic_readings(word)))
    if language == "tr":
        return tuple(dict.fromkeys(_turkish_readings(word)))
    return (stem(word, language),)


def compound_stems(word: str, language: str) -> tuple[str, ...]:
    """Return the stems of the last word of a compound: Turkish ends it in -i or -si, which the plural replaces."""
    if language != "tr":
        return (stem(word, language),)
    bare = _COMPOUND_ENDING.sub("", word)
    return tuple(dict.fromkeys((stem(word, language), bare, _hard(bare))))


def _snowball(word: str, language: str) -> str:
    if len(word) < SHORTEST or not word.isalpha():
        return word
    if language == "pt":
        ending, singular = next((pair for pair in _PORTUGUESE_PLURALS if word.endswith(pair[0])), ("", ""))
        word = word.removesuffix(ending) + singular
    return _stemmer(language)(word)


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    stem_word: Callable[[str], str] = snowballstemmer.stemmer(SNOWBALL[language]).stemWord
    return stem_word


def _arabic_readings(word: str) -> Iterator[str]:
    """Give the word without conjunction, preposition and article, and without the endings of number and owner.

    The persons of the present tense are one: "تنشر" and "ننشر" are read as "ينشر" too.
    """
    for bare in _without_front(word):
        for short in (bare, _ARABIC_SHORTER_END.sub("", bare), _ARABIC_END.sub("", bare)):
            if len(short) >= min(3, len(bare)):
                yield _ARABIC_LAST.sub("", short)
                if short[0] in "تن" and len(short) > 3:
                    yield _ARABIC_LAST.sub("", "ي" + short[1:])


def _without_front(word: str) -> Iterator[str]:
    yield word
    front = _ARABIC_FRONT.match(word)
    if front is None:
        return
    for end in sorted({1, front.end()}):
        bare = word[end:]
        if len(bare) >= (2 if word[:end].endswith(("ال", "لل")) else 3):
            yield bare


def _turkish_readings(word: str) -> Iterator[str]:
    yield word
    for length in range(len(word) - 1, 1, -1):
        root, ending = word[:length], word[length:]
        if _NOUN_ENDING.fullmatch(ending) and (length >= SHORTEST or ending[:3] in ("ler", "lar")):
            yield from (root, _hard(root))
    for length in range(len(word) - 1, 1, -1):
        root, ending = word[:length], word[length:]
        if _VERB_ENDING.fullmatch(ending) or (length >= SHORTEST and _LOOSE_VERB_ENDING.fullmatch(ending)):
            yield root + "-"
            if root[-1] == "d":
                yield root[:-1] + "t-"


def _hard(root: str) -> str:
    """Return how a root is written without an ending: a vowel behind it makes its last letter soft."""
    return root[:-1] + _SOFTENED.get(root[-1], root[-1])
