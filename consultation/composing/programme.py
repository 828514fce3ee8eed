"""The programme as a Document: day by day, what is when and where, and who may be named in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from consultation import document as doc
from consultation.composing.front import front, issuer_of
from consultation.errors import NotFound
from consultation.language import N_, Translator, as_opening, in_language
from consultation.model import Organisation, ProgrammeDay, Role, RoleKind, Session
from consultation.reading.material import Material, gather
from consultation.reading.organisations import full_name, one_after_another
from consultation.reading.people import ORDER
from consultation.reading.programme import Part, by_day
from consultation.reading.status import mark_of, utc_words
from consultation.store import Store
from consultation.words import choice_name, session_name

WHO = (RoleKind.MODERATOR, RoleKind.KEYNOTE_WITNESS, RoleKind.SPEAKER)
"""The roles that a programme announces."""


def programme(store: Store, t: Translator) -> doc.Document:
    """Compose the programme in the language of ``t``; NotFound while there is no session in it."""
    with store.reading_together():
        material, roles = gather(store), store.all(Role)
        days, organisations = store.all(ProgrammeDay), store.all(Organisation)
        moment, mark = store.changed_at(), mark_of(store.digest())
    if not material.sessions:
        raise NotFound(
            N_("There is no session in the programme yet, so there is nothing to write. Add the first session.")
        )
    about = material.consultation
    as_of = t("As of {moment}").format(moment=utc_words(t, moment)) if moment else ""
    parts = by_day(material.sessions.values(), days, about.time_zone)
    pages = _Pages(material, roles, organisations, t)
    return doc.Document(
        language=t.language,
        cover=_cover(material, t),
        blocks=tuple(block for number, part in enumerate(parts) for block in pages.of_day(part, number)),
        author=issuer_of(about, material.organisations, t),
        final=True,
        status=" · ".join(words for words in (as_of, mark) if words),
        changed_at=moment,
        digest=mark,
    )


def _cover(material: Material, t: Translator) -> doc.Cover:
    """Write the cover under the name of the meeting itself, and say whose hours these are where there are any."""
    about, organisations = material.consultation, material.organisations
    usual = front(about, organisations, t)
    columns = usual.columns
    if any(session.starts for session in material.sessions.values()):
        columns = (*columns[-2:], (t("Times"), t("those of {zone}").format(zone=t.zone_name(about.time_zone))))
    return replace(
        usual,
        title=in_language(about.title, t.language),
        issuer=issuer_of(about, organisations, t),
        kind=t("Programme"),
        columns=columns,
    )


class _Pages:
    """Writes the days of one programme."""

    def __init__(
        self, material: Material, roles: Sequence[Role], organisations: Sequence[Organisation], t: Translator
    ) -> None:
        self._material, self._t = material, t
        self._organisations = {organisation.id: organisation for organisation in organisations}
        self._roles: dict[UUID, list[Role]] = defaultdict(list)
        for role in sorted(roles, key=lambda each: (ORDER.index(each.role), each.id)):
            self._roles[role.session].append(role)

    def of_day(self, part: Part, number: int) -> Iterator[doc.Block]:
        """Write a day, a month, or what has no time yet; a day without a session is announced all the same."""
        t = self._t
        name = in_language(part.day.title, t.language) if part.day else ""
        heading = as_opening(part.heading(t) or t("Without a time yet"))
        yield doc.Heading(1, f"{heading} – {name}" if name else heading, f"day-{number}")
        held = choice_name(t, part.day.format) if part.day else ""
        if not part.sessions:
            yield doc.Paragraph(doc.plain(held), doc.Role.INTRODUCTION)
        else:
            columns = (
                doc.Column(t("Time"), 86.0),
                doc.Column(t("Session"), 184.0, head=True),
                doc.Column(t("Where"), 70.0),
                doc.Column(t("Who"), 130.0),
            )
            yield doc.Table(columns, tuple(self._row(session, part) for session in part.sessions), caption=held)

    def _row(self, session: Session, part: Part) -> doc.Row:
        t, zone = self._t, self._material.consultation.time_zone
        return doc.Row(
            (
                doc.plain(t.hours(session.starts, session.ends, zone) if session.starts else "–"),
                doc.plain(session_name(t, session)),
                doc.plain(self._where(session, part)),
                doc.plain(self._who(session)),
            ),
            f"session-{session.id}",
            (doc.plain(session.code if session.recorded else ""), doc.plain(self._what(session, part))),
        )

    def _where(self, session: Session, part: Part) -> str:
        """Name the room; without one say how it is held, where that is not said of its day and it is no break."""
        if session.room or not session.recorded or self._is_held_as_its_day(session, part):
            return session.room
        return choice_name(self._t, session.format)

    def _is_held_as_its_day(self, session: Session, part: Part) -> bool:
        return part.day is not None and session.format is part.day.format

    def _what(self, session: Session, part: Part) -> str:
        """Say its kind, how it is held where that is not said of its day, and its languages; of a break nothing."""
        t, material = self._t, self._material
        if not session.recorded:
            return ""
        kind = material.terms.get(session.kind_term) if session.kind_term else None
        spoken = t.listed(t.language_name(language) for language in session.languages)
        held = choice_name(t, session.format) if session.room and not self._is_held_as_its_day(session, part) else ""
        parts = (in_language(kind.label, t.language) if kind else "", held, spoken)
        return " · ".join(part for part in parts if part)

    def _who(self, session: Session) -> str:
        """Name those who agreed to it, each once, and the organisations that hold it."""
        t, named = self._t, dict[str, None]()
        for role in self._roles[session.id]:
            name = self._material.name_of(role.person) if role.role in WHO else ""
            if name:
                said = t("{name} (moderator)").format(name=name) if role.role is RoleKind.MODERATOR else name
                named.setdefault(said)
        for organisation in session.organisations:
            if organisation in self._organisations:
                named.setdefault(full_name(self._organisations[organisation], t.language))
        return one_after_another(named, t)
