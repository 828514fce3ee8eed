"""The annex of reservations: who did not agree with what, and why, under the wording it is about."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from consultation import document as doc
from consultation.composing.annexes.hands import in_one
from consultation.composing.annexes.stands import stands_in_short
from consultation.composing.references import References, anchor_of
from consultation.language import Translator
from consultation.model import Reservation
from consultation.reading.material import Material
from consultation.reading.standing import Standing


def reservations(
    material: Material, references: References, standings: Mapping[UUID, Standing], t: Translator
) -> list[doc.Block]:
    """Write the reservations by the number of what they are about."""
    about = [
        (number, source)
        for source, number in sorted(references.numbers.items(), key=lambda item: item[1])
        if source in material.reservations and source in material.recommendations
    ]
    if not about and not material.held_sessions():
        return []  # of a list from elsewhere nobody was asked
    if not about:
        return [doc.Paragraph(doc.plain(t("No reservation was recorded.")), doc.Role.INTRODUCTION)]
    return [
        doc.Paragraph(doc.plain(_guide(material, [source for _, source in about], t)), doc.Role.INTRODUCTION),
        *(_objected(material, source, number, standings.get(source), t) for number, source in about),
    ]


def _guide(material: Material, about: list[UUID], t: Translator) -> str:
    """Say how many there are."""
    count = sum(len(material.reservations[source]) for source in about)
    words = t(
        "What people do not agree with, and why, in their own words: {reservations} on {recommendations}, each under "
        "the wording it is about."
    ).format(
        reservations=t.plural("{count} reservation", "{count} reservations", count),
        recommendations=t.plural("{count} recommendation", "{count} recommendations", len(about)),
    )
    opposed = sum(
        any(count.tally.against for count in counts.standing)
        for source, counts in material.counts.items()
        if source in material.recommendations
    )
    if not opposed:
        return words
    return f"{words} " + t.plural(
        "At least one hand was counted against {count} recommendation.",
        "At least one hand was counted against {count} recommendations.",
        opposed,
    )


def _objected(material: Material, source: UUID, number: int, standing: Standing | None, t: Translator) -> doc.Objected:
    recommendation = material.recommendations[source]
    foreign = recommendation.language if recommendation.language != t.language else ""
    return doc.Objected(
        number=(doc.Run(t.number(number), target=anchor_of(source)),),
        wording=doc.plain(recommendation.text, foreign),
        place=stands_in_short(standing, t),
        count=doc.plain(in_one(material.counts.get(source), t) or t("not counted")),
        objections=tuple(_objection(material, reservation, t) for reservation in material.reservations[source]),
        anchor=f"reservations-{source}",
    )


def _objection(material: Material, reservation: Reservation, t: Translator) -> doc.Objection:
    who = material.named.who(reservation.person, reservation.who) or t("Not named")
    foreign = reservation.language if reservation.language != t.language else ""
    mark = (doc.Run(f"\u00a0{t.language_name(foreign)}", doc.Style.REMARK),) if foreign else ()
    return doc.Objection(doc.plain(who), (*doc.plain(reservation.text, foreign), *mark))
