"""The numbers of scoring, fitted; ``docs/matching.md`` says on what and how."""

from __future__ import annotations

SURE = (2.5, 2.0, 0.6, -2.0, -0.6, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""In one language: constant, Jaccard, contained, words left on either side and on the fuller one, shortness,
and of concepts Jaccard, contained, the weight shared and the least alone; figures."""
RANK = (-2.4, 1.0, 0.2, 0.0, 0.0, 0.0, 3.2, 1.9, 1.2, -1.1, 2.4)
"""The same features, for what is not sure: also without figures that agree and words that are equal."""
ACROSS = (-6.0, 2.3, 0.1, 0.0, 4.4, 3.8, 5.2, -0.6, 3.0)
"""Across languages: constant, the least and the most that is answered, shortness, the four of concepts; figures."""
