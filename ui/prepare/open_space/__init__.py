"""Who asked to hold a session, and who signed up for one that has only so many places."""

from ui.prepare.open_space.page import OpenSpacePage

__all__ = ["OpenSpacePage"]
