"""What the list is narrowed by: strand and set or capital, region, and what to look at first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.model import RecommendationSet
from consultation.weighing.listing import Listing, Narrowing
from consultation.weighing.telling import LACKS, names_of
from consultation.words import set_heading
from ui.actions import weighing
from ui.keys import tip
from ui.look.folds import px
from ui.look.marks import draw_gap
from ui.look.theme import Theme
from ui.merge.priorities.matrix import Line, MatrixGrid, MatrixPart
from ui.widgets.buttons import DrawnButton, quiet_button
from ui.widgets.fields import Choice
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, rule, section
from ui.workspace import Workspace

WIDE, INSET, HIGH, BAR, THIN = 256, 20, 28, 56, 3.0
BY_SET, BY_CAPITAL = range(2)


class CountRow(DrawnButton):
    """A name, how many there are, and a bar beside those of its neighbours, or the dot of a gap before the name."""

    def __init__(self, theme: Theme, name: str, count: str, share: float | None, lacking: bool = False) -> None:
        """``share`` is how long its bar is, of 1; None where it has none."""
        super().__init__(theme, name)
        self._count, self._share, self._lacking = count, share, lacking
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name}, {count}")
        self.setToolTip(f"{name}, {count}")

    def nextCheckState(self) -> None:
        """Leave it to the list: it is checked once that is narrowed."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        return QSize(px(self._theme, 120), max(px(self._theme, HIGH), metrics.height() + 6))

    def draw(self, painter: QPainter) -> None:
        theme, checked = self._theme, self.isChecked()
        self.draw_ground(painter, "accent_soft" if checked else "raised" if self.underMouse() else "")
        tone = "accent" if checked else "incomplete" if self._lacking else "text"
        room = self.rect().adjusted(4, 0, -4, 0)
        painter.setFont(theme.font(strong=checked))
        painter.setPen(theme.colour(tone))
        align = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(QStyle.visualAlignment(self.layoutDirection(), align)), self._count)
        end = px(theme, 36)
        if self._share is not None:
            wide = px(theme, BAR)
            bar = self._placed(QRectF(room.right() - end - wide, room.center().y() - THIN / 2 + 1, wide, THIN))
            painter.fillRect(bar, theme.colour("line"))
            filled = wide * self._share
            left = bar.left() if not self.isRightToLeft() else bar.right() - filled
            painter.fillRect(QRectF(left, bar.top(), filled, THIN), theme.colour("muted"))
            end += wide + 8
        begin = 0
        if self._lacking:
            begin = 16
            dot = self._placed(QRectF(room.left(), 0, 10, self.height()))
            draw_gap(painter, QPointF(dot.center()), theme, "incomplete")
            painter.setPen(theme.colour(tone))
        name = self._placed(QRectF(room.adjusted(begin, 0, -end, 0)))
        short = QFontMetrics(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(name.width()))
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(name, int(QStyle.visualAlignment(self.layoutDirection(), align)), short)

    def _placed(self, room: QRectF) -> QRectF:
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), room.toRect()))


class PrioritySide(QFrame):
    """Says `narrowed` with what is to be shown; what is pressed again is no longer asked for."""

    narrowed = Signal(object)
    missing_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._t = workspace, workspace.t
        self.narrowing = Narrowing()
        self._listing: Listing | None = None
        self._counts: object = None
        self._rows: dict[tuple[str, Any], CountRow] = {}
        self._build()

    def show_listing(self, listing: Listing) -> None:
        """Show the counts of everything."""
        self._listing = listing
        self._show_matrix()
        self._show_rows(listing)
        self.mark()

    def show_number(self, shown: int, whole: int) -> None:
        """Show how many of all are in the list."""
        t = self._t
        self._number.setText(t("{shown} of {whole}").format(shown=t.number(shown), whole=t.number(whole)))

    def ask(self, narrowing: Narrowing) -> None:
        """Ask for other things; the words in the field to find stay."""
        self.narrowing = narrowing
        self.mark()
        self.narrowed.emit(narrowing)

    def mark(self) -> None:
        """Show what the list is narrowed to."""
        asked = self.narrowing
        if self._by.currentIndex() == BY_SET:
            self._matrix.mark(asked.strand, asked.set, asked.strand is None and not asked.no_strand, asked.set is None)
        else:
            no_row = asked.capital is None and not asked.no_capital
            self._matrix.mark(asked.capital, asked.strand, no_row, asked.strand is None and not asked.no_strand)
        for (kind, key), row in self._rows.items():
            row.setChecked(key == (asked.region if kind == "region" else asked.lack))

    def fold(self) -> None:
        """Be as wide as the text asks for."""
        self.setFixedWidth(px(self._workspace.theme, WIDE))

    def _build(self) -> None:
        t, theme = self._t, self._workspace.theme
        self.setProperty("surface", "window")
        self.setProperty("part", True)
        self._by = Choice()
        self._by.addItems([t("Strand and set"), t("Capital and strand")])
        self._by.setAccessibleName(t("Count by"))
        self._by.currentIndexChanged.connect(lambda _: self._on_by_changed())
        self._number, self._remark = caption(wrap=False), caption()
        self._matrix = MatrixGrid(theme)
        self._matrix.pressed.connect(self._on_part_pressed)
        self._regions, self._lacks = QVBoxLayout(), QVBoxLayout()
        for column in (self._regions, self._lacks):
            column.setSpacing(0)
        self._regions_name, self._lacks_name = section(t("Asked for in")), section(t("Look at these first"))
        self._lacks_rule = rule()
        self.missing = quiet_button(
            theme, t(weighing.WHO_IS_MISSING.label), self.missing_asked.emit, "users", tip(t, weighing.WHO_IS_MISSING)
        )
        inside = QWidget()
        inside.setProperty("surface", "window")
        column = QVBoxLayout(inside)
        column.setContentsMargins(INSET, 16, INSET, 12)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.addWidget(self._by, 1)
        line.addWidget(self._number)
        column.addLayout(line)
        column.addWidget(self._matrix)
        column.addWidget(self._remark)
        column.addWidget(rule())
        column.addWidget(self._regions_name)
        column.addLayout(self._regions)
        column.addWidget(self._lacks_rule)
        column.addWidget(self._lacks_name)
        column.addLayout(self._lacks)
        column.addWidget(self.missing)
        column.addStretch(1)
        column.addWidget(caption(t("Figures help to read; none of them decides. The order of the ten is yours.")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))
        self.fold()

    def _show_matrix(self) -> None:
        listing, t = self._listing, self._t
        if listing is None:
            return
        weighing = listing.weighing
        strands, capitals = names_of(t, weighing.strands), names_of(t, weighing.capitals)
        cells: dict[tuple[Any, Any], str] = {}
        if self._by.currentIndex() == BY_SET:
            by_set = listing.by_set
            rows = _lines(t, by_set.strands, strands, by_set.of_strand, t("no strand"))
            columns = [
                Line(each, set_heading(t, each), t.number(by_set.of_column.get(each, 0)), set_tone=each.value)
                for each in RecommendationSet
            ]
            cells = {
                (down, across): t.number(by_set.cell(down, across))
                for down in by_set.strands
                for across in RecommendationSet
            }
            in_several = by_set.in_several
        else:
            by_capital = listing.by_capital
            rows = _lines(t, by_capital.columns, capitals, by_capital.of_column, t("no capital"))
            columns = _lines(t, by_capital.strands, strands, by_capital.of_strand, t("none"))
            cells = {
                (down, across): t.number(by_capital.cell(across, down))
                for down in by_capital.columns
                for across in by_capital.strands
            }
            in_several = by_capital.in_several
        self._matrix.show_counts(rows, columns, cells)
        said = t("A cell, a row or a column is a filter.")
        if in_several:
            several = t.plural("{count} stands in several strands.", "{count} stand in several strands.", in_several)
            said = f"{several} {said}"
        self._remark.setText(said)

    def _show_rows(self, listing: Listing) -> None:
        t, weighing = self._t, listing.weighing
        counts = (dict(weighing.asked_by_region), listing.lacking)
        if counts == self._counts:
            return
        self._counts = counts
        self._rows = {}
        clear(self._regions)
        clear(self._lacks)
        asked, names = weighing.asked_by_region, names_of(t, weighing.regions)
        most = max(asked.values(), default=0) or 1
        for region, count in asked.items():
            row = CountRow(self._workspace.theme, names[region], t.number(count), count / most)
            self._add(self._regions, "region", region, row)
        self._regions_name.setVisible(bool(asked))
        lacking = listing.lacking
        for lack, count in lacking.items():
            row = CountRow(self._workspace.theme, t(LACKS[lack]), t.number(count), None, lacking=True)
            self._add(self._lacks, "lack", lack, row)
        self._lacks_name.setVisible(bool(lacking))
        self._lacks_rule.setVisible(bool(lacking))

    def _add(self, column: QVBoxLayout, kind: str, key: Any, row: CountRow) -> None:
        row.clicked.connect(lambda: self._on_row_pressed(kind, key))
        self._rows[kind, key] = row
        column.addWidget(row)

    def _on_by_changed(self) -> None:
        self._show_matrix()
        self.mark()

    def _on_row_pressed(self, kind: str, key: Any) -> None:
        now = self.narrowing
        if kind == "region":
            self.ask(replace(now, region=None if now.region == key else key))
        else:
            self.ask(replace(now, lack=None if now.lack is key else key))

    def _on_part_pressed(self, part: MatrixPart) -> None:
        """Narrow to a cell, a row or a column; pressed again, no longer."""
        nothing = replace(self.narrowing, strand=None, no_strand=False, set=None, capital=None, no_capital=False)
        row, of_row = (part.row, True) if part.down else (None, False)
        column, of_column = (part.column, True) if part.across else (None, False)
        if self._by.currentIndex() == BY_SET:
            asked = replace(nothing, strand=row, no_strand=of_row and row is None, set=column)
        else:
            no_strand = of_column and column is None
            asked = replace(nothing, capital=row, no_capital=of_row and row is None, strand=column, no_strand=no_strand)
        self.ask(asked if asked != self.narrowing else nothing)


def _lines(
    t: Translator, keys: Sequence[UUID | None], names: Mapping[UUID, str], counts: Mapping[UUID | None, int], none: str
) -> list[Line]:
    return [
        Line(key, names.get(key, "") if key else none, t.number(counts.get(key, 0)), lacking=key is None)
        for key in keys
    ]
