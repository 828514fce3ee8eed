"""The texts of every kit and of every sample of a kit: set as their language sets them, and about what the kit has."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

RESOURCES = Path(__file__).parent.parent / "resources"
KITS = sorted((RESOURCES / "kits").glob("*.toml"))
SAMPLES = sorted((RESOURCES / "sample" / "kits").glob("*.toml"))
BREAKABLE = re.compile(r" [:;?!»]|« ")
"""A space at which French never breaks a line, written as one where it may."""


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def texts(of: object, language: str) -> Iterator[tuple[str, str]]:
    """Go through all texts, each with its language: the key it stands at, or what the table around it says."""
    if isinstance(of, dict):
        language = of.get("language", language)
        for key, value in of.items():
            yield from texts(value, key if key in ("en", "fr", "es") else language)
    elif isinstance(of, list):
        for value in of:
            yield from texts(value, language)
    elif isinstance(of, str):
        yield language, of


@pytest.mark.parametrize("path", KITS + SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_french_keeps_its_signs_with_their_words_and_no_apostrophe_is_straight(path: Path) -> None:
    every = list(texts(read(path), ""))

    assert [text for language, text in every if language == "fr" and BREAKABLE.search(text)] == []
    assert [text for _, text in every if "'" in text] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_speaks_of_sessions_terms_and_people_that_are_there(path: Path) -> None:
    kit, sample = read(RESOURCES / "kits" / path.name), read(path)
    recorded = {session["code"] for session in kit["sessions"] if session.get("recorded", True)}
    terms = {f"{name}.{term['key']}" for name, entries in kit["terms"].items() for term in entries}
    people = {person["key"] for person in sample["people"]}
    entries = [entry for value in sample.values() if isinstance(value, list) for entry in value]

    held = [code for room in sample["rooms"] for code in room["sessions"]]
    assert sorted(held) == sorted(set(held) & recorded)
    assert {entry["person"] for entry in entries if "person" in entry} <= people
    assert {entry["proposer"] for entry in entries if "proposer" in entry} <= people
    assert {term for entry in entries for term in entry.get("terms", [])} <= terms
    assert {f"addressee.{key}" for entry in entries for key in entry.get("addressees", [])} <= terms
    assert {f"region.{entry['region']}" for entry in entries if "region" in entry} <= terms
    assert {f"actor.{entry['actor']}" for entry in entries if "actor" in entry} <= terms
    for kind in ("interventions", "recommendations", "practices", "lessons", "points"):
        assert {entry["session"] for entry in sample.get(kind, []) if "session" in entry} <= set(held), kind
