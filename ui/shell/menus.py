"""The menus: every action of the window that does not belong to one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from consultation.language import N_, OWN_NAMES, WINDOW_LANGUAGES
from ui.actions import Action, anywhere
from ui.keys import add_to_menu
from ui.shell.places import PLACES
from ui.widgets.popups import rounded
from ui.widgets.words import on_button
from ui.workspace import Workspace

MENUS: tuple[tuple[str, tuple[Action | str, ...]], ...] = (
    (
        N_("&File"),
        (
            *(anywhere.NEW, anywhere.NEW_WITHOUT_KIT, anywhere.OPEN, "recent", "-"),
            *(anywhere.COPY, anywhere.CLOSE, "-", anywhere.QUIT),
        ),
    ),
    (N_("&Edit"), (anywhere.UNDO, anywhere.REDO, "-", anywhere.FIND, anywhere.PALETTE)),
    (N_("&Go"), (*(place.shown_by for place in PLACES if place.shown_by), "-", anywhere.MESSAGES)),
    (N_("&View"), ("colours", anywhere.LARGER, anywhere.SMALLER, anywhere.USUAL_SIZE, "-", "languages")),
    (N_("&Help"), (anywhere.KEYS, anywhere.ABOUT)),
)
"""What stands in each menu: actions, a line ("-"), and menus within it by name."""

COLOURS = {"system": anywhere.LIKE_SYSTEM, "light": anywhere.LIGHT, "dark": anywhere.DARK}
Acts = Mapping[Action, Callable[[], object]]


class Menus(QObject):
    """Fills a menu bar in the language of the window; ``acts`` say what each action does."""

    def __init__(self, workspace: Workspace, acts: Acts, open_file: Callable[[str], object], window: QWidget) -> None:
        super().__init__(window)  # what is said after the window has gone finds no menus
        self._workspace, self._acts, self._open_file = workspace, acts, open_file
        self._items: dict[Action, QAction] = {}
        self._readers: list[QMenu] = []
        workspace.steps.changed.connect(self.refresh)
        workspace.jobs.writing_changed.connect(self.refresh)

    def build(self, bar: QMenuBar) -> None:
        """Fill ``bar`` anew."""
        bar.clear()
        self._items, self._readers = {}, []
        for name, contents in MENUS:
            menu = bar.addMenu(self._workspace.t(name))
            rounded(menu)
            menu.aboutToShow.connect(self._name_steps)
            for part in contents:
                self._add(menu, part)
        self.refresh()

    def is_possible(self, action: Action) -> bool:
        """Tell whether an action of the menus can be done now."""
        return action in self._items and self._items[action].isEnabled()

    def refresh(self) -> None:
        """Offer what can be done now; while a job writes to the file, nothing that reads it or leaves it."""
        if not all(map(isValid, self._items.values())):
            return  # the window is closing, and what was typed in it is saved
        workspace, free = self._workspace, not self._workspace.jobs.writing
        possible = {
            anywhere.NEW: free,
            anywhere.NEW_WITHOUT_KIT: free,
            anywhere.OPEN: free,
            anywhere.UNDO: free and workspace.steps.can_undo,
            anywhere.REDO: free and workspace.steps.can_redo,
        }
        for action, item in self._items.items():
            item.setEnabled(possible.get(action, workspace.is_readable or not action.needs_file))
        for menu in self._readers:
            menu.setEnabled(free and not menu.isEmpty())

    def _name_steps(self) -> None:
        """Say what would be undone and done again."""
        workspace, t, steps = self._workspace, self._workspace.t, self._workspace.steps
        undo, redo = t("Undo: {step}"), t("Redo: {step}")
        for action, words, step in ((anywhere.UNDO, undo, steps.next_undone), (anywhere.REDO, redo, steps.next_redone)):
            name = workspace.name_of(step) if step is not None and workspace.is_readable else ""
            self._items[action].setText(on_button(words.format(step=name)) if name else t(action.label))

    def _add(self, menu: QMenu, part: Action | str) -> None:
        if isinstance(part, Action):
            self._items[part] = add_to_menu(menu, self._workspace.t, part, self._acts[part])
        elif part == "recent":
            self._add_recent(menu)
        elif part == "colours":
            self._add_colours(menu)
        elif part == "languages":
            self._add_languages(menu)
        else:
            menu.addSeparator()

    def _add_recent(self, menu: QMenu) -> None:
        files = self._workspace.settings.recent
        inside = menu.addMenu(self._workspace.t("Open &recent"))
        rounded(inside)
        for file in files:
            _does(inside.addAction(on_button(file.title or file.path)), partial(self._open_file, file.path))
        self._readers.append(inside)

    def _add_colours(self, menu: QMenu) -> None:
        t, inside = self._workspace.t, menu.addMenu(self._workspace.t("&Colours"))
        rounded(inside)
        group = QActionGroup(inside)
        for mode, action in COLOURS.items():
            item = add_to_menu(inside, t, action, self._acts[action])
            _tick(item, group, mode == self._workspace.theme.mode)

    def _add_languages(self, menu: QMenu) -> None:
        t, inside = self._workspace.t, menu.addMenu(self._workspace.t("Lan&guage"))
        self._readers.append(inside)  # every page is made anew and reads the file
        rounded(inside)
        group = QActionGroup(inside)
        names = {"system": t("As the system has it"), **{code: OWN_NAMES[code] for code in WINDOW_LANGUAGES}}
        for code, name in names.items():
            item = inside.addAction(name)
            _does(item, partial(self._workspace.speak, code))
            _tick(item, group, code == self._workspace.settings.language)


def _does(item: QAction, act: Callable[[], object]) -> None:
    item.triggered.connect(lambda *_: act())


def _tick(item: QAction, group: QActionGroup, chosen: bool) -> None:
    item.setCheckable(True)
    item.setChecked(chosen)
    group.addAction(item)
