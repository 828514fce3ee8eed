"""Preparing a consultation: from a kit to the file that is handed out."""

from ui.prepare.place import PreparePlace

__all__ = ["PreparePlace"]
