"""Reading someone else's file and bringing what it holds into one's own."""

from consultation.merging.contribution import Contribution
from consultation.merging.salvage import Loss, LossKind, Salvaged, Saved, WholeOf, salvage, save_what_is_whole
from consultation.merging.trial import Account, Deletion, account_of, trial
from consultation.merging.union import merge
from consultation.merging.verdict import Verdict, verdict_of

__all__ = [
    "Account",
    "Contribution",
    "Deletion",
    "Loss",
    "LossKind",
    "Salvaged",
    "Saved",
    "Verdict",
    "WholeOf",
    "account_of",
    "merge",
    "salvage",
    "save_what_is_whole",
    "trial",
    "verdict_of",
]
