"""Why hands that several rooms raised are not added up, in words."""

from __future__ import annotations

from collections.abc import Mapping

from consultation.language import N_, NP_, Translator
from consultation.reading.adding import NoSum

_WHY: Mapping[NoSum, str] = {
    NoSum.COUNTED_TWICE: N_("No sum is made: in one room a group was counted twice, and which count holds is open."),
    NoSum.SAME_ROOM: N_("No sum is made: one room was counted for two wordings."),
    NoSum.NO_ROOM: N_("No sum is made: nobody noted in which room something was counted."),
    NoSum.OTHER_METHOD: N_("No sum is made: some raised hands, others stuck dots or used a scale."),
    NoSum.EARLIER_WORDING: N_("No sum is made: some were counted before the words were changed."),
    NoSum.NOT_LISTED: N_("No sum is made: one room has no list of who was there, so nobody knows who was in two."),
}
_IN_TWO = NP_(
    "No sum is made: {count} person was in two of these rooms.",
    "No sum is made: {count} people were in two of these rooms.",
)


def why_no_sum(t: Translator, why: NoSum, in_two: int) -> str:
    """Say why no sum is made; ``in_two`` is how many people are known to have been in two of the rooms."""
    return t.plural(*_IN_TWO, in_two) if why is NoSum.SAME_PEOPLE else t(_WHY[why])
