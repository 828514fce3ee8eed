"""The people, the organisations and the partnerships."""

from ui.prepare.people.page import PeoplePage

__all__ = ["PeoplePage"]
