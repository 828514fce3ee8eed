"""Start the program: no argument or a file opens the window, a word runs a command."""

from __future__ import annotations

import sys
from pathlib import Path

from consultation.files import ENDING


def main() -> int:
    """Open the window, or run the command that was asked for."""
    if len(sys.argv) < 2:
        return open_window(None)
    if _is_file(sys.argv[1]):
        return open_window(Path(sys.argv[1]))
    from consultation.cli import run

    return run(sys.argv[1:], open_window)


def open_window(file: Path | None) -> int:
    """Open the window, with ``file`` or with the start page; return the exit code."""
    from ui.shell.app import run

    return run([], file)


def _is_file(word: str) -> bool:
    """Tell whether a word names a file, as after a double click, and not a command that a file is called like."""
    if word.lower().endswith(ENDING):
        return True
    if not Path(word).is_file():
        return False
    from consultation.cli.commands import COMMANDS

    return word not in COMMANDS


if __name__ == "__main__":
    sys.exit(main())
