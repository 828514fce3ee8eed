"""What figures are drawn with: words, blocks and rules on one drawing, for the PDF and for SVG alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from reportlab.graphics import shapes
from reportlab.lib.colors import HexColor

from consultation.publishing.look import Look, Type
from consultation.publishing.pdf.direction import Ground
from consultation.publishing.pdf.lines import Line, line_width, plain_lines

LEGEND_SIGN = 7.0
_LEGEND_WORDS = 11.0
_LEGEND_GAP = 20.0
_ABOVE_LEGEND, _BELOW_HEAD = 3.0, 12.0
_LONGEST_NAME = 400
"""More characters than any name of a category or a series may show."""

LegendRow = list[tuple[float, int, Line]]
"""Names of series beside each other: where each starts, which series it is, and its words."""


class Sketch:
    """A drawing as wide as the text; ``y`` counts down from its top, distances from where lines start."""

    def __init__(self, height: float, look: Look, *, from_right: bool) -> None:
        # Whole points: SVG places its letters by them.
        wide, self._high = ceil(look.sheet.room), ceil(height)
        self.drawing = shapes.Drawing(wide, self._high, initialFontName=look.note.face)
        self._ground = Ground(0.0, look.sheet.room, from_right)

    def write(self, start: float, y: float, line: Line) -> None:
        """Add a line of words, its letters standing on ``y``."""
        for segment in line:
            # SVG keeps only whole points of twice this height.
            foot = round(2 * (self._high - y)) / 2
            words = shapes.String(self._ground.x(start + segment.start, segment.width), foot, segment.text)
            words.fontName, words.fontSize = segment.ink.face.name, segment.ink.size
            words.fillColor = HexColor(segment.ink.colour)
            self.drawing.add(words)

    def write_lines(self, start: float, y: float, lines: Iterable[Line], type_: Type) -> float:
        """Add lines below each other, the first below ``y``, and return where they end."""
        for line in lines:
            self.write(start, y + type_.baseline, line)
            y += type_.leading
        return y

    def write_to(self, end: float, y: float, line: Line) -> None:
        """Add a line of words that ends at ``end``."""
        self.write(end - line_width(line), y, line)

    def block(self, start: float, y: float, width: float, height: float, colour: str) -> None:
        """Add a filled rectangle, its top at ``y``."""
        block = shapes.Rect(self._ground.x(start, width), self._high - y - height, width, height)
        block.fillColor, block.strokeColor, block.strokeWidth = HexColor(colour), None, 0
        self.drawing.add(block)

    def rule(self, start: float, y: float, width: float, colour: str, thick: float = 0.35) -> None:
        """Add a level rule."""
        self.block(start, y, width, thick, colour)


@dataclass(frozen=True)
class Head:
    """What stands above a figure: its title, what is counted, the names of its series."""

    title: list[Line]
    caption: list[Line]
    legend: list[LegendRow]
    look: Look

    @property
    def height(self) -> float:
        """Distance from the top to where the figure itself begins."""
        titles, notes = len(self.title), len(self.caption) + len(self.legend)
        below = _BELOW_HEAD if titles + notes else 0.0
        return titles * self.look.table_title.leading + notes * self.look.note.leading + below

    @property
    def foot(self) -> float:
        """Where the letters of the last names of series stand."""
        return self.height - _BELOW_HEAD + _ABOVE_LEGEND - self.look.note.leading + self.look.note.baseline

    @property
    def end(self) -> float:
        """How far the last names of series reach."""
        start, _, line = self.legend[-1][-1] if self.legend else (0.0, 0, [])
        return start + _LEGEND_WORDS + line_width(line)

    def draw(self, sketch: Sketch, colours: Sequence[str]) -> None:
        """Add it to the top of ``sketch``."""
        look = self.look
        y = sketch.write_lines(0.0, 0.0, self.title, look.table_title)
        y = sketch.write_lines(0.0, y, self.caption, look.note) + _ABOVE_LEGEND
        for row in self.legend:
            for start, place, line in row:
                foot = y + look.note.baseline + 0.5
                sketch.block(start, foot - LEGEND_SIGN, LEGEND_SIGN, LEGEND_SIGN, colours[place])
                sketch.write(start + _LEGEND_WORDS, y + look.note.baseline, line)
            y += look.note.leading


def head_of(title: str, caption: str, series: Iterable[str], look: Look) -> Head:
    """Set what stands above a figure."""
    room = look.sheet.room
    return Head(
        plain_lines(title, look.table_title, room),
        plain_lines(caption, look.note, min(room, look.sheet.measure)),
        _legend(series, look),
        look,
    )


def _legend(series: Iterable[str], look: Look) -> list[LegendRow]:
    """Place the names of the series beside each other, in as many rows as they need."""
    rows: list[LegendRow] = []
    start, room = 0.0, look.sheet.room
    for place, name in enumerate(series):
        line = (plain_lines(name[:_LONGEST_NAME], look.note, room - _LEGEND_WORDS - 1.0) or [[]])[0]
        wide = _LEGEND_WORDS + line_width(line)
        if not rows or start + wide > room:
            rows.append([])
            start = 0.0
        rows[-1].append((start, place, line))
        start += wide + _LEGEND_GAP
    return rows


def name_lines(name: str, type_: Type, width: float, most: int = 6) -> list[Line]:
    """Break the name of a category or a column beside what it names."""
    return plain_lines(name[:_LONGEST_NAME], type_, width)[:most]
