"""What is planned in a session: items with their minutes and questions to guide it."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from consultation.model import AgendaItem, Session
from consultation.reading.programme import agenda_of, in_hand, next_rank
from ui.actions import recording
from ui.keys import add_to_menu
from ui.look.icons import set_icon
from ui.page import Page
from ui.session.side_rows import INSET, SideList, SideRow
from ui.touched import Touched
from ui.widgets.buttons import IconButton
from ui.widgets.popups import menu_of
from ui.widgets.rows import clear
from ui.widgets.words import section, words
from ui.workspace import Workspace

ITEM = Qt.ItemDataRole.UserRole

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
        self._planned: list[AgendaItem] = []
        self._run: int | None = None
        self._folded = False
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

    def show_run(self, run: int | None) -> None:
        """Mark which item is in hand when the session has run so many minutes; None while it does not run."""
        if run != self._run:
            self._run = run
            self._mark()

    def fold_past(self, folded: bool) -> None:
        """Leave out what is past, or show it again."""
        if folded != self._folded:
            self._folded = folded
            self._mark()

    @property
    def in_hand(self) -> str:
        """The item in hand and the minutes it has left, in one line; nothing where that is not known."""
        stands = in_hand(self._planned, self._run) if self._run is not None else None
        if stands is None:
            return ""
        place, left = stands
        title = self._workspace.label(self._planned[place].title)
        return self._workspace.t("{item}: {left}").format(item=title, left=self._minutes_left(left))

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._items = SideList(theme, recording.TAKE_OFF_AGENDA)
        self._items.setAccessibleName(t("Agenda"))
        self._items.take_off_asked.connect(self._remove)
        self._items.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._items.customContextMenuRequested.connect(self._on_menu_asked)
        self._new = QLineEdit()
        self._new.setPlaceholderText(t("Add: Opening 10"))
        self._new.setAccessibleName(t("Add to the agenda: title and minutes"))
        self._new.returnPressed.connect(self._on_entered)
        self._fold = Fold(self._workspace, t("Guiding questions"))
        column.addLayout(_inset(section(t("Agenda"))))
        column.addWidget(self._items)
        column.addLayout(_inset(self._new, above=4))
        column.addLayout(_inset(self._fold, above=16))

    def _on_entered(self) -> None:
        if self.add(self._new.text()):
            self._new.clear()

    def _show_items(self) -> None:
        session = self._session
        items = self._workspace.store.all(AgendaItem, session=session.id) if session else []
        self._planned = agenda_of(items)
        self._mark()
        questions = [self._workspace.label(question) for question in session.questions] if session else []
        self._fold.show_words(questions)
        self._new.setEnabled(session is not None)

    def _mark(self) -> None:
        """Show each item with its minutes, and which one is in hand."""
        t, label = self._workspace.t, self._workspace.label
        stands = in_hand(self._planned, self._run) if self._run is not None else None
        place = stands[0] if stands is not None else 0 if self._run is None else len(self._planned)
        self._items.clear()
        if self._folded and place:
            self._items.add_row(SideRow(t.plural("{count} done", "{count} done", place), sign="check", tone="muted"))
        for number, item in enumerate(self._planned):
            if self._folded and number < place:
                continue
            minutes = t("{count} min").format(count=t.number(item.minutes)) if item.minutes else ""
            row = SideRow(label(item.title), figure=minutes, signed=self._run is not None)
            if self._run is not None and number < place:
                row = replace(row, sign="check", tone="muted")
            elif stands is not None and number == place:
                left = self._minutes_left(stands[1])
                row = replace(row, sign="play", sign_tone="accent", figure=left, figure_tone="text", strong=True)
            elif self._run is not None:
                row = replace(row, tone="muted")
            self._items.add_row(row).setData(ITEM, item.id)
        self._items.setVisible(bool(self._planned))
        self._items.fit()

    def _minutes_left(self, left: int) -> str:
        t = self._workspace.t
        return t("{count} min left").format(count=t.number(left))

    def _on_menu_asked(self, point: QPoint) -> None:
        item = self._items.itemAt(point) or self._items.chosen
        if item is not None and item.data(ITEM) is not None:
            self._items.setCurrentItem(item)
            menu = menu_of(self)
            add_to_menu(menu, self._workspace.t, recording.TAKE_OFF_AGENDA, self._remove)
            menu.popup(self._items.viewport().mapToGlobal(point))

    def _remove(self) -> None:
        chosen = self._items.chosen
        item_id = chosen.data(ITEM) if chosen is not None else None
        if item_id is not None:
            item = self._workspace.store.get(AgendaItem, item_id)
            self._workspace.delete(item, self._workspace.t("Taken off the agenda."))


class Fold(QWidget):
    """Words that are folded away until somebody asks for them."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self._workspace, self._name = workspace, name
        self._fold = IconButton()
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setCheckable(True)
        self._fold.setProperty("flush", True)
        self._fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fold.toggled.connect(self._on_toggled)
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._fold)
        column.addWidget(self._inside)
        self._on_toggled(False)

    def show_words(self, lines: list[str]) -> None:
        """Show these lines when it is open; without any, nothing is shown at all."""
        clear(self._lines)
        for line in lines:
            self._lines.addWidget(words(line))
        self._fold.setText(f"{self._name}  {self._workspace.t.number(len(lines))}")
        self.setVisible(bool(lines))

    def _on_toggled(self, opened: bool) -> None:
        set_icon(self._fold, self._workspace.theme, "chevron-down" if opened else "chevron-right", "muted")
        self._inside.setVisible(opened)


def _inset(part: QWidget, above: int = 0) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setContentsMargins(INSET, above, INSET, 0)
    made.addWidget(part)
    return made
