"""The programme of a consultation, as a kit has it: what was planned, nothing of what was said."""

from __future__ import annotations

from consultation.kits.programme import MINUTES_OF_A_DAY, MOST_PLACES
from consultation.kits.saving.draft import Draft, Values, entry
from consultation.model import (
    AgendaItem,
    AgendaKind,
    Intervention,
    ProgrammeDay,
    Recommendation,
    Session,
    SessionStatus,
    Track,
)
from consultation.store import Store


def days(store: Store, draft: Draft) -> list[Values]:
    """Write the days; of two for one date the older."""
    by_date: dict[object, ProgrammeDay] = {}
    for day in store.all(ProgrammeDay):
        if day.on is not None:
            by_date.setdefault(day.on, day)
    draft.left_out[ProgrammeDay.kind()] += store.count(ProgrammeDay) - len(by_date)
    return [
        entry(on=day.on, format=day.format.value, title=draft.labels(day.title))
        for day in sorted(by_date.values(), key=lambda each: each.on or each.id)
    ]


def tracks(store: Store, draft: Draft) -> list[Values]:
    """Write what ties sessions together."""
    found = sorted(store.all(Track), key=lambda each: (each.rank, each.id))
    for each in found:
        draft.give_key(each, draft.words(each.title))
    return [
        entry(
            key=draft.key(each.id),
            title=draft.labels(each.title, needed=True),
            description=draft.labels(each.description),
        )
        for each in found
    ]


def sessions(store: Store, draft: Draft) -> list[Values]:
    """Write the sessions in the order of the programme, each with its agenda."""
    found = sorted(store.all(Session), key=Session.place_in_programme)
    for each in found:
        draft.keep_key(each, each.code)
    items = sorted(store.all(AgendaItem), key=lambda each: (each.rank, each.id))
    there = {each.id for each in found}
    held = {session for kind in (Intervention, Recommendation) for session in store.count_by(kind, "session")}
    draft.left_out[AgendaItem.kind()] += sum(each.session not in there for each in items)
    return [
        _session(each, [item for item in items if item.session == each.id], each.id in held, draft) for each in found
    ]


def _session(session: Session, items: list[AgendaItem], was_held: bool, draft: Draft) -> Values:
    if not draft.key(session.kind_term):
        draft.complete = False
    return entry(
        code=draft.key(session.id),
        kind=draft.key(session.kind_term),
        title=draft.labels(session.title, needed=True),
        purpose=draft.labels(session.purpose),
        format=session.format.value,
        status=None if was_held else _status(session),
        starts=session.starts,
        ends=session.ends,
        month=session.month,
        room=session.room,
        channel=session.channel,
        languages=list(dict.fromkeys(each for each in session.languages if each)),
        places=draft.counted(session.places, MOST_PLACES),
        recorded=None if session.recorded else False,
        terms=draft.tagged(session.terms),
        track=draft.key(session.track),
        feeds=[key for key in draft.keys(session.feeds) if key != draft.key(session.id)],
        objectives=draft.keys(session.objectives),
        organisations=draft.keys(session.organisations),
        questions=draft.labels_list(session.questions),
        partners=draft.labels_list(session.partners),
        agenda=[_item(each, draft) for each in items],
    )


def _status(session: Session) -> str | None:
    """Return how far it had come when it was planned: a kit knows no room in which people talk."""
    planned = session.status in (SessionStatus.PLANNED, SessionStatus.RUNNING)
    return None if planned else session.status.value


def _item(item: AgendaItem, draft: Draft) -> Values:
    return entry(
        title=draft.labels(item.title, needed=True),
        minutes=draft.counted(item.minutes, MINUTES_OF_A_DAY),
        sort=item.sort.value if item.sort is not AgendaKind.OTHER else None,
    )
