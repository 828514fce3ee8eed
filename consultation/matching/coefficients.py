"""The numbers of scoring, fitted; ``docs/matching.md`` says on what and how."""

from __future__ import annotations

SURE = (1.6, 2.0, 0.6, 1.0, -2.0, -0.6, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""Two texts in one language: constant, Jaccard, contained, equal letters, least alone, most alone, shortness, concepts."""
RANK = (-4.6, 1.2, 0.5, 0.5, 0.0, 0.0, 0.0, 4.2, 0.3, 4.6, -0.65, 2.0)
"""The same features, for the order of pairs that are not sure."""
ACROSS = (-5.7, 3.2, 0.0, 0.0, 4.2, 0.0, 8.8, -1.1, 2.2)
"""Two languages: constant, Jaccard, contained, shared concepts, least and most alone, least and most answered, shortness."""
WITHIN_BY_MEANING = (-5.5, 15.3)
"""One language, by a sentence model: constant, cosine times the square of what is left of one without Jaccard's coefficient."""
ACROSS_BY_MEANING = (-5.4, 0.42, 13.2)
"""Two languages, by a sentence model: constant, log-odds by concepts, cosine."""
