"""What is planned in a session: its title, its kind and its minutes, edited in their place; and a line that adds."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.language import in_language
from consultation.model import AgendaItem, AgendaKind, Record, Session
from consultation.ordering import put_at, rank_behind
from consultation.reading.programme import agenda_of, minutes_planned
from consultation.words import choice_name
from ui.look.folds import px
from ui.prepare.form import Choosing, NumberOf, Said, line_for
from ui.prepare.programme.ordered import OrderedRow, OrderedRows
from ui.widgets.fields import Choice
from ui.widgets.words import caption, section
from ui.workspace import Workspace

MINUTES = 64


class KindOf(Choosing):
    """The kind of an item."""

    def __init__(self, workspace: Workspace) -> None:
        self.box = kind_choice(workspace)
        super().__init__(workspace, self.box)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._on_activated)

    def show_record(self, record: Record) -> None:
        """Show of which kind it is."""
        self._record = record
        self.box.setCurrentIndex(list(AgendaKind).index(getattr(record, "sort", AgendaKind.OTHER)))

    def _on_activated(self, place: int) -> None:
        kind = list(AgendaKind)[place]
        if self._record is not None and getattr(self._record, "sort", kind) != kind:
            self.save(sort=kind)


class AgendaPart(QWidget):
    """Its items in their order; more minutes than the session has are said."""

    laid_out = Signal()

    def __init__(self, workspace: Workspace, language: Callable[[], str]) -> None:
        super().__init__()
        self._workspace, self._language = workspace, language
        self._session: Session | None = None
        self._items: list[AgendaItem] = []
        self._build()
        self._connect()

    def show_session(self, session: Session) -> None:
        """Show what is planned in it."""
        self._session = session
        self._items = agenda_of(self._workspace.store.all(AgendaItem, session=session.id))
        self.rows.show_rows([item.id for item in self._items], self._made)
        for item, row in zip(self._items, self.rows.rows, strict=True):
            row.show_record(item)
            row.hint(in_language(item.title, self._language()) or choice_name(self._workspace.t, item.sort))
        self._say(session)

    def add(self) -> None:
        """Add what is typed at the end; the keyboard stays in the line."""
        title, minutes = " ".join(self.line.text().split()), self.minutes.text().strip()
        if self._session is None or not title:
            self.line.setFocus()
            return
        if minutes and not minutes.isdecimal():
            self._wrong.setText(self._workspace.t("This is no number: digits are asked for."))
            self._wrong.show()
            self.minutes.setFocus()
            return
        item = AgendaItem(
            session=self._session.id,
            rank=rank_behind(self._items),
            sort=list(AgendaKind)[self.sort.currentIndex()],
            title={self._language(): title},
            minutes=int(minutes) if minutes else None,
        )
        if self._workspace.save(item, self._workspace.t("Added “{item}” to the agenda.").format(item=title)):
            self._wrong.hide()
            self.line.clear()
            self.minutes.clear()
            self.line.setFocus()

    def flush(self) -> None:
        """Save what is typed."""
        self.rows.flush()

    def leave(self) -> None:
        """Save what is typed, and forget the session."""
        self.rows.leave()

    def _build(self) -> None:
        t = self._workspace.t
        self.heading = section()
        self.rows = OrderedRows(t("Agenda"))
        self._remark, self._wrong = caption(tone="incomplete"), caption(tone="conflict")
        self._wrong.hide()
        self.line, self.minutes, self.sort = QLineEdit(), QLineEdit(), kind_choice(self._workspace)
        self.sort.setCurrentIndex(list(AgendaKind).index(AgendaKind.SPEECH))
        for line, name in ((self.line, t("Add to the agenda")), (self.minutes, t("Minutes"))):
            line.setAccessibleName(name)
        self.line.setPlaceholderText(t("Add to the agenda"))
        self.minutes.setPlaceholderText(t("min"))
        adding = _laid(self._workspace, self.line, self.sort, self.minutes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.heading, self._remark, self.rows, adding, self._wrong):
            column.addWidget(part)

    def _connect(self) -> None:
        for line in (self.line, self.minutes):
            line.returnPressed.connect(self.add)
        self.rows.moved.connect(self._move)
        self.rows.taken_off.connect(self._take_off)
        self.rows.laid_out.connect(self.laid_out)

    def _made(self, _: Hashable) -> OrderedRow:
        t = self._workspace.t
        title = line_for(self._workspace, "", Said("title", self._language))
        minutes = line_for(self._workspace, "", NumberOf("minutes"))
        title.edit.setAccessibleName(t("Title"))
        minutes.edit.setAccessibleName(t("Minutes"))
        minutes.edit.setPlaceholderText(t("min"))
        kind = KindOf(self._workspace)
        inside = _laid(self._workspace, title, kind, minutes)
        return OrderedRow(self._workspace, inside, (title, kind, minutes), title.edit)

    def _move(self, place: int, there: int) -> None:
        moved, store = self._items[place].id, self._workspace.store
        self._workspace.do("", lambda: put_at(store, self._items, moved, there))

    def _take_off(self, place: int) -> None:
        item, t = self._items[place], self._workspace.t
        words = self._workspace.label(item.title) or choice_name(t, item.sort)
        if self._workspace.delete(item, t("Took “{item}” off the agenda.").format(item=words)):
            if self._items:
                self.rows.focus(place)
            else:
                self.line.setFocus()

    def _say(self, session: Session) -> None:
        t, number = self._workspace.t, len(self._items)
        total, length = sum(item.minutes or 0 for item in self._items), minutes_planned(session)
        counted = t.plural("{count} item", "{count} items", number)
        sum_ = t("{count} min").format(count=t.number(total))
        self.heading.setText(f"{t('Agenda')}  {counted}, {sum_}" if number else t("Agenda"))
        said = t("{planned} min are planned, the session takes {length} min.")
        self._remark.setText(said.format(planned=t.number(total), length=t.number(length or 0)))
        self._remark.setVisible(length is not None and total > length)


def kind_choice(workspace: Workspace) -> Choice:
    """Make a list of the kinds of items."""
    box = Choice()
    box.addItems([choice_name(workspace.t, kind) for kind in AgendaKind])
    box.setAccessibleName(workspace.t("Kind"))
    return box


def _laid(workspace: Workspace, title: QWidget, kind: QWidget, minutes: QWidget) -> QWidget:
    """Lay the title above kind and minutes."""
    minutes.setFixedWidth(px(workspace.theme, MINUTES))
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(4)
    grid.addWidget(title, 0, 0, 1, 2)
    grid.addWidget(kind, 1, 0)
    grid.addWidget(minutes, 1, 1)
    return inside
