"""One state of a record: its words with what the change did to them, what restoring would change, all wordings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from consultation.deciding.differences import Fate, redline
from consultation.language import Translator
from consultation.model import Recommendation, Record, Reservation, Support
from consultation.reading.history import Difference, PastState, Wording, if_restored, telling_field, text_of
from consultation.reading.tallies import Tally
from consultation.words import Values, author_name, counted, field_name
from ui.actions import anywhere
from ui.keys import shown
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.rows import clear
from ui.widgets.words import caption, rule, section, words
from ui.workspace import Workspace

WIDEST = 780
"""Of the words and all below them."""
MANNERS = {Fate.KEPT: Manner.PLAIN, Fate.PUT_IN: Manner.MARKED, Fate.TAKEN_OUT: Manner.STRUCK}


class StateView(QWidget):
    """Says `restore_asked`."""

    restore_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._build()

    def show_state(
        self, record: Record, states: Sequence[PastState], place: int, wordings: Sequence[Wording], values: Values
    ) -> None:
        """Show the state at ``place``; ``states`` and ``wordings`` are all there are, newest first."""
        t, state = self._workspace.t, states[place]
        when = state.change.when.astimezone()
        who = author_name(t, state.change.author_name)
        self._who.setText(who[:1].upper() + who[1:])
        parts = [t("{day}, {time}").format(day=t.day(when.date()), time=t.time(when))]
        self._when.setText(", ".join([*parts, state.file] if state.file else parts))
        self._show_words(record, states, place)
        at_hand = next((wording for wording in wordings if wording.state.change.when <= state.change.when), None)
        self._fact.setText(on_wording(t, at_hand.counted) if at_hand else "")
        self._fact.setVisible(at_hand is not None)
        self.restore.setEnabled(state.is_own and not state.is_now)
        self._means.setText(self._what_restoring_means(state))
        self._show_differences(record, state, values)
        self._show_wordings(wordings, at_hand)

    def _build(self) -> None:
        t, theme, restore = self._workspace.t, self._workspace.theme, anywhere.RESTORE
        self._who, self._when = words(strong=True, wrap=False), caption()
        self.text = MarkedWords(theme)
        self._fact, self._means = caption(), caption()
        self.restore = KeyedButton(theme, t(restore.label), shown(restore), self.restore_asked.emit, restore.icon)
        self._rows, self._wordings = QVBoxLayout(), QVBoxLayout()
        self._differences_head, self._wordings_head = (
            section(t("If you restore it")),
            section(t("All wordings, newest first")),
        )
        for layout in (self._rows, self._wordings):
            layout.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._who)
        head.addWidget(self._when, 1)
        act = QHBoxLayout()
        act.setSpacing(12)
        act.addWidget(self.restore)
        act.addWidget(self._means, 1)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self._fact)
        column.addSpacing(6)
        column.addLayout(act)
        column.addSpacing(16)
        column.addWidget(rule())
        column.addSpacing(10)
        column.addWidget(self._differences_head)
        column.addLayout(self._rows)
        column.addSpacing(16)
        column.addWidget(self._wordings_head)
        column.addLayout(self._wordings)
        column.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(32, 20, 32, 24)
        line.addWidget(inside, 100)
        line.addStretch(1)

    def _show_words(self, record: Record, states: Sequence[PastState], place: int) -> None:
        """Show the words at a state, marked where its change put some in and took some out."""
        t, name = self._workspace.t, telling_field(record)
        after = text_of(states[place].values, name, t)
        earlier = next((it for it in states[place + 1 :] if it.is_own), None) if states[place].is_own else None
        before = text_of(earlier.values, name, t) if earlier else after
        show_redline(self.text, before, after)
        self.text.setVisible(bool(after))
        self.text.setAccessibleName(t("The words at this state"))

    def _what_restoring_means(self, state: PastState) -> str:
        t = self._workspace.t
        if state.is_now:
            return t("It is as it was then.")
        if not state.is_own:
            return t("This belongs to it and stays, whatever is restored.")
        return t("writes a new state; nothing that came after it is lost")

    def _show_differences(self, record: Record, state: PastState, values: Values) -> None:
        clear(self._rows)
        differs = state.is_own and not state.is_now
        self._differences_head.setVisible(differs)
        for difference in if_restored(record, state) if differs else []:
            self._rows.addWidget(self._row(record, difference, values))
        if differs and isinstance(record, Recommendation):
            t, store = self._workspace.t, self._workspace.store
            kinds = {kind.kind(): store.count(kind, recommendation=record.id) for kind in (Support, Reservation)}
            staying = t.listed(counted(t, kind, number) for kind, number in kinds.items() if number)
            if staying:
                self._rows.addWidget(self._named(t("Stays as it is"), words(staying)))

    def _row(self, record: Record, difference: Difference, values: Values) -> QWidget:
        """Make the row of one field: the same as now, or what would come and what would go."""
        t, name = self._workspace.t, field_name(self._workspace.t, record.kind(), difference.name)
        if difference.is_same:
            return self._named(name, words(t("the same as now"), strong=True))
        now, then = (values.line(difference.name, value) for value in (difference.now, difference.then))
        text = MarkedWords(self._workspace.theme, "quoted")
        text.setAccessibleName(name)
        show_redline(text, now, then, replaces=True)
        return self._named(name, text)

    def _named(self, name: str, content: QWidget) -> QWidget:
        """Put the name of a field before what is told of it."""
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 128)
        grid.setColumnStretch(1, 1)
        grid.addWidget(words(name), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(content, 0, 1)
        grid.addWidget(rule(), 1, 0, 1, 2)
        return row

    def _show_wordings(self, wordings: Sequence[Wording], at_hand: Wording | None) -> None:
        clear(self._wordings)
        self._wordings_head.setVisible(bool(wordings))
        moments = [self._moment(wording) for wording in wordings]
        wide = max((moment.sizeHint().width() for moment in moments), default=0)
        for wording, moment in zip(wordings, moments, strict=True):
            moment.setFixedWidth(wide)
            self._wordings.addWidget(self._wording(wording, moment, wording is at_hand))

    def _moment(self, wording: Wording) -> QLabel:
        """Say on which day and when a wording was written, below one another."""
        t, when = self._workspace.t, wording.state.change.when.astimezone()
        return caption(f"{t.day(when.date(), 'medium')}\n{t.time(when)}", wrap=False)

    def _wording(self, wording: Wording, moment: QLabel, at_hand: bool) -> QWidget:
        t = self._workspace.t
        row = QWidget()
        if at_hand:
            row.setProperty("soft", "accent")
            row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 8, 8, 8)
        line.setSpacing(16)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(moment, 0, top)
        column = QVBoxLayout()
        column.setSpacing(2)
        text = MarkedWords(self._workspace.theme, "said")
        show_redline(text, wording.before or wording.text, wording.text)
        column.addWidget(text)
        column.addWidget(caption(author_name(t, wording.state.change.author_name)))
        line.addLayout(column, 1)
        line.addWidget(caption(on_wording_short(t, wording.counted), wrap=False), 0, top)
        return row


def show_redline(text: MarkedWords, before: str, after: str, replaces: bool = False) -> None:
    """Show how ``before`` became ``after``; with ``replaces``, words with nothing in common stand both."""
    stretches: list[tuple[str, Manner]] = []
    for stretch in redline(before, after):
        manner = MANNERS[stretch.fate]
        if manner is Manner.MARKED and stretches and stretches[-1][1] is Manner.STRUCK:
            stretches.append((" ", Manner.PLAIN))  # or what was taken out would run into what stands in its place
        words_in, room = stretch.text.rstrip(), stretch.text[len(stretch.text.rstrip()) :]
        stretches += [entry for entry in ((words_in, manner), (room, Manner.PLAIN)) if entry[0]]
    if replaces and all(manner is Manner.PLAIN for _, manner in stretches):
        stretches = [(after, Manner.MARKED), (" ", Manner.PLAIN), (before, Manner.STRUCK)]
    text.show_stretches(stretches)


def on_wording(t: Translator, tally: Tally | None) -> str:
    """Say what was counted on a wording."""
    if tally is None:
        return t("Nothing was counted on this wording.")
    return t("Counted on this wording: {in_favour} for, {against} against, {abstaining} abstaining.").format(
        in_favour=t.number(tally.in_favour or 0),
        against=t.number(tally.against or 0),
        abstaining=t.number(tally.abstain or 0),
    )


def on_wording_short(t: Translator, tally: Tally | None) -> str:
    """Say in three words what was counted on a wording."""
    if tally is None:
        return t("not counted")
    numbers = (tally.in_favour or 0, tally.against or 0, tally.abstain or 0)
    return t("counted {numbers}").format(numbers=", ".join(t.number(number) for number in numbers))
