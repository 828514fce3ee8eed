"""The JSON of what commands reply, as `docs/commands.md` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from consultation.language import Translator, in_language
from consultation.model import Consultation, Recommendation, Session
from consultation.store import Conflict, Option
from consultation.words import named_counts

if TYPE_CHECKING:
    from consultation.merging import Account


def shape_consultation(about: Consultation) -> dict[str, Any]:
    """Shape what a file is about."""
    return {
        "id": str(about.id),
        "title": about.title,
        "kit": about.kit,
        "starts": about.starts.isoformat() if about.starts else None,
        "ends": about.ends.isoformat() if about.ends else None,
        "time_zone": about.time_zone,
        "languages": about.languages,
    }


def shape_session(session: Session, said: int, asked: int, t: Translator) -> dict[str, Any]:
    """Shape a session, with how many interventions were said and how many recommendations asked for in it."""
    return {
        "code": session.code,
        "title": in_language(session.title, t.language),
        "status": session.status.value,
        "format": session.format.value,
        "starts": session.starts.isoformat() if session.starts else None,
        "ends": session.ends.isoformat() if session.ends else None,
        "interventions": said,
        "recommendations": asked,
    }


def shape_account(account: Account, codes: Mapping[UUID, str], t: Translator) -> dict[str, Any]:
    """Shape what one file brought; ``codes`` are those of the sessions that are known here."""
    contribution = account.contribution
    return {
        "file": str(contribution.path),
        "revisions": contribution.revisions,
        "created": named_counts(contribution.created),
        "changed": named_counts(contribution.changed),
        "deleted": named_counts(contribution.deleted),
        "recommendations": contribution.created.get(Recommendation.kind(), 0),
        "sessions": sorted(codes[session] for session in contribution.sessions if session in codes),
        "conflicts": contribution.conflicts,
        "consent": _people(contribution.consent, account.people),
        "written_for": _people(contribution.written_for, account.people),
        "erased": contribution.erased,
        "filled": contribution.filled,
        "unread": contribution.unread,
        "missing": contribution.missing,
        "wrong_clock": contribution.wrong_clock,
        "other_consultation": contribution.other_consultation,
        "refusal": t.error(contribution.refusal) if contribution.refusal else None,
    }


def _people(cards: Iterable[UUID], names: Mapping[UUID, str]) -> list[dict[str, str]]:
    return [{"person": str(card), "name": names.get(card, "")} for card in cards]


def shape_conflict(conflict: Conflict, name: str) -> dict[str, Any]:
    """Shape a conflict with everything people wrote."""
    return {
        "record": str(conflict.record),
        "kind": conflict.kind,
        "field": conflict.field,
        "name": name,
        "options": [_option(option) for option in conflict.options],
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "value": as_data(option.value),
        "author": option.author_name,
        "when": option.when.isoformat(),
        "revision": option.revision.hex(),
    }


def as_data(value: Any) -> Any:
    """Return the value of a field as JSON knows it."""
    if isinstance(value, list):
        return [as_data(part) for part in value]
    if isinstance(value, dict):
        return {key: as_data(part) for key, part in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | StrEnum) else value
