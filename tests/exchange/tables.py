"""Tables to read in tests, and what a refusal must leave as it was."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from consultation.errors import ConsultationError
from consultation.exchange import Imported, import_table
from consultation.store import Store


def a_table(folder: Path, content: str | bytes, name: str = "table.csv") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def taken_in(store: Store, content: str | bytes, kind: str = "recommendations") -> Imported:
    """Import a table with this content."""
    return import_table(store, a_table(store.path.parent, content), kind)


def refusal(store: Store, content: str | bytes | Path, kind: str = "recommendations") -> str:
    """The sentence with which a table is refused, nothing of it having been imported."""
    path = content if isinstance(content, Path) else a_table(store.path.parent, content)
    digest = store.digest()
    counts = store.counts()
    with pytest.raises(ConsultationError) as refused:
        import_table(store, path, kind)
    assert store.digest() == digest
    assert store.counts() == counts
    return str(refused.value)


def cells(table: bytes) -> list[list[str]]:
    """The cells of a table as any other program reads them."""
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
