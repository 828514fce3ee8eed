"""The annex of sessions: what was held, who moderated, how many took part and from where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation import document as doc
from consultation.composing.annexes import occasions
from consultation.composing.annexes.leading import largest_of
from consultation.language import Translator, in_language
from consultation.model import KnownVocabulary, Session
from consultation.reading.material import Material
from consultation.reading.rooms import Room, read_rooms
from consultation.words import choice_name, session_name


def sessions(material: Material, t: Translator) -> list[doc.Block]:
    """Write the sessions that were held, and who took part in them."""
    held, rooms = material.held_sessions(), read_rooms(material)
    if not held:
        return []
    end = doc.Align.END
    columns = (
        doc.Column(t("When"), 78.0),
        doc.Column(t("Session"), 224.0, head=True, quoted=True),
        doc.Column(t.context("how a session was held", "Held"), 70.0),
        doc.Column(t("People"), 38.5, end),
        doc.Column(t.context("head of a narrow column", "Interv."), 33.0, end, meaning=t("Interventions")),
        doc.Column(t.context("head of a narrow column", "Recs"), 27.0, end, meaning=t("Recommendations")),
    )
    several = occasions.of_several_years(held, material.consultation.time_zone)
    rows = [_row(material, session, rooms.get(session.id, Room()), t, with_year=several) for session in held]
    if len(held) > 1:
        rows.append(_sums([rooms[session.id] for session in held if session.id in rooms], t))
    grid = _grid(material, held, rooms, t)
    return [
        doc.Paragraph(doc.plain(_guide(material, held, rooms, t)), doc.Role.INTRODUCTION),
        doc.Table(columns, tuple(rows)),
        *([grid] if grid else []),
    ]


def _guide(material: Material, held: Sequence[Session], rooms: Mapping[UUID, Room], t: Translator) -> str:
    """Say what is counted, and why it may add up to more than there were people."""
    sentences = []
    zone = material.consultation.time_zone
    timed = [session for session in held if session.starts]
    if timed:
        offsets = {session.starts.astimezone(ZoneInfo(zone)).strftime("%z") for session in timed if session.starts}
        name = t.zone_name(zone)
        offset = _offset(offsets.pop()) if len(offsets) == 1 else ""
        sentences.append(
            t("Times are those of {zone}.").format(zone=f"{name} ({offset})" if offset not in ("", name) else name)
        )
    total, people = sum(rooms[each.id].people or 0 for each in held if each.id in rooms), material.heads()
    if total:
        sentences.append(t("People are those listed by name and those counted by head in that session."))
    if total > people:
        sentences.append(
            t.plural(
                "Whoever is listed in several sessions is counted in each, so the column adds up to more than the "
                "{count} participant of the cover.",
                "Whoever is listed in several sessions is counted in each, so the column adds up to more than the "
                "{count} participants of the cover.",
                people,
            )
        )
    sentences.append(t("A dash: nobody counted or recorded any."))
    return " ".join(sentences)


def _offset(written: str) -> str:
    """Write "+0200" as "UTC+2"."""
    hours, minutes = int(written[:3]), written[3:5]
    if not hours and minutes == "00":
        return "UTC"
    return f"UTC{'−' if written[0] == '-' else '+'}{abs(hours)}" + (f":{minutes}" if minutes != "00" else "")


def _row(material: Material, session: Session, room: Room, t: Translator, *, with_year: bool) -> doc.Row:
    zone = material.consultation.time_zone
    numbers = (room.people, room.interventions, room.recommendations)
    return doc.Row(
        (
            doc.plain(occasions.day(session, zone, t, with_year=with_year) or "–"),
            doc.plain(session_name(t, session)),
            doc.plain(choice_name(t, session.format)),
            *(doc.plain(_known(number, t)) for number in numbers),
        ),
        f"session-{session.id}",
        (doc.plain(occasions.hours(session, zone, t)), doc.plain(_moderated(material, room, t))),
    )


def _moderated(material: Material, room: Room, t: Translator) -> str:
    """Name the moderators who agreed to it; nothing where nobody noted any."""
    if not room.moderators:
        return ""
    names = [name for moderator in room.moderators if (name := material.name_of(moderator))]
    return t("Moderated by {names}").format(names=t.listed(names)) if names else t("Moderator not named")


def _sums(rooms: Sequence[Room], t: Translator) -> doc.Row:
    columns = (
        [room.people for room in rooms],
        [room.interventions for room in rooms],
        [room.recommendations for room in rooms],
    )
    sums = [doc.sum_of(tuple(column)) for column in columns]
    cells = ["", t("Sum of the sessions"), "", *(_known(number, t) for number in sums)]
    return doc.Row(tuple((doc.Run(words, doc.Style.STRONG),) if words else () for words in cells), total=True)


def _known(number: int | None, t: Translator) -> str:
    return "–" if number is None else t.number(number)


def _grid(
    material: Material, held: Sequence[Session], rooms: Mapping[UUID, Room], t: Translator
) -> doc.HeatGrid | None:
    """Draw how many people of each region were in each session; None where nobody noted more than one region."""
    counted = [session for session in held if session.id in rooms and rooms[session.id].people]
    terms = material.vocabulary(KnownVocabulary.REGION)
    known = {term.id for term in terms}
    by_room = [_by_region(rooms[session.id], known) for session in counted]
    whole = sum(by_room, Counter[UUID | None]())
    shown: list[UUID | None] = sorted((term.id for term in terms if whole[term.id]), key=lambda term: -whole[term])
    if len(shown) < 2:
        return None
    names = {term.id: in_language(term.label, t.language) for term in terms}
    largest = largest_of({names[term]: whole[term] for term in shown if term}, whole.total(), t)
    if whole[None]:
        shown.append(None)
    return doc.HeatGrid(
        title=t("Who was in which room"),
        rows=tuple(names[region] if region else t("Region not noted") for region in shown),
        columns=tuple(_heads(material, counted, t)),
        values=tuple(tuple(room[region] or None for room in by_room) for region in shown),
        description=largest,
        caption=t(
            "People listed by name or counted by head, by region, in each session; the sums are those of the sessions. "
            "An empty cell: nobody from that region was counted in that room."
        ),
        total=t("All rooms"),
        row_head=t("Region"),
    )


def _by_region(room: Room, known: set[UUID]) -> Counter[UUID | None]:
    """Count the people of a room by the regions there are."""
    found = Counter[UUID | None]()
    for region, heads in room.regions.items():
        found[region if region in known else None] += heads
    return found


def _heads(material: Material, counted: Sequence[Session], t: Translator) -> list[str]:
    """Head the columns by day and hour, or by codes where that does not tell the sessions apart."""
    zone = material.consultation.time_zone
    heads = [
        " ".join(
            filter(
                None,
                (
                    occasions.short_day(session, zone, t).replace(" ", "\u00a0"),
                    t.hours(session.starts, None, zone).replace(" ", "\u00a0") if session.starts else "",
                ),
            )
        )
        for session in counted
    ]
    return heads if len(set(heads)) == len(heads) and all(heads) else [session.code for session in counted]
