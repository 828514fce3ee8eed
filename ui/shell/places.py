"""The places of the window, in the order of the work. A place is a folder of `ui` that offers a page."""

from __future__ import annotations

from ui.declaration import DeclarationPlace
from ui.merge import MergePlace
from ui.page import Page
from ui.prepare import PreparePlace
from ui.session import SessionPlace

PLACES: tuple[type[Page], ...] = (PreparePlace, SessionPlace, MergePlace, DeclarationPlace)

AT_FIRST = PLACES.index(SessionPlace)
"""The place a file opens at that was never open here: most who open one have a room before them."""
