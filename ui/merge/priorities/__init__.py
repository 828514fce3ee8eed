"""What weighs how much, and which to begin with: the last view of Merge."""

from ui.merge.priorities.page import PrioritiesPage

__all__ = ["PrioritiesPage"]
