"""How a recommendation in conflict reads in the draft until somebody decides: each one's own words in brackets."""

from __future__ import annotations

from consultation.deciding.questions import Question
from consultation.model import Item, Paragraph, Recommendation
from consultation.reading.versions import bracketed
from consultation.store import Store


def meanwhile(store: Store, question: Question) -> list[tuple[str, bool]]:
    """Return the words as they stand in the draft, each stretch with whether it is in brackets.

    Nothing where no passage of the draft comes from the recommendation, or it is not its wording that is in conflict.
    """
    record = question.record
    if not isinstance(record, Recommendation) or question.name != "text":
        return []
    if not any(store.holding(kind, "sources", record.id) for kind in (Item, Paragraph)):
        return []
    return [(piece.text, piece.is_open) for piece in bracketed([answer.text for answer in question.answers])]
