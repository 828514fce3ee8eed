"""A long text as a few short ones, and back: compressed, written in base 64 and cut."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence

from consultation.document.keeping import LARGEST_KEPT
from consultation.errors import EditionRefused
from consultation.language import N_

PART = 96_000
"""Characters of a part: a tenth of what a revision may hold."""


MOST_PARTS = 2 * LARGEST_KEPT // PART
"""Of a text that can be kept, however badly it could be compressed."""


def packed(text: str) -> list[str]:
    """Write a text as parts of at most `PART` characters."""
    whole = b64encode(zlib.compress(text.encode(), 9)).decode()
    return [whole[start : start + PART] for start in range(0, len(whole), PART)]


def unpacked(parts: Sequence[str]) -> str:
    """Put the parts together again; EditionRefused when they are not what `packed` made."""
    try:
        reader = zlib.decompressobj()
        data = reader.decompress(b64decode("".join(parts), validate=True), LARGEST_KEPT + 1)
        if not reader.eof or reader.unused_data or len(data) > LARGEST_KEPT:
            raise ValueError
        return data.decode()
    except (ValueError, zlib.error) as error:
        raise EditionRefused(
            N_(
                "The text of this edition is damaged. Nothing was changed, and the rest of the file is as it was. "
                "Ask for another copy of the file."
            )
        ) from error
