"""A table of terms before it is taken in: what is new in it and what says something else."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.exchange.matched import Standing
from consultation.language import Translator
from consultation.model import Term
from consultation.reading.vocabularies import name_of_term
from consultation.vocabularies.taking import TermPreview, TermsPreview, take_terms
from consultation.words import Values, field_name, lookup_in
from ui.widgets.buttons import button, main_button
from ui.widgets.table import BELOW, STRONG, TONE, Column, Table
from ui.widgets.words import heading, words
from ui.workspace import Workspace

NAME, WHAT = range(2)
Index = QModelIndex | QPersistentModelIndex


class TermsTaking(QWidget):
    """Shows what a table brings; says `left` once it was taken in, or was not."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._preview: TermsPreview | None = None
        self._build()

    def show_preview(self, preview: TermsPreview) -> None:
        """Show what would become of a table."""
        t, count = self._workspace.t, preview.count
        self._preview = preview
        self._name.setText(preview.name)
        new, changed, same = (count(standing) for standing in (Standing.NEW, Standing.CHANGED, Standing.SAME))
        said = [
            t.plural("{count} new term", "{count} new terms", new) if new else "",
            t.plural("{count} says something else", "{count} say something else", changed) if changed else "",
            t.plural("{count} is there already", "{count} are there already", same) if same else "",
        ]
        self._said.setText(t.listed([each for each in said if each]) or t("Nothing stands in it."))
        self.rows.show(preview, Values(t, lookup_in(self._workspace.store)))
        self.table.choose(0)
        self.take_button.setEnabled(bool(new or changed))

    def take(self) -> None:
        """Take the table in; it can be undone."""
        preview, t = self._preview, self._workspace.t
        if preview is None:
            return
        number = preview.count(Standing.NEW) + preview.count(Standing.CHANGED)
        said = t.plural("{count} term was taken in.", "{count} terms were taken in.", number)
        if self._workspace.do(said, lambda: take_terms(self._workspace.store, preview)):
            self.leave()

    def leave(self) -> None:
        """Put the table away."""
        self._preview = None
        self.left.emit()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._name, self._said = heading(), words(tone="muted")
        self.rows = _Rows(t, self)
        columns = [Column(t("Term"), 260), Column(t("What the table says"), 0)]
        self.table = Table(theme, columns, two_lines=True)
        self.table.setModel(self.rows)
        self.table.setAccessibleName(t("Terms of the table"))
        self.take_button = main_button(theme, t("Take in"), self.take)
        self.leave_button = button(theme, t("Leave it"), self.leave)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.take_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.take_button)


class _Rows(QAbstractTableModel):
    """What is new or says something else; what is there already is only counted."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._t = t
        self._rows: list[tuple[TermPreview, str, str]] = []

    def show(self, preview: TermsPreview, values: Values) -> None:
        """Show the rows of a table."""
        self.beginResetModel()
        self._rows = [(row, *self._told(row, values)) for row in preview.rows if row.standing is not Standing.SAME]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, said, before = self._rows[index.row()]
        name = index.column() == NAME
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of_term(row.term, self._t.language) if name else said
        if role == BELOW:
            return row.term.vocabulary if name else before
        if role == STRONG:
            return name
        return ("done" if row.standing is Standing.NEW else "text") if role == TONE and not name else None

    def _told(self, row: TermPreview, values: Values) -> tuple[str, str]:
        """Say what the table says of a term, and what the file says of it now."""
        t = self._t
        if row.standing is Standing.NEW:
            return t("new"), values.line("label", row.term.label)
        after, before = [], []
        for change in row.changes:
            was, now = values.alternatives(change.field, [change.before, change.after])
            name = field_name(t, Term.kind(), change.field)
            after.append(t("{name}: {value}").format(name=name, value=now.replace("\n", "; ") or "–"))
            before.append(was.replace("\n", "; ") or "–")
        return "; ".join(after), t("until now: {value}").format(value="; ".join(before))
