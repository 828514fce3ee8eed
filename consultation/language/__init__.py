"""Languages: the catalogues, which language is chosen, and how dates, numbers and lists are written in it."""

from consultation.language.choice import (
    DOCUMENT_LANGUAGES,
    OWN_NAMES,
    WINDOW_LANGUAGES,
    in_language,
    negotiated,
    system_language,
    with_language,
    without_language,
)
from consultation.language.inert import inert, inert_json
from consultation.language.marks import N_, NC_, NP_
from consultation.language.openings import as_opening
from consultation.language.translator import (
    DOMAIN,
    LOCALE_DIR,
    Choices,
    LanguageName,
    Translator,
    own_language_name,
    translator,
)

__all__ = [
    "DOCUMENT_LANGUAGES",
    "DOMAIN",
    "LOCALE_DIR",
    "NC_",
    "NP_",
    "N_",
    "OWN_NAMES",
    "WINDOW_LANGUAGES",
    "Choices",
    "LanguageName",
    "Translator",
    "as_opening",
    "in_language",
    "inert",
    "inert_json",
    "negotiated",
    "own_language_name",
    "system_language",
    "translator",
    "with_language",
    "without_language",
]
