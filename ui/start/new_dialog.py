"""Making a new consultation: from which kit, in which file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from consultation.errors import ConsultationError
from consultation.files import ENDING, make_folder
from consultation.kits import Kit, kits
from consultation.preparing import new_consultation
from ui.widgets.buttons import button, main_button
from ui.widgets.fields import Field
from ui.widgets.two_lines import TwoLines, row
from ui.widgets.words import caption, title, words
from ui.workspace import Workspace


class NewDialog(QDialog):
    """Asks what a new file is to be made from; the file is open when it is accepted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._proposed = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or ".")
        self._folder = self._proposed
        self._kits: list[Kit] = kits()
        self._build()
        self._connect()
        self._list.setCurrentRow(0)

    @property
    def file(self) -> Path:
        """The file that will be made."""
        name = self._name.text().strip()
        return self._folder / (name if name.endswith(ENDING) else name + ENDING)

    def choose(self, kit: str, name: str, folder: Path) -> None:
        """Fill in the dialog: the kit's name, the file's name and its folder."""
        for place, found in enumerate(self._kits):
            if found.name == kit:
                self._list.setCurrentRow(place)
        self._name.setText(name)
        self._show_folder(folder)

    def accept(self) -> None:
        """Make the file and open it; stay open, saying why, when that is refused."""
        chosen = self._list.currentRow()
        if chosen < 0 or not self._name.text().strip():
            return
        workspace = self._workspace
        try:
            if self._folder == self._proposed:  # one a person chose and that is gone is a stick taken out
                make_folder(self._folder)
            store = new_consultation(self.file, self._kits[chosen], workspace.identity)
            workspace.take(store, self.file)
        except ConsultationError as error:
            self._refusal.setText(workspace.t.error(error))
            self._refusal.show()
            return
        super().accept()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.setWindowTitle(t("New from a kit"))
        self.resize(640, 560)
        self._list = QListWidget()
        self._list.setProperty("surface", "card")
        self._list.setAccessibleName(t("Kits"))
        self._list.setItemDelegate(TwoLines(theme, self._list))
        for kit in self._kits:
            spoken = t.listed(t.language_name(code) for code in kit.languages)
            self._list.addItem(row(self._workspace.label(kit.title), spoken))
        self._about = caption("")
        self._about.setMinimumHeight(48)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._name = QLineEdit()
        self._where = caption("", wrap=True)
        self._refusal = words("", tone="conflict")
        self._refusal.hide()
        self._make = main_button(theme, t("Make the file"), self.accept)
        self._make.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(title(t("New from a kit")))
        column.addWidget(
            words(t("A kit brings the framework, the programme and the questions of a consultation."), tone="muted")
        )
        column.addWidget(self._list, 1)
        column.addWidget(self._about)
        column.addWidget(Field(t("File name"), self._name))
        column.addLayout(_row(self._where, button(theme, t("Choose a folder…"), self._on_folder_pressed)))
        column.addWidget(self._refusal)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(button(theme, t("Cancel"), self.reject))
        ends.addWidget(self._make)
        column.addLayout(ends)
        self._show_folder(self._folder)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._on_kit_chosen)
        self._name.textChanged.connect(self._refresh)

    def _on_kit_chosen(self, place: int) -> None:
        kit, workspace = self._kits[place], self._workspace
        self._about.setText(workspace.label(kit.description))
        self._name.setText(_file_name(workspace.label(kit.title)))

    def _on_folder_pressed(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._workspace.t("Choose a folder"), str(self._folder))
        if chosen:
            self._show_folder(Path(chosen))

    def _show_folder(self, folder: Path) -> None:
        self._folder = folder
        self._refresh()

    def _refresh(self) -> None:
        self._refusal.hide()
        self._where.setText(self._workspace.t("In {folder}").format(folder=self._folder))
        self._make.setEnabled(bool(self._name.text().strip()) and self._list.currentRow() >= 0)


def _row(wide: QWidget, narrow: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(wide, 1)
    row.addWidget(narrow)
    return row


def _file_name(title: str) -> str:
    """Make a name that every file system takes from a title."""
    kept = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in title)
    return " ".join(kept.split())[:60]
