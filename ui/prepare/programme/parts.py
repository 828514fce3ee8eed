"""Lists in the form of a session: who does what in it, and its agenda; a line below adds to each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.model import AgendaItem, AgendaKind, Person, Presence, Role, RoleKind, Session
from consultation.reading.people import matching, people_of
from consultation.reading.programme import agenda_of, minutes_planned, next_rank
from consultation.words import choice_name, person_line
from ui.widgets.buttons import icon_button
from ui.widgets.completion import Completion
from ui.widgets.fields import Choice
from ui.widgets.offer import Offer, Row
from ui.widgets.rows import clear
from ui.widgets.words import Elided, caption, section
from ui.workspace import Workspace

MOST_OFFERED = 8


class Part(QWidget):
    """A heading, rows, and what adds to them."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._session: Session | None = None
        self.heading = section(name)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._rows)

    def _row(self, words: str, figure: str, name: str, take_off: Callable[[], object]) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Elided(words), 1)
        line.addWidget(caption(figure, wrap=False))
        line.addWidget(icon_button(self._workspace.theme, "x", name, take_off))
        return row


class RolesPart(Part):
    """Moderators and everybody else who has a part in a session."""

    def __init__(self, workspace: Workspace) -> None:
        t = workspace.t
        super().__init__(workspace, t("People"))
        self.role = Choice()
        for kind in RoleKind:
            self.role.addItem(choice_name(t, kind), kind)
        self.role.setAccessibleName(t("Part in the session"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(t("Add somebody by name"))
        self.line.setAccessibleName(t("Add somebody by name"))
        self._completion = Completion(workspace.theme, self.line, self._offers)
        self._completion.chosen.connect(self.add)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.line, 3)
        adding.addWidget(self.role, 2)
        self._column.addLayout(adding)

    def show_session(self, session: Session) -> None:
        """Show who has a part in it."""
        t = self._workspace.t
        self._session = session
        clear(self._rows)
        for role, person in people_of(self._workspace.store, session.id):
            name = t("Take {who} off").format(who=person.name)
            take_off = partial(self._take_off, role, person)
            self._rows.addWidget(self._row(person.name, choice_name(t, role.role), name, take_off))

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

    def _offers(self, typed: str) -> list[Row]:
        if not typed.strip():
            return []
        found = matching(self._workspace.store.all(Person), typed)[:MOST_OFFERED]
        return [Offer(person, person_line(person)) for person in found]

    def _take_off(self, role: Role, person: Person) -> None:
        said = self._workspace.t("{who} has no part in the session any more.").format(who=person.name)
        self._workspace.delete(role, said)
        self.line.setFocus()


class AgendaPart(Part):
    """What is planned in a session, with its minutes and their sum."""

    def __init__(self, workspace: Workspace) -> None:
        t = workspace.t
        super().__init__(workspace, t("Agenda"))
        self.line, self.minutes, self.sort = QLineEdit(), QLineEdit(), Choice()
        self.line.setPlaceholderText(t("Add to the agenda"))
        self.line.setAccessibleName(t("Add to the agenda"))
        self.minutes.setPlaceholderText(t("min"))
        self.minutes.setAccessibleName(t("Minutes"))
        self.minutes.setFixedWidth(56)
        self.sort.setAccessibleName(t("Kind"))
        for kind in AgendaKind:
            self.sort.addItem(choice_name(t, kind), kind)
        for line in (self.line, self.minutes):
            line.returnPressed.connect(self.add)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        for part, stretch in ((self.line, 3), (self.minutes, 0), (self.sort, 2)):
            adding.addWidget(part, stretch)
        self._column.addLayout(adding)
        self._remark = caption(tone="incomplete")
        self._column.addWidget(self._remark)

    def show_session(self, session: Session) -> None:
        """Show what is planned in it."""
        t, label = self._workspace.t, self._workspace.label
        self._session = session
        self._items = agenda_of(self._workspace.store.all(AgendaItem, session=session.id))
        clear(self._rows)
        for item in self._items:
            words = label(item.title) or choice_name(t, item.sort)
            minutes = t("{count} min").format(count=t.number(item.minutes)) if item.minutes else ""
            name = t("Take “{item}” off").format(item=words)
            self._rows.addWidget(self._row(words, minutes, name, partial(self._take_off, item, words)))
        total = sum(item.minutes or 0 for item in self._items)
        length = minutes_planned(session)
        self._remark.setText(
            t("{planned} min are planned, the session takes {length} min.").format(
                planned=t.number(total), length=t.number(length or 0)
            )
        )
        self._remark.setVisible(bool(total and length is not None and total > length))

    def add(self) -> None:
        """Add what is typed at the end."""
        title, minutes, t = self.line.text().strip(), self.minutes.text().strip(), self._workspace.t
        if self._session is None or not title:
            self.line.setFocus()
            return
        item = AgendaItem(
            session=self._session.id,
            rank=next_rank(self._items),
            sort=AgendaKind(self.sort.currentData()),
            title={t.language: title},
            minutes=int(minutes) if minutes.isdecimal() else None,
        )
        if self._workspace.save(item, t("Added “{item}” to the agenda.").format(item=title)):
            self.line.clear()
            self.minutes.clear()
            self.line.setFocus()

    def _take_off(self, item: AgendaItem, words: str) -> None:
        said = self._workspace.t("Took “{item}” off the agenda.").format(item=words)
        self._workspace.delete(item, said)
        self.line.setFocus()
