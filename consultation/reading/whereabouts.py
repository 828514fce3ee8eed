"""Where the recommendations have gone in a declaration: how many stand in it, and how many elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from consultation.reading.needs import Needs
from consultation.reading.passages import Declaration, ItemText


@dataclass(frozen=True)
class Whereabouts:
    """How many recommendations have gone where; together they are all there are."""

    in_text: int = 0
    annexed: int = 0
    """In the annex that lists them all, and nowhere else."""
    not_agreed: int = 0
    left_out: int = 0
    """Their items were left out by a person."""
    need_wording: int = 0

    @property
    def total(self) -> int:
        """All recommendations."""
        return self.in_text + self.annexed + self.not_agreed + self.left_out + self.need_wording


def whereabouts_of(standing: Declaration, needs: Needs) -> Whereabouts:
    """Account for every recommendation."""
    standing_in = in_text(standing)
    recorded = {source for passage in standing.passages for source in passage.own_sources} - standing_in
    left_out = left_out_of(standing) - standing_in - recorded
    accounted = len(standing_in) + len(recorded) + len(left_out) + len(needs.wording)
    annexed = len(standing.source_numbers) - accounted
    return Whereabouts(len(standing_in), annexed, len(recorded), len(left_out), len(needs.wording))


def in_text(standing: Declaration) -> frozenset[UUID]:
    """Return the recommendations among what is undertaken or asked: not those recorded as not agreed."""
    return frozenset(
        source
        for passage in standing.passages
        if not (isinstance(passage, ItemText) and passage.quoted)
        for source in passage.own_sources
    )


def left_out_of(standing: Declaration) -> frozenset[UUID]:
    """Return the recommendations of what a person has left out."""
    paragraphs = [source for paragraph in standing.left_out for source in paragraph.sources]
    return frozenset([*paragraphs, *(source for item in standing.left_out_items for source in item.own_sources)])
