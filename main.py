"""Start the program: no argument opens the window, a word runs a command."""

import sys


def main() -> int:
    """Open the window, or run the command that was asked for."""
    if len(sys.argv) > 1:
        from consultation.cli import run

        return run(sys.argv[1:])
    from ui.app import run as open_window

    return open_window(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
