"""The numbers of scoring, fitted; ``docs/matching.md`` says on what and how."""

from __future__ import annotations

SURE = (1.6, 2.0, 0.6, 1.0, -2.0, -0.6, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""Two texts in one language: constant, Jaccard, contained, equal letters, least alone, most alone, shortness, concepts."""
RANK = (-3.1, 0.6, 0.0, 0.3, 0.0, 0.0, 0.0, 4.1, 0.8, 0.6, -0.6, 2.2)
"""The same features, for the order of pairs that are not sure."""
ACROSS = (-5.7, 2.7, 0.1, 0.0, 4.2, 1.7, 5.2, -0.6, 2.6)
"""Two languages: constant, Jaccard, contained, shared concepts, least and most alone, least and most answered, shortness."""
