"""What still lacks before the file is handed out, and to whom it goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from consultation.files import ENDING
from consultation.handing_out import hand_out, left_out, note_given
from consultation.model import Consultation, Delivery, DeliveryWay, Organisation, Person, Role, Session, Term
from consultation.progress import Progress
from consultation.reading.readiness import look_through
from consultation.reading.recipients import Recipient, recipients
from consultation.store import Copy
from ui.actions import preparing
from ui.keys import bind, offer, shown
from ui.look.folds import Fold, fold_of, px
from ui.prepare.hand_out.adding import PersonOffer
from ui.prepare.hand_out.checks import Checks
from ui.prepare.hand_out.rows import RecipientRows
from ui.prepare.hand_out.side import KitSide
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.buttons import quiet_button
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.scroll import scrolled
from ui.widgets.table import Table
from ui.widgets.words import caption, rule, section, words
from ui.workspace import Workspace

FOOT, INSET = 64, 32


class HandOutPage(View):
    """What lacks first, each one press from being mended; then who gets it; at the foot, making it."""

    kinds = (Consultation, Session, Person, Organisation, Role, Term, Delivery)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._build()
        self._connect()

    def refresh(self, touched: Touched) -> None:
        """Look through everything."""
        store = self._workspace.store
        self.checks.show_checks(look_through(store))
        chosen = self.table.row
        self.rows.show_rows(recipients(store))
        self.table.choose(max(chosen, 0))
        self.table.setFixedHeight(self.table.whole_height() + 2)
        self.side.tell(self._suggested().name, self._workspace.path.stat().st_size, left_out(store))
        self._nobody.setVisible(not self.rows.rows)
        self.table.setVisible(bool(self.rows.rows))
        self.setFocusProxy(self._first())
        self._tell()

    def ask_where(self) -> None:
        """Ask where the file for the rooms is to be, and write it."""
        t = self._workspace.t
        kinds = t("Consultations ({pattern})").format(pattern=f"*{ENDING}")
        path, _ = QFileDialog.getSaveFileName(self, t("The file for the rooms"), str(self._suggested()), kinds)
        if path:
            self.make(Path(path))

    def make(self, path: Path) -> None:
        """Write the file for the rooms to ``path``, then note to whom it is given."""
        again = self._workspace.store.again()

        def work(progress: Progress) -> Copy:
            with again() as store:
                return hand_out(store, path)

        name = self._workspace.t("Making the file for the rooms")
        self._workspace.jobs.run(name, work).done.connect(self._on_made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setVisible(fold_of(self, self._workspace.theme) >= Fold.MEDIUM)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.checks, self.side = Checks(self._workspace), KitSide(self._workspace)
        self.rows = RecipientRows(t, self)
        self.table = Table(theme, self.rows.columns, 160, one_line=True)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the page scrolls
        self.table.setModel(self.rows)
        self.table.setAccessibleName(t("Who gets it"))
        self._nobody = words(t("Nobody runs a session yet. Give a session a facilitator, or add somebody here."))
        add = preparing.ADD_RECIPIENT
        self.offer = PersonOffer(self._workspace, self)
        self._add = quiet_button(theme, t(add.label), self.offer.open, add.icon)
        self._count = caption(wrap=False)
        over = QHBoxLayout()
        over.addWidget(section(t("Who gets it")))
        over.addWidget(self._count)
        over.addStretch(1)
        over.addWidget(self.offer)
        over.addWidget(self._add)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(INSET, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.checks)
        column.addSpacing(16)
        column.addLayout(over)
        column.addWidget(self._nobody)
        column.addWidget(self.table)
        column.addStretch(1)
        page = QHBoxLayout()
        page.setSpacing(0)
        page.addWidget(scrolled(inside), 1)
        page.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(page, 1)
        whole.addWidget(rule())
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        t, theme, make = self._workspace.t, self._workspace.theme, preparing.MAKE_KIT
        self.main = KeyedButton(theme, t(make.label), shown(make), self.ask_where, make.icon, "main")
        self._for, foot = words(), QWidget()
        calm = caption(t("What you change afterwards comes to the rooms when you merge, or with a second file."))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self._for)
        said.addWidget(calm)
        said.addStretch(1)
        line = QHBoxLayout(foot)
        line.setContentsMargins(INSET, 8, 24, 8)
        line.setSpacing(16)
        line.addWidget(self.main)
        line.addLayout(said, 1)
        foot.setMinimumHeight(px(theme, FOOT))
        return foot

    def _connect(self) -> None:
        self.checks.asked.connect(self.mend_asked)
        self.checks.first_asked.connect(self.first_asked)
        self.offer.chosen.connect(self._on_added)
        self.table.row_asked.connect(self._on_ticked)
        self.table.clicked.connect(lambda index: self._on_ticked(index.row()) if index.column() == 0 else None)
        is_chosen = lambda: self._chosen() is not None  # noqa: E731
        bind(self, preparing.MAKE_KIT, self.ask_where)
        bind(self.table, preparing.CHANGE_WAY, self._change_way, is_chosen)
        bind(self.table, preparing.DROP_RECIPIENT, self._drop, is_chosen)
        offer(self.table, preparing.TICK_RECIPIENT, lambda: self._on_ticked(self.table.row), is_chosen)
        offer(self.checks, preparing.MEND_LACK, self.checks.mend, lambda: bool(self.checks.lines))
        bind(self, preparing.ADD_RECIPIENT, self.offer.open)

    def _first(self) -> QWidget:
        """Return what gets the keyboard with the page: what lacks, else who gets the file, else adding somebody."""
        if self.checks.lines:
            return self.checks.lines[0]
        return self.table if self.rows.rows else self._add

    def _suggested(self) -> Path:
        own = self._workspace.path
        return own.with_name(self._workspace.t("{name}-rooms").format(name=own.stem) + ENDING)

    def _tell(self) -> None:
        t = self._workspace.t
        self._count.setText(t.plural("{count} person", "{count} people", len(self.rows.rows)))
        chosen = [each for each in self.rows.rows if each.person.id in self.rows.ticked]
        ways = {way: sum(_way(each) is way for each in chosen) for way in DeliveryWay}
        parts = [
            t.plural("{count} stick", "{count} sticks", ways[DeliveryWay.STICK]) if ways[DeliveryWay.STICK] else "",
            t.plural("{count} mail", "{count} mails", ways[DeliveryWay.MAIL]) if ways[DeliveryWay.MAIL] else "",
        ]
        if not chosen:
            self._for.setText(t("It is read again after writing."))
            return
        people = t.plural("{count} person", "{count} people", len(chosen))
        told = t("For {people}: {ways}. It is read again after writing.")
        self._for.setText(told.format(people=people, ways=t.listed([part for part in parts if part])))

    def _on_ticked(self, row: int) -> None:
        self.rows.tick(row)
        self._tell()

    def _change_way(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        way = DeliveryWay.STICK if _way(chosen) is DeliveryWay.MAIL else DeliveryWay.MAIL
        if chosen.delivery is not None:
            self._workspace.change(chosen.delivery, way=way)
        else:
            self._workspace.save(Delivery(person=chosen.person.id, way=way))

    def _drop(self) -> None:
        chosen, t = self._chosen(), self._workspace.t
        if chosen is None:
            return
        if chosen.sessions or chosen.delivery is None:
            said = t("{name} runs a session, so the file is for them. Take the tick off if they are not to get it now.")
            self._workspace.messages.say(said.format(name=chosen.person.name), "incomplete")
            return
        said = t("{name} is no longer on the list of those who get the file.").format(name=chosen.person.name)
        self._workspace.delete(chosen.delivery, said)

    def _chosen(self) -> Recipient | None:
        return self.rows.row_at(self.table.row)

    def _on_added(self, person: UUID) -> None:
        if self.rows.place_of(person) < 0:
            self._workspace.save(Delivery(person=person))
        self.table.choose(self.rows.place_of(person))
        self.table.setFocus()

    def _on_made(self, copy: Copy) -> None:
        t, workspace = self._workspace.t, self._workspace
        if not workspace.is_open:
            return
        sessions = t.plural("{count} session", "{count} sessions", copy.counts.get("session", 0))
        people = t.plural("{count} person", "{count} people", copy.counts.get("person", 0))
        said = t("Made “{name}” for the rooms: {sessions}, {people}, checked.").format(
            name=copy.path.name, sessions=sessions, people=people
        )
        given = [each for each in self.rows.rows if each.person.id in self.rows.ticked]
        if not given:
            workspace.messages.say(said, "done")
            return
        with workspace.together() as step:
            step.name = said
            for each in given:
                if each.delivery is None:
                    workspace.save(Delivery(person=each.person.id, on=date.today()))
            noted = [each.delivery for each in given if each.delivery is not None]
            workspace.do("", lambda: note_given(workspace.store, noted, date.today()))
        self.rows.ticked.clear()
        self._tell()


def _way(recipient: Recipient) -> DeliveryWay:
    return recipient.delivery.way if recipient.delivery else DeliveryWay.STICK
