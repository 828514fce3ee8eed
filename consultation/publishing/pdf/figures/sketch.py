"""What figures are drawn with: words, blocks, rules and dots on one drawing, for the PDF and for SVG alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from reportlab.graphics import shapes
from reportlab.lib.colors import HexColor

from consultation.publishing.look import Look, Type
from consultation.publishing.pdf.direction import Ground
from consultation.publishing.pdf.figures.paints import Paint
from consultation.publishing.pdf.lines import Line, line_width, plain_lines, shortened

_BELOW_HEAD = 4.0
_LONGEST_NAME = 400
"""More characters than any name of a category or a series may show."""

_BEFORE_ELLIPSIS = " .,;:\u00a0\u202f"


class Sketch:
    """A drawing as wide as tables; ``y`` counts down from its top, distances from where lines start."""

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

    def painted(self, start: float, y: float, width: float, height: float, paint: Paint) -> None:
        """Add a rectangle with an edge, which runs inside of it."""
        if not paint.thick or width <= paint.thick:
            self.block(start, y, width, height, paint.edge if paint.thick else paint.fill)
            return
        half = paint.thick / 2
        left = self._ground.x(start, width) + half
        inner = shapes.Rect(left, self._high - y - height + half, width - paint.thick, height - paint.thick)
        inner.fillColor, inner.strokeColor, inner.strokeWidth = HexColor(paint.fill), HexColor(paint.edge), paint.thick
        self.drawing.add(inner)

    def dot(self, start: float, y: float, radius: float, colour: str) -> None:
        """Add a filled circle around a point."""
        dot = shapes.Circle(self._ground.x(start), self._high - y, radius)
        dot.fillColor, dot.strokeColor, dot.strokeWidth = HexColor(colour), None, 0
        self.drawing.add(dot)

    def rule(self, start: float, y: float, width: float, colour: str, thick: float = 0.3) -> None:
        """Add a level rule."""
        self.block(start, y, width, thick, colour)


@dataclass(frozen=True)
class Head:
    """What stands above a figure: its title, and what is counted."""

    title: list[Line]
    caption: list[Line]
    look: Look

    @property
    def height(self) -> float:
        """Distance from the top to where the figure itself begins."""
        below = _BELOW_HEAD if self.title or self.caption else 0.0
        return len(self.title) * self.look.table_title.leading + len(self.caption) * self.look.note.leading + below

    def draw(self, sketch: Sketch) -> None:
        """Add it to the top of ``sketch``."""
        y = sketch.write_lines(0.0, 0.0, self.title, self.look.table_title)
        sketch.write_lines(0.0, y, self.caption, self.look.note)


def head_of(title: str, caption: str, look: Look) -> Head:
    """Set what stands above a figure."""
    return Head(
        plain_lines(title, look.table_title, look.sheet.room),
        plain_lines(caption, look.note, min(look.sheet.reach, look.sheet.room)),
        look,
    )


def name_lines(name: str, type_: Type, width: float, most: int = 6) -> list[Line]:
    """Break the name of a category or a column beside what it names; one too long ends in an ellipsis."""
    lines = plain_lines(name[:_LONGEST_NAME], type_, width)
    if len(lines) <= most:
        return lines
    rest = " ".join(segment.text for line in lines[most - 1 :] for segment in line)
    short = shortened(rest, type_, width)
    whole_words = short[: short.rfind(" ")].rstrip(_BEFORE_ELLIPSIS) + "…" if " " in short else short
    return [*lines[: most - 1], *plain_lines(whole_words, type_, width)[:1]]
