"""What one group thinks of a recommendation: hands for, against and abstaining; a degree of consensus."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from consultation.model import Support
from consultation.words import consensus_name
from ui.draft_file import Draft
from ui.look.folds import px
from ui.look.marks import Counts
from ui.session.counted import MOST, VOTES, write_count
from ui.waiting import OF, return_to_field
from ui.widgets.buttons import icon_button
from ui.widgets.count import Count
from ui.widgets.fields import PAUSE_MS, Choice, SavedLine
from ui.widgets.words import caption, set_property
from ui.workspace import Workspace

LARGE = 44
"""Height of the counts of the room: what is counted is the largest thing after the words."""


def support_key(recommendation: UUID) -> str:
    """Return what the keys of drafts of counts for a recommendation begin with."""
    return f"support/{recommendation}/"


class SupportRow(QWidget):
    """What one group thinks: for the room three large counts, for another group its name and three small ones."""

    removed = Signal(object)
    next_asked = Signal(object)
    """Enter in a `Count`."""
    counts_changed = Signal()

    def __init__(self, workspace: Workspace, support: Support, unsaved: bool) -> None:
        super().__init__()
        self._workspace = workspace
        self.support, self.unsaved, self.room = support, unsaved, False
        self._dirty = False
        self._build()
        self.show_support(support)
        self._connect()

    @property
    def key(self) -> str:
        """The key of what is typed here, among the drafts."""
        return f"{support_key(self.support.recommendation)}{self.support.id}"

    @property
    def _stored(self) -> str:
        """What the file holds of it, in a line."""
        support = self.support
        return f"{support.group}|{support.in_favour}|{support.against}|{support.abstain}|{support.consensus}"

    @property
    def counts(self) -> Counts:
        """The numbers that are typed; nought for what was not counted."""
        in_favour, against, abstain = (vote.number or 0 for vote in self.votes)
        return in_favour, against, abstain

    @property
    def pending(self) -> bool:
        """Something was entered that is not saved yet."""
        return self._dirty

    def stand(self, room: bool, named: bool) -> None:
        """Stand as the room or as another group; ``named``: with the names of the counts above them."""
        self.room = room
        self._name.setVisible(not room)
        for head in self._heads:
            head.setVisible(named)
        for vote in self.votes:
            set_property(vote, "textsize", "title" if room else "body")
            set_property(vote, "strong", room)
        self._fit()

    def throw_away(self) -> None:
        """Go, and save nothing any more."""
        self.let_go()
        for part in (self, self.consensus):
            part.hide()
            part.deleteLater()

    def begin(self, support: Support, unsaved: bool) -> None:
        """Show what another group thinks; of this one everything is saved."""
        self.unsaved, self.room = unsaved, False
        self.let_go()
        self.show_support(support)

    def let_go(self) -> None:
        """Save nothing any more: what is typed waits among the drafts."""
        self._pause.stop()
        self._dirty = False
        self.group.settle()

    def return_typed(self) -> None:
        """Put in what could not be saved before, and try again after a pause."""
        return_to_field(self._workspace, self, self.key, self._stored, self._type_again)

    def show_support(self, support: Support) -> None:
        """Show the counts, unless other ones are just being entered."""
        if self._dirty:
            return
        self.support = support
        self.group.show_text(support.group)
        for name, vote in zip(VOTES, self.votes, strict=True):
            vote.show_number(getattr(support, name))
        self._say_who()
        self.consensus.setCurrentIndex(self.consensus.findData(support.consensus))

    def flush(self) -> None:
        """Save the counts now if they are others; nothing is saved while one of them is refused."""
        self._pause.stop()
        if not self._dirty or self._refuses():
            return
        values: dict[str, Any] = {name: vote.number for name, vote in zip(VOTES, self.votes, strict=True)}
        values |= {"consensus": self.consensus.currentData()}
        values["group"] = self.group.text().strip()
        new, self.unsaved = self.unsaved, False
        counted = new or any(getattr(self.support, name) != values[name] for name in (*VOTES, "consensus"))
        saved = self._workspace.do("", lambda: write_count(self._workspace.store, self.support, values, new, counted))
        if saved:
            self.group.settle()
            self._dirty = False
            self._workspace.drafts.drop(self.key)
            self.support = self._workspace.store.get(Support, self.support.id)
        else:
            self.unsaved = new

    def _refuses(self) -> bool:
        """Say which count is too large to be right, if there is one."""
        refused = next((vote for vote in self.votes if vote.is_refused), None)
        if refused is not None:
            t = self._workspace.t
            said = t("{number} is more than can be counted, so it was not saved. Correct it in the details.")
            self._workspace.messages.say(said.format(number=refused.text()), "conflict")
        return refused is not None

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.group = SavedLine()
        self.group.setPlaceholderText(t("Group"))
        self.group.setAccessibleName(t("Who was counted"))
        self.remove = icon_button(theme, "x", t("Take this group out"), lambda: self.removed.emit(self.support.id))
        self._name = QWidget()
        line = QHBoxLayout(self._name)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.group, 1)
        line.addWidget(self.remove)
        self.votes: list[Count] = []
        self._heads: list[QLabel] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, name in enumerate(self._vote_names()):
            vote, head = Count(0, MOST), caption(name, wrap=False)
            head.setBuddy(vote)
            self.votes.append(vote)
            self._heads.append(head)
            grid.addWidget(head, 0, place)
            grid.addWidget(vote, 1, place)
            grid.setColumnStretch(place, 1)
        self.consensus = Choice()
        self.consensus.setParent(self)  # until the table puts it elsewhere
        self.consensus.hide()
        self.consensus.setAccessibleName(t("Consensus"))
        self.consensus.addItem(t("No consensus scale used"), None)
        for degree in range(1, 6):
            self.consensus.addItem(consensus_name(t, degree), degree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addLayout(grid)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)

    def _vote_names(self) -> tuple[str, str, str]:
        t = self._workspace.t
        return t.context("votes", "For"), t.context("votes", "Against"), t.context("votes", "Abstain")

    def _say_who(self) -> None:
        """Tell a screen reader of whom the counts are."""
        who = self.group.text().strip()
        for vote, name in zip(self.votes, self._vote_names(), strict=True):
            vote.setAccessibleName(f"{name}, {who}" if who else name)

    def _fit(self) -> None:
        for vote in self.votes:
            vote.setMinimumHeight(px(self._workspace.theme, LARGE) if self.room else 0)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._on_paused)
        self._workspace.theme.changed.connect(self._fit)
        self.group.textEdited.connect(self._on_entered)
        self.group.editingFinished.connect(self.flush)
        for vote in self.votes:
            vote.textEdited.connect(self._on_entered)
            vote.textChanged.connect(self.counts_changed)
            vote.left.connect(self.flush)
            vote.next_asked.connect(partial(self.next_asked.emit, vote))
        self.consensus.activated.connect(self._on_consensus_chosen)

    def _on_entered(self) -> None:
        self._dirty = True
        self._keep()
        self._pause.start()

    def _keep(self) -> None:
        """Keep what is entered with the recommendation until it is saved."""
        counts = {name: vote.text() for name, vote in zip(VOTES, self.votes, strict=True)}
        consensus = str(self.consensus.currentData() or "")
        about = {**counts, "consensus": consensus, "room": "1" if self.room else "", OF: self._stored}
        self._workspace.drafts.keep(self.key, Draft(self.group.text(), about))

    def _type_again(self, draft: Draft) -> None:
        self.group.setText(draft.text)
        for name, vote in zip(VOTES, self.votes, strict=True):
            vote.setText(draft.values.get(name, ""))
        degrees = [str(self.consensus.itemData(place) or "") for place in range(self.consensus.count())]
        degree = draft.values.get("consensus", "")
        self.consensus.setCurrentIndex(degrees.index(degree) if degree in degrees else 0)
        self._on_entered()

    def _on_paused(self) -> None:
        """Save after a pause; a number in which the keyboard still is may be half typed, and waits."""
        if not any(vote.hasFocus() for vote in self.votes):
            self.flush()

    def _on_consensus_chosen(self) -> None:
        self._dirty = True
        self._keep()
        self.flush()
