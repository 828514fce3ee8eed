"""The first page of the documents beside the form, and what has no room on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.document import Cover
from consultation.language import Translator
from ui.look.theme import Theme
from ui.prepare.consultation.paper import FirstPage
from ui.widgets.words import caption, section


class FrontSide(QWidget):
    """Stands at the side of the page."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = t("The front of its documents")
        self.behind = caption(t("What has no room on it stands on the page behind it."))
        self.paper = FirstPage(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 24, 36, 24)
        column.setSpacing(12)
        column.addWidget(section(self._name))
        column.addWidget(self.behind)
        column.addWidget(self.paper, 1)

    def show_front(self, front: Cover) -> None:
        """Show the front of a document as it is printed."""
        self.paper.show_front(front, self._name)
        self.behind.setVisible(not self.paper.says_everything)
