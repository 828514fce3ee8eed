"""Scenes of the window itself for the gallery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shell.help import AboutPage, MessagesPage, ShortcutsPage

if TYPE_CHECKING:
    from ui.shell.gallery import Stage


def shortcuts(stage: Stage) -> None:
    """The page of keyboard shortcuts."""
    stage.show(ShortcutsPage(stage.workspace, stage.window))


def about(stage: Stage) -> None:
    """What the program is."""
    stage.show(AboutPage(stage.workspace, stage.window))


def messages(stage: Stage) -> None:
    """The log of messages."""
    stage.workspace.say(stage.workspace.t("Undone."), "done")
    stage.show(MessagesPage(stage.workspace, stage.window))


SCENES = {"window-shortcuts": shortcuts, "window-about": about, "window-messages": messages}
