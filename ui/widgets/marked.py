"""Words to read, of which some are marked and some struck out: by a ground and a line, never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from ui.look.theme import Theme


class Manner(Enum):
    """How a stretch of words is shown."""

    PLAIN = "plain"
    MARKED = "marked"
    STRUCK = "struck"
    SHARED = "shared"
    """A dotted line below: others say it too."""
    BRACKET = "bracket"
    """A square bracket around words that nobody has agreed on."""
    NUMBER = "number"
    """Small and raised, after what it numbers."""


LEADING = 1.12
"""Between lines, over what the face has by itself."""


class MarkedWords(QTextEdit):
    """Plain words in the reading serif, as high as their lines, to be selected and copied but not changed."""

    def __init__(self, theme: Theme, size: str = "read", tone: str = "text") -> None:
        super().__init__()
        self._theme, self._size, self._tone = theme, size, tone
        self._stretches: tuple[tuple[str, Manner], ...] = ()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._write)

    @property
    def marked(self) -> list[str]:
        """The words that are marked."""
        return [text for text, manner in self._stretches if manner is Manner.MARKED]

    @property
    def struck(self) -> list[str]:
        """The words that are struck out."""
        return [text for text, manner in self._stretches if manner is Manner.STRUCK]

    def show_stretches(self, stretches: Sequence[tuple[str, Manner]]) -> None:
        """Show words, each stretch in its manner."""
        self._stretches = tuple(stretches)
        self._write()

    @property
    def words(self) -> str:
        """The words alone, without the numbers of what is shared."""
        return "".join(text for text, manner in self._stretches if manner is not Manner.NUMBER)

    def take_tone(self, tone: str) -> None:
        """Show the words in another tone."""
        if tone != self._tone:
            self._tone = tone
            self._write()

    def show_words(self, text: str) -> None:
        """Show words of which none is marked."""
        self.show_stretches([(text, Manner.PLAIN)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        spaced = QTextBlockFormat()
        spaced.setLineHeight(100 * LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(spaced)
        for text, manner in self._stretches:
            cursor.insertText(text, self._format(manner))
        self.document().clearUndoRedoStacks()
        self._fit()

    def _format(self, manner: Manner) -> QTextCharFormat:
        made, theme = QTextCharFormat(), self._theme
        made.setFont(theme.reading(self._size))
        made.setForeground(theme.colour("muted" if manner is Manner.STRUCK else self._tone))
        if manner is Manner.MARKED:
            made.setBackground(theme.colour("mark"))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(theme.colour("accent"))
        elif manner is Manner.SHARED:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(theme.colour("muted"))
        elif manner is Manner.BRACKET:
            made.setForeground(theme.colour("conflict"))
        elif manner is Manner.NUMBER:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            made.setForeground(theme.colour("muted"))
        elif manner is Manner.STRUCK:
            made.setFontStrikeOut(True)
        return made

    def _fit(self) -> None:
        height = ceil(self.document().size().height()) + 2
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
