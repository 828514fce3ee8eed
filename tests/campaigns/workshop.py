"""A process that has everything imported and forks a child for each trial: fifty deaths a second, not two.

The children run with the shim beneath them (`shim.c`), so that they can be killed at the n-th change they make to
a folder, and what they wrote can be written down. Run as a program, this module is that process; a trial is a
function, named ``module:function``, that gets ``tell`` (say something that is kept whatever happens afterwards) and
its arguments.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

SHIM = Path(__file__).with_name("shim.c")
PROJECT = SHIM.parent.parent.parent
MOST_MEMORY = 2 << 30
"""Bytes of addresses for a child: it is to fail before the machine does."""
LONGEST_SECONDS = 120


@dataclass(frozen=True)
class Outcome:
    """How a trial ended."""

    said: tuple[Any, ...]
    """What the trial told, in order, until it ended or was ended."""
    failure: str
    """The traceback that ended it, or the signal; empty when it ended well or was killed as planned."""
    was_killed: bool
    writes: int
    """Calls that changed something; only known when it was not killed."""
    peak_bytes: int


class Workshop:
    """The process that forks, and the shim it runs on."""

    def __init__(self, folder: Path) -> None:
        shim = compiled_shim(folder)
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.campaigns.workshop"],
            cwd=PROJECT,
            env={**os.environ, "LD_PRELOAD": str(shim)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin
        assert process.stdout
        self._process, self._asking, self._answers = process, process.stdin, process.stdout

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._asking.close()
        self._process.wait()
        self._answers.close()

    def run(self, trial: str, root: Path, kill_at: int = 0, log: Path | None = None, **arguments: Any) -> Outcome:
        """Run one trial whose world is the folder ``root``: its files, its settings, its temporary folder."""
        asked = {"trial": trial, "root": str(root), "kill_at": kill_at, "log": str(log or ""), "arguments": arguments}
        self._asking.write(json.dumps(asked) + "\n")
        self._asking.flush()
        answer = json.loads(self._answers.readline())
        said = [json.loads(line) for line in answer["said"].splitlines()]
        failure = "".join(one["failure"] for one in said if "failure" in one)
        killed = answer["signal"] == signal.SIGKILL and not answer["late"]
        if answer["signal"] and not (killed and kill_at):
            failure += "took too long" if answer["late"] else signal.Signals(answer["signal"]).name
        return Outcome(
            tuple(one["said"] for one in said if "said" in one),
            failure,
            killed,
            sum(one["writes"] for one in said if "writes" in one),
            answer["peak"],
        )


def compiled_shim(folder: Path) -> Path:
    """Compile the shim; skip where that cannot be."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("campaigns that kill programs need Linux and a C compiler (on Debian: apt-get install gcc)")
    shim = folder / "shim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", shim, SHIM, "-ldl"], check=True)
    return shim


def world(root: Path) -> None:
    """Make ``root`` the world of this process: settings and temporary files are in it from now on."""
    for name in ("settings", "tmp"):
        (root / name).mkdir(exist_ok=True)
    os.environ["CONSULTATION_HOME"] = str(root / "settings")
    os.environ["TMPDIR"] = str(root / "tmp")
    tempfile.tempdir = None


def _serve() -> None:
    """Fork a child for every line that comes in, and answer with a line."""
    _warm_up()
    for line in sys.stdin:
        asked = json.loads(line)
        importlib.import_module(_module_of(asked))  # here, once, and not in every child
        gc.freeze()
        reading, telling = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _try(asked, telling)
        os.close(telling)
        print(json.dumps(_waited_for(child, reading)), flush=True)


def _warm_up() -> None:
    """Use everything once, so that what is built at first use is there before any child is."""
    from tests.campaigns.rooms import a_full_room, shown

    with tempfile.TemporaryDirectory() as folder:
        world(Path(folder))
        with a_full_room(Path(folder)) as store:
            store.check()
            shown(store)


def _module_of(asked: dict[str, Any]) -> str:
    return f"tests.campaigns.{asked['trial'].split(':')[0]}"


def _waited_for(child: int, reading: int) -> dict[str, Any]:
    said, late = b"", False
    until = time.monotonic() + LONGEST_SECONDS
    while not late:
        late = not select.select([reading], [], [], max(0.0, until - time.monotonic()))[0]
        part = b"" if late else os.read(reading, 1 << 16)
        said += part
        if not part:
            break
    if late:
        os.kill(child, signal.SIGKILL)
    os.close(reading)
    _, status, usage = os.wait4(child, 0)
    whole = said[: said.rfind(b"\n") + 1].decode()
    ended_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return {"said": whole, "signal": ended_by, "late": late, "peak": usage.ru_maxrss * 1024}


def _try(asked: dict[str, Any], telling: int) -> None:
    """Be the child: run the trial, tell how it went, and end without cleaning up."""

    def tell(**what: Any) -> None:
        os.write(telling, json.dumps(what).encode() + b"\n")

    import resource  # which Windows has not: there, this file is imported and its tests are skipped

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    root = Path(asked["root"])
    world(root)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    shim = ctypes.CDLL(None)
    shim.campaign_counted.restype = ctypes.c_long
    try:
        trial = getattr(sys.modules[_module_of(asked)], asked["trial"].split(":")[1])
        shim.campaign_arm(str(root.resolve()).encode(), ctypes.c_long(asked["kill_at"]), asked["log"].encode(), telling)
        trial(lambda what: tell(said=what), root, **asked["arguments"])
        tell(writes=shim.campaign_counted())
    except BaseException:  # noqa: BLE001 - whatever it is, it is what the campaign looks for
        tell(failure=traceback.format_exc())
    os._exit(0)


if __name__ == "__main__":
    _serve()
