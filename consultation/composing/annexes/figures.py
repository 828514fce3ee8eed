"""The figures of the method: each says what is counted in it, and adds up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from consultation import document as doc
from consultation.composing.annexes import occasions
from consultation.composing.annexes.leading import largest_of, leading
from consultation.language import Translator, in_language
from consultation.model import KnownVocabulary, RecommendationSet, Score
from consultation.reading.material import Material
from consultation.reading.standing import Standing, StandingKind
from consultation.words import choice_name, session_name

MOST_ROWS = 16
"""Combinations and languages beyond these are one row: the long tail of them says nothing by itself."""

STANDS: Mapping[StandingKind, str] = {
    StandingKind.IN_TEXT: "in_text",
    StandingKind.NOT_AGREED: "not_agreed",
    StandingKind.FURTHER: "annex",
    StandingKind.NEEDS_WORDING: "annex",
    StandingKind.ANNEX: "annex",
    StandingKind.SET_ASIDE: "set_aside",
}
"""The tone of the bar that a recommendation is counted in."""


def figures(material: Material, standings: Mapping[UUID, Standing], t: Translator) -> list[doc.Block]:
    """Draw what there is to draw; a figure with nothing to show is left out."""
    drawn = (
        strands_figure(material, t),
        standings_figure(material, standings, t),
        languages_figure(material, t),
        capitals_figure(material, t),
    )
    return [figure for figure in drawn if figure is not None]


def strands_figure(material: Material, t: Translator) -> doc.Combinations | None:
    """Draw how many recommendations of each set bear on which strands together; None without any strand."""
    strands = material.vocabulary(KnownVocabulary.STRAND)
    known = [strand.id for strand in strands]
    names = [in_language(strand.label, t.language) for strand in strands]
    counts: defaultdict[tuple[bool, ...], Counter[RecommendationSet]] = defaultdict(Counter)
    for recommendation in material.recommendations.values():
        chosen = set(recommendation.chosen(KnownVocabulary.STRAND))
        counts[tuple(strand in chosen for strand in known)][recommendation.set] += 1
    if not any(any(members) for members in counts):
        return None
    rows = sorted(counts, key=lambda members: (-counts[members].total(), members), reverse=False)
    named = {members: _combined(members, names, t) for members in rows}
    total = sum(counts[members].total() for members in rows)
    largest = largest_of({named[members]: counts[members].total() for members in rows}, total, t)
    if len(rows) > MOST_ROWS:
        rows, rest = rows[: MOST_ROWS - 1], rows[MOST_ROWS - 1 :]
        others = (False,) * len(known)
        merged = sum((counts[members] for members in (*rest, *(each for each in rows if each == others))), Counter())
        rows = [*(members for members in rows if members != others), others]
        counts[others], named[others] = merged, t("All other combinations")
    sums = {which: sum(counts[members][which] for members in rows) for which in RecommendationSet}
    series = tuple(
        doc.Series(choice_name(t, which), tuple(counts[members][which] for members in rows), str(which))
        for which in RecommendationSet
        if sums[which]
    )
    return doc.Combinations(
        title=t("Strands and sets: each recommendation once"),
        parts=tuple(names),
        categories=tuple(named[members] for members in rows),
        members=tuple(rows),
        series=series,
        description=largest,
        caption=t.plural(
            "{count} recommendation, by the strand or strands it bears on (dots) and by set.",
            "{count} recommendations, by the strand or strands they bear on (dots) and by set. No recommendation is "
            "counted in two rows.",
            total,
        ),
        total=t.context("sum of a row", "All"),
        whole=", ".join(
            f"{t.number(sums[which])} {_in_sentence(which, t)}" for which in RecommendationSet if sums[which]
        ),
    )


def standings_figure(material: Material, standings: Mapping[UUID, Standing], t: Translator) -> doc.StackedBars | None:
    """Draw what became of the recommendations of each session; None where nothing is in any."""
    counts: defaultdict[UUID | None, Counter[str]] = defaultdict(Counter)
    for recommendation in material.recommendations.values():
        standing = standings.get(recommendation.id)
        if standing is not None:
            session = recommendation.session if recommendation.session in material.sessions else None
            counts[session][STANDS[standing.kind]] += 1
    held = [session for session in material.programme() if session.id in counts]
    if not held:
        return None
    zone = material.consultation.time_zone
    places: list[UUID | None] = [session.id for session in held]
    names, days = (
        [session_name(t, session) for session in held],
        [occasions.short_day(session, zone, t) for session in held],
    )
    if None in counts:
        places.append(None)
        names.append(t("Session not noted"))
        days.append("")
    words = {
        "in_text": t("in the text"),
        "not_agreed": t("not agreed"),
        "annex": t("annex only"),
        "set_aside": t("set aside"),
    }
    whole = sum(counts.values(), Counter[str]())
    return doc.StackedBars(
        title=t("What became of it, room by room"),
        categories=tuple(names),
        series=tuple(
            doc.Series(name, tuple(counts[place][tone] for place in places), tone)
            for tone, name in words.items()
            if whole[tone]
        ),
        description=", ".join(
            t("{part}: {count}").format(part=words[tone], count=t.number(whole[tone])) for tone in words if whole[tone]
        )
        + ".",
        caption=t(
            "Recommendations of each session by where they stand. Bars share one scale; the numbers add up to {count}."
        ).format(count=t.number(whole.total())),
        total=t.context("sum of a row", "All"),
        remarks=tuple(days),
    )


def languages_figure(material: Material, t: Translator) -> doc.SideBars | None:
    """Draw in which languages people spoke and asked; None where there is only one."""
    spoken = Counter(intervention.language for intervention in material.interventions)
    asked = Counter(recommendation.language for recommendation in material.recommendations.values())
    both = spoken + asked
    if len(set(both) - {""}) < 2:
        return None
    codes = sorted(both, key=lambda code: (-both[code], code))
    names = [t.language_name(code) if code else t("not noted") for code in codes[:MOST_ROWS]]
    names += [t("others")] if codes[MOST_ROWS:] else []
    most, _ = leading({t.language_name(code): both[code] for code in codes if code})
    titles = (
        (spoken, t.plural("{count} intervention", "{count} interventions", spoken.total())),
        (asked, t.plural("{count} recommendation", "{count} recommendations", asked.total())),
    )
    return doc.SideBars(
        title=t("In which language people spoke, and what they asked"),
        categories=tuple(names),
        series=tuple(doc.Series(name, _with_others(counts, codes)) for counts, name in titles if counts),
        description=t("Used most: {languages}.").format(languages=t.listed(most)),
    )


def _with_others(counts: Counter[str], codes: Sequence[str]) -> doc.Counts:
    """Count by language, all beyond the most frequent ones as one; None where there is none."""
    first, rest = codes[:MOST_ROWS], codes[MOST_ROWS:]
    others = (sum(counts[code] for code in rest) or None,) if rest else ()
    return (*(counts[code] or None for code in first), *others)


def capitals_figure(material: Material, t: Translator) -> doc.Boxes | None:
    """Draw how practices stand for each capital of resilience; None where nobody scored any."""
    capitals = material.vocabulary(KnownVocabulary.CAPITAL)
    known, latest = {capital.id for capital in capitals}, _latest(material.scores)
    scored = {practice for practice, capital in latest if capital in known}
    practices = [practice for practice in material.practices if practice.id in scored]
    if not practices:
        return None
    return doc.Boxes(
        title=t("Capitals of resilience: the balance of each practice"),
        rows=tuple(practice.title for practice in practices),
        columns=tuple(in_language(capital.label, t.language) for capital in capitals),
        values=tuple(tuple(latest.get((practice.id, capital.id)) for capital in capitals) for practice in practices),
        description=t.plural("{count} practice was scored.", "{count} practices were scored.", len(practices)),
        caption=t(
            "Scores from 0 to 5, the latest of each. Read across: where a practice is strong, and what it neglects. "
            "A dash: nobody scored it."
        ),
        remarks=tuple(practice.territory for practice in practices),
    )


def _latest(scores: Sequence[Score]) -> dict[tuple[UUID, UUID], int]:
    """Return the latest score of each practice for each capital."""
    in_order = sorted(scores, key=lambda score: (score.on or date.min, score.id))
    return {(score.practice, score.capital): score.value for score in in_order}


def _combined(members: Sequence[bool], names: Sequence[str], t: Translator) -> str:
    present = [name for name, is_member in zip(names, members, strict=True) if is_member]
    return t.listed(present) if present else t("No strand")


def _in_sentence(which: RecommendationSet, t: Translator) -> str:
    if which is RecommendationSet.CITIZENSHIP:
        return t.context("set, in a sentence", "citizenship")
    return t.context("set, in a sentence", "policy and action")
