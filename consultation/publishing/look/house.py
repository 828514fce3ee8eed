"""What a house may choose: page, colours, fonts, sizes, distances and its logo. All lengths are points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from consultation.publishing.look.typography import Family, Size

MM = 72 / 25.4

NOTO_SERIF = Family("NotoSerif-Regular", "NotoSerif-Italic", "NotoSerif-Bold")
NOTO_SANS = Family("NotoSans-Regular", "NotoSans-Italic", "NotoSans-Bold")


@dataclass(frozen=True)
class Sheet:
    """The page; ``measure`` is the width of running text, about 75 characters."""

    width: float = 210 * MM
    height: float = 297 * MM
    margin: float = 25 * MM
    measure: float = 150 * MM

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def depth(self) -> float:
        """Height between the margins."""
        return self.height - 2 * self.margin


@dataclass(frozen=True)
class Colours:
    """Colours, written #RRGGBB."""

    ink: str = "#1D2327"
    accent: str = "#17515C"
    soft: str = "#525C63"
    """Notes, captions and references: grey that still reads well in small print."""
    furniture: str = "#6B747A"
    rule: str = "#C9D0D3"
    wash: str = "#F3F6F6"
    watermark: str = "#F4F5F4"
    draft: str = "#8C2F2F"
    inserted: str = "#1E5A2A"
    deleted: str = "#6B6B6B"
    tones: Mapping[str, str] = field(default_factory=lambda: {"citizenship": "#B4531A", "policy": "#1F5F8B"})
    """Colours that mean something, beside the words that say it."""
    series: tuple[str, ...] = ("#8A6D1D", "#6B5B95", "#6B747A", "#17515C")
    """Colours of the series of a figure that have no tone, taken in turn."""
    few: str = "#E0E8E6"
    many: str = "#8A9290"
    """Ends of the scale of a heat grid; ink reads on both."""


@dataclass(frozen=True)
class Fonts:
    """``text`` is what one reads, ``label`` all around it."""

    text: Family = NOTO_SERIF
    label: Family = NOTO_SANS


@dataclass(frozen=True)
class Sizes:
    """Sizes of letters, each with the distance from line to line."""

    body: Size = (10.5, 15.5)
    lead: Size = (11.5, 17.0)
    number: Size = (9.5, 15.5)
    note: Size = (8.5, 12.0)
    remark: Size = (9.0, 13.0)
    kicker: Size = (10.0, 14.0)
    title: Size = (27.0, 33.0)
    subtitle: Size = (13.5, 19.0)
    fact_label: Size = (9.0, 14.0)
    fact: Size = (9.5, 14.0)
    headings: tuple[Size, Size, Size] = ((18.0, 23.0), (13.5, 18.0), (10.5, 15.0))
    contents_title: Size = (12.0, 18.0)
    contents: tuple[Size, Size, Size] = ((9.5, 15.0), (9.5, 14.0), (8.5, 12.5))
    table_title: Size = (9.0, 13.0)
    table_head: Size = (8.0, 11.0)
    table_cell: Size = (8.5, 11.5)
    band_remark: Size = (7.5, 11.0)
    figure_number: Size = (8.0, 11.0)
    figure_fact: Size = (20.0, 24.0)
    running: Size = (8.0, 10.0)
    draft: Size = (7.5, 10.0)


@dataclass(frozen=True)
class Spaces:
    """Distances between what stands on a page."""

    headings: tuple[tuple[float, float], ...] = ((30.0, 10.0), (24.0, 8.0), (16.0, 5.0))
    """Above and below a heading of each level."""
    contents: tuple[float, float, float] = (7.0, 1.5, 0.0)
    number: float = 9.0
    """Between a number that hangs in the margin and its text."""
    item: float = 22.7
    """From the start of the text to that of its lettered items."""
    between_items: float = 4.0
    note: float = 11.0
    """From the start of the text to that of its notes."""
    entry: float = 16.0
    """From the start of a list to that of its entries."""
    column: float = 9.0
    """Between the columns of a table."""
    row: float = 3.5
    """Above and below the words of a row."""


@dataclass(frozen=True)
class Logo:
    """A picture for the cover, PNG or JPEG, and the name that stands for it where it is not seen."""

    path: Path
    name: str
    height: float = 51.0
