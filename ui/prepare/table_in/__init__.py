"""A table from anybody's spreadsheet, on its way into the file."""

from ui.prepare.table_in.sheet import TableSheet

__all__ = ["TableSheet"]
