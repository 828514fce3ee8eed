"""What somebody who looks at a window would find fault with: parts over each other, words cut, nameless controls."""

from __future__ import annotations

from itertools import combinations, pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QSizeGrip,
    QStackedWidget,
    QWidget,
)

from ui.shell.rail import Rail
from ui.shell.top_line import TopLine
from ui.widgets.page_head import PageHead
from ui.widgets.peek import Peek
from ui.widgets.words import Elided

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QAbstractSpinBox)
OVER = (Peek,)
"""Parts that are meant to lie over others."""
SLACK = 2
"""Pixels that rounding may take."""


def overlapping(root: QWidget) -> list[str]:
    """Name the pairs of neighbours that lie over each after."""
    found: list[str] = []
    for parent in [root, *_seen(root)]:
        if isinstance(parent, QAbstractItemView | QLineEdit | QPlainTextEdit | QComboBox | QMenuBar | QStackedWidget):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and not _floats(child)
        ]
        for first, second in combinations(children, 2):
            shared = first.geometry().intersected(second.geometry())
            if shared.width() > SLACK and shared.height() > SLACK:
                found.append(f"{name(first)} and {name(second)} share {shared.width()}×{shared.height()}")
    return found


def cut(root: QWidget) -> list[str]:
    """Name the words that have not the room they need, and parts that reach out of what holds them."""
    found: list[str] = []
    for widget in _seen(root):
        if isinstance(widget, QLabel) and not isinstance(widget, Elided) and widget.text():
            found += _cut_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.sizeHint()
            if widget.width() + SLACK < needed.width() or widget.height() + SLACK < needed.height():
                found.append(f"{name(widget)} is {_size(widget)}, needs {needed.width()}×{needed.height()}")
        parent = widget.parentWidget()
        shadow = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) and _floats(widget)
        if parent is not None and not widget.isWindow() and not _in_scroll_area(widget) and not shadow:
            out = widget.geometry().united(parent.rect())
            if out.width() > parent.width() + SLACK or out.height() > parent.height() + SLACK:
                found.append(f"{name(widget)} reaches out of {name(parent)}: {widget.geometry()} in {_size(parent)}")
    return found


def unnamed(root: QWidget) -> list[str]:
    """Name the controls that a screen reader could not tell apart."""
    found: list[str] = []
    for widget in _seen(root):
        if isinstance(widget, CONTROLS) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and _is_own(widget):
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is None or not interface.text(QAccessible.Text.Name).strip():
                found.append(name(widget))
    return found


def tab_stops(window: QMainWindow, page: QWidget) -> list[QWidget]:
    """Walk with Tab from the first stop of a page until the page is left or the walk comes round."""
    first = page.nextInFocusChain()
    stops: list[QWidget] = []
    inside = [widget for widget in _chain(first) if page.isAncestorOf(widget) and _takes_tab(widget)]
    if not inside:
        return []
    inside[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(400):
        at = QApplication.focusWidget()
        if at is None or not page.isAncestorOf(at) or at in stops:
            break
        stops.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
        QApplication.processEvents()
    return stops


def against_the_eye(stops: list[QWidget], page: QWidget) -> list[str]:
    """Name the steps of a walk that go back: up, or to the left in a row, or into a part that had been left."""
    found: list[str] = []
    left: list[QWidget] = []
    for here, there in pairwise(stops):
        if _part(here, page) is not _part(there, page):
            left.append(_part(here, page))
            if _part(there, page) in left:
                found.append(f"{name(here)} → {name(there)}: back into a part that was left")
            continue
        before, after = _place(here, page), _place(there, page)
        if after.contains(before):
            continue  # from what stands in the corner of it into the whole
        shared = min(before.bottom(), after.bottom()) - max(before.top(), after.top())
        beside = shared > 0.5 * min(before.height(), after.height())
        if beside and after.left() < before.left():
            found.append(f"{name(here)} → {name(there)}: back in the row")
        elif not beside and after.top() < before.top():
            found.append(f"{name(here)} → {name(there)}: up")
    return found


def name(widget: QWidget) -> str:
    """Describe a widget so that a person finds it in the code."""
    text = getattr(widget, "text", "")
    words = widget.accessibleName() or (text() if callable(text) else text)
    holder = widget.parentWidget()
    inside = f" in {type(holder).__name__}" if holder is not None else ""
    return f"{type(widget).__name__} “{str(words)[:40]}”{inside}"


def _cut_label(label: QLabel) -> list[str]:
    metrics, room = label.fontMetrics(), label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        longest = max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)
        short = label.height() + SLACK < needed or room.width() + SLACK < longest
    else:
        lines = label.text().split("\n")
        short = room.width() + SLACK < max(metrics.horizontalAdvance(line) for line in lines)
        short = short or label.height() + SLACK < metrics.height() * len(lines)
    return [f"{name(label)} is cut: {_size(label)}"] if short else []


def _seen(root: QWidget) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if widget.isVisible() and not widget.isWindow()]


def _floats(widget: QWidget) -> bool:
    return isinstance(widget, (*OVER, QSizeGrip)) or bool(widget.property("floats"))


def _in_scroll_area(widget: QWidget) -> bool:
    holder = widget.parentWidget()
    return holder is not None and isinstance(holder.parentWidget(), QAbstractScrollArea)


def _is_own(widget: QWidget) -> bool:
    """Tell whether a control stands for itself: the field of a box is a part of it, and so is the list it opens."""
    return not isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox) and not widget.property("popup")


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _chain(first: QWidget) -> list[QWidget]:
    chain, at = [first], first.nextInFocusChain()
    while at is not first:
        chain.append(at)
        at = at.nextInFocusChain()
    return chain


def _part(widget: QWidget, page: QWidget) -> QWidget:
    """Return the part of the page in which a control stands: a head, a peek, a column that scrolls."""
    at = widget.parentWidget()
    while at is not None and at is not page:
        if isinstance(at, PageHead | Peek | QScrollArea | Rail | TopLine) or at.property("part"):
            return at
        at = at.parentWidget()
    return page


def _place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def _size(widget: QWidget) -> str:
    return f"{widget.width()}×{widget.height()}"
