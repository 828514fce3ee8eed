"""The faces of the window: the system's own for controls, and the reading serif for what people said.

Where the system has no face of its own to offer, the one that is shipped stands in for it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
SERIF = ("NotoSerif-Regular.ttf", "NotoSerif-Italic.ttf", "NotoSerif-Bold.ttf")
SANS = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf", "NotoSans-Italic.ttf")
NOBODYS_CHOICE = (
    "dejavu sans",
    "bitstream vera sans",
    "liberation sans",
    "freesans",
    "noto sans",
    "sans serif",
    "sans",
)
"""What fontconfig gives where nobody has chosen a face for the interface; Noto Sans among them, for its weights."""


def interface_family(own: QFont) -> str:
    """Return the family for controls: that of the system, or ours where it has nothing better."""
    family = QFontInfo(own).family()
    return (_family(SANS) or family) if family.casefold() in NOBODYS_CHOICE else family


def reading_family() -> str:
    """Return the family in which the words of people are set; the system's own serif should ours be missing."""
    return _family(SERIF) or "serif"


@cache
def _family(files: tuple[str, ...]) -> str:
    """Load faces of one family, the upright first, and return its name."""
    numbers = [QFontDatabase.addApplicationFont(str(FOLDER / name)) for name in files]
    families = QFontDatabase.applicationFontFamilies(numbers[0]) if numbers[0] >= 0 else []
    return families[0] if families else ""
