"""Emblems of organisations: a picture from elsewhere is read with suspicion, and only its pixels are kept.

What is kept is a PNG that this program has written, as a data address (RFC 2397). What a merged file brings in its
place is drawn only where it is a picture of a size that does no harm: never an SVG, which can hold a program.
"""

from __future__ import annotations

import base64
import binascii
import warnings
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from consultation.errors import SourceRefused
from consultation.files import read_whole
from consultation.language import N_

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 512
"""Pixels of the longer side of an emblem that is kept, at most."""
SIDES = (SIDE, 384, 256, 128)
"""Smaller ones are tried where the picture would weigh too much."""
WEIGHT = 400_000
"""Bytes of an emblem that is kept, at most; all of them travel with every copy of the file."""
LARGEST = 20 << 20
"""Bytes of a file that is read."""
LARGEST_SIDE = 8 * SIDE
"""A picture that is taken has at most as many pixels as a square of this side; its header says how many it has."""
LARGEST_KEPT_SIDE = 2 * SIDE
"""The same of an emblem that stands in a file, whoever has written it there."""
SUFFIXES = (".png", ".jpg", ".jpeg")
"""What the files are called that can be chosen."""

_HEADS = ("data:image/png;base64", "data:image/jpeg;base64")
_FORMATS = ("PNG", "JPEG")


def read_emblem(path: Path) -> str:
    """Read a PNG or JPEG file and return it as a data address of a PNG; SourceRefused when it cannot be taken."""
    data = read_whole(path, LARGEST)
    if _is_drawing(data):
        raise SourceRefused(
            N_(
                "“{name}” is a drawing (SVG), which can hold a program. It was not taken. "
                "Save it as PNG and choose that."
            ),
            name=path.name,
        )
    return "data:image/png;base64," + base64.b64encode(_reduced(_decoded(data, path.name, LARGEST_SIDE))).decode(
        "ascii"
    )


@lru_cache(maxsize=64)
def picture_of(emblem: str) -> bytes:
    """Return the picture that an emblem is; nothing where it is none, or none that can safely be drawn."""
    head, _, data = emblem.partition(",")
    if head not in _HEADS or len(data) > 2 * WEIGHT:
        return b""
    try:
        picture = base64.b64decode(data, validate=True)
        _decoded(picture, "", LARGEST_KEPT_SIDE)
    except (binascii.Error, SourceRefused):
        return b""
    return picture


def _is_drawing(data: bytes) -> bool:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<svg") or (start.startswith((b"<?xml", b"<!")) and b"<svg" in start)


def _decoded(data: bytes, name: str, largest: int) -> Image:
    """Decode a picture, once its header has said that it is not too large; a photograph no larger than need be."""
    from PIL import Image

    too_large = SourceRefused(
        N_("“{name}” has too many pixels for an emblem. It was not taken. Choose one of {most} × {most} at most."),
        name=name,
        most=largest,
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=_FORMATS)
            if image.width * image.height > largest**2:
                raise too_large
            image.draft(None, (2 * SIDE, 2 * SIDE))
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_large from error
    except SourceRefused:
        raise
    except Exception as error:  # pictures fail in as many ways as there are formats
        raise SourceRefused(
            N_("“{name}” cannot be read as a picture. It was not taken. Choose a PNG or JPEG file that is whole."),
            name=name,
        ) from error
    return image


def _reduced(image: Image) -> bytes:
    """Write the pixels as a small PNG, and nothing else the file held: no place, no camera, no profile."""
    from PIL import Image, ImageOps

    image = _in_colours(image)
    image.thumbnail((SIDE, SIDE))  # in its place, and before anything else: the large one is held but once
    small = ImageOps.exif_transpose(image) or image
    written = b""
    for side in SIDES:
        small.thumbnail((side, side))
        out = BytesIO()
        Image.frombytes(small.mode, small.size, small.tobytes()).save(out, "PNG", optimize=True)
        written = out.getvalue()
        if len(written) <= WEIGHT:
            break
    return written


def _in_colours(image: Image) -> Image:
    """Return a picture in colours of 8 bits, with what is seen through where it has any."""
    if image.mode.startswith("I"):  # grey in 16 bits, which `convert` would make white
        image = image.point(lambda value: value / 256).convert("L")
    wanted = "RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB"
    return image if image.mode == wanted else image.convert(wanted)
