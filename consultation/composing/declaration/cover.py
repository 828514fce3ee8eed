"""The cover of a declaration, and the figures it opens with: only what the file can prove."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

from consultation import document as doc
from consultation.composing.declaration.brackets import has_brackets
from consultation.drafting.phrases import regions_of_the_world
from consultation.language import Translator, in_language
from consultation.model import Organisation, OrganisationPart
from consultation.model.record import Labels
from consultation.reading.material import Material
from consultation.reading.organisations import full_name, taking_part
from consultation.reading.passages import Declaration
from consultation.reading.status import Status

EMBLEMS = 10
"""As many as there is room for."""

STAND_BEHIND = (
    OrganisationPart.HOST,
    OrganisationPart.ORGANISER,
    OrganisationPart.PARTNER,
    OrganisationPart.SUPPORTER,
    OrganisationPart.FUNDER,
)


def cover(material: Material, standing: Declaration, status: Status, t: Translator) -> doc.Cover:
    """Write the cover; that of a final text says nothing of drafts."""
    about = material.consultation
    name, title = in_language(about.declaration_name, t.language), in_language(about.title, t.language)
    columns: list[tuple[str, str]] = []
    if who := _who(material, t):
        columns.append((t("Who"), who))
    if where := _where(material, t):
        columns.append((t("Where"), where))
    if about.starts:
        columns.append((t.context("column of a cover", "When"), t.days(about.starts, about.ends or about.starts)))
    return doc.Cover(
        title=name or title,
        issuer=title if name else issuer_of(material, t),
        kind=t("Declaration") if status.final else t("Draft declaration"),
        note=() if status.final else draft_note(t, has_brackets(standing)),
        columns=tuple(columns),
        facts=_facts(material, t),
        facts_note=t(
            "People listed by name are counted once; people counted by head, once in each session. Hands: Annex D."
        )
        if material.attendance
        else "",
        emblems=tuple(_emblems(material, t)),
        statements=tuple(
            words for statement in about.statements if (words := in_language(statement["text"], t.language))
        ),
        languages=_languages(status.languages or tuple(standing.languages), t),
    )


def _facts(material: Material, t: Translator) -> tuple[doc.Fact, ...]:
    """Count who spoke and what was said; what nobody counted is left out."""
    regions = len(regions_of_the_world(material, t))
    counted = (
        (material.heads(), t.plural("participant", "participants", material.heads())),
        (regions, t.plural("region of the world", "regions of the world", regions)),
        (len(material.held_sessions()), t.plural("session", "sessions", len(material.held_sessions()))),
        (
            len(material.recommendations),
            t.plural("recommendation", "recommendations", len(material.recommendations)),
        ),
        (_reservations(material), t.plural("reservation", "reservations", _reservations(material))),
    )
    return tuple(doc.Fact(number, label) for number, label in counted if number)


def issuer_of(material: Material, t: Translator) -> str:
    """Name who speaks first: the organisers, else the host."""
    about = material.consultation
    organisers = _taking_part(material, OrganisationPart.ORGANISER, about.organisers, t)
    return next(iter(organisers), "") or in_language(about.host, t.language)


def draft_note(t: Translator, brackets: bool) -> doc.Runs:
    """Say what a draft is not, and what its brackets mean where there are any."""
    if not brackets:
        return doc.plain(t("Not adopted."))
    before, _, after = t("Not adopted. What stands in {brackets} is not agreed or not yet translated.").partition(
        "{brackets}"
    )
    return (
        doc.Run(before),
        doc.Run("[", doc.Style.BRACKET),
        doc.Run(t("square brackets")),
        doc.Run("]", doc.Style.BRACKET),
        doc.Run(after),
    )


def _reservations(material: Material) -> int:
    return sum(
        len(those)
        for recommendation, those in material.reservations.items()
        if recommendation in material.recommendations
    )


def _who(material: Material, t: Translator) -> str:
    named = _taking_part(material, OrganisationPart.ORGANISER, material.consultation.organisers, t)
    return t.listed(named)


def _where(material: Material, t: Translator) -> str:
    about = material.consultation
    place, host = in_language(about.place, t.language), in_language(about.host, t.language)
    if place and host:
        return t("{place}, at the invitation of {host}").format(place=place, host=host)
    return place or host


def _taking_part(material: Material, part: OrganisationPart, in_words: list[Labels], t: Translator) -> list[str]:
    return taking_part(material.organisations, part, in_words, t.language)


def _emblems(material: Material, t: Translator) -> list[doc.Emblem]:
    """Show who stands behind it, the host first."""
    shown: dict[str, doc.Emblem] = {}
    for part in STAND_BEHIND:
        having = [each for each in material.organisations if part in each.parts]
        for organisation in sorted(having, key=lambda each: (each.rank, each.id)):
            name = in_language(organisation.name, t.language) or full_name(organisation, t.language)
            shown.setdefault(name, doc.Emblem(name, _picture(organisation)))
    return list(shown.values())[:EMBLEMS]


def _picture(organisation: Organisation) -> bytes:
    """Return an emblem that is kept as a data address (RFC 2397) of a picture that can be printed."""
    head, _, data = organisation.emblem.partition(",")
    if head not in ("data:image/png;base64", "data:image/jpeg;base64"):
        return b""
    try:
        return base64.b64decode(data, validate=True)
    except binascii.Error:
        return b""


def _languages(languages: Sequence[str], t: Translator) -> str:
    """Say in which language this text is, and in which others there is one."""
    others = [t.language_name(code) for code in languages if code != t.language]
    own = t("Text in {language}.").format(language=t.language_name(t.language))
    if not others:
        return own
    also = t("Also in {languages}, with the same numbers and letters.").format(languages=t.listed(others))
    return f"{own} {also}"
