"""Bringing other people's files in, and deciding where they disagree."""

from ui.merge.place import MergePlace

__all__ = ["MergePlace"]
