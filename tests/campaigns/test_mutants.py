"""Whatever a file has become, merging and opening it end in words, and nobody's files are touched."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.campaigns.beside import journal_mutants, with_a_log
from tests.campaigns.dose import FULL, dose
from tests.campaigns.floods import flood_mutants
from tests.campaigns.mutants import (
    Mutant,
    byte_mutants,
    header_mutants,
    page_mutants,
)
from tests.campaigns.rehearsal import told
from tests.campaigns.rooms import THEIRS, a_full_room
from tests.campaigns.sql_mutants import projection_mutants, sql_mutants
from tests.campaigns.trial import OURS
from tests.campaigns.values import shape_mutants, value_mutants
from tests.campaigns.workshop import Workshop

MOST_BYTES = 512 << 20
USUAL_SECONDS = 0.15
"""What a good file takes on the machine this was written on; slower machines are given more."""


@dataclass
class Ground:
    """Good files to spoil, and what was found so far."""

    workshop: Workshop
    folder: Path
    slowness: float = 1.0
    found: dict[str, list[str]] = field(default_factory=dict)
    tried: int = 0

    @property
    def good(self) -> Path:
        return self.folder / THEIRS

    def spread(self) -> Path:
        """Lay out a folder with our file, theirs and one that is nobody's business."""
        root = self.folder / "world"
        shutil.rmtree(root, ignore_errors=True)
        inside = root / "folder"
        inside.mkdir(parents=True)
        shutil.copyfile(self.folder / OURS, inside / OURS)
        shutil.copyfile(self.good, inside / THEIRS)
        (inside / "thesis.txt").write_text("Ten years of work.\n")
        return root

    def try_(self, mutant: Mutant, trial: str, known: bool = False, **arguments: Any) -> list[Any]:
        """Spoil a file and see what becomes of it; ``known``: one that was opened here before it was spoilt."""
        root = self.spread()
        path = root / "folder" / THEIRS
        if known:
            self.workshop.run("trial:visit", root)
        before = path.read_bytes()
        mutant.spoil(path)
        if path.read_bytes() == before and len(list(path.parent.iterdir())) == 3:
            return []
        ended = self.workshop.run(f"trial:{trial}", root, **arguments)
        faults = [one["fault"] for one in ended.said if "fault" in one]
        if ended.failure:
            faults.append(ended.failure if FULL else ended.failure[-1500:])
        if ended.peak_bytes > MOST_BYTES:
            faults.append(f"took {ended.peak_bytes >> 20} MB")
        seconds = sum(one.get("seconds", 0.0) for one in ended.said)
        allowed = self.slowness * (1 + path.stat().st_size / (4 << 20))  # reading all of a large file takes its time
        if FULL and seconds > allowed:
            faults.append(f"took {seconds:.1f} s, where {allowed:.1f} s are given")
        self.tried += 1
        if faults:
            self.found[f"{mutant.name}, {trial}{', known' if known else ''}"] = faults
        return list(ended.said)

    def conclude(self) -> None:
        """Say everything that was found."""
        found, tried = self.found, self.tried
        self.found, self.tried = {}, 0
        assert tried
        assert not found, told(found, tried)


@pytest.fixture(scope="module")
def laid_out(workshop, tmp_path_factory):
    folder = tmp_path_factory.mktemp("mutants")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONSULTATION_HOME", str(folder / "settings"))
        a_full_room(folder).close()
        a_full_room(folder, OURS, "Ada", seed=6).close()
    ground = Ground(workshop, folder)
    nothing = Mutant("nothing", lambda path: (path.parent / "another.txt").write_text("Nothing."))
    if FULL:
        said = [one for _ in range(5) for one in ground.try_(nothing, "opened")]
        ground.slowness = max(1.0, median(one["seconds"] for one in said if "seconds" in one) / USUAL_SECONDS)
    return ground


@pytest.fixture
def ground(laid_out):
    laid_out.found, laid_out.tried = {}, 0
    return laid_out


FAMILIES = {
    "bytes": (byte_mutants, 4),
    "pages": (page_mutants, 4),
    "header": (header_mutants, 6),
    "sql": (sql_mutants, 6),
    "projections": (projection_mutants, 4),
    "values": (value_mutants, 6),
    "shapes": (shape_mutants, 4),
    "journals": (journal_mutants, 5),
    "floods": (flood_mutants, 3),
}
"""What makes them, and how many are tried in the small dose."""


def test_a_good_file_is_good(ground):
    nothing = Mutant("nothing", lambda path: (path.parent / "another.txt").write_text("Nothing."))
    for trial in ("merged", "opened"):
        said = ground.try_(nothing, trial)
        assert [one["refusal"] for one in said if "refusal" in one] == [None]
    ground.conclude()


@pytest.mark.parametrize("family", FAMILIES)
def test_a_spoilt_file_is_refused_or_harmless(ground, family):
    mutants, small = FAMILIES[family]
    for number, mutant in enumerate(dose(mutants(ground.good), small)):
        both = FULL or family == "floods"
        if both or number % 2:
            ground.try_(mutant, "merged")
        if both or not number % 2:
            ground.try_(mutant, "opened", commands=family in {"values", "shapes"})
    ground.conclude()


@pytest.mark.parametrize("trial", ["merged", "opened"])
def test_what_stands_in_a_log_beside_the_file_is_not_passed_over_in_silence(ground, trial):
    said = ground.try_(Mutant("a log", with_a_log), trial, looked_for="Only in the log.")
    ground.conclude()
    assert any(one.get("refusal") or one.get("found") for one in said)


def test_a_file_that_was_changed_behind_our_back_shows_what_its_revisions_say(ground):
    for mutant in dose(projection_mutants(ground.good), 3):
        ground.try_(mutant, "opened", known=True)
    ground.conclude()


def test_a_known_file_that_a_journal_has_changed_is_not_believed(ground):
    for mutant in journal_mutants(ground.good):
        if FULL or "plays back" in mutant.name:
            ground.try_(mutant, "opened", known=True)
    ground.conclude()
