"""Where things stand in a row of the stream: gutter, words, margin and time, by how wide the window is.

The head above and the entry line below share these edges.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from consultation.language import Translator
from ui.look.folds import Fold, fold_of, px
from ui.look.theme import Theme

GUTTER, GUTTER_NARROW = 68, 56
"""Left of the words, at the usual text size: edge, shape and number."""
INSET, INSET_NARROW = 32, 24
"""Between the time and the end of the paper."""
WIDEST, WIDEST_NARROW = 620, 720
"""Of the words; wider where bar and counts stand below them."""
LEAST = 160
PEEK, PEEK_GAP = 376, 24
"""What a peek covers of the paper, and the room between it and the words."""
BAR, BAR_MEDIUM, BAR_SENTENCE = 148, 112, 72


@dataclass(frozen=True)
class Columns:
    """Places along the line of reading, in pixels from the leading edge of the paper."""

    fold: Fold
    gutter: int
    """Where words begin."""
    words: int
    """How wide they are."""
    bar: int
    """Where the bar of support begins; in the margin, or where words begin when it stands below them."""
    bar_width: int
    figures: tuple[int, int, int]
    """Where the figures for, against and abstaining end; all 0 where they are a sentence below the words."""
    pitch: int
    """Between two columns of figures."""
    time: int
    """Where the time ends."""
    inset: int
    """From there to the end of the paper."""

    @property
    def has_margin(self) -> bool:
        """Bar and figures stand in the margin."""
        return self.fold >= Fold.MEDIUM

    @property
    def words_end(self) -> int:
        """Where words end."""
        return self.gutter + self.words


def columns_of(widget: QWidget, theme: Theme, width: int, heads: Sequence[str] = ()) -> Columns:
    """Return the columns of a paper that is ``width`` wide; ``heads`` are the words over the figures."""
    fold = fold_of(widget, theme)
    small = QFontMetrics(theme.font("caption"))
    clock = small.horizontalAdvance("00:00") + px(theme, 4)
    if fold < Fold.MEDIUM:
        gutter, inset = px(theme, GUTTER_NARROW), px(theme, INSET_NARROW)
        time = width - inset
        words = max(min(px(theme, WIDEST_NARROW), time - clock - px(theme, 16) - gutter), LEAST)
        return Columns(fold, gutter, words, gutter, px(theme, BAR_SENTENCE), (0, 0, 0), 0, time, inset)
    gutter, inset = px(theme, GUTTER), px(theme, INSET)
    time = width - inset
    words = max(min(px(theme, WIDEST), width - gutter - px(theme, PEEK) - px(theme, PEEK_GAP)), LEAST)
    wide = fold == Fold.WIDE
    bar = gutter + words + px(theme, 32 if wide else 28)
    head = max((small.horizontalAdvance(word) for word in heads), default=0)
    pitch = max(px(theme, 40 if wide else 36), max(small.horizontalAdvance("0000"), head) + px(theme, 8))
    room = time - clock - px(theme, 12) - 3 * pitch - px(theme, 12) - bar
    bar_width = max(min(px(theme, BAR if wide else BAR_MEDIUM), room), px(theme, 40))
    first = bar + bar_width + px(theme, 12) + pitch
    return Columns(fold, gutter, words, bar, bar_width, (first, first + pitch, first + 2 * pitch), pitch, time, inset)


def figure_heads(t: Translator) -> tuple[str, str, str]:
    """Return the words over the figures of support, as short as they can be."""
    return (
        t.context("head of a column", "for"),
        t.context("head of a column", "ag."),
        t.context("head of a column", "abst."),
    )
