"""Lists as sentences write them, with what Spanish does to the word before the last."""

from __future__ import annotations

import pytest

from consultation.errors import ExportRefused, sentence
from consultation.language import N_, Choices, translator


@pytest.mark.parametrize(
    ("last", "written"),
    [
        ("Ingrid", "Catalina e Ingrid"),
        ("Íñigo", "Catalina e Íñigo"),
        ("Hilario", "Catalina e Hilario"),
        ("«Historia»", "Catalina e «Historia»"),
        ("ICLEI", "Catalina e ICLEI"),
        ("IA abierta", "Catalina e IA abierta"),
        ("Yves", "Catalina e Yves"),
        ("hielo", "Catalina y hielo"),
        ("hiato", "Catalina y hiato"),
        ("ionosfera", "Catalina y ionosfera"),
        ("Yolanda", "Catalina y Yolanda"),
        ("Y", "Catalina y Y"),
        ("Hugo", "Catalina y Hugo"),
        ("Elena", "Catalina y Elena"),
        ("1 punto", "Catalina y 1 punto"),
        ("", "Catalina y "),
    ],
)
def test_spanish_joins_by_e_before_the_sound_of_i(last: str, written: str) -> None:
    assert translator("es").listed(["Catalina", last]) == written


@pytest.mark.parametrize(
    ("last", "written"),
    [
        ("otro", "uno u otro"),
        ("Óscar", "uno u Óscar"),
        ("hombre", "uno u hombre"),
        ("8", "uno u 8"),
        ("80 páginas", "uno u 80 páginas"),
        ("11", "uno u 11"),
        ("110", "uno o 110"),
        ("dos", "uno o dos"),
        ("huerto", "uno o huerto"),
    ],
)
def test_spanish_offers_by_u_before_the_sound_of_o(last: str, written: str) -> None:
    assert translator("es").either(["uno", last]) == written


@pytest.mark.parametrize(("language", "written"), [("en", "a, b or c"), ("fr", "a, b ou c"), ("es", "a, b o c")])
def test_choices_are_written_as_a_sentence_does(language: str, written: str) -> None:
    assert translator(language).either(["a", "b", "c"]) == written
    assert translator(language).either(["a"]) == "a"
    assert translator(language).either([]) == ""


def test_choices_are_put_into_the_language_of_the_sentence_they_stand_in() -> None:
    refused = ExportRefused(N_("Choose {formats}."), formats=Choices((".csv", ".ods")))
    assert str(refused) == "Choose .csv or .ods."
    assert sentence("{formats}", formats=Choices((".csv", ".ods"))).in_words(translator("es")) == ".csv u .ods"


@pytest.mark.parametrize(
    ("language", "items", "written"),
    [
        ("en", ["banks and funds", "citizens and groups"], "banks and funds, as well as citizens and groups"),
        ("en", ["towns", "local and regional governments"], "towns and local and regional governments"),
        (
            "fr",
            ["les villes", "les citoyennes et les citoyens"],
            "les villes, ainsi que les citoyennes et les citoyens",
        ),
        ("es", ["a la ONU", "a los bancos y los fondos"], "a la ONU, así como a los bancos y los fondos"),
        ("es", ["a la OIT", "a los municipios locales e isleños"], "a la OIT y a los municipios locales e isleños"),
        ("en", ["“Care and work”", "“Water”"], "“Care and work” and “Water”"),
        ("en", ["Andorra", "sand"], "Andorra and sand"),
        ("en", ["bread and butter"], "bread and butter"),
    ],
)
def test_what_has_an_and_of_its_own_is_told_apart_by_as_well_as(language: str, items: list[str], written: str) -> None:
    assert translator(language).listed(items) == written
