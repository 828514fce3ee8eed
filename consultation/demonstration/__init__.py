"""The whole path, shown: on the forum's sample, or from any kit of ours to its documents."""

from __future__ import annotations

from consultation.demonstration.folder import Demonstration
from consultation.demonstration.forum import demonstrate
from consultation.demonstration.kit import demonstrate_kit

__all__ = ["Demonstration", "demonstrate", "demonstrate_kit"]
