"""A script run to its end once, to know what it acknowledges; and the judgement on what a crash made of it."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.campaigns.scripts import prefixes_merged, prepare_merging
from tests.campaigns.workshop import Workshop


@dataclass(frozen=True)
class Rehearsal:
    """A script that was run to its end once: what it acknowledges, and how often it writes."""

    start: Path
    """A folder with the files the script begins with."""
    acknowledged: tuple[dict[str, Any], ...]
    run: Path
    """The folder in which it was rehearsed, as it was left."""
    log: Path
    """Every call that changed something there."""
    writes: int
    between: frozenset[str]
    """Digests the file may have within a step, besides those before and after it."""

    def allowed(self, acknowledged: int) -> list[str]:
        """Return the digests the file may have once so many steps have been acknowledged."""
        around = self.acknowledged[max(acknowledged - 1, 0) : acknowledged + 1]
        merging = acknowledged < len(self.acknowledged) and self.acknowledged[acknowledged]["step"] == "merged"
        return sorted({one["digest"] for one in around} | (self.between if merging else set()))


def rehearsed(workshop: Workshop, folder: Path, script: str) -> Rehearsal:
    """Run ``script`` to its end and keep what it told."""
    start = folder / "start"
    start.mkdir()
    between = frozenset[str]()
    if script == "merging":
        prepare_merging(start)
        between = frozenset(prefixes_merged(start, folder))
    run, log = folder / "run", folder / "log"
    shutil.copytree(start, run)
    ended = workshop.run(f"scripts:{script}", run, log=log)
    assert not ended.failure, ended.failure
    return Rehearsal(start, ended.said, run, log, ended.writes, between)


def faults_in(workshop: Workshop, rehearsal: Rehearsal, root: Path, acknowledged: list[dict[str, Any]]) -> list[str]:
    """Judge what a crash left in ``root``."""
    assert acknowledged == list(rehearsal.acknowledged[: len(acknowledged)]), "the script is not always the same"
    judged = workshop.run(
        "crash:judge",
        root,
        start=str(rehearsal.start),
        acknowledged=acknowledged,
        allowed=rehearsal.allowed(len(acknowledged)),
    )
    return [one["fault"] for one in judged.said] + ([judged.failure] if judged.failure else [])


def told(found: dict[Any, list[str]], tried: int) -> str:
    """Say how many states are faulty, which faults there are how often, and the first few in full."""
    kinds = Counter(fault.strip().splitlines()[-1][:200] for faults in found.values() for fault in faults)
    lines = [f"{len(found)} of {tried} states are faulty"]
    lines += [f"{number:5} × {fault}" for fault, number in kinds.most_common(12)]
    lines += [f"{where}: {faults}" for where, faults in list(found.items())[:3]]
    return "\n".join(lines)
