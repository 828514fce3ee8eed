"""The start page: where a file comes from."""

from ui.start.page import StartPage

__all__ = ["StartPage"]
