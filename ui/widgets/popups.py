"""Pop-ups: the lists and menus that open over a page. They have no page around them that would give them a ground.

The style sheet in `ui/look/theme.py` draws them; what it cannot say is said here.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QMenu, QStyledItemDelegate, QWidget

ROWS = 10
"""So many rows are shown without scrolling."""
RADIUS = 8


def rounded(popup: QWidget) -> None:
    """Let what is behind a window of its own show in its round corners."""
    popup.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    popup.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    if QGuiApplication.platformName() == "xcb":
        popup.installEventFilter(_Corners(popup))


class _Corners(QObject):
    """Cuts the corners off a pop-up under X11, where nothing tells whether something else lets them be seen through.

    When it is shown too: the list of a box loses what was cut off when it is resized.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and isinstance(watched, QWidget):
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(watched.rect()), RADIUS + 1, RADIUS + 1)
            watched.setMask(QRegion(shape.toFillPolygon().toPolygon()))
        return super().eventFilter(watched, event)


def menu_of(owner: QWidget) -> QMenu:
    """Make a menu that opens over ``owner`` once: it is gone when it closes."""
    menu = QMenu(owner)
    menu.aboutToHide.connect(menu.deleteLater)
    rounded(menu)
    return menu


def opens_list(box: QComboBox) -> None:
    """Have the list of a box look like every pop-up; where the box completes what is typed, that list too."""
    box.setMaxVisibleItems(ROWS)
    view, completer = box.view(), box.completer()
    assert view is not None, "a box has a list"
    _dress(view)
    rounded(view.window())
    if completer is not None:
        offers_list(completer)


def offers_list(completer: QCompleter) -> None:
    """Have the list of a completer look like every pop-up."""
    completer.setMaxVisibleItems(ROWS)
    popup = completer.popup()
    assert popup is not None, "a completer has a list"
    _dress(popup)  # is the window itself: Qt draws no ground for one that lets through what is behind it


def _dress(view: QAbstractItemView) -> None:
    view.setProperty("popup", True)
    view.setItemDelegate(QStyledItemDelegate(view))  # a box's own does not heed what the style sheet says of rows
