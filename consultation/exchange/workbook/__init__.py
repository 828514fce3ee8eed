"""Workbooks (XLSX): reading one as rows of text, and writing a table as one."""

from consultation.exchange.workbook.reading import WORKBOOK, looks_like_workbook, read_workbook

__all__ = ["WORKBOOK", "looks_like_workbook", "read_workbook"]
