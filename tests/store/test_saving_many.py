"""Many records saved at once are what they would be saved one by one."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from consultation.errors import InvalidRecord
from consultation.model import (
    Intervention,
    Lesson,
    Person,
    Recommendation,
    RecommendationSet,
    Session,
    Support,
    translation,
)
from consultation.store import Store
from consultation.store.validating import Fresh
from tests.builders import Watch, a_session, a_store, empty_store, identity, rows_of

POLICY = RecommendationSet.POLICY


def counted() -> Callable[[int], bytes]:
    """Chance that is the same every time."""
    numbers = itertools.count()
    return lambda size: next(numbers).to_bytes(size, "big")


def some(store: Store) -> list[Any]:
    """Records of several kinds, with texts in several languages not in the order of the alphabet."""
    asked = Recommendation(
        id=store.new_id(),
        set=POLICY,
        text="Open the wells.",
        translations={"fr": translation("Ouvrir.", "Open the wells."), "es": translation("Abrir.", "Open the wells.")},
        terms={"strand": [UUID(int=7)], "capital": []},
    )
    return [
        asked,
        Support(id=store.new_id(), recommendation=asked.id, in_favour=3),
        Session(id=store.new_id(), code="S1", title={"fr": "Eau", "en": "Water"}),
        *(Lesson(id=store.new_id(), text=f"Lesson {number}") for number in range(1200)),
    ]


def test_the_file_is_the_same_as_when_they_are_saved_one_by_one(folder: Path) -> None:
    tables = []
    for name in ("together", "apart"):
        with empty_store(folder, f"{name}.consult", entropy=counted()) as store:
            records = some(store)
            with store.together():
                if name == "together":
                    store.save_all(records)
                else:
                    for one in records:
                        store.save(one)
            assert store.check().is_sound
            found = {kind: store.all(kind) for kind in (Recommendation, Support, Session, Lesson, Person)}
            tables.append((found, store.search("ouvrir"), store.search("eau"), store.counts(), rows_of(store.path)))
    assert tables[0] == tables[1]


def test_what_is_known_is_changed_and_what_has_not_changed_is_left(folder: Path) -> None:
    with a_store(folder) as store:
        first, second = Lesson(id=store.new_id(), text="One"), Lesson(id=store.new_id(), text="Two")
        store.save_all([first, second])
        first.text = "One again"
        third = Lesson(id=store.new_id(), text="Three")
        written = store.save_all([first, second, third])
        assert written.records == {first.id, third.id}
        assert [one.text for one in store.all(Lesson)] == ["One again", "Two", "Three"]
        assert len(store.history(first)) == 2
        store.undo(written)
        assert [one.text for one in store.all(Lesson)] == ["One", "Two"]


def test_one_record_twice_is_saved_twice(folder: Path) -> None:
    with a_store(folder) as store:
        made = store.new_id()
        store.save_all([Fresh(Lesson, made, {"text": "One"}), Fresh(Lesson, made, {"text": "Two"})])
        assert [one.text for one in store.all(Lesson)] == ["Two"]
        assert len(store.history(store.get(Lesson, made))) == 2


def test_nothing_comes_in_when_one_of_them_cannot_be_kept(folder: Path) -> None:
    with a_store(folder) as store:
        digest = store.digest()
        for wrong in ({"text": ""}, {}, {"text": "x" * (2 << 20)}):
            good = Fresh(Lesson, store.new_id(), {"text": "One"})
            with pytest.raises(InvalidRecord):
                store.save_all([good, Fresh(Lesson, store.new_id(), wrong)])
            assert store.digest() == digest


def test_each_is_checked_before_the_next_is_asked_for_and_others_may_be_saved_meanwhile(folder: Path) -> None:
    with a_store(folder) as store:
        asked_for = []

        def given() -> Any:
            for number, text in enumerate(["One", "Two", "", "Four"]):
                asked_for.append(number)
                store.save(Session(id=store.new_id(), code=f"S{number}"))
                yield Fresh(Lesson, store.new_id(), {"text": text})

        with pytest.raises(InvalidRecord):
            store.save_all(given())
        assert asked_for == [0, 1, 2]
        assert store.count(Lesson) == store.count(Session) == 0


def test_every_revision_has_a_salt_of_its_own_in_every_file(folder: Path) -> None:
    salts = []
    for name in ("one", "two"):
        with a_store(folder, f"{name}.consult", watch=Watch()) as store:
            same = [Fresh(Lesson, UUID(int=number), {"text": "The same"}) for number in range(3)]
            store.save_all(same)
            salts += [row["salt"] for row in rows_of(store.path)]
    assert len(set(salts)) == len(salts)


def test_saving_none_writes_nothing_and_introduces_nobody(folder: Path) -> None:
    with empty_store(folder, watch=Watch()) as store:
        assert not store.save_all([])
        assert store.counts()["person"] == 0


def test_others_go_on_reading_while_much_is_written(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        session = a_session(store)
        with Store.open(store.path, identity("Ben")) as beside, store.together():
            store.save_all(
                Fresh(Intervention, store.new_id(), {"session": session.id, "text": "word " * 40}) for _ in range(3000)
            )
            assert beside.session(session.code) == session
            assert not beside.all(Intervention)
        assert store.count(Intervention) == 3000
