"""What things are called, once: kinds, fields, fixed choices, any value, any record, what merging and drafting did.

The window and the commands say the same sentence about the same thing because both ask here.
"""

from consultation.words.changes import change_title, conflict_name, record_name, what_changed
from consultation.words.choices import choice_name, consensus_name, set_heading
from consultation.words.drafting import what_drafting_did, what_stands
from consultation.words.fields import field_name
from consultation.words.kinds import (
    PLURALS,
    all_counted,
    counted,
    kind_name,
    named_counts,
    summed_up,
)
from consultation.words.merging import WARNINGS, Matter, Remark, missing_remark, remarks, unread_remark
from consultation.words.records import Lookup, author_name, gist, lookup_in, person_line, referred, session_name
from consultation.words.salvaging import (
    can_be_saved,
    entries_whole,
    loss_title,
    loss_when,
    loss_words,
    pages_unreadable,
)
from consultation.words.shortened import shortened
from consultation.words.steps import Undone, step_name, undone
from consultation.words.values import Values, half_year_name
from consultation.words.versions import upgraded
from consultation.words.vocabularies import Vocabularies, one_term, vocabulary_labels, vocabulary_name

__all__ = [
    "PLURALS",
    "WARNINGS",
    "Lookup",
    "Matter",
    "Remark",
    "Undone",
    "Values",
    "Vocabularies",
    "all_counted",
    "author_name",
    "can_be_saved",
    "change_title",
    "choice_name",
    "conflict_name",
    "consensus_name",
    "counted",
    "entries_whole",
    "field_name",
    "gist",
    "half_year_name",
    "kind_name",
    "lookup_in",
    "loss_title",
    "loss_when",
    "loss_words",
    "missing_remark",
    "named_counts",
    "one_term",
    "pages_unreadable",
    "person_line",
    "record_name",
    "referred",
    "remarks",
    "session_name",
    "set_heading",
    "shortened",
    "step_name",
    "summed_up",
    "undone",
    "unread_remark",
    "upgraded",
    "vocabulary_labels",
    "vocabulary_name",
    "what_changed",
    "what_drafting_did",
    "what_stands",
]
