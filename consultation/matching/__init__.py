"""Which recommendations are likely the same and which may contradict each other, and why: values in, values out."""

from consultation.matching.matching import Matcher, match
from consultation.matching.neighbours import Space
from consultation.matching.values import Band, Matching, Pair, PairKind, Reason, ReasonKind, Text

__all__ = ["Band", "Matcher", "Matching", "Pair", "PairKind", "Reason", "ReasonKind", "Space", "Text", "match"]
