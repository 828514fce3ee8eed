"""Which words of a list a word of a text may be a form of.

Only number, gender, case, person and tense are taken away: "import" and "important", "trabajo" and "trabajador" share
a stem and are not the same thing. A word has several readings, the one that takes least away first; a reading that no
list has does no harm. Irregular forms stand in the list. Every word is folded before it comes here.

After the "light" stemmers, which find as much as the full ones: Savoy, "Light stemming approaches for the French,
Portuguese, German and Hungarian languages", 2006; Larkey, Ballesteros and Connell, "Light stemming for Arabic
information retrieval", 2007. Russian verbs need more: its stems are Snowball's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from consultation.matching.inflection import SHORTEST, portuguese_singular, stem

LEAST = 3
"""Letters that an ending leaves of a word."""

_ENGLISH_PLURAL = re.compile("(?<=[sxzo])es$|(?<=[cs]h)es$|(?<![siu])s$")
_ENGLISH_TENSE = re.compile("(?<!e)ed$|ing$")
_VOWEL = re.compile("[aeiouy]")

_FRENCH_MASCULINE = (("euse", "eur"), ("ive", "if"), ("que", "c"), ("nne", "n"), ("lle", "l"), ("e", ""))
_FRENCH_VERB = re.compile("(?:e{1,3}s?|ent|ez|ant|ait|aient|era|eront)$")
_FRENCH_VERB_IR = re.compile("i(?:e?s?|t|ssent|sse|ssant|ra|ront)$")

_IBERIAN_PLURAL = re.compile("(?<=[lrndzjy])es$|s$")
_IBERIAN_VERB = re.compile("(?:[ae]|[ae][nm]|[ai]d[ao]s?|[ai]ndo|iendo|[ae]mos|aron|aram|ar[ae]|ar[ae]n|arao|arse)$")
_IBERIAN_FEMININE = re.compile("..(?:ic|iv|os|an|ari|ori|[eu]rn|id|ad|it|im|ign)a$")
_IBERIAN_SPELLING = (("qu", "c"), ("gu", "g"), ("c", "z"))
"""Letters before -e, and what they are before -ar."""

_ARABIC_FRONT = re.compile("(?:[وف]?[بكل]?ال|[وف]?لل|[وف]?س(?=[يتن])|[وف][بكل]|[وفبكل])")
_ARABIC_ARTICLE = ("ال", "لل")
_ARABIC_OWNER = re.compile("(?:ها|هم|هن|نا|كم|ه)$")
_ARABIC_NUMBER = re.compile("(?:ين|ون|ان|وا|ا)$")
_ARABIC_HAMZA = re.compile("(?<=.ا)[ءوي]$")
"""The last hamza, which is written as three letters as it carries an ending or not."""

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


def form(word: str, language: str) -> str:
    """Return the form under which a list keeps ``word``: the singular; itself in a language we know no endings of."""
    singular = _SINGULAR.get(language)
    return singular(word) if singular else word


@lru_cache(maxsize=4096)
def readings(word: str, language: str) -> tuple[str, ...]:
    """Return every `form` that ``word`` may have, the one that takes least away first."""
    read = _READINGS.get(language)
    return tuple(dict.fromkeys((word, form(word, language), *read(word)))) if read else (form(word, language),)


def compound_forms(word: str, language: str) -> tuple[str, ...]:
    """Return the forms of the last word of a compound: Turkish ends it in -i or -si, which the plural replaces."""
    if language != "tr":
        return (form(word, language),)
    bare = _COMPOUND_ENDING.sub("", word)
    return tuple(dict.fromkeys((form(word, language), bare, _hard(bare))))


def _without(ending: re.Pattern[str], word: str, least: int = LEAST) -> str:
    """Take an ending away where it leaves enough."""
    found = ending.search(word)
    return word[: found.start()] if found and found.start() >= least else word


def _english_singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") and len(word) > SHORTEST else _without(_ENGLISH_PLURAL, word)


def _english_readings(word: str) -> Iterator[str]:
    if word.endswith("es"):
        yield word[:-1]
    if word.endswith("ied"):
        yield word[:-3] + "y"
    root = _without(_ENGLISH_TENSE, word, least=2)
    if root != word and _VOWEL.search(root):
        yield root
        yield root + "e"
        if root[-1] == root[-2]:
            yield root[:-1]


def _french_singular(word: str) -> str:
    if len(word) < SHORTEST:
        return word
    if word.endswith("aux") and not word.endswith("eaux"):
        return word[:-2] + "l"
    return word[:-1] if word[-1] in "sx" else word


def _french_readings(word: str) -> Iterator[str]:
    singular = _french_singular(word)
    for feminine, masculine in _FRENCH_MASCULINE:
        if singular.endswith(feminine) and len(singular) - len(feminine) >= LEAST:
            yield singular.removesuffix(feminine) + masculine
    root = _without(_FRENCH_VERB, word)
    if root != word:
        yield root + "er"
    root = _without(_FRENCH_VERB_IR, word)
    if root != word:
        yield root + "ir"


def _iberian_singular(word: str) -> str:
    if len(word) < SHORTEST:
        return word
    return word[:-3] + "z" if word.endswith("ces") else _without(_IBERIAN_PLURAL, word)


def _portuguese_singular(word: str) -> str:
    return _iberian_singular(portuguese_singular(word) if len(word) > SHORTEST else word)


def _iberian_readings(word: str) -> Iterator[str]:
    """Give the masculine and the infinitives."""
    if word.endswith("es"):
        yield from (word[:-1], word[:-2])
    singular = _iberian_singular(word)
    if singular.endswith(("ora", "esa")):
        yield singular[:-1]
    elif _IBERIAN_FEMININE.search(singular):
        yield singular[:-1] + "o"
    root = _without(_IBERIAN_VERB, word)
    if root == word:
        return
    yield from (root + "ar", root + "er", root + "ir")
    if word[len(root)] == "e":
        for before_e, before_a in _IBERIAN_SPELLING:
            if root.endswith(before_e):
                yield root.removesuffix(before_e) + before_a + "ar"


def _arabic_form(word: str) -> str:
    bare = word[2:] if word.startswith("ال") and len(word) >= SHORTEST + 2 else word
    return _ARABIC_HAMZA.sub("", bare)


def _turkish_form(word: str) -> str:
    return _INFINITIVE.sub("-", word)


def _russian_form(word: str) -> str:
    return stem(word, "ru")


def _arabic_readings(word: str) -> Iterator[str]:
    """Give the word without conjunction, preposition and article, and without the endings of number and owner.

    The persons of the present tense are one: "تنشر" and "ننشر" are read as "ينشر" too.
    """
    for bare in (word, *_without_front(word)):
        verbal = bare[0] in "تن" and len(bare) > LEAST and not word.removesuffix(bare).endswith(_ARABIC_ARTICLE)
        for short in (bare, *_without_end(bare)):
            yield _ARABIC_HAMZA.sub("", short)
            if verbal:
                yield _ARABIC_HAMZA.sub("", "ي" + short[1:])


def _without_front(word: str) -> Iterator[str]:
    front = _ARABIC_FRONT.match(word)
    if front is None:
        return
    for end in sorted({1, front.end()} if word[0] in "وفبكلس" else {front.end()}):
        bare = word[end:]
        if len(bare) >= (2 if word[:end].endswith(_ARABIC_ARTICLE) else LEAST):
            yield bare


def _without_end(word: str) -> Iterator[str]:
    """Take an owner or a number away; a feminine that is not short may be an adjective's."""
    owned = _without(_ARABIC_OWNER, word, least=SHORTEST if word.endswith("ه") else LEAST)
    for short in (word, owned):
        if short != word:
            yield short
            if short.endswith("ت"):
                yield short[:-1] + "ه"
        if short.endswith("ات") and len(short) > SHORTEST:
            yield short[:-2] + "ه"
            if len(short) > SHORTEST + 1:
                yield short[:-2]
    single = _without(_ARABIC_NUMBER, word)
    if single != word:
        yield single
        if single.endswith("ت"):
            yield single[:-1] + "ه"


def _turkish_readings(word: str) -> Iterator[str]:
    yield word
    for length in range(len(word) - 1, 1, -1):
        root, ending = word[:length], word[length:]
        if _NOUN_ENDING.fullmatch(ending) and (length >= SHORTEST or ending[:3] in ("ler", "lar")):
            yield from (root, _hard(root))
    for length in range(len(word) - 1, 1, -1):
        root, ending = word[:length], word[length:]
        sure = length >= SHORTEST or ending[0] != "t"
        if sure and (_VERB_ENDING.fullmatch(ending) or (length >= SHORTEST and _LOOSE_VERB_ENDING.fullmatch(ending))):
            yield root + "-"
            if root[-1] == "d":
                yield root[:-1] + "t-"


def _hard(root: str) -> str:
    """Return how a root is written without an ending: a vowel behind it makes its last letter soft."""
    return root[:-1] + _SOFTENED.get(root[-1], root[-1])


_SINGULAR: dict[str, Callable[[str], str]] = {
    "en": _english_singular,
    "fr": _french_singular,
    "es": _iberian_singular,
    "pt": _portuguese_singular,
    "ar": _arabic_form,
    "tr": _turkish_form,
    "ru": _russian_form,
}
_READINGS: dict[str, Callable[[str], Iterator[str]]] = {
    "en": _english_readings,
    "fr": _french_readings,
    "es": _iberian_readings,
    "pt": _iberian_readings,
    "ar": _arabic_readings,
    "tr": _turkish_readings,
}
