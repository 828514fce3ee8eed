"""What a house may choose: page, colours, fonts, sizes, distances and its emblem. All lengths are points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from consultation.publishing.look.typography import Family, Size

MM = 72 / 25.4
LINE = 15.5
"""From line to line of running text; all other distances are parts of it, so that lines of neighbours meet again."""
HALF, QUARTER = LINE / 2, LINE / 4

NOTO_SERIF = Family("NotoSerif-Regular", "NotoSerif-Italic", "NotoSerif-Bold")
NOTO_SANS = Family("NotoSans-Regular", "NotoSans-Italic", "NotoSans-Bold")


@dataclass(frozen=True)
class Sheet:
    """The page: one left edge, and the stops of its text, counted from that edge (``start``) on."""

    width: float = 210 * MM
    height: float = 297 * MM
    start: float = 22 * MM
    """From the edge of the paper to heads, numbers of paragraphs, tables and rules."""
    end: float = 22 * MM
    """From the end of tables and rules to the other edge of the paper."""
    top: float = 25 * MM
    depth: float = 45 * LINE
    """Height of the text."""
    text: float = 12 * MM
    """Paragraphs, recitals and the letters of items."""
    item: float = 20 * MM
    """Words of items and the notes under them."""
    reach: float = 148 * MM
    """Where running text ends."""
    gloss: float = 151 * MM
    """Marks of sources, times, counts."""
    head: float = 45.0
    """From the upper edge of the paper to the foot of the letters of the running head."""
    foot: float = 42.5
    """From the foot of the letters of the running foot to the lower edge of the paper."""

    @property
    def room(self) -> float:
        """Width of tables and rules."""
        return self.width - self.start - self.end

    @property
    def measure(self) -> float:
        """Width of running text, about 72 characters."""
        return self.reach - self.text

    def columns(self, count: int, gap: float) -> tuple[list[float], float]:
        """Say where ``count`` columns start that share the width of tables, and how wide each is."""
        wide = (self.room - (count - 1) * gap) / count
        return [place * (wide + gap) for place in range(count)], wide


@dataclass(frozen=True)
class Colours:
    """Colours, written #RRGGBB. A house chooses ``accent`` and ``second``; the others mean something everywhere."""

    ink: str = "#1B1B1B"
    soft: str = "#5A5A5A"
    """All that stands around the text."""
    accent: str = "#17505C"
    """Structure and links."""
    second: str = "#E3A878"
    """Fills only."""
    open: str = "#8A4B00"
    """Brackets, what is not agreed, today."""
    rule: str = "#B9B9B9"
    row: str = "#D8D8D4"
    wash: str = "#F3F3F0"
    hatch: str = "#8C8C8C"
    count: str = "#4A4A4A"
    """Hands in a bar beside their count."""
    edge: str = "#8A8A86"
    """Around fills too light to be seen."""
    inserted: str = "#1E5A2A"
    deleted: str = "#6B6B6B"
    tones: Mapping[str, str] = field(default_factory=lambda: {"citizenship": "#9C4310", "policy": "#24507F"})
    """Colours that mean something, for the words that say it."""
    fills: Mapping[str, str] = field(default_factory=lambda: {"citizenship": "#E3A878", "policy": "#2F5C8F"})
    """The same for surfaces; they differ in grey as well."""
    stands: tuple[str, str, str, str] = ("#2C5D68", "#C98B45", "#DEDEDA", "#FFFFFF")
    """Where a recommendation stands: in the text, not agreed, in the annex only, set aside. Four steps of grey."""
    series: tuple[str, ...] = ("#8FA6AB", "#C98B45", "#DEDEDA", "#FFFFFF")
    """Colours of the series of a figure that have no tone, taken in turn."""
    few: str = "#E0E8E6"
    many: str = "#808886"
    """Ends of the scale of a heat grid; black reads on both."""


@dataclass(frozen=True)
class Fonts:
    """``title`` for titles and large figures, ``text`` is what one reads, ``label`` all around it."""

    title: Family = NOTO_SERIF
    text: Family = NOTO_SERIF
    label: Family = NOTO_SANS


@dataclass(frozen=True)
class Sizes:
    """Sizes of letters, each with the distance from line to line."""

    cover_titles: tuple[Size, Size, Size] = ((34.0, 40.3), (30.0, 35.6), (26.0, 31.0))
    """Taken in turn until the title fits."""
    issuer: Size = (9.0, 11.6)
    status: Size = (10.0, 13.0)
    cover_label: Size = (8.25, 13.5)
    cover_words: Size = (9.5, 13.5)
    cover_figure: Size = (29.0, 34.0)
    emblem_name: Size = (8.25, 10.6)
    funding: Size = (7.5, 10.2)
    title: Size = (20.0, 23.25)
    """Titles inside: the declaration on a page, an annex, minutes, a report."""
    title_label: Size = (8.25, 11.625)
    headings: tuple[Size, Size, Size] = ((13.0, LINE), (10.0, LINE), (8.75, 11.625))
    lead: Size = (11.5, LINE)
    body: Size = (10.5, LINE)
    number: Size = (10.0, LINE)
    note: Size = (8.25, 11.625)
    key: Size = (7.25, 11.625)
    mark: Size = (7.5, 9.3)
    language: float = 7.25
    """Size of the name of a language after foreign words, and of second lines."""
    remark: Size = (8.25, 11.625)
    method: Size = (9.75, 13.5)
    statement: Size = (10.0, 14.5)
    quotation: Size = (11.5, 17.0)
    summary: Size = (11.5, 17.4)
    summary_item: Size = (10.0, 14.0)
    summary_item_small: Size = (9.5, 13.3)
    table_title: Size = (10.0, LINE)
    table_head: Size = (7.25, 9.3)
    table_cell: Size = (8.25, 11.625)
    table_words: Size = (8.75, 11.625)
    """Words of the room in a table."""
    objection: Size = (9.75, 13.2)
    objector: Size = (8.25, 13.5)
    band: Size = (8.75, 11.625)
    band_remark: Size = (7.5, 11.625)
    figure_number: Size = (7.75, 10.0)
    figure_fact: Size = (20.0, 22.0)
    figure_fact_small: Size = (16.0, 18.0)
    running: Size = (7.25, 9.3)
    line_number: Size = (7.0, LINE)


@dataclass(frozen=True)
class Spaces:
    """Distances between what stands on a page."""

    headings: tuple[tuple[float, float], ...] = ((16.25, 6.0), (23.25, 0.0), (HALF, QUARTER))
    """Above and below a heading of each level."""
    title: float = HALF
    """Below a title inside."""
    recital: float = HALF
    declare: float = LINE
    paragraph: float = 3 * QUARTER
    item: float = QUARTER
    note: float = QUARTER
    key: float = LINE
    method: float = 4.0
    quotation: float = 17.0
    statement: float = 9.0
    entry: float = 16.0
    """From the start of a list to that of its entries."""
    column: float = 10.0
    """Between the columns of a table."""
    row: float = 2.0
    row_below: float = 2.2
    """Above and below the words of a row."""
    head_baseline: float = 9.0
    head_rule: float = 13.5
    """From the top of the head of a table to the foot of its letters, and to its rule."""
    band: tuple[float, float] = (9.3, 2.5)
    """Above and below the head of a group of rows."""
    table: tuple[float, float] = (HALF, LINE)
    figure: tuple[float, float] = (1.5 * LINE, LINE)
    """Above and below tables and figures."""
    annex: float = 2.5 * LINE
    """Above a further annex on the same page."""
    annex_room: float = 260.0
    """Less than this, and an annex opens a page of its own."""
    table_room: float = 90.0
    """Less than this, and a table begins on the next page."""


@dataclass(frozen=True)
class Rules:
    """How thick lines are."""

    bar: float = 2.83
    """The bar on the cover."""
    block: float = 0.6
    """Above a block and under the head of a table, in ink."""
    thin: float = 0.4
    row: float = 0.35


@dataclass(frozen=True)
class Logo:
    """The emblem of the house, PNG or JPEG, and the name that stands for it where it is not seen."""

    path: Path
    name: str
    height: float = 51.0
