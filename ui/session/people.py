"""The people in the session and what they do in it; choosing one gives them the floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QMenu, QVBoxLayout

from consultation.model import Intervention, Person, Role, RoleKind
from consultation.reading.people import known_as, matching, people_of, split_name
from consultation.reading.speaking import TimesSpoken
from consultation.words import choice_name, person_line
from ui.actions import recording
from ui.keys import add_to_menu, pressed
from ui.page import Page
from ui.session.person_edit import PersonEdit
from ui.session.side_rows import INSET, ROW, SideList, SideRow
from ui.touched import Touched
from ui.widgets.completion import Completion
from ui.widgets.offer import Offer, Row
from ui.widgets.popups import menu_of
from ui.widgets.words import caption, section
from ui.workspace import Workspace

ROLE = Qt.ItemDataRole.UserRole
PERSON = Qt.ItemDataRole.UserRole + 1


class People(Page):
    """The people of the session."""

    kinds = (Person, Role, Intervention)

    floor_given = Signal(object)
    """The id of a person who is to speak."""
    floor_shown = Signal(object)
    """The id of who has the floor now, or None."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session: UUID | None = None
        self._floor: UUID | None = None
        self._times: TimesSpoken | None = None
        self._others: list[Person] | None = None
        """The people of the file who are not in this session, once somebody has asked for them."""
        self._menu: QMenu | None = None
        self._build()
        self._connect()

    def refresh(self, touched: Touched) -> None:
        """Show who is in the session now; a line that was said changes no more than how often somebody spoke."""
        if self._session is None:
            return
        if touched.concerns(Person, Role) or self._times is None:
            self._show_people()
        elif self._times.take(touched.records):
            self._show_times(self._times)

    def show_session(self, session: UUID | None) -> None:
        """Show the people of another session."""
        self.be_fresh()
        self._session = session
        self._show_people()

    def show_floor(self, person: UUID | None) -> None:
        """Select who has the floor, or nobody."""
        self._floor = person
        self._select(person)
        self.floor_shown.emit(person)

    def add(self, typed: str, role: RoleKind = RoleKind.SPEAKER) -> UUID | None:
        """Add a person typed as "name, organisation" to the session, and say so; somebody known is not made twice."""
        name, organisation = split_name(typed)
        workspace = self._workspace
        if self._session is None or not name:
            return None
        known = known_as(workspace.store.all(Person), name, organisation)
        person = known or Person(id=workspace.store.new_id(), name=name, organisation=organisation)
        with workspace.together() as step:
            if not known:
                workspace.save(person)
            if not workspace.store.count(Role, session=self._session, person=person.id):
                step.name = workspace.t("{name} is in the session.").format(name=person_line(person))
                workspace.save(Role(id=workspace.store.new_id(), session=self._session, person=person.id, role=role))
        return person.id if step.done else None

    def reach(self, most: int) -> None:
        """Have the list scroll by itself from so many pixels on."""
        self._list.reach(most)

    @property
    def besides(self) -> int:
        """The height of everything here but the list."""
        return self.sizeHint().height() - (self._list.height() if self._list.isVisibleTo(self) else 0)

    def flush(self) -> None:
        """Keep a name that is being edited."""
        self._edit.keep()

    def rename(self) -> None:
        """Edit the name of whoever is selected, where they stand."""
        item = self._list.chosen
        if item is not None:
            person = self._workspace.store.get(Person, item.data(PERSON))
            rect = self._list.visualItemRect(item)
            self._edit.open(person, QRect(self._list.viewport().mapTo(self, rect.topLeft()), rect.size()))

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._name = section(t("In this session"))
        self._list = PeopleList(theme, recording.TAKE_OFF)
        self._list.setAccessibleName(t("People in the session"))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._empty = caption(
            t("Nobody is listed yet. Add the moderator and the speakers, or name people as they speak.")
        )
        self._new = QLineEdit()
        self._new.setPlaceholderText(t("Add: name, organisation"))
        self._new.setAccessibleName(t("Add a person: name, organisation"))
        self._known = Completion(theme, self._new, self._offered, free=True)
        self._edit = PersonEdit(self._workspace, self)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        add = QVBoxLayout()
        add.setContentsMargins(INSET, 4, INSET, 0)
        add.addWidget(self._new)
        for part in (self._name, self._empty):
            part.setContentsMargins(INSET, 0, INSET, 0)
            column.addWidget(part)
        column.addWidget(self._list)
        column.addLayout(add)

    def _connect(self) -> None:
        people = self._list
        people.customContextMenuRequested.connect(self._on_menu_asked)
        people.menu_asked.connect(self._open_menu_of_chosen)
        people.rename_asked.connect(self.rename)
        people.left.connect(lambda: self._select(self._floor))
        people.itemActivated.connect(self._on_chosen)
        people.itemClicked.connect(self._on_chosen)
        people.take_off_asked.connect(self._remove)
        self._new.returnPressed.connect(self._on_entered)
        self._known.chosen.connect(self._on_known_chosen)
        self._edit.closed.connect(people.setFocus)

    def _offered(self, typed: str) -> Sequence[Row]:
        """Offer the people of the file who are not in this session."""
        if self._others is None:
            here = {self._list.item(row).data(PERSON) for row in range(self._list.count())}
            self._others = [person for person in self._workspace.store.all(Person) if person.id not in here]
        found = matching(self._others, typed) if typed.strip() else self._others
        return [Offer(person.id, person.name, person.organisation or person.territory) for person in found]

    def _on_entered(self) -> None:
        added = self.add(self._new.text())
        if added is not None:
            self._new.clear()

    def _on_known_chosen(self, person: UUID) -> None:
        self._new.setText(person_line(self._workspace.store.get(Person, person)))
        self._on_entered()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.floor_given.emit(item.data(PERSON))

    def _on_menu_asked(self, point: QPoint) -> None:
        item = self._list.itemAt(point) or self._list.chosen
        if item is not None:
            self._open_menu(item, self._list.viewport().mapToGlobal(point))

    def _open_menu_of_chosen(self) -> None:
        item = self._list.chosen
        if item is not None:
            rect = self._list.visualItemRect(item)
            self._open_menu(item, self._list.viewport().mapToGlobal(rect.bottomLeft() + QPoint(INSET, 0)))

    def _open_menu(self, item: QListWidgetItem, at: QPoint) -> None:
        if self._menu is not None:
            return  # the key for it has asked for the menu twice
        self._list.setCurrentItem(item)
        t, workspace = self._workspace.t, self._workspace
        person = workspace.store.get(Person, item.data(PERSON))
        role = workspace.store.get(Role, item.data(ROLE))
        menu = self._menu = menu_of(self)
        menu.aboutToHide.connect(self._on_menu_hidden)
        add_to_menu(menu, t, recording.GIVE_FLOOR, lambda: self.floor_given.emit(person.id))
        add_to_menu(menu, t, recording.RENAME, self.rename)
        menu.addSeparator()
        for kind in RoleKind:
            action = menu.addAction(choice_name(t, kind))
            action.setCheckable(True)
            action.setChecked(kind == role.role)
            action.triggered.connect(lambda *_, kind=kind: workspace.change(role, role=kind))
        menu.addSeparator()
        consent = menu.addAction(t("Agrees to be named in documents"))
        consent.setCheckable(True)
        consent.setChecked(person.consent is True)
        consent.triggered.connect(lambda agreed: workspace.change(person, consent=agreed))
        menu.addSeparator()
        add_to_menu(menu, t, recording.TAKE_OFF, self._remove)
        menu.popup(at)

    def _on_menu_hidden(self) -> None:
        self._menu = None

    def _remove(self) -> None:
        item = self._list.chosen
        if item is not None:
            role = self._workspace.store.get(Role, item.data(ROLE))
            self._workspace.delete(role, self._workspace.t("Taken off the list of this session."))

    def _show_people(self) -> None:
        self._others = None
        people = people_of(self._workspace.store, self._session) if self._session else []
        times = self._times = TimesSpoken(self._workspace.store, self._session) if self._session else None
        current = self._list.currentRow() if self._list.hasFocus() else -1
        self._list.clear()
        for role, person in people:
            item = self._list.add_row(self._row(role.role, person, times.of(person.id) if times else 0))
            item.setData(ROLE, role.id)
            item.setData(PERSON, person.id)
        self._list.fit()
        if current >= 0:
            self._list.setCurrentRow(min(current, len(people) - 1))
        else:
            self._select(self._floor)
        self._list.setVisible(bool(people))
        self._empty.setVisible(not people)
        self.setFocusProxy(self._list if people else self._new)
        self._new.setEnabled(self._session is not None)
        t = self._workspace.t
        here = t("In this session")
        self._name.setText(f"{here}  {t.number(len(people))}" if people else here)

    def _show_times(self, times: TimesSpoken) -> None:
        """Show how often each has spoken, and read nobody again for it."""
        for place in range(self._list.count()):
            item = self._list.item(place)
            self._list.show_row(item, self._with_times(item.data(ROW), times.of(item.data(PERSON))))
        self._list.fit()

    def _row(self, role: RoleKind, person: Person, times: int) -> SideRow:
        house = person.organisation or person.territory
        below = "\u00a0· ".join(part for part in (house, choice_name(self._workspace.t, role)) if part)
        return self._with_times(SideRow(person.name, below), times)

    def _with_times(self, row: SideRow, times: int) -> SideRow:
        """Say in a row how often somebody spoke."""
        t = self._workspace.t
        told = t.plural("spoke once", "spoke {count} times", times) if times else ""
        return replace(row, figure=t.number(times) if times else "", told=told)

    def _select(self, person: UUID | None) -> None:
        """Select a person; somebody who is not listed is nobody."""
        rows = (row for row in range(self._list.count()) if self._list.item(row).data(PERSON) == person)
        self._list.setCurrentRow(next(rows, -1))


class PeopleList(SideList):
    """The rows: Enter gives the floor, F2 renames, and the menu has the rest."""

    rename_asked = Signal()
    menu_asked = Signal()
    left = Signal()
    """The keyboard has gone elsewhere: what is selected is who has the floor."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, recording.RENAME):
            self.rename_asked.emit()
        elif pressed(event, recording.PERSON_MENU):
            self.menu_asked.emit()
        elif pressed(event, recording.GIVE_FLOOR) and self.chosen is not None:
            self.itemActivated.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()
