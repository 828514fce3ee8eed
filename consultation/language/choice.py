"""Which language: three sets that are never confused.

The window and the commands speak `WINDOW_LANGUAGES`; a document is written in one of `DOCUMENT_LANGUAGES`,
whatever the window speaks; and what people said is in any language there is (BCP 47), which has no list.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping, Sequence
from typing import TypeVar

Value = TypeVar("Value")

WINDOW_LANGUAGES = ("en", "fr", "es")
"""Languages the window and the commands speak, with a complete catalogue, in the order in which they are offered."""

DOCUMENT_LANGUAGES = ("en", "fr", "es")
"""Languages a document can be written in: its headings, dates and phrases are known."""

OWN_NAMES = {"en": "English", "fr": "Français", "es": "Español"}
"""Each language's name in that language; never translated."""


def negotiated(wanted: Sequence[str], available: Sequence[str] = WINDOW_LANGUAGES) -> str:
    """Return the first of the languages ``wanted`` that is ``available``, else the first available.

    Takes what systems write: "fr_CA.UTF-8", "fr-CA", and the names that Windows gives ("French_France").
    """
    from babel import negotiate_locale

    codes = [_code_of(name) for name in wanted]
    found = negotiate_locale([code for code in codes if code], available)
    return found or available[0]


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language the system asks for, or English when we do not have it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return negotiated([environment[name]])
    return negotiated([locale.getlocale()[0] or ""])


def in_language(labels: Mapping[str, str], language: str) -> str:
    """Choose the text of multilingual ``labels``: the language asked for, else English, else any there is."""
    return labels.get(language) or labels.get("en") or next((text for text in labels.values() if text), "")


def with_language(values: Mapping[str, Value], language: str, said: Value | None) -> dict[str, Value]:
    """Return ``values`` by language that have ``said`` in this one; nothing in it where that is empty."""
    others = without_language(values, language)
    return {**others, language: said} if said else others


def without_language(values: Mapping[str, Value], language: str) -> dict[str, Value]:
    """Return ``values`` by language without this one."""
    return {code: value for code, value in values.items() if code != language}


def _code_of(name: str) -> str:
    """Return the code of a language from a system's name for it; empty for none at all."""
    plain = name.split(".")[0].split("@")[0].replace("-", "_").lower()
    first = plain.split("_")[0]
    if len(first) <= 3:
        return plain
    return _BY_NAME.get(first, "")


_BY_NAME = {"english": "en", "french": "fr", "spanish": "es"}
"""Windows names its locales in English words ("French_France.1252")."""
