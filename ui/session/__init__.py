"""The room: what is said becomes interventions, recommendations and lessons."""

from ui.session.place import SessionPlace

__all__ = ["SessionPlace"]
