"""The programme, as a timetable by day."""

from __future__ import annotations

from consultation.model import AgendaItem, ProgrammeDay, Role, Session, Track
from consultation.store import Store
from ui.prepare.view import View


class ProgrammePage(View):
    """The programme, as a timetable by day."""

    kinds = (Session, ProgrammeDay, Track, AgendaItem, Role)

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Session)
