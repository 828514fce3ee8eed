"""A recommendation that cannot be an item as it is worded: why, and fields in which a person words it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from consultation.grammar import Unfit, measures
from consultation.language import Translator
from consultation.model import Recommendation
from ui.actions import declaring
from ui.declaration.reasons import why_unfit
from ui.keys import pressed, shown
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.cards import Card
from ui.widgets.fields import PlainEdit
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.rows import clear
from ui.widgets.words import caption
from ui.workspace import Workspace

MOST = 8
"""Items that one recommendation is parted into."""


class ItemEdit(PlainEdit):
    """Where the words of an item are written."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, declaring.USE_WORDS) or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class WordCard(Card):
    """Says `worded` with the words of each item."""

    worded = Signal(object)

    def __init__(
        self, workspace: Workspace, recommendation: Recommendation, unfit: Unfit | None, t: Translator
    ) -> None:
        """``t`` speaks the language of the document."""
        super().__init__()
        self._workspace, self._recommendation, self._document = workspace, recommendation, t
        self.fields: list[ItemEdit] = []
        self._unfit = unfit
        self._build()
        for words in proposed(recommendation, unfit):
            self._add(words)

    def take_keyboard(self) -> None:
        """Go to the first field."""
        self.fields[0].setFocus()

    def has_keyboard(self) -> bool:
        """Tell whether something in it has the focus."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _build(self) -> None:
        t, theme, use = self._workspace.t, self._workspace.theme, declaring.USE_WORDS
        self.column.addWidget(caption(why_unfit(t, self._unfit), "incomplete"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.column.addLayout(self._rows)
        acts = QWidget()
        line = Flow(acts, 8)
        self.use = KeyedButton(theme, t(use.label), shown(use), self._on_taken, use.icon)
        self.more = quiet_button(theme, t("Another item"), self._on_more, "plus")
        line.addWidget(self.use)
        line.addWidget(self.more)
        self.column.addWidget(acts)

    def _add(self, words: str) -> None:
        t = self._workspace.t
        field = ItemEdit(1, 12)
        field.setProperty("textsize", "said")
        field.setPlainText(words)
        field.setPlaceholderText(t("Begin with what is to be done: “create …”, “publish …”"))
        language = t.language_name(self._document.language)
        number = t.number(len(self.fields) + 1)
        field.setAccessibleName(t("Item {number}, in {language}").format(number=number, language=language))
        field.taken.connect(self._on_taken)
        self.fields.append(field)
        self._lay()

    def _lay(self) -> None:
        """Set the fields, each but the only one with the way to take it away."""
        t, theme = self._workspace.t, self._workspace.theme
        for field in self.fields:
            field.setParent(self)
        clear(self._rows)
        for field in self.fields:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(4)
            line.addWidget(field, 1)
            if len(self.fields) > 1:
                away = partial(self._take_away, field)
                line.addWidget(icon_button(theme, "x", t("Take this item away"), away))
            self._rows.addWidget(row)
            field.show()
        self.more.setVisible(len(self.fields) < MOST)

    def _take_away(self, field: ItemEdit) -> None:
        self.fields.remove(field)
        self._lay()
        field.deleteLater()
        self.take_keyboard()

    def _on_more(self) -> None:
        self._add("")
        QTimer.singleShot(0, self.fields[-1], self.fields[-1].setFocus)

    def _on_taken(self) -> None:
        said = [words for field in self.fields if (words := " ".join(field.toPlainText().split()))]
        if said:
            self.worded.emit(said)
        else:
            self.take_keyboard()


def proposed(recommendation: Recommendation, unfit: Unfit | None) -> list[str]:
    """Propose words to begin from: parted measures, small letters; a sentence is left to the person."""
    text = recommendation.text.strip()
    if unfit in (Unfit.SEVERAL_MEASURES, Unfit.TOO_LONG):
        return list(measures(text, recommendation.language))[:MOST] or [text]
    if unfit is Unfit.CAPITALS:
        return [text.capitalize()]
    return [""]
