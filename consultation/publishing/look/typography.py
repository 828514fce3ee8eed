"""Ways to set text: faces, sizes and colours, as a house style gives them to each kind of words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from consultation.document import Redline, Style

Size = tuple[float, float]
"""A size of letters and the distance from line to line, in points."""


@dataclass(frozen=True, slots=True)
class Family:
    """The faces of one design: each the name of a font of ours, or the path of another one."""

    regular: str
    italic: str
    bold: str


@dataclass(frozen=True, slots=True)
class Asides:
    """How references, remarks, brackets and changed words differ from the text they stand in."""

    face: str
    remark: str
    reference: str
    open: str
    inserted: str
    deleted: str
    """Colours."""
    smallest: float
    """Size of remarks, however large the text around them."""
    tones: Mapping[str, str]
    """Colours of words that have a tone."""
    awaiting_scale: float = 0.86
    reference_scale: float = 0.79
    """Parts of the size of the text around them."""

    def colour_of(self, redline: Redline, otherwise: str) -> str:
        """Return the colour of inserted or deleted words."""
        return {Redline.INSERTED: self.inserted, Redline.DELETED: self.deleted}.get(redline, otherwise)


class Setting(NamedTuple):
    """How words of one style are set within a type."""

    face: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Type:
    """A way to set text: ``face`` for its plain words, others for what stands out in it."""

    face: str
    strong: str
    emphasis: str
    size: float
    leading: float
    colour: str
    asides: Asides

    @property
    def baseline(self) -> float:
        """Distance from the top of a line to the foot of its letters."""
        return (self.leading - self.size) / 2 + 0.81 * self.size

    def setting(self, style: Style) -> Setting:
        """Say how words of ``style`` are set."""
        asides = self.asides
        match style:
            case Style.PLAIN:
                return Setting(self.face, self.size, self.colour)
            case Style.STRONG:
                return Setting(self.strong, self.size, self.colour)
            case Style.EMPHASIS:
                return Setting(self.emphasis, self.size, self.colour)
            case Style.BRACKET:
                return Setting(self.strong, self.size, asides.open)
            case Style.AWAITING:
                return Setting(asides.face, self.size * asides.awaiting_scale, asides.open)
            case Style.REMARK:
                return Setting(asides.face, min(asides.smallest, self.size), asides.remark)
            case Style.REFERENCE:
                return Setting(asides.face, self.size * asides.reference_scale, asides.reference)

    def in_colour(self, colour: str) -> Type:
        """Return the same type in another colour; in its own where there is none."""
        return replace(self, colour=colour) if colour else self

    def sized(self, factor: float) -> Type:
        """Return the same type in larger or smaller letters, its lines as far apart."""
        return replace(self, size=self.size * factor)
