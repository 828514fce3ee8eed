"""The terms of a vocabulary as rows of a table: a column for each language, and how often each is used."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.language import Translator
from consultation.reading.vocabularies import TermRow, VocabularyTree, name_of_term
from ui.prepare.words.names import tags_of

Index = QModelIndex | QPersistentModelIndex


class TermRows(QAbstractTableModel):
    """The rows that are shown, in their order."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self.t = t
        self.rows: Sequence[TermRow] = ()
        self.languages: tuple[str, ...] = ("en",)
        self.folded: Collection[UUID] = ()

    @property
    def used_column(self) -> int:
        """The column of how often each is used: the last."""
        return len(self.languages)

    def show(self, tree: VocabularyTree, rows: Sequence[TermRow], folded: Collection[UUID]) -> None:
        """Show these rows of a vocabulary; what stands under the ``folded`` ones is left out of them."""
        self.beginResetModel()
        self.rows, self.languages, self.folded = rows, tree.languages, folded
        self.endResetModel()

    def place_of(self, term: UUID) -> int:
        """Return the row of a term, or -1."""
        return next((place for place, row in enumerate(self.rows) if row.term.id == term), -1)

    def name(self, row: TermRow, column: int) -> str:
        """Return the name of a term in the language of a column; nothing where it lacks."""
        return " ".join(row.term.label.get(self.languages[column], "").split())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.languages) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if column == 0 else self._words(row, column)
        return None

    def _words(self, row: TermRow, column: int) -> str:
        if column == self.used_column:
            return self.t.number(len(row.uses)) if row.uses else "–"
        return self.name(row, column) or (self.t("missing") if row.is_offered else "")

    def _spoken(self, row: TermRow) -> str:
        """The whole row as it is read aloud."""
        t = self.t
        missing = [t("without {language}").format(language=t.language_name(code)) for code in row.missing]
        used = t.plural("used once", "used {count} times", len(row.uses)) if row.uses else t("not used")
        level = t("level {number}").format(number=t.number(row.depth + 1))
        tags = [words for words, _ in tags_of(t, row)]
        return ", ".join([name_of_term(row.term, self.languages[0]), level, *tags, *missing, used])
