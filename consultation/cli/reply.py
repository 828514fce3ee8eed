"""What a command replies: the same thing for a person and for a program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Reply:
    """The result of a command."""

    data: dict[str, Any]
    """For ``--json``."""
    lines: list[str]
    """For a person."""
    remarks: list[str] = field(default_factory=list)
    """What is worth saying but is not what was asked for; told on stderr."""
    code: int = 0
