"""Every colour of the window, for light and for dark. No other file names a colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True)
class Colours:
    """One set of colours; each text colour reads at 4.5:1 or more on every surface it is used on."""

    dark: bool
    window: str
    """About the words: top line, rail, side columns, peek."""
    base: str
    """The paper: words, fields, lists, cards, pop-ups."""
    raised: str
    """Under a hovered button, and the speaker's chip."""
    line: str
    """Rules that only divide."""
    edge: str
    """Borders of what can be typed in or pressed, and the empty part of a bar."""
    text: str
    muted: str
    accent: str
    on_accent: str
    citizenship: str
    policy: str
    conflict: str
    duplicate: str
    incomplete: str
    done: str

    @property
    def accent_soft(self) -> str:
        """The ground of what is chosen."""
        return self.soft("accent")

    @property
    def mark(self) -> str:
        """The ground of words that differ or were marked; only the colour of text is written on it."""
        return mix(self.accent, self.base, 0.28 if self.dark else 0.16)

    def tone(self, name: str) -> str:
        """Return the colour called ``name`` ("citizenship", "muted", ...)."""
        return str(getattr(self, name))

    def soft(self, name: str) -> str:
        """Return a quiet background for words written in the colour called ``name``."""
        return mix(self.tone(name), self.base, 0.16 if self.dark else 0.09)


LIGHT = Colours(
    dark=False,
    window="#f5f4f1",
    base="#ffffff",
    raised="#ebe9e4",
    line="#dcd9d2",
    edge="#827f78",
    text="#1f2227",
    muted="#5a5f68",
    accent="#3a4bb0",
    on_accent="#ffffff",
    citizenship="#a84410",
    policy="#04687f",
    conflict="#ad2323",
    duplicate="#823b8e",
    incomplete="#7c5a00",
    done="#276738",
)

DARK = Colours(
    dark=True,
    window="#1a1c20",
    base="#222529",
    raised="#2b2f35",
    line="#383d44",
    edge="#868e9a",
    text="#e7e7e4",
    muted="#a9b0ba",
    accent="#a7b1ff",
    on_accent="#171a33",
    citizenship="#f3a276",
    policy="#62c6de",
    conflict="#ff958b",
    duplicate="#dfa6ea",
    incomplete="#e6bb63",
    done="#8bd094",
)

TONES = ("text", "muted", "accent", "citizenship", "policy", "conflict", "duplicate", "incomplete", "done")
"""The colours words are written in."""


def mix(colour: str, ground: str, share: float) -> str:
    """Lay ``colour`` over ``ground`` with the given share (0 to 1) of the first."""
    top, bottom = QColor(colour), QColor(ground)
    parts = ((top.red(), bottom.red()), (top.green(), bottom.green()), (top.blue(), bottom.blue()))
    return QColor(*(round(over * share + under * (1 - share)) for over, under in parts)).name()


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette(colours: Colours) -> QPalette:
    """Build the palette that Qt's own widgets are drawn with."""
    made = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for name, value in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, mix(colours.raised, colours.base, 0.5)),
        (role.Text, colours.text),
        (role.Button, colours.base),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.on_accent),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, mix(colours.base, colours.raised, 0.5)),
        (role.Midlight, colours.raised),
        (role.Mid, colours.line),
        (role.Dark, colours.edge),
        (role.Shadow, mix("#000000", colours.window, 0.4)),
    ):
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, name, QColor(mix(colours.muted, colours.window, 0.7)))
    return made


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shown = QColor(colour)
    red, green, blue = (linear(part) for part in (shown.redF(), shown.greenF(), shown.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
