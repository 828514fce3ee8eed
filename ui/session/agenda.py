"""What is planned in a session: items with their minutes and questions to guide it."""

from __future__ import annotations

import re
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.model import AgendaItem, Session
from consultation.reading.programme import agenda_of, next_rank
from ui.page import Page
from ui.session.people import INSET
from ui.touched import Touched
from ui.widgets.buttons import icon_button
from ui.widgets.rows import clear
from ui.widgets.words import caption, section, words
from ui.workspace import Workspace

MINUTES = re.compile(r"^(.*?)[\s,]+(\d{1,3})\s*(?:min\w*\.?|’|')?$", re.IGNORECASE)


def agenda_item(typed: str) -> tuple[str, int | None]:
    """Divide "Opening 10" into a title and minutes."""
    found = MINUTES.match(typed.strip())
    return (found.group(1).strip(), int(found.group(2))) if found else (typed.strip(), None)


class Agenda(Page):
    """The agenda, and the guiding questions below it."""

    kinds = (AgendaItem, Session)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session: Session | None = None
        self._build()

    def refresh(self, touched: Touched) -> None:
        """Show what is planned now."""
        if self._session is not None:
            self._session = self._workspace.store.find(Session, self._session.id)
            self._show_items()

    def show_session(self, session: Session | None) -> None:
        """Show another session's agenda."""
        self.be_fresh()
        self._session = session
        self._show_items()

    def add(self, typed: str) -> bool:
        """Add an item as it is typed, minutes last."""
        if self._session is None or not typed.strip():
            return False
        name, minutes = agenda_item(typed)
        workspace = self._workspace
        items = workspace.store.all(AgendaItem, session=self._session.id)
        return workspace.save(
            AgendaItem(
                id=workspace.store.new_id(),
                session=self._session.id,
                rank=next_rank(items),
                title={workspace.t.language: name},
                minutes=minutes,
            )
        )

    def _build(self) -> None:
        t = self._workspace.t
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, INSET, 0)
        column.setSpacing(8)
        column.addWidget(section(t("Agenda")))
        self._items = QVBoxLayout()
        self._items.setSpacing(4)
        column.addLayout(self._items)
        self._new = QLineEdit()
        self._new.setPlaceholderText(t("Add: Opening 10"))
        self._new.setAccessibleName(t("Add to the agenda: title and minutes"))
        self._new.returnPressed.connect(self._on_entered)
        column.addWidget(self._new)
        self._questions_name = section(t("Guiding questions"))
        column.addSpacing(8)
        column.addWidget(self._questions_name)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(8)
        column.addLayout(self._questions)

    def _on_entered(self) -> None:
        if self.add(self._new.text()):
            self._new.clear()

    def _show_items(self) -> None:
        clear(self._items)
        clear(self._questions)
        session, label = self._session, self._workspace.label
        items = self._workspace.store.all(AgendaItem, session=session.id) if session else []
        for item in agenda_of(items):
            self._items.addWidget(self._row(item))
        for question in session.questions if session else []:
            self._questions.addWidget(words(label(question), "body"))
        self._questions_name.setVisible(bool(session and session.questions))
        self._new.setEnabled(session is not None)

    def _row(self, item: AgendaItem) -> QWidget:
        t = self._workspace.t
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(words(self._workspace.label(item.title)), 1)
        if item.minutes:
            line.addWidget(caption(t("{count} min").format(count=t.number(item.minutes)), wrap=False))
        remove = icon_button(self._workspace.theme, "x", t("Take off the agenda"), partial(self._remove, item.id))
        remove.setIconSize(QSize(16, 16))
        line.addWidget(remove)
        return row

    def _remove(self, item_id: UUID) -> None:
        item = self._workspace.store.get(AgendaItem, item_id)
        self._workspace.delete(item, self._workspace.t("Taken off the agenda."))
