"""The parts a form is made of: a name over a field, and what is wrong with it beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.words import caption, section


class Labelled(QWidget):
    """A name over a field; under it what is wrong with what is typed, as long as it is."""

    def __init__(self, name: str, content: QWidget, strong: bool = False) -> None:
        super().__init__()
        label = section(name) if strong else caption(name, wrap=False)
        label.setBuddy(content)
        if not content.accessibleName():
            content.setAccessibleName(name)
        self._problem = caption("", "conflict")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (label, content, self._problem):
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def problem(self) -> str:
        """What is wrong, as it is said beside the field."""
        return "" if self._problem.isHidden() else self._problem.text()

    def refuse(self, words: str) -> None:
        """Say beside the field what is wrong; nothing takes it back."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))


def side_by_side(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    """Lay fields beside each other, each with its share of the width."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for part, share in parts:
        line.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return line


def add_section(column: QVBoxLayout, name: str, *parts: QWidget) -> None:
    """Put a heading into the column of a form, and parts below it."""
    column.addSpacing(6)
    column.addWidget(section(name))
    for part in parts:
        column.addWidget(part)
