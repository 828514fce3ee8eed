"""The font the declaration is read in: the serif of the printed document, a little larger than the controls."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from ui.look.theme import Theme

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FACES = ("NotoSerif-Regular.ttf", "NotoSerif-Italic.ttf")


def reading_font(theme: Theme) -> QFont:
    """Return the font for clauses, in the size a person has chosen."""
    font = theme.font("said")
    families = _families()
    if families:
        font.setFamilies([*families, *font.families()])
    return font


@cache
def _families() -> tuple[str, ...]:
    found: list[str] = []
    for face in FACES:
        number = QFontDatabase.addApplicationFont(str(FOLDER / face))
        if number >= 0:
            found += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(found))
