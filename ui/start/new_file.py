"""Making a new file: what every way of making one asks, its name and its folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.errors import ConsultationError
from consultation.files import ENDING, make_folder
from consultation.store import Store
from ui.look.folds import px
from ui.widgets.buttons import button, main_button
from ui.widgets.fields import Field
from ui.widgets.words import caption, title, words
from ui.workspace import Workspace


class NewFileDialog(QDialog):
    """Asks for a file name and a folder below what the file is to be made of; the file is open when it is accepted.

    ``made_of`` is what is asked above the name of the file; ``is_said`` tells whether all of that is said, and
    ``make`` makes the file.
    """

    def __init__(
        self,
        workspace: Workspace,
        name: str,
        about: str,
        made_of: QWidget,
        is_said: Callable[[], bool],
        make: Callable[[Path], Store],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._is_said, self._make_file = is_said, make
        self._proposed = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or ".")
        self._folder = self._proposed
        self._build(name, about, made_of)
        self._name.textChanged.connect(self.refresh)

    @property
    def file(self) -> Path:
        """The file that will be made."""
        name = self._name.text().strip()
        return self._folder / (name if name.endswith(ENDING) else name + ENDING)

    def name_file(self, name: str, folder: Path | None = None) -> None:
        """Fill in the file's name and its folder."""
        self._name.setText(name)
        self._show_folder(folder or self._folder)

    def accept(self) -> None:
        """Make the file and open it; stay open, saying why, when that is refused."""
        if not self._is_complete():
            return
        try:
            if self._folder == self._proposed:  # one a person chose and that is gone is a stick taken out
                make_folder(self._folder)
            self._workspace.take(self._make_file(self.file), self.file)
        except ConsultationError as error:
            self.refuse(error)
            return
        super().accept()

    def refuse(self, error: ConsultationError) -> None:
        """Say why something was refused, until something else is chosen."""
        self._refusal.setText(self._workspace.t.error(error))
        self._refusal.show()

    def refresh(self) -> None:
        """Show what is chosen, and offer to make the file where nothing is missing."""
        self._refusal.hide()
        self._where.setText(self._workspace.t("In {folder}").format(folder=self._folder))
        self._make.setEnabled(self._is_complete())

    def _is_complete(self) -> bool:
        return self._is_said() and bool(self._name.text().strip())

    def _build(self, name: str, about: str, made_of: QWidget) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.setWindowTitle(name)
        self.resize(px(theme, 640), px(theme, 560))
        self._name = QLineEdit()
        self._where = caption("", wrap=True)
        self._refusal = words("", tone="conflict")
        self._refusal.hide()
        self._make = main_button(theme, t("Make the file"), self.accept)
        self._make.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(title(name))
        column.addWidget(words(about, tone="muted"))
        column.addWidget(made_of, 1)
        column.addWidget(Field(t("File name"), self._name))
        place = QHBoxLayout()
        place.setSpacing(12)
        place.addWidget(self._where, 1)
        place.addWidget(button(theme, t("Choose a folder…"), self._on_folder_pressed))
        column.addLayout(place)
        column.addWidget(self._refusal)
        self.ends = QHBoxLayout()
        self.ends.addStretch(1)
        self.ends.addWidget(button(theme, t("Cancel"), self.reject))
        self.ends.addWidget(self._make)
        column.addLayout(self.ends)
        self.refresh()

    def _on_folder_pressed(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._workspace.t("Choose a folder"), str(self._folder))
        if chosen:
            self._show_folder(Path(chosen))

    def _show_folder(self, folder: Path) -> None:
        self._folder = folder
        self.refresh()


def file_name(title: str) -> str:
    """Make a name that every file system takes from a title."""
    kept = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in title)
    return " ".join(kept.split())[:60]
