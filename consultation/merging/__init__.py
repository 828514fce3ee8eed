"""Reading someone else's file and bringing what it holds into one's own."""

from consultation.merging.contribution import Contribution
from consultation.merging.trial import Trial, trial
from consultation.merging.union import is_other_consultation, merge

__all__ = ["Contribution", "Trial", "is_other_consultation", "merge", "trial"]
