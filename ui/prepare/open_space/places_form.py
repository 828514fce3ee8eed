"""Who signed up for a session with so many places: a list, and a line that adds to it."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.model import Person, SignUp
from consultation.reading.open_space import Offered
from consultation.reading.picking import Pick
from consultation.words import person_line
from ui.actions import preparing
from ui.keys import bind
from ui.prepare.form import PersonOffers
from ui.widgets.buttons import icon_button
from ui.widgets.fields import Field
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import Elided, heading, words
from ui.workspace import Workspace

MOST_PEOPLE = 9999


class PlacesForm(QWidget):
    """Enter in either line adds who is typed; people of the file are completed. A cross takes somebody off."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._offered: Offered | None = None
        self._picked: Pick | None = None
        """The person of the file who is in the line; none where words are."""
        self._build()
        bind(self, preparing.LEAVE_INTEREST, self.left.emit)

    @property
    def session(self) -> UUID | None:
        """Of which session."""
        return self._offered.session.id if self._offered else None

    def show_offered(self, offered: Offered) -> None:
        """Show who signed up."""
        workspace = self._workspace
        self._offered = offered
        self._title.setText(workspace.label(offered.session.title) or offered.session.code)
        self._left.setText(offered.said(workspace.t))
        self._people_offered.forget()
        clear(self._rows)
        people = workspace.store.those(Person, {each.person for each in offered.sign_ups if each.person})
        for sign_up in offered.sign_ups:
            person = people.get(sign_up.person) if sign_up.person else None
            self._rows.addWidget(self._row(sign_up, person_line(person) if person else sign_up.who))

    def focus_name(self) -> None:
        """Take the keyboard to the line that adds."""
        self.who.setFocus()

    def add(self) -> None:
        """Sign up who is typed: a person where one was picked from the list, else the words as they are."""
        who, t = " ".join(self.who.text().split()), self._workspace.t
        if self._offered is None or not who:
            self.who.setFocus()
            return
        sign_up = SignUp(
            session=self._offered.session.id,
            person=self._picked.id if self._picked else None,
            who="" if self._picked else who,
            people=max(int(self.people.text() or 1), 1),
            on=date.today(),
        )
        said = t("{who} signed up for {session}.").format(who=who, session=self._title.text())
        if self._workspace.save(sign_up, said):
            self._picked = None
            self.who.clear()
            self.people.setText("1")
            self.who.setFocus()

    def _on_picked(self, pick: Pick) -> None:
        """Take a person of the file: Enter signs them up."""
        self.who.setText(pick.said)
        self._picked = pick

    def _on_typed(self) -> None:
        self._picked = None

    def _build(self) -> None:
        t = self._workspace.t
        self._title, self._left = heading(), words(tone="muted")
        self._title.setWordWrap(True)
        self.who, self.people = QLineEdit(), QLineEdit("1")
        self._people_offered = PersonOffers(self._workspace, self.who)
        self._people_offered.picked.connect(self._on_picked)
        self.who.textEdited.connect(self._on_typed)
        self.people.setValidator(QIntValidator(1, MOST_PEOPLE, self))
        self.people.setFixedWidth(72)
        for line in (self.who, self.people):
            line.returnPressed.connect(self.add)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(Field(t("Who signs up"), self.who), 1)
        adding.addWidget(Field(t("People"), self.people))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._left)
        column.addLayout(adding)
        column.addLayout(self._rows)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _row(self, sign_up: SignUp, who: str) -> QWidget:
        t, theme = self._workspace.t, self._workspace.theme
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 4)
        line.addWidget(Elided(who), 1)
        line.addWidget(words(t.number(sign_up.people), wrap=False))
        name = t("Take {who} off").format(who=who)
        line.addWidget(icon_button(theme, "x", name, partial(self._take_off, sign_up, who)))
        return row

    def _take_off(self, sign_up: SignUp, who: str) -> None:
        said = self._workspace.t("{who} is no longer signed up for {session}.")
        self._workspace.delete(sign_up, said.format(who=who, session=self._title.text()))
        self.who.setFocus()
