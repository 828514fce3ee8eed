"""What must hold of a person's files after a crash, whatever was going on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation.errors import ConsultationError
from consultation.model import KINDS
from consultation.store import Store
from tests.campaigns.rooms import refusals
from tests.campaigns.scripts import COPY, ROOM, SOURCES, THEIR_WORDS, Tell, new_room, opened


def judge(tell: Tell, root: Path, start: str, acknowledged: list[dict[str, Any]], allowed: list[str]) -> None:
    """Open what a crash left in ``root`` and tell everything that is wrong with it; nothing told, nothing wrong.

    ``allowed`` are the digests the file may have: that of the last acknowledged step, and those of the step that
    was being done. ``start`` is the folder as it was at first.
    """
    for found in _faults(root, acknowledged, set(allowed)):
        tell({"fault": found})
    for name in SOURCES:
        before = Path(start) / name
        if before.exists() and (root / name).read_bytes() != before.read_bytes():
            tell({"fault": f"the source {name} was changed"})


def _faults(root: Path, acknowledged: Sequence[dict[str, Any]], allowed: set[str]) -> Iterator[str]:
    path = root / ROOM
    if not path.exists():
        if acknowledged:
            yield "the file is gone"
        else:
            yield from _can_be_made(path)
        return
    try:
        with opened(path, seed=9) as store:
            yield from _faults_of(store, acknowledged, allowed)
            yield from _leavings(store, root)
    except ConsultationError as error:
        yield f"refused: {type(error).__name__}: {error}"
    yield from _faults_of_the_copy(root / COPY, acknowledged, allowed)


def _faults_of_the_copy(path: Path, acknowledged: Sequence[dict[str, Any]], allowed: set[str]) -> Iterator[str]:
    """A copy that was sent is whole, be it the last one or the one that was being made, or it is not there."""
    sent = [one["digest"] for one in acknowledged if one["step"] == "copy"][-1:]
    if not path.exists():
        if sent:
            yield "the copy that was sent is gone"
        return
    try:
        with opened(path) as copy:
            if copy.digest() not in {*sent, *allowed} or not copy.check().is_sound:
                yield "the copy that was sent is not whole"
    except ConsultationError as error:
        yield f"the copy is refused: {error}"


def _can_be_made(path: Path) -> Iterator[str]:
    """A file that was never there must be possible to make, whatever lies beside it."""
    try:
        with new_room(path) as store:
            if not store.check().is_sound:
                yield "the file made anew is unsound"
    except ConsultationError as error:
        yield f"cannot be made anew: {error}"


def _faults_of(store: Store, acknowledged: Sequence[dict[str, Any]], allowed: set[str]) -> Iterator[str]:
    report = store.check()
    if not report.is_sound:
        yield f"unsound: {report}"
    if not store.consultation.title:
        yield "the consultation is missing"
    if store.digest() not in allowed:
        yield "it is neither as acknowledged nor as it would have been next"
    for one in acknowledged:
        if "record" in one:
            record = store.get(KINDS[one["kind"]], UUID(one["record"]))
            texts = [change.values.get("text") for change in store.history(record)]
            if one["text"] not in texts:
                yield f"lost: {one['text'][:40]}"


def _leavings(store: Store, root: Path) -> Iterator[str]:
    """Merge again, as at the next start; then all is there, and nobody's words lie about any more."""
    sources = [root / name for name in SOURCES if (root / name).exists()]
    if not sources:
        return
    for refusal in refusals(store, *sources):
        if refusal:
            yield f"cannot be merged again: {refusal}"
    for found in sorted(root.rglob("*")):
        theirs = found in sources or found.name in {ROOM, f"{ROOM}-journal"}
        if not theirs and found.is_file() and THEIR_WORDS.encode() in found.read_bytes():
            yield "somebody's words were left lying about"
