"""Drafting off the GUI thread: the whole draft, or one clause of what is in none; what came of it is said once."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.drafting import Refreshed, draft_declaration, make_clause
from consultation.language import translator
from consultation.progress import Progress
from consultation.store import Written
from consultation.words import what_drafting_did
from ui.actions import anywhere
from ui.jobs import Job
from ui.messages import Offer
from ui.workspace import Workspace


class Drafting(QObject):
    """Writes drafts; nothing is kept of one that is stopped."""

    drafted = Signal(object)
    """The paragraph to show, or None: the draft was made, or brought up to date."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """A draft is being written."""
        return self._job is not None

    def draft(self, language: str) -> None:
        """Make the draft in a language, or bring it up to date."""
        again = self._workspace.store.again()

        def work(progress: Progress) -> Refreshed:
            with again() as store:
                return draft_declaration(store, translator(language), progress)

        self._run(self._workspace.t("Drafting"), work, self._on_drafted)

    def make_clause(self, recommendation: UUID, language: str) -> None:
        """Make a clause of one recommendation that is in none."""
        again = self._workspace.store.again()

        def work(progress: Progress) -> tuple[UUID | None, Written]:
            with again() as store:
                return make_clause(store, recommendation, translator(language), progress)

        self._run(self._workspace.t("Making a clause"), work, self._on_clause_made)

    def _run(self, name: str, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        if self.is_busy or not self._workspace.is_readable:
            return
        self._job = self._workspace.jobs.run(name, work, writes=True)
        self._job.done.connect(then)
        self._job.ended.connect(self._on_ended)

    def _on_drafted(self, refreshed: Refreshed) -> None:
        workspace, t = self._workspace, self._workspace.t
        if not workspace.is_open:  # the window was closed in the meantime
            return
        done = " ".join(what_drafting_did(t, refreshed))
        step = workspace.take_up(refreshed.written, done)
        open_ = workspace.store.count_conflicts()
        undo = [Offer(t("Undo"), lambda: workspace.steps.undo(step))] if step is not None else []
        if open_:
            meanwhile = t.plural(
                "It is made from the versions shown meanwhile: {count} conflict is open.",
                "It is made from the versions shown meanwhile: {count} conflicts are open.",
                open_,
            )
            offers = [Offer(t("Decide"), self._decide), *undo]
            workspace.messages.say(f"{done} {meanwhile}", "incomplete", offers=offers)
        else:
            workspace.messages.say(done, "done", offers=undo)
        self.drafted.emit(refreshed.new[0] if refreshed.new and not refreshed.first else None)

    def _on_clause_made(self, made: tuple[UUID | None, Written]) -> None:
        clause, written = made
        if not self._workspace.is_open:
            return
        said = self._workspace.t("It is a clause now; drafting again keeps it.")
        self._workspace.take_up_and_say(written, said)
        self.drafted.emit(clause)

    def _decide(self) -> None:
        self._workspace.place_asked.emit(anywhere.GO_MERGE)

    def _on_ended(self) -> None:
        self._job = None
