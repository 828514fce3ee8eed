"""One organisation as documents name it: a grip, its emblem, its name, its part, and what is printed of it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy

from consultation.emblems import picture_of
from consultation.language import in_language
from consultation.model import Organisation
from consultation.words import choice_name
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.marks import draw_gap
from ui.widgets.buttons import DrawnButton
from ui.workspace import Workspace

HIGH, EMBLEM, GRIP = 42, 28, 24
MIME = "application/x-consultation-organisation"
FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine)


class OrganisationRow(DrawnButton):
    """Pressed, it opens what is known of it; dragged, it goes elsewhere in the order."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.theme)
        self._workspace = workspace
        self._picture = QImage()
        self._cells = ("", "", "")
        self._pressed_at = QPoint()
        self.organisation = Organisation()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_organisation(self, organisation: Organisation, language: str) -> None:
        """Show an organisation, its name as a document in that language has it."""
        t = self._workspace.t
        if organisation.emblem != self.organisation.emblem:
            self._picture = QImage.fromData(picture_of(organisation.emblem))
        self.organisation = organisation
        parts = ", ".join(choice_name(t, part) for part in organisation.parts)
        printed = t("no emblem") if self._picture.isNull() else t.context("printed of an organisation", "emblem")
        self._cells = (in_language(organisation.name, language), parts, printed)
        self.setAccessibleName(", ".join(filter(None, self._cells)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, px(self._theme, HIGH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the row along once the pointer has gone far enough to mean it."""
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            self.setDown(False)
            self._drag()

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        theme = self._theme
        grip, side, pad = px(theme, GRIP), px(theme, EMBLEM), px(theme, 12)
        if not self.hasFocus():
            painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour("line"))
        dots = pixmap("grip-vertical", theme.colours.muted, 16, self.devicePixelRatioF())
        painter.drawPixmap(self._turned(QRect(4, (self.height() - 16) // 2, 16, 16)), dots)
        self._draw_emblem(painter, QRect(grip, (self.height() - side) // 2, side, side))
        start = grip + side + pad
        wide = self.width() - start
        part_at, printed_at = start + round(wide * 0.52), start + round(wide * 0.8)
        name, parts, printed = self._cells
        self._write(painter, QRect(start, 0, part_at - start - pad, self.height()), name, "text")
        self._write(painter, QRect(part_at, 0, printed_at - part_at - pad, self.height()), parts, "muted")
        room = QRect(printed_at, 0, self.width() - printed_at - 4, self.height())
        if self._picture.isNull():
            spot = self._turned(QRect(room.left(), 0, px(theme, 12), self.height())).toRectF().center()
            draw_gap(painter, spot, theme, "incomplete")
            room.setLeft(room.left() + px(theme, 16))
        self._write(painter, room, printed, "incomplete" if self._picture.isNull() else "muted")

    def _draw_emblem(self, painter: QPainter, box: QRect) -> None:
        theme, box = self._theme, self._turned(box)
        if self._picture.isNull():
            painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            inside = box.adjusted(6, 6, -6, -6)
            painter.drawPixmap(inside, pixmap("image", theme.colours.muted, inside.width(), self.devicePixelRatioF()))
            return
        size = self._picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRect(QPoint(), size)
        spot.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(spot, self._picture)

    def _write(self, painter: QPainter, room: QRect, text: str, tone: str) -> None:
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour(tone))
        short = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(self._turned(room), FLAGS, short)

    def _turned(self, box: QRect) -> QRect:
        """Return where a box lies where reading goes right to left."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box = QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())
        return box

    def _drag(self) -> None:
        drag, carried = QDrag(self), QMimeData()
        carried.setData(MIME, self.organisation.id.bytes)
        drag.setMimeData(carried)
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)
