"""Thousands of terms in the window: until the view of the words is painted, and until it is at each key typed.

Limits are plain milliseconds, and there the machine matters; the ratio is to the same with forty terms.

    python -m benchmarks.words
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit, QWidget

    from benchmarks.window.stage import Stage
    from ui.prepare.view import View

OPEN_RATIO = 2.0
LARGE, SMALL, ASKED = 2_000, 40, 1_000
"""Terms of the two files, and the recommendations that have some of them."""
TYPED = ("quay 19", "harb", "the of", "muelle")
NAMES = {"en": "the quay {number} of the harbour", "fr": "le quai {number} du port", "es": "el muelle {number}"}


def main() -> bool:
    """Print the figures; answer whether all are within their limits."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks.window.stage import show_within
    from benchmarks.window.views import KEY_MS, opened_and_searched, show_opened
    from ui.prepare.place import WORDS

    times, typed = opened_and_searched(_file, (LARGE, SMALL), WORDS, _searched, TYPED)
    good = show_opened(f"the words with {LARGE:,} terms", "forty terms", times, OPEN_RATIO)
    return show_within(f"search among {LARGE:,} terms per key, worst, ms", max(typed), KEY_MS) and good


def _searched(shown: View) -> tuple[QLineEdit, Callable[[], QWidget]]:
    from ui.prepare.words import WordsPage

    assert isinstance(shown, WordsPage)
    shown.open("goal")
    return shown.bar.field, shown.table.viewport


def _file(path: Path, stage: Stage, number: int) -> Path:
    """Make a file with as many terms, two thirds in one vocabulary, in trees; and what has them."""
    from consultation.kits import read_kit
    from consultation.model import Recommendation, RecommendationSet, Term
    from consultation.preparing import new_consultation
    from consultation.sample import KIT

    chance = random.Random(number)
    with new_consultation(path, read_kit(KIT), stage.workspace.identity) as store:
        made: dict[str, list[Term]] = {"goal": [], "addressee": []}
        for place in range(number):
            vocabulary = "goal" if place % 3 else "addressee"
            beside = made[vocabulary]
            parent = chance.choice(beside[-30:]).id if beside and place % 4 else None
            label = {language: name.format(number=place) for language, name in NAMES.items()}
            term = Term(
                id=store.new_id(), vocabulary=vocabulary, key=f"quay_{place}", label=label, parent=parent, rank=place
            )
            beside.append(term)
        asked = [
            Recommendation(
                id=store.new_id(),
                set=RecommendationSet.POLICY,
                text=f"Mend the quay {place}.",
                language="en",
                addressees=[chance.choice(made["addressee"]).id],
                terms={"goal": [term.id for term in chance.sample(made["goal"], 3)]},
            )
            for place in range(ASKED)
        ]
        store.save_all([*made["goal"], *made["addressee"], *asked])
    return path


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
