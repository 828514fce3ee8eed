"""How often each person spoke in a session, counted once and kept up as lines are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from uuid import UUID

from consultation.model import Intervention
from consultation.store import Store


class TimesSpoken:
    """The count of one session; those who did not speak are at nothing."""

    def __init__(self, store: Store, session: UUID) -> None:
        """Count in one statement."""
        self._store, self._session = store, session
        self._speakers: dict[UUID, UUID] = {
            said: person for said, person in store.columns(Intervention, "id", "person", session=session) if person
        }
        self._times = Counter(self._speakers.values())

    def of(self, person: UUID) -> int:
        """Return how often somebody spoke."""
        return self._times[person]

    def take(self, records: Collection[UUID]) -> bool:
        """Count anew what was written, in one statement that reads no more; tell whether a count is another."""
        before = dict(self._times)
        written = self._store.columns(Intervention, "id", "person", "session", "deleted", deleted=True, id=set(records))
        for said, person, session, deleted in written:
            if (speaker := self._speakers.pop(said, None)) is not None:
                self._times[speaker] -= 1
            if session == self._session and not deleted and person is not None:
                self._speakers[said] = person
                self._times[person] += 1
        return self._times != before
