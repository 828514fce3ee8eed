"""A table ready to be written, in whichever form: its headings, its cells as text, and what the columns hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from consultation.exchange.cells import table_bytes
from consultation.exchange.workbook import WORKBOOK, Holds, workbook_bytes


@dataclass(frozen=True)
class Exported:
    """A table, ready to be put into a file."""

    data: bytes
    names_left_out: bool
    """Somebody is not named in it, or left out of it."""


@dataclass(frozen=True)
class Tabular:
    """A table in rows and columns."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    names_left_out: bool = False
    """Somebody is not named in it, or left out of it."""
    holds: Mapping[int, Holds] = field(default_factory=dict)
    """By column, what stands in it where that is not text."""

    def written(self, ending: str) -> Exported:
        """Write it as a workbook (".xlsx"), else as CSV."""
        if ending == WORKBOOK:
            data = workbook_bytes(self.name, self.headings, self.rows, self.holds)
        else:
            data = table_bytes(self.headings, self.rows)
        return Exported(data, self.names_left_out)
