"""Whether words can be an item, and the measures of a list that a person may split."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from consultation.grammar.clause import words_of
from consultation.grammar.item_text import item_text
from consultation.grammar.openings import Opening, opening_of
from consultation.grammar.rules import RULES, primary
from consultation.grammar.taken_off import core

MOST_WORDS = 60
MEASURES_OF_A_LIST = 3


class Unfit(StrEnum):
    """Why words wait for a person to word them, in place of standing in the text."""

    QUESTION = "question"
    SENTENCE = "sentence"
    """A subject and its verb, a wish or a command: nothing of it follows "to"."""
    SEVERAL_MEASURES = "several_measures"
    """Three measures or more in one: ``measures`` parts them."""
    TOO_LONG = "too_long"
    CAPITALS = "capitals"
    EMPTY = "empty"


_NUMBERED = re.compile(
    r"(?:^|(?<=[\s:;,.]))(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})\)|\d{1,2}\.(?=\s+[^\W\d_]))\s*", re.IGNORECASE
)
_BULLETED = re.compile(r"(?:^|\n)\s*(?:[•▪●◦‣→➢✓*–—-]\s+)")
_SEMICOLON = re.compile(r"\s*;\s*(?:(?:and|or|et|ou|y|e|o)\s+)?")
_BETWEEN = {
    "en": re.compile(r",\s+(?:and\s+|then\s+|and then\s+)?|\s+and\s+(?:then\s+)?"),
    "fr": re.compile(r",\s+(?:et\s+|puis\s+)?|\s+et\s+(?:de\s+)?"),
    "es": re.compile(r",\s+(?:[ye]\s+|luego\s+)?|\s+[ye]\s+(?:de\s+)?"),
}
_MEASURE = {Opening.INFINITIVE, Opening.PHRASE, Opening.UNKNOWN}
_INNER_VERB = re.compile(r"\b(?:to|help|helps|let|make|who|which)\b")


def unfit(text: str, language: str) -> Unfit | None:
    """Tell why the first sentence of ``text`` cannot be an item; None where it can.

    A list that is numbered or bulleted is judged whole: its first sentence alone would lose the others.
    """
    said, _ = core(text, primary(language))
    if not any(letter.isalpha() for letter in said):
        return Unfit.EMPTY
    opening = opening_of(text, language)
    if opening is Opening.QUESTION:
        return Unfit.QUESTION
    if said.isupper() and sum(len(word) > 1 and word.isalpha() for word in said.split()) > 1:
        return Unfit.CAPITALS
    if len(_parts(text, primary(language))) >= MEASURES_OF_A_LIST:
        return Unfit.SEVERAL_MEASURES
    if opening is Opening.SENTENCE:
        return Unfit.SENTENCE
    return Unfit.TOO_LONG if len(said.split()) > MOST_WORDS else None


def measures(text: str, language: str) -> list[str]:
    """Return the item texts that a person may split ``text`` into; the whole item text where it is one measure."""
    parts = _parts(text, primary(language))
    if len(parts) < MEASURES_OF_A_LIST:
        return [item_text(text, language)]
    return [item_text(part, language) for part in parts]


@lru_cache(maxsize=4096)
def _parts(text: str, language: str) -> tuple[str, ...]:
    """Part a list at its numbers or bullets, else its first sentence at semicolons, else before its verbs."""
    for mark in (_NUMBERED, _BULLETED):
        listed = _listed(text, mark, language) if ")" in text or "2." in text or "\n" in text else ()
        if len(listed) >= MEASURES_OF_A_LIST:
            return listed
    said, _ = core(text, language)
    between = [part for part in _SEMICOLON.split(said) if part.strip()]
    openings = {opening_of(part, language) for part in between}
    if len(between) >= MEASURES_OF_A_LIST and len(openings) == 1 and openings <= _MEASURE:
        return tuple(between)
    return _before_verbs(said, language)


def _listed(text: str, mark: re.Pattern[str], language: str) -> tuple[str, ...]:
    """Part a text at the marks of a list.

    A verb before the list is the verb of each part: "Create: (a) a fund; (b) a desk". Words before it that
    no colon closes make one measure of it.
    """
    found = list(mark.finditer(text))
    if len(found) < MEASURES_OF_A_LIST:
        return ()
    head = text[: found[0].start()].strip()
    if head and not head.endswith(":"):
        return ()
    verb = head.rstrip(": \u00a0\u202f") + " " if opening_of(head, language) is Opening.INFINITIVE else ""
    ends = [*(following.start() for following in found[1:]), len(text)]
    parts = [text[begun.end() : end].strip() for begun, end in zip(found, ends, strict=False)]
    return tuple(
        part if opening_of(part, language) is Opening.INFINITIVE else verb + part
        for part in parts
        if any(letter.isalpha() for letter in part)
    )


def _before_verbs(said: str, language: str) -> tuple[str, ...]:
    """Part "create a fund, open a desk and train people". Each part has a verb and what it is about.

    Verbs behind another ("help cities to raise loans, issue bonds and collect taxes") may all belong to that one, so
    such a text is not parted.
    """
    if language not in _BETWEEN or "," not in said or opening_of(said, language) is not Opening.INFINITIVE:
        return (said,)
    parts: list[str] = []
    start = 0
    for joint in _BETWEEN[language].finditer(said):
        part = said[start : joint.start()]
        if len(part.split()) < 2 or not _opens_measure(said[joint.end() :], language):
            continue
        if not parts and _has_inner_verb(part, language):
            return (said,)
        parts.append(part)
        start = joint.end()
    last = said[start:]
    return (*parts, last) if len(last.split()) > 1 else (said,)


def _opens_measure(text: str, language: str) -> bool:
    words = [word.lower() for word in words_of(text[:60], language)]
    return len(words) > 2 and RULES[language].opens_with_verb(words) and words[1] not in {",", "and", "et", "y", "e"}


def _has_inner_verb(part: str, language: str) -> bool:
    """Tell whether a first measure holds a second verb that the next ones could go on."""
    if language == "en":
        return _INNER_VERB.search(part.partition(" ")[2]) is not None
    words = [word.lower() for word in words_of(part, language)]
    return any(RULES[language].opens_with_verb(words[place:]) for place in range(2, len(words)))
