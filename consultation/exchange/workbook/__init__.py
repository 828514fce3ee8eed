"""Workbooks (XLSX): reading one as rows of text, and writing a table as one."""

from consultation.exchange.workbook.package import damaged
from consultation.exchange.workbook.reading import WORKBOOK, looks_like_workbook, read_workbook
from consultation.exchange.workbook.writing import Holds, workbook_bytes

__all__ = ["WORKBOOK", "Holds", "damaged", "looks_like_workbook", "read_workbook", "workbook_bytes"]
