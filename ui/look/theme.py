"""How the window looks: colours, text sizes and the one style sheet, following the system or as chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from ui.look.colours import DARK, LIGHT, TONES, Colours, palette
from ui.look.faces import interface_family, reading_family

MODES = ("system", "light", "dark")
SIZES = {
    "caption": 0.9,
    "body": 1.0,
    "quoted": 1.05,
    "said": 1.17,
    "heading": 1.25,
    "read": 1.35,
    "title": 1.6,
    "clock": 2.1,
    "name": 2.5,
}
"""Text sizes relative to the person's own."""
READING = ("quoted", "said", "read")
"""The sizes of the words people said, which are set in the reading serif."""
USUAL_POINTS, USUAL_DPI = 10.0, 96.0
"""The text size and resolution in which the lengths of the design are given."""
ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SMALLEST, LARGEST, STEP = 0.8, 2.0, 0.1


class Theme(QObject):
    """The look of one application; emits `changed` when colours or sizes are others."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: str = "system", scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._own_size = max(float(app.property("ownSize") or app.font().pointSizeF()), USUAL_POINTS)
        app.setProperty("ownSize", self._own_size)
        self._family, self._serif = interface_family(app.font()), reading_family()
        self._mode = mode if mode in MODES else "system"
        self._scale = min(max(scale, SMALLEST), LARGEST)
        self._colours = LIGHT
        self._drawn = QTemporaryDir()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return self._colours

    @property
    def mode(self) -> str:
        """What was chosen: system, light or dark."""
        return self._mode

    @property
    def scale(self) -> float:
        """Text size relative to the system's."""
        return self._scale

    @property
    def enlargement(self) -> float:
        """How much larger text is than in the design: the person's size by that of the design, on this screen."""
        return self.points("body") / USUAL_POINTS * self._app.primaryScreen().logicalDotsPerInch() / USUAL_DPI

    def colour(self, tone: str) -> QColor:
        """Return the colour called ``tone``."""
        return QColor(self._colours.tone(tone))

    def soft(self, tone: str) -> QColor:
        """Return the quiet background that goes with ``tone``."""
        return QColor(self._colours.soft(tone))

    def font(self, size: str = "body", strong: bool = False) -> QFont:
        """Return the interface font in one of the `SIZES`."""
        font = QFont(self._family)
        font.setPointSizeF(self.points(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def reading(self, size: str = "said", italic: bool = False) -> QFont:
        """Return the reading serif in one of the `SIZES`."""
        font = QFont(self._serif)
        font.setPointSizeF(self.points(size))
        font.setItalic(italic)
        return font

    def points(self, size: str) -> float:
        """Return one of the `SIZES` in points."""
        return round(self._own_size * self._scale * SIZES[size], 1)

    def choose(self, mode: str) -> None:
        """Follow the system, or stay light or dark."""
        if mode in MODES and mode != self._mode:
            self._mode = mode
            self._apply()

    def resize(self, scale: float) -> None:
        """Set the text size relative to the system's."""
        scale = round(min(max(scale, SMALLEST), LARGEST), 2)
        if scale != self._scale:
            self._scale = scale
            self._apply()

    def _on_system_changed(self) -> None:
        if self._mode == "system":
            self._apply()

    def _apply(self) -> None:
        hints = self._app.styleHints()
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints.blockSignals(True)
        if self._mode in schemes:
            hints.setColorScheme(schemes[self._mode])  # the frame of the window and the system's dialogs follow
        else:
            hints.unsetColorScheme()
        hints.blockSignals(False)
        dark = self._mode == "dark" or (self._mode == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
        self._colours = DARK if dark else LIGHT
        self._app.setPalette(palette(self._colours))
        self._app.setFont(self.font())
        self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _style_sheet(self) -> str:
        colours = self._colours
        serif = f' font-family: "{self._serif}";'
        sizes = "".join(
            f'*[textsize="{size}"] {{ font-size: {self.points(size)}pt;{serif if size in READING else ""} }}\n'
            for size in SIZES
        )
        tones = "".join(
            f'*[tone="{tone}"] {{ color: {colours.tone(tone)}; }}\n'
            f'*[soft="{tone}"] {{ background: {colours.soft(tone)}; border-radius: 6px; }}\n'
            for tone in TONES
        )
        return (
            sizes
            + tones
            + SHEET.format(
                base=colours.base,
                raised=colours.raised,
                line=colours.line,
                edge=colours.edge,
                text=colours.text,
                muted=colours.muted,
                accent=colours.accent,
                on_accent=colours.on_accent,
                conflict=colours.tone("conflict"),
                accent_soft=colours.accent_soft,
                window=colours.window,
                caption=self.points("caption"),
                inside=round(18 * self.enlargement),
                arrow=self._drawn_icon("chevron-down", colours.muted),
                tick=self._drawn_icon("check", colours.on_accent),
            )
        )

    def _drawn_icon(self, name: str, colour: str) -> str:
        """Draw an icon in a colour for the style sheet, which cannot tint one; return where it is."""
        drawn = Path(self._drawn.path()) / f"{name}-{colour[1:]}.svg"
        if not drawn.exists():
            drawn.write_text((ICONS / f"{name}.svg").read_text("utf-8").replace("currentColor", colour), "utf-8")
        return drawn.as_posix()


SHEET = """
*[strong="true"] {{ font-weight: 600; }}
*[surface="card"] {{ background: {base}; border: 1px solid {line}; border-radius: 8px; }}
*[surface="editing"] {{ background: {base}; border: 2px solid {accent}; border-radius: 6px; }}
*[surface="base"] {{ background: {base}; }}
*[surface="window"] {{ background: {window}; }}
QLabel[keycap="true"] {{
    background: {base}; border: 1px solid {line}; border-radius: 4px; padding: 0 5px; min-height: {inside}px;
}}
QFrame[rule="true"] {{ background: {line}; border: none; }}
QLineEdit {{ min-height: {inside}px; }}
QLineEdit, QPlainTextEdit {{
    background: {base}; border: 1px solid {edge}; border-radius: 6px; padding: 6px 8px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QComboBox {{ combobox-popup: 0; }}
QComboBox, QDateTimeEdit {{
    background: {base}; border: 1px solid {edge}; border-radius: 6px; padding: 6px 4px 6px 10px; min-height: {inside}px;
}}
QComboBox:focus, QDateTimeEdit:focus {{ border: 2px solid {accent}; padding: 5px 3px 5px 9px; }}
QComboBox::drop-down, QDateTimeEdit::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url({arrow}); width: 16px; height: 16px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; padding: 0; background: transparent; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
    border: none; padding: 0; background: transparent;
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 5px 7px; }}
QLineEdit[refused="true"], QLineEdit[refused="true"]:focus {{ border-color: {conflict}; color: {conflict}; }}
QLineEdit[figure="true"] {{ min-height: 0; padding: 0 6px; font-weight: 600; }}
QLineEdit[figure="true"]:focus {{ padding: 0 5px; }}
QPlainTextEdit[bare="true"], QPlainTextEdit[bare="true"]:focus, QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{
    border: none; padding: 0; background: transparent;
}}
QPlainTextEdit[quiet="true"], QLineEdit[quiet="true"] {{
    background: transparent; border: 2px solid transparent; padding: 3px 4px;
}}
QPlainTextEdit[quiet="true"]:hover, QLineEdit[quiet="true"]:hover {{ background: {base}; }}
QPlainTextEdit[quiet="true"]:focus, QLineEdit[quiet="true"]:focus {{
    background: {base}; border-color: {accent}; padding: 3px 4px;
}}
QPushButton {{
    background: {base}; border: 1px solid {edge}; border-radius: 6px; padding: 6px 12px; min-height: {inside}px;
}}
QPushButton[keyed="true"] {{ text-align: left; }}
QPushButton:hover {{ background: {raised}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 5px 11px; }}
QPushButton:disabled {{ color: {muted}; border-color: {line}; }}
QPushButton[main="true"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[main="true"]:disabled {{ background: {raised}; color: {muted}; border-color: {line}; }}
QPushButton[quiet="true"] {{
    background: transparent; border-color: transparent; color: {accent}; padding: 6px 8px 6px 4px;
}}
QPushButton[quiet="true"]:hover {{ background: {accent_soft}; }}
QPushButton[quiet="true"]:focus {{ border-color: {accent}; padding: 5px 7px 5px 3px; }}
QToolButton {{ border: 2px solid transparent; border-radius: 6px; padding: 3px; background: transparent; }}
QToolButton:hover {{ background: {raised}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton[flush="true"] {{ border-width: 2px 0; padding: 3px 0; }}
QToolButton[flush="true"]:focus {{ border-bottom-color: {accent}; border-top-color: transparent; }}
QCheckBox, QRadioButton {{ spacing: 8px; outline: none; }}
QCheckBox::indicator {{
    width: 16px; height: 16px; border: 1px solid {edge}; border-radius: 4px; background: {base}; margin: 1px;
}}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({tick}); }}
QCheckBox::indicator:disabled {{ border-color: {line}; background: {raised}; }}
QCheckBox::indicator:focus {{ border: 2px solid {accent}; margin: 0; }}
QRadioButton::indicator {{
    width: 16px; height: 16px; border: 1px solid {edge}; border-radius: 9px; background: {base};
}}
QRadioButton::indicator:checked {{
    width: 8px; height: 8px; border: 5px solid {accent}; border-radius: 9px; background: {on_accent};
}}
QListView[roomy="true"]::item {{ padding: 6px 8px; border-radius: 4px; }}
QListView[roomy="true"]::item:selected {{ background: {accent_soft}; color: {accent}; }}
QScrollArea {{ border: none; background: transparent; outline: none; }}
QWidget QListView, QWidget QTreeView, QWidget QTableView {{
    border: none; background: transparent; outline: none;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QListView, QTreeView, QComboBox QAbstractItemView, QListView[popup="true"] {{
    background: {base}; color: {text}; border: 1px solid {edge}; border-radius: 8px; padding: 2px; outline: none;
    selection-background-color: {accent_soft}; selection-color: {text};
}}
QListView[popup="true"]::item {{ min-height: 28px; padding: 0 8px; border-radius: 6px; }}
QListView[popup="true"]::item:selected {{ background: {accent_soft}; color: {text}; }}
QListView[offers="true"], QListView[flush="true"], QListView[bare="true"] {{
    border: none; padding: 0; background: transparent;
}}
QComboBoxPrivateContainer {{ background: transparent; border: none; }}
QMenu {{
    background: {base}; color: {text}; border: 1px solid {edge}; border-radius: 8px; padding: 3px; min-width: 220px;
}}
QMenu::item {{ min-height: 28px; padding: 0 12px 0 12px; border-radius: 4px; background: transparent; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {muted}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 2px 8px; }}
QCalendarWidget QAbstractItemView {{ background: {base}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; margin: 3px; min-height: 32px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {line}; }}
QMenuBar {{ background: transparent; padding: 0; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {raised}; color: {text}; }}
QToolTip {{ border: 1px solid {edge}; padding: 4px; background: {raised}; color: {text}; }}
"""
