"""Whatever of the unsynced writes has reached the disk when the power fails, everything acknowledged is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.campaigns.disk import Disk, Event, cuts, read_log
from tests.campaigns.dose import dose
from tests.campaigns.rehearsal import faults_in, rehearsed, told

SEEDS = 12
"""States for every call in the log; the first few are extremes."""


@pytest.mark.parametrize(("script", "small"), [("session", 20), ("merging", 12)])
def test_after_a_power_cut_nothing_acknowledged_is_lost(workshop, tmp_path, script, small):
    rehearsal = rehearsed(workshop, tmp_path, script)
    events = read_log(rehearsal.log, rehearsal.run)
    found, tried = {}, 0
    for state in cuts(events, rehearsal.start, moments(len(events), small)):
        root = tmp_path / "world"
        state.write_to(root)
        if faults := faults_in(workshop, rehearsal, root, state.acknowledged):
            found[state.moment, state.seed] = faults
        shutil.rmtree(root)
        tried += 1
    assert tried > small / 2
    assert not found, told(found, tried)


def moments(events: int, small: int) -> list[tuple[int, int]]:
    """Return which states to try: moments of the log spread over all of it, each with another seed."""
    chosen = dose([(moment, seed) for moment in range(1, events + 1) for seed in range(SEEDS)], small)
    return list(chosen)


def test_what_nobody_waited_for_may_be_there_or_not(tmp_path):
    folder = tmp_path / "start"
    folder.mkdir()
    made, written = Event("C", "a.txt", "", 0, b""), Event("W", "a.txt", "", 0, b"x" * 1000)
    unsafe = [made, written]
    file_safe = [*unsafe, Event("S", "a.txt", "", 0, b"")]
    all_safe = [*file_safe, Event("S", "", "", 0, b"")]
    moved = [*all_safe, Event("R", "a.txt", "b.txt", 0, b"")]
    assert {tuple(one) for one in left_by(unsafe, folder)} == {(), (0,), (512,), (1000,)}
    assert {tuple(one) for one in left_by(file_safe, folder)} == {(), (1000,)}
    assert {tuple(one) for one in left_by(all_safe, folder)} == {(1000,)}
    names = {name for cut in cuts(moved, folder, [(5, seed) for seed in range(40)]) for name in cut.files}
    assert names == {"a.txt", "b.txt"}


def left_by(events: list[Event], folder: Path) -> list[list[int]]:
    """Return the sizes of the files in many states after the last of the events."""
    states = cuts(events, folder, [(len(events), seed) for seed in range(200)])
    return [[len(content) for content in state.files.values()] for state in states]


def test_the_log_says_all_that_was_written(workshop, tmp_path):
    rehearsal = rehearsed(workshop, tmp_path, "merging")
    disk = Disk(rehearsal.start)
    for event in read_log(rehearsal.log, rehearsal.run):
        disk.play(event)
    left = {path.relative_to(rehearsal.run).as_posix(): path for path in rehearsal.run.rglob("*") if path.is_file()}
    assert disk.after_a_cut(None, "all", "all") == {name: path.read_bytes() for name, path in left.items()}
