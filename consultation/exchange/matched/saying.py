"""What a preview of a table says, in words: one way of saying it for the window and the commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from consultation.exchange.matched.columns import Columns, head_of
from consultation.exchange.matched.fields import Listing
from consultation.exchange.matched.previewing import Change, Preview, RowPreview, Standing
from consultation.exchange.matched.taking import KINDS
from consultation.language import NC_, NP_, Translator
from consultation.words import field_name
from consultation.words.marked import Marked, said
from consultation.words.values import Values

STANDINGS: Mapping[Standing, Marked] = {
    Standing.NEW: NC_("row of a table", "New"),
    Standing.CHANGED: NC_("row of a table", "Changed"),
    Standing.SAME: NC_("row of a table", "The same"),
    Standing.DOUBTFUL: NC_("row of a table", "Doubtful"),
    Standing.LEFT: NC_("row of a table", "Left out"),
}

_COUNTED: Mapping[Standing, tuple[str, str]] = {
    Standing.NEW: NP_("{count} new row", "{count} new rows"),
    Standing.CHANGED: NP_("{count} changed row", "{count} changed rows"),
    Standing.SAME: NP_("{count} row as it is in the file", "{count} rows as they are in the file"),
    Standing.DOUBTFUL: NP_("{count} doubtful row", "{count} doubtful rows"),
    Standing.LEFT: NP_("{count} row left out", "{count} rows left out"),
}


def standing_name(t: Translator, standing: Standing) -> str:
    """Name what would become of a row."""
    return said(t, STANDINGS[standing])


def counts_said(t: Translator, preview: Preview, standings: Iterable[Standing] = Standing) -> str:
    """Say how many rows there are of which sort: "12 new rows, 3 changed rows and 1 doubtful row"."""
    there = [standing for standing in standings if preview.count(standing)]
    return t.listed(t.plural(*_COUNTED[standing], preview.count(standing)) for standing in there)


def column_name(t: Translator, listing: Listing, field: str, language: str = "") -> str:
    """Name what a column holds."""
    return head_of(t, listing, field, t.language_name(language) if language else "")


def columns_said(t: Translator, columns: Columns) -> tuple[str, str]:
    """Say which columns are read as what, and which are not read; either may be empty."""
    listing = columns.listing
    read = [
        t("{column}: {field}").format(
            column=column.head or column.letter, field=column_name(t, listing, column.field, column.language)
        )
        for column in columns.columns
        if column.field
    ]
    return "; ".join(read), "; ".join(column.head or column.letter for column in columns.unread)


def change_said(t: Translator, values: Values, listing: Listing, change: Change) -> str:
    """Say a change: "Position or title: Mayor → Deputy mayor"."""
    name = field_name(t, KINDS[listing].kind(), change.field)
    before, after = (values.line(change.field, value) for value in (change.before, change.after))
    return t("{field}: {before} → {after}").format(field=name, before=before, after=after)


def new_said(t: Translator, values: Values, listing: Listing, row: RowPreview) -> list[str]:
    """Say what a row would make a record of, but for its name: "Position or title: Mayor"."""
    kind = KINDS[listing].kind()
    held = ((field, values.line(field, value)) for field, value in (*row.said.values.items(), *row.said.aside.items()))
    return [
        t("{name}: {value}").format(name=field_name(t, kind, field), value=line)
        for field, line in held
        if line != row.name
    ]


def row_said(t: Translator, values: Values, listing: Listing, row: RowPreview) -> list[str]:
    """Say all there is to say of a row: what changes, why it is doubtful, what it may be, what is worth knowing."""
    lines = [change_said(t, values, listing, change) for change in row.changes]
    lines += [doubt.in_words(t) for doubt in row.doubts]
    lines += [t("{name}: {reason}").format(name=each.name, reason=each.why.in_words(t)) for each in row.alike]
    return [*lines, *(remark.in_words(t) for remark in row.remarks)]
