"""The list of what there is to decide: two lines each, what it is about and which field."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.deciding.questions import Question
from ui.look.theme import Theme
from ui.workspace import Workspace

QUESTION = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
PAD, GAP = 12, 4


class QuestionModel(QAbstractListModel):
    """Questions as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.questions: list[Question] = []

    def show(self, questions: Sequence[Question]) -> None:
        """Show other questions."""
        self.beginResetModel()
        self.questions = list(questions)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.questions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.questions):
            return None
        question = self.questions[index.row()]
        if role == QUESTION:
            return question
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{question.field_words}\n{question.gist}"
        return None


class QuestionList(QListView):
    """Chooses the question at hand by the keyboard or the mouse."""

    chosen = Signal(object)
    """The `Question` that is selected now, or None."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._model = QuestionModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Rows(workspace.theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setViewportMargins(0, 0, PAD, 0)
        self.setAccessibleName(workspace.t("What there is to decide"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        workspace.theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def questions(self) -> list[Question]:
        """All questions."""
        return self._model.questions

    @property
    def place(self) -> int:
        """The place of the question at hand, from 0; -1 when there is none."""
        return self.currentIndex().row()

    def show_questions(self, questions: Sequence[Question], place: int) -> None:
        """Show other questions and choose the one at ``place``."""
        self._model.show(questions)
        self.choose(place)
        if not questions:
            self.chosen.emit(None)

    def choose(self, place: int) -> None:
        """Choose the question at ``place``, or the nearest there is."""
        if self.questions:
            self.setCurrentIndex(self._model.index(min(max(place, 0), len(self.questions) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and digits to the page: here they would only jump about in the list."""
        if event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(QUESTION))


class _Rows(QStyledItemDelegate):
    """Draws a question: the field strong, what it is about below, both on one line."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        height = option.fontMetrics.height() * 2 + GAP + 2 * PAD
        return QSize(0, height)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        painter.save()
        try:
            self._draw(painter, option, index.data(QUESTION))
        except Exception:  # noqa: BLE001  an exception that leaves paint ends the program
            traceback.print_exc(file=sys.stderr)
        finally:
            painter.restore()

    def _draw(self, painter: QPainter, option: Option, question: Question) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("accent"), 2) if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft("accent"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        room = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        lines = (
            (question.field_words, theme.font("body", strong=True), "text", room.top()),
            (question.gist or question.kind_words, theme.font("caption"), "muted", room.center().y() + GAP),
        )
        for text, font, tone, top in lines:
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            metrics = painter.fontMetrics()
            line = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room.width())
            flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(room.left(), top, room.width(), metrics.height()), int(flags), line)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        first = QRect(room.left(), room.top(), room.width(), option.fontMetrics.height())
        flags = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(first, int(flags), question.kind_words if question.gist else "")
