"""Ways to set text: faces, sizes and colours, as a house style gives them to each kind of words."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
    """How references and changed words differ from the text they stand in."""

    face: str
    colour: str
    inserted: str
    deleted: str
    scale: float = 0.68
    rise: float = 0.33
    """Size and height of a reference, as parts of the size of the text around it."""

    def colour_of(self, redline: Redline, otherwise: str) -> str:
        """Return the colour of inserted or deleted words."""
        return {Redline.INSERTED: self.inserted, Redline.DELETED: self.deleted}.get(redline, otherwise)


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
        return (self.leading + 0.7 * self.size) / 2

    def face_of(self, style: Style) -> str:
        """Name the face that sets words of ``style``."""
        match style:
            case Style.STRONG:
                return self.strong
            case Style.EMPHASIS:
                return self.emphasis
            case Style.REFERENCE:
                return self.asides.face
            case Style.PLAIN:
                return self.face

    def in_colour(self, colour: str) -> Type:
        """Return the same type in another colour; in its own where there is none."""
        return replace(self, colour=colour) if colour else self
