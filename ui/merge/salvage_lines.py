"""The lines of what is lost of a damaged file, and of what is whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look.folds import px
from ui.look.marks import GapDot, SetMark
from ui.merge.savable import LostLine, WholeLine
from ui.widgets.words import Elided, caption, rule, said, words
from ui.workspace import Workspace

NAME, BESIDE, TIME, MARK = 136, 232, 56, 22


def lost_line(workspace: Workspace, lost: LostLine) -> QWidget:
    """Make the line of an entry that is lost."""
    theme = workspace.theme
    name = words(lost.title, strong=True)
    name.setFixedWidth(px(theme, NAME))
    when = caption(lost.when)
    when.setFixedWidth(px(theme, BESIDE))
    return _lined([(name, 0), (words(lost.words, tone="" if lost.is_known else "conflict"), 1), (when, 0)])


def whole_line(workspace: Workspace, whole: WholeLine) -> QWidget:
    """Make the line of an entry that is whole."""
    t, theme = workspace.t, workspace.theme
    mark: QWidget = SetMark(theme, whole.set) if whole.set else QWidget()
    mark.setFixedWidth(px(theme, MARK))
    beside = _beside(workspace, whole)
    beside.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    beside.setFixedWidth(px(theme, BESIDE) - px(theme, TIME))
    time = caption(t.time(whole.when), wrap=False)
    time.setFixedWidth(px(theme, TIME))
    time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return _lined([(mark, 0), (said(whole.words, "quoted"), 1), (beside, 0), (time, 0)])


def _beside(workspace: Workspace, whole: WholeLine) -> QWidget:
    t, theme = workspace.t, workspace.theme
    if whole.count_is_lost:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(GapDot(theme))
        line.addWidget(Elided(t("the count is lost"), "caption", "incomplete"), 1)
        return row
    if whole.counts is None:
        return Elided(whole.by, "caption", "muted")
    total = whole.counts.total
    told = t("{for_} for, {against} against, {abstain} abstaining").format(
        for_=_number(workspace, total.in_favour),
        against=_number(workspace, total.against),
        abstain=_number(workspace, total.abstain),
    )
    return Elided(told, "caption", "muted")


def _number(workspace: Workspace, number: int | None) -> str:
    return "–" if number is None else workspace.t.number(number)


def _lined(parts: list[tuple[QWidget, int]]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    line = QHBoxLayout()
    line.setContentsMargins(0, 9, 0, 9)
    line.setSpacing(12)
    for part, stretch in parts:
        line.addWidget(part, stretch)
    column.addLayout(line)
    column.addWidget(rule())
    return whole
