"""One stop of Tab for a group of parts; arrows go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

NEXT, BEFORE = (Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Roving(QObject):
    """Moves the keyboard inside a group; the one that had it last is the one that Tab comes to."""

    def __init__(self, group: QWidget) -> None:
        super().__init__(group)
        self._group = group
        self._members: list[QWidget] = []

    def gather(self, members: Sequence[QWidget], first: QWidget | None = None) -> None:
        """Make these the group, in this order; Tab comes to ``first``, or else to the one it came to before."""
        before = next((member for member in self._members if member.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        self._members = list(members)
        for member in self._members:
            member.removeEventFilter(self)
            member.installEventFilter(self)
        stop = next((member for member in (first, before, *members) if member in self._members), None)
        if stop is not None:
            self._come_to(stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and watched in self._members:
            if event.type() == QEvent.Type.FocusIn:
                self._come_to(watched)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._steer(watched, event)
        return super().eventFilter(watched, event)

    def _steer(self, here: QWidget, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        there = [member for member in self._members if not member.isHidden() and member.isEnabled()]
        key, turned = Qt.Key(event.key()), self._group.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if turned and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            key = Qt.Key.Key_Left if key == Qt.Key.Key_Right else Qt.Key.Key_Right
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(there) - 1}
        if key in ends:
            place = ends[key]
        elif key in NEXT or key in BEFORE:
            place = (there.index(here) + (1 if key in NEXT else -1)) % len(there)
        else:
            return False
        there[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _come_to(self, stop: QWidget) -> None:
        for member in self._members:
            policy = Qt.FocusPolicy.StrongFocus if member is stop else Qt.FocusPolicy.ClickFocus
            if member.focusPolicy() != policy:
                member.setFocusPolicy(policy)
