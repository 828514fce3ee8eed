"""The command that reads tables: those with all fields, those people type, and those from anybody's spreadsheet."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from consultation.cli import bringing_in, telling
from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.cli.shapes import as_data
from consultation.collecting import without_collecting
from consultation.errors import SourceRefused, WrongUsage
from consultation.language import N_, Translator
from consultation.model import LANGUAGE_CODE, RecommendationSet
from consultation.store import Store
from consultation.words import Values, lookup_in, vocabulary_labels

if TYPE_CHECKING:
    from consultation.exchange import Grid
    from consultation.exchange.matched import Columns, Listing, Preview, RowPreview

MOST_ROWS_TOLD = 50
"""More are in the JSON."""


def import_(asked: Namespace, t: Translator) -> Reply:
    """Read a table into the file, or say what that would do."""
    from consultation.exchange import LISTINGS, TABLES, is_of_every_field, read_rows

    if asked.form and asked.form not in {*TABLES, *LISTINGS}:
        raise no_table(asked.form, {*TABLES, *LISTINGS})
    if asked.language and not LANGUAGE_CODE.fullmatch(asked.language):
        raise WrongUsage(
            N_("“{value}” is not a code of a language, such as en, fr or es. Nothing was imported."),
            value=asked.language,
        )
    if asked.form in ("", "references") and asked.source.suffix.lower() in bringing_in.ENDINGS:
        with open_file(asked) as store, _only_looking(store, asked.dry_run):
            return bringing_in.references(store, asked.source, t)
    with open_file(asked) as store, without_collecting():
        grid = read_rows(asked.source, asked.sheet)
        if asked.form in LISTINGS and not is_of_every_field(grid, asked.form):
            return _take_in(store, grid, LISTINGS[asked.form], asked, t)
        return _import(store, grid, asked, t)


def _import(store: Store, grid: Grid, asked: Namespace, t: Translator) -> Reply:
    """Read a table whose columns are named as tables of ours name them."""
    from consultation.exchange import Unsaid, import_grid

    unsaid = Unsaid(RecommendationSet(asked.set) if asked.set else None, asked.language)
    with _only_looking(store, asked.dry_run):
        done = import_grid(store, grid, asked.form, unsaid)
        vocabularies = vocabulary_labels(store)
    return telling.tell_import(done, asked.source, vocabularies, t, asked.dry_run)


def _take_in(store: Store, grid: Grid, listing: Listing, asked: Namespace, t: Translator) -> Reply:
    """Read a table from anybody's spreadsheet."""
    from consultation.exchange.matched import match_columns, preview, take_in

    if asked.set or asked.language:
        raise WrongUsage(N_("This table says itself of what set and language its rows are. Nothing was imported."))
    columns = match_columns(grid, listing)
    _refuse_without_heads(grid, columns)
    seen = preview(store, grid, columns)
    if not asked.dry_run:
        take_in(store, seen)
    return _tell(store, columns, seen, asked, t)


def _refuse_without_heads(grid: Grid, columns: Columns) -> None:
    """Refuse a table that names no column without which no row can be taken in."""
    from consultation.exchange.cells import no_rows
    from consultation.exchange.matched.columns import needed

    if not columns.missing:
        return
    if not grid.rows:
        raise no_rows(grid.name, needed(columns))
    raise SourceRefused(
        N_(
            "No column of “{name}” is called “{field}”, and without it no row can be taken in. Nothing was imported. "
            "Write “{field}” above the column that holds it and import the table once more."
        ),
        name=grid.name,
        field=needed(columns),
    )


def no_table(name: str, names: Iterable[str]) -> WrongUsage:
    """Make the refusal of a name that no table has."""
    return WrongUsage(
        N_("There is nothing called “{what}”. There are: {names}. Nothing was changed."),
        what=name,
        names=", ".join(sorted(names)),
    )


class _Looked(Exception):
    """What was written is not to stay."""


@contextmanager
def _only_looking(store: Store, is_so: bool) -> Iterator[None]:
    """Take back whatever is written inside, where somebody only wanted to look."""
    try:
        with store.together():
            yield
            if is_so:
                raise _Looked
    except _Looked:
        return


def _tell(store: Store, columns: Columns, seen: Preview, asked: Namespace, t: Translator) -> Reply:
    """Tell what a table brought, or would bring."""
    from consultation.exchange.matched import Standing
    from consultation.exchange.matched.saying import columns_said, counts_said, row_said, standing_name

    values = Values(t, lookup_in(store), vocabulary_labels(store))
    name, doubtful = asked.source.name, 0 if asked.dry_run else seen.count(Standing.DOUBTFUL)
    said = [each for each in Standing if asked.dry_run or each is not Standing.DOUBTFUL]
    rows = counts_said(t, seen, said) or t("no rows")
    read, unread = columns_said(t, columns)
    lines = [
        t("“{name}” would bring: {rows}.").format(name=name, rows=rows)
        if asked.dry_run
        else t("Took in “{name}”: {rows}.").format(name=name, rows=rows),
        t("Columns that are read: {columns}.").format(columns=read),
    ]
    if unread:
        lines.append(t("Columns that are not read: {columns}.").format(columns=unread))
    told = [row for row in seen.rows if row.changes or row.doubts or row.remarks]
    for row in told[:MOST_ROWS_TOLD]:
        about = t("Row {row}, {name}: {standing}").format(
            row=row.number, name=row.name or "–", standing=standing_name(t, row.standing)
        )
        lines += [about, *(f"  {line}" for line in row_said(t, values, seen.listing, row))]
    if len(told) > MOST_ROWS_TOLD:
        left = len(told) - MOST_ROWS_TOLD
        lines.append(
            t.plural("{count} more row is in the answer in JSON.", "{count} more rows are in the answer in JSON.", left)
        )
    reply = Reply(_shape(columns, seen, asked, t), lines)
    if doubtful:
        reply.remarks.append(
            t.plural(
                "{count} doubtful row was left out: decide about it in the window, or mend the table.",
                "{count} doubtful rows were left out: decide about them in the window, or mend the table.",
                doubtful,
            )
        )
    return reply


def _shape(columns: Columns, seen: Preview, asked: Namespace, t: Translator) -> dict[str, Any]:
    from consultation.exchange.matched import Standing

    return {
        "kind": seen.listing.value,
        "dry_run": asked.dry_run,
        **{standing.value: seen.count(standing) for standing in Standing if standing is not Standing.LEFT},
        "columns": [
            {"column": column.letter, "head": column.head, "field": column.field, "language": column.language}
            for column in columns.columns
        ],
        "rows": [_shape_row(row, t) for row in seen.rows],
    }


def _shape_row(row: RowPreview, t: Translator) -> dict[str, Any]:
    return {
        "row": row.number,
        "standing": row.standing.value,
        "name": row.name,
        "record": _id(row.record),
        "changes": [
            {"field": change.field, "before": as_data(change.before), "after": as_data(change.after)}
            for change in row.changes
        ],
        "doubts": [doubt.in_words(t) for doubt in row.doubts],
        "remarks": [remark.in_words(t) for remark in row.remarks],
        "alike": [{"id": str(each.record), "name": each.name, "why": each.why.in_words(t)} for each in row.alike],
    }


def _id(record: UUID | None) -> str | None:
    return str(record) if record else None
