"""Workbooks to read in tests, written by other programs than the one that is tested."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from consultation.exchange.grid import Grid
from consultation.exchange.matched import read_rows


def a_workbook(folder: Path, *rows: Sequence[Any], name: str = "table.xlsx", **asked: Any) -> Path:
    """A workbook of one sheet, as openpyxl writes it; ``merged`` are areas."""
    book = openpyxl.Workbook()
    fill(book.active, rows)
    for area in asked.get("merged", ()):
        book.active.merge_cells(area)
    path = folder / name
    book.save(path)
    return path


def fill(sheet: Any, rows: Iterable[Sequence[Any]]) -> None:
    for row in rows:
        sheet.append(list(row))


def drawn(folder: Path, draw: Callable[[Any, Any], None], name: str = "drawn.xlsx") -> Path:
    """A workbook that xlsxwriter writes: ``draw`` gets the book and its sheet."""
    path = folder / name
    book = xlsxwriter.Workbook(path)
    draw(book, book.add_worksheet("Table"))
    book.close()
    return path


def with_parts(path: Path, change: Callable[[str, bytes], bytes | None], name: str = "changed.xlsx") -> Path:
    """The workbook with its parts changed; None leaves one out."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            changed = change(part, before.read(part))
            if changed is not None:
                after.writestr(part, changed)
    path = path.with_name(name)
    path.write_bytes(out.getvalue())
    return path


def cells_in(path: Path, sheet: str = "") -> list[list[str]]:
    return [cells for _, cells in read_rows(path, sheet).rows]


def grid_of(*rows: Sequence[str]) -> Grid:
    """A table as it is after it was read."""
    return Grid("table.xlsx", [(number, list(row)) for number, row in enumerate(rows, 1) if any(row)])
