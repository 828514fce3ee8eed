"""Reading someone else's file and bringing what it holds into one's own."""

from consultation.merging.contribution import Contribution
from consultation.merging.union import Progress, is_other_consultation, merge, preview

__all__ = ["Contribution", "Progress", "is_other_consultation", "merge", "preview"]
