"""What divides: how near the two sides of a room are to each other in number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from consultation.weighing.hands import Line


@dataclass(frozen=True)
class Sides:
    """The shares of those who took a side; who abstained took none."""

    agreement: Fraction
    disagreement: Fraction

    @property
    def controversy(self) -> Fraction:
        """Twice the smaller share: 0 where all are of one mind, 1 where the sides are equal."""
        return 2 * min(self.agreement, self.disagreement)


def sides_of(line: Line) -> Sides | None:
    """Return the sides of a room; None where it does not enter the figures or nobody took a side."""
    took = line.in_favour + line.against
    if not line.enters or not took:
        return None
    return Sides(Fraction(line.in_favour, took), Fraction(line.against, took))


def most_divided(lines: Iterable[Line]) -> tuple[Line, Sides] | None:
    """Return the room that is most divided, the first of those that are equally so; None where none took sides."""
    found = [(line, sides) for line in lines if (sides := sides_of(line))]
    return max(found, key=lambda each: each[1].controversy, default=None)
