"""Beside what can be saved: what is whole by kind, where the rest may be, whom to ask, why, and what was checked."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.merging import WholeOf
from consultation.model import Intervention, Lesson, Person, Practice, Recommendation, Reservation, Session, Support
from consultation.words import author_name, kind_name
from ui.look.icons import IconLabel
from ui.merge.savable import Savable
from ui.widgets.rows import clear
from ui.widgets.words import caption, heading, section, words
from ui.workspace import Workspace

FIRST = tuple(
    kind.kind() for kind in (Recommendation, Intervention, Reservation, Support, Lesson, Practice, Session, Person)
)
"""The kinds that are told whatever became of them, in this order."""

MOST_HOLDERS = 5
"""Files that are named of those that have some of what is lost."""


class SalvageSide(QWidget):
    """Tells of a damaged file what a list of its entries cannot."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 16)
        self._column.setSpacing(4)

    def show_file(self, shown: Savable) -> None:
        """Tell of a file."""
        clear(self._column)
        t, found = self._workspace.t, shown.found
        self._column.addWidget(heading(t("What is whole")))
        self._column.addSpacing(4)
        named = [kind for kind, count in found.kinds.items() if kind in FIRST or count.whole < count.of]
        for kind in sorted(named, key=lambda kind: FIRST.index(kind) if kind in FIRST else len(FIRST)):
            self._pair(kind_name(t, kind), found.kinds[kind])
        rest = [count for kind, count in found.kinds.items() if kind not in named]
        if rest:
            together = WholeOf(sum(each.whole for each in rest), sum(each.of for each in rest))
            self._pair(t("Everything else"), together)
        self._say_where(shown)
        self._say_who(shown)
        self._head(t("Why"))
        self._column.addWidget(words(self._why(shown)))
        self._head(t("Checked"))
        fingerprints = t.plural(
            "{count} fingerprint, one by one", "{count} fingerprints, one by one", found.entries.whole
        )
        for line in (
            fingerprints,
            t("what each entry says, field by field"),
            t("nothing here that is not in the file"),
        ):
            self._checked(line)
        self._column.addStretch(1)

    def _say_where(self, shown: Savable) -> None:
        t, lost = self._workspace.t, len(shown.found.losses)
        if not lost:
            return
        self._head(t("Where the rest may be"))
        holds = sorted(shown.holds, key=lambda held: -held[1])
        for name, number in holds[:MOST_HOLDERS]:
            told = t("“{name}” has at least {number} of the {lost}. Merged too, they come back by themselves.")
            if number == lost:
                told = t("“{name}” has all of it. Merged too, it comes back by itself.")
            told = told.format(name=name, number=t.number(number), lost=t.number(lost))
            self._column.addWidget(words(told))
        if rest := len(holds[MOST_HOLDERS:]):
            self._column.addWidget(caption(t.plural("and {count} more", "and {count} more", rest)))
        if not holds:
            self._column.addWidget(
                words(t("In no file of your list. A whole copy, merged at any time, brings it back."))
            )

    def _say_who(self, shown: Savable) -> None:
        t, found = self._workspace.t, shown.found
        self._head(t("Who could be asked"), 1 + len(shown.people))
        self._column.addWidget(words(author_name(t, found.author_name)))
        if found.when is not None:
            when = found.when.astimezone()
            told = t("wrote in this file until {day}, {time}; that laptop may hold it whole")
            self._column.addWidget(caption(told.format(day=t.day(when.date(), "medium"), time=t.time(when))))
        for name in shown.people:
            self._column.addWidget(words(name))
            self._column.addWidget(caption(t("wrote some of what is lost")))

    def _why(self, shown: Savable) -> str:
        """Say what the damage looks like; a file cannot say what happened to it."""
        t, remains = self._workspace.t, shown.found.remains
        places = sum(page - 1 not in remains.unreadable for page in remains.unreadable)
        if shown.found.cut:
            return t("The file cannot say. Its end is missing, as when copying is broken off. Copy it once more.")
        if not places:
            return t("The file cannot say: all of its pages can be read, and something in them was altered.")
        if remains.unreadable == (1,):
            return t("The file cannot say. Its beginning was overwritten, and everything after it is whole.")
        return t.plural(
            "The file cannot say. {count} place is damaged; pulling a stick out while it writes does this. "
            "Copy first, then pull it out.",
            "The file cannot say. {count} places are damaged; pulling a stick out while it writes does this. "
            "Copy first, then pull it out.",
            places,
        )

    def _pair(self, name: str, count: WholeOf) -> None:
        t = self._workspace.t
        number = t("{whole} of {number}").format(whole=t.number(count.whole), number=t.number(count.of))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.addWidget(words(name), 1)
        line.addWidget(words(number, strong=True, wrap=False))
        self._column.addWidget(row)

    def _checked(self, text: str) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        line.addWidget(IconLabel(self._workspace.theme, "check", "done", 16))
        line.addWidget(words(text, tone="done"), 1)
        self._column.addWidget(row)

    def _head(self, name: str, number: int = 0) -> None:
        self._column.addSpacing(12)
        self._column.addWidget(section(f"{name}  {self._workspace.t.number(number)}" if number else name))
