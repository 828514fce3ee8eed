"""What must hold of a person's files after a crash, whatever was going on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation.errors import ConsultationError
from consultation.merging import preview
from consultation.store import Store
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
    if any(one["step"] == "copy" for one in acknowledged):
        digests = [one["digest"] for one in acknowledged if one["step"] == "copy"]
        with opened(root / COPY) as copy:
            if copy.digest() not in {digests[-1], acknowledged[-1]["digest"], *allowed} or not copy.check().is_sound:
                yield "the copy that was sent is not whole"


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
            texts = [change.values.get("text") for change in store.history(UUID(one["record"]))]
            if one["text"] not in texts:
                yield f"lost: {one['text'][:40]}"


def _leavings(store: Store, root: Path) -> Iterator[str]:
    """Use a private folder once more, as at the next start; then nobody's words may lie about any more."""
    sources = [root / name for name in SOURCES if (root / name).exists()]
    if not sources:
        return
    preview(store, sources[:1])
    for found in sorted(root.rglob("*")):
        theirs = found in sources or found.name in {ROOM, f"{ROOM}-journal"}
        if not theirs and found.is_file() and THEIR_WORDS.encode() in found.read_bytes():
            yield "somebody's words were left lying about"
