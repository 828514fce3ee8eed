"""Scenes of the window itself for the gallery."""

from __future__ import annotations

from ui.shell.help import AboutPage, KeysPage, MessagesPage
from ui.shell.stage import Stage


def keys(stage: Stage) -> None:
    """The page of keyboard shortcuts."""
    stage.show(KeysPage(stage.workspace, stage.window))


def about(stage: Stage) -> None:
    """What the program is."""
    stage.show(AboutPage(stage.workspace, stage.window))


def messages(stage: Stage) -> None:
    """The log of messages."""
    stage.workspace.messages.say(stage.workspace.t("Undone."), "done")
    stage.show(MessagesPage(stage.workspace, stage.window))


SCENES = {"window-keys": keys, "window-about": about, "window-messages": messages}
