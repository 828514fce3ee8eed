"""The laptops of the sample: their owners, clocks that are set by it, and chance that is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from consultation.model.record import derived_id
from consultation.store import Clock, Identity

HANDED_OUT_AT = datetime(2021, 9, 20, 8, 0, tzinfo=UTC)


class Desk:
    """One laptop: its owner, a clock that is set by the sample, and chance that is not."""

    def __init__(self, name: str, owner: dict[str, str]) -> None:
        self.owner = owner
        self.identity = Identity(
            derived_id("sample", name, "replica"), derived_id("sample", name, "author"), owner["name"]
        )
        self.now = HANDED_OUT_AT
        self.clock = Clock(lambda: int(self.now.timestamp() * 1000))
        self.entropy = chance(name)

    def pass_time(self, seconds: float = 1) -> None:
        self.now += timedelta(seconds=seconds)


def chance(seed: str) -> Callable[[int], bytes]:
    """Return a source of bytes that is the same for the same ``seed``."""

    def blocks() -> Iterator[int]:
        number = 0
        while True:
            yield from blake2b(f"{seed} {number}".encode()).digest()
            number += 1

    stream = blocks()
    return lambda count: bytes(next(stream) for _ in range(count))
