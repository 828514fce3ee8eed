"""What is remembered of a file for the start page, so that no file has to be opened only to be looked at."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from consultation.language import in_language
from consultation.model import Recommendation, Session
from consultation.reading.programme import first_to_show
from consultation.reading.timeline import SAID
from consultation.store import Store
from ui.settings import RecentFile, RecentSession


def recent_file(store: Store, path: Path, language: str, last_session: UUID | None) -> RecentFile:
    """Describe an open file as it is now, in ``language``; ``last_session`` is the id of that shown last."""
    about, now = store.consultation, datetime.now(UTC)
    session = first_to_show(store, last_session)
    return RecentFile(
        str(path),
        in_language(about.title, language),
        now.astimezone().isoformat(timespec="seconds"),
        store.count(Recommendation),
        _recent_session(store, session, language, about.time_zone) if session else None,
    )


def _recent_session(store: Store, session: Session, language: str, time_zone: str) -> RecentSession:
    return RecentSession(
        session.code,
        in_language(session.title, language),
        session.starts.isoformat() if session.starts else "",
        session.ends.isoformat() if session.ends else "",
        time_zone,
        session.format,
        sum(store.count(kind, session=session.id) for kind in SAID),
    )
