"""Text as it is compared: without case, accents, width, vowel signs, and one letter for letters that are the same.

One table and no dependency: it is asked for every text of a file, and a table is twice as fast as taking accents apart.
"""

from __future__ import annotations

import re
import unicodedata

_LATIN = {
    "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
    "ı": "i",  # Turkish dotted and dotless i are one letter, in every language: capitals then need no language
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "⁄": "/", "−": "-", "‐": "-", "‑": "-",
}  # fmt: skip
_CYRILLIC = {"ё": "е", "ѐ": "е", "ѝ": "и"}
_ARABIC = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ہ": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك",
    "٪": "%", "٫": ".", "٬": ",", "،": ",", "؛": ";", "؟": "?",
}  # fmt: skip
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u061c\ufeffـ"
_MARKS = (*range(0x300, 0x370), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670)
_ACCENTED = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


class _Table(dict[int, str]):
    """What becomes of every letter; a letter asked for the first time stays itself, which is faster than a miss."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        digit = unicodedata.decimal(letter, None)
        self[point] = letter if digit is None else str(digit)
        return self[point]


def _bare(point: int) -> str:
    taken_apart = unicodedata.normalize("NFD", chr(point))
    return "".join(_LATIN.get(letter, letter) for letter in taken_apart if unicodedata.category(letter) != "Mn")


_TABLE = _Table({point: _bare(point) for point in _ACCENTED})
_TABLE.update(dict.fromkeys(_MARKS, ""))
_TABLE.update({ord(letter): "" for letter in _UNSEEN})
_TABLE.update({ord(letter): plain for letter, plain in (_LATIN | _CYRILLIC | _ARABIC).items()})

_APART = re.compile("[\u00bc-\u00be\u2150-\u215e]")


def fold(text: str) -> str:
    """Return `text` as it is compared; folding twice changes nothing more.

    Digits of every script become 0 to 9. Line breaks and spaces stay, but a no-break space becomes a space.
    """
    if text.isascii():
        return text.lower()
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", _APART.sub(r" \g<0>", text))  # 1½ is not 11/2
    return text.casefold().translate(_TABLE)
