"""Make the fonts beside this script from the full Noto fonts, keeping the characters our documents need.

Run by hand when the list of characters changes; needs fontTools, and Debian's fonts-noto-core and fonts-noto-extra:

    python resources/fonts/subset_fonts.py /usr/share/fonts/truetype/noto

Hinting and layout tables go (a PDF uses neither here); names and licence stay as they are. The same fonts in give
the same bytes out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LETTERS = [
    (0x0020, 0x024F),  # Latin, Latin-1, Latin Extended A and B
    (0x0250, 0x036F),  # phonetic letters, modifiers, combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1FFF),  # Latin Extended Additional (Vietnamese), Greek Extended
    (0x2000, 0x206F),  # spaces, hyphens, dashes, quotation marks
    (0x2070, 0x20CF),  # superscripts, subscripts, currencies
    (0x2100, 0x218F),  # letterlike symbols, number forms
    (0x2C60, 0x2C7F),  # Latin Extended C
    (0xA720, 0xA7FF),  # Latin Extended D
    (0xFB00, 0xFB06),  # ligatures pasted from other programs
    (0xFFFD, 0xFFFD),
]
SIGNS = [(0x0020, 0x0020), (0x2190, 0x22FF), (0x27F0, 0x27FF), (0x2900, 0x2935)]
SHAPES = [(0x0020, 0x0020), (0x2190, 0x21FF), (0x2300, 0x23FF), (0x2500, 0x27BF), (0x2B00, 0x2BFF)]

FONTS = {
    "NotoSerif-Regular": LETTERS,
    "NotoSerif-Italic": LETTERS,
    "NotoSerif-Bold": LETTERS,
    "NotoSans-Regular": LETTERS,
    "NotoSans-Italic": LETTERS,
    "NotoSans-Bold": LETTERS,
    "NotoSans-SemiBold": LETTERS,
    "NotoSansMath-Regular": SIGNS,
    "NotoSansSymbols2-Regular": SHAPES,
}


def subset(source: Path, target: Path, ranges: list[tuple[int, int]]) -> None:
    """Write the part of the font ``source`` that covers ``ranges``."""
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=["*"], recalc_timestamp=False)
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "MATH", "DSIG"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    font.save(target)


def main() -> None:
    """Make every font of the list."""
    folder = Path(sys.argv[1])
    for name, ranges in FONTS.items():
        subset(folder / f"{name}.ttf", Path(__file__).parent / f"{name}.ttf", ranges)


if __name__ == "__main__":
    main()
