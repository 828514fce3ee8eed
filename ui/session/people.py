"""The people in the session and what they do in it; choosing one gives them the floor."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
)

from consultation.model import Intervention, Person, Role, RoleKind
from consultation.reading.people import known_as, people_of, split_name
from consultation.reading.timeline import times_spoken
from consultation.words import choice_name, person_line
from ui import actions
from ui.page import Page
from ui.touched import Touched
from ui.widgets.chosen_list import ChosenList
from ui.widgets.fields import Choice
from ui.widgets.popups import menu_of
from ui.widgets.two_lines import TwoLines, row
from ui.widgets.words import caption, section
from ui.workspace import Workspace

ROLE = Qt.ItemDataRole.UserRole
PERSON = Qt.ItemDataRole.UserRole + 1
MOST_ROWS = 8
INSET = 8
"""How far rows reach beyond the edge their words share with the rest of the column."""


class People(Page):
    """The speakers' list."""

    kinds = (Person, Role, Intervention)

    floor_given = Signal(object)
    """The id of a person who is to speak."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session: UUID | None = None
        self._floor: UUID | None = None
        self._build()

    def refresh(self, touched: Touched) -> None:
        """Show who is in the session now."""
        if self._session is not None:
            self._show_people()

    def show_session(self, session: UUID | None) -> None:
        """Show the people of another session."""
        self.be_fresh()
        self._session = session
        self._show_people()

    def show_floor(self, person: UUID | None) -> None:
        """Select who has the floor, or nobody."""
        self._floor = person
        self._select(person)

    def add(self, typed: str, role: RoleKind | None = None) -> UUID | None:
        """Add a person typed as "name, organisation" to the session; somebody known is not made twice."""
        name, organisation = split_name(typed)
        workspace = self._workspace
        if self._session is None or not name:
            return None
        known = known_as(workspace.store.all(Person), name, organisation)
        person = known or Person(id=workspace.store.new_id(), name=name, organisation=organisation)
        with workspace.together() as step:
            if not known:
                workspace.save(person)
            if person.id not in {listed.id for _, listed in people_of(workspace.store, self._session)}:
                given = role or self._role.currentData()
                workspace.save(Role(id=workspace.store.new_id(), session=self._session, person=person.id, role=given))
        return person.id if step.done else None

    def _build(self) -> None:
        t = self._workspace.t
        self._name = section(t("People"))
        self._list = ChosenList(actions.TAKE_OFF)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(t("People in the session"))
        self._list.setItemDelegate(TwoLines(self._workspace.theme, self._list))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._on_menu_asked)
        self._list.itemActivated.connect(self._on_chosen)
        self._list.itemClicked.connect(self._on_chosen)
        self._list.take_off_asked.connect(self._remove)
        self._workspace.theme.changed.connect(self.read_again)  # its rows may be higher now
        self._empty = caption(
            t("Nobody is listed yet. Add the moderator and the speakers, or name people as they speak.")
        )
        self._new = QLineEdit()
        self._new.setPlaceholderText(t("Add: name, organisation"))
        self._new.setAccessibleName(t("Add a person: name, organisation"))
        self._new.returnPressed.connect(self._on_entered)
        self._role = Choice()
        self._role.setAccessibleName(t("As"))
        for role in RoleKind:
            self._role.addItem(choice_name(t, role), role)
        self._role.setCurrentIndex(self._role.findData(RoleKind.SPEAKER))
        add = QVBoxLayout()
        add.setSpacing(4)
        add.setContentsMargins(INSET, 0, INSET, 0)
        add.addWidget(self._new)
        add.addWidget(self._role)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._name, self._empty):
            part.setContentsMargins(INSET, 0, INSET, 0)
            column.addWidget(part)
        column.addWidget(self._list)
        column.addLayout(add)

    def _on_entered(self) -> None:
        if self.add(self._new.text()) is not None:
            self._new.clear()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.floor_given.emit(item.data(PERSON))

    def _on_menu_asked(self, point: QPoint) -> None:
        item = self._list.itemAt(point) or self._list.chosen
        if item is None:
            return
        t, workspace = self._workspace.t, self._workspace
        person = workspace.store.get(Person, item.data(PERSON))
        role = workspace.store.get(Role, item.data(ROLE))
        menu = menu_of(self)
        for kind in RoleKind:
            action = menu.addAction(choice_name(t, kind))
            action.setCheckable(True)
            action.setChecked(kind == role.role)
            action.triggered.connect(lambda *_, kind=kind: workspace.change(role, role=kind))
        menu.addSeparator()
        consent = menu.addAction(t("Agrees to be named in documents"))
        consent.setCheckable(True)
        consent.setChecked(person.consent)
        consent.triggered.connect(lambda agreed: workspace.change(person, consent=agreed))
        menu.addSeparator()
        menu.addAction(t("Take off the list")).triggered.connect(self._remove)
        menu.exec(self._list.viewport().mapToGlobal(point))

    def _remove(self) -> None:
        item = self._list.chosen
        if item is not None:
            role = self._workspace.store.get(Role, item.data(ROLE))
            self._workspace.delete(role, self._workspace.t("Taken off the list of this session."))

    def _show_people(self) -> None:
        t, store = self._workspace.t, self._workspace.store
        people = people_of(store, self._session) if self._session else []
        spoken = times_spoken(store, self._session) if self._session else {}
        current = self._list.currentRow() if self._list.hasFocus() else -1
        self._list.clear()
        for role, person in people:
            times = spoken.get(person.id, 0)
            said = "  ·  " + t.plural("spoke once", "spoke {count} times", times) if times else ""
            item = row(person_line(person), choice_name(t, role.role) + said)
            item.setData(ROLE, role.id)
            item.setData(PERSON, person.id)
            item.setToolTip(t("Give the floor"))
            self._list.addItem(item)
        if current >= 0:
            self._list.setCurrentRow(min(current, len(people) - 1))
        else:
            self._select(self._floor)
        self._list.setVisible(bool(people))
        self._empty.setVisible(not people)
        high = self._list.sizeHintForRow(0) if people else 0
        self._list.setFixedHeight(high * min(len(people), MOST_ROWS) + 4)
        self._name.setText(t.plural("People ({count})", "People ({count})", len(people)) if people else t("People"))

    def _select(self, person: UUID | None) -> None:
        """Select a person; somebody who is not listed is nobody."""
        rows = (row for row in range(self._list.count()) if self._list.item(row).data(PERSON) == person)
        self._list.setCurrentRow(next(rows, -1))
