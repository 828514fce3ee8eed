"""The acts on the clause at hand, by key, by menu and from the palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from consultation.reading.passages import ParagraphText
from ui.actions import Action, declaring
from ui.declaration.acts import Acts, Passage
from ui.declaration.outline_entries import Entry
from ui.declaration.rows import TextRow
from ui.declaration.tall_list import TallList
from ui.keys import add_to_menu, offer, pressed
from ui.widgets.popups import menu_of
from ui.workspace import Workspace

MOST = 64
"""Letters of a paragraph that name it in the list of those an item may move into."""


class AtHand(Protocol):
    """The clause that is chosen in the text, and the way to others."""

    @property
    def row(self) -> TextRow | None:
        """The clause at hand."""

    def choose(self, clause: UUID | None) -> None:
        """Take a clause in hand."""

    def choose_near(self, place: int) -> None:
        """Take the clause in hand that stands at a place or near it."""

    def edit_clause(self) -> None:
        """Write in the clause at hand."""

    def model_row(self, clause: UUID | None) -> TextRow | None:
        """Return a clause by its id."""

    def words_edge(self) -> int:
        """Return where the words begin."""


class Doing(QObject):
    """Does what is asked with the clause at hand, and keeps it at hand."""

    def __init__(
        self, workspace: Workspace, view: TallList, at_hand: AtHand, acts: Acts, show_sources: Callable[[], None]
    ) -> None:
        super().__init__(view)
        self._workspace, self._view, self._at_hand, self._acts = workspace, view, at_hand, acts
        self._show_sources = show_sources
        self._deeds: dict[Action, tuple[Callable[[], object], Callable[[TextRow], bool]]] = {
            declaring.MOVE_UP: (partial(self.move, -1), lambda row: acts.can_move(row, -1)),
            declaring.MOVE_DOWN: (partial(self.move, 1), lambda row: acts.can_move(row, 1)),
            declaring.MOVE_ELSEWHERE: (self.choose_where, self._can_leave),
            declaring.JOIN: (self.join, lambda row: row.lettered and acts.can_move(row, -1) and not _is_quoted(row)),
            declaring.PIN: (self.pin, lambda row: not _is_quoted(row)),
            declaring.ADOPT: (self.adopt, lambda row: bool(row.note)),
            declaring.LEAVE_OUT: (partial(self.leave_out, False), lambda row: True),
            declaring.LEAVE_OUT_HERE: (partial(self.leave_out, True), lambda row: True),
        }
        for action, (act, possible) in self._deeds.items():
            offer(view, action, act, partial(self._is_possible, possible))
        for action, act in ((declaring.EDIT_CLAUSE, at_hand.edit_clause), (declaring.SOURCES, show_sources)):
            offer(view, action, act, lambda: at_hand.row is not None)

    def take(self, event: QKeyEvent) -> bool:
        """Do what the keys that were pressed ask for; tell whether they ask for anything."""
        for action, (act, _) in self._deeds.items():
            if pressed(event, action):
                if self._view.selectionModel().isSelected(self._view.currentIndex()):  # else Qt has one, unseen
                    act()
                return True
        return False

    def menu(self) -> QMenu:
        """Return the menu of the clause at hand."""
        menu, t, row = menu_of(self._view), self._workspace.t, self._at_hand.row
        add_to_menu(menu, t, declaring.EDIT_CLAUSE, self._at_hand.edit_clause)
        add_to_menu(menu, t, declaring.SOURCES, self._show_sources)
        menu.addSeparator()
        for action, (act, possible) in self._deeds.items():
            if action is declaring.LEAVE_OUT:
                menu.addSeparator()
            if row is not None and possible(row):
                add_to_menu(menu, t, action, act)
        return menu

    def move(self, steps: int) -> None:
        """Move the clause at hand up or down."""
        self._stay(lambda row: self._acts.move(row, steps))

    def put(self, passage: Passage, holder: UUID, before: UUID | None = None) -> None:
        """Put an item into a paragraph, or a paragraph into a section, before another one, or last."""
        if self._acts.put(passage, holder, before):
            self._at_hand.choose(passage.id)
            self._view.setFocus()

    def choose_where(self) -> None:
        """Offer the paragraphs that the item at hand may move into, or the sections the paragraph may."""
        row = self._at_hand.row
        if row is None:
            return
        places = self.places(row)
        if not places:
            t = self._workspace.t
            self._workspace.messages.say(t("There is nowhere else it could stand."), "incomplete")
            return
        menu = menu_of(self._view)
        for said, passage, holder in places:
            menu.addAction(said.replace("&", "&&")).triggered.connect(partial(self._on_place_chosen, passage, holder))
        rect = self._view.visualRect(self._view.currentIndex())
        at = rect.topLeft()
        at.setX(self._at_hand.words_edge())
        at.setY(min(rect.bottom(), self._view.viewport().height()))
        menu.popup(self._view.viewport().mapToGlobal(at))
        menu.setActiveAction(menu.actions()[0])

    def places(self, row: TextRow) -> list[tuple[str, Passage, UUID]]:
        """Return where a clause may move to: how the place is called, what moves there, and what holds it then."""
        found: list[tuple[str, Passage, UUID]] = []
        if row.item is not None:
            item = row.item
            found += [(_named(each), item, each.id) for each in self._acts.other_paragraphs(row)]
        if not row.lettered and row.paragraph is not None:
            paragraph, t = row.paragraph, self._workspace.t
            found += [
                (t("The section of {paragraph}").format(paragraph=_named(each)), paragraph, each.section)
                for each in self._acts.other_sections(row)
            ]
        return found

    def join(self) -> None:
        """Make one item of the one at hand and the one above, and edit it."""
        row, at = self._at_hand.row, self._view.currentIndex().row()
        if row is not None and self._acts.join(row):
            self._at_hand.choose_near(at - 1)
            self._at_hand.edit_clause()

    def pin(self) -> None:
        """Pin the clause at hand, or no longer."""
        self._stay(self._acts.pin)

    def adopt(self) -> None:
        """Adopt what is proposed at hand."""
        self._stay(self._acts.adopt)

    def leave_out(self, here: bool) -> None:
        """Leave the clause at hand out, ``here`` in this language alone, and go to the next."""
        row, at = self._at_hand.row, self._view.currentIndex().row()
        if row is not None and row.passage is not None and self._acts.leave_out(row.passage, here):
            self._at_hand.choose_near(at)

    def move_entry(self, entry: Entry, steps: int) -> None:
        """Move a section, or a paragraph, up or down from the outline."""
        row = self._at_hand.model_row(entry.first)
        if entry.is_heading and row is not None and row.paragraph is not None:
            self._acts.move_section(row.paragraph, steps)
        elif row is not None:
            self._acts.move(row, steps)

    def drop_on_entry(self, dragged: UUID, entry: Entry) -> None:
        """Put what was dragged where it was let go in the outline."""
        target, row = self._at_hand.model_row(entry.first), self._at_hand.model_row(dragged)
        there = target.paragraph if target is not None else None
        if there is None:
            return
        if row is None:
            self._acts.put_section(dragged, there.section)
        elif row.item is not None and not entry.is_heading and there in self._acts.other_paragraphs(row):
            self.put(row.item, there.id)
        elif row.paragraph is not None and row.paragraph.part is there.part and row.paragraph.id != there.id:
            self.put(row.paragraph, there.section, None if entry.is_heading else there.id)

    def _stay(self, act: Callable[[TextRow], bool]) -> None:
        """Do something with the clause at hand, which stays at hand and in sight."""
        row = self._at_hand.row
        if row is not None and act(row):
            self._at_hand.choose(row.id)

    def _on_place_chosen(self, passage: Passage, holder: UUID) -> None:
        self.put(passage, holder)

    def _can_leave(self, row: TextRow) -> bool:
        return bool(self.places(row))

    def _is_possible(self, possible: Callable[[TextRow], bool]) -> bool:
        row = self._at_hand.row
        return row is not None and possible(row)


def _is_quoted(row: TextRow) -> bool:
    return row.item is not None and row.item.quoted


def _named(paragraph: ParagraphText) -> str:
    """Name a paragraph by its number and how it begins."""
    text = paragraph.text
    begins = text if len(text) <= MOST else f"{text[:MOST].rstrip()}…"
    return f"{paragraph.number}  {begins}".strip()
