"""Reading someone else's file and bringing what it holds into one's own."""

from consultation.merging.contribution import Contribution
from consultation.merging.trial import Account, Deletion, account_of, trial
from consultation.merging.union import merge
from consultation.merging.verdict import Verdict, verdict_of

__all__ = ["Account", "Contribution", "Deletion", "Verdict", "account_of", "merge", "trial", "verdict_of"]
