"""What goes wrong while something is painted is reported, and ends neither the program nor the painting of the rest."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from ui.look.painting import Painting


def test_an_error_while_painting_is_reported_and_the_painter_is_as_it_was(qapp, capsys):
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    before = painter.pen().color()
    with Painting(painter):
        painter.setPen(QColor("red"))
        raise ValueError("no such row")
    assert painter.pen().color() == before
    assert not painter.renderHints() & QPainter.RenderHint.Antialiasing
    assert painter.end()
    assert "no such row" in capsys.readouterr().err


def test_a_wish_to_stop_is_no_error_of_painting(qapp):
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    with pytest.raises(KeyboardInterrupt), Painting(painter):
        raise KeyboardInterrupt
    painter.end()
