"""Whether a colour of the house reads on paper (WCAG 2.2, 1.4.3), and the nearest one that does."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from consultation.errors import ExportRefused
from consultation.language import N_
from consultation.publishing.look.house import Colours

LEAST = 4.5
_PAPER = "#FFFFFF"
_STEPS = 400


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, colours: Colours) -> bool:
    """Say whether words of ``colour`` read on paper and on the bands of tables."""
    return min(contrast(colour, _PAPER), contrast(colour, colours.wash)) >= LEAST


def nearest_readable(colour: str, colours: Colours) -> str:
    """Return ``colour`` where it reads, else the same hue as little darker as it takes."""
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    for step in range(_STEPS + 1):
        tried = _written(hls_to_rgb(hue, lightness * (1 - step / _STEPS), saturation))
        if readable(tried, colours):
            return tried
    return "#000000"


def refuse_unreadable(colours: Colours) -> None:
    """Raise `ExportRefused` where the accent of the house does not read, with the nearest that does."""
    accent = colours.accent
    if not readable(accent, colours):
        raise ExportRefused(
            N_(
                "The colour {colour} of the house style is too light to be read on white paper. Nothing was written. "
                "The nearest colour that can be read is {nearest}."
            ),
            colour=accent,
            nearest=nearest_readable(accent, colours),
        )


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
