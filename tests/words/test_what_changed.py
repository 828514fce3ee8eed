"""A change to a record, and a disagreement about one, as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from consultation.language import translator
from consultation.model import Lesson, Recommendation
from consultation.store import Change, Store
from consultation.store.versions.names import ERASED, REASON, WITHDRAWN
from consultation.words import conflict_name, lookup_in, vocabulary_labels, what_changed
from tests.builders import a_lesson, a_recommendation, a_store, handed_to, identity

T = translator("en")


def done(*names: str, created: bool = False, withdraws: bool = False, erases: bool = False, **values: Any) -> Change:
    """A change by hand, to these fields."""
    when, others = datetime(2021, 10, 5, tzinfo=UTC), (bytes(32),)
    withdrawn, erased = others if withdraws else (), others if erases else ()
    return Change(bytes(32), UUID(int=1), "Ada", when, names, values, created, withdrawn, erased)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (done("deleted", "text", created=True, deleted=False), "wrote it"),
        (done("deleted", deleted=True), "deleted it"),
        (done("deleted", deleted=False), "restored it"),
        (done("deleted", "rank", "text"), "changed: Place in the list and Wording"),
        (done("deleted", "terms.strand"), "changed: Strands"),
        (done("flavour"), "changed: Something this version of the program does not show"),
        (done(WITHDRAWN, withdraws=True), "took back earlier changes"),
        (done(ERASED, REASON, erases=True, **{REASON: "a child"}), "erased words for good: a child"),
        (done(ERASED, erases=True), "erased words for good"),
    ],
)
def test_a_change_is_told_after_the_name_of_who_made_it(change: Change, words: str) -> None:
    assert what_changed(T, "lesson", change, {}) == words


def test_the_history_of_a_record_is_told(folder: Path) -> None:
    with a_store(folder) as store:
        lesson = a_lesson(store)
        store.change(lesson, text="Begin with the people.")
        store.delete(lesson)
        store.restore(lesson)
        told = [what_changed(T, "lesson", change, {}) for change in store.history(store.get(Lesson, lesson.id))]
        store.erase(lesson, ["text"], "it named a child")
        told_at_last = what_changed(T, "lesson", store.history(store.get(Lesson, lesson.id))[-1], {})
    assert told == ["wrote it", "changed: Wording", "deleted it", "restored it"]
    assert told_at_last == "erased words for good: it named a child"


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
