"""The files as rows of a table: by whom and when, what is in them, and how each stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.errors import DamagedFile, FileUnreachable, NewerFile, SourceRefused
from consultation.language import N_, Translator
from consultation.merging import Account, Verdict, verdict_of
from consultation.model import Intervention, Recommendation
from consultation.words import author_name, can_be_saved
from ui.merge.batch import Batch
from ui.widgets.table import BELOW, ICON, STRONG, TONE, Column
from ui.widgets.words import plain_tip

TICK, FILE, SESSIONS, RECOMMENDATIONS, INTERVENTIONS, LANGUAGES, VERDICT = range(7)
Index = QModelIndex | QPersistentModelIndex

LOOKS = {
    Verdict.FINE: (N_("Fine"), "circle-check", "done", "text"),
    Verdict.LOOK_FIRST: (N_("Fine, look first"), "circle-alert", "incomplete", "incomplete"),
    Verdict.NOTHING_NEW: (N_("Nothing new"), "copy", "muted", "muted"),
    Verdict.OTHER: (N_("Another consultation"), "circle-alert", "incomplete", "incomplete"),
    Verdict.DAMAGED: (N_("Damaged"), "file-warning", "conflict", "conflict"),
    Verdict.REFUSED: (N_("Refused"), "file-x", "conflict", "conflict"),
}
"""Verdict -> its words, its icon and the tone of that, and the tone of the words."""


def columns(t: Translator) -> tuple[Column, ...]:
    """Name the columns of the table of files."""
    return (
        Column("", 40),
        Column(t("File, by whom, when")),
        Column(t("Sessions"), 150, folds=1),
        Column(t("Rec."), 68, folds=2, is_number=True),
        Column(t("Int."), 68, folds=3, is_number=True),
        Column(t("Languages"), 92, folds=4),
        Column(t("Verdict"), 232),
    )


class FileRows(QAbstractTableModel):
    """The files of a batch, one row each."""

    def __init__(self, batch: Batch, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._batch, self._t = batch, t
        self.files: list[tuple[Path, Account | None]] = []

    def read_again(self) -> None:
        """Show the files as they stand; the rows stay where only what is in them is another."""
        shown = self._batch.shown
        if [path for path, _ in shown] == [path for path, _ in self.files]:
            self.files = shown
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, VERDICT))
            return
        self.beginResetModel()
        self.files = shown
        self.endResetModel()

    def place_of(self, path: Path, otherwise: int) -> int:
        """Return the row of a file; where it is not listed, return ``otherwise``."""
        return next((row for row, (each, _) in enumerate(self.files) if each == path), otherwise)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.files)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else VERDICT + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.files):
            return None
        path, file = self.files[index.row()]
        column = index.column()
        if column == TICK:
            return self._tick(path, file, role)
        if column == FILE:
            found = {Qt.ItemDataRole.DisplayRole: path.name, STRONG: True, BELOW: self._by_whom(file)}
            return self._spoken(index) if role == Qt.ItemDataRole.AccessibleTextRole else found.get(role)
        if column == VERDICT:
            return self._verdict(file, role)
        if file is None or file.shown.refusal is not None:
            return "–" if column == SESSIONS and role == Qt.ItemDataRole.DisplayRole and file is not None else None
        if column == SESSIONS:
            return self._sessions(file.codes, role)
        return self._counts(file, column) if role == Qt.ItemDataRole.DisplayRole else None

    def _tick(self, path: Path, file: Account | None, role: int) -> object:
        if file is None or not self._batch.can_go_in(path):
            return None
        t = self._t
        ticked = self._batch.is_ticked(path)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return (t("goes in") if ticked else t("stays out")) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _by_whom(self, file: Account | None) -> str:
        t = self._t
        if file is None:
            return t("Being read…")
        if file.when is None:
            return ""
        when = file.when.astimezone()
        day = t("today") if when.date() == date.today() else t.day(when.date(), "medium")
        who = author_name(t, file.author_name)
        return t("{name}, {day}, {time}").format(name=who[:1].upper() + who[1:], day=day, time=t.time(when))

    def _counts(self, file: Account, column: int) -> str:
        if column == LANGUAGES:
            return " ".join(file.shown.languages)
        kind = Recommendation if column == RECOMMENDATIONS else Intervention
        return self._t.number(file.shown.created.get(kind.kind(), 0))

    def _sessions(self, codes: tuple[str, ...], role: int) -> object:
        """Name the first session, and below it the second, or how many more there are."""
        rest = codes[1:]
        more = self._t.plural("and {count} more", "and {count} more", len(rest))
        found = {Qt.ItemDataRole.DisplayRole: codes[0] if codes else "", BELOW: rest[0] if len(rest) == 1 else more}
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(", ".join(codes))
        return found.get(role) if role != BELOW or rest else None

    def _verdict(self, file: Account | None, role: int) -> object:
        if file is None:
            return None
        words, icon, icon_tone, tone = LOOKS[verdict_of(file)]
        if self._batch.is_merged(file.path) and file.goes_in:
            words, icon, icon_tone, tone = N_("Merged"), "circle-check", "done", "text"
        found = {
            Qt.ItemDataRole.DisplayRole: self._t(words),
            BELOW: self._reason(file),
            ICON: (icon, icon_tone),
            TONE: tone,
        }
        return found.get(role)

    def _reason(self, file: Account) -> str:
        """Say in two or three words what the verdict is about."""
        t, shown = self._t, file.shown
        if file.savable is not None:
            return can_be_saved(t, *file.savable.entries)
        if shown.refusal is not None:
            return t(_why(shown.refusal))
        parts = [
            t.plural("{count} deletion", "{count} deletions", sum(shown.deleted.values())) if shown.deleted else "",
            t.plural("{count} consent", "{count} consents", len(shown.consent)) if shown.consent else "",
            t("writes for others") if shown.written_for else "",
            t("wrong clock") if shown.wrong_clock else "",
            t("erases words") if shown.erased else "",
            t("newer version") if shown.unread else "",
            t("earlier changes missing") if shown.missing else "",
        ]
        said = [part for part in parts if part][:2]
        if shown.conflicts and len(said) < 2:
            said.append(t.plural("{count} conflict", "{count} conflicts", shown.conflicts))
        return ", ".join(said)

    def _spoken(self, index: Index) -> str:
        row = index.row()
        cells = [self.index(row, column) for column in (FILE, SESSIONS, VERDICT)]
        said = [str(cell.data(role) or "") for cell in cells for role in (Qt.ItemDataRole.DisplayRole, BELOW)]
        ticked = self._tick(*self.files[row], Qt.ItemDataRole.AccessibleTextRole)
        return ", ".join(part for part in (*said, str(ticked or "")) if part)


def _why(refusal: Exception) -> str:
    if isinstance(refusal, NewerFile):
        return N_("of a newer version")
    if isinstance(refusal, FileUnreachable):
        return N_("cannot be reached")
    if isinstance(refusal, SourceRefused):
        return N_("it is the file that is open")
    return N_("cannot be read whole") if isinstance(refusal, DamagedFile) else N_("not of this program")
