"""How the first page of a document will look: the front that composing writes, drawn small."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from consultation.document import Cover, Emblem
from ui.look.colours import LIGHT
from ui.look.painting import Painting
from ui.look.theme import Theme

RATIO = 297 / 210
"""Of the height of a sheet of A4 to its width."""
WIDEST = 300
WORDS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
TITLE_SIZES = (0.066, 0.056, 0.048, 0.04, 0.033)
"""The title is set as large as it can be, as on paper."""
TITLE, TITLE_HIGHEST = 0.22, 0.13
"""Where the title begins, and where it may begin when it is long, of the width of the sheet."""
LABEL, SAID, BELOW_RULE, USUALLY, APART = 0.024, 0.026, 0.012, 0.58, 0.025
"""Of who, where and when: the sizes of their letters, the room below their rule, how far down they stand where there is
room, and the room around them; of the width of the sheet."""
COLUMNS = 3
"""Who, where and when stand beside each other."""
SLOTS = 5
"""Emblems in a row."""
EMBLEM = 0.95
"""Of the width of its place that an emblem may take."""
NAME, LOWEST, HIGHEST, UNDER = 0.019, 0.105, 0.16, 0.016
"""Size of a name that stands for an emblem; how low and high a row of them is, and the room below it: as below."""
MARGIN, FOOT = 0.09, 0.021
"""Of the words, and the size of those at the foot, of the width of the sheet."""
LINES, LINES_ALONE = 5, 10
"""Of statements below emblems, and where there are none."""


class FirstPage(QWidget):
    """A sheet with the title, who, where and when, the emblems, and at its foot what every document must say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._front = Cover("")
        self._whole = 0
        self._pictures: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_front(self, front: Cover, name: str) -> None:
        """Show a front; a screen reader says ``name`` and all its words."""
        self._front = front
        self._whole = self._fitting(front)
        self._pictures = [QImage.fromData(emblem.picture) for emblem in front.emblems]
        self.setAccessibleName(name)
        words = [front.issuer, front.title, *(f"{label}: {said}" for label, said in front.columns)]
        self.setAccessibleDescription(". ".join(filter(None, [*words, *front.statements])))
        self.update()

    @property
    def says_everything(self) -> bool:
        """Tell whether all that every document must say has room on it."""
        return self._whole == len(self._front.statements)

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, round(WIDEST * RATIO))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        with Painting(painter):
            self._draw(painter)

    def _draw(self, painter: QPainter) -> None:
        wide = min(self.width(), self.height() / RATIO)
        sheet = QRectF((self.width() - wide) / 2, 0, wide, wide * RATIO).adjusted(0.5, 0.5, -0.5, -0.5)
        # A sheet is white and its words black, in the dark too: it shows what will be printed.
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        painter.setBrush(QColor(LIGHT.base))
        painter.drawRect(sheet)
        painter.setClipRect(sheet)
        margin = wide * MARGIN
        room = sheet.adjusted(margin, margin, -margin, -margin)
        foot = self._draw_foot(painter, room, wide)
        above = QRectF(room.left(), room.top(), room.width(), foot - room.top())
        above.setBottom(self._draw_emblems(painter, above, wide))
        self._draw_head(painter, above, wide)

    def _draw_head(self, painter: QPainter, room: QRectF, wide: float) -> None:
        front, top = self._front, room.top()
        painter.fillRect(QRectF(room.left(), top, room.width(), max(wide * 0.008, 1.5)), QColor(LIGHT.text))
        self._write(painter, front.issuer, room, top + wide * 0.04, wide * 0.028, strong=True)
        room.setTop(self._draw_title(painter, room, wide) + APART * wide)
        self._draw_columns(painter, room, wide)

    def _draw_title(self, painter: QPainter, room: QRectF, wide: float) -> float:
        """Write the title as large as it can stand above who, where and when, a long one higher; return its end."""
        end = (USUALLY - APART) * wide
        for size in TITLE_SIZES:
            high = _high(self._face(wide * size, strong=True), self._front.title, room.width())
            if high <= end - TITLE_HIGHEST * wide:
                break
        top = min(TITLE * wide, max(TITLE_HIGHEST * wide, end - high))
        space = QRectF(room.left(), room.top(), room.width(), end - top)
        return self._write(painter, self._front.title, space, room.top() + top, wide * size, strong=True)

    def _draw_columns(self, painter: QPainter, room: QRectF, wide: float) -> None:
        """Set who, where and when beside each other, higher where they are long: what is below them stays free."""
        columns = self._front.columns[:COLUMNS]
        slot, words = room.width() / COLUMNS, self._face(SAID * wide)
        heading = _high(self._face(LABEL * wide, strong=True), "X", slot) + BELOW_RULE * wide
        longest = max((_high(words, said, slot * 0.9) for _, said in columns), default=0.0)
        usually = (MARGIN + USUALLY) * wide
        begins = max(min(usually, room.bottom() - APART * wide - heading - longest), room.top())
        for place, (label, said) in enumerate(columns):
            column = QRectF(room.left() + place * slot, begins, slot * 0.9, room.bottom() - begins)
            painter.fillRect(QRectF(column.left(), begins, column.width(), 1), QColor(LIGHT.text))
            top = self._write(painter, label, column, begins + BELOW_RULE * wide, LABEL * wide, strong=True)
            column.setTop(top)
            self._write(painter, said, column, top, SAID * wide)

    def _draw_emblems(self, painter: QPainter, room: QRectF, wide: float) -> float:
        """Set the emblems in rows that end above the foot, and return where they begin; the name for no picture."""
        shown = list(zip(self._front.emblems, self._pictures, strict=True))
        rows = -(-len(shown) // SLOTS)
        slot = room.width() / SLOTS
        high = self._row_height(slot * EMBLEM, wide)
        for place, (emblem, picture) in enumerate(shown):
            row, column = divmod(place, SLOTS)
            box = QRectF(
                room.left() + column * slot, room.bottom() - (rows - row) * high, slot * EMBLEM, high - UNDER * wide
            )
            self._draw_emblem(painter, emblem, picture, box, wide)
        return room.bottom() - rows * high

    def _row_height(self, slot: float, wide: float) -> float:
        """Return how high a row of emblems is: as the longest name that stands there needs, within bounds."""
        face = self._face(wide * NAME)
        pairs = zip(self._front.emblems, self._pictures, strict=True)
        names = [_high(face, emblem.name, slot) for emblem, picture in pairs if picture.isNull()]
        return min(max([LOWEST * wide, *(name + UNDER * wide for name in names)]), HIGHEST * wide)

    def _draw_emblem(self, painter: QPainter, emblem: Emblem, picture: QImage, box: QRectF, wide: float) -> None:
        if picture.isNull():
            painter.setFont(self._face(wide * NAME))
            painter.setPen(QColor(LIGHT.text))
            painter.drawText(box, WORDS, emblem.name)
            return
        box.setHeight(min(box.height(), (LOWEST - UNDER) * wide))
        scale = min(box.width() / picture.width(), box.height() / picture.height())
        size = picture.size().toSizeF() * scale
        top = box.top() + (box.height() - size.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(box.left(), top, size.width(), size.height()), picture)

    def _draw_foot(self, painter: QPainter, room: QRectF, wide: float) -> float:
        """Write at the foot what every document must say, as far as there is room, and return where that begins."""
        words = " ".join(self._front.statements[: self._whole] or self._front.statements[:1])
        if not words:
            return room.bottom()
        face = self._face(wide * FOOT)
        high = min(_high(face, words, room.width()), self._most_lines * QFontMetricsF(face).lineSpacing())
        top = room.bottom() - high
        painter.fillRect(QRectF(room.left(), top - 5, room.width(), 1), QColor(LIGHT.line))
        painter.setFont(face)
        painter.setPen(QColor(LIGHT.muted))
        painter.drawText(QRectF(room.left(), top, room.width(), high), WORDS, words)
        return top - wide * 0.03

    @property
    def _most_lines(self) -> int:
        return LINES if self._front.emblems else LINES_ALONE

    def _fitting(self, front: Cover) -> int:
        """Count the statements that stand whole on a front, the others being said on the page behind it."""
        face, wide = self._face(WIDEST * FOOT), WIDEST * (1 - 2 * MARGIN)
        most = self._most_lines * QFontMetricsF(face).lineSpacing() + 1
        counts = range(len(front.statements), 0, -1)
        return next((each for each in counts if _high(face, " ".join(front.statements[:each]), wide) <= most), 0)

    def _write(
        self, painter: QPainter, words: str, room: QRectF, top: float, size: float, *, strong: bool = False
    ) -> float:
        """Write words below ``top`` and return where they end."""
        if not words:
            return top
        face = self._face(size, strong=strong)
        box = QFontMetricsF(face).boundingRect(QRectF(0, 0, room.width(), room.height()), WORDS, words)
        painter.setFont(face)
        painter.setPen(QColor(LIGHT.text))
        high = min(box.height(), room.height())
        painter.drawText(QRectF(room.left(), top, room.width(), high), WORDS, words)
        return top + high

    def _face(self, size: float, *, strong: bool = False) -> QFont:
        face = QFont(self._theme.font(strong=strong))
        face.setPixelSize(max(round(size), 4))
        return face


def _high(face: QFont, words: str, wide: float) -> float:
    """Return how high words stand in a width."""
    return QFontMetricsF(face).boundingRect(QRectF(0, 0, wide, 1e6), WORDS, words).height()
