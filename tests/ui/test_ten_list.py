"""The list of those to begin with, as it is drawn."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from consultation.model import RecommendationSet
from ui.merge.priorities.ten_list import TenEntry, TenList
from ui.workspace import Workspace


def drawn(number: str, bare: Workspace, qtbot: QtBot) -> QImage:
    shown = TenList(bare.theme, "To begin with")
    qtbot.addWidget(shown)
    shown.resize(500, 120)
    shown.show_entries([TenEntry(uuid4(), "1", number, RecommendationSet.POLICY.value, "Open the wells.", "", "")])
    return shown.grab().toImage()


def test_every_digit_of_a_long_number_is_drawn(bare: Workspace, qtbot: QtBot) -> None:
    assert drawn("124", bare, qtbot) != drawn("128", bare, qtbot)
