"""What can be saved of a damaged file, in sentences that are true in every case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from consultation.language import translator
from consultation.merging import Loss, LossKind
from consultation.model import Recommendation, RecommendationSet
from consultation.words import can_be_saved, entries_whole, loss_title, loss_when, loss_words, pages_unreadable

T = translator("en")
HERE = Recommendation(id=UUID(int=5), set=RecommendationSet.POLICY, text="Open the wells.")
NOON = datetime(2021, 10, 6, 12, 0, tzinfo=UTC)
ADA = UUID(int=9)


def look(record_id: UUID) -> Recommendation | None:
    return HERE if record_id == HERE.id else None


def test_how_much_is_whole() -> None:
    assert entries_whole(T, 412, 415) == "412 of 415 entries are whole"
    assert can_be_saved(T, 4120, 4150) == "4,120 of 4,150 entries can be saved"
    assert pages_unreadable(T, 0, 288, 0) == "Every page of the file can be read."
    assert pages_unreadable(T, 3, 288, 0) == "3 of 288 pages of the file cannot be read."
    assert "Its end is missing: 2 pages." in pages_unreadable(T, 2, 288, 2)


@pytest.mark.parametrize(
    ("loss", "title", "sentence"),
    [
        (
            Loss(LossKind.EARLIER, "recommendation", HERE.id, (HERE.id,)),
            "Recommendation",
            "an earlier change to “Open the wells.”; a later one is whole",
        ),
        (
            Loss(LossKind.LATER, "recommendation", HERE.id, (HERE.id,), ("deleted", "text")),
            "Recommendation",
            "a later change to “Open the wells.”; an earlier one is whole (Wording)",
        ),
        (
            Loss(LossKind.WHOLE, "support", UUID(int=6), (HERE.id,)),
            "Support",
            "all of it; “Open the wells.”, which it goes with, is whole",
        ),
        (Loss(LossKind.WHOLE, "support", UUID(int=6), (UUID(int=8),)), "Support", "all of it"),
        (Loss(LossKind.EARLIER, "lesson", UUID(int=7)), "Lesson learned", "an earlier change; a later one is whole"),
        (Loss(LossKind.UNKNOWN), "Not known", "one entry that nothing else speaks of"),
    ],
)
def test_each_loss_is_named_as_far_as_it_is_known(loss: Loss, title: str, sentence: str) -> None:
    assert (loss_title(T, loss), loss_words(T, loss, look)) == (title, sentence)


def test_when_it_was_is_said_as_far_as_it_is_known() -> None:
    def told(**known: object) -> str:
        return loss_when(T, Loss(LossKind.UNKNOWN, **known), {ADA: "Ada"}, "UTC")

    later = NOON + timedelta(minutes=11)
    assert told() == ""
    assert told(when=NOON, author=ADA) == "6 Oct 2021, 12:00, Ada"
    assert told(when=NOON) == "6 Oct 2021, 12:00"
    assert told(after=NOON, before=later) == "between 6 Oct 2021, 12:00 and 6 Oct 2021, 12:11"
    assert told(after=NOON, before=NOON) == "about 6 Oct 2021, 12:00"
    assert told(after=NOON) == "after 6 Oct 2021, 12:00"
    assert told(before=NOON) == "before 6 Oct 2021, 12:00"
