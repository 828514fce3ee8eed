"""Run the figures that are named, or all."""

from __future__ import annotations

import sys

from benchmarks.window import FIGURES, main

if __name__ == "__main__":
    unknown = set(sys.argv[1:]) - set(FIGURES)
    if unknown:
        sys.exit(f"there is no figure {', '.join(sorted(unknown))}; there are {', '.join(FIGURES)}")
    sys.exit(0 if main(sys.argv[1:] or FIGURES) else 1)
