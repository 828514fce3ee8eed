"""The faces we print with, and which face has which character.

A character no face has is printed as an empty box, so that nobody takes a wrong sign for the right one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from consultation.errors import ExportRefused
from consultation.language import N_

FOLDER = Path(__file__).parents[3] / "resources" / "fonts"
OTHERS = ("NotoSans-Regular", "NotoSansMath-Regular", "NotoSansSymbols2-Regular")
"""Faces that lend their characters to one that has not got them; the last also has the box."""
BOX = "\u25a1"

_SPACES = re.compile("[\t-\r\x1c-\x20\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_LONG = 40
_MANY = 100_000


class Face:
    """A font with the widths of its words, measured once."""

    def __init__(self, name: str) -> None:
        path = Path(name)
        font = _opened(name, path if path.suffix else FOLDER / f"{name}.ttf")
        registerFont(font)
        self.name = name
        self.family = font.face.familyName.decode("utf-8", "replace")
        self.bold = font.face.styleName.startswith(b"Bold")
        widths: dict[int, float] = font.face.charWidths
        self.letters = {chr(code): widths[code] / 1000 for code in font.face.charToGlyph if code in widths}
        self.covers = frozenset(self.letters)
        self._words: dict[str, float] = {}

    def width(self, word: str) -> float:
        """Measure ``word`` at size 1; every character of it must be in `covers`."""
        known = self._words.get(word)
        if known is None:
            known = sum(map(self.letters.__getitem__, word))
            if len(word) <= _LONG and len(self._words) < _MANY:
                self._words[word] = known
        return known


def _opened(name: str, path: Path) -> TTFont:
    """Open a font, which must have outlines that can be put into a PDF."""
    try:
        return TTFont(name, path)
    except (TTFError, OSError) as error:
        raise ExportRefused(
            N_(
                "The font “{name}” of the house style cannot be used. Nothing was written. "
                "Choose a TrueType font (.ttf) that is on this computer."
            ),
            name=path.name,
        ) from error


@cache
def face(name: str) -> Face:
    """Open one of the fonts in our folder by its name, or another by its path."""
    return Face(name)


def cleaned(text: str) -> str:
    """Compose accents, drop what has no shape, and make every breaking space a plain one."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _SPACES.sub(" ", text)))


def unseen() -> str:
    """Return the pattern of what has no shape, and so needs no font."""
    return _UNSEEN.pattern


def shared_out(text: str, name: str) -> list[tuple[Face, str]]:
    """Split cleaned ``text`` into parts, each with a face that has all of its characters."""
    own = face(name)
    if own.covers.issuperset(text):
        return [(own, text)] if text else []
    others = (own, *map(face, OTHERS))
    marked = ((_first_with(character, others), character) for character in text)
    return [
        (found or others[-1], "".join(character if found else BOX for _, character in part))
        for found, part in groupby(marked, key=lambda pair: pair[0])
    ]


def _first_with(character: str, faces: tuple[Face, ...]) -> Face | None:
    return next((font for font in faces if character in font.covers), None)
