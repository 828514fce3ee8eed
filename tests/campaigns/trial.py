"""What is done with a file of somebody else's making, in a process of its own; every fault found is told.

Beside the file lie others that nobody has a reason to touch. Any exception but a `ConsultationError` ends the
trial and is a fault by that.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from consultation.cli import run
from consultation.errors import ConsultationError
from consultation.model import KINDS, Record
from consultation.store import Store
from tests.builders import identity
from tests.campaigns.rooms import THEIRS, at_home, differing, refusals, shown
from tests.campaigns.scripts import Tell

OURS = "ours.consult"
MOST_SEARCHED = "words map wells of somebody"


def visit(tell: Tell, root: Path) -> None:
    """Open the file and close it, so that it is known here as it is now."""
    Store.open(root / "folder" / THEIRS, at_home("Ada")).close()


def merged(tell: Tell, root: Path, looked_for: str = "") -> None:
    """Merge the file into ours; write to ours if it came in. Tells whether words ``looked_for`` did."""
    folder = root / "folder"
    with Store.open(folder / OURS, at_home("Ada")) as store:
        before = _contents(folder)
        start = time.perf_counter()
        (refusal,) = refusals(store, folder / THEIRS)
        tell({"seconds": time.perf_counter() - start, "refusal": refusal and str(refusal)})
        if refusal:
            _tell_what_was_touched(tell, before, _contents(folder), set())
            return
        tell({"found": looked_for in repr(shown(store))})
        _tell_faults(tell, _faults_when_used(store, root))
    _tell_what_was_touched(tell, before, _contents(folder), {OURS})


def opened(tell: Tell, root: Path, looked_for: str = "", commands: bool = False) -> None:
    """Open the file, read everything there is, and write to it; with ``commands``, ask the commands as well."""
    folder = root / "folder"
    before = _contents(folder)
    played_back = {THEIRS, f"{THEIRS}-journal"} if before.get(f"{THEIRS}-journal") else set()
    start = time.perf_counter()
    try:
        store = Store.open(folder / THEIRS, at_home("Ada"))
    except ConsultationError as error:
        tell({"seconds": time.perf_counter() - start, "refusal": str(error)})
        _tell_what_was_touched(tell, before, _contents(folder), played_back)
        return
    with store:
        try:
            found = _read(store)
            tell({"seconds": time.perf_counter() - start, "refusal": None, "found": looked_for in repr(found)})
            _tell_faults(tell, _untruths(store, root, found))
            _tell_faults(tell, _faults_when_used(store, root))
        except ConsultationError as error:
            tell({"fault": f"was opened, and then: {error}"})
    if commands:
        _ask_commands(folder / THEIRS, root / "out")
    now = _contents(folder)
    its_own = {THEIRS, *(THEIRS + ending for ending in ("-journal", "-wal", "-shm"))}
    its_own |= {name for name in now.keys() - before.keys() if now[name] == before[THEIRS]}  # kept as it was
    _tell_what_was_touched(tell, before, now, its_own)


def _read(store: Store) -> dict[str, list[str]]:
    """Read all there is to read."""
    found = shown(store)
    for kind in KINDS.values():
        for record in store.all(kind, deleted=True)[:2]:
            store.history(record)
    store.counts()
    store.search(MOST_SEARCHED)
    store.digest()
    return found


def _faults_when_used(store: Store, root: Path) -> Iterator[str]:
    """Check it, write to what is disputed and to some of the rest, check again; others must be able to take it."""
    yield from _unsound(store, "before it was written to")
    wanted = {(one.kind, one.record) for one in store.conflicts()[:3]}
    records = [store.get(KINDS[kind], record) for kind, record in sorted(wanted)]
    records += [store.all(kind)[-1] for kind in list(KINDS.values())[:6] if store.count(kind)]
    for record in records:
        with contextlib.suppress(ConsultationError):
            _change(store, record)
    yield from _unsound(store, "after it was written to")
    with Store.create(root / "fresh.consult", identity("Zoë")) as fresh:
        (refusal,) = refusals(fresh, store.path)
        if refusal:
            yield f"once written to, nobody can take it: {refusal}"
        elif different := differing(shown(store), shown(fresh)):
            yield f"one who merges it sees other {different}"
        elif fresh.digest() != store.digest():
            yield "one who merges it has another digest"


def _unsound(store: Store, when: str) -> Iterator[str]:
    report = store.check()
    if report.altered or report.differing:
        yield f"unsound {when}: {report.altered} altered, differing: {report.differing}"


def _change(store: Store, record: Record) -> None:
    """Change the first words there are, or take the record away."""
    for name in ("text", "name", "title", "code", "label"):
        value = getattr(record, name, None)
        if isinstance(value, str):
            store.change(record, **{name: "Changed afterwards."})
            return
        if isinstance(value, dict):
            store.change(record, **{name: {"en": "Changed afterwards."}})
            return
    store.delete(record)


def _untruths(store: Store, root: Path, found: dict[str, list[str]]) -> Iterator[str]:
    """Compare with what a fresh file shows that takes in the revisions of this one, and nothing else of it."""
    alone = root / "alone.consult"
    shutil.copyfile(store.path, alone)
    with Store.create(root / "truth.consult", identity("Zoë")) as fresh:
        (refusal,) = refusals(fresh, alone)
        truth = found if refusal else shown(fresh)
    if different := differing(truth, found):
        yield f"shows what its revisions do not say, of {different}"


def _ask_commands(path: Path, out: Path) -> None:
    """Ask every command that reads or drafts; each ends in words."""
    out.mkdir()
    for words in (
        ("info", path),
        ("conflicts", path),
        ("draft", path),
        ("export", path, "declaration", out / "declaration.md"),
        ("export", path, "recommendations", out / "recommendations.csv"),
        ("check", path),
    ):
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            run([str(word) for word in words], lambda _: 0)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: b"" if path.is_dir() else path.read_bytes() for path in folder.iterdir()}


def _tell_what_was_touched(tell: Tell, before: dict[str, bytes], now: dict[str, bytes], ours: set[str]) -> None:
    for name in sorted((before.keys() | now.keys()) - ours):
        if before.get(name) != now.get(name):
            what = "taken away" if name not in now else "made" if name not in before else "changed"
            tell({"fault": f"{name} was {what}"})


def _tell_faults(tell: Tell, faults: Iterator[str]) -> None:
    for fault in faults:
        tell({"fault": fault})
