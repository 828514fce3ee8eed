"""Every text in every language: complete, with the same placeholders, set as its language sets it."""

from __future__ import annotations

import gettext
import re
import string
import tomllib
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from consultation.language import DOMAIN, LOCALE_DIR, WINDOW_LANGUAGES, Translator
from installer.catalogues import compiled as compiled_bytes
from installer.catalogues import read

TRANSLATED = [language for language in WINDOW_LANGUAGES if language != "en"]


def catalogue_file(language: str, ending: str) -> Path:
    return LOCALE_DIR / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def catalogue(language: str) -> Catalog:
    """Read the catalogue of a language; it has to be there."""
    with catalogue_file(language, "po").open("rb") as file:
        return read_po(file)


def messages(language: str) -> list[Message]:
    found = [message for message in catalogue(language) if message.id]
    assert len(found) > 100
    return found


def forms(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated_and_none_is_uncertain(language: str) -> None:
    missing = [message.id for message in messages(language) if not all(forms(message.string))]
    uncertain = [message.id for message in messages(language) if message.fuzzy]
    assert missing == []
    assert uncertain == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_plural_has_as_many_forms_as_the_language(language: str) -> None:
    count = catalogue(language).num_plurals
    assert [
        message.id for message in messages(language) if message.pluralizable and len(forms(message.string)) != count
    ] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_placeholders_of_a_translation_are_those_of_its_source(language: str) -> None:
    for message in messages(language):
        allowed = [placeholders(source) for source in forms(message.id)]
        for words in forms(message.string):
            assert placeholders(words) in allowed, (message.id, words)


def begins_apart(words: str) -> bool:
    """Tell whether words begin with white space; a no-break space before a semicolon is a part of French."""
    return words[:1].isspace() and not words.startswith("\N{NO-BREAK SPACE};")


@pytest.mark.parametrize("language", TRANSLATED)
def test_white_space_around_a_text_and_the_asterisks_of_a_clause_are_kept(language: str) -> None:
    for message in messages(language):
        source = forms(message.id)[0]
        for words in forms(message.string):
            assert begins_apart(words) == begins_apart(source), message.id
            assert begins_apart(words[::-1]) == begins_apart(source[::-1]), message.id
            assert words.count("*") == source.count("*"), message.id
            assert words.count("\n") == source.count("\n"), message.id


def kit_and_sample(language: str) -> list[str]:
    """Every text in ``language`` that the kits and the sample have in several languages."""
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, list):
            for each in value:
                walk(each)
        elif isinstance(value, dict):
            for name, each in value.items():
                if isinstance(each, str) and name.split(".")[-1] == language:
                    found.append(each)
                walk(each)

    for folder in ("kits", "sample", "sample/kits"):
        for file in sorted((LOCALE_DIR.parent / folder).glob("*.toml")):
            walk(tomllib.loads(file.read_text("utf-8")))
    assert len(found) > 100
    return found


def shown(language: str) -> list[str]:
    """Every text a person may read in ``language``, what is filled in without its format."""
    texts = [*(words for message in messages(language) for words in forms(message.string)), *kit_and_sample(language)]
    return [re.sub(r"\{(\w+):\d+\}", r"{\1}", words) for words in texts]


def test_french_sets_its_marks_after_a_space_that_does_not_break() -> None:
    loose = re.compile("(?<!\u00a0)[;?!»]|(?<![\u00a0{}0-9]):|«(?!\u00a0)|\u202f")
    assert [words for words in shown("fr") if loose.search(words)] == []


def test_spanish_opens_its_questions_and_sets_its_quotation_marks_close() -> None:
    wrong = re.compile(r"«\s|\s»|\s[;:?!]|“|”")
    assert [words for words in shown("es") if wrong.search(words)] == []
    assert [words for words in shown("es") if words.count("?") != words.count("¿")] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_apostrophes_are_typographic_and_no_word_is_split_by_a_dot(language: str) -> None:
    assert [words for words in shown(language) if "'" in words or re.search(r"\w·\w", words)] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", r"(?i)\btrousses?\b"),  # a kit is a "modèle"
        ("fr", r"(?i)\b(tu|toi|ton|tes|ta)\b"),
        ("fr", r"(?i)\barticles?\b"),  # a declaration has paragraphs
        ("fr", r"(?i)volet latéral"),  # "volet" is a strand
        ("es", r"(?i)\b(tú|vosotros|vosotras|tus?|os)\b"),
        ("es", r"(?i)\bcláusulas?\b"),
    ],
)
def test_a_thing_has_one_name_and_a_person_is_addressed_in_one_way(language: str, words: str) -> None:
    assert [text for text in shown(language) if re.search(words, text)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_of_these_translations(language: str) -> None:
    assert catalogue_file(language, "mo").read_bytes() == compiled_bytes(read(catalogue_file(language, "po")))
    with catalogue_file(language, "mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in messages(language):
        if not message.pluralizable and not message.context:
            assert compiled.gettext(str(message.id)) == message.string


def test_all_catalogues_have_the_same_texts() -> None:
    known = [{(forms(message.id), message.context) for message in messages(language)} for language in TRANSLATED]
    assert all(each == known[0] for each in known)


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_translator_speaks_from_the_catalogue(language: str) -> None:
    told = Translator(language)
    spoken = [
        message.id
        for message in messages(language)
        if isinstance(message.id, str) and not message.context and message.string != message.id
    ]
    assert len(spoken) > 100
    assert all(told(one) != one for one in spoken)
