"""What a kit says of the consultation itself."""

from __future__ import annotations

from uuid import UUID

from consultation.kits.contents import LISTS, MOST_LETTERS, OPTIONAL_TEXTS, RECITAL, TEXTS
from consultation.kits.saving.draft import Draft, Values, entry
from consultation.model import Consultation
from consultation.model.framework import Recital, Statement

LETTERS = 6


def consultation(about: Consultation, draft: Draft) -> Values:
    """Write the frame of the consultation."""
    return entry(
        starts=about.starts,
        ends=about.ends,
        time_zone=about.time_zone,
        arranged_by=about.arranged_by.value,
        letters_at_most=draft.counted(about.letters_at_most, MOST_LETTERS),
        objections_until=about.objections_until,
        common_ground_terms=draft.terms(about.common_ground_terms),
        **{name: draft.labels(getattr(about, name), needed=True) for name in TEXTS},
        **{name: draft.labels(getattr(about, name)) for name in OPTIONAL_TEXTS},
        **{name: draft.labels_list(getattr(about, name)) for name in LISTS},
        recitals=[made for each in about.recitals if (made := _recital(each, draft))],
        statements=[made for each in about.statements if (made := _statement(each, draft))],
    )


def _recital(recital: Recital, draft: Draft) -> Values:
    words = draft.labels(recital["text"])
    if not all(RECITAL.match(text) for text in words.values()):
        draft.complete = False
    return {**entry(needs=list(dict.fromkeys(str(fact) for fact in recital["needs"]))), **words} if words else {}


def _statement(statement: Statement, draft: Draft) -> Values:
    words = draft.labels(statement["text"])
    organisation = UUID(statement["organisation"]) if statement["organisation"] else None
    kind = str(statement["kind"])
    return entry(kind=kind, organisation=draft.key(organisation), text=words) if words else {}
