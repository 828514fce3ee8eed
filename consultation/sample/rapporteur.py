"""What the rapporteur of the sample decides once all rooms are merged: which recommendations are one and the same."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from consultation.deciding.judging import say_same
from consultation.store import Store


def decide(store: Store, words: Path, known: Mapping[str, UUID]) -> int:
    """Put together what the file ``words`` names by its keys in ``known``; return how many groups there are now."""
    groups = tomllib.loads(words.read_text(encoding="utf-8"))["groups"]
    with store.together():
        for group in groups:
            say_same(store, [known[key] for key in group["members"]], known[group["lead"]], group["wording"])
    return len(groups)
