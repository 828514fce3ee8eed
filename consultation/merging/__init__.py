"""Reading someone else's file and bringing what it holds into one's own."""

from consultation.merging.contribution import Contribution
from consultation.merging.trial import Account, account_of, trial
from consultation.merging.union import merge

__all__ = ["Account", "Contribution", "account_of", "merge", "trial"]
