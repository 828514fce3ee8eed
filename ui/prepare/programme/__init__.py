"""The programme, as a timetable by day."""

from ui.prepare.programme.page import ProgrammePage

__all__ = ["ProgrammePage"]
