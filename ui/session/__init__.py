"""The room: what is said becomes interventions, recommendations and lessons."""

from ui.session.place import Place

__all__ = ["Place"]
