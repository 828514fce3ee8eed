"""The fills of figures, each with its edge: told apart in grey as well as in colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from consultation.publishing.look import Look
from consultation.publishing.pdf.drawing import rgb

STANDS = ("in_text", "not_agreed", "annex", "set_aside")
"""Tones of series that say where recommendations stand."""
_EDGE, _THIN_EDGE = 0.5, 0.4


class Paint(NamedTuple):
    """A fill and the edge around it."""

    fill: str
    edge: str
    thick: float


def paints_of(tones: Iterable[str], look: Look) -> list[Paint]:
    """Give each series its paint: that of its tone, else one of its own."""
    colours, taken, found = look.colours, 0, []
    stands = dict(zip(STANDS, colours.stands, strict=True))
    for tone in tones:
        if tone in colours.fills:
            found.append(Paint(colours.fills[tone], look.tone(tone) or colours.edge, _EDGE))
        elif tone in stands:
            found.append(Paint(stands[tone], colours.edge, _THIN_EDGE))
        else:
            found.append(Paint(colours.series[taken % len(colours.series)], colours.accent, _EDGE))
            taken += 1
    return found


def readable_on(colour: str, look: Look) -> str:
    """Return the colour of words on a fill: white where it is dark."""
    red, green, blue = rgb(colour)
    return look.colours.ink if 0.299 * red + 0.587 * green + 0.114 * blue > 0.55 else "#FFFFFF"
