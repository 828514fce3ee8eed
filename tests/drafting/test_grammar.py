"""How words go on after a verb."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.drafting.grammar import as_sentence, opens_with_action
from tests.drafting.rooms import a_room, asked, planned


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Create a fund", "en"),
        ("create a fund", "en"),
        ("Not close any well", "en"),
        ("Créer un fonds", "fr"),
        ("S’assurer que les puits restent ouverts", "fr"),
        ("S'assurer que les puits restent ouverts", "fr"),
        ("Ne pas fermer les puits", "fr"),
        ("Ouvrir les puits", "fr"),
        ("Rendre les puits", "fr"),
        ("Recevoir les habitants", "fr"),
        ("Crear un fondo", "es"),
        ("Abrir los pozos", "es"),
        ("Comprometerse con el agua", "es"),
        ("No cerrar los pozos", "es"),
    ],
)
def test_a_verb_in_the_infinitive_opens_an_action(text: str, language: str) -> None:
    assert opens_with_action(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A fund for wells", "en"),
        ("We need a fund", "en"),
        ("Every city should create a fund", "en"),
        ("G20 members should pay", "en"),
        ("", "en"),
        ("…", "en"),
        ("2021", "en"),
        ("Un fonds pour les puits", "fr"),
        ("Nous demandons un fonds", "fr"),
        ("L’eau est un droit", "fr"),
        ("Un fondo para los pozos", "es"),
        ("El agua es un derecho", "es"),
        ("Que se abran los pozos", "es"),
        ("ETAR para todas", "es"),
        ("Créer un fonds", "en"),
    ],
)
def test_anything_else_does_not_open_an_action(text: str, language: str) -> None:
    assert not opens_with_action(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Notre ville a besoin d’un fonds", "fr"),
        ("Votre fonds est trop petit", "fr"),
        ("Quatre puits par village", "fr"),
        ("Notre première demande est un fonds", "fr"),
        ("Premier point : un fonds", "fr"),
        ("Contre la fermeture des puits", "fr"),
        ("Entre communes, un fonds commun", "fr"),
        ("Cualquier ciudad necesita un fondo", "es"),
        ("Primer punto: un fondo", "es"),
        ("Mujeres y hombres por igual", "es"),
    ],
)
def test_a_common_word_that_only_ends_like_an_infinitive_opens_no_action(text: str, language: str) -> None:
    assert not opens_with_action(text, language)


@pytest.mark.parametrize("text", ["1. Create a fund", "• Create a fund", "– Create a fund", "(a) Create a fund"])
def test_a_number_or_bullet_that_was_pasted_with_the_words_is_not_run_on_with(folder: Path, text: str) -> None:
    with a_room(folder) as store, store.together():
        asked(store, text)
        (clause,) = planned(store)
        assert clause.parts.text in ("Ask all those concerned to create a fund.", f"Ask all those concerned: {text}.")


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Open the wells", "Open the wells."),
        ("Open the wells.", "Open the wells."),
        ("Open the wells!", "Open the wells!"),
        ("Who opens the wells?", "Who opens the wells?"),
        ("Open the wells…", "Open the wells…"),
        ("Open the wells;", "Open the wells."),
        ("Open the wells, ", "Open the wells."),
        ("Say “open the wells.”", "Say “open the wells.”"),
        ("Dire « ouvrir les puits. »", "Dire « ouvrir les puits. »"),
        ('Say "open the wells."', 'Say "open the wells."'),
    ],
)
def test_a_clause_is_closed_once(text: str, closed: str) -> None:
    assert as_sentence(text) == closed
