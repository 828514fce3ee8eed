"""Where a clause that is dragged would come to stand, and the line that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle

from consultation.reading.passages import ItemText, ParagraphText
from ui.declaration.draft_model import ROW, DraftModel
from ui.declaration.rows import TextRow
from ui.look.painting import Painting
from ui.look.theme import Theme

LINE, EDGE = 2, 6


@dataclass(frozen=True)
class Drop:
    """What would move, and where to."""

    passage: ParagraphText | ItemText
    holder: UUID
    before: UUID | None
    row: int
    """The row at which the line is drawn."""
    above: bool
    """It is drawn above that row, else below it."""


def drop_in_text(view: QListView, model: DraftModel, dragged: TextRow, place: QPoint) -> Drop | None:
    """Tell where a row would go that is let go at ``place``; None where it may not, or stands already."""
    index = view.indexAt(place)
    row = index.data(ROW)
    if not isinstance(row, TextRow) or row.passage is None:
        return None
    upper = place.y() < view.visualRect(index).center().y()
    into_list = row.lettered or (dragged.lettered and row.paragraph is not None)
    if dragged.item is not None and into_list:
        found = _item(model, dragged.item, row, index.row(), upper)
    else:
        found = _paragraph(model, dragged, row, index.row(), upper)
    return found


def next_after(order: Sequence[ParagraphText] | Sequence[ItemText], passage: UUID) -> UUID | None:
    """Return what stands after a passage; None after the last."""
    ids = [each.id for each in order]
    at = ids.index(passage) + 1
    return ids[at] if at < len(ids) else None


def draw_drop(view: QListView, theme: Theme, drop: Drop) -> None:
    """Draw the line where a clause would come to stand."""
    rect = view.visualRect(view.model().index(drop.row, 0))
    top = rect.top() if drop.above else rect.bottom()
    wide = view.viewport().width()
    line = QStyle.visualRect(view.layoutDirection(), QRect(0, 0, wide, 1), QRect(EDGE, top, wide - 2 * EDGE, 1))
    painter = QPainter(view.viewport())
    with Painting(painter):
        painter.setPen(QPen(theme.colour("accent"), LINE))
        painter.drawLine(line.left(), top, line.right(), top)
    painter.end()


def _item(model: DraftModel, item: ItemText, row: TextRow, at: int, upper: bool) -> Drop | None:
    """Tell where an item goes among those of the paragraph that a row belongs to."""
    paragraph = model.paragraphs.get(row.item.paragraph) if row.item else row.paragraph
    own = model.paragraphs.get(item.paragraph)
    if paragraph is None or own is None or paragraph.part is not own.part:
        return None
    if row.item is None:  # at the head of the list
        before = paragraph.items[0].id if paragraph.items else None
        upper = False
    else:
        before = row.item.id if upper else next_after(paragraph.items, row.item.id)
    stays = own.id == paragraph.id and before in (item.id, next_after(own.items, item.id))
    return None if stays else Drop(item, paragraph.id, before, at, upper)


def _paragraph(model: DraftModel, dragged: TextRow, row: TextRow, at: int, upper: bool) -> Drop | None:
    """Tell where a paragraph goes among those of the section that a row belongs to."""
    own = dragged.paragraph
    there = model.paragraphs.get(row.item.paragraph) if row.item else row.paragraph
    if own is None or there is None or there.part is not own.part:
        return None
    section = [each for each in model.paragraphs.values() if each.section == there.section]
    upper = upper and not row.lettered
    before = there.id if upper else next_after(section, there.id)
    stays = before == own.id or (there.section == own.section and before == next_after(section, own.id))
    last = at if upper else max(model.index_of(each).row() for each in (there.id, *(item.id for item in there.items)))
    return None if stays else Drop(own, there.section, before, last, upper)
