"""Translations that still say what their original says, and those that were made of other words."""

from __future__ import annotations

from collections.abc import Mapping

from consultation.model import Rendering, Translation, fingerprint


def is_current(made: Translation | Rendering, *originals: str) -> bool:
    """Tell whether a translation was made of these words; where nobody noted of which, it is taken to be."""
    return made["of"] in {"", *(fingerprint(text) for text in originals)}


def current_texts(translations: Mapping[str, Translation], *originals: str) -> dict[str, str]:
    """Return the translations that may be printed: language -> text.

    One whose original was changed since is left out; where nobody noted of which words it was made, it is kept.
    """
    stale = stale_languages(translations, *originals)
    return {language: translation["text"] for language, translation in translations.items() if language not in stale}


def stale_languages(translations: Mapping[str, Translation], *originals: str) -> list[str]:
    """Return the languages of the translations that were made of other words than ``originals`` are now."""
    return [
        language
        for language, translation in translations.items()
        if translation["text"].strip() and not is_current(translation, *originals)
    ]
