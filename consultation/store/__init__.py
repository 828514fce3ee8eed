"""One file on disk: the truth is a set of revisions, everything else is folded from it."""

from consultation.store.checks import Report
from consultation.store.clock import Clock
from consultation.store.copies import Copy
from consultation.store.decisions import Decision
from consultation.store.following import Listener, News
from consultation.store.history import Change, Conflict, Disputed, Option
from consultation.store.identity import Identity, settings_folder
from consultation.store.merges import Merge
from consultation.store.store import Store
from consultation.store.underneath import Underneath
from consultation.store.written import Written

__all__ = [
    "Change",
    "Clock",
    "Conflict",
    "Copy",
    "Decision",
    "Disputed",
    "Identity",
    "Listener",
    "Merge",
    "News",
    "Option",
    "Report",
    "Store",
    "Underneath",
    "Written",
    "settings_folder",
]
