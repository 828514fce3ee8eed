"""Words of the window keep the room they need, however narrow it is."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontMetrics, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from ui.prepare.aims.side import SectionSide
from ui.prepare.place import VIEWS
from ui.widgets.find_line import FindLine
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.page_head import PageHead, ViewTab
from ui.widgets.segments import Segments
from ui.widgets.table import Column, Table
from ui.workspace import Workspace

NAMES = ("Consultation", "Mots", "Personnes", "Programme", "Espace ouvert", "Objectifs", "Remettre")


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """A window that leaves what is in it as narrow as it is made."""
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder


def _head(workspace: Workspace, holder: QWidget, qtbot: QtBot, width: int) -> PageHead:
    head = PageHead(workspace.theme, "Préparer")
    head.setParent(holder)
    for name, words in zip(VIEWS, NAMES, strict=True):
        head.add_view(name, words)
    head.resize(width, 56)
    holder.show()
    head.show()
    qtbot.wait(20)
    return head


def test_the_list_that_views_fold_to_says_every_name_whole(workspace: Workspace, holder: QWidget, qtbot: QtBot) -> None:
    folded = _head(workspace, holder, qtbot, 400).findChild(QComboBox)
    assert folded is not None
    assert folded.isVisible()
    option = QStyleOptionComboBox()
    folded.initStyleOption(option)
    edit = QStyle.SubControl.SC_ComboBoxEditField
    room = folded.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, edit, folded)
    for name in NAMES:
        assert folded.fontMetrics().horizontalAdvance(name) <= room.width() - 2


def test_without_the_title_the_first_view_begins_where_the_title_began(
    workspace: Workspace, holder: QWidget, qtbot: QtBot
) -> None:
    head = _head(workspace, holder, qtbot, 1300)
    assert head.title.isVisible()
    began = head.title.mapTo(head, QPoint()).x()
    head.resize(head._needed(tight=False) + 20, 56)
    qtbot.wait(20)
    assert not head.title.isVisible()
    assert abs(head.findChildren(ViewTab)[0].mapTo(head, QPoint()).x() - began) <= 4


def test_the_keys_in_a_field_to_find_never_lie_over_its_words(workspace: Workspace, qtbot: QtBot) -> None:
    line = FindLine(workspace.theme, workspace.t, "Find people")
    qtbot.addWidget(line)
    line.setPlaceholderText("Chercher quelqu’un")
    line.show()
    line.resize(130, 32)
    assert not line._keys.isVisible()
    line.resize(200, 32)
    assert line._keys.isVisible() == (line.fontMetrics().horizontalAdvance("Chercher quelqu’un") < 90)
    line.setPlaceholderText("Find")
    line.resize(199, 32)
    assert line._keys.isVisible()
    line.setText("mun")
    assert not line._keys.isVisible()


def test_a_button_that_is_an_icon_alone_keeps_no_room_for_words(workspace: Workspace, qtbot: QtBot) -> None:
    button = KeyedButton(workspace.theme, "", "", lambda: None, "table-2")
    qtbot.addWidget(button)
    assert button.iconSize().width() <= 20


def test_the_ends_of_segments_are_round(workspace: Workspace, qtbot: QtBot) -> None:
    segments = Segments(workspace.theme, [("a", "Yes"), ("b", "No")])
    qtbot.addWidget(segments)
    segments.resize(120, 32)
    segments.show()
    drawn = segments.grab().toImage()
    edge = QColor(workspace.theme.colour("edge"))
    for x in (0, drawn.width() - 1):
        assert drawn.pixelColor(x, 0) != edge
        assert drawn.pixelColor(x, drawn.height() // 2) == edge


def test_a_column_grows_where_the_one_beside_it_has_more_than_enough(workspace: Workspace, qtbot: QtBot) -> None:
    table = Table(workspace.theme, [Column("Name"), Column("Kind", 140, folds=1, widest=240), Column("State", 100)])
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(1, 3))
    widths = {}
    for wide in (600, 720, 1000):
        table.resize(wide, 200)
        table.show()
        widths[wide] = [table.columnWidth(column) for column in range(3)]
        assert sum(widths[wide]) == table.viewport().width()
    assert widths[600][1] == 140
    assert 140 < widths[720][1] < 240
    assert widths[1000][1:] == [240, 100]


def test_the_sections_of_the_aims_have_room_for_their_names(workspace: Workspace, qtbot: QtBot) -> None:
    names = ["Objectifs et résultats", "Documents de référence", "Calendrier"]
    side = SectionSide(workspace.theme, workspace.t, names)
    qtbot.addWidget(side)
    side.be_narrow(narrow=True)
    metrics = QFontMetrics(workspace.theme.font(strong=True))
    assert side.width() >= max(map(metrics.horizontalAdvance, names)) + 60
