"""Whether words are a sentence: a verb that is bent, and not in a clause that something else opens."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Words = Sequence[str]
"""Words in small letters, with typographic apostrophes, and the marks ``, ; : ( )`` between them."""
At = Callable[[Words, int], bool]

_WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*|\d[\d.,]*|[,;:()/]")
_ELIDED = re.compile(r"[^\W\d_]+’|[^\W\d_]+(?:-[^\W\d_]+)*|\d[\d.,]*|[,;:()/]")


def words_of(text: str, language: str) -> list[str]:
    """Return the words of ``text`` as they are written; a French article is parted from its noun ("l’", "eau")."""
    text = text.replace("'", "’").replace("\u2010", "-").replace("\u2011", "-")
    return (_ELIDED if language == "fr" else _WORD).findall(text)


def has_main_verb(words: Words, bent: At, opens_clause: At, coordinators: frozenset[str]) -> bool:
    """Tell whether a bent verb remains when each clause ("that", "where") has taken one.

    ``bent`` and ``opens_clause`` judge one word at its place.
    """
    waiting = 0
    opened = False
    for place, word in enumerate(words):
        if opens_clause(words, place):
            waiting += 1
            opened = True
        elif bent(words, place):
            if waiting:
                waiting -= 1
            elif not (opened and words[place - 1] in coordinators):
                return True
        elif word in {";", ":"} or (word == "," and opens_clause(words, 0)):
            waiting = 0
    return False


def after_adverbs(words: Words, is_adverb: Callable[[str], bool], most: int = 4) -> int:
    """Return the place of the first word that is no adverb; at most ``most`` adverbs are passed."""
    place = 0
    while place < min(most, len(words) - 1) and (is_adverb(words[place]) or (place and words[place] == ",")):
        place += 1
    return place
