"""The menus: every action of the window that does not belong to one place, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from consultation.language import OWN_NAMES, WINDOW_LANGUAGES
from ui.look.theme import STEP

if TYPE_CHECKING:
    from ui.shell.main_window import MainWindow


def build_menus(window: MainWindow) -> None:
    """Fill the menu bar of ``window`` in its language."""
    bar = window.menuBar()
    bar.clear()
    for action in window.actions():
        window.removeAction(action)
    t = window.workspace.t
    _file_menu(window, bar.addMenu(t("&File")))
    _edit_menu(window, bar.addMenu(t("&Edit")))
    _go_menu(window, bar.addMenu(t("&Go")))
    _view_menu(window, bar.addMenu(t("&View")))
    _help_menu(window, bar.addMenu(t("&Help")))


def _file_menu(window: MainWindow, menu: QMenu) -> None:
    workspace, t = window.workspace, window.workspace.t
    _add(menu, t("&New from a kit…"), window.ask_new, "Ctrl+N")
    _add(menu, t("&Open…"), window.ask_open, "Ctrl+O")
    recent = menu.addMenu(t("Open &recent"))
    for file in workspace.settings.recent:
        _add(recent, f"{file.title or file.path}".replace("&", "&&"), lambda path=file.path: window.open(path))
    recent.setEnabled(bool(workspace.settings.recent))
    menu.addSeparator()
    _add(menu, t("Send a &copy…"), window.ask_copy, "Ctrl+Shift+S", enabled=workspace.is_open)
    _add(menu, t("&Close file"), window.close_file, "Ctrl+W", enabled=workspace.is_open)
    menu.addSeparator()
    _add(menu, t("&Quit"), window.close, "Ctrl+Q")


def _edit_menu(window: MainWindow, menu: QMenu) -> None:
    workspace, t = window.workspace, window.workspace.t
    undo = _add(menu, t("&Undo"), workspace.undo, "Ctrl+Z")
    redo = _add(menu, t("&Redo"), workspace.redo, "Ctrl+Shift+Z")

    def refresh() -> None:
        undo.setEnabled(workspace.can_undo)
        redo.setEnabled(workspace.can_redo)

    refresh()
    window.refresh_steps = refresh
    menu.addSeparator()
    _add(menu, t("&Find"), window.find, "Ctrl+F", enabled=workspace.is_open)


def _go_menu(window: MainWindow, menu: QMenu) -> None:
    t = window.workspace.t
    for number, name in enumerate(window.place_names):
        _add(menu, name, lambda number=number: window.show_place(number), f"Ctrl+{number + 1}")
    menu.addSeparator()
    _add(menu, t("&Messages so far"), window.show_messages, "Ctrl+Shift+M")


def _view_menu(window: MainWindow, menu: QMenu) -> None:
    workspace, t = window.workspace, window.workspace.t
    theme = workspace.theme
    looks = menu.addMenu(t("&Colours"))
    names = {"system": t("As the system has them"), "light": t("Light"), "dark": t("Dark")}
    _choices(looks, names, theme.mode, window.choose_theme)
    _add(menu, t("&Larger text"), lambda: window.resize_text(theme.scale + STEP), "Ctrl++", "Ctrl+=")
    _add(menu, t("&Smaller text"), lambda: window.resize_text(theme.scale - STEP), "Ctrl+-")
    _add(menu, t("&Usual text size"), lambda: window.resize_text(1.0), "Ctrl+0")
    menu.addSeparator()
    languages = menu.addMenu(t("Lan&guage"))
    spoken = {"system": t("As the system has it"), **{code: OWN_NAMES[code] for code in WINDOW_LANGUAGES}}
    _choices(languages, spoken, workspace.settings.language, workspace.speak)


def _help_menu(window: MainWindow, menu: QMenu) -> None:
    t = window.workspace.t
    _add(menu, t("&Keyboard shortcuts"), window.show_shortcuts, "F1")
    _add(menu, t("&About this program"), window.show_about)


def _add(menu: QMenu, text: str, slot: Callable[[], object], *keys: str, enabled: bool = True) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda *_: slot())
    action.setShortcuts([QKeySequence(one) for one in keys])
    action.setEnabled(enabled)
    return action


def _choices(menu: QMenu, names: dict[str, str], current: str, choose: Callable[[str], object]) -> None:
    group = QActionGroup(menu)
    for key, name in names.items():
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(key == current)
        action.triggered.connect(lambda *_, key=key: choose(key))
        group.addAction(action)
