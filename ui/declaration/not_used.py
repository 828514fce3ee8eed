"""What is not in the text: clauses that were left out, and recommendations in no clause, each with its way in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.model import Recommendation
from consultation.reading.passages import Declaration, ItemText, ParagraphText
from ui.declaration.source_entry import SourceEntry
from ui.declaration.source_list import SourceList
from ui.look.folds import px
from ui.widgets.buttons import button
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, heading, rule, said, words
from ui.workspace import Workspace

SEARCHED_FROM = 8
"""Recommendations from which a field to find among them is worth its room."""


class NotUsed(QWidget):
    """The view "Not used"; what it shows is read when it is shown."""

    back_asked = Signal(object)
    """A paragraph or item that was left out is to come back."""
    clause_asked = Signal(object)
    """A clause is to be made of a recommendation."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._standing: Declaration | None = None
        self._texts: Mapping[UUID, str] | None = None
        self._lies = 0, 0
        self.left_out: list[LeftOutEntry] = []
        self._build()
        self.search.textChanged.connect(self._show_unused)

    def show_draft(self, standing: Declaration) -> None:
        """Show what is in no clause of the declaration."""
        self._standing, self._texts = standing, None
        self._show_left_out([*standing.left_out, *standing.left_out_items])
        self._unused_words.setText(self._sum_up(standing))
        self.search.setVisible(len(standing.unused) >= SEARCHED_FROM)
        self._show_unused()

    def go_find(self) -> None:
        """Go to the field to find among them."""
        self.search.setFocus()
        self.search.selectAll()

    def lie(self, left: int, width: int) -> None:
        """Begin and end where the words of the text do."""
        self._lies = left, width
        self._column.setContentsMargins(left, px(self._workspace.theme, 16), max(self.width() - left - width, 0), 32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lie(*self._lies)

    def _sum_up(self, standing: Declaration) -> str:
        t, count, aside = self._workspace.t, len(standing.unused), standing.unused_set_aside
        if not count:
            return t("Every recommendation is in a clause.")
        unused = t.plural("{count} recommendation is in no clause", "{count} recommendations are in no clause", count)
        if aside == count:
            return t.plural(
                "{count} recommendation was set aside and is in no clause.",
                "{count} recommendations were set aside and are in no clause.",
                count,
            )
        if not aside:
            return t("{unused}. “Draft again” brings in what is new.").format(unused=unused)
        set_aside = t.plural("{count} of them was set aside", "{count} of them were set aside", aside)
        return t("{unused}; {set_aside}.").format(unused=unused, set_aside=set_aside)

    def _show_left_out(self, passages: Sequence[ParagraphText | ItemText]) -> None:
        clear(self._left_out_rows)
        self.left_out = [LeftOutEntry(self._workspace, passage) for passage in passages]
        for entry in self.left_out:
            entry.back_asked.connect(self.back_asked)
            self._left_out_rows.addWidget(entry)
            self._left_out_rows.addWidget(rule())
        self._left_out_name.setVisible(bool(passages))

    def _show_unused(self) -> None:
        standing = self._standing
        if standing is None:
            return
        typed = self.search.text().casefold().split()
        found: Sequence[UUID] = standing.unused
        if typed:
            found = [each for each in found if all(word in self._said(each) for word in typed)]
        self._found.setVisible(bool(typed))
        self._found.setText(self._workspace.t.plural("{count} found", "{count} found", len(found)))
        self.unused.show_sources(found, standing.language, standing.source_numbers)

    def _said(self, recommendation: UUID) -> str:
        """Return the words of a recommendation as they are searched; they are read when somebody searches."""
        if self._texts is None:
            read = self._workspace.store.columns(Recommendation, "id", "text")
            self._texts = {each: text.casefold() for each, text in read}
        return self._texts.get(recommendation, "")

    def _finish(self, entry: SourceEntry) -> None:
        """Offer to make a clause of it."""
        t, recommendation = self._workspace.t, entry.recommendation_id
        entry.act = button(
            self._workspace.theme, t("Make a clause of it"), lambda: self.clause_asked.emit(recommendation), "plus"
        )
        entry.column.addWidget(entry.act)

    def _build(self) -> None:
        t = self._workspace.t
        self._left_out_name = heading(t("Left out"))
        self._left_out_rows = QVBoxLayout()
        self._left_out_rows.setSpacing(16)
        self._unused_words = words(tone="muted")
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("Find among them"))
        self.search.setAccessibleName(t("Find among them"))
        self.search.setClearButtonEnabled(True)
        self._found = caption()
        self.unused = SourceList(self._workspace, self._finish)
        page = QWidget()
        page.setProperty("surface", "base")
        self._column = inside = QVBoxLayout(page)
        inside.setSpacing(16)
        inside.addWidget(self._left_out_name)
        inside.addLayout(self._left_out_rows)
        inside.addWidget(heading(t("In no clause")))
        for part in (self._unused_words, self.search, self._found, self.unused):
            inside.addWidget(part)
        inside.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))


class LeftOutEntry(QWidget):
    """One clause that was left out."""

    back_asked = Signal(object)

    def __init__(self, workspace: Workspace, passage: ParagraphText | ItemText) -> None:
        super().__init__()
        t = workspace.t
        self._passage = passage
        self.back = button(workspace.theme, t("Bring it back"), self._on_back_pressed, "undo-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(said(passage.text))
        self.where = caption(self._where(t))
        self.where.setVisible(bool(passage.also_in))
        column.addWidget(self.where)
        column.addWidget(self.back)

    def _where(self, t: Translator) -> str:
        """Say in which other languages it is left out too: it comes back in all of them."""
        languages = t.listed(t.language_name(code) for code in self._passage.also_in)
        return t("Left out · also in {languages}; it comes back in all of them").format(languages=languages)

    def _on_back_pressed(self) -> None:
        self.back_asked.emit(self._passage)
