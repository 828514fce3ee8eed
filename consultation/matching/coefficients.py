"""The numbers of scoring and of the bands, all in one place; ``docs/matching.md`` says what they were fitted on."""

from __future__ import annotations

WITHIN = (-6.0, 6.0, 1.0, 4.0, -3.0, -0.5, 0.0, 1.0)
"""Constant, Jaccard, contained, equal letters, least alone, most alone, shortness, concepts."""
ACROSS = (-5.0, 3.0, 1.0, 2.0, -1.0, 0.0, 2.0, 2.0, -1.0)
"""Constant, Jaccard, contained, shared concepts, least alone, most alone, least and most answered, shortness."""
