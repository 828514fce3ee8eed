"""How the view of the words lies: vocabularies at the leading edge, terms in the middle, the peek beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import preparing
from ui.keys import shown
from ui.look.folds import Fold, fold_of, px, room_of
from ui.prepare.words.bar import WordsBar
from ui.prepare.words.side import VocabularySide
from ui.prepare.words.table import TermTable
from ui.prepare.words.term_form import TermForm
from ui.prepare.words.vocabulary_form import VocabularyForm
from ui.widgets.buttons import quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.peek import WIDTH as PEEK_WIDTH
from ui.widgets.peek import Peek
from ui.widgets.tab_order import follow_the_eye
from ui.workspace import Workspace

INSET, NARROWEST = 20, 1100
"""Around the table; of a window in which the vocabularies stand beside it, in pixels of the design."""
TERMS, NO_TERMS, NOT_FOUND, NO_VOCABULARY = range(4)
"""What stands in the middle."""


class WordsSpread(QWidget):
    """The parts of the view, laid by the room there is."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._build()
        workspace.theme.changed.connect(self.lie)

    @property
    def shows_terms(self) -> bool:
        """The terms of a vocabulary are shown."""
        return self._middle.currentIndex() == TERMS

    @property
    def peeks_at_term(self) -> bool:
        """The peek is open on a term that is written."""
        return self.peek.isVisibleTo(self) and self._known.currentWidget() is self.form and not self.form.is_new

    @property
    def peeks_at_vocabulary(self) -> bool:
        """The peek is open on a vocabulary that is written."""
        return self.peek.isVisibleTo(self) and self._known.currentWidget() is self.about and not self.about.is_new

    def show_middle(self, part: int) -> None:
        """Show the terms, or what stands in their place."""
        self._middle.setCurrentIndex(part)
        self.bar.setVisible(part != NO_VOCABULARY)

    def show_peek(self, page: QWidget) -> None:
        """Open the peek on the form of a term or of a vocabulary."""
        self._known.setCurrentWidget(page)
        hints = [(shown(preparing.TERM_IN), self._workspace.t("under the one above"))] if page is self.form else []
        self.peek.show_hints([*hints, (shown(preparing.LEAVE_TERM), self._workspace.t("close"))])
        self.peek.show()
        self.lie()
        follow_the_eye(self.peek)
        self.table.scrollTo(self.table.currentIndex())

    def go_to_list(self) -> None:
        """Give the keyboard to the list, or to the first step where nothing is listed."""
        firsts = (self.table, self.first_term, self.everything, self.first_vocabulary)
        firsts[self._middle.currentIndex()].setFocus()

    def hide_peek(self) -> None:
        """Put the peek away."""
        self.peek.hide()
        self.lie()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.lie()
        return super().eventFilter(watched, event)

    def lie(self) -> None:
        """Lay the list and, where it is open, the peek: beside it, or over it where there is little room."""
        theme, open_ = self._workspace.theme, self.peek.isVisibleTo(self)
        folded = room_of(self, theme) < NARROWEST
        self.side.setVisible(not folded)
        self.bar.vocabularies.setVisible(folded)
        over = open_ and fold_of(self, theme) == Fold.SMALL
        wide = self.width() if over else min(px(theme, PEEK_WIDTH), self.width())
        inset = px(theme, INSET)
        self._column.setContentsMargins(inset, 0, wide + inset // 2 if open_ and not over else inset, 0)
        at = QRect(self.width() - wide, 0, wide, self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at.moveLeft(0)
        self.peek.lie(at)

    def _build(self) -> None:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        self.side, self.bar = VocabularySide(workspace), WordsBar(workspace)
        self.table = TermTable(theme, t)
        self.table.setAccessibleName(t("Terms"))
        self._middle = QStackedWidget()
        for part in (self.table, *self._empty_states()):
            self._middle.addWidget(part)
        middle = QWidget()
        middle.installEventFilter(self)
        self._column = QVBoxLayout(middle)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._middle, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addWidget(middle, 1)
        self.form, self.about = TermForm(workspace), VocabularyForm(workspace)
        self._known = QStackedWidget()
        self._known.addWidget(self.form)
        self._known.addWidget(self.about)
        self.peek = Peek(theme, self)
        self.peek.fill(self._known)

    def _empty_states(self) -> list[QWidget]:
        t, theme = self._workspace.t, self._workspace.theme
        add, new = preparing.ADD_TERM, preparing.ADD_VOCABULARY
        self.first_term = KeyedButton(theme, t(add.label), shown(add), lambda: None, add.icon, "main")
        self.everything = quiet_button(theme, t("Show everything"), lambda: None)
        self.first_vocabulary = KeyedButton(theme, t(new.label), shown(new), lambda: None, new.icon, "main")
        nothing = t("A vocabulary is a list of words that what is recorded can be given: strands, addressees, regions.")
        first, begin = self.first_term, self.first_vocabulary
        return [
            EmptyState(theme, "tag", t("No terms yet"), t("Add the first one, or take a table in."), first),
            EmptyState(theme, "search", t("Nothing fits"), t("No term fits what is sought."), self.everything),
            EmptyState(theme, "tag", t("No vocabularies yet"), nothing, begin),
        ]
