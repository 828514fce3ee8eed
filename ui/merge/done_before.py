"""In which parts of the queue something was decided and nothing is left: today, or before."""

from __future__ import annotations

from consultation.deciding.desk import Desk, Part
from consultation.model import Decision, Recommendation, Verdict
from ui.merge.pace import Pace
from ui.workspace import Workspace


class DoneBefore:
    """Remembers whether conflicts were decided before: to know that, all revisions are looked at."""

    def __init__(self, workspace: Workspace, pace: Pace) -> None:
        self._workspace, self._pace = workspace, pace
        self._conflicts: bool | None = None

    def done(self, desk: Desk, is_compared: bool) -> frozenset[Part]:
        """Return the parts of which all is decided; ``is_compared`` says that what may be the same is known."""
        store, done = self._workspace.store, set()
        if not desk.conflicts and (self._pace.decided_in(Part.CONFLICTS) or self._were_decided()):
            done.add(Part.CONFLICTS)
        if is_compared:
            opposed = store.count(Verdict, decision=Decision.CONTRADICT)
            done.update({Part.CONTRADICT} if opposed else ())
            done.update({Part.SURE, Part.PERHAPS} if store.count(Verdict) > opposed else ())
            done.update({Part.INCOMPLETE} if store.count(Recommendation) else ())
        return frozenset(part for part in done if not desk.rows(part))

    def _were_decided(self) -> bool:
        if self._conflicts is None:
            self._conflicts = bool(self._workspace.store.past.decisions())
        return self._conflicts
