"""Whether two stems of Arabic are one word: with a particle written onto it, or as a verb and as its noun.

Stemming takes the article off, but not "with" and "for" before a word without one, and it leaves verbs ("he opens",
"they be opened") apart from the nouns that recommendations ask for ("the opening of").
"""

from __future__ import annotations

import re

_PARTICLES = re.compile("^(?:[وف][بكل]?|[بكلس])")
_AND = "وف"
_VERBAL = tuple("يتن")
"""What verbs begin with."""
_BEGINNINGS = "يتنما"
_LONG = str.maketrans("", "", "اي")
_SHORTEST = 3


def is_one_word(word: str, other: str) -> bool:
    """Tell whether two stems are one word."""
    bare, other_bare = _bare(word), _bare(other)
    if bare & other_bare:
        return True
    if not any(each.lstrip(_AND).startswith(_VERBAL) for each in (word, other)):
        return False
    return bool(_roots(bare) & _roots(other_bare))


def _bare(word: str) -> set[str]:
    bare = _PARTICLES.sub("", word)
    return {word, bare} if len(bare) >= _SHORTEST else {word}


def _roots(words: set[str]) -> set[str]:
    """Return what is left without the letters that make verbs, participles and nouns of verbs."""
    taken = {word[1:] if word[0] in _BEGINNINGS else word for word in words} | words
    roots = {word.translate(_LONG) for word in taken} | taken
    return {root for root in roots if len(root) >= _SHORTEST}
