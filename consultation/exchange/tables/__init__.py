"""One description of a table for every kind of record: its columns, and how they are written and read."""

from consultation.exchange.tables import asking, declaring, framework, programme
from consultation.exchange.tables.table import ID, ID_COLUMN, Column, Table

TABLES: dict[str, Table] = {
    table.name: table for table in (*framework.TABLES, *programme.TABLES, *asking.TABLES, *declaring.TABLES)
}
"""Every table by its name, in the order in which they are best read into an empty file."""

__all__ = ["ID", "ID_COLUMN", "TABLES", "Column", "Table"]
