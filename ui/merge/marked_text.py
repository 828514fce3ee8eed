"""Words to read; those that another text has not are marked: a ground, underlined and strong, never colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from consultation.deciding.differences import Piece
from ui.look.theme import Theme
from ui.widgets.fields import PlainEdit

MOST_LINES = 24


class MarkedText(PlainEdit):
    """Plain text that can be selected and copied but not changed."""

    def __init__(self, theme: Theme, size: str = "said") -> None:
        super().__init__(1, MOST_LINES)
        self._theme = theme
        self._pieces: tuple[Piece, ...] = ()
        self.setReadOnly(True)
        self.document().setDocumentMargin(0)
        self.setProperty("bare", True)
        self.setProperty("textsize", size)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.changed.connect(self._on_theme_changed)

    @property
    def marked(self) -> list[str]:
        """The words that are marked."""
        return [piece.text for piece in self._pieces if piece.differs]

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a text in pieces."""
        self._pieces = tuple(pieces)
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in pieces:
            cursor.insertText(piece.text, self._format(piece))
        self.document().clearUndoRedoStacks()

    def _fit(self) -> None:
        """Be as high as the lines; asking each for its height has it laid out first."""
        block, height = self.document().begin(), 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        most = self.fontMetrics().lineSpacing() * MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if height > most else policy.ScrollBarAlwaysOff)
        wanted = round(min(height, most)) + 4
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def _format(self, piece: Piece) -> QTextCharFormat:
        made = QTextCharFormat()
        if piece.differs:
            made.setBackground(self._theme.soft("accent"))
            made.setFontUnderline(True)
            made.setFontWeight(QFont.Weight.DemiBold)
        return made

    def _on_theme_changed(self) -> None:
        self.show_pieces(self._pieces)
