"""Spreadsheets in and out: a table for every kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from consultation.errors import WrongUsage
from consultation.exchange import interventions, recommendations
from consultation.exchange.calendar import CALENDAR_ENDING, calendar_of
from consultation.exchange.cells import Sheet, sheet_of
from consultation.exchange.grid import Grid
from consultation.exchange.interventions import import_interventions
from consultation.exchange.matched import Listing, match_columns
from consultation.exchange.matched.writing import programme_tabular
from consultation.exchange.matched.writing_terms import vocabularies_tabular
from consultation.exchange.plain_tables import read_rows
from consultation.exchange.reading import import_rows
from consultation.exchange.recommendations import import_recommendations, recommendations_json, recommendations_tabular
from consultation.exchange.tables import ID, TABLES
from consultation.exchange.tabular import Exported
from consultation.exchange.taking_in import Imported
from consultation.exchange.typed import Unsaid
from consultation.exchange.writing import json_of, tabular_of
from consultation.language import N_, Translator
from consultation.store import Store

NOTHING = Unsaid()
ENDINGS = (".csv", ".xlsx", ".json")
"""How tables can be written."""
PROGRAMME = Listing.PROGRAMME.value
PROGRAMME_ENDINGS = (".csv", ".xlsx")
"""How the programme, and the vocabularies, can be written as people read them."""
VOCABULARIES = "vocabularies"


LISTINGS: Mapping[str, Listing] = {listing.value: listing for listing in Listing}
"""What is read from anybody's spreadsheet, by the names of commands."""


def import_table(store: Store, path: Path, name: str = "", unsaid: Unsaid = NOTHING) -> Imported:
    """Read a CSV table or the sheet of a workbook into the file, as `import_grid` does."""
    return import_grid(store, read_rows(path), name, unsaid)


def import_grid(store: Store, grid: Grid, name: str = "", unsaid: Unsaid = NOTHING) -> Imported:
    """Read a table whose columns are named as ours are: all rows or none; SourceRefused names the row that is wrong.

    ``name`` says what it holds ("people"); without it that is told from its columns. A table of recommendations or
    interventions without a column ``id`` is read as people type them; WrongUsage where anything was said of the
    rows of another, which speak for themselves.
    """
    sheet = sheet_of(grid)
    name = name or guess(sheet)
    if _is_typed(sheet) and name == "recommendations":
        return import_recommendations(store, sheet, unsaid)
    if unsaid.set or (unsaid.language and not (_is_typed(sheet) and name == "interventions")):
        raise WrongUsage(N_("This table says itself of what set and language its rows are. Nothing was imported."))
    if _is_typed(sheet) and name == "interventions":
        return import_interventions(store, sheet, unsaid)
    return import_rows(store, sheet, TABLES[name])


def is_of_every_field(grid: Grid, name: str) -> bool:
    """Tell whether a table of one of the `LISTINGS` is one with all fields, to be read back as it was written.

    It has a column ``id``, or all of its columns are called as ours are and some have no place in the listing.
    """
    table = TABLES.get(name)
    heads = [cell.strip() for cell in grid.rows[0][1] if cell.strip()] if grid.rows else []
    if table is None or not heads:
        return False
    if ID in (head.casefold() for head in heads):
        return True
    known = table.by_heading()
    parted = [head.split(".") for head in heads]
    is_ours = all(
        first.casefold() in known and known[first.casefold()].shape.knows(tuple(rest)) for first, *rest in parted
    )
    return is_ours and bool(match_columns(grid, LISTINGS[name]).unread)


def export_table(store: Store, name: str, ending: str, full: bool = False, with_names: bool = False) -> Exported:
    """Write all records of a kind as a table (one of `ENDINGS`), naming only who may be named unless asked.

    Recommendations are written as people read them, with their strands and hands; ``full`` writes them as the other
    kinds: with ids and every field, to be read back whole.
    """
    is_for_people = name == "recommendations" and not full
    if ending == ".json":
        return recommendations_json(store, with_names) if is_for_people else json_of(store, TABLES[name], with_names)
    tabular = (
        recommendations_tabular(store, with_names) if is_for_people else tabular_of(store, TABLES[name], with_names)
    )
    return tabular.written(ending)


def export_programme(store: Store, t: Translator, ending: str, with_names: bool = False) -> Exported:
    """Write the programme as people read it, its columns in the language of ``t``; `matched` reads it back."""
    return programme_tabular(store, t, with_names).written(ending)


def export_vocabularies(store: Store, t: Translator, ending: str, vocabulary: str = "") -> Exported:
    """Write the terms of a vocabulary, or of all, as people read them, as `export_programme` does."""
    return vocabularies_tabular(store, t, vocabulary).written(ending)


def guess(sheet: Sheet) -> str:
    """Tell from its columns what a table holds.

    Of tables with an ``id``, the one kind that has all of its columns; of those people type, recommendations have a
    set, interventions do not.
    """
    columns = {name.casefold() for name in sheet.heading if name}
    firsts = {name.partition(".")[0] for name in columns}
    if ID in columns:
        fitting = [name for name, table in TABLES.items() if firsts <= {ID, *table.by_heading()}]
        exact = [name for name in fitting if TABLES[name].plain_headings() <= firsts]
        if len(exact) == 1:
            return exact[0]
        if len(fitting) == 1:
            return fitting[0]
    if "set" not in columns and columns & (set(interventions.COLUMNS) - set(recommendations.COLUMNS)):
        return "interventions"
    return "recommendations"


def _is_typed(sheet: Sheet) -> bool:
    return ID not in (name.casefold() for name in sheet.heading)


__all__ = [
    "CALENDAR_ENDING",
    "ENDINGS",
    "LISTINGS",
    "PROGRAMME",
    "PROGRAMME_ENDINGS",
    "TABLES",
    "VOCABULARIES",
    "Exported",
    "Grid",
    "Imported",
    "Unsaid",
    "calendar_of",
    "export_programme",
    "export_table",
    "export_vocabularies",
    "guess",
    "import_grid",
    "import_table",
    "is_of_every_field",
    "read_rows",
]
