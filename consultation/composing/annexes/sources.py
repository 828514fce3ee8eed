"""The annex of sources: every recommendation in the words of its room, and the clauses that come from it."""

from __future__ import annotations

from uuid import UUID

from consultation import document as doc
from consultation.composing.references import References, anchor_of
from consultation.language import Translator
from consultation.model import (
    Recommendation,
    RecommendationStatus,
)
from consultation.reading.material import Material
from consultation.reading.tallies import Counts
from consultation.words import choice_name


def sources(material: Material, references: References, t: Translator) -> list[doc.Block]:
    """Write the sources of all clauses in the order of their numbers."""
    rows = [
        _source_row(material, material.recommendations[source], number, references, t)
        for source, number in sorted(references.numbers.items(), key=lambda item: item[1])
    ]
    if not rows:
        return []
    columns = (
        doc.Column(t("No."), 0.55, doc.Align.END, head=True),
        doc.Column(t("Session"), 1.45),
        doc.Column(t("In the words of the room"), 4.6),
        doc.Column(t("Proposed by"), 1.6),
        doc.Column(t("For / against / abstain"), 1.25),
        doc.Column(t("Clause"), 0.8),
    )
    return [doc.Table(columns, tuple(rows))]


def _source_row(
    material: Material, recommendation: Recommendation, number: int, references: References, t: Translator
) -> doc.Row:
    session = material.sessions.get(recommendation.session) if recommendation.session else None
    words: list[doc.Run] = [
        doc.Run(recommendation.text, language=recommendation.language if recommendation.language != t.language else "")
    ]
    remarks = [choice_name(t, recommendation.set)]
    if recommendation.status is not RecommendationStatus.PROPOSED:
        remarks.append(choice_name(t, recommendation.status))
    if recommendation.language and recommendation.language != t.language:
        remarks.append(t.language_name(recommendation.language))
    if recommendation.reference:
        remarks.append(recommendation.reference)
    words.append(doc.Run(" · " + " · ".join(remarks), doc.Style.EMPHASIS))
    proposer = material.name_of(recommendation.proposer) or (t("Not named") if recommendation.proposer else "–")
    return doc.Row(
        (
            doc.plain(t.number(number)),
            doc.plain(session.code if session else "–"),
            tuple(words),
            doc.plain(proposer),
            _counted(material.counts.get(recommendation.id), t),
            cited(references, recommendation.id),
        ),
        anchor=anchor_of(recommendation.id),
    )


def _counted(counts: Counts | None, t: Translator) -> doc.Runs:
    """Write the hands for, against and abstaining, and what has to be known of them."""
    if counts is None or not (counts.total.is_counted or counts.counted_twice):
        return doc.plain("–")
    remarks = []
    if counts.counted_twice:
        written = [count.tally for count in counts.standing if count.tally.is_counted]
        remarks.append(t("counted twice, not added up"))
    else:
        written = [counts.total]
    if counts.on_earlier_wording:
        remarks.append(t("counted on an earlier wording"))
    hands = "; ".join(
        " / ".join(
            "–" if hands is None else t.number(hands) for hands in (tally.in_favour, tally.against, tally.abstain)
        )
        for tally in written
    )
    return (doc.Run(hands), *(doc.Run(f" · {remark}", doc.Style.EMPHASIS) for remark in remarks))


def cited(references: References, source: UUID) -> doc.Runs:
    """Link the clauses that come from a source."""
    runs: list[doc.Run] = []
    for place, (clause, anchor) in enumerate(references.cited.get(source, [])):
        runs.extend([doc.Run(", ")] if place else [])
        runs.append(doc.Run(clause, target=anchor))
    return tuple(runs) or doc.plain("–")
