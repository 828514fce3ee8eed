"""Scenes of what opens over a page for the gallery: menus, lists, names, the palette."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from ui.actions import anywhere
from ui.declaration import DeclarationPlace
from ui.session import SessionPlace
from ui.session.entry_kinds import EntryKind
from ui.session.speaker_choice import SpeakerChoice
from ui.shell.stage import Stage


def _room(stage: Stage) -> SessionPlace:
    stage.open_sample()
    place = stage.place(SessionPlace)
    place.show_session(stage.workspace.store.session("D4-CARE").id)
    stage.settle()
    return place


def _opened(stage: Stage, popup: QWidget) -> None:
    """Draw what has opened as a window of its own."""
    stage.settle()
    stage.drawn.append(popup)


def _menu(stage: Stage, number: int) -> QMenu:
    bar = stage.window.frame.top.menus
    item = bar.actions()[number]
    menu = item.menu()
    assert isinstance(menu, QMenu), "an item of the bar opens a menu"
    menu.popup(bar.mapToGlobal(bar.actionGeometry(item).bottomLeft()))
    menu.setActiveAction(menu.actions()[0])
    _opened(stage, menu)
    return menu


def file_menu(stage: Stage) -> None:
    """The first menu."""
    _room(stage)
    _menu(stage, 0)


def edit_menu(stage: Stage) -> None:
    """What would be undone is named."""
    place = _room(stage)
    entry = place.room.model.entries()[0]
    place.room.stream.choose(entry.id)
    place.acts.delete()
    _menu(stage, 1)


def combo(stage: Stage) -> None:
    """The list of a box: languages of the document."""
    stage.open_sample()
    place = stage.place(DeclarationPlace)
    box = next(box for box in place.findChildren(QComboBox) if box.isVisible())
    box.showPopup()
    view = box.view()
    assert view is not None, "a box has a list"
    _opened(stage, view.window())


def completer(stage: Stage) -> None:
    """Who is speaking, completed while it is typed."""
    place = _room(stage)
    said = [entry for entry in place.room.model.entries() if entry.kind == EntryKind.INTERVENTION]
    place.show_record(said[0].id)
    place.peek.open()
    stage.settle()
    speaker = next(line for line in place.details.findChildren(SpeakerChoice) if line.isVisible())
    speaker.open()


def names(stage: Stage) -> None:
    """People after the sign for them."""
    edit = _room(stage).room.entry.edit
    edit.setFocus()
    edit.insertPlainText("@")


def _palette(stage: Stage, typed: str) -> None:
    stage.window.leading.open_palette()
    palette = stage.window.leading.palette
    assert palette is not None, "it has just been opened"
    palette.field.setText(typed)


def palette(stage: Stage) -> None:
    """Everything that begins with three letters."""
    _room(stage)
    _palette(stage, "res")


def palette_here(stage: Stage) -> None:
    """What can be done here."""
    stage.open_sample()
    stage.window.go(anywhere.GO_DECLARATION)
    stage.settle()
    _palette(stage, "")


def palette_number(stage: Stage) -> None:
    """A number alone."""
    _room(stage)
    _palette(stage, "3")


def palette_people(stage: Stage) -> None:
    """People alone."""
    _room(stage)
    _palette(stage, "@a")


def palette_nothing(stage: Stage) -> None:
    """Nothing is found."""
    _room(stage)
    _palette(stage, "zzz")


SCENES = {
    "menu-file": file_menu,
    "menu-edit": edit_menu,
    "menu-combo": combo,
    "menu-completer": completer,
    "menu-names": names,
    "palette-found": palette,
    "palette-here": palette_here,
    "palette-number": palette_number,
    "palette-people": palette_people,
    "palette-nothing": palette_nothing,
}
