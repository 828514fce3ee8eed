"""The programme as a document: a heading for each day, and below it its sessions by the hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from consultation import document as doc
from consultation.composing.annexes import occasions
from consultation.errors import NotFound
from consultation.language import N_, Translator, in_language
from consultation.model import ProgrammeDay, Role, RoleKind, Session
from consultation.reading.people import MayBeNamed, who_may_be_named
from consultation.reading.programme import Part, by_day
from consultation.reading.timetable import timetable
from consultation.store import Store
from consultation.words import choice_name, session_name

WHO = (RoleKind.MODERATOR, RoleKind.KEYNOTE_WITNESS, RoleKind.SPEAKER)
"""Those a programme names, in this order."""


def programme(store: Store, t: Translator) -> doc.Document:
    """Compose the programme in the language of ``t``, naming only who may be named; NotFound where it is empty."""
    with store.reading_together():
        consultation, sessions = store.consultation, store.all(Session)
        days, roles, named = store.all(ProgrammeDay), store.all(Role), who_may_be_named(store)
    if not sessions:
        raise NotFound(N_("There is no session in the programme yet, so there is nothing to write."))
    zone, by_session = consultation.time_zone, defaultdict(list)
    for role in roles:
        by_session[role.session].append(role)
    title = in_language(consultation.title, t.language)
    parts = by_day(sessions, days, zone)
    total = timetable(sessions, days, (), zone).totals(t)
    times = t("Times are those of {zone}.").format(zone=t.zone_name(zone))
    blocks: list[doc.Block] = [
        doc.Heading(0, t("Programme"), "programme"),
        doc.Paragraph(doc.plain(f"{title}. {total}. {times}" if title else f"{total}. {times}"), doc.Role.INTRODUCTION),
    ]
    for place, part in enumerate(parts):
        if part.sessions:
            blocks += [_heading(part, place, t), _table(part, by_session, named, zone, t)]
    return doc.Document(
        language=t.language,
        blocks=tuple(blocks),
        final=True,
        title=t("Programme"),
        changed_at=store.changed_at(),
        digest=store.digest(),
    )


def _heading(part: Part, place: int, t: Translator) -> doc.Heading:
    title = in_language(part.day.title, t.language) if part.day else ""
    written = part.heading(t) or t("Without a time")
    return doc.Heading(1, f"{written}: {title}" if title else written, f"day-{place}")


def _table(part: Part, roles: dict[UUID, list[Role]], named: MayBeNamed, zone: str, t: Translator) -> doc.Table:
    columns = (
        doc.Column(t("When"), 70.0),
        doc.Column(t("Session"), 230.0, head=True, quoted=True),
        doc.Column(t("Room"), 80.0),
        doc.Column(t.context("how a session was held", "Held"), 70.0),
    )
    return doc.Table(columns, tuple(_row(each, roles[each.id], named, zone, t) for each in part.sessions))


def _row(session: Session, roles: Sequence[Role], named: MayBeNamed, zone: str, t: Translator) -> doc.Row:
    return doc.Row(
        (
            doc.plain(occasions.hours(session, zone, t) or "–"),
            doc.plain(session_name(t, session)),
            doc.plain(session.room or "–"),
            doc.plain(choice_name(t, session.format)),
        ),
        f"session-{session.id}",
        (doc.plain(session.code), doc.plain(_who(roles, named, t))),
    )


def _who(roles: Sequence[Role], named: MayBeNamed, t: Translator) -> str:
    """Name those who moderate and speak and agreed to be named."""
    said = []
    for kind in WHO:
        names = [name for role in roles if role.role == kind and (name := named.name_of(role.person))]
        if names:
            said.append(t("{part}: {names}").format(part=choice_name(t, kind), names=", ".join(names)))
    return "; ".join(said)
