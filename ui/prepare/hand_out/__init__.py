"""What still lacks before the file is handed out, and to whom it goes."""

from ui.prepare.hand_out.page import HandOutPage

__all__ = ["HandOutPage"]
