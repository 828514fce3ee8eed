"""The details of the selected entry, one page for each kind of record."""

from ui.session.details.panel import DetailsPanel

__all__ = ["DetailsPanel"]
