"""Start the program: no argument opens the window, a word runs a command."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Open the window, or run the command that was asked for."""
    if len(sys.argv) > 1:
        from consultation.cli import run

        return run(sys.argv[1:], open_window)
    return open_window(None)


def open_window(file: Path | None) -> int:
    """Open the window, with ``file`` or with the start page; return the exit code."""
    from ui.shell.app import run

    return run([], file)


if __name__ == "__main__":
    sys.exit(main())
