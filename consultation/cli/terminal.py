"""The one way out to a terminal: whatever people wrote, nothing of it is obeyed there."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any

from consultation.language import inert, inert_json


def make_ready() -> None:
    """Speak UTF-8, also where the terminal does not say that it does."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(lines: Iterable[str]) -> None:
    """Print what was asked for; a new line in somebody's words does not make one of ours."""
    _print("\n".join(map(_one_line, lines)))


def say_json(data: dict[str, Any]) -> None:
    """Print what was asked for, as JSON."""
    _print(inert_json(json.dumps(data, ensure_ascii=False, indent=1)))


def remark(text: str) -> None:
    """Print what is worth saying beside it, or why it was refused."""
    print(_one_line(text), file=sys.stderr)


def _one_line(text: str) -> str:
    return inert(text).replace("\n", " ")


def _print(text: str) -> None:
    try:
        print(text)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever was reading has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
