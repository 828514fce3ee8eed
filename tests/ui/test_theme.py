"""The look: legible in both themes, following the system or the person."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from ui.look.colours import DARK, LIGHT, TONES, Colours, contrast, palette
from ui.look.theme import SIZES, STEP
from ui.widgets.fields import Tick
from ui.workspace import Workspace

UI = Path(__file__).parents[2] / "ui"
SURFACES = ("window", "base", "raised")
LEAST = 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_surface(colours: Colours) -> None:
    weak = [
        (tone, surface, round(contrast(colours.tone(tone), colours.tone(surface)), 2))
        for tone, surface in product(TONES, SURFACES)
        if contrast(colours.tone(tone), colours.tone(surface)) < LEAST
    ]
    assert not weak


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_their_own_quiet_ground(colours: Colours) -> None:
    assert all(contrast(colours.tone(tone), colours.soft(tone)) >= LEAST for tone in TONES)
    assert all(contrast(colours.text, colours.soft(tone)) >= LEAST for tone in TONES)
    assert contrast(colours.muted, colours.soft("accent")) >= LEAST
    assert contrast(colours.on_accent, colours.accent) >= LEAST


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_of_qt_can_be_read(colours: Colours) -> None:
    made, role = palette(colours), QPalette.ColorRole
    for words, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Window),
    ):
        assert contrast(made.color(words).name(), made.color(ground).name()) >= LEAST, (words, ground)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_fields_can_be_seen(colours: Colours) -> None:
    assert contrast(colours.edge, colours.base) >= 3
    assert contrast(colours.edge, colours.window) >= 3


def test_no_colour_is_named_outside_the_colours() -> None:
    hexadecimal = re.compile(r"#[0-9a-fA-F]{6}\b")
    named = [
        f"{file.relative_to(UI)}:{number}"
        for file in UI.rglob("*.py")
        if file.name != "colours.py"
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if hexadecimal.search(line)
    ]
    assert not named


def test_choosing_dark_changes_the_palette_at_once(bare, qapp, qtbot) -> None:
    with qtbot.waitSignal(bare.theme.changed):
        bare.theme.choose("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    bare.theme.choose("light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)


def test_larger_text_makes_every_size_larger(bare) -> None:
    theme = bare.theme
    before = {size: theme.points(size) for size in SIZES}
    theme.resize(theme.scale + 5 * STEP)
    assert all(theme.points(size) > before[size] for size in SIZES)
    theme.resize(1.0)
    assert {size: theme.points(size) for size in SIZES} == before


def test_the_look_is_remembered(bare, qtbot) -> None:
    from ui.settings import Settings
    from ui.shell.main_window import MainWindow

    window = MainWindow(bare)
    qtbot.addWidget(window)
    window.choose_theme("dark")
    window.resize_text(1.3)
    again = Settings(bare.settings.folder)
    assert (again.theme, again.scale) == ("dark", 1.3)
    window.choose_theme("light")
    window.resize_text(1.0)


def test_a_box_to_tick_has_a_ring_only_where_the_keyboard_is(qtbot: QtBot, bare: Workspace) -> None:
    tick = Tick("Quote by name")
    qtbot.addWidget(tick)
    tick.show()
    tick.clearFocus()
    picture = tick.grab().toImage()
    ring = bare.theme.colour("accent").rgb()
    assert ring not in {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
