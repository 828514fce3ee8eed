"""Several people at work on copies of one file, and what some of them then do to their copy before they hand it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from consultation.cli import run
from consultation.merging import merge
from consultation.model import KINDS, Lesson, Recommendation, Record, Session
from consultation.store import Store, Written
from tests.builders import (
    DAY_MS,
    HOUR_MS,
    START_MS,
    YEAR_MS,
    Watch,
    a_lesson,
    a_recommendation,
    a_session,
    a_store,
    copied,
    forged,
    handed_to,
    identity,
    rows_of,
    with_sql,
)
from tests.campaigns.floods import HEADS
from tests.campaigns.values import added

PEOPLE = {"Ben": HOUR_MS, "Eve": -YEAR_MS, "Zoë": 30 * DAY_MS}
"""Who works on a copy, and how wrong the watch of each is."""

SECRET = "said by zqxjwvkomir"
TRACE = b"jwvkomir"
"""What of it is in one piece wherever it stands, an index of words included."""
WORDS = ("water", "bread", "land", "map", "night")


@dataclass(frozen=True)
class Histories:
    """The files of the people, and the hostile ones made of them; each hostile one is made when asked for."""

    folder: Path

    def honest(self) -> list[Path]:
        """The files as they were worked on."""
        return [self.folder / f"{name.lower()}.consult" for name in PEOPLE]

    def stripped(self) -> Path:
        """Eve's file, with the words taken out of half of its revisions, and nothing that says so."""
        return with_sql(
            self.folder / "eve.consult",
            "UPDATE revision SET salt = NULL, body = NULL WHERE seq % 2",
            name="stripped.consult",
        )

    def squatting(self) -> Path:
        """Zoë's file, in which other people's ids are claimed by records of other kinds."""
        path = copied(self.folder / "zoë.consult", "squatting.consult")
        known = {row["record"]: row["kind"] for row in rows_of(self.folder / "ben.consult")}
        taken = [record for record, kind in known.items() if kind in {"recommendation", "session", "person"}]
        added(path, *(forged({"deleted": False, "text": "Mine."}, record=record) for record in taken))
        return path

    def flooding(self) -> Path:
        """Ben's file, in which one lesson has more heads than a revision may have parents."""
        path = copied(self.folder / "ben.consult", "flooding.consult")
        record = self.flooded()
        added(
            path,
            *(
                forged({"deleted": False, "text": f"Head {number}"}, record=record, wall_ms=START_MS + number)
                for number in range(HEADS)
            ),
        )
        return path

    def flooded(self) -> bytes:
        """The record that is flooded: the first lesson, which everybody has."""
        return bytes(rows_of(self.folder / "room.consult", "kind = 'lesson'")[0]["record"])

    def erased(self) -> Path:
        """Ben's file, in which the words of one recommendation have been erased, as people may ask for."""
        path = copied(self.folder / "ben.consult", "erased.consult")
        with Store.open(path, identity("Ben"), Watch(START_MS + 2 * DAY_MS).clock()) as store:
            secret = next(one for one in store.all(Recommendation, deleted=True) if one.rationale == SECRET)
            store.erase(secret, ["rationale"], "She asked for it.")
        return path

    def awaiting(self) -> Path:
        """Ben's file, in which the ids that drafting is going to derive are claimed by lessons."""
        drafted = copied(self.folder / "ben.consult", "drafted.consult")
        known = {row["record"] for row in rows_of(drafted)}
        assert not run(["draft", str(drafted)], lambda _: 1)
        path = copied(self.folder / "ben.consult", "awaiting.consult")
        taken = sorted({row["record"] for row in rows_of(drafted)} - known)
        added(path, *(forged({"deleted": False, "text": "Mine."}, record=record) for record in taken))
        return path


def made_in(folder: Path, seed: int) -> Histories:
    """Let the people work; the same at every run."""
    chance = Random(seed)
    with a_store(folder, entropy=chance.randbytes) as room:
        for number in range(3):
            a_recommendation(room, f"{chance.choice(WORDS)} {number}")
            a_lesson(room, f"{chance.choice(WORDS)} {number}")
        a_recommendation(room, "water, as she said", rationale=SECRET)
        a_session(room, "S1")
        stores = []
        for name, wrong in PEOPLE.items():
            watch = Watch()
            watch.forward(wrong)
            stores.append(handed_to(room, name, watch, entropy=chance.randbytes))
    try:
        for turn in range(3):
            for store in stores:
                _work(store, chance, 6)
            if turn < 2:
                one, other = chance.sample(stores, 2)
                merge(one, [other.path])
                _decide(one, chance)
    finally:
        for store in stores:
            store.close()
    return Histories(folder)


def _work(store: Store, chance: Random, steps: int) -> None:
    """Do some of all the things people do: write, change, delete, restore, undo."""
    written: list[Written] = []
    for _ in range(steps):
        record = chance.choice([*_records(store)])
        word = f"{chance.choice(WORDS)} {chance.randrange(100)}"
        match chance.randrange(6):
            case 0:
                written.append(store.save(Recommendation(id=store.new_id(), set="policy", text=word, language="en")))
            case 1 | 2:
                field = "code" if isinstance(record, Session) else "text"
                written.append(store.change(record, **{field: word}))
            case 3:
                written.append(store.delete(record))
            case 4:
                written.append(store.restore(record))
            case 5 if written:
                store.undo(written.pop())


def _decide(store: Store, chance: Random) -> None:
    for conflict in store.conflicts()[:2]:
        store.resolve(KINDS[conflict.kind], conflict.record, conflict.field, chance.choice(conflict.options).value)


def _records(store: Store) -> Iterator[Record]:
    for kind in (Recommendation, Lesson, Session):
        yield from store.all(kind, deleted=True)
