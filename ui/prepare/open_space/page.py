"""Who asked to hold a session, and who signed up for one that has only so many places."""

from __future__ import annotations

from consultation.model import Interest, Session, SignUp
from consultation.store import Store
from ui.prepare.view import View


class OpenSpacePage(View):
    """Who asked to hold a session, and who signed up for one that has only so many places."""

    kinds = (Interest, SignUp, Session)

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Interest)
