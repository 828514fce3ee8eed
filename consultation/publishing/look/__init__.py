"""The house style, a value that is handed in: how a document looks, whatever it says.

publish(document, path, look=replace(LOOK, colours=replace(LOOK.colours, accent="#6E1F3A")))
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from consultation.publishing.look.house import LINE, MM, Colours, Fonts, Logo, Rules, Sheet, Sizes, Spaces
from consultation.publishing.look.typography import Asides, Family, Setting, Size, Type

__all__ = [
    "LINE",
    "LOOK",
    "MM",
    "Colours",
    "Family",
    "Fonts",
    "Logo",
    "Look",
    "Rules",
    "Setting",
    "Sheet",
    "Size",
    "Sizes",
    "Spaces",
    "Type",
]


@dataclass(frozen=True)
class Look:
    """A house style, and the types that follow from it."""

    logo: Logo | None = None
    sheet: Sheet = field(default_factory=Sheet)
    colours: Colours = field(default_factory=Colours)
    fonts: Fonts = field(default_factory=Fonts)
    sizes: Sizes = field(default_factory=Sizes)
    spaces: Spaces = field(default_factory=Spaces)
    rules: Rules = field(default_factory=Rules)
    line_numbers: bool = False
    """Whether every fifth line of the text has its number in the margin, new on each page."""

    def tone(self, name: str) -> str:
        """Return the colour of the words of a tone; empty where there is none of that name."""
        return self.colours.tones.get(name, "")

    def text(self, size: Size) -> Type:
        """Set what is read."""
        return self._type(self.fonts.text, size)

    def title(self, size: Size) -> Type:
        """Set titles and large figures."""
        return self._type(self.fonts.title, size)

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
        return Asides(
            self.fonts.label.regular,
            colours.soft,
            colours.accent,
            colours.open,
            colours.inserted,
            colours.deleted,
            self.sizes.language,
            {**colours.tones, "open": colours.open, "accent": colours.accent},
        )

    @cached_property
    def body(self) -> Type:
        """Running text."""
        return self.text(self.sizes.body)

    @cached_property
    def lead(self) -> Type:
        """The opening of a preamble."""
        return self.text(self.sizes.lead)

    @cached_property
    def declare(self) -> Type:
        """The words that end the recitals."""
        return replace(self.body, face=self.body.strong)

    @cached_property
    def method(self) -> Type:
        """Statements about the consultation."""
        return self.text(self.sizes.method)

    @cached_property
    def note(self) -> Type:
        """Notes, captions, and whatever explains what stands beside it."""
        return self.label(self.sizes.note, self.colours.soft)

    @cached_property
    def key(self) -> Type:
        """What explains the marks and signs of the text."""
        return self.label(self.sizes.key, self.colours.soft)

    @cached_property
    def mark(self) -> Type:
        """Marks of sources beside the text, where a reference is as large as the words around it."""
        type_ = self.label(self.sizes.mark, self.colours.accent)
        return replace(type_, asides=replace(type_.asides, reference_scale=1.0))

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
            self.bold(second, self.colours.accent),
            self.bold(third),
        )

    @cached_property
    def inner_title(self) -> Type:
        """Titles inside: the declaration on a page, an annex, minutes, a report."""
        return self.title(self.sizes.title)

    @cached_property
    def table_title(self) -> Type:
        """What a table or a figure is about."""
        return self.bold(self.sizes.table_title, self.colours.accent)

    @cached_property
    def table_head(self) -> Type:
        """Heads of columns."""
        return self.label(self.sizes.table_head, self.colours.soft)

    @cached_property
    def table_cell(self) -> Type:
        """Words in a table."""
        return self.label(self.sizes.table_cell)

    @cached_property
    def table_words(self) -> Type:
        """Words of the room in a table."""
        return self.text(self.sizes.table_words)

    @cached_property
    def running(self) -> Type:
        """What runs above and below the text of every page."""
        return self.label(self.sizes.running, self.colours.soft)


LOOK = Look()
"""The house style of whoever has none of their own."""
