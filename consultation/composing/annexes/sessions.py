"""The annex of sessions: what was held, who moderated, how many took part and from where."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from consultation import document as doc
from consultation.language import Translator, in_language
from consultation.model import (
    RoleKind,
    Session,
)
from consultation.reading.coverage import read_turnout
from consultation.reading.material import Material
from consultation.reading.programme import when_of
from consultation.words import choice_name, session_name


def sessions(material: Material, t: Translator) -> list[doc.Block]:
    """Write the sessions that were held, and who took part in them."""
    held = material.held_sessions()
    if not held:
        return []
    zone = material.consultation.time_zone
    rows = []
    for session in held:
        counts = sum(recommendation.session == session.id for recommendation in material.recommendations.values())
        said = sum(intervention.session == session.id for intervention in material.interventions)
        form = choice_name(t, session.format)
        rows.append(
            doc.Row(
                (
                    doc.plain(session.code),
                    (
                        doc.Run(session_name(t, session)),
                        *_moderators(material, session, t),
                    ),
                    doc.plain(" · ".join(text for text in (when_of(session, zone, t), form) if text)),
                    doc.plain(t.number(material.heads(session.id))),
                    doc.plain(t.number(said)),
                    doc.plain(t.number(counts)),
                ),
                anchor=f"session-{session.id}",
            )
        )
    columns = (
        doc.Column(t("Code"), 1.4, head=True),
        doc.Column(t("Session"), 5.2),
        doc.Column(t("When"), 2.8),
        doc.Column(t("People"), 0.9, doc.Align.END),
        doc.Column(t("Interventions"), 1.0, doc.Align.END),
        doc.Column(t("Recommendations"), 1.0, doc.Align.END),
    )
    note = t(
        "Times are those of the time zone {zone}. People are those listed by name and those counted by head; "
        "the same person may be counted in several sessions."
    ).format(zone=zone)
    return [doc.Note(doc.plain(note)), doc.Table(columns, tuple(rows)), *_attendance(material, t)]


def _moderators(material: Material, session: Session, t: Translator) -> doc.Runs:
    names = [
        material.name_of(role.person)
        for role in material.roles
        if role.session == session.id and role.role is RoleKind.MODERATOR
    ]
    named = [name for name in names if name]
    if not named:
        return ()
    return (doc.Run(" · " + t("moderated by {names}").format(names=t.listed(named)), doc.Style.EMPHASIS),)


def _attendance(material: Material, t: Translator) -> list[doc.Block]:
    """Count people by region: by name and by head."""
    turnout, by_region = read_turnout(material), Counter[UUID | None]()
    for (region, _), heads in turnout.heads.items():
        by_region[region] += heads
    if not by_region:
        return []
    rows = [
        doc.Row((doc.plain(in_language(term.label, t.language)), doc.plain(t.number(by_region[term.id]))))
        for term in turnout.regions
        if by_region[term.id]
    ]
    if by_region[None]:
        rows.append(doc.Row((doc.plain(t("Region not recorded")), doc.plain(t.number(by_region[None])))))
    rows.append(
        doc.Row(
            (
                (doc.Run(t("All"), doc.Style.STRONG),),
                (doc.Run(t.number(sum(by_region.values())), doc.Style.STRONG),),
            )
        )
    )
    columns = (doc.Column(t("Region"), 3.0, head=True), doc.Column(t("People"), 1.0, doc.Align.END))
    return [doc.Table(columns, tuple(rows), caption=t("People by region"))]
