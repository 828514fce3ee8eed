"""What happened to one record, and going back to any state of it."""

from ui.history.page import HistoryPage

__all__ = ["HistoryPage"]
