"""What hangs on one wording of a recommendation: hands that were counted on it, translations that were made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consultation.model import Recommendation, Support, fingerprint
from consultation.reading.tallies import Tally, count_support
from consultation.reading.translations import stale_languages
from consultation.store import Store


@dataclass(frozen=True)
class Hanging:
    """What would hold, and what would not, if a wording were the one that stands."""

    counted: Tally | None
    """The hands that were counted on this wording; None where nobody counted on it."""
    following: tuple[str, ...]
    """The languages of the translations that say what it says."""
    behind: tuple[str, ...]
    """The languages of the translations that were made of other words."""


def hanging_on(store: Store, recommendation: Recommendation, wordings: Sequence[str]) -> list[Hanging]:
    """Say what hangs on each of these ``wordings`` of a recommendation."""
    supports = store.all(Support, recommendation=recommendation.id)
    return [_hanging_on(recommendation, text, supports) for text in wordings]


def _hanging_on(recommendation: Recommendation, text: str, supports: Sequence[Support]) -> Hanging:
    mark = fingerprint(text)
    total = count_support(text, [support for support in supports if support.counted_on in ("", mark)]).total
    behind = stale_languages(recommendation.translations, text)
    made = [language for language, entry in recommendation.translations.items() if entry["text"].strip()]
    return Hanging(
        total if total.is_counted else None,
        tuple(language for language in made if language not in behind),
        tuple(behind),
    )
