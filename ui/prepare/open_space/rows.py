"""Expressions of interest, and the sessions with places, as rows."""

from __future__ import annotations

from PySide6.QtCore import QObject

from consultation.model import InterestState
from consultation.reading.open_space import Asked, Offered
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell, TableRows
from ui.workspace import Workspace

TONES = {InterestState.RECEIVED: "incomplete", InterestState.ACCEPTED: "done", InterestState.DECLINED: "muted"}
SIGNS = {InterestState.RECEIVED: "○ ", InterestState.ACCEPTED: "✓ ", InterestState.DECLINED: ""}


def interest_rows(workspace: Workspace, parent: QObject) -> TableRows[Asked]:
    """Make the rows of those who asked to hold a session; the key of each is the id of the interest."""
    t = workspace.t
    columns = (
        Column(t("What they would do")),
        Column(t("Who"), 230, folds=2),
        Column(t("Received"), 120, folds=3),
        Column(t("What became of it"), 200),
    )

    def cell(asked: Asked, column: int) -> Cell:
        interest = asked.interest
        if column == 0:
            return Cell(interest.title, strong=True)
        if column == 1:
            return Cell(asked.who)
        if column == 2:
            return Cell(t.day(interest.received, "medium") if interest.received else "–")
        return Cell(SIGNS[interest.state] + asked.outcome(t), TONES[interest.state])

    return TableRows(columns, cell, lambda asked: asked.interest.id, parent)


def place_rows(workspace: Workspace, parent: QObject) -> TableRows[Offered]:
    """Make the rows of the sessions one has to sign up for; the key of each is the id of the session."""
    t = workspace.t
    columns = (Column(t("Visit or option")), Column(t("When"), 230, folds=1), Column(t("Places"), 200))

    def cell(offered: Offered, column: int) -> Cell:
        session = offered.session
        if column == 0:
            return Cell(workspace.label(session.title) or session.code, strong=True)
        if column == 1:
            return Cell(offered.when(t) or "–")
        return Cell(offered.said(t), "conflict" if offered.left < 0 else "text")

    return TableRows(columns, cell, lambda offered: offered.session.id, parent)
