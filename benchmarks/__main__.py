"""Run all benchmarks, one after the other. Ends with 1 when a ratio is over its limit."""

from __future__ import annotations

import sys

from benchmarks import (
    drafting,
    handing_out,
    importing,
    matching,
    merge,
    opening,
    pdf,
    people,
    programme,
    salvage,
    save,
    spreadsheet,
    start,
    window,
    words,
)

ALL = (
    start,
    save,
    opening,
    importing,
    spreadsheet,
    drafting,
    pdf,
    salvage,
    matching,
    people,
    words,
    programme,
    handing_out,
    window,
)

if __name__ == "__main__":
    results = [*(benchmark.main() for benchmark in ALL), merge.main([100, 1000])]
    sys.exit(0 if all(results) else 1)
