"""How a file on its way in stands, in one word."""

from __future__ import annotations

from enum import StrEnum

from consultation.errors import DamagedFile
from consultation.merging.trial import Account


class Verdict(StrEnum):
    """What a person has to know before anything else about a file."""

    FINE = "fine"
    LOOK_FIRST = "look_first"
    """It can go in, and does something nobody expects: deletes, changes consent, writes for others, ..."""
    NOTHING_NEW = "nothing_new"
    OTHER = "other"
    """It is of another consultation, and goes in only when it is asked for."""
    DAMAGED = "damaged"
    REFUSED = "refused"


def verdict_of(account: Account) -> Verdict:
    """Say how a file stands."""
    shown = account.shown
    if shown.refusal is not None:
        is_damaged = isinstance(shown.refusal, DamagedFile) or account.savable is not None
        return Verdict.DAMAGED if is_damaged else Verdict.REFUSED
    if account.is_other:
        return Verdict.OTHER
    if shown.brings_nothing:
        return Verdict.NOTHING_NEW
    unexpected = shown.deleted or shown.consent or shown.written_for or shown.erased or shown.unread or shown.missing
    return Verdict.LOOK_FIRST if unexpected or shown.wrong_clock else Verdict.FINE
