"""The declaration place in a window, with the draft of the sample."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from consultation.sample import make_merged_sample
from ui.actions import anywhere
from ui.declaration.not_used import NotUsed
from ui.declaration.place import DeclarationPlace
from ui.declaration.rows import TextRow
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace


def opened(qtbot: QtBot, bare: Workspace, folder: Path) -> DeclarationPlace:
    """The place with the merged sample, before any draft."""
    path = folder / "merged.consult"
    make_merged_sample(path, bare.identity)
    assert bare.open_now(path)
    return shown(qtbot, bare)


def shown(qtbot: QtBot, workspace: Workspace, width: int = 1280, height: int = 720) -> DeclarationPlace:
    """The place in a window of that size; `held` is the window."""
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)

    def is_so_large() -> bool:
        """Tell whether it is, and make it so: at first it fills the screen, which is small in tests."""
        before = window.width() == width and not window.isMaximized()
        window.showNormal()
        window.resize(width, height)
        return before

    qtbot.waitUntil(is_so_large)
    window.activateWindow()
    window.go(anywhere.GO_DECLARATION)
    made = window.place
    assert isinstance(made, DeclarationPlace)
    made.held = window
    return made


def drafted(qtbot: QtBot, place: DeclarationPlace) -> DeclarationPlace:
    """The same place once the draft is made."""
    place.first.make.click()
    return idle(qtbot, place)


def idle(qtbot: QtBot, place: DeclarationPlace) -> DeclarationPlace:
    """The same place once no job runs any more."""
    qtbot.waitUntil(lambda: not place._workspace.jobs.running, timeout=20_000)
    return place


def again(qtbot: QtBot, place: DeclarationPlace) -> str:
    """Draft again; what is said of it."""
    place.head.again.click()
    idle(qtbot, place)
    return place.held.message_line.message.text


def counted(place: DeclarationPlace) -> tuple[int, int]:
    """The numbered paragraphs that stand, and all their items."""
    paragraphs = place.standing.paragraphs
    return sum(bool(each.number) for each in paragraphs), sum(len(each.items) for each in paragraphs)


def last_of(place: DeclarationPlace, number: str) -> UUID:
    """The last item of a paragraph."""
    return place._model.paragraphs[numbered(place, number).id].items[-1].id


def numbered(place: DeclarationPlace, number: str) -> TextRow:
    """The row of a paragraph ("4") or of an item ("4 (c)")."""
    return next(row for row in place.clauses if row.passage.number.replace("\u00a0", " ") == number)


def type_after(qtbot: QtBot, place: DeclarationPlace, number: str, words: str) -> None:
    """Type behind the last word of a paragraph or item, by the keyboard."""
    place.text.choose(numbered(place, number).id)
    place.text.setFocus()
    qtbot.keyClick(place.text, Qt.Key.Key_Return)
    field = place.text.editing.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, words)


def not_used(qtbot: QtBot, place: DeclarationPlace) -> NotUsed:
    """The view of what is not in the text, once it is told what became of everything."""
    place.show_unused()
    view = place.spread.unused
    qtbot.waitUntil(lambda: view.accounts is not None and not view.accounting.is_busy, timeout=20_000)
    idle(qtbot, place)
    return view
