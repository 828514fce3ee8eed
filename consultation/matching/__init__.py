"""Finding recommendations that say the same, or contradict each other: values in, values out."""

from consultation.matching.values import Band, Matching, Pair, PairKind, Reason, ReasonKind, Text

__all__ = ["Band", "Matching", "Pair", "PairKind", "Reason", "ReasonKind", "Text"]
