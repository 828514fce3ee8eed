"""The annexes of a declaration: where it comes from, who disagreed, and how it was made."""

from __future__ import annotations

from uuid import UUID

from consultation import document as doc
from consultation.composing.references import References, anchor_of
from consultation.language import Translator, in_language
from consultation.model import (
    KnownVocabulary,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    RoleKind,
    Session,
)
from consultation.reading.material import Material
from consultation.reading.programme import when_of
from consultation.reading.tallies import Counts
from consultation.words import choice_name, session_name


def annexes(material: Material, references: References, t: Translator) -> list[doc.Block]:
    """Write all annexes, numbered; one with nothing to say is left out."""
    parts = [
        (t("Sessions and attendance"), _sessions(material, t)),
        (t("Sources of every clause"), _sources(material, references, t)),
        (t("Reservations and divergences"), _reservations(material, references, t)),
        (t("Method and figures"), _method(material, references, t)),
    ]
    blocks: list[doc.Block] = []
    number = 0
    for title, written in parts:
        if written:
            number += 1
            name = t("Annex {number}. {title}").format(number=number, title=title)
            blocks.append(doc.Heading(1, name, f"annex-{number}", new_page=number == 1))
            blocks.extend(written)
    return blocks


def _sessions(material: Material, t: Translator) -> list[doc.Block]:
    held = material.held_sessions()
    if not held:
        return []
    zone = material.consultation.time_zone
    rows = []
    for session in held:
        counts = sum(one.session == session.id for one in material.recommendations.values())
        said = sum(one.session == session.id for one in material.interventions)
        form = choice_name(t, session.format)
        rows.append(
            doc.Row(
                (
                    doc.plain(session.code),
                    (
                        doc.Run(session_name(t, session)),
                        *_moderators(material, session, t),
                    ),
                    doc.plain(" · ".join(one for one in (when_of(session, zone, t), form) if one)),
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
        "Times are those of the time zone {zone}. People are those listed by name and those counted by head."
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
    by_region: dict[UUID | None, int] = {}
    for one in (counted for counted in material.attendance if counted.heads):
        by_region[one.region] = by_region.get(one.region, 0) + one.heads
    for person in {role.person for role in material.present()}:
        region = material.people[person].region if person in material.people else None
        by_region[region] = by_region.get(region, 0) + 1
    if not by_region:
        return []
    rows = [
        doc.Row((doc.plain(in_language(term.label, t.language)), doc.plain(t.number(by_region[term.id]))))
        for term in material.vocabulary(KnownVocabulary.REGION)
        if term.id in by_region
    ]
    known = {term.id for term in material.vocabulary(KnownVocabulary.REGION)}
    unknown = sum(count for region, count in by_region.items() if region not in known)
    if unknown:
        rows.append(doc.Row((doc.plain(t("Region not recorded")), doc.plain(t.number(unknown)))))
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


def _sources(material: Material, references: References, t: Translator) -> list[doc.Block]:
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


def _source_row(material: Material, one: Recommendation, number: int, references: References, t: Translator) -> doc.Row:
    session = material.sessions.get(one.session) if one.session else None
    words: list[doc.Run] = [doc.Run(one.text, language=one.language if one.language != t.language else "")]
    remarks = [choice_name(t, one.set)]
    if one.status is not RecommendationStatus.PROPOSED:
        remarks.append(choice_name(t, one.status))
    if one.language and one.language != t.language:
        remarks.append(t.language_name(one.language))
    if one.reference:
        remarks.append(one.reference)
    words.append(doc.Run(" · " + " · ".join(remarks), doc.Style.EMPHASIS))
    clauses: list[doc.Run] = []
    for place, (clause, anchor) in enumerate(references.cited.get(one.id, [])):
        clauses.extend([doc.Run(", ")] if place else [])
        clauses.append(doc.Run(clause, target=anchor))
    proposer = material.name_of(one.proposer) or (t("Not named") if one.proposer else "–")
    return doc.Row(
        (
            doc.plain(t.number(number)),
            doc.plain(session.code if session else "–"),
            tuple(words),
            doc.plain(proposer),
            _counted(material.counts.get(one.id), t),
            tuple(clauses) or doc.plain("–"),
        ),
        anchor=anchor_of(one.id),
    )


def _counted(counts: Counts | None, t: Translator) -> doc.Runs:
    """Write the hands for, against and abstaining, and what has to be known of them."""
    if counts is None or not (counts.total.is_counted or counts.counted_twice):
        return doc.plain("–")
    remarks = []
    if counts.counted_twice:
        written = [one.tally for one in counts.standing if one.tally.is_counted]
        remarks.append(t("counted twice, not added up"))
    else:
        written = [counts.total]
    if counts.on_earlier_wording:
        remarks.append(t("counted on an earlier wording"))
    hands = "; ".join(
        " / ".join("–" if hands is None else t.number(hands) for hands in (one.in_favour, one.against, one.abstain))
        for one in written
    )
    return (doc.Run(hands), *(doc.Run(f" · {remark}", doc.Style.EMPHASIS) for remark in remarks))


def _reservations(material: Material, references: References, t: Translator) -> list[doc.Block]:
    blocks: list[doc.Block] = []
    rows: list[doc.Row] = []
    for source, number in sorted(references.numbers.items(), key=lambda item: item[1]):
        for place, one in enumerate(material.reservations.get(source, [])):
            who = material.named.who(one.person, one.who) or t("Not named")
            rows.append(
                doc.Row(
                    (
                        (doc.Run(t.number(number), target=anchor_of(source)),),
                        _cited(references, source),
                        doc.plain(who),
                        doc.plain(one.text, one.language if one.language != t.language else ""),
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
        any(one.tally.against for one in material.counts[source].standing)
        for source in references.numbers
        if source in material.counts
    )
    if opposed:
        share = t.plural(
            "Hands were counted against {count} recommendation.",
            "Hands were counted against {count} recommendations.",
            opposed,
        )
        blocks.append(doc.Note(doc.plain(share)))
    if not blocks and material.recommendations:
        blocks.append(doc.Paragraph(doc.plain(t("No reservation was recorded in any session."))))
    return blocks


def _cited(references: References, source: UUID) -> doc.Runs:
    runs: list[doc.Run] = []
    for place, (clause, anchor) in enumerate(references.cited.get(source, [])):
        runs.extend([doc.Run(", ")] if place else [])
        runs.append(doc.Run(clause, target=anchor))
    return tuple(runs) or doc.plain("–")


def _method(material: Material, references: References, t: Translator) -> list[doc.Block]:
    drafted = material.draftable()
    aside = len(material.recommendations) - len(drafted)
    paragraphs = [
        t(
            "Every session was recorded as it was held, in the language in which people spoke, by a facilitator of "
            "its own. The files of all rooms were then merged; nothing in any of them was left out. Where two people "
            "have changed the same thing differently, both are kept until somebody decides."
        ),
        t(
            "Recommendations of the same wording were joined, as were those a rapporteur found to say the same; all "
            "of their sources are named. Wordings are in this order: adopted ones first, then by the hands counted "
            "for and against them, then by how many rooms put them forward."
        ),
        t(
            "The verb that opens a clause says how far the rooms went: it is strongest where a wording was adopted or "
            "widely supported, and most cautious where there were reservations or more hands against than for."
        ),
        t(
            "A recommendation made in another language is given in a translation where a person has written one, "
            "and otherwise in its own words, marked as such. People are named only where they agreed to it."
        ),
    ]
    if material.undecided:
        paragraphs.insert(
            1,
            t.plural(
                "{count} difference is still undecided between what people wrote; the later version is shown here.",
                "{count} differences are still undecided between what people wrote; the later versions are shown here.",
                material.undecided,
            ),
        )
    if aside:
        paragraphs.append(
            t.plural(
                "{count} recommendation was set aside by its room; it is listed among the sources and is not part of "
                "any clause.",
                "{count} recommendations were set aside by their rooms; they are listed among the sources and are "
                "not part of any clause.",
                aside,
            )
        )
    blocks: list[doc.Block] = [doc.Paragraph(doc.plain(one)) for one in paragraphs]
    figure = strands_figure(material, t)
    return [*blocks, figure] if figure else blocks


def strands_figure(material: Material, t: Translator) -> doc.GroupedBars | None:
    """Draw how many recommendations of each set belong to each strand; None without any strand."""
    strands = material.vocabulary(KnownVocabulary.STRAND)
    drafted = material.draftable()
    if not strands or not drafted:
        return None
    names = [in_language(strand.label, t.language) for strand in strands]
    counts = {
        chosen: [
            sum(one.set is chosen and strand.id in one.chosen(KnownVocabulary.STRAND) for one in drafted)
            for strand in strands
        ]
        for chosen in RecommendationSet
    }
    without = {
        chosen: sum(one.set is chosen and not one.chosen(KnownVocabulary.STRAND) for one in drafted)
        for chosen in RecommendationSet
    }
    if any(without.values()):
        names.append(t("No strand"))
        for chosen in RecommendationSet:
            counts[chosen].append(without[chosen])
    series = tuple(
        doc.Series(choice_name(t, chosen), tuple(counts[chosen]), str(chosen)) for chosen in RecommendationSet
    )
    description = t.listed(
        t("{strand}: {citizenship} on citizenship and {policy} on policy and action").format(
            strand=name,
            citizenship=t.number(counts[RecommendationSet.CITIZENSHIP][place]),
            policy=t.number(counts[RecommendationSet.POLICY][place]),
        )
        for place, name in enumerate(names)
    )
    return doc.GroupedBars(t("Recommendations by strand and set"), tuple(names), series, description)
