"""`main.py info` on a small file, from start to end, against importing sqlmodel.

python -m benchmarks.start
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

from benchmarks.ratio import show
from consultation.kits import read_kit
from consultation.preparing import new_consultation
from consultation.store import Identity

TRIES = 9
LIMIT = 4.0
MAIN = Path(__file__).parent.parent / "main.py"


def seconds(command: list[str], home: str) -> float:
    """Run a command to its end; return how long it took."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "CONSULTATION_HOME": home})
    return time.perf_counter() - started


def main() -> bool:
    """Print the ratio; answer whether it is within the limit."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "small.consult"
        new_consultation(path, read_kit("forum-intermediary-cities-2021"), Identity(uuid4(), uuid4())).close()
        info = [sys.executable, str(MAIN), "info", str(path)]
        floor = [sys.executable, "-c", "import sqlmodel"]
        pairs = [(seconds(info, home), seconds(floor, home)) for _ in range(TRIES)]
    ours, least = (statistics.median(column) for column in zip(*pairs, strict=True))
    return show("main.py info, s", ours, least, LIMIT)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
