"""Labels for words: always plain text, in one of the sizes, in a tone of the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def words(text: str = "", size: str = "body", tone: str = "", strong: bool = False, wrap: bool = True) -> QLabel:
    """Make a label that shows ``text`` as it is, never as markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("textsize", size)
    label.setWordWrap(wrap)
    if strong:
        label.setProperty("strong", True)
    if tone:
        label.setProperty("tone", tone)
    if wrap:
        policy = label.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    label.setText(text)
    return label


def title(text: str = "") -> QLabel:
    """Make the title of a page."""
    return words(text, "title", strong=True)


def heading(text: str = "") -> QLabel:
    """Make the heading of a part of a page."""
    return words(text, "heading", strong=True)


def section(text: str = "") -> QLabel:
    """Make the small heading over a group of fields or a list."""
    return words(text, "caption", tone="muted", strong=True)


def caption(text: str = "", tone: str = "muted", wrap: bool = True) -> QLabel:
    """Make a small remark."""
    return words(text, "caption", tone, wrap=wrap)


def said(text: str = "", size: str = "said", tone: str = "") -> QLabel:
    """Make a label for the words of people, in the reading serif; ``size`` is "said", "quoted" or "read"."""
    return words(text, size, tone)


def rule() -> QFrame:
    """Make a thin horizontal line."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and have the sheet look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


class Elided(QLabel):
    """One line of words, or so many lines, that end in "…" where there is no room; the whole is in the tool tip."""

    def __init__(
        self, text: str = "", size: str = "body", tone: str = "", strong: bool = False, *, lines: int = 1
    ) -> None:
        super().__init__()
        self._whole, self._lines = "", lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("textsize", size)
        if tone:
            self.setProperty("tone", tone)
        if strong:
            self.setProperty("strong", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)
        self.show_text(text)

    @property
    def whole(self) -> str:
        """The words before they were shortened."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._whole = text
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:
        """Ask for the width of the whole."""
        whole = " ".join(self._whole.split())
        return QSize(self.fontMetrics().horizontalAdvance(whole) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._shorten()

    def _shorten(self) -> None:
        line, room = " ".join(self._whole.split()), max(self.width(), 24)
        *above, rest = self._broken(line, room)
        last = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, room)
        short = "\n".join([*above, last])
        if short != self.text():
            self.setText(short)
        self.setAccessibleName(self._whole)
        self.setToolTip(plain_tip(self._whole) if last != rest else "")

    def _broken(self, line: str, room: int) -> list[str]:
        """Break words into as many lines as there may be; the last holds all that is left."""
        broken: list[str] = []
        while len(broken) < self._lines - 1 and self.fontMetrics().horizontalAdvance(line) > room:
            layout = QTextLayout(line, self.font())
            layout.beginLayout()
            first = layout.createLine()
            first.setLineWidth(room)
            layout.endLayout()
            broken.append(line[: first.textLength()].rstrip())
            line = line[first.textLength() :]
        return [*broken, line]


def on_button(text: str) -> str:
    """Keep Qt from taking an & for the mark of a key: people's words on a button or in a menu show theirs."""
    return text.replace("&", "&&")


def plain_tip(text: str) -> str:
    """Keep Qt from reading a tool tip as markup: it does so when the text looks like it."""
    return "<qt>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</qt>" if "<" in text else text
