"""The organisations in the order in which documents print them, moved by keys or mouse; emblems are dropped on them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import Organisation
from ui.actions import preparing
from ui.keys import bind, offer
from ui.prepare.consultation.organisation_row import MIME, OrganisationRow
from ui.widgets.roving import Roving
from ui.widgets.rows import clear
from ui.workspace import Workspace


class Organisations(QWidget):
    """A row each. It only says what is wanted; the page writes it."""

    moved = Signal(object, int)
    """The id of an organisation, and the place it is to have."""
    opened = Signal(object)
    taken_out = Signal(object)
    emblem_asked = Signal(object)
    """A file is to be chosen for the emblem of this organisation."""
    emblem_dropped = Signal(object, object)
    """The id of an organisation, and the path of a file."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._rows: list[OrganisationRow] = []
        self._line_at: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._roving = Roving(self)
        self.setAcceptDrops(True)
        bind(self, preparing.ORGANISATION_UP, partial(self._move, -1), self._is_at_hand)
        bind(self, preparing.ORGANISATION_DOWN, partial(self._move, 1), self._is_at_hand)
        bind(self, preparing.CHOOSE_EMBLEM, partial(self._say, self.emblem_asked), self._is_at_hand)
        bind(self, preparing.WITHOUT_PART, partial(self._say, self.taken_out), self._is_at_hand)
        offer(self, preparing.OPEN_ORGANISATION, partial(self._say, self.opened), self._is_at_hand)

    @property
    def rows(self) -> list[OrganisationRow]:
        """The rows, in their order."""
        return list(self._rows)

    @property
    def at_hand(self) -> OrganisationRow | None:
        """The row that has the keyboard."""
        return next((row for row in self._rows if row.hasFocus()), None)

    def show_organisations(self, organisations: Sequence[Organisation], language: str) -> None:
        """Show these; the keyboard stays with the organisation that had it."""
        held = self.at_hand.organisation.id if self.at_hand is not None else None
        if len(self._rows) != len(organisations):
            clear(self._column)
            self._rows = [OrganisationRow(self._workspace) for _ in organisations]
            for row in self._rows:
                self._column.addWidget(row)
                row.show()  # or it could not take the keyboard at once
                row.clicked.connect(lambda _=False, row=row: self.opened.emit(row.organisation.id))
            self._roving.gather(self._rows)
        for row, organisation in zip(self._rows, organisations, strict=True):
            row.show_organisation(organisation, language)
        if held is not None:
            self.go_to(held)

    def go_to(self, organisation: UUID) -> None:
        """Give the row of an organisation the keyboard."""
        for row in self._rows:
            if row.organisation.id == organisation:
                row.show()
                row.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME) or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            self._show_line(self._place_at(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_line(None)

    def dropEvent(self, event: QDropEvent) -> None:
        spot, carried = event.position().toPoint(), event.mimeData()
        self._show_line(None)
        if carried.hasFormat(MIME):
            moved = UUID(bytes=bytes(carried.data(MIME).data()))
            ids = [row.organisation.id for row in self._rows]
            place = self._place_at(spot)
            if moved in ids:
                self.moved.emit(moved, place - (ids.index(moved) < place))
        elif carried.hasUrls():
            under = next((row for row in self._rows if row.geometry().contains(spot)), None)
            path = carried.urls()[0].toLocalFile()
            if under is not None and path:
                self.emblem_dropped.emit(under.organisation.id, Path(path))
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show between which rows the one that is dragged would stand."""
        super().paintEvent(event)
        if self._line_at is not None and self._rows:
            last = self._rows[-1].geometry().bottom() - 1
            y = self._rows[self._line_at].y() if self._line_at < len(self._rows) else last
            QPainter(self).fillRect(QRect(0, max(y - 1, 0), self.width(), 3), self._workspace.theme.colour("accent"))

    def _is_at_hand(self) -> bool:
        return self.at_hand is not None

    def _place_at(self, spot: QPoint) -> int:
        return sum(row.geometry().center().y() < spot.y() for row in self._rows)

    def _show_line(self, place: int | None) -> None:
        self._line_at = place
        self.update()

    def _move(self, by: int) -> None:
        row = self.at_hand
        if row is None:
            return
        place = self._rows.index(row) + by
        if 0 <= place < len(self._rows):
            self.moved.emit(row.organisation.id, place)

    def _say(self, signal: SignalInstance) -> None:
        if self.at_hand is not None:
            signal.emit(self.at_hand.organisation.id)
