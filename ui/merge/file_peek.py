"""What is to be known of one file before it goes in: what it deletes, whom it names or writes for, what it brings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from consultation.merging import Account, Savable, Verdict, verdict_of
from consultation.model import Recommendation, RecommendationSet
from consultation.words import (
    WARNINGS,
    Matter,
    Remark,
    author_name,
    can_be_saved,
    choice_name,
    gist,
    kind_name,
    lookup_in,
    remarks,
    summed_up,
)
from ui.actions import merging
from ui.keys import shown
from ui.look.icons import IconLabel
from ui.look.marks import SetMark
from ui.merge.file_rows import LOOKS
from ui.widgets.buttons import icon_button
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import Elided, caption, said, section, words
from ui.workspace import Workspace

TOLD_OTHERWISE = (
    Matter.CREATED,
    Matter.DELETED,
    Matter.CONSENT,
    Matter.WRITTEN_FOR,
    Matter.SESSIONS,
)
"""What has a section of its own here; every other remark is a sentence."""
MOST = 8
"""Deletions that are shown before the rest are counted."""


class FilePeek(QWidget):
    """Tells of one file."""

    left = Signal()
    salvage_asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._build()

    def show_file(self, name: str, file: Account | None) -> None:
        """Tell of a file; ``file`` is None while it is being read."""
        self.name.show_text(name)
        clear(self._column)
        if file is None:
            self._by.setText(self._workspace.t("Being read…"))
            return
        self._by.setText(self._by_whom(file))
        self._say_verdict(file)
        self._say_deletions(file)
        self._say_consent(file)
        self._say_written_for(file)
        self._say_what_it_brings(file)
        self._column.addStretch(1)

    def sentences(self) -> list[str]:
        """Return all that is said of the file, in order."""
        labels = self._body.findChildren(type(self._by))
        return [label.text() for label in labels if label.text() and label.isVisibleTo(self._body)]

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.name = Elided("", "heading", strong=True)
        self._by = caption()
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(24, 0, 24, 16)
        self._column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 16, 0)
        head.addWidget(self.name, 1)
        self.close_button = icon_button(theme, "x", t("Close"), self.left.emit)
        head.addWidget(self.close_button)
        below = QHBoxLayout()
        below.setContentsMargins(24, 0, 24, 8)
        below.addWidget(self._by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(scrolled(self._body), 1)

    def _by_whom(self, file: Account) -> str:
        t = self._workspace.t
        if file.when is None:
            return str(file.path.parent)
        when = file.when.astimezone()
        who = author_name(t, file.author_name)
        return t("{name}, {day}, {time}").format(
            name=who[:1].upper() + who[1:], day=t.day(when.date()), time=t.time(when)
        )

    def _say_verdict(self, file: Account) -> None:
        t, theme, verdict = self._workspace.t, self._workspace.theme, verdict_of(file)
        said_so, icon, icon_tone, tone = LOOKS[verdict]
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 4)
        line.setSpacing(8)
        line.addWidget(IconLabel(theme, icon, icon_tone, 18))
        line.addWidget(words(t(said_so), tone=tone, strong=True), 1)
        self._put(line)
        for remark in self._remarks(file):
            if remark.matter in WARNINGS:
                self._column.addWidget(words(remark.text))
        if file.savable is not None:
            self._offer_salvage(file, file.savable)
        if verdict is Verdict.OTHER:
            self._column.addWidget(caption(t("Tick it to take it in all the same.")))

    def _offer_salvage(self, file: Account, savable: Savable) -> None:
        t, look = self._workspace.t, merging.LOOK_AT_SAVABLE
        self._column.addSpacing(8)
        self._column.addWidget(words(can_be_saved(t, *savable.entries), strong=True))
        self._column.addWidget(
            KeyedButton(
                self._workspace.theme,
                t(look.label),
                shown(look),
                lambda: self.salvage_asked.emit(file.path),
                look.icon,
            )
        )

    def _say_deletions(self, file: Account) -> None:
        t, number = self._workspace.t, sum(file.shown.deleted.values())
        if not number:
            return
        self._head(t("It deletes"), number)
        lookup = lookup_in(self._workspace.store)
        for deletion in file.deletions[:MOST]:
            about = gist(t, deletion.record, lookup) or kind_name(t, deletion.record.kind())
            self._column.addWidget(said(about, "quoted"))
            who = author_name(t, deletion.author_name)
            when = deletion.when.astimezone() if deletion.when else None
            told = t("deleted by {name}, {day}, {time}") if when else t("deleted by {name}")
            by = told.format(name=who, day=when and t.day(when.date()), time=when and t.time(when))
            self._column.addWidget(caption(by))
        if number > MOST:
            self._column.addWidget(caption(t.plural("and {count} more", "and {count} more", number - MOST)))
        self._column.addWidget(caption(t("All of it can be brought back from the history.")))

    def _say_consent(self, file: Account) -> None:
        t, consent = self._workspace.t, file.shown.consent
        if consent:
            self._head(t("It changes who may be named"), len(consent))
        for person, named in consent.items():
            name = author_name(t, file.people.get(person, ""))
            told = t("{name} now agrees to be named") if named else t("{name} no longer agrees to be named")
            self._column.addWidget(words(told.format(name=name)))

    def _say_written_for(self, file: Account) -> None:
        t, written = self._workspace.t, file.shown.written_for
        if written:
            self._head(t("It writes for others"), len(written))
        for person, number in written.items():
            changes = t.plural("{count} change", "{count} changes", number)
            told = t("{changes} in the name of {name}").format(
                changes=changes, name=author_name(t, file.people.get(person, ""))
            )
            self._column.addWidget(words(told))

    def _say_what_it_brings(self, file: Account) -> None:
        t, shown = self._workspace.t, file.shown
        rest = [remark.text for remark in self._remarks(file) if remark.matter not in WARNINGS]
        if shown.refusal is not None or not (shown.created or rest):
            return
        self._head(t("It brings"))
        line = QHBoxLayout()
        line.setSpacing(6)
        for which in RecommendationSet:
            number = shown.sets.get(which.value, 0)
            if number:
                line.addWidget(SetMark(self._workspace.theme, which.value))
                name = choice_name(t, which)
                line.addWidget(words(f"{t.number(number)} {name[:1].lower()}{name[1:]}", wrap=False))
                line.addSpacing(10)
        line.addStretch(1)
        self._put(line)
        others = {kind: number for kind, number in shown.created.items() if kind != Recommendation.kind()}
        for told in (summed_up(t, others), *rest):
            if told:
                self._column.addWidget(words(told, tone="muted"))

    def _remarks(self, file: Account) -> list[Remark]:
        """Return the sentences about a file that have no section of their own here."""
        found = remarks(self._workspace.t, file.shown, file.sessions, file.people, file.about)
        return [remark for remark in found if remark.matter not in TOLD_OTHERWISE]

    def _head(self, name: str, number: int = 0) -> None:
        self._column.addSpacing(12)
        self._column.addWidget(section(f"{name}  {self._workspace.t.number(number)}" if number else name))

    def _put(self, line: QLayout) -> None:
        """Put a line of widgets into the column as one widget, so that it is cleared with the rest."""
        row = QWidget()
        line.setContentsMargins(0, 0, 0, 0)
        row.setLayout(line)
        self._column.addWidget(row)
