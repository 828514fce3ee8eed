"""Two stores on one file: each hears what the other writes, and waits for nobody to hear it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from time import monotonic

import pytest

from consultation.errors import NotSaved
from consultation.merging import merge
from consultation.model import Consultation, Intervention, Recommendation, RecommendationSet
from consultation.store import Store
from consultation.store.following import MOST
from consultation.store.sqlite.connection import connect
from tests.builders import identity

AT_ONCE = 2.0
"""Seconds; whoever waits for a lock in SQLite waits five."""


@pytest.fixture
def both(folder) -> Iterator[tuple[Store, Store]]:
    who = identity("Amira")
    with Store.create(folder / "one.consult", who) as first, Store.open(folder / "one.consult", who) as second:
        yield first, second


def said(store: Store, text: str) -> Intervention:
    made = Intervention(id=store.new_id(), session=store.new_id(), text=text, language="en")
    store.save(made)
    return made


def test_what_another_store_writes_is_heard_once(both) -> None:
    first, second = both
    listener = first.listen()
    assert listener.news() is None
    made = said(second, "More trees.")
    news = listener.news()
    assert news is not None
    assert (made.id in news.records, "intervention" in news.kinds, news.everything) == (True, True, False)
    assert listener.news() is None


def test_what_a_store_writes_itself_is_no_news_to_it(both) -> None:
    first, second = both
    listener = first.listen()
    mine = said(first, "Mine.")
    assert listener.news() is None
    theirs = said(second, "Theirs.")
    news = listener.news()
    assert news is not None
    assert theirs.id in news.records
    assert mine.id not in news.records


def test_of_very_much_it_is_only_said_that_everything_may_be_another(both) -> None:
    first, second = both
    listener = first.listen()
    second.save_all(
        Intervention(id=second.new_id(), session=second.new_id(), text=f"{n}", language="en") for n in range(MOST + 1)
    )
    news = listener.news()
    assert news is not None
    assert news.everything


def test_a_merge_by_another_store_makes_everything_another(both, folder) -> None:
    first, second = both
    first.save(Consultation(id=first.new_id(), title={"en": "Forum"}))
    first.send_copy(folder / "room.consult")
    with Store.open(folder / "room.consult", identity("Room")) as room:
        said(room, "There.")
    listener = first.listen()
    merge(second, [folder / "room.consult"])
    news = listener.news()
    assert news is not None
    assert news.everything


def test_while_somebody_keeps_the_file_to_himself_nobody_waits_and_nothing_is_missed(both) -> None:
    first, second = both
    listener = first.listen()
    made = said(second, "Before.")
    with closing(connect(second.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = monotonic()
        with pytest.raises(NotSaved):
            listener.news()
        assert monotonic() - began < AT_ONCE
        other.execute("ROLLBACK")
    news = listener.news()
    assert news is not None
    assert made.id in news.records


def test_a_store_that_is_to_wait_shortly_is_refused_shortly(both) -> None:
    first, second = both
    first.wait_at_most(50)
    with closing(connect(second.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = monotonic()
        with pytest.raises(NotSaved):
            said(first, "Not yet.")
        assert monotonic() - began < AT_ONCE
        other.execute("ROLLBACK")
    said(first, "Now.")


def test_undoing_takes_back_ones_own_and_leaves_what_another_store_wrote_since(both) -> None:
    first, second = both
    made = Recommendation(
        id=first.new_id(), session=first.new_id(), set=RecommendationSet.POLICY, text="Plant trees.", language="en"
    )
    first.save(made)
    mine = first.change(made, text="Plant many trees.")
    second.change(made, reference="A-1")
    first.undo(mine)
    for store in both:
        now = store.get(Recommendation, made.id)
        assert (now.text, now.reference) == ("Plant trees.", "A-1")
    again = first.change(made, text="Plant a thousand trees.")
    second.change(made, text="Plant a forest.")
    assert not first.undo(again)
    assert first.get(Recommendation, made.id).text == "Plant a forest."
