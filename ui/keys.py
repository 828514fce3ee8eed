"""Keys of the actions: as a person reads them, bound to a part of the window, or recognised where they are pressed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from consultation.language import Translator
from ui.actions import Action

LEAST_OF_MANY = 3
"""From this many keys on, the first and the last stand for all of them."""


def shown(action: Action) -> str:
    """Write the keys of an action as the system writes them, in the language of the window."""
    keys = action.keys
    if len(keys) >= LEAST_OF_MANY:
        return f"{_native(keys[0])} – {_native(keys[-1])}"
    return _native(keys[0]) if keys else ""


def tip(t: Translator, action: Action, words: str = "") -> str:
    """Say what an action does, or ``words``, with its keys."""
    said = words or t(action.words)
    return f"{said} ({shown(action)})" if action.keys else said


def bind(owner: QWidget, action: Action, act: Callable[[], object]) -> None:
    """Have the keys of an action do something while the keyboard is inside ``owner``."""
    for keys in action.keys:
        _bind(owner, keys, act)


def bind_each(owner: QWidget, action: Action, act: Callable[[int], object]) -> None:
    """Have each key of an action do something of its own; ``act`` is given its place, from 0."""
    for place, keys in enumerate(action.keys):
        _bind(owner, keys, partial(act, place))


def pressed(event: QKeyEvent, action: Action) -> bool:
    """Tell whether the keys that were pressed are those of an action; both Enter keys are one."""
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    combination = QKeyCombination(held, key)
    return any(QKeySequence(keys) == QKeySequence(combination) for keys in action.keys)


def is_writing(event: QKeyEvent) -> bool:
    """Tell whether a key writes something, as opposed to doing something; AltGr writes, Ctrl does not."""
    modifiers, held = Qt.KeyboardModifier, event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    does = held == modifiers.ControlModifier or bool(held & modifiers.MetaModifier)
    return bool(event.text()) and event.text().isprintable() and not does


def add_to_menu(menu: QMenu, t: Translator, action: Action, act: Callable[[], object]) -> QAction:
    """Add an action to a menu, with its words and keys."""
    item = menu.addAction(t(action.label))
    item.setObjectName(action.name)
    item.setShortcuts([QKeySequence(keys) for keys in action.keys])
    item.triggered.connect(lambda *_: act())
    return item


def _bind(owner: QWidget, keys: str, act: Callable[[], object]) -> None:
    shortcut = QShortcut(QKeySequence(keys), owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: act())


def _native(keys: str) -> str:
    """Write keys as the system does; the key that ends a line is called Enter on most keyboards."""
    return QKeySequence(keys.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)
