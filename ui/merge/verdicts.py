"""What a person says of recommendations that may be the same, written as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.deciding.alike import Alike
from consultation.deciding.judging import join_identical, say_contradict, say_different, say_part, say_same_but
from consultation.language import N_
from consultation.model import Decision
from consultation.progress import Progress
from consultation.store import Written
from ui.workspace import Workspace

AT_ONCE = 20
"""Groups that are made while one waits; more are made off the GUI thread."""
SAID = {
    Decision.SAME: N_("They are one group now."),
    Decision.PART_OF: N_("Remembered: the others are part of it."),
    Decision.CONTRADICT: N_("Remembered: they contradict each other."),
    Decision.DIFFERENT: N_("Remembered: they are different."),
}


class Verdicts(QObject):
    """Writes verdicts; says `joined` when many were put together by a job."""

    joined = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def say(
        self, decision: Decision, alike: Alike, lead: UUID, aside: frozenset[UUID], wording: dict[str, str]
    ) -> bool:
        """Write a verdict; tell whether that succeeded. ``lead`` is the whole where the others are part of it."""
        store = self._workspace.store

        def act() -> Written:
            if decision is Decision.SAME:
                return say_same_but(store, alike, lead, aside, wording)
            if decision is Decision.PART_OF:
                return say_part(store, [each for each in alike.members if each not in aside], lead)
            if decision is Decision.CONTRADICT:
                return say_contradict(store, alike)
            return say_different(store, alike)

        return self._workspace.do(self._workspace.t(SAID[decision]), act)

    def accept_identical(self, those: Sequence[Alike]) -> bool:
        """Put together all that is identical; tell whether it is done, and not still being done by a job."""
        workspace, t = self._workspace, self._workspace.t
        said = t.plural(
            "{count} group of identical recommendations was made.",
            "{count} groups of identical recommendations were made.",
            len(those),
        )
        if len(those) <= AT_ONCE:
            return workspace.do(said, lambda: join_identical(workspace.store, those))
        again = workspace.store.again()

        def work(progress: Progress) -> Written:
            with again() as store:
                return join_identical(store, those, progress)

        job = workspace.jobs.run(t("Putting together what is identical"), work, writes=True)
        job.done.connect(lambda written: self._on_joined(written, said))
        return False

    def _on_joined(self, written: Written, said: str) -> None:
        if self._workspace.is_open:
            self._workspace.take_up_and_say(written, said)
            self.joined.emit()
