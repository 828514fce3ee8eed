"""How long what is left takes: from the decisions of today, part by part, without the pauses."""

from __future__ import annotations

from consultation.deciding.desk import Part
from ui.merge.pace import PAUSE, Pace


class Hand:
    """A clock that goes only when it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_said_before_the_third_decision() -> None:
    hand = Hand()
    pace = Pace(hand)
    for _ in range(2):
        pace.note(Part.SURE)
        hand.now += 10
    assert pace.minutes({Part.SURE: 30}) is None
    pace.note(Part.SURE)
    assert pace.minutes({Part.SURE: 30}) == 5


def test_a_pause_makes_nobody_slow() -> None:
    hand = Hand()
    pace = Pace(hand)
    for seconds in (10, 10, PAUSE + 1, 10):
        pace.note(Part.SURE)
        hand.now += seconds
    pace.note(Part.SURE)
    assert pace.minutes({Part.SURE: 60}) == 10


def test_each_part_has_its_own_pace() -> None:
    hand = Hand()
    pace = Pace(hand)
    for part, seconds in ((Part.CONFLICTS, 0), (Part.CONFLICTS, 120), (Part.SURE, 5), (Part.SURE, 5)):
        hand.now += seconds
        pace.note(part)
    assert pace.minutes({Part.CONFLICTS: 5, Part.SURE: 0}) == 10
    assert pace.minutes({Part.CONFLICTS: 0, Part.SURE: 12}) == 1
