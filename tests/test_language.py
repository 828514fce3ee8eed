"""Dates, numbers and lists as each language writes them, and which language is chosen."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from consultation.errors import NotFound, sentence
from consultation.language import (
    N_,
    OWN_NAMES,
    WINDOW_LANGUAGES,
    in_language,
    negotiated,
    system_language,
    translator,
)

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "5 October 2021"), ("fr", "5 octobre 2021"), ("es", "5 de octubre de 2021")],
)
def test_a_day_is_written_as_the_language_does(language: str, written: str) -> None:
    assert translator(language).day(date(2021, 10, 5)) == written


@pytest.mark.parametrize(
    ("language", "start", "end", "written"),
    [
        ("en", date(2021, 10, 5), date(2021, 10, 8), "5–8 October 2021"),
        ("fr", date(2021, 10, 5), date(2021, 10, 8), "Du 5 au 8 octobre 2021"),
        ("fr", date(2021, 10, 1), date(2021, 10, 11), "Du 1er au 11 octobre 2021"),
        ("es", date(2021, 10, 5), date(2021, 10, 8), "Del 5 al 8 de octubre de 2021"),
        ("en", date(2021, 9, 30), date(2021, 10, 2), "30 September – 2 October 2021"),
        ("fr", date(2021, 9, 30), date(2021, 10, 2), "Du 30 septembre au 2 octobre 2021"),
        ("es", date(2021, 9, 30), date(2021, 10, 2), "Del 30 de septiembre al 2 de octubre de 2021"),
        ("en", date(2021, 10, 5), date(2021, 10, 5), "5 October 2021"),
        ("fr", date(2021, 12, 31), date(2022, 1, 1), "Du 31 décembre 2021 au 1er janvier 2022"),
    ],
)
def test_days_are_written_out_as_on_a_title_page(language: str, start: date, end: date, written: str) -> None:
    assert plain_spaces(translator(language).days(start, end)) == written


@pytest.mark.parametrize(
    ("language", "start", "end", "written"),
    [
        ("en", date(2021, 10, 5), date(2021, 10, 8), "from 5 to 8 October 2021"),
        ("fr", date(2021, 10, 5), date(2021, 10, 8), "du 5 au 8 octobre 2021"),
        ("es", date(2021, 10, 5), date(2021, 10, 8), "del 5 al 8 de octubre de 2021"),
        ("en", date(2021, 9, 30), date(2021, 10, 2), "from 30 September to 2 October 2021"),
        ("fr", date(2021, 5, 1), date(2021, 6, 1), "du 1er mai au 1er juin 2021"),
        ("fr", date(2021, 10, 11), date(2021, 10, 12), "du 11 au 12 octobre 2021"),
        ("es", date(2021, 12, 31), date(2022, 1, 1), "del 31 de diciembre de 2021 al 1 de enero de 2022"),
        ("en", date(2021, 10, 5), date(2021, 10, 5), "on 5 October 2021"),
        ("fr", date(2021, 10, 1), date(2021, 10, 1), "le 1er octobre 2021"),
        ("es", date(2021, 10, 5), date(2021, 10, 5), "el 5 de octubre de 2021"),
    ],
)
def test_a_sentence_does_not_say_a_month_or_a_year_twice(language: str, start: date, end: date, written: str) -> None:
    assert plain_spaces(translator(language).during(start, end)) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "09:30–15:00"),
        ("fr", "9\u00a0h\u00a030 – 15\u00a0h"),
        ("es", "09:30–15:00"),
    ],
)
def test_a_document_writes_hours_as_its_language_does_and_the_window_in_figures(language: str, written: str) -> None:
    starts, ends = datetime(2021, 10, 5, 7, 30, tzinfo=UTC), datetime(2021, 10, 5, 13, 0, tzinfo=UTC)
    t = translator(language)
    assert t.hours(starts, ends, "Europe/Paris") == written
    assert t.hours(ends, None, "Europe/Paris") == written.split("–")[1].strip()
    assert t.time(ends, "Europe/Paris") == "15:00"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ["0 sessions", "one session", "two sessions", "ten sessions", "11 sessions", "1,200 sessions"]),
        ("fr", ["0 session", "une session", "deux sessions", "dix sessions", "11 sessions", "1 200 sessions"]),
        ("es", ["0 sesiones", "una sesión", "dos sesiones", "diez sesiones", "11 sesiones", "1.200 sesiones"]),
    ],
)
def test_a_document_writes_numbers_up_to_ten_in_words(language: str, written: list[str]) -> None:
    told = [
        translator(language).plural_in_words("{count} session", "{count} sessions", count)
        for count in (0, 1, 2, 10, 11, 1200)
    ]
    assert [plain_spaces(words) for words in told] == written


@pytest.mark.parametrize(("language", "written"), [("en", "12,345"), ("fr", f"12{NARROW}345"), ("es", "12.345")])
def test_a_number_is_grouped_as_the_language_does(language: str, written: str) -> None:
    assert translator(language).number(12345) == written


@pytest.mark.parametrize(("language", "written"), [("en", "a, b and c"), ("fr", "a, b et c"), ("es", "a, b y c")])
def test_a_list_is_written_as_a_sentence_does(language: str, written: str) -> None:
    t = translator(language)
    assert t.listed(["a", "b", "c"]) == written
    assert t.listed(iter(["a"])) == "a"
    assert t.listed([]) == ""


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
def test_a_time_is_that_of_the_zone_asked_for_in_24_hours(language: str) -> None:
    moment = datetime(2021, 10, 5, 12, 30, tzinfo=UTC)
    assert translator(language).time(moment) == "12:30"
    assert translator(language).time(moment, "Europe/Paris") == "14:30"


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "fr", "French"),
        ("fr", "fr", "français"),
        ("es", "fr", "francés"),
        ("en", "pt-BR", "Brazilian Portuguese"),
        ("en", "xx-unknown", "xx-unknown"),
        ("en", "", ""),
        ("en", "../etc", "../etc"),
    ],
)
def test_a_language_is_named_in_the_language_that_is_written(language: str, code: str, name: str) -> None:
    assert plain_name(translator(language).language_name(code)) == plain_name(name)


def plain_name(name: str) -> str:
    """The same name however babel puts the region: "Portuguese (Brazil)" or "Brazilian Portuguese"."""
    return "Brazilian Portuguese" if name == "Portuguese (Brazil)" else name


def plain_spaces(text: str) -> str:
    """The text with every kind of space as the usual one."""
    return "".join(" " if character in "\u00a0\u2009\u202f" else character for character in text)


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
def test_a_plural_follows_the_count_and_groups_it(language: str) -> None:
    t = translator(language)
    one, many = (t.plural("{count} recommendation", "{count} recommendations", count) for count in (1, 2))
    assert one.startswith("1 ")
    assert many.startswith("2 ")
    assert one[2:] != many[2:]
    assert t.plural("{count} recommendation", "{count} recommendations", 12345).startswith(t.number(12345))


def test_french_says_nought_in_the_singular_and_the_others_in_the_plural() -> None:
    forms = {
        language: [
            translator(language).plural("{count} recommendation", "{count} recommendations", count)[2:]
            for count in (0, 1, 2)
        ]
        for language in WINDOW_LANGUAGES
    }
    assert forms["fr"][0] == forms["fr"][1] != forms["fr"][2]
    assert forms["en"][0] == forms["en"][2] != forms["en"][1]
    assert forms["es"][0] == forms["es"][2] != forms["es"][1]


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
def test_what_is_in_no_catalogue_is_said_in_the_words_of_the_source(language: str) -> None:
    t = translator(language)
    assert t("No catalogue has these words, ever.") == "No catalogue has these words, ever."
    assert t.plural("{count} unheard thing", "{count} unheard things", 2) == "2 unheard things"
    assert t.context("nowhere", "Unheard") == "Unheard"
    assert t("") == ""


def test_an_unknown_language_is_answered_in_english() -> None:
    assert translator("tlh").language == "en"
    assert translator("../../etc").language == "en"


def test_a_context_tells_two_meanings_of_a_word_apart() -> None:
    french = translator("fr")
    assert french.context("gender", "Other") == "Autre"
    assert french.context("commitment", "Open") != french.context("comment", "Open")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "es"}, "es"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "es_ES"}, "es"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "fr"}, "fr"),
        ({"LANG": "FR"}, "fr"),
        ({"LANG": "fr_CA"}, "fr"),
        ({"LANG": "es-MX"}, "es"),
        ({"LANG": "ca_ES@valencia"}, "en"),
        ({"LC_ALL": "French_France.1252"}, "fr"),
    ],
)
def test_the_language_of_the_system_is_spoken_where_there_is_a_catalogue(
    environment: dict[str, str], language: str
) -> None:
    assert system_language(environment) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("French_France", "fr"),
        ("French_Canada", "fr"),
        ("Spanish_Mexico", "es"),
        ("English_United Kingdom", "en"),
        ("German_Germany", "en"),
        ("fr_FR", "fr"),
        (None, "en"),
    ],
)
def test_where_no_variable_says_it_the_name_that_the_system_gives_its_locale_does(
    monkeypatch: pytest.MonkeyPatch, name: str | None, language: str
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (name, "cp1252"))
    assert system_language({}) == language


def test_the_first_language_wanted_that_there_is_is_taken() -> None:
    assert negotiated(["de_DE", "Spanish_Spain.1252", "fr_FR"]) == "es"
    assert negotiated(["de_DE", "fr-CA"], ("en", "es")) == "en"
    assert negotiated([]) == "en"


def test_labels_are_read_in_the_language_asked_for_else_english_else_any() -> None:
    assert in_language({"en": "Water", "fr": "Eau"}, "fr") == "Eau"
    assert in_language({"en": "Water", "fr": ""}, "fr") == "Water"
    assert in_language({"es": "Agua"}, "fr") == "Agua"
    assert in_language({}, "fr") == ""


def test_an_error_is_put_into_words_with_the_sentences_inside_it() -> None:
    inner = sentence(N_("{value} is missing"), value="key")
    assert translator("en").error(NotFound(N_("Not there: {reason}."), reason=inner)) == "Not there: key is missing."
    assert str(NotFound("{name} {{x}}", name="{count}")) == "{count} {x}"


def test_every_language_has_its_own_name() -> None:
    assert set(OWN_NAMES) == set(WINDOW_LANGUAGES)


@pytest.mark.parametrize(
    "region", ["en", "en_GB", "fr", "fr_CH", "es", "es_MX", "pt", "de", "pl", "tr", "ru", "ar", "hi", "zh"]
)
def test_numbers_are_written_as_babel_writes_them(region: str) -> None:
    from babel.numbers import format_decimal

    from consultation.language.translator import _written

    for value in (0, 7, 999, 1000, 1234, 9999, 10_000, 123_456, 7_654_321, 1_000_000_000, -5, -12_345, 0.5, 1234.5):
        assert _written(value, region) == str(format_decimal(value, locale=region))
