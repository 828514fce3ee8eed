"""What a person does in the campaigns of kills and power cuts, always in the same way, and what must outlast them.

After each step that has been saved the script tells what a person would now count on: that is *acknowledged*.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from consultation.kits import read_kit
from consultation.merging import merge
from consultation.model import KINDS, Intervention, Lesson, Recommendation, RecommendationSet, Session
from consultation.preparing import new_consultation
from consultation.store import Store
from tests.builders import Watch, a_lesson, a_recommendation, a_store, handed_to
from tests.campaigns.rooms import at_home

KIT = "forum-intermediary-cities-2021"
ROOM = "room.consult"
COPY = "handed out.consult"
SOURCES = ("ben.consult", "eve.consult", "zoë.consult")
THEIR_WORDS = "These words belong to somebody else."
"""Stands in every source: wherever it is found beside sources and target, somebody's words were left lying about."""

Tell = Callable[[dict[str, Any]], None]


def new_room(path: Path) -> Store:
    """Make the file of the session from the kit, with the same chances every time."""
    return new_consultation(path, read_kit(KIT), at_home("Ada"), Watch().clock(), Random(1).randbytes)


def opened(path: Path, seed: int = 2) -> Store:
    """Open a file as Ada, with the same chances every time."""
    return Store.open(path, at_home("Ada"), Watch().clock(), Random(seed).randbytes)


def session(tell: Tell, root: Path) -> None:
    """Make a file and work in it as in a session."""
    with new_room(root / ROOM) as store:
        tell({"step": "new", "digest": store.digest()})
        wells = a_recommendation(store, "Open the wells.")
        _acknowledge(tell, store, wells)
        room = store.all(Session)[0]
        said = Intervention(id=store.new_id(), session=room.id, text="The wells are closed at night.", language="en")
        store.save(said)
        _acknowledge(tell, store, said)
        store.change(wells, text="Open all wells.", interventions=[said.id])
        _acknowledge(tell, store, store.get(Recommendation, wells.id))
        lesson = a_lesson(store, "Begin with the map. " * 1500)
        _acknowledge(tell, store, lesson)
        deleted = store.delete(lesson)
        _acknowledge(tell, store, lesson)
        store.undo(deleted)
        _acknowledge(tell, store, lesson)
        with store.together():
            for number in range(5):
                last = Recommendation(
                    id=store.new_id(), set=RecommendationSet.POLICY, text=f"Number {number} of five.", language="en"
                )
                store.save(last)
        _acknowledge(tell, store, last)
        store.send_copy(root / COPY)
        tell({"step": "copy", "digest": store.digest()})
        store.change(wells, text="Open all wells, at night too.")
        _acknowledge(tell, store, store.get(Recommendation, wells.id))
        store.send_copy(root / COPY)
        tell({"step": "copy", "digest": store.digest()})


def merging(tell: Tell, root: Path) -> None:
    """Open one's file twice (the second time it is known), write, take in three others, write again."""
    opened(root / ROOM).close()
    with opened(root / ROOM) as store:
        tell({"step": "opened", "digest": store.digest()})
        _acknowledge(tell, store, a_recommendation(store, "Before the merge."))
        merge(store, [root / name for name in SOURCES])
        tell({"step": "merged", "digest": store.digest()})
        (conflict, *_) = store.conflicts()
        store.resolve(KINDS[conflict.kind], conflict.record, conflict.field, conflict.options[0].value)
        tell({"step": "decided", "digest": store.digest()})
        _acknowledge(tell, store, a_lesson(store, "After the merge."))


def prepare_merging(root: Path) -> None:
    """Make the target and the three sources: enough in each for several pages, and a conflict between them."""
    chances = Random(3)
    with a_store(root, ROOM, entropy=chances.randbytes) as store:
        first = a_recommendation(store, "Open the wells.")
        for number, name in enumerate(SOURCES):
            who = name.removesuffix(".consult").title()
            watch = Watch()
            watch.forward(number + 1)
            with handed_to(store, who, watch, name, entropy=chances.randbytes) as theirs:
                theirs.change(first, text=f"{who} would open them later.")
                for _ in range(12):
                    words = " ".join(chances.choices(("water", "bread", "land", "map", "night"), k=150))
                    a_recommendation(theirs, f"{who}: {THEIR_WORDS} {words}")


def prefixes_merged(root: Path, folder: Path) -> set[str]:
    """Return the digests of the file once none, one, two ... of the sources have come in, each all or not at all."""
    target = folder / ROOM
    shutil.copyfile(root / ROOM, target)
    with opened(target) as store:
        a_recommendation(store, "Before the merge.")
        found = {store.digest()}
        for name in SOURCES:
            merge(store, [root / name])
            found.add(store.digest())
    target.unlink()
    return found


def _acknowledge(tell: Tell, store: Store, record: Recommendation | Lesson | Intervention) -> None:
    tell(
        {
            "step": "saved",
            "digest": store.digest(),
            "kind": record.kind(),
            "record": str(record.id),
            "text": record.text,
        }
    )
