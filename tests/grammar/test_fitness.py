"""What cannot be an item, and what a list of measures may be split into."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.grammar import Unfit, measures, unfit


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("How can we pay for it?", "en", Unfit.QUESTION),
        ("The fund must be created", "en", Unfit.SENTENCE),
        ("Créez un fonds", "fr", Unfit.SENTENCE),
        ("Que se abran los pozos", "es", Unfit.SENTENCE),
        ("Create a fund, open a desk and train the staff", "en", Unfit.SEVERAL_MEASURES),
        ("Create a fund; open a desk; train the staff.", "en", Unfit.SEVERAL_MEASURES),
        ("(1) Create a fund (2) open a desk (3) train the staff", "en", Unfit.SEVERAL_MEASURES),
        ("1. Create a fund. 2. Open a desk. 3. Train the staff.", "en", Unfit.SEVERAL_MEASURES),
        ("- Create a fund\n- Open a desk\n- Train the staff", "en", Unfit.SEVERAL_MEASURES),
        ("Créer un fonds, ouvrir un guichet et former le personnel", "fr", Unfit.SEVERAL_MEASURES),
        ("Crear un fondo, abrir una ventanilla y formar al personal", "es", Unfit.SEVERAL_MEASURES),
        ("Create " + "very " * 60 + "good wells", "en", Unfit.TOO_LONG),
        ("CREATE A FUND NOW", "en", Unfit.CAPITALS),
        ("BİR FON KURMAK", "tr", Unfit.CAPITALS),
        ("", "en", Unfit.EMPTY),
        ("1. …", "en", Unfit.EMPTY),
        ("Who pays? The state.", "en", Unfit.QUESTION),
    ],
)
def test_what_cannot_be_an_item_says_why(text: str, language: str, why: Unfit) -> None:
    assert unfit(text, language) is why


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Create a fund", "en"),
        ("A public register of wells", "en"),
        ("Create a fund. The fund must be public.", "en"),
        ("Create a fund. Who pays?", "en"),
        ("Create a fund and open a desk", "en"),
        ("Collect, sort and recycle waste", "en"),
        ("Plan, fund and maintain public toilets", "en"),
        ("Help cities to raise loans, issue bonds and collect taxes", "en"),
        ("Train a volunteer to read warnings, to know who lives alone, and to hold the key", "en"),
        ("Keep wells, springs and rivers clean", "en"),
        ("Permettre aux villes de lever l’impôt, d’émettre des titres et de fixer les tarifs", "fr"),
        ("Permitir a las ciudades recaudar tributos, emitir bonos y fijar tarifas", "es"),
        ("Publish (a) the income, (b) the spending and (c) the debts of each city", "en"),
        ("UNESCO", "en"),
        ("Kuyular için bir fon kurmak", "tr"),
    ],
)
def test_what_can_be_an_item_has_nothing_against_it(text: str, language: str) -> None:
    assert unfit(text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Create a fund", "en", ["create a fund"]),
        ("Create a fund, open a desk and train the staff.", "en", ["create a fund", "open a desk", "train the staff"]),
        ("Create a fund; open a desk; and train the staff", "en", ["create a fund", "open a desk", "train the staff"]),
        ("We ask for: (a) a fund; (b) a desk; (c) staff.", "en", ["a fund", "a desk", "staff"]),
        ("Create: (a) a fund; (b) a desk; (c) a school.", "en", ["create a fund", "create a desk", "create a school"]),
        (
            "Créer un fonds, ouvrir un guichet et former le personnel",
            "fr",
            ["créer un fonds", "ouvrir un guichet", "former le personnel"],
        ),
        ("1. Kuyu açmak\n2. Fon kurmak\n3. Irmakları korumak", "tr", ["kuyu açmak", "fon kurmak", "ırmakları korumak"]),
    ],
)
def test_a_list_is_parted_into_its_measures(text: str, language: str, parts: list[str]) -> None:
    assert measures(text, language) == parts


@given(st.text(max_size=80), st.sampled_from(["en", "fr", "es", "tr"]))
def test_no_text_is_too_odd_to_be_judged(text: str, language: str) -> None:
    assert unfit(text, language) in {None, *Unfit}
    assert measures(text, language)


def test_verbs_that_say_who_somebody_is_are_no_measures() -> None:
    text = "Keep a register of those who feed, clean and care for the city, closed to the police, and consult them."
    assert unfit(text, "en") is None
