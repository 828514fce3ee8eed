"""The annex of reservations: who did not agree with what, and why."""

from __future__ import annotations

from consultation import document as doc
from consultation.composing.annexes.sources import cited
from consultation.composing.references import References, anchor_of
from consultation.language import Translator
from consultation.reading.material import Material


def reservations(material: Material, references: References, t: Translator) -> list[doc.Block]:
    """Write the reservations by the number of their source, and against how many hands were counted."""
    blocks: list[doc.Block] = []
    rows: list[doc.Row] = []
    for source, number in sorted(references.numbers.items(), key=lambda item: item[1]):
        for place, reservation in enumerate(material.reservations.get(source, [])):
            who = material.named.who(reservation.person, reservation.who) or t("Not named")
            rows.append(
                doc.Row(
                    (
                        (doc.Run(t.number(number), target=anchor_of(source)),),
                        cited(references, source),
                        doc.plain(who),
                        doc.plain(reservation.text, reservation.language if reservation.language != t.language else ""),
                    ),
                    anchor="" if place else f"reservations-{source}",
                )
            )
    if rows:
        columns = (
            doc.Column(t("Source"), 0.7, doc.Align.END),
            doc.Column(t("Clause"), 0.8),
            doc.Column(t("Who"), 2.0),
            doc.Column(t("What they do not agree with, and why"), 5.5),
        )
        blocks.append(doc.Table(columns, tuple(rows)))
    opposed = sum(
        any(count.tally.against for count in material.counts[source].standing)
        for source in references.numbers
        if source in material.counts
    )
    if opposed:
        share = t.plural(
            "At least one hand was counted against {count} recommendation.",
            "At least one hand was counted against {count} recommendations.",
            opposed,
        )
        blocks.append(doc.Note(doc.plain(share)))
    if not blocks and material.recommendations:
        blocks.append(doc.Paragraph(doc.plain(t("No reservation was recorded in any session."))))
    return blocks
