"""Who asked to hold a session, and who signed up for one that has only so many places."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consultation.exchange.matched import Listing
from consultation.model import Interest, InterestState, Organisation, Person, Session, SignUp
from consultation.reading.open_space import Asked, AskedBy, expressions_of_interest, found_in, in_order_of, with_places
from consultation.store import Store
from ui.actions import preparing
from ui.keys import bind, bind_each, offer, shown
from ui.look.folds import Fold, fold_of, px
from ui.prepare.open_space.interest_form import InterestForm
from ui.prepare.open_space.places_form import PlacesForm
from ui.prepare.open_space.rows import interest_rows, place_rows
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.buttons import main_button, quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.chips import ChipRow
from ui.widgets.find_line import FindLine
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.peek import WIDTH, Peek
from ui.widgets.scroll import scrolled
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.table import Table
from ui.widgets.words import caption, section
from ui.workspace import Workspace

Beside = QBoxLayout.Direction
INSET = 32


class OpenSpacePage(View):
    """Two lists; what is chosen opens beside them."""

    kinds = (Interest, SignUp, Session, Person, Organisation)
    stands_here = (Interest,)
    listings = (Listing.INTERESTS,)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._state: InterestState | None = None
        """Only those are listed; None for all."""
        self._sorted: AskedBy | None = None
        """None: what waits to be decided first."""
        self._falling = False
        self._asked: list[Asked] = []
        """All of them, as they were read."""
        self._build()
        self._connect()

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Interest)

    def head_actions(self) -> list[QWidget]:
        """Take them from a table, or add one by hand."""
        t, theme = self._workspace.t, self._workspace.theme
        add, take = preparing.ADD_INTEREST, preparing.IMPORT_INTERESTS
        taking = KeyedButton(theme, t(take.label), "", self.take_table, take.icon)
        return [taking, KeyedButton(theme, t(add.label), shown(add), self.add, add.icon, "main")]

    def status(self) -> tuple[list[str], list[str]]:
        """Count what was asked, and the places."""
        t = self._workspace.t
        asked = t.plural(
            "{count} expression of interest", "{count} expressions of interest", self._workspace.store.count(Interest)
        )
        left = sum(max(each.left, 0) for each in self.places.rows)
        return [asked], [t.plural("{count} place left", "{count} places left", left)] if self.places.rows else []

    def refresh(self, touched: Touched) -> None:
        """Read both lists; what is open stays open."""
        store = self._workspace.store
        self._asked = expressions_of_interest(store, self._workspace.t.language)
        offered = self.places.row_at(self.visits.row)
        self.places.show_rows(with_places(store, self._workspace.t.language))
        self.visits.choose(max(self.places.place_of(offered.session.id if offered else None), 0))
        self._show_asked()
        self._show_peek_again()
        follow_the_eye(self)
        self.status_changed.emit()

    def _show_asked(self) -> None:
        """List those that fit what is typed and chosen, in the order that was asked for."""
        chosen = self._chosen_interest()
        listed = found_in(self._asked, self.finding.text())
        states = [each.interest.state for each in listed]
        listed = [each for each in listed if self._state in (None, each.interest.state)]
        if self._sorted is not None:
            listed = in_order_of(listed, self._sorted, falling=self._falling)
        self.interests.show_rows(listed)
        self.table.choose(max(self.interests.place_of(chosen), 0))
        self._offer_states(states)
        self._lay_out(bool(self._asked), bool(listed))

    def add(self) -> None:
        """Add one by hand, and take the keyboard into its form."""
        t = self._workspace.t
        language = next(iter(self._workspace.consultation.languages), "")
        made = Interest(title=t("Somebody’s session"), language=language, received=date.today())
        if self._workspace.save(made, t("Added an expression of interest.")):
            self.show_record(made.id)
            self.form.focus_name()

    def take_table(self) -> None:
        """Take the answers to a form from a table."""
        self.table_asked.emit(Listing.INTERESTS, False)

    def show_record(self, record_id: UUID) -> None:
        """Show an expression of interest and its form."""
        if self.interests.place_of(record_id) < 0:
            self._show_everything()
        self.table.choose(self.interests.place_of(record_id))
        self._open_interest()

    def go_find(self) -> None:
        """Go to the field to find words in who asked for what."""
        if self.finding.isVisible():
            self.finding.setFocus()
            self.finding.selectAll()

    def sort(self, column: int) -> None:
        """Have the list sorted by a column; by the same one once more the other way round."""
        by = list(AskedBy)[column]
        self._falling = not self._falling if by is self._sorted else False
        self._sorted = by
        self.table.show_sorted(column, self._falling)
        self._show_asked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the field to find above what narrows the list where there is little room."""
        super().resizeEvent(event)
        is_small = fold_of(self, self._workspace.theme) < Fold.MEDIUM
        self._line.setDirection(Beside.TopToBottom if is_small else Beside.LeftToRight)

    def flush(self) -> None:
        """Save what is typed."""
        self.form.flush()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.interests, self.places = interest_rows(self._workspace, self), place_rows(self._workspace, self)
        self.table = Table(theme, self.interests.columns, 260, one_line=True, sorts=True)
        self.visits = Table(theme, self.places.columns, 260, one_line=True)
        for table, rows, name in (
            (self.table, self.interests, t("Expressions of interest")),
            (self.visits, self.places, t("Visits and options")),
        ):
            table.setModel(rows)
            table.setAccessibleName(name)
            table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the page scrolls
        self.filter, self.finding = ChipRow(theme), FindLine(theme, t, t("Find an expression of interest"))
        everything = quiet_button(theme, t("Show everything"), self._show_everything)
        nothing = t("Nothing in the list fits what is typed or chosen.")
        self._not_found = EmptyState(theme, "search", t("Nothing fits"), nothing, everything)
        add, take = preparing.ADD_INTEREST, preparing.IMPORT_INTERESTS
        first = main_button(theme, t(add.label), self.add, add.icon)
        from_table = quiet_button(theme, t(take.label), self.take_table, take.icon)
        self._none = EmptyState(
            theme,
            "inbox",
            t("Nobody has asked to hold a session yet"),
            t("Who would like to hold one writes to you: add it here, or read in a table of the answers to a form."),
            first,
            from_table,
        )
        self._no_visits = caption(
            t("A session with a number of places, given in the programme, stands here with who signed up for it.")
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(INSET, 20, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._above())
        column.addWidget(self._none)
        column.addWidget(self._not_found)
        column.addWidget(self.table)
        column.addSpacing(16)
        column.addWidget(section(t("Visits and options")))
        column.addWidget(self._no_visits)
        column.addWidget(self.visits)
        column.addStretch(1)
        self.form, self.sign_ups = InterestForm(self._workspace), PlacesForm(self._workspace)
        self._forms = QStackedWidget()
        self._forms.addWidget(self.form)
        self._forms.addWidget(self.sign_ups)
        self.peek = Peek(theme)
        self.peek.fill(self._forms)
        self.peek.setFixedWidth(px(theme, WIDTH))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(scrolled(inside), 1)
        line.addWidget(self.peek)
        self.setFocusProxy(self.table)

    def _above(self) -> QWidget:
        """Lay the field to find beside what narrows the list."""
        self._bar = QWidget()
        self._line = QHBoxLayout(self._bar)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        self._line.addWidget(self.finding)
        self._line.addWidget(self.filter, 1, Qt.AlignmentFlag.AlignVCenter)
        return self._bar

    def _connect(self) -> None:
        self.finding.textChanged.connect(self._show_asked)
        self.finding.list_asked.connect(self.table.setFocus)
        self.table.sort_asked.connect(self.sort)
        bind_each(self, preparing.SORT_INTERESTS, self.sort)
        self.filter.chosen.connect(self._filter)
        self.table.row_asked.connect(lambda _row: self._toggle_interest())
        self.visits.row_asked.connect(lambda _row: self._open_visit())
        self.table.selectionModel().currentRowChanged.connect(lambda: self._follow(self.form))
        self.visits.selectionModel().currentRowChanged.connect(lambda: self._follow(self.sign_ups))
        self.form.left.connect(lambda: self._close(self.table))
        self.form.record_asked.connect(self.record_asked)
        self.sign_ups.left.connect(lambda: self._close(self.visits))
        is_chosen = lambda: self._chosen_interest() is not None  # noqa: E731
        bind(self.table, preparing.ACCEPT, lambda: self._answer(self.form.accept), is_chosen)
        bind(self.table, preparing.DECLINE, lambda: self._answer(self.form.decline), is_chosen)
        bind(self.table, preparing.DROP_INTEREST, self._drop, is_chosen)
        offer(self.table, preparing.PEEK_INTEREST, self._toggle_interest, is_chosen)
        bind(self, preparing.ADD_INTEREST, self.add)
        bind(self, preparing.IMPORT_INTERESTS, self.take_table)

    def _offer_states(self, states: list[InterestState]) -> None:
        t = self._workspace.t
        named = {
            None: t("All"),
            InterestState.RECEIVED: t("To decide"),
            InterestState.ACCEPTED: t("Accepted"),
            InterestState.DECLINED: t("Declined"),
        }
        counts = {state: len(states) if state is None else states.count(state) for state in named}
        offered = [(state, f"{name} {t.number(counts[state])}", "accent") for state, name in named.items()]
        self.filter.offer(each for each in offered if counts[each[0]] or each[0] in (None, self._state))
        self.filter.tick(self._state)

    def _lay_out(self, is_any: bool, is_found: bool) -> None:
        self._bar.setVisible(is_any)
        self.table.setVisible(is_any and is_found)
        self._not_found.setVisible(is_any and not is_found)
        self._none.setVisible(not is_any)
        self.visits.setVisible(bool(self.places.rows))
        self._no_visits.setVisible(not self.places.rows)
        for table in (self.table, self.visits):
            table.setFixedHeight(table.whole_height() + 2)

    def _show_everything(self) -> None:
        self.finding.clear()
        self._filter(None)

    def _filter(self, state: InterestState | None) -> None:
        self._state = state
        self._show_asked()

    def _chosen_interest(self) -> UUID | None:
        asked = self.interests.row_at(self.table.row)
        return asked.interest.id if asked is not None else None

    def _answer(self, act: Callable[[], None]) -> None:
        if self._chosen_interest() is not None:
            self._open_interest()
            act()

    def _open_interest(self) -> None:
        asked = self.interests.row_at(self.table.row)
        if asked is not None:
            self.form.show_asked(asked)
            self._forms.setCurrentWidget(self.form)
            self.peek.show()

    def _toggle_interest(self) -> None:
        if not self.peek.isHidden() and self.form.interest == self._chosen_interest():
            self._close(self.table)
        else:
            self._open_interest()

    def _open_visit(self) -> None:
        offered = self.places.row_at(self.visits.row)
        if offered is not None:
            self.sign_ups.show_offered(offered)
            self._forms.setCurrentWidget(self.sign_ups)
            self.peek.show()
            follow_the_eye(self)
            self.sign_ups.focus_name()

    def _follow(self, form: QWidget) -> None:
        """Show in the open form what is chosen now."""
        if self.peek.isHidden() or self._forms.currentWidget() is not form:
            return
        if form is self.form and self.table.hasFocus():
            self._open_interest()
        elif form is self.sign_ups and self.visits.hasFocus():
            self.sign_ups.show_offered(self.places.rows[self.visits.row])

    def _show_peek_again(self) -> None:
        """Show in the form what the file says now; close it where that is gone."""
        if self.peek.isHidden():
            return
        if self._forms.currentWidget() is self.form:
            row = self.interests.place_of(self.form.interest)
            if row >= 0:
                self.form.show_asked(self.interests.rows[row])
        else:
            row = self.places.place_of(self.sign_ups.session)
            if row >= 0:
                self.sign_ups.show_offered(self.places.rows[row])
        if row < 0:
            self._close(self.table)

    def _close(self, back: QWidget) -> None:
        self.form.flush()
        self.peek.hide()
        back.setFocus()

    def _drop(self) -> None:
        asked, t = self.interests.row_at(self.table.row), self._workspace.t
        if asked is not None:
            said = t("Deleted “{title}”.").format(title=asked.interest.title)
            self._workspace.delete(asked.interest, said)
