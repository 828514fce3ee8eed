"""Texts as a consultation has them, made up: few words stand in most of them, three in ten are edited copies."""

from __future__ import annotations

import random
from typing import NamedTuple

from consultation.matching.glossary import Glossary

VOCABULARY = 12_000
COPIES = 0.3
FAMILY = 500
FUNCTION = ("the", "of", "to", "in", "and", "for", "all", "with", "by", "on", "a", "that", "should", "be")
CONSONANTS, VOWELS = "bcdfghklmnprstvz", "aeiou"


class Made(NamedTuple):
    """Texts, which of them were copied from which (numbers: the earlier first), and who is of the family."""

    texts: list[str]
    copies: list[tuple[int, int]]
    family: list[int]


def make(count: int, seed: int = 1) -> Made:
    """Make ``count`` texts of 8 to 30 words by Zipf's law, some words of which are those of the glossary."""
    chance = random.Random(seed)
    words = _vocabulary(chance)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    texts: list[str] = []
    copies: list[tuple[int, int]] = []
    own: list[int] = []
    family = set(chance.sample(range(1, count), FAMILY - 1)) if count >= 10 * FAMILY else set()
    for number in range(count):
        if number in family:
            texts.append(texts[0])
        elif own and chance.random() < COPIES:
            before = chance.choice(own)
            texts.append(_edited(texts[before], words, weights, chance))
            copies.append((before, number))
        else:
            own.append(number)
            texts.append(_sentence(words, weights, chance))
    return Made(texts, copies, [0, *sorted(family)])


def _vocabulary(chance: random.Random) -> list[str]:
    ours = {term for concept in Glossary.ours().concepts.values() for term in concept.terms.get("en", ())}
    syllables = [consonant + vowel for consonant in CONSONANTS for vowel in VOWELS]
    made = {"".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(VOCABULARY)}
    words = sorted(made) + sorted(term.lstrip("=") for term in ours)
    chance.shuffle(words)
    return words


def _sentence(words: list[str], weights: list[float], chance: random.Random) -> str:
    found = chance.choices(words, weights, k=chance.randint(6, 22))
    for _ in range(len(found) // 3):
        found.insert(chance.randrange(len(found)), chance.choice(FUNCTION))
    if chance.random() < COPIES:
        found.append(f"by {chance.randint(2026, 2050)}")
    return " ".join(found).capitalize() + "."


def _edited(text: str, words: list[str], weights: list[float], chance: random.Random) -> str:
    """Take a word out, put one in, exchange one or move some, once to three times."""
    found = text.rstrip(".").split()
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(found))
        other = chance.choices(words, weights)[0]
        how = chance.randrange(4)
        if how == 0 and len(found) > 5:
            del found[at]
        elif how == 1:
            found.insert(at, other)
        elif how == 2:
            found[at] = other
        else:
            found = found[at:] + found[:at]
    return " ".join(found)
