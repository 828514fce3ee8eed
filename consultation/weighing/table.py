"""What was asked for, with its figures, as a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from consultation.exchange.cells import table_bytes
from consultation.model import Term
from consultation.weighing.consensus import Consensus
from consultation.weighing.hands import Line
from consultation.weighing.weighed import Weighed, Weighing

COLUMNS = (
    "session",
    "number",
    "set",
    "text",
    "strands",
    "capitals",
    "rooms",
    "regions",
    "actors",
    "support",
    "for",
    "against",
    "abstain",
    "across_for",
    "across_against",
    "mean_for",
    "mean_against",
    "controversy",
    "id",
)


def priorities_csv(rows: Iterable[Weighed], weighing: Weighing) -> bytes:
    """Write rows in their order as CSV; where no sum may be made its cells are empty."""
    return table_bytes(COLUMNS, [_cells(row, weighing) for row in rows])


def _cells(row: Weighed, weighing: Weighing) -> list[str]:
    total = row.total
    counts = (total.in_favour, total.against, total.abstain) if total else (None, None, None)
    return [
        _code(weighing, row.room),
        str(row.number or ""),
        row.set.value,
        row.text,
        _keys(weighing.strands, row.strands),
        _keys(weighing.capitals, row.capitals),
        ", ".join(_code(weighing, room) for room in weighing.rooms if room in row.backing.rooms),
        _keys(weighing.regions, row.backing.regions),
        _keys(weighing.actors, row.backing.actors),
        "; ".join(_line(line, weighing) for line in row.lines if line.enters),
        *("" if count is None else str(count) for count in counts),
        *_consensus(row.in_favour, row.against),
        f"{float(row.divided[1].controversy):.4f}" if row.divided else "",
        str(row.key),
    ]


def _consensus(in_favour: Consensus | None, against: Consensus | None) -> list[str]:
    found = [each.product if each else None for each in (in_favour, against)]
    found += [each.mean if each else None for each in (in_favour, against)]
    return ["" if value is None else f"{value:.4f}" for value in found]


def _line(line: Line, weighing: Weighing) -> str:
    name = " ".join(part for part in (_code(weighing, line.room), line.group) if part)
    return f"{name} {line.in_favour}:{line.against}:{line.abstaining}".strip()


def _code(weighing: Weighing, session: UUID | None) -> str:
    found = weighing.sessions.get(session) if session else None
    return found.code if found else ""


def _keys(terms: Iterable[Term], chosen: frozenset[UUID]) -> str:
    return ", ".join(term.key for term in terms if term.id in chosen)
