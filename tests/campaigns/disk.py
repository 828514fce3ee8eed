"""A disk that loses its power: what may be on it afterwards, given what was written and what was waited for.

The log of a run (`shim.c`) is played back up to a moment. Bytes not yet waited for (fsync of the file) may or may
not have arrived, sector by sector and in any subset; names made, moved or taken away may or may not have until the
folder was waited for. That is less than any real file system promises, and what SQLite claims to survive.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

SECTOR = 512
_HEAD = struct.Struct("<cIIIq")


@dataclass(frozen=True)
class Event:
    """One call that reached the system. Paths are relative to the folder that was watched."""

    kind: str
    """C made, W written, T cut to a size, S waited for, U taken away, R moved, L named a second time, A told."""
    path: str
    second: str
    place: int
    data: bytes


def read_log(log: Path, root: Path) -> list[Event]:
    """Read what the shim wrote down."""
    whole, events, at = log.read_bytes(), [], 0
    watched = f"{root.resolve()}/"
    while at < len(whole):
        kind, first, second, size, place = _HEAD.unpack_from(whole, at)
        at += _HEAD.size
        parts = []
        for length in (first, second, size):
            parts.append(whole[at : at + length])
            at += length
        path, other = (part.decode().removeprefix(watched) for part in parts[:2])
        events.append(Event(kind.decode(), "" if path == watched[:-1] else path, other, place, parts[2]))
    return events


@dataclass
class Content:
    """The bytes of one file, whatever it is called: those on the disk, and those on their way."""

    safe: bytes = b""
    pending: list[Event] = field(default_factory=list)

    def settle(self) -> None:
        self.safe = self.after(None)
        self.pending.clear()

    def after(self, chance: Random | None) -> bytes:
        """Return the bytes with a subset of the pending changes, sector by sector; without a chance, with all."""
        found = bytearray(self.safe)
        often = chance.choice((0.1, 0.5, 0.9)) if chance else 1.0
        for event in self.pending:
            if event.kind == "T":
                if chance is None or chance.random() < often:
                    _resize(found, event.place)
                continue
            for start, part in _sectors(event):
                if chance is None or chance.random() < often:
                    if len(found) < start:
                        _resize(found, start)
                    found[start : start + len(part)] = part
        return bytes(found)


@dataclass(frozen=True)
class Naming:
    """A change of names that a folder has not been waited for since."""

    event: Event
    content: Content


class Disk:
    """The files of a folder while a log is played back."""

    def __init__(self, start: Path) -> None:
        self.safe = {
            path.relative_to(start).as_posix(): Content(path.read_bytes())
            for path in sorted(start.rglob("*"))
            if path.is_file()
        }
        """Names as they are on the disk."""
        self.now = dict(self.safe)
        """Names as programs see them."""
        self.pending: list[Naming] = []

    def play(self, event: Event) -> None:
        """Let one call happen."""
        if event.kind == "A":
            return
        if event.kind == "S" and event.path not in self.now:
            self._settle_names(event.path)
        elif event.kind == "S":
            self.now[event.path].settle()
        elif event.kind in "WT":
            self.now[event.path].pending.append(event)
        else:
            content = Content() if event.kind == "C" else self.now[event.path]
            self.pending.append(Naming(event, content))
            _rename(self.now, self.pending[-1])

    def _settle_names(self, folder: str) -> None:
        for one in [one for one in self.pending if folder in _folders_of(one.event)]:
            _rename(self.safe, one)
            self.pending.remove(one)

    def after_a_cut(self, chance: Random | None, names: str = "any", bytes_: str = "any") -> dict[str, bytes]:
        """Return the files as found when ``all``, ``none`` or ``any`` of the pending names, and bytes, have arrived."""
        found = dict(self.safe)
        for one in self.pending:
            if names == "all" or (names == "any" and chance and chance.random() < 0.5):
                _rename(found, one)
        return {
            name: content.safe if bytes_ == "none" else content.after(chance if bytes_ == "any" else None)
            for name, content in found.items()
        }


@dataclass(frozen=True)
class Cut:
    """A state of the disk after the power failed at a moment of the log."""

    moment: int
    seed: int
    files: dict[str, bytes]
    acknowledged: list[dict[str, Any]]

    def write_to(self, root: Path) -> None:
        """Make ``root`` look like this."""
        root.mkdir()
        for name, content in self.files.items():
            path = root / name
            for folder in reversed(path.relative_to(root).parents[:-1]):
                (root / folder).mkdir(mode=0o700, exist_ok=True)  # as private folders are; the log has no modes
            path.write_bytes(content)


EXTREMES: Sequence[tuple[str, str]] = (("none", "none"), ("all", "all"), ("all", "none"), ("none", "all"))
"""What of names and of bytes is on the disk in the first states of each moment; all later ones are by chance."""


def cuts(events: Sequence[Event], start: Path, wanted: Collection[tuple[int, int]]) -> Iterator[Cut]:
    """Give the ``wanted`` states, each a moment of the log and a seed, but those that look like one before."""
    disk = Disk(start)
    acknowledged: list[dict[str, Any]] = []
    seen: set[int] = set()
    by_moment: dict[int, list[int]] = {}
    for moment, seed in wanted:
        by_moment.setdefault(moment, []).append(seed)
    for moment, event in enumerate(events, 1):
        disk.play(event)
        if event.kind == "A":
            told = json.loads(event.data)
            acknowledged += [told["said"]] if "said" in told else []
        for seed in sorted(by_moment.get(moment, ())):
            if seed < len(EXTREMES):
                files = disk.after_a_cut(None, *EXTREMES[seed])
            else:
                files = disk.after_a_cut(Random(f"{moment} {seed}"))
            look = hash((len(acknowledged), *sorted(files.items())))
            if look not in seen:
                seen.add(look)
                yield Cut(moment, seed, files, list(acknowledged))


def _rename(names: dict[str, Content], one: Naming) -> None:
    """Carry out a change of names, as far as it makes sense on what did arrive before it."""
    event = one.event
    if event.kind in "UR":
        names.pop(event.path, None)
    if event.kind != "U":
        names[event.path if event.kind == "C" else event.second] = one.content


def _folders_of(event: Event) -> set[str]:
    return {path.rpartition("/")[0] for path in (event.path, event.second) if path}


def _resize(found: bytearray, size: int) -> None:
    del found[size:]
    found.extend(bytes(size - len(found)))


def _sectors(event: Event) -> Iterator[tuple[int, bytes]]:
    """Take a write apart where sectors of the disk end."""
    at, end = event.place, event.place + len(event.data)
    while at < end:
        after = min((at // SECTOR + 1) * SECTOR, end)
        yield at, event.data[at - event.place : after - event.place]
        at = after
