"""What the page says where nothing waits for a decision, and the way on."""

from __future__ import annotations

from collections.abc import Callable

from ui.widgets.buttons import main_button
from ui.widgets.cards import EmptyState
from ui.widgets.words import caption
from ui.workspace import Workspace


class NothingLeft(EmptyState):
    """Everything is decided, or there never was anything to decide."""

    def __init__(self, workspace: Workspace, go_on: Callable[[], object]) -> None:
        self._t = workspace.t
        self.next = main_button(workspace.theme, self._t("Go on to the declaration"), go_on, "scroll-text")
        self.meanwhile = caption(wrap=False)  # what goes on beside it
        super().__init__(workspace.theme, "circle-check", "", "", self.next, self.meanwhile)

    def say(self, *, decided: bool) -> None:
        """Say that everything is ``decided``, or what would stand here."""
        t = self._t
        if decided:
            self.name.setText(t("Everything is decided"))
            self.text.setText(t("Nothing is left to decide. Every decision can be looked at and taken back."))
            return
        self.name.setText(t("There is nothing to decide"))
        self.text.setText(
            t(
                "When two files say different things about the same entry, both are kept and you choose here, "
                "side by side. What two rooms asked for alike is put side by side here too."
            )
        )
