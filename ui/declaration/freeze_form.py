"""The form that freezes an edition: its name, a note, and whether it is final, which it can be once nothing waits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from consultation.freezing import remaining_line
from consultation.language import N_
from consultation.model import Edition
from ui.actions import anywhere, declaring
from ui.declaration.freezing import Freezing, Stopping
from ui.declaration.gap_button import GapButton
from ui.widgets.buttons import main_button, quiet_button
from ui.widgets.fields import Field, PlainEdit, Tick
from ui.widgets.flow import Flow
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, heading
from ui.workspace import Workspace

NAMES = (N_("Zero draft"), N_("First draft"), N_("Final"))
MOST = 10
"""Things that wait which are shown at one time."""


class FreezeForm(QFrame):
    """Says `passage_asked` with a language and a passage that waits there."""

    passage_asked = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.freezing = Freezing(workspace, self)
        self.waiting: list[GapButton] = []
        self._build()
        self.name.textChanged.connect(self._show_possible)
        self.name.returnPressed.connect(self.freeze)
        self.final.toggled.connect(self._on_final_toggled)
        self.freezing.told.connect(self._on_told)
        self.freezing.opposed_told.connect(self._on_opposed_told)
        self.freezing.frozen.connect(self._on_frozen)

    def propose(self, editions: Sequence[Edition]) -> None:
        """Propose the name that comes next, where nobody has typed one."""
        t = self._workspace.t
        taken = {edition.name.casefold() for edition in editions}
        names = [t(name) for name in NAMES]
        if not self.name.isModified():
            self.name.setText(next((name for name in names[:-1] if name.casefold() not in taken), ""))
        self._show_names(names)

    def read_again(self) -> None:
        """Ask again what keeps the text from being final: something was written."""
        if self.final.isChecked():
            self.freezing.ask_what_stops()

    def showEvent(self, event: QShowEvent) -> None:
        """Have what may contradict named: once for each time somebody comes, since all is compared for it."""
        super().showEvent(event)
        self.freezing.ask_what_is_opposed()

    def take_keyboard(self) -> None:
        """Go to the name."""
        self.name.setFocus()
        self.name.selectAll()

    def freeze(self) -> None:
        """Freeze, where that can be done."""
        if self.do.isEnabled():
            self.do.setEnabled(False)
            self.freezing.freeze(self.name.text(), self.note.toPlainText(), self.final.isChecked())

    def _build(self) -> None:
        t, theme, act = self._workspace.t, self._workspace.theme, declaring.FREEZE
        self.name, self.note = QLineEdit(), PlainEdit(2, 6)
        self._names = QWidget()
        self._flow = Flow(self._names, 4)
        self.final = Tick(t("It is final"))
        self._remark, self._rows = caption(), QVBoxLayout()
        self._rows.setSpacing(2)
        self.do = main_button(theme, t(act.label), self.freeze, act.icon)
        self._more, self.opposed = caption(), caption(tone="incomplete")
        self.decide = quiet_button(
            theme, t("Decide in Merge"), partial(self._workspace.place_asked.emit, anywhere.GO_MERGE), "git-merge"
        )
        inside = QWidget()
        inside.setProperty("surface", "window")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        column.addWidget(heading(t("Freeze an edition")))
        column.addWidget(caption(t("It never changes afterwards, and can be exported again at any time as it was.")))
        column.addWidget(Field(t("Name"), self.name))
        column.addWidget(self._names)
        column.addWidget(Field(t("Note"), self.note))
        column.addWidget(self.final)
        column.addWidget(self._remark)
        column.addLayout(self._rows)
        column.addWidget(self._more)
        for part in (self.opposed, self.decide):
            column.addWidget(part)
            part.hide()
        column.addWidget(self.do, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        for part in (self._remark, self._more):
            part.hide()
        self._show_possible()

    def _show_names(self, names: Sequence[str]) -> None:
        clear(self._flow)
        for name in names:
            self._flow.addWidget(quiet_button(self._workspace.theme, name, partial(self._take_name, name)))

    def _take_name(self, name: str) -> None:
        self.name.setText(name)
        self.name.setModified(True)
        if name == self._workspace.t(NAMES[-1]):
            self.final.setChecked(True)

    def _on_final_toggled(self, final: bool) -> None:
        self._show_waiting([])
        if final:
            self.freezing.ask_what_stops()

    def _on_told(self, stopping: Stopping) -> None:
        self._show_waiting(stopping if self.final.isChecked() else [])

    def _on_opposed_told(self, lines: Sequence[str]) -> None:
        """Name what may contradict; that keeps nobody from freezing."""
        more = len(lines) - MOST
        rest = [self._workspace.t.plural("and {count} more", "and {count} more", more)] if more > 0 else []
        self.opposed.setText("\n".join([*lines[:MOST], *rest]))
        for part in (self.opposed, self.decide):
            part.setVisible(bool(lines))

    def _show_waiting(self, stopping: Stopping) -> None:
        """Show what has to be mended first, each leading there."""
        t = self._workspace.t
        clear(self._rows)
        self.waiting = []
        several = len({language for language, _ in stopping}) > 1
        for language, each in stopping[:MOST]:
            said = remaining_line(t, each)
            if several:
                said = t("{language}, {what}").format(language=t.language_name(language), what=said)
            row = GapButton(self._workspace.theme, said, partial(self.passage_asked.emit, language, each.passage))
            self.waiting.append(row)
            self._rows.addWidget(row)
        more = len(stopping) - len(self.waiting)
        self._remark.setText(t("It cannot be final yet. These wait for a person:"))
        self._remark.setVisible(bool(stopping))
        self._more.setText(t.plural("and {count} more", "and {count} more", more))
        self._more.setVisible(bool(more))
        self._show_possible()

    def _show_possible(self) -> None:
        self.do.setEnabled(bool(self.name.text().strip()) and not self.waiting)

    def _on_frozen(self) -> None:
        self.name.setModified(False)
        self.note.clear()
        self.final.setChecked(False)
        self._show_possible()
