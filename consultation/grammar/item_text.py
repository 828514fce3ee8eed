"""The words of an item, made of the words of a recommendation."""

from __future__ import annotations

import re

from consultation.grammar.rules import primary
from consultation.grammar.taken_off import core
from consultation.grammar.typography import set_as
from consultation.grammar.word_lists import names

_FIRST_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W_]+)*")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu)[’']", re.IGNORECASE)
_NOUNS_IN_CAPITALS = {"de", "lb"}
"""Languages that write every noun with a capital: the first letter says too little there."""
_LONGER, _A_TITLE = 4, 2
"""Letters from which a word counts in a title, and how many such words make one."""
_TURKISH = {"tr", "az"}


def item_text(text: str, language: str) -> str:
    """Return the first sentence as an item says it.

    A number, a bullet, marks around it, "Please", "We call on … to" and the like are taken off. It has no closing mark
    and a small first letter, but before a name or an acronym, and the marks of its language. A question keeps its mark.
    Every other word stays as it was written; doing it twice changes nothing.
    """
    code = primary(language)
    said = core(text, code)[0].replace("\n\n", " ")
    return _with_small_letter(set_as(said, code), code)


def _with_small_letter(text: str, language: str) -> str:
    """Return ``text`` with a small first letter, to go on inside a sentence, unless a name or an acronym opens it."""
    if not text[:1].isupper() or language in _NOUNS_IN_CAPITALS or text.isupper() or _opens_with_name(text, language):
        return text
    if language == "en" and _is_in_title_case(text):
        return text  # "Equal Pay for Equal Work": one small letter among capitals looks like a slip
    small = {"İ": "i", "I": "ı"}.get(text[0], text[0].lower()) if language in _TURKISH else text[0].lower()
    return small + text[1:] if len(small) == 1 else text


def _is_in_title_case(text: str) -> bool:
    """Tell whether all the longer words after the first are written with capitals, as a title is."""
    longer = [word for word in _FIRST_WORD.findall(text)[1:] if len(word) >= _LONGER]
    return len(longer) >= _A_TITLE and all(word[0].isupper() for word in longer)


def _opens_with_name(text: str, language: str) -> bool:
    elided = _ELISION.match(text) if language == "fr" else None
    found = _FIRST_WORD.match(text, elided.end() if elided else 0)
    if elided and found:
        return False
    first = found[0] if found else text[:1]
    following = text[len(first) : len(first) + 1]
    if len(first) == 1:
        return following not in {"", " ", "\u00a0"} or (first == "I" and language == "en")
    if any(letter.isupper() for letter in first[1:]) or following.isdigit() or following == "&":
        return True
    if language in _TURKISH and "’" in first:
        return True  # "İzmir’in": only names are parted from their endings
    known = names(language)
    several = {" ".join(text.replace(",", " ").split()[:count]) for count in (2, 3)}
    return (
        first in known or first.removesuffix("’s") in known or first.partition("-")[0] in known or bool(several & known)
    )
