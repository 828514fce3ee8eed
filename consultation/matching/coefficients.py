"""The numbers of scoring, fitted; ``docs/matching.md`` says on what and how."""

from __future__ import annotations

SURE = (-6.0, 6.0, 1.0, 4.0, -3.0, -0.5, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0)
"""Two texts in one language: constant, Jaccard, contained, equal letters, least alone, most alone, shortness, concepts."""
RANK = (-6.0, 6.0, 1.0, 4.0, -3.0, -0.5, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
"""The same features, for the order of pairs that are not sure."""
ACROSS = (-5.0, 2.0, 2.0, -1.0, 3.0, 1.0, 2.0, -1.0, 1.0)
"""Two languages: constant, Jaccard, contained, shared concepts, least and most alone, least and most answered, shortness."""
