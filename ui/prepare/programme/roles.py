"""Who does what in a session, with a line that adds somebody."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.model import Person, Presence, Role, RoleKind, Session
from consultation.reading.people import matching, people_of
from consultation.words import choice_name, person_line
from ui.widgets.buttons import icon_button
from ui.widgets.completion import Completion
from ui.widgets.fields import Choice
from ui.widgets.offer import Offer, Row
from ui.widgets.rows import clear
from ui.widgets.words import Elided, caption, section
from ui.workspace import Workspace

MOST_OFFERED = 8


class RolesPart(QWidget):
    """Moderators and everybody else who has a part in a session."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._session: Session | None = None
        self._people: list[Person] | None = None
        self._build()

    def show_session(self, session: Session) -> None:
        """Show who has a part in it."""
        self._session, self._people = session, None
        clear(self._rows)
        for role, person in people_of(self._workspace.store, session.id):
            self._rows.addWidget(self._row(role, person))

    def add(self, person: Person) -> None:
        """Give somebody the part that is chosen."""
        if self._session is None:
            return
        kind = RoleKind(self.role.currentData())
        said = self._workspace.t("{who}: {part} in {code}.")
        said = said.format(who=person.name, part=choice_name(self._workspace.t, kind), code=self._session.code)
        role = Role(session=self._session.id, person=person.id, role=kind, presence=Presence.PLANNED)
        self.line.clear()
        self._workspace.save(role, said)

    def _build(self) -> None:
        t = self._workspace.t
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.role = Choice()
        for kind in RoleKind:
            self.role.addItem(choice_name(t, kind), kind)
        self.role.setAccessibleName(t("Part in the session"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(t("Add somebody by name"))
        self.line.setAccessibleName(t("Add somebody by name"))
        self._completion = Completion(self._workspace.theme, self.line, self._offers)
        self._completion.chosen.connect(self.add)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.line, 3)
        adding.addWidget(self.role, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(section(t("People")))
        column.addLayout(self._rows)
        column.addLayout(adding)

    def _offers(self, typed: str) -> list[Row]:
        if not typed.strip():
            return []
        if self._people is None:  # read once, and not at each key
            self._people = self._workspace.store.all(Person)
        return [Offer(person, person_line(person)) for person in matching(self._people, typed)[:MOST_OFFERED]]

    def _row(self, role: Role, person: Person) -> QWidget:
        t, row = self._workspace.t, QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Elided(person.name), 1)
        line.addWidget(caption(choice_name(t, role.role), wrap=False))
        name = t("Take {who} off").format(who=person.name)
        line.addWidget(icon_button(self._workspace.theme, "x", name, partial(self._take_off, role, person)))
        return row

    def _take_off(self, role: Role, person: Person) -> None:
        said = self._workspace.t("{who} has no part in the session any more.").format(who=person.name)
        self._workspace.delete(role, said)
        self.line.setFocus()
