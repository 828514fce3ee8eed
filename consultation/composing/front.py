"""What the front of every document says: what it is called, who stands behind it, and what every document must say."""

from __future__ import annotations

from collections.abc import Sequence

from consultation import document as doc
from consultation.emblems import picture_of
from consultation.language import Translator, in_language
from consultation.model import Consultation, Organisation, OrganisationPart
from consultation.model.record import Labels
from consultation.reading.frame import as_printed, statements_in
from consultation.reading.organisations import full_name, one_after_another, taking_part

EMBLEMS = 10
"""As many as there is room for."""

STAND_BEHIND = (
    OrganisationPart.HOST,
    OrganisationPart.ORGANISER,
    OrganisationPart.PARTNER,
    OrganisationPart.SUPPORTER,
    OrganisationPart.FUNDER,
)


def front(about: Consultation, organisations: Sequence[Organisation], t: Translator) -> doc.Cover:
    """Write what a cover says whatever the document is; its kind, its figures and its languages are left open."""
    name, title = in_language(about.declaration_name, t.language), in_language(about.title, t.language)
    columns: list[tuple[str, str]] = []
    if who := one_after_another(_organisers(about, organisations, t), t):
        columns.append((t("Who"), who))
    if where := _where(about, t):
        columns.append((t("Where"), where))
    if about.starts:
        columns.append((t.context("column of a cover", "When"), t.days(about.starts, about.ends or about.starts)))
    return doc.Cover(
        title=name or title,
        issuer=title if name else issuer_of(about, organisations, t),
        columns=tuple(columns),
        emblems=tuple(_emblems(organisations, t)),
        statements=statements_in(about, t.language),
    )


def issuer_of(about: Consultation, organisations: Sequence[Organisation], t: Translator) -> str:
    """Name who speaks first: the organisers, else the host."""
    return next(iter(_organisers(about, organisations, t)), "") or in_language(about.host, t.language)


def _organisers(about: Consultation, organisations: Sequence[Organisation], t: Translator) -> list[str]:
    in_words: list[Labels] = about.organisers
    return taking_part(organisations, OrganisationPart.ORGANISER, in_words, t.language)


def _where(about: Consultation, t: Translator) -> str:
    place, host = in_language(about.place, t.language), in_language(about.host, t.language)
    if place and host:
        return t("{place}; host: {host}").format(place=place, host=host)
    return place or host


def _emblems(organisations: Sequence[Organisation], t: Translator) -> list[doc.Emblem]:
    """Show who stands behind it, in the order that people have given them."""
    shown: dict[str, doc.Emblem] = {}
    for organisation in as_printed(organisations):
        if any(part in STAND_BEHIND for part in organisation.parts):
            name = in_language(organisation.name, t.language) or full_name(organisation, t.language)
            shown.setdefault(name, doc.Emblem(name, picture_of(organisation.emblem)))
    return list(shown.values())[:EMBLEMS]
