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

    def take(self, records: Collection[UUID]) -> None:
        """Count anew what was written, in one statement that reads no more than that."""
        for said, intervention in self._store.those(Intervention, records).items():
            before = self._speakers.pop(said, None)
            if before is not None:
                self._times[before] -= 1
            here = intervention.session == self._session and not intervention.deleted
            if here and intervention.person is not None:
                self._speakers[said] = intervention.person
                self._times[intervention.person] += 1
