"""What was written, as pages hear of it: which kinds of records, and which records."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from consultation.model import Record


@dataclass(frozen=True)
class Touched:
    """Records that may say something else now; all of them after a merge."""

    kinds: frozenset[str] = frozenset()
    records: frozenset[UUID] = frozenset()
    everything: bool = False

    def concerns(self, *kinds: type[Record]) -> bool:
        """Tell whether a record of one of these kinds may be another now."""
        return self.everything or any(kind.kind() in self.kinds for kind in kinds)

    def __or__(self, other: Touched) -> Touched:
        """Put together what was written at two times."""
        everything = self.everything or other.everything
        return Touched(self.kinds | other.kinds, self.records | other.records, everything)


EVERYTHING = Touched(everything=True)
