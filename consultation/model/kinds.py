"""Every kind of record, by its name in revisions."""

from __future__ import annotations

from consultation.model.asking import Group, Recommendation, Reservation, Shortlist, Support, Verdict
from consultation.model.declaring import Amendment, Comment, Edition, EditionText, Item, Paragraph, Section
from consultation.model.following import Answer, Commitment, Handover, Inheritance, ProgressNote
from consultation.model.framework import (
    Consultation,
    Contact,
    Milestone,
    Objective,
    Organisation,
    Partnership,
    Person,
    Reference,
    Result,
    Term,
    Vocabulary,
)
from consultation.model.learning import Activity, Evidence, Lesson, Practice, Score
from consultation.model.programme import AgendaItem, Delivery, Interest, ProgrammeDay, Session, SignUp, Track
from consultation.model.record import Record
from consultation.model.room import Attendance, Intervention, Point, Role, Summary

KINDS: dict[str, type[Record]] = {
    kind.kind(): kind
    for kind in (
        Consultation,
        Vocabulary,
        Term,
        Organisation,
        Person,
        Contact,
        Partnership,
        ProgrammeDay,
        Track,
        Session,
        Interest,
        SignUp,
        Delivery,
        AgendaItem,
        Role,
        Attendance,
        Intervention,
        Summary,
        Point,
        Recommendation,
        Support,
        Reservation,
        Practice,
        Score,
        Lesson,
        Reference,
        Evidence,
        Objective,
        Result,
        Activity,
        Milestone,
        Group,
        Verdict,
        Shortlist,
        Section,
        Paragraph,
        Item,
        Comment,
        Amendment,
        Edition,
        EditionText,
        Commitment,
        ProgressNote,
        Handover,
        Answer,
        Inheritance,
    )
}
"""Every kind of record by its name in revisions."""
