"""Reading someone else's file and bringing what it holds into one's own."""

from consultation.merging.contribution import Contribution
from consultation.merging.salvage import Loss, LossKind, Salvaged, Saved, WholeOf, salvage, save_what_is_whole
from consultation.merging.trial import Account, Deletion, Savable, account_of, trial
from consultation.merging.union import merge
from consultation.merging.verdict import Verdict, verdict_of
from consultation.merging.whereabouts import holders_of_the_rest

__all__ = [
    "Account",
    "Contribution",
    "Deletion",
    "Loss",
    "LossKind",
    "Salvaged",
    "Savable",
    "Saved",
    "Verdict",
    "WholeOf",
    "account_of",
    "holders_of_the_rest",
    "merge",
    "salvage",
    "save_what_is_whole",
    "trial",
    "verdict_of",
]
