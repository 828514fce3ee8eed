"""What a person does in which sessions, and for how many minutes they are planned to speak."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.language import in_language
from consultation.model import Role, RoleKind, Session
from consultation.reading.finding import asked_words, begins_all, known_words
from consultation.reading.people import ORDER
from consultation.reading.programme import in_order
from consultation.words import choice_name
from ui.look.folds import px
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.completion import Completion
from ui.widgets.count import Count
from ui.widgets.fields import Choice
from ui.widgets.offer import Offer, Row
from ui.widgets.rows import clear
from ui.widgets.words import Elided, caption
from ui.workspace import Workspace

MOST_MINUTES = 600
CODE, MINUTES = 92, 48


class PartRow(QWidget):
    """One part in one session."""

    taken_off = Signal()

    def __init__(self, workspace: Workspace, role: Role, session: Session | None) -> None:
        super().__init__()
        self._workspace, self.role = workspace, role
        t, theme = workspace.t, workspace.theme
        code = session.code if session else t("a session that is deleted")
        name = Elided(code, strong=True)
        name.setMinimumWidth(px(theme, CODE))
        if session:
            name.setToolTip(in_language(session.title, t.language))
        self.kind = Choice()
        self.kind.setAccessibleName(t("Part in {session}").format(session=code))
        for kind in ORDER:
            self.kind.addItem(choice_name(t, kind), kind)
        self.minutes = Count(0, MOST_MINUTES)
        self.minutes.setAccessibleName(t("Minutes planned in {session}").format(session=code))
        self.minutes.setFixedWidth(px(theme, MINUTES))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(name, 2)
        line.addWidget(self.kind, 3)
        line.addWidget(self.minutes)
        line.addWidget(caption(t.context("after a number", "min"), wrap=False))
        off = t("Take the part in {session} off").format(session=code)
        line.addWidget(icon_button(theme, "x", off, self.taken_off.emit))
        self.kind.activated.connect(lambda: self._change(role=RoleKind(self.kind.currentData())))
        self.minutes.left.connect(self._on_minutes)
        self.minutes.next_asked.connect(self._on_minutes)
        self.show_role(role)

    def show_role(self, role: Role) -> None:
        """Show what the file says of it now."""
        self.role = role
        self.kind.setCurrentIndex(ORDER.index(role.role))
        if not self.minutes.hasFocus():
            self.minutes.show_number(role.minutes)

    def _on_minutes(self) -> None:
        if not self.minutes.is_refused and self.minutes.number != self.role.minutes:
            self._change(minutes=self.minutes.number)

    def _change(self, **values: object) -> None:
        self._workspace.change(self.role, **values)


class PartsField(QWidget):
    """The parts of one person; one more is added by the code or the title of its session."""

    laid_out = Signal()
    """Rows were made anew: the order of Tab is to be told again."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._person: UUID | None = None
        self.rows: list[PartRow] = []
        t, theme = workspace.t, workspace.theme
        holder = QWidget()  # not a layout in a layout: rows made anew would not be laid out
        self._held = QVBoxLayout(holder)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.setSpacing(4)
        self.add_button = quiet_button(theme, t("Add a part"), self.add, "plus")
        self.line = QLineEdit()
        self.line.setPlaceholderText(t("Code or title of a session"))
        self.line.setAccessibleName(t("Add a part: code or title of a session"))
        self.line.hide()
        self._known = Completion(theme, self.line, self._offered)
        self._known.chosen.connect(self._on_session_chosen)
        self.line.editingFinished.connect(self._on_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(holder)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.line)

    def show_person(self, person: UUID | None) -> None:
        """Show the parts of a person; of one who is not stored yet there are none, and none can be added."""
        store, other = self._workspace.store, person != self._person
        self._person = person
        self.setEnabled(person is not None)
        roles = store.all(Role, person=person) if person else []
        if not other and [row.role.id for row in self.rows] == [role.id for role in roles]:
            for row, role in zip(self.rows, roles, strict=True):
                row.show_role(role)
            return
        sessions = {session.id: session for session in in_order(store.all(Session))}
        places = {key: place for place, key in enumerate(sessions)}
        clear(self._held)
        self.rows = []
        for role in sorted(roles, key=lambda role: places.get(role.session, len(places))):
            row = PartRow(self._workspace, role, sessions.get(role.session))
            row.taken_off.connect(lambda role=role: self._take_off(role))
            self.rows.append(row)
            self._held.addWidget(row)
            if self.isVisible():
                row.show()  # or it could not take the keyboard at once
        self.laid_out.emit()

    def add(self) -> None:
        """Go to the line in which the session is found."""
        self.add_button.hide()
        self.line.show()
        self.line.setFocus()
        self._known.open()

    def _offered(self, typed: str) -> Sequence[Row]:
        t, asked = self._workspace.t, asked_words(typed)
        found = []
        for session in in_order(self._workspace.store.all(Session)):
            title = in_language(session.title, t.language)
            if begins_all(known_words(session.code, title), asked):
                found.append(Offer(session.id, session.code, title))
        return found

    def _on_session_chosen(self, session: UUID) -> None:
        workspace, person = self._workspace, self._person
        if person is None:
            return
        self.line.clear()
        role = Role(id=workspace.store.new_id(), session=session, person=person, role=RoleKind.SPEAKER)
        if workspace.save(role):
            self.show_person(person)
            added = next((row for row in self.rows if row.role.id == role.id), None)
            if added is not None:
                added.kind.setFocus(Qt.FocusReason.TabFocusReason)
        self._on_left()

    def _take_off(self, role: Role) -> None:
        self._workspace.delete(role, self._workspace.t("Taken off the list of this session."))
        self.show_person(self._person)
        self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_left(self) -> None:
        if not self.line.hasFocus():
            self.line.clear()
            self.line.hide()
            self.add_button.show()
