"""On a screen that enlarges everything one and a half times, every page is as whole as on an ordinary one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def test_every_page_is_whole_in_the_smallest_window_at_a_scale_of_one_and_a_half(tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'scaled'}"]
    smallest = [str(HERE / "test_every_page.py"), "-k", "nothing_lies_over and 960 and 1.0"]
    done = subprocess.run(
        [*asked, *smallest],
        env={**os.environ, "QT_SCALE_FACTOR": "1.5"},
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4_000:]
