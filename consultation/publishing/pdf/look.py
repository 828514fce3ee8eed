"""How a printed document looks: the page, the types and the colours, in points. Change the look here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consultation.document import Style

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
MARGIN = 25 * MM
WIDTH = PAGE_WIDTH - 2 * MARGIN
HEIGHT = PAGE_HEIGHT - 2 * MARGIN
MEASURE = 150 * MM
"""Width of running text: about 75 characters."""

INK = "#1D2327"
ACCENT = "#17515C"
SOFT = "#525C63"
"""Notes, captions and references: grey that still reads well in small print."""
FURNITURE = "#6B747A"
RULE = "#C9D0D3"
WASH = "#F3F6F6"
WATERMARK = "#F4F5F4"
TONES = {"citizenship": "#B4531A", "policy": "#1F5F8B"}


@dataclass(frozen=True, slots=True)
class Type:
    """A way to set text: ``face`` for its plain words, and the distance from line to line."""

    face: str
    size: float
    leading: float
    colour: str = INK
    strong: str = "sans-bold"
    emphasis: str = "sans-italic"

    @property
    def baseline(self) -> float:
        """Distance from the top of a line to the foot of its letters."""
        return (self.leading + 0.7 * self.size) / 2

    def face_of(self, style: Style) -> str:
        """Name the face that sets words of ``style``."""
        return {Style.STRONG: self.strong, Style.EMPHASIS: self.emphasis, Style.REFERENCE: "sans"}.get(style, self.face)

    def in_colour(self, colour: str) -> Type:
        """Return the same type in another colour."""
        return replace(self, colour=colour)


def _serif(size: float, leading: float) -> Type:
    return Type("serif", size, leading, INK, "serif-bold", "serif-italic")


BODY = _serif(10.5, 15.5)
LEAD = _serif(11.5, 17)
CAPTION = Type("sans", 8.5, 12, SOFT)
NOTE = Type("sans", 8.5, 12, SOFT)
REMARK = Type("sans", 9, 13, INK)
NUMBER = Type("sans-bold", 9.5, 15.5, ACCENT)

KICKER = Type("sans-bold", 10, 14, ACCENT)
TITLE = Type("sans-bold", 27, 33)
SUBTITLE = Type("sans", 13.5, 19, SOFT)
FACT_LABEL = Type("sans", 9, 14, SOFT)
FACT = Type("sans", 9.5, 14)

HEADINGS = (
    Type("sans-bold", 18, 23, ACCENT, "sans-bold", "sans-bold"),
    Type("sans-bold", 13.5, 18, INK, "sans-bold", "sans-bold"),
    Type("sans-bold", 10.5, 15, SOFT, "sans-bold", "sans-bold"),
)
HEADING_SPACE = ((30.0, 10.0), (24.0, 8.0), (16.0, 5.0))
"""Space above and below a heading of each level."""

CONTENTS_TITLE = Type("sans-bold", 12, 18, ACCENT)
CONTENTS = (Type("sans-bold", 9.5, 15), Type("sans", 9.5, 14), Type("sans", 8.5, 12.5, SOFT))
CONTENTS_SPACE = (7.0, 1.5, 0.0)

TABLE_TITLE = Type("sans-bold", 9, 13)
TABLE_HEAD = Type("sans-bold", 8, 11, ACCENT)
TABLE_CELL = Type("sans", 8.5, 11.5)
CELL_PAD = 9.0
"""Space between the columns of a table."""
ROW_PAD = 3.5
"""Space above and below the words of a row."""

RUNNING = Type("sans", 8, 10, FURNITURE)
DRAFT_TAG = Type("sans-bold", 7.5, 10, "#8C2F2F")
REFERENCE_SCALE = 0.68
REFERENCE_RISE = 0.33
"""Size and height of a reference, as parts of the size of the text around it."""


def tone_colour(tone: str, otherwise: str) -> str:
    """Return the colour of a tone, or ``otherwise`` where there is none."""
    return TONES.get(tone, otherwise)
