"""The front of the documents, drawn small beside the form, shows all its words."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from consultation.document import Cover, Emblem
from ui.prepare.consultation.paper import FirstPage
from ui.workspace import Workspace

LONG = "Programme des Nations Unies pour les établissements humains"
WHO = "Cités et Gouvernements Locaux Unis (CGLU) ; Forum des villes intermédiaires de CGLU"
FRONT = Cover(
    "Déclaration de Kütahya",
    columns=(("Qui", WHO), ("Où", "Kütahya"), ("Quand", "2021")),
    emblems=(*(Emblem("Kütahya"),) * 5, Emblem(LONG)),
    statements=("Le Forum se tient avec le soutien de l’Union européenne.",),
)


def _drawn(workspace: Workspace, qtbot: QtBot, front: Cover) -> QImage:
    page = FirstPage(workspace.theme)
    qtbot.addWidget(page)
    page.resize(300, 430)
    page.show_front(front, "Front")
    return page.grab().toImage()


@pytest.mark.parametrize(
    "front",
    [
        replace(FRONT, emblems=(*FRONT.emblems[:-1], Emblem(LONG.replace("humains", "urbains")))),
        replace(FRONT, columns=(("Qui", WHO[:-4] + "AIMF"), *FRONT.columns[1:])),
    ],
    ids=["name", "who"],
)
def test_the_last_word_of_a_long_name_is_drawn(workspace: Workspace, qtbot: QtBot, front: Cover) -> None:
    assert _drawn(workspace, qtbot, FRONT) == _drawn(workspace, qtbot, FRONT)
    assert _drawn(workspace, qtbot, FRONT) != _drawn(workspace, qtbot, front)
