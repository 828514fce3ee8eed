"""A translation that was made of earlier words: what it was made of, and saying that it still holds."""

from __future__ import annotations

from dataclasses import dataclass

from consultation.model import Recommendation, fingerprint, translation
from consultation.reading.translations import stale_languages
from consultation.store import Store, Written


@dataclass(frozen=True)
class Stale:
    """A translation that is behind."""

    language: str
    text: str
    """What it says."""
    original: str
    """What it was made of; empty where the file does not have that."""


def stale_translations(store: Store, recommendation: Recommendation) -> list[Stale]:
    """Return the translations of a recommendation that are behind its words."""
    behind = stale_languages(recommendation.translations, recommendation.text)
    if not behind:
        return []
    wordings = [str(change.values["text"]) for change in store.history(recommendation) if "text" in change.values]
    by_mark = {fingerprint(text): text for text in wordings}
    made = recommendation.translations
    return [Stale(code, made[code]["text"], by_mark.get(made[code]["of"], "")) for code in behind]


def translate_anew(store: Store, recommendation: Recommendation, language: str, words: str) -> Written:
    """Write the translation of a recommendation as it stands now; with the same words, it still holds."""
    fresh = store.get(Recommendation, recommendation.id)
    made = translation(words.strip(), of=fresh.text, by=store.identity.author)
    return store.change(fresh, translations={**fresh.translations, language: made})
