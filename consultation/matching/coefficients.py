"""The numbers of scoring, fitted; ``docs/matching.md`` says on what and how."""

from __future__ import annotations

SURE = (1.6, 2.0, 0.6, 1.0, -2.0, -0.6, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""In one language: constant, Jaccard, contained, equal letters, words left on either side and on the fuller one, shortness,
and of concepts Jaccard, contained, the weight shared and the least alone; figures."""
RANK = (-3.1, 0.6, 0.0, 0.3, 0.0, 0.0, 0.0, 4.1, 0.8, 0.6, -0.6, 2.2)
"""The same features, for what is not sure: also without figures that agree and words that are equal."""
ACROSS = (-5.7, 2.7, 0.1, 0.0, 4.2, 1.7, 5.2, -0.6, 2.6)
"""Across languages: constant, the least and the most that is answered, shortness, the four of concepts; figures."""
