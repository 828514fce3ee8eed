"""Answering those who asked to hold a session: into the programme, or not, and why."""

from __future__ import annotations

from consultation.errors import InvalidRecord
from consultation.language import N_
from consultation.model import Interest, InterestState, Presence, Role, RoleKind, Session, SessionFormat
from consultation.store import Store, Written

CODE = "OPEN-{number}"
"""What the sessions of an open space are called until somebody calls them otherwise."""


def accept(store: Store, interest: Interest, reason: str = "") -> Written:
    """Make a session of what somebody asked for, without a time yet; whoever asked moderates it.

    One that was declined before may be accepted; one that has a session already keeps it.
    """
    there = store.find(Session, interest.session) if interest.session else None
    with store.together():
        if there is not None and not there.deleted:
            return store.change(interest, state=InterestState.ACCEPTED, reason=reason)
        session = _session(store, interest)
        written = store.save(session)
        if interest.person is not None:
            moderator = Role(
                session=session.id, person=interest.person, role=RoleKind.MODERATOR, presence=Presence.PLANNED
            )
            written += store.save(moderator)
        return written + store.change(interest, state=InterestState.ACCEPTED, reason=reason, session=session.id)


def decline(store: Store, interest: Interest, reason: str) -> Written:
    """Decline what somebody asked for; InvalidRecord without a reason. A session that was made of it stays."""
    if not reason.strip():
        raise InvalidRecord(
            N_("Nobody is declined without a reason, so nothing was changed. Write why; it is kept with their words.")
        )
    return store.change(interest, state=InterestState.DECLINED, reason=reason.strip())


def _session(store: Store, interest: Interest) -> Session:
    taken = {code for (code,) in store.columns(Session, "code", deleted=True)}
    number = next(number for number in range(1, len(taken) + 2) if CODE.format(number=number) not in taken)
    language = interest.language or next(iter(store.consultation.languages), "en")
    return Session(
        id=store.new_id(),
        code=CODE.format(number=number),
        title={language: interest.title},
        purpose={language: interest.text} if interest.text else {},
        languages=[interest.language] if interest.language else [],
        organisations=[interest.organisation] if interest.organisation else [],
        format=SessionFormat.HYBRID if store.count(Session, format=SessionFormat.HYBRID) else SessionFormat.IN_PERSON,
    )
