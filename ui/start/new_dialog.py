"""Making a new consultation from a kit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from consultation.errors import ConsultationError
from consultation.kits import ENDING, Kit, kits, read_kit
from consultation.preparing import new_consultation
from consultation.store import Store
from ui.start.new_file import NewFileDialog, file_name
from ui.widgets.buttons import quiet_button
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.two_lines import TwoLines, row
from ui.widgets.words import caption
from ui.workspace import Workspace

WITHOUT_KIT = 2
"""What the dialog ends with when a person wants none of the kits."""


class NewDialog(NewFileDialog):
    """Asks from which kit a new file is to be made."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        t = workspace.t
        self._kits: list[Kit] = kits()
        about = t("A kit brings the framework, the programme and the questions of a consultation.")
        made_of = self._ask_kit(workspace)
        super().__init__(workspace, t("New from a kit"), about, made_of, self._is_chosen, self._made_from_kit, parent)
        without = quiet_button(workspace.theme, t("New without a kit…"), lambda: self.done(WITHOUT_KIT))
        from_file = quiet_button(workspace.theme, t("A kit from a file…"), self._on_file_wanted)
        self.ends.insertWidget(0, from_file)
        self.ends.insertWidget(1, without)
        follow_the_eye(self)
        self._list.currentRowChanged.connect(self._on_kit_chosen)
        self._list.setCurrentRow(0)

    def choose(self, kit: str, name: str, folder: Path) -> None:
        """Fill in the dialog: the kit's name, the file's name and its folder."""
        for place, found in enumerate(self._kits):
            if found.name == kit:
                self._list.setCurrentRow(place)
        self.name_file(name, folder)

    def take_kit(self, file: Path) -> None:
        """Offer the kit in a file beside those there are, chosen; say why where it is refused."""
        try:
            kit = read_kit(file)
        except ConsultationError as error:
            self.refuse(error)
            return
        self._kits.append(kit)
        self._list.addItem(_line(self._workspace, kit))
        self._list.setCurrentRow(self._list.count() - 1)

    def _ask_kit(self, workspace: Workspace) -> QWidget:
        t, theme = workspace.t, workspace.theme
        self._list = QListWidget()
        self._list.setProperty("surface", "card")
        self._list.setAccessibleName(t("Kits"))
        self._list.setItemDelegate(TwoLines(theme, self._list))
        for kit in self._kits:
            self._list.addItem(_line(workspace, kit))
        self._about = caption("")
        self._about.setMinimumHeight(48)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._list, 1)
        column.addWidget(self._about)
        return inside

    def _made_from_kit(self, file: Path) -> Store:
        return new_consultation(file, self._kits[self._list.currentRow()], self._workspace.identity)

    def _on_file_wanted(self) -> None:
        t = self._workspace.t
        chosen, _ = QFileDialog.getOpenFileName(self, t("A kit from a file"), "", f"{t('Kits')} (*{ENDING})")
        if chosen:
            self.take_kit(Path(chosen))

    def _is_chosen(self) -> bool:
        return self._list.currentRow() >= 0

    def _on_kit_chosen(self, place: int) -> None:
        kit, workspace = self._kits[place], self._workspace
        self._about.setText(workspace.label(kit.description))
        self.name_file(file_name(workspace.label(kit.title)))


def _line(workspace: Workspace, kit: Kit) -> QListWidgetItem:
    """Make the line of a kit: what it is called, and the languages it is in."""
    t = workspace.t
    return row(workspace.label(kit.title), t.listed(t.language_name(code) for code in kit.languages))
