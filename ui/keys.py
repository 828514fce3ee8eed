"""Keys of the actions: as a person reads them, bound to a part of the window, or recognised where they are pressed.

Whoever binds an action, or recognises its keys, also offers it: the palette runs what is offered in what is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from consultation.language import Translator
from ui.actions import Action, Scope

LEAST_OF_MANY = 3
"""From this many keys on, the first and the last stand for all of them."""
WHILE_SHOWN = frozenset(
    {
        Scope.ROOM,
        Scope.MERGE,
        Scope.FILES,
        Scope.SALVAGE,
        Scope.DECISIONS,
        Scope.DECIDED,
        Scope.MERGES,
        Scope.DECLARATION,
        Scope.PREPARE,
        Scope.CONSULTATION,
        Scope.VOCABULARIES,
        Scope.PEOPLE_TABLE,
        Scope.PROGRAMME,
        Scope.OPEN_SPACE,
        Scope.AIMS,
        Scope.HAND_OUT,
    }
)
"""The places and their pages: their keys work while they are shown, wherever in the window the keyboard is."""


def always() -> bool:
    """Answer for an action that can be done whenever its part of the window is shown."""
    return True


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


def bind(owner: QWidget, action: Action, act: Callable[[], object], possible: Callable[[], bool] = always) -> None:
    """Have the keys of an action do something while the keyboard is inside ``owner``, and offer the action.

    The keys of a place work from everywhere in the window while the place is shown.
    """
    for keys in action.keys:
        _bind(owner, action, keys, lambda: possible() and act())
    offer(owner, action, act, possible)


def bind_each(owner: QWidget, action: Action, act: Callable[[int], object]) -> None:
    """Have each key of an action do something of its own; ``act`` is given its place, from 0."""
    for place, keys in enumerate(action.keys):
        _bind(owner, action, keys, partial(act, place))


def offer(owner: QWidget, action: Action, act: Callable[[], object], possible: Callable[[], bool] = always) -> None:
    """Say what an action does while ``owner`` is shown, where its keys are recognised and not bound."""
    _Offer(owner, action, act, possible)


def offered(inside: QWidget) -> dict[Action, Callable[[], object]]:
    """Return what can be done now in what is shown of ``inside``."""
    found = inside.findChildren(_Offer)
    return {offer.action: offer.act for offer in found if offer.is_possible()}


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


class _Offer(QObject):
    """What an action does in one part of the window; it goes with that part."""

    def __init__(self, owner: QWidget, action: Action, act: Callable[[], object], possible: Callable[[], bool]) -> None:
        super().__init__(owner)
        self.action, self.act = action, act
        self._owner, self._possible = owner, possible

    def is_possible(self) -> bool:
        """Tell whether its part of the window is shown and not kept off, and it can be done there."""
        return self._owner.isVisible() and self._owner.isEnabled() and self._possible()


def _bind(owner: QWidget, action: Action, keys: str, act: Callable[[], object]) -> None:
    contexts, within = Qt.ShortcutContext, action.scope not in WHILE_SHOWN
    shortcut = QShortcut(QKeySequence(keys), owner)
    shortcut.setContext(contexts.WidgetWithChildrenShortcut if within else contexts.WindowShortcut)
    shortcut.activated.connect(lambda: act())


def _native(keys: str) -> str:
    """Write keys as the system does; the key that ends a line is called Enter on most keyboards."""
    return QKeySequence(keys.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)
