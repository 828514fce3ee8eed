"""Adding an organisation, one that is known or a new one, and a statement of a kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from consultation.model import Organisation, StatementKind
from consultation.reading.people import plain
from consultation.words import choice_name
from ui.actions import preparing
from ui.keys import tip
from ui.widgets.buttons import quiet_button
from ui.widgets.completion import Completion
from ui.widgets.offer import Offer, Row
from ui.widgets.popups import menu_of
from ui.workspace import Workspace

MOST = 12
"""Organisations that are offered at once."""


class AddOrganisation(QWidget):
    """A button that becomes a line: known organisations are completed, any other name makes a new one."""

    chosen = Signal(object)
    """The id of an organisation that is known."""
    typed = Signal(str)
    """The name of one that is not."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._known: Sequence[Organisation] = ()
        t, action = workspace.t, preparing.ADD_ORGANISATION
        self._button = quiet_button(workspace.theme, t(action.label), self.open, action.icon, tip(t, action))
        self._button.setAccessibleName(t(action.words))
        self.line = QLineEdit()
        self.line.setPlaceholderText(t("Name of the organisation"))
        self.line.setAccessibleName(t(action.words))
        self.line.setMinimumWidth(240)
        self.line.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addWidget(self.line)
        self._completion = Completion(workspace.theme, self.line, self._rows, free=True)
        self._completion.chosen.connect(self._on_chosen)
        self.line.returnPressed.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_left)

    def know(self, organisations: Sequence[Organisation]) -> None:
        """Complete the names of these, where they have no part yet; none of them is made twice."""
        self._known = organisations

    def open(self) -> None:
        """Go to the line."""
        self._button.hide()
        self.line.show()
        self.line.setFocus()

    def _rows(self, typed: str) -> Sequence[Row]:
        wanted, label = plain(typed), self._workspace.label
        found = [each for each in self._known if not each.parts and wanted in plain(label(each.name))]
        return [Offer(each.id, label(each.name), each.territory) for each in found[:MOST]]

    def _on_chosen(self, organisation: object) -> None:
        self._close()
        self.chosen.emit(organisation)

    def _on_typed(self) -> None:
        name = " ".join(self.line.text().split())
        self._close()
        called = [each for each in self._known if plain(name) in map(plain, each.name.values())]
        if len(called) == 1:
            self.chosen.emit(called[0].id)
        elif name:
            self.typed.emit(name)

    def _on_left(self) -> None:
        if not self.line.hasFocus():
            self._close()

    def _close(self) -> None:
        self._completion.withdraw()
        self.line.clear()
        self.line.hide()
        self._button.show()


class StatementMenu:
    """Asks what kind of statement is to be added."""

    def __init__(self, workspace: Workspace, over: QWidget) -> None:
        self._workspace, self._over = workspace, over

    def ask(self, answer: Callable[[StatementKind], object]) -> None:
        """Open the menu; ``answer`` is given the kind that is chosen."""
        menu = menu_of(self._over)
        for kind in StatementKind:
            item = menu.addAction(choice_name(self._workspace.t, kind))
            item.triggered.connect(lambda _=False, kind=kind: answer(kind))
        menu.popup(self._over.mapToGlobal(self._over.rect().bottomLeft()))
