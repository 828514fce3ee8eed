"""Opening the sample: made once, with a finished draft in the language of the window, and shown there."""

from __future__ import annotations

from pathlib import Path

from consultation.language import translator
from consultation.progress import Progress
from ui.actions import anywhere
from ui.workspace import Workspace

SAMPLE = "sample.consult"


def open_sample(workspace: Workspace) -> None:
    """Make the sample, merged from three facilitators' files and drafted, and open it on the declaration."""
    from consultation.sample import draft_sample, make_merged_sample

    path = workspace.settings.folder / "sample" / SAMPLE
    identity, language = workspace.identity, workspace.t.language

    def work(progress: Progress) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            make_merged_sample(path, identity)
        draft_sample(path, identity, translator(language))
        return path

    def show(made: Path) -> None:
        workspace.settings.keep("declaration/language", language)
        workspace.open(made, anywhere.GO_DECLARATION)

    workspace.jobs.run(workspace.t("Making the sample"), work).done.connect(show)
