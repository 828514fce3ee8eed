"""An organisation as documents name it: its name, its part, and its emblem. Opens over the first page."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from consultation.emblems import picture_of
from consultation.language import in_language
from consultation.model import Organisation, OrganisationPart
from consultation.words import choice_name, field_name
from ui.actions import preparing, recording
from ui.keys import tip
from ui.look.folds import px
from ui.prepare.form import Chosen, Entry, ManyChosen, Plain, Said, line_for
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, section, words
from ui.workspace import Workspace

SIDE = 72


class OrganisationForm(QWidget):
    """Fields of one organisation; it says what is wanted of its emblem."""

    emblem_asked = Signal(object)
    emblem_taken_off = Signal(object)
    left = Signal()

    def __init__(self, workspace: Workspace, language: Callable[[], str]) -> None:
        super().__init__()
        self._workspace, self._language = workspace, language
        self._organisation: UUID | None = None
        self._build()

    @property
    def organisation(self) -> UUID | None:
        """The one that is shown."""
        return self._organisation

    def show_organisation(self, organisation: Organisation) -> None:
        """Show an organisation."""
        self._organisation = organisation.id
        t = self._workspace.t
        self._head.setText(in_language(organisation.name, self._language()))
        for entry in self._entries:
            entry.show_record(organisation)
        picture = QPixmap()
        picture.loadFromData(picture_of(organisation.emblem))
        has_picture = not picture.isNull()
        side = px(self._workspace.theme, SIDE)
        self._picture.setFixedHeight(side if has_picture else 0)
        if has_picture:
            self._picture.setPixmap(
                picture.scaled(
                    QSize(2 * side, side),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        self._off.setVisible(has_picture)
        self._said.setText(
            t("It is kept as a small picture of its own; nothing else of the file is.")
            if has_picture
            else t("A PNG or JPEG file; it can also be dropped on the row. Until then, documents print the name.")
        )

    def flush(self) -> None:
        """Save what is typed."""
        for entry in self._entries:
            entry.flush()

    def leave(self) -> None:
        """Save what is typed, and show none."""
        for entry in self._entries:
            entry.leave()
        self._organisation = None

    def _build(self) -> None:
        workspace, t, kind = self._workspace, self._workspace.t, Organisation.kind()
        self._entries: list[Entry] = [
            line_for(workspace, field_name(t, kind, "name"), Said("name", self._language)),
            line_for(workspace, field_name(t, kind, "short_name"), Said("short_name", self._language)),
            ManyChosen(
                workspace,
                field_name(t, kind, "parts"),
                "parts",
                [(part, choice_name(t, part)) for part in OrganisationPart],
            ),
            line_for(workspace, field_name(t, kind, "territory"), Plain("territory")),
            Chosen(
                workspace,
                field_name(t, kind, "member"),
                "member",
                [(None, t("Nobody has said")), (True, t("Yes")), (False, t("No"))],
            ),
        ]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(16)
        for entry in self._entries:
            column.addWidget(entry)
        column.addLayout(self._emblem())
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._heading())
        whole.addWidget(scrolled(inside), 1)
        self.setFocusProxy(self._entries[0])

    def _heading(self) -> QHBoxLayout:
        t = self._workspace.t
        self._head = words("", "heading", strong=True)
        line = QHBoxLayout()
        line.setContentsMargins(24, 16, 12, 4)
        line.addWidget(self._head, 1)
        close = tip(t, preparing.LEAVE_ORGANISATION, t(preparing.LEAVE_ORGANISATION.words))
        line.addWidget(
            icon_button(self._workspace.theme, "x", close, self.left.emit), alignment=Qt.AlignmentFlag.AlignTop
        )
        return line

    def _emblem(self) -> QVBoxLayout:
        theme, t = self._workspace.theme, self._workspace.t
        self._picture = QLabel()
        self._said = caption()
        choose = quiet_button(
            theme, t(preparing.CHOOSE_EMBLEM.label), lambda: self.emblem_asked.emit(self._organisation), "image"
        )
        self._off = quiet_button(
            theme, t(recording.TAKE_OFF_WORD.label), lambda: self.emblem_taken_off.emit(self._organisation), "x"
        )
        self._off.setAccessibleName(t("Take the emblem off"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(choose)
        line.addWidget(self._off)
        line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(section(t("Emblem")))
        column.addWidget(self._picture)
        column.addLayout(line)
        column.addWidget(self._said)
        return column
