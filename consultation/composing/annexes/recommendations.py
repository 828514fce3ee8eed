"""The annex of recommendations: every one in the words of its room, by session, and where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from consultation import document as doc
from consultation.composing.annexes.hands import EARLIER, in_columns, is_earlier, tallies_of
from consultation.composing.annexes.occasions import day_and_hours
from consultation.composing.annexes.stands import stands_in
from consultation.composing.references import RESERVED, References, anchor_of
from consultation.language import Translator
from consultation.model import Recommendation, RecommendationSet
from consultation.reading.material import Material
from consultation.reading.rooms import Room, read_rooms
from consultation.reading.standing import Standing, StandingKind
from consultation.words import session_name

T = TypeVar("T")


def recommendations(
    material: Material, references: References, standings: Mapping[UUID, Standing], t: Translator
) -> list[doc.Block]:
    """Write all recommendations in the order of their numbers, those of no known session last."""
    numbered = [
        (number, material.recommendations[source])
        for source, number in sorted(references.numbers.items(), key=lambda item: item[1])
        if source in material.recommendations
    ]
    if not numbered:
        return []
    return [_guide(material, standings, t), _Listing(material, standings, read_rooms(material), t).table(numbered)]


@dataclass(frozen=True)
class _Listing:
    """Writes the table."""

    material: Material
    standings: Mapping[UUID, Standing]
    rooms: Mapping[UUID, Room]
    t: Translator

    def table(self, numbered: Iterable[tuple[int, Recommendation]]) -> doc.Table:
        """Put the bands and rows together."""
        by_session: defaultdict[UUID | None, list[tuple[int, Recommendation]]] = defaultdict(list)
        for number, recommendation in numbered:
            known = recommendation.session if recommendation.session in self.material.sessions else None
            by_session[known].append((number, recommendation))
        unknown = by_session.pop(None, [])
        rows: list[doc.Row | doc.Band] = []
        for session, those in [*by_session.items(), *([(None, unknown)] if unknown else [])]:
            if session is not None or by_session:
                rows.append(self._band(session, len(those)))
            rows.extend(self._row(number, recommendation) for number, recommendation in those)
        sets = {recommendation.set for recommendation in self.material.recommendations.values()}
        table = doc.Table(self._columns(), tuple(rows))
        return table if len(sets) > 1 else _without_sets(table)

    def _columns(self) -> tuple[doc.Column, ...]:
        t, end = self.t, doc.Align.END
        return (
            doc.Column(t("No."), 22.0, end, head=True),
            doc.Column("", 12.0, meaning=t("Set")),
            doc.Column(t("Words of the room") if self.rooms else t("In its own words"), 232.0, quoted=True),
            doc.Column(t("Proposed by"), 71.0),
            doc.Column(t.context("head of a narrow column", "For"), 24.0, end, meaning=t("Hands for")),
            doc.Column(t.context("head of a narrow column", "Agst"), 27.0, end, meaning=t("Hands against")),
            doc.Column(t.context("head of a narrow column", "Abst"), 34.0, end, meaning=t("Abstaining")),
            doc.Column(t("Stands in"), 48.5),
        )

    def _band(self, session_id: UUID | None, count: int) -> doc.Band:
        t = self.t
        asked = t.plural("{count} recommendation", "{count} recommendations", count)
        if session_id is None:
            return doc.Band(doc.plain(t("Session not noted")), doc.plain(asked))
        session = self.material.sessions[session_id]
        room = self.rooms.get(session_id)
        people = t.plural("{count} person", "{count} people", room.people) if room and room.people else ""
        when = day_and_hours(session, self.material.consultation.time_zone, t)
        remark = " · ".join(filter(None, (when, people, asked)))
        return doc.Band(doc.plain(session_name(t, session)), doc.plain(remark))

    def _row(self, number: int, recommendation: Recommendation) -> doc.Row:
        t, material = self.t, self.material
        counts = material.counts.get(recommendation.id)
        hands = in_columns(counts, t)
        earlier = (doc.Run(f"\u2009{EARLIER}", doc.Style.REMARK),) if is_earlier(counts) else ()
        twice = t("counted twice, not added up") if len(tallies_of(counts)) > 1 else ""
        return doc.Row(
            (
                (doc.Run(t.number(number), doc.Style.STRONG),),
                (doc.Run(set_letter(recommendation.set, t), doc.Style.STRONG, tone=str(recommendation.set)),),
                self._words(recommendation),
                doc.plain(self._proposer(recommendation)),
                (*doc.plain(hands[0][0]), *earlier),
                *(doc.plain(written) for written, _ in hands[1:]),
                stands_in(self.standings.get(recommendation.id), t),
            ),
            anchor_of(recommendation.id),
            (
                (),
                (),
                doc.plain(twice),
                doc.plain(self._provenance(recommendation)),
                *(doc.plain(other) for _, other in hands),
            ),
        )

    def _words(self, recommendation: Recommendation) -> doc.Runs:
        foreign = recommendation.language if recommendation.language != self.t.language else ""
        words = doc.plain(recommendation.text, foreign)
        if recommendation.id not in self.material.reservations:
            return words
        return (*words, doc.Run(f"\u00a0{RESERVED}", target=f"reservations-{recommendation.id}"))

    def _proposer(self, recommendation: Recommendation) -> str:
        if recommendation.proposer is None:
            return "–"
        return self.material.name_of(recommendation.proposer) or self.t("not named")

    def _provenance(self, recommendation: Recommendation) -> str:
        """Name the language and the code a source gave it."""
        language = recommendation.language
        foreign = self.t.language_name(language) if language and language != self.t.language else ""
        return ", ".join(filter(None, (foreign, recommendation.reference)))


def _without_sets(table: doc.Table) -> doc.Table:
    """Leave out the column of the sets, in which every cell would say the same."""
    rows = tuple(
        replace(row, cells=_but_second(row.cells), remarks=_but_second(row.remarks))
        if isinstance(row, doc.Row)
        else row
        for row in table.rows
    )
    return replace(table, columns=_but_second(table.columns), rows=rows)


def _but_second(cells: tuple[T, ...]) -> tuple[T, ...]:
    return (*cells[:1], *cells[2:])


def set_letter(which: RecommendationSet, t: Translator) -> str:
    """Return the letter that stands for a set in a narrow column."""
    if which is RecommendationSet.CITIZENSHIP:
        return t.context("letter of the set on citizenship", "C")
    return t.context("letter of the set on policy and action", "P")


def _guide(material: Material, standings: Mapping[UUID, Standing], t: Translator) -> doc.Paragraph:
    """Say how the table is to be read: only of signs and words that are in it."""
    counted = [material.counts[each] for each in material.recommendations if tallies_of(material.counts.get(each))]
    opening = (
        t("Each in the words and the language in which it was put forward, with the hands counted.")
        if counted
        else t("Each in the words and the language in which it was put forward. No hands were counted.")
    )
    closing = [
        t("† has a reservation, printed in Annex B.") if material.reservations else "",
        t("‡ counted on an earlier wording.") if any(map(is_earlier, counted)) else "",
        _further(standings, t),
        t("A dash: not counted, or nobody named."),
    ]
    sets = tuple(_sets(material, t))
    runs = (
        doc.Run(opening + " "),
        *sets,
        doc.Run((" " if sets else "") + " ".join(filter(None, closing))),
    )
    return doc.Paragraph(runs, doc.Role.INTRODUCTION)


def _sets(material: Material, t: Translator) -> Iterator[doc.Run]:
    """Explain the letters of the sets there are: "C citizenship, P policy and action."."""
    names = {
        RecommendationSet.CITIZENSHIP: t.context("set, in a sentence", "citizenship"),
        RecommendationSet.POLICY: t.context("set, in a sentence", "policy and action"),
    }
    used = {recommendation.set for recommendation in material.recommendations.values()}
    if len(used) < 2:
        return
    present = [which for which in RecommendationSet if which in used]
    for place, which in enumerate(present, 1):
        yield doc.Run(set_letter(which, t), doc.Style.STRONG, tone=str(which))
        yield doc.Run(f"\u00a0{names[which]}" + (", " if place < len(present) else "."))


def _further(standings: Mapping[UUID, Standing], t: Translator) -> str:
    """Explain what "further to 2" means, by the first that is."""
    first = _first([each for each in standings.values() if each.kind is StandingKind.FURTHER and each.reference])
    if first is None:
        return ""
    words = t("“Further to {paragraph}”: beyond the items for which paragraph {paragraph} has room.")
    return words.format(paragraph=first.reference)


def _first(standings: Sequence[Standing]) -> Standing | None:
    return min(standings, key=lambda standing: (len(standing.reference), standing.reference), default=None)
