"""Renames a person where they are listed: name and organisation, over their row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from consultation.model import Person
from consultation.words import person_line
from ui.actions import recording
from ui.keys import pressed
from ui.workspace import Workspace


class PersonEdit(QFrame):
    """Enter keeps what is typed, and so does leaving; Escape does not."""

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._person: Person | None = None
        t = workspace.t
        self.setProperty("surface", "window")
        self.setProperty("floats", True)
        self.setAutoFillBackground(True)
        self.name, self.organisation = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(t("Name"))
        self.name.setAccessibleName(t("Name"))
        self.organisation.setPlaceholderText(t("Organisation"))
        self.organisation.setAccessibleName(t("Organisation"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        for line in (self.name, self.organisation):
            line.installEventFilter(self)
            column.addWidget(line)
        self._left = QTimer(self, singleShot=True, interval=0)
        self._left.timeout.connect(self._on_left)
        self.hide()

    def open(self, person: Person, row: QRect) -> None:
        """Edit a person over ``row``."""
        self._person = person
        self.name.setText(person.name)
        self.organisation.setText(person.organisation)
        high = self.sizeHint().height()
        holder = self.parentWidget()
        lowest = holder.height() - high if holder is not None else row.top()
        self.setGeometry(row.left(), max(min(row.top(), lowest), 0), row.width(), high)
        self.show()
        self.raise_()
        self.name.setFocus()
        self.name.selectAll()

    def keep(self) -> None:
        """Store what is typed, if it is something else; without a name nothing."""
        person, t = self._person, self._workspace.t
        name, organisation = (" ".join(line.text().split()) for line in (self.name, self.organisation))
        if person is None or not name or (name, organisation) == (person.name, person.organisation):
            return
        store = self._workspace.store
        after = f"{name}, {organisation}" if organisation else name
        said = t("“{before}” is now “{after}”.").format(before=person_line(person), after=after)
        if self._workspace.do(said, lambda: store.change(person, name=name, organisation=organisation)):
            self._person = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._left.start()  # once the keyboard has come to where it goes
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if pressed(event, recording.KEEP_NAME):
                self._close(keep=True)
                return True
            if pressed(event, recording.LEAVE_NAME):
                self._close(keep=False)
                return True
        return super().eventFilter(watched, event)

    def _close(self, keep: bool) -> None:
        if keep:
            self.keep()
        self._person = None
        self.hide()
        self.closed.emit()

    def _on_left(self) -> None:
        at = QApplication.focusWidget()
        if self.isVisible() and (at is None or not self.isAncestorOf(at)) and QApplication.activeWindow() is not None:
            self.keep()
            self._person = None
            self.hide()
