"""The numbers by which a moderator names recommendations aloud: 1, 2, 3… in each session, as they were written down.

Both sets are counted together, and deleted ones too, so that no other number changes when one is deleted.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from consultation.model import Recommendation
from consultation.store import Store


def numbers_of(store: Store, session: UUID) -> dict[UUID, int]:
    """Number the recommendations of a session, deleted or not."""
    written = store.columns(Recommendation, "id", deleted=True, session=session)
    return {recommendation: number for number, (recommendation,) in enumerate(written, 1)}


def numbers_among(store: Store, recommendations: Collection[UUID]) -> dict[UUID, int]:
    """Return the numbers of some recommendations of any sessions; what belongs to no session has none."""
    return store.place_among(Recommendation, "session", recommendations)
