"""Hands counted for what was not agreed, in words."""

from __future__ import annotations

from itertools import count
from uuid import UUID

from consultation.composing.hands import hands_in_words, total_of
from consultation.language import translator
from consultation.model import Support, fingerprint
from consultation.reading.tallies import NOT_COUNTED, Counts, Tally, count_support

EN = translator("en")
TEXT = "Sell the wells."
IDS = count(1)


def counted(*hands: tuple[int, int | None, int], on: str = "") -> Counts:
    """What the room counted for a recommendation, each time; ``on`` which words."""
    return count_support(
        TEXT,
        [
            Support(
                id=UUID(int=next(IDS)),
                recommendation=UUID(int=1),
                in_favour=in_favour,
                against=against,
                abstain=abstain,
                counted_on=fingerprint(on) if on else "",
            )
            for in_favour, against, abstain in hands
        ],
    )


def test_hands_for_the_same_words_in_several_rooms_are_added() -> None:
    both = [counted((30, 9, 4)), counted((5, 2, 0))]
    assert total_of(both) == Tally(35, 11, 4)
    assert hands_in_words(both, EN) == "35 for, 11 against, 4 abstaining"


def test_nothing_is_added_up_where_one_of_them_was_counted_twice() -> None:
    both = [counted((30, 9, 4), (28, 9, 4)), counted((5, 2, 0))]
    assert total_of(both) == NOT_COUNTED
    assert hands_in_words(both, EN) == "counted twice, not added up"


def test_what_nobody_counted_is_not_nought() -> None:
    assert hands_in_words([counted((30, None, 4))], EN) == "30 for, – against, 4 abstaining"
    assert hands_in_words([Counts()], EN) == "not counted by hands"


def test_hands_raised_for_other_words_say_so() -> None:
    said = hands_in_words([counted((30, 9, 4), on="Sell one well.")], EN)
    assert said == "30 for, 9 against, 4 abstaining (counted on an earlier wording)"
