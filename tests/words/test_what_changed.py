"""A change to a record, and a disagreement about one, as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from consultation.language import translator
from consultation.model import Lesson, Recommendation
from consultation.store import Store
from consultation.store.versions.names import ERASED, REASON, WITHDRAWN
from consultation.words import conflict_name, lookup_in, vocabulary_labels, what_changed
from tests.builders import a_lesson, a_recommendation, a_store, handed_to, identity

T = translator("en")


@dataclass(frozen=True)
class Done:
    """A change by hand."""

    fields: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    created: bool = False


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Done(("deleted", "text"), {"deleted": False}, created=True), "wrote it"),
        (Done(("deleted",), {"deleted": True}), "deleted it"),
        (Done(("deleted",), {"deleted": False}), "restored it"),
        (Done(("deleted", "rank", "text")), "changed: Place in the list and Wording"),
        (Done(("deleted", "terms.strand")), "changed: Strands"),
        (Done(("flavour",)), "changed: Something this version of the program does not show"),
        (Done((WITHDRAWN,), {WITHDRAWN: ["ab"]}), "took back earlier changes"),
        (Done((ERASED, REASON), {ERASED: ["ab"], REASON: "asked for by a child"}),
         "erased words for good: asked for by a child"),
        (Done((ERASED,)), "erased words for good"),
    ],
)  # fmt: skip
def test_a_change_is_told_after_the_name_of_who_made_it(change: Done, words: str) -> None:
    assert what_changed(T, "lesson", change) == words


def test_the_history_of_a_record_is_told(folder: Path) -> None:
    with a_store(folder) as store:
        lesson = a_lesson(store)
        store.change(lesson, text="Begin with the people.")
        store.delete(lesson)
        store.restore(lesson)
        told = [what_changed(T, "lesson", change) for change in store.history(store.get(Lesson, lesson.id))]
    assert told == ["wrote it", "changed: Wording", "deleted it", "restored it"]


def test_a_conflict_is_named_by_its_record_and_its_field(folder: Path) -> None:
    from consultation.merging import merge

    with a_store(folder) as store:
        recommendation = a_recommendation(store, "Open the wells")
        with handed_to(store, "Tobias") as other:
            other.change(other.get(Recommendation, recommendation.id), text="Close the wells")
        store.change(recommendation, text="Dig the wells")
        merge(store, [other.path])
    with Store.open(store.path, identity("Ada")) as store:
        (conflict,) = store.conflicts()
        record = store.get(Recommendation, conflict.record)
        named = conflict_name(T, conflict, record, lookup_in(store), vocabulary_labels(store))
    assert named == f"Recommendation: {record.text} · Wording"
