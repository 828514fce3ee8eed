"""Killed at any moment, a program leaves a file that opens, with everything that was acknowledged."""

from __future__ import annotations

import shutil

import pytest

from tests.campaigns.dose import dose
from tests.campaigns.rehearsal import faults_in, rehearsed, told


@pytest.mark.parametrize(("script", "small"), [("session", 16), ("merging", 12)])
def test_killed_at_any_write_nothing_acknowledged_is_lost(workshop, tmp_path, script, small):
    rehearsal = rehearsed(workshop, tmp_path, script)
    assert rehearsal.writes > 100
    found: dict[int, list[str]] = {}
    moments = dose(range(1, rehearsal.writes + 1), small)
    for moment in moments:
        root = tmp_path / "world"
        shutil.copytree(rehearsal.start, root)
        killed = workshop.run(f"scripts:{script}", root, kill_at=moment)
        assert killed.was_killed, killed
        if faults := faults_in(workshop, rehearsal, root, list(killed.said)):
            found[moment] = faults
        shutil.rmtree(root)
    assert not found, told(found, len(moments))
