"""Ways in which a file is damaged, each from a seed, and a file to damage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from consultation.model import Support, fingerprint
from consultation.store import Store
from tests.builders import a_lesson, a_recommendation, a_session, a_store, handed_to

PAGE = 4096

Harm = Callable[[bytes, Random], bytes]


def a_busy_room(folder: Path, recommendations: int = 60) -> Path:
    """The file of a room in which much was written, changed, deleted, erased and merged."""
    with a_store(folder, "whole.consult") as store:
        session = a_session(store, "S1", title={"en": "Wells"})
        for number in range(recommendations):
            kept = a_recommendation(
                store, f"Open well number {number} to everyone who comes with a bucket.", session=session.id
            )
            store.save(
                Support(
                    id=store.new_id(),
                    recommendation=kept.id,
                    in_favour=number,
                    against=1,
                    abstain=0,
                    counted_on=fingerprint(kept.text),
                )
            )
            if number % 4 == 0:
                store.change(kept, text=f"{kept.text} By turns.")
            if number % 8 == 0:
                store.change(store.get(type(kept), kept.id), rationale="long words " * 700)
        erased = a_lesson(store, "Nobody should read this secret.")
        store.erase(erased, ["text"], "asked for")
        store.delete(a_lesson(store, "A lesson too many."))
        path = store.path
        with handed_to(store, "Ben") as bens:
            bens.change(kept, text="Close it again.")
    return path


def pages_of(data: bytes) -> int:
    return len(data) // PAGE


def overwritten(data: bytes, pages: list[int], fill: Callable[[], bytes]) -> bytes:
    """The file with these pages, counted from 1, overwritten."""
    harmed = bytearray(data)
    for page in pages:
        harmed[(page - 1) * PAGE : page * PAGE] = fill()
    return bytes(harmed)


def some_pages(data: bytes, chance: Random, number: int = 5) -> list[int]:
    return chance.sample(range(2, pages_of(data) + 1), number)


HARMS: dict[str, Harm] = {
    "zeros": lambda data, chance: overwritten(data, some_pages(data, chance), lambda: bytes(PAGE)),
    "garbage": lambda data, chance: overwritten(data, some_pages(data, chance), lambda: chance.randbytes(PAGE)),
    "its own pages": lambda data, chance: overwritten(
        data,
        some_pages(data, chance),
        lambda: data[(page := chance.randrange(pages_of(data))) * PAGE : (page + 1) * PAGE],
    ),
    "half a page": lambda data, chance: _half_overwritten(data, chance),
    "single bytes": lambda data, chance: _flipped(data, chance),
    "no header": lambda data, chance: bytes(100) + data[100:],
    "no first page": lambda data, chance: chance.randbytes(PAGE) + data[PAGE:],
    "first bytes gone": lambda data, chance: data[chance.randrange(1, PAGE) :],
    "a cut tail": lambda data, chance: data[: chance.randrange(len(data) * 3 // 4, len(data))],
    "no root": lambda data, chance: overwritten(data, [2], lambda: bytes(PAGE)),
}


def _half_overwritten(data: bytes, chance: Random) -> bytes:
    harmed = bytearray(data)
    for page in some_pages(data, chance):
        start = (page - 1) * PAGE + chance.randrange(8) * 512
        harmed[start : start + 512] = chance.randbytes(512)
    return bytes(harmed)


def _flipped(data: bytes, chance: Random) -> bytes:
    harmed = bytearray(data)
    for _ in range(20):
        harmed[chance.randrange(PAGE, len(data))] ^= 1 << chance.randrange(8)
    return bytes(harmed)


def copy_of(store: Store, folder: Path, name: str) -> Path:
    """A checked copy, as it is handed in: SQLite writes it anew from end to end."""
    store.send_copy(folder / name)
    return folder / name
