"""How the words of a recommendation go on after a verb."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

WORDS_DIR = Path(__file__).parent.parent.parent / "resources" / "words"

INFINITIVE_ENDINGS = {"fr": ("er", "ir"), "es": ("ar", "er", "ir", "arse", "erse", "irse")}
"""Endings by which a first word is known as an infinitive, but for those in ``resources/words/other.*.txt``.

English has none, and the French -re and -oir are shared by too many nouns: ``resources/words/actions.*.txt`` lists
these verbs. """


def opens_with_action(text: str, language: str) -> bool:
    """Tell whether ``text`` opens with a verb in the infinitive, so that it can follow "Call on ... to"."""
    if not text[:1].isalpha():
        return False  # "1. Create a fund"
    words = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", text[:200])
    if language == "fr" and words and words[0].casefold() == "ne" and len(words) > 2:
        words = words[2:]  # "ne pas fermer"
    elif words and words[0].casefold() in ("not", "no"):
        words = words[1:]
    if not words:
        return False
    first = re.split(r"[’']", words[0])[-1]  # "s’assurer"
    if len(first) > 1 and first.isupper():
        return False  # an acronym
    word = first.casefold()
    if word in _word_list("actions", language):
        return True
    return word.endswith(INFINITIVE_ENDINGS.get(language, ("\0",))) and word not in _word_list("other", language)


def as_continuation(text: str) -> str:
    """Return a sentence with a small first letter, to go on inside another."""
    return text[:1].lower() + text[1:]


def as_sentence(text: str) -> str:
    """Return ``text`` closed by a full stop where nothing closes it."""
    text = text.strip()
    return (
        text
        if text.endswith((".", "!", "?", "…", ".”", ".»", ". »", ".\u00a0»", ".\u202f»", '."', ".'", ".)"))
        else text.rstrip(";,: ") + "."
    )


@cache
def _word_list(name: str, language: str) -> frozenset[str]:
    """Read a list of words; empty for a language that has none."""
    file = WORDS_DIR / f"{name}.{language}.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


from enum import StrEnum


class Opening(StrEnum):
    INFINITIVE = "i"
    PHRASE = "p"


class Unfit(StrEnum):
    """Why words cannot be an item as they are."""

    QUESTION = "question"
    SENTENCE = "sentence"
    SEVERAL_MEASURES = "several_measures"
    TOO_LONG = "too_long"
    CAPITALS = "capitals"
    EMPTY = "empty"


def opening_of(text: str, language: str) -> Opening:
    return Opening.INFINITIVE if opens_with_action(text, language) else Opening.PHRASE


def unfit(text: str, language: str) -> Unfit | None:
    return None


def measures(text: str, language: str) -> list[str]:
    return [text]


def item_text(text: str, language: str) -> str:
    return as_continuation(text.strip().rstrip(".;"))
