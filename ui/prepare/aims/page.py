"""What the consultation is to achieve, what it rests on, what it inherits, and what it does through the year."""

from __future__ import annotations

from consultation.model import Activity, Evidence, Inheritance, Milestone, Objective, Reference, Result
from consultation.store import Store
from ui.prepare.view import View


class AimsPage(View):
    """What the consultation is to achieve, what it rests on, what it inherits, and what it does through the year."""

    kinds = (Objective, Result, Reference, Evidence, Inheritance, Activity, Milestone)

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Objective)
