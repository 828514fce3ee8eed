"""Two records that may be of the same person, side by side: what differs is chosen, and a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consultation.deciding.same_person import Differing, differing, join, say_two, which_to_keep
from consultation.model import Contact, Person
from consultation.reading.references import naming
from consultation.reading.same_person import WHY, LikePair
from consultation.words import Values, field_name, lookup_in
from consultation.words.kinds import all_counted
from ui.actions import preparing
from ui.keys import bind, pressed, shown
from ui.look.folds import px
from ui.widgets.buttons import quiet_button
from ui.widgets.cards import Card, EmptyState
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.segments import Segments
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import caption, heading, section, words
from ui.workspace import Workspace

WIDEST = 860
SHOWN = ("organisation", "title", "territory", "region", "actor", "gender", "languages", "consent")
"""What is shown of each, where there is something."""


class PairsPage(QWidget):
    """Goes through the pairs, one after the other; nobody is joined by itself."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.pairs: Sequence[LikePair] = ()
        self._place = 0
        self._chosen: dict[tuple[str, bool], Any] = {}
        self._build()

    @property
    def pair(self) -> LikePair | None:
        """The pair that is shown."""
        return self.pairs[self._place] if self._place < len(self.pairs) else None

    def show_pairs(self, pairs: Sequence[LikePair]) -> None:
        """Show the first of these pairs, or the one that was shown where it is among them."""
        before = self.pair
        self.pairs = pairs
        same = [place for place, pair in enumerate(pairs) if before is not None and pair == before]
        self._place = same[0] if same else min(self._place, max(len(pairs) - 1, 0))
        self._show()

    def step(self, by: int) -> None:
        """Show another pair."""
        if self.pairs:
            self._place = (self._place + by) % len(self.pairs)
            self._show()

    def join(self) -> None:
        """Make the two one, with what was chosen."""
        pair, workspace = self.pair, self._workspace
        if pair is not None:
            kept, gone = which_to_keep(workspace.store, pair.first, pair.second)
            said = workspace.t("{name} is one person in the file now.").format(name=self._name(kept))
            workspace.do(said, lambda: join(workspace.store, kept, gone, self._chosen))

    def say_two(self) -> None:
        """Remember that these are two people."""
        pair, workspace = self.pair, self._workspace
        if pair is not None:
            first, second = self._name(pair.first), self._name(pair.second)
            said = workspace.t("{name} and {other} are two people.").format(name=first, other=second)
            workspace.do(said, lambda: say_two(workspace.store, pair.first, pair.second))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, preparing.LEAVE_PAIRS):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        back = quiet_button(theme, t("Back to the people"), self.left.emit, "chevron-left")
        self._told, self._why = heading(), caption()
        self._held = QVBoxLayout()
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.setSpacing(12)
        joining, two, other = preparing.JOIN_PAIR, preparing.TWO_PEOPLE, preparing.NEXT_PAIR
        self.join_button = KeyedButton(theme, t(joining.label), shown(joining), self.join, "git-merge", "main")
        self.two_button = KeyedButton(theme, t(two.label), shown(two), self.say_two, "users")
        self.next_button = KeyedButton(theme, t(other.label), shown(other), lambda: self.step(1), look="quiet")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.join_button, self.two_button, self.next_button):
            foot.addWidget(button)
        foot.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 24, 16)
        column.setSpacing(8)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._told)
        column.addWidget(self._why)
        column.addLayout(self._held)
        column.addLayout(foot)
        column.addStretch(1)
        inside.setMaximumWidth(px(theme, WIDEST))
        nobody = t("Nobody in the file looks like the same person twice.")
        leave = self._leave = quiet_button(theme, t("Back to the people"), self.left.emit, "chevron-left")
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(inside))
        self._stack.addWidget(EmptyState(theme, "users", t("Nobody twice"), nobody, leave))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        bind(self, joining, self.join)
        bind(self, two, self.say_two)
        bind(self, other, lambda: self.step(1))
        self.setFocusProxy(self.join_button)

    def _show(self) -> None:
        pair, store, t = self.pair, self._workspace.store, self._workspace.t
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self)
        self._stack.setCurrentIndex(0 if pair else 1)
        self.setFocusProxy(self.join_button if pair else self._leave)
        if had_keyboard:
            self.setFocus()
        clear(self._held)
        self._chosen = {}
        if pair is None:
            return
        place = t("{place} of {count}").format(place=t.number(self._place + 1), count=t.number(len(self.pairs)))
        self._told.setText(t("Is this one person? {place}").format(place=place))
        why = t(WHY[pair.likeness])
        self._why.setText(t("{why}; of the same organisation").format(why=why) if pair.same_organisation else why)
        self.next_button.setVisible(len(self.pairs) > 1)
        kept, gone = which_to_keep(store, pair.first, pair.second)
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        values = Values(t, lookup_in(store))
        for person in (kept, gone):
            line.addWidget(self._card(person, values), 1)
        self._held.addWidget(both)
        differ = differing(store, kept, gone)
        if differ:
            self._held.addWidget(self._choices(differ, values))
        follow_the_eye(self)

    def _card(self, person_id: UUID, values: Values) -> Card:
        """Show what is known of one of the two, and what names them."""
        store, t = self._workspace.store, self._workspace.t
        person = store.get(Person, person_id)
        card = Card()
        card.column.addWidget(words(person.name, strong=True))
        for name in SHOWN:
            value = getattr(person, name)
            if value not in (None, "", []):
                said = t("{what}: {done}").format(
                    what=field_name(t, Person.kind(), name), done=values.line(name, value)
                )
                card.column.addWidget(caption(said, "text"))
        named: dict[str, int] = {}
        for record, _ in naming(store, person_id):
            if not isinstance(record, Person):
                named[record.kind()] = named.get(record.kind(), 0) + 1
        said = t.listed(all_counted(t, named))
        card.column.addWidget(caption(t("Named by: {what}").format(what=said) if named else t("Nothing names them.")))
        card.column.addStretch(1)
        return card

    def _choices(self, differ: Sequence[Differing], values: Values) -> QWidget:
        """Offer of each field that differs the two values."""
        t, theme = self._workspace.t, self._workspace.theme
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(section(t("What differs: choose what holds")), 0, 0, 1, 2)
        for row, each in enumerate(differ, 1):
            kind = Contact.kind() if each.of_contact else Person.kind()
            name = field_name(t, kind, each.name)
            choice = Segments(
                theme, [(place, values.line(each.name, value)) for place, value in enumerate(each.values)]
            )
            choice.setAccessibleName(name)
            choice.show_value(each.proposed)
            choice.picked.connect(lambda place, each=each: self._choose(each, place))
            grid.addWidget(caption(name, wrap=False), row, 0)
            grid.addWidget(choice, row, 1)
        return held

    def _choose(self, each: Differing, place: int) -> None:
        self._chosen[each.name, each.of_contact] = each.values[place]

    def _name(self, person: UUID) -> str:
        return self._workspace.store.get(Person, person).name
