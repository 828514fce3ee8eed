"""What there is to decide: one queue in parts, gone through by mouse or by keys; each decision can be undone."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QWidget

from consultation.deciding.alike import Alike
from consultation.deciding.desk import Desk, Lacking, Part
from consultation.deciding.questions import Question
from consultation.model import KINDS, Decision, Recommendation
from ui.actions import merging
from ui.keys import bind, bind_each, offer
from ui.merge.alike_page import VERDICTS
from ui.merge.at_hand import AtHand
from ui.merge.done_before import DoneBefore
from ui.merge.nothing_left import NothingLeft
from ui.merge.open_desk import OpenDesk
from ui.merge.pace import Pace
from ui.merge.parts_side import PartsSide, by_meaning
from ui.merge.queue import place_of
from ui.merge.row_words import Row
from ui.merge.verdicts import Verdicts
from ui.page import Page
from ui.touched import Touched
from ui.workspace import Workspace


class DecisionsPage(Page):
    """The queue, and the question at hand."""

    kinds = tuple(KINDS.values())  # any record can be in conflict
    declaration_asked = Signal()
    counted = Signal()
    """There are more or fewer things to decide."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.open_desk, self.pace = OpenDesk(workspace, self, self._alike_at_hand), Pace()
        self._verdicts = Verdicts(workspace, self)
        self._past = DoneBefore(workspace, self.pace)
        self._gone: set[object] = set()
        """What was decided here: it comes back to the queue when that is undone."""
        self._is_behind = False
        """More was found while nobody saw the page."""
        self._build()
        self._connect()

    @property
    def desk(self) -> Desk:
        """All that waits for a decision, as far as it is known."""
        return self.open_desk.desk

    @property
    def at_hand(self) -> Row | None:
        """What is at hand."""
        return self.shown.row

    @property
    def question(self) -> Question | None:
        """The conflict at hand."""
        return self.shown.question

    @property
    def part(self) -> Part | None:
        """The part of the queue that is open."""
        return self.side.part

    def state(self) -> dict[str, Any]:
        """Return which part is open, what is at hand, and what was compared."""
        key = self.at_hand.key if self.at_hand is not None else None
        return {"part": self.part, "key": key, "desk": self.open_desk.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave."""
        self.open_desk.restore(state["desk"])
        self.catch_up()
        if state["part"] is not None:
            self.open_part(state["part"], state["key"])

    def count(self) -> int:
        """Count what waits to be decided, as far as it is known."""
        return len(self.desk)

    def decide(self, value: Any) -> None:
        """Settle the conflict at hand with a value and go on to the next."""
        asked = self.question
        if asked is None:
            return
        words = self._workspace.t("Decided: {field}.").format(field=asked.field_words)
        self._gone.add(asked.key)
        if self._workspace.resolve(asked.record, asked.name, value, words):
            self._go_on(Part.CONFLICTS)
        else:
            self._gone.discard(asked.key)

    def say(self, decision: Decision) -> None:
        """Give a verdict on what is at hand and go on to the next."""
        alike, page, part = self.at_hand, self.alike, self.part
        if not isinstance(alike, Alike) or page.lead is None or part is None:
            return
        wording = {code: words for code, words in page.wording.items() if words}
        self._gone.add(alike.key)
        if self._verdicts.say(decision, alike, page.lead, frozenset(page.aside), wording):
            self._go_on(part)
        else:
            self._gone.discard(alike.key)

    def accept_identical(self) -> None:
        """Put together all that is identical but for case, punctuation and accents."""
        identical = self.desk.asked.identical
        self._gone.update(alike.key for alike in identical)
        if identical and self._verdicts.accept_identical(identical):
            self.setFocus()

    def step(self, by: int) -> None:
        """Go on or back in the queue; at its end, into the next part in which something waits."""
        place = self.list.place + by
        if self.part is None or not 0 <= place < len(self.list.rows):
            part = self._part_beside(by)
            if part is not None:
                rows = self.desk.rows(part)
                self.open_part(part, rows[0 if by > 0 else -1].key)
            elif not self.count():
                self.shown.row = None
                self._show_again()
        else:
            self.list.choose(place)
            if len(self.list.rows) > len(self.desk.rows(self.part)):  # one that was completed stays no longer
                self.open_part(self.part, self.at_hand.key if self.at_hand is not None else None)
        self.setFocus()

    def open_part(self, part: Part | None, key: object = None) -> None:
        """Open a part, with what ``key`` tells of it at hand, or the first; None closes them all."""
        self.side.open(part)
        rows = self._rows(part)
        self.list.show_rows(rows, place_of(key, rows, 0))
        self._show_side()
        self._show_layer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind and self._workspace.is_readable:
            self._show_again()

    def fold(self) -> None:
        """Have the queue stand beside the question, or fold to the lists that open."""
        folded = self.side.fold(self.window())
        for box in self.side.boxes:
            box.setVisible(folded and self.isVisible() and bool(self.count()))
        self._aim()

    def _build(self) -> None:
        self.side = PartsSide(self._workspace)
        self.list = self.side.queue
        self.shown = AtHand(self._workspace)
        self.page, self.alike, self.mend = self.shown.page, self.shown.alike, self.shown.mend
        self._beside = QWidget()
        line = QHBoxLayout(self._beside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addWidget(self.shown, 1)
        self._nothing = NothingLeft(self._workspace, self.declaration_asked.emit)
        self.next = self._nothing.next
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._beside)
        self._layers.addWidget(self._nothing)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.sideways.connect(self.alike.step_member)
        self.list.activated.connect(self.shown.take_keyboard)  # Enter leads into the page
        self.side.part_asked.connect(self._on_part_asked)
        self.open_desk.changed.connect(self._on_desk_changed)
        self.open_desk.moved.connect(self._say_what_is_compared)
        self._verdicts.joined.connect(self.setFocus)
        self.page.decided.connect(self.decide)
        self.alike.decided.connect(self.say)
        self.alike.identical_asked.connect(self.accept_identical)
        self.mend.left_as_it_is.connect(self._on_left_as_it_is)
        for page in (self.page, self.alike):
            page.left.connect(self.setFocus)
        for later in (self.page.later, self.alike.later, self.mend.later):
            later.connect(partial(self.step, 1))
        self._workspace.theme.changed.connect(self.fold)
        self._bind()

    def _bind(self) -> None:
        bind_each(self, merging.ANSWER, self.shown.choose)
        bind(self, merging.NEXT_CONFLICT, partial(self.step, 1))
        bind(self, merging.PREVIOUS_CONFLICT, partial(self.step, -1))
        bind(self, merging.WRITE_WORDING, self.shown.write_wording, lambda: not self.shown.holds(Lacking))
        for decision, action in VERDICTS.items():
            bind(self, action, partial(self.say, decision), lambda: self.shown.holds(Alike))
        bind(self, merging.LEAVE_ASIDE, self.alike.leave_aside, lambda: self.shown.holds(Alike))
        bind(self, merging.ACCEPT_IDENTICAL, self.accept_identical, lambda: bool(self.desk.asked.identical))
        bind(self, merging.COUNT_HOLDS, self.mend.let_count_hold, lambda: self.shown.holds(Lacking))
        offer(self, merging.NEXT_MEMBER, partial(self.alike.step_member, 1), lambda: self.shown.holds(Alike))

    def refresh(self, touched: Touched) -> None:
        """Show what there is to decide now; what an undo has brought back is at hand."""
        before = {part: len(self.desk.rows(part)) for part in Part}
        self.open_desk.read(touched)
        grown = [part for part in Part if len(self.desk.rows(part)) > before[part]]
        back = [(part, row.key) for part in grown for row in self.desk.rows(part) if row.key in self._gone]
        self._gone.difference_update(key for _, key in back)
        if back:
            self.open_part(*back[0])
        else:
            self._show_again()

    def _show_again(self) -> None:
        """Show the part that is open anew; where nothing is left in it, the next one in which something waits."""
        self._is_behind = False
        rows, key = self._rows(self.part), self.at_hand.key if self.at_hand is not None else None
        if not rows:
            part, on_heads = self._part_beside(1), any(head.hasFocus() for head in self.side.heads.values())
            self.open_part(part if part is not None else self.part)
            if on_heads and part is not None:
                self.setFocus()
            return
        place = max(self.list.place, 0)
        self.list.show_rows(rows, place if key in self._gone else place_of(key, rows, place))
        self._show_side()
        self._show_layer()

    def _rows(self, part: Part | None) -> tuple[Row, ...]:
        """Return the rows of a part; one that has just been completed stays until somebody goes on."""
        if part is None:
            return ()
        rows: tuple[Row, ...] = self.desk.rows(part)
        at_hand = self.at_hand
        if part is not Part.INCOMPLETE or not isinstance(at_hand, Lacking) or self.part is not part:
            return rows
        if at_hand.key in {row.key for row in rows}:
            return rows
        now = self._workspace.store.find(Recommendation, at_hand.record.id)
        if now is None or now.deleted:
            return rows
        return tuple(sorted([*self.desk.incomplete, Lacking(now, ())], key=lambda lacking: lacking.key))

    def _part_beside(self, by: int) -> Part | None:
        """Return the next part in which something waits, or the one before; round the corner too, going on."""
        parts = list(Part)
        place = parts.index(self.part) if self.part is not None else (-1 if by > 0 else len(parts))
        order = parts[:place][::-1] if by < 0 else [*parts[place + 1 :], *parts[: max(place, 0)]]
        return next((part for part in order if self.desk.rows(part)), None)

    def _go_on(self, part: Part) -> None:
        """Take note of a decision in a part, and give the keyboard to what comes next."""
        self.pace.note(part)
        self.side.say_how_long(self.desk, self.pace)
        self.setFocus()

    def _show_side(self) -> None:
        comparing = self.open_desk.is_comparing and not self.open_desk.is_compared
        self.side.show_desk(self.desk, self._past.done(self.desk, self.open_desk.is_compared), comparing)
        self.side.say_how_long(self.desk, self.pace)
        self._say_what_is_compared()
        self.counted.emit()

    def _say_what_is_compared(self) -> None:
        read = self.open_desk.by_meaning
        self.side.say_what_is_compared(read, self._workspace.by_meaning.refusal)
        self._nothing.meanwhile.setText(by_meaning(self._workspace.t, read))

    def _alike_at_hand(self) -> Alike | None:
        row = self.at_hand
        return row if isinstance(row, Alike) else None

    def _show_layer(self) -> None:
        """Show the queue, or that nothing is left in it."""
        waiting = bool(self.count()) or self.open_desk.is_comparing or bool(self.list.rows)
        layer = self._layers.currentWidget()
        had_focus = layer is not None and layer.isAncestorOf(QApplication.focusWidget() or self)
        changes = layer is not (self._beside if waiting else self._nothing)
        self._layers.setCurrentWidget(self._beside if waiting else self._nothing)
        self.fold()
        if not waiting:
            self._nothing.say(decided=bool(self.pace.decided or self._past.done(self.desk, True)))
        if had_focus and changes and self.isVisible():
            self.setFocus()

    def _aim(self) -> None:
        """Say where the keyboard goes: to the queue, to what stands for it, or to the one thing that can be done."""
        if self._layers.currentWidget() is self._nothing:
            self.setFocusProxy(self.next)
        elif self.side.isHidden():
            self.setFocusProxy(self.side.box)
        elif self.part is None:
            self.setFocusProxy(next(iter(self.side.heads.values())))
        else:
            self.setFocusProxy(self.list if self.list.rows else self.side.heads[self.part])

    def _on_chosen(self, row: Row | None) -> None:
        self.shown.show_row(row, self.part, self.list.place, self.desk)

    def _on_part_asked(self, part: Part | None) -> None:
        closed, self.shown.row = self.part, None
        self.open_part(part)
        head = part or closed
        if head is not None and not self.side.isHidden():
            (self.list if part is not None and self.list.rows else self.side.heads[head]).setFocus()

    def _on_desk_changed(self) -> None:
        self._is_behind = True
        if self._workspace.is_readable and self.isVisible():
            self._show_again()
        elif self._workspace.is_readable:
            self.counted.emit()

    def _on_left_as_it_is(self) -> None:
        t = self._workspace.t
        self._workspace.messages.say(t("The count stays as it is, with the remark that the words were changed since."))
        self.step(1)
