"""What was counted for what was not agreed, in words."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from consultation.language import Translator
from consultation.model import Recommendation, Support
from consultation.reading.passages import Declaration
from consultation.reading.tallies import Counts, count_all
from consultation.store import Store


def read_hands(store: Store, standing: Declaration, t: Translator) -> Mapping[UUID, str]:
    """Tell of every item that is quoted what was counted for it: item -> words; ``t`` speaks its language."""
    quoted = [item for paragraph in standing.paragraphs for item in paragraph.items if item.quoted]
    asked = {source for item in quoted for source in item.own_sources}
    if not asked:
        return {}
    counts = count_all(store.all(Recommendation, id=asked), store.all(Support, recommendation=asked))
    return {item.id: said for item in quoted if (said := _told([counts.get(each) for each in item.own_sources], t))}


def _told(counted: list[Counts | None], t: Translator) -> str:
    known = [counts for counts in counted if counts is not None]
    if not known:
        return ""
    if any(counts.counted_twice for counts in known):
        return t("counted twice, not added up")
    total = sum((counts.total for counts in known[1:]), known[0].total)
    if not total.is_counted:
        return t("not counted by hands")
    said = [
        t("{count} for").format(count=_number(total.in_favour, t)),
        t("{count} against").format(count=_number(total.against, t)),
        t("{count} abstaining").format(count=_number(total.abstain, t)),
    ]
    return ", ".join(said).replace(" ", "\u00a0")


def _number(count: int | None, t: Translator) -> str:
    return "–" if count is None else t.number(count)
