"""The three tables, and the first step that each offers while nothing is in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ui.actions import preparing
from ui.keys import shown
from ui.prepare.people.pane import TablePane
from ui.prepare.people.rows import OrganisationCells, PartnershipCells, PeopleCells, Rows
from ui.widgets.buttons import quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.keyed_button import KeyedButton
from ui.workspace import Workspace

LEAST = 190
"""Width of the column that takes what is left."""


def make_panes(workspace: Workspace, first_step: Mapping[str, EmptyState]) -> dict[str, TablePane[Any]]:
    """Make the tables, by the names of what is in them."""
    t = workspace.t
    made: dict[str, tuple[str, Rows[Any]]] = {
        "people": (t("People"), Rows(PeopleCells(t), workspace)),
        "organisations": (t("Organisations"), Rows(OrganisationCells(t), workspace)),
        "partnerships": (t("Partnerships"), Rows(PartnershipCells(t), workspace)),
    }
    return {key: TablePane[Any](workspace, name, rows, first_step[key], LEAST) for key, (name, rows) in made.items()}


def first_steps(workspace: Workspace, add: Callable[[], object], paste: Callable[[], object]) -> dict[str, EmptyState]:
    """Say what belongs into each table, and offer the first step."""
    t, theme, key = workspace.t, workspace.theme, shown(preparing.ADD_PERSON)

    def steps(words: str, icon: str) -> tuple[KeyedButton, Any]:
        pasted = quiet_button(theme, t(preparing.PASTE_TABLE.label), paste, preparing.PASTE_TABLE.icon)
        return KeyedButton(theme, words, key, add, icon, "main"), pasted

    return {
        "people": EmptyState(
            theme,
            "users",
            t("Nobody is listed yet"),
            t("Add those who speak, moderate and record, or take them from a table: name, organisation, region."),
            *steps(t("Add a person"), "user-plus"),
        ),
        "organisations": EmptyState(
            theme,
            "building-2",
            t("No organisation is listed yet"),
            t("Those who hold the consultation, its partners, and those for whom people speak."),
            *steps(t("Add an organisation"), "plus"),
        ),
        "partnerships": EmptyState(
            theme,
            "link",
            t("No partnership is listed yet"),
            t("Organisations that work together on something, and who speaks for them."),
            steps(t("Add a partnership"), "plus")[0],
        ),
    }
