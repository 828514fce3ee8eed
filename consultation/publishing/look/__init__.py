"""The house style, a value that is handed in: how a document looks, whatever it says.

publish(document, path, look=replace(LOOK, colours=replace(LOOK.colours, accent="#6E1F3A")))
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from consultation.publishing.look.house import MM, Colours, Fonts, Logo, Sheet, Sizes, Spaces
from consultation.publishing.look.typography import Asides, Family, Size, Type

__all__ = ["LOOK", "MM", "Colours", "Family", "Fonts", "Logo", "Look", "Sheet", "Size", "Sizes", "Spaces", "Type"]


@dataclass(frozen=True)
class Look:
    """A house style, and the types that follow from it."""

    logo: Logo | None = None
    sheet: Sheet = field(default_factory=Sheet)
    colours: Colours = field(default_factory=Colours)
    fonts: Fonts = field(default_factory=Fonts)
    sizes: Sizes = field(default_factory=Sizes)
    spaces: Spaces = field(default_factory=Spaces)

    def tone(self, name: str) -> str:
        """Return the colour of a tone; empty where there is none of that name."""
        return self.colours.tones.get(name, "")

    def text(self, size: Size) -> Type:
        """Set what is read."""
        return self._type(self.fonts.text, size)

    def label(self, size: Size, colour: str = "") -> Type:
        """Set what stands around it."""
        return self._type(self.fonts.label, size).in_colour(colour)

    def bold(self, size: Size, colour: str = "") -> Type:
        """Set a label that stands out, whatever stands out in it."""
        bold = self.fonts.label.bold
        return self._type(Family(bold, bold, bold), size).in_colour(colour)

    def _type(self, family: Family, size: Size) -> Type:
        letters, leading = size
        return Type(family.regular, family.bold, family.italic, letters, leading, self.colours.ink, self._asides)

    @cached_property
    def _asides(self) -> Asides:
        colours = self.colours
        return Asides(self.fonts.label.regular, colours.soft, colours.inserted, colours.deleted)

    @cached_property
    def body(self) -> Type:
        """Running text."""
        return self.text(self.sizes.body)

    @cached_property
    def lead(self) -> Type:
        """The opening of a preamble."""
        return self.text(self.sizes.lead)

    @cached_property
    def note(self) -> Type:
        """Notes, captions, and whatever explains what stands beside it."""
        return self.label(self.sizes.note, self.colours.soft)

    @cached_property
    def remark(self) -> Type:
        """A remark set apart from the text."""
        return self.label(self.sizes.remark)

    @cached_property
    def number(self) -> Type:
        """The number of a paragraph."""
        return self.bold(self.sizes.number, self.colours.accent)

    @cached_property
    def headings(self) -> tuple[Type, Type, Type]:
        """Headings by their level."""
        first, second, third = self.sizes.headings
        return (
            self.bold(first, self.colours.accent),
            self.bold(second),
            self.bold(third, self.colours.soft),
        )

    @cached_property
    def contents(self) -> tuple[Type, Type, Type]:
        """Headings by their level as they stand in the contents."""
        first, second, third = self.sizes.contents
        return self.bold(first), self.label(second), self.label(third, self.colours.soft)

    @cached_property
    def table_title(self) -> Type:
        """What a table or a figure is about."""
        return self.bold(self.sizes.table_title)

    @cached_property
    def table_head(self) -> Type:
        """Heads of columns."""
        return self.bold(self.sizes.table_head, self.colours.accent)

    @cached_property
    def table_cell(self) -> Type:
        """Words in a table."""
        return self.label(self.sizes.table_cell)

    @cached_property
    def running(self) -> Type:
        """What runs above and below the text of every page."""
        return self.label(self.sizes.running, self.colours.furniture)


LOOK = Look()
"""The house style of whoever has none of their own."""
