"""What the kinds of records are called: one of them, so many of them, and all of them in JSON."""

from __future__ import annotations

from collections.abc import Mapping

from consultation.language import N_, NP_, Translator
from consultation.model import KINDS

NAMES = {
    "consultation": N_("Consultation"),
    "vocabulary": N_("Vocabulary"),
    "term": N_("Entry of a vocabulary"),
    "organisation": N_("Organisation"),
    "person": N_("Person"),
    "contact": N_("How to reach a person"),
    "partnership": N_("Partnership"),
    "day": N_("Day of the programme"),
    "track": N_("Track"),
    "session": N_("Session"),
    "interest": N_("Expression of interest"),
    "signup": N_("Sign-up"),
    "delivery": N_("Handing out of the file for the rooms"),
    "agendaitem": N_("Point of an agenda"),
    "role": N_("Role in a session"),
    "attendance": N_("Head-count"),
    "intervention": N_("Intervention"),
    "summary": N_("Summary of a speech"),
    "point": N_("Point to remember"),
    "recommendation": N_("Recommendation"),
    "support": N_("Support"),
    "reservation": N_("Reservation"),
    "practice": N_("Practice"),
    "score": N_("Score of a practice"),
    "lesson": N_("Lesson learned"),
    "reference": N_("Reference document"),
    "evidence": N_("Evidence"),
    "objective": N_("Objective"),
    "result": N_("Expected result"),
    "activity": N_("Activity"),
    "milestone": N_("Milestone"),
    "group": N_("Recommendations that say the same"),
    "verdict": N_("Verdict on two recommendations"),
    "shortlist": N_("Recommendations to begin with"),
    "section": N_("Section of a document"),
    "paragraph": N_("Paragraph"),
    "item": N_("Lettered item"),
    "comment": N_("Comment"),
    "amendment": N_("Amendment"),
    "edition": N_("Edition"),
    "editiontext": N_("Text of an edition"),
    "commitment": N_("Commitment"),
    "progressnote": N_("Progress note"),
    "handover": N_("Handover"),
    "answer": N_("Answer of an addressee"),
    "inheritance": N_("Inheritance of an earlier declaration"),
}

COUNTS = {
    "consultation": NP_("{count} consultation", "{count} consultations"),
    "vocabulary": NP_("{count} vocabulary", "{count} vocabularies"),
    "term": NP_("{count} entry of a vocabulary", "{count} entries of vocabularies"),
    "organisation": NP_("{count} organisation", "{count} organisations"),
    "person": NP_("{count} person", "{count} people"),
    "contact": NP_("{count} contact", "{count} contacts"),
    "partnership": NP_("{count} partnership", "{count} partnerships"),
    "day": NP_("{count} day", "{count} days"),
    "track": NP_("{count} track", "{count} tracks"),
    "session": NP_("{count} session", "{count} sessions"),
    "interest": NP_("{count} expression of interest", "{count} expressions of interest"),
    "signup": NP_("{count} sign-up", "{count} sign-ups"),
    "delivery": NP_("{count} handing out", "{count} handings out"),
    "agendaitem": NP_("{count} point of an agenda", "{count} points of agendas"),
    "role": NP_("{count} role in a session", "{count} roles in sessions"),
    "attendance": NP_("{count} head-count", "{count} head-counts"),
    "intervention": NP_("{count} intervention", "{count} interventions"),
    "summary": NP_("{count} summary of a speech", "{count} summaries of speeches"),
    "point": NP_("{count} point to remember", "{count} points to remember"),
    "recommendation": NP_("{count} recommendation", "{count} recommendations"),
    "support": NP_("{count} count of support", "{count} counts of support"),
    "reservation": NP_("{count} reservation", "{count} reservations"),
    "practice": NP_("{count} practice", "{count} practices"),
    "score": NP_("{count} score of a practice", "{count} scores of practices"),
    "lesson": NP_("{count} lesson learned", "{count} lessons learned"),
    "reference": NP_("{count} reference document", "{count} reference documents"),
    "evidence": NP_("{count} piece of evidence", "{count} pieces of evidence"),
    "objective": NP_("{count} objective", "{count} objectives"),
    "result": NP_("{count} expected result", "{count} expected results"),
    "activity": NP_("{count} activity", "{count} activities"),
    "milestone": NP_("{count} milestone", "{count} milestones"),
    "group": NP_(
        "{count} group of recommendations that say the same", "{count} groups of recommendations that say the same"
    ),
    "verdict": NP_("{count} verdict on two recommendations", "{count} verdicts on two recommendations"),
    "shortlist": NP_("{count} list of recommendations to begin with", "{count} lists of recommendations to begin with"),
    "section": NP_("{count} section", "{count} sections"),
    "paragraph": NP_("{count} paragraph", "{count} paragraphs"),
    "item": NP_("{count} lettered item", "{count} lettered items"),
    "comment": NP_("{count} comment", "{count} comments"),
    "amendment": NP_("{count} amendment", "{count} amendments"),
    "edition": NP_("{count} edition", "{count} editions"),
    "editiontext": NP_("{count} part of the text of an edition", "{count} parts of the texts of editions"),
    "commitment": NP_("{count} commitment", "{count} commitments"),
    "progressnote": NP_("{count} progress note", "{count} progress notes"),
    "handover": NP_("{count} handover", "{count} handovers"),
    "answer": NP_("{count} answer of an addressee", "{count} answers of addressees"),
    "inheritance": NP_("{count} clause of an earlier declaration", "{count} clauses of earlier declarations"),
}

PLURALS = {
    "consultation": "consultations",
    "vocabulary": "vocabularies",
    "term": "terms",
    "organisation": "organisations",
    "person": "people",
    "contact": "contacts",
    "partnership": "partnerships",
    "day": "days",
    "track": "tracks",
    "session": "sessions",
    "interest": "interests",
    "signup": "sign_ups",
    "delivery": "deliveries",
    "agendaitem": "agenda_items",
    "role": "roles",
    "attendance": "attendance",
    "intervention": "interventions",
    "summary": "summaries",
    "point": "points",
    "recommendation": "recommendations",
    "support": "support",
    "reservation": "reservations",
    "practice": "practices",
    "score": "scores",
    "lesson": "lessons",
    "reference": "references",
    "evidence": "evidence",
    "objective": "objectives",
    "result": "results",
    "activity": "activities",
    "milestone": "milestones",
    "group": "groups",
    "verdict": "verdicts",
    "shortlist": "shortlists",
    "section": "sections",
    "paragraph": "paragraphs",
    "item": "items",
    "comment": "comments",
    "amendment": "amendments",
    "edition": "editions",
    "editiontext": "edition_texts",
    "commitment": "commitments",
    "progressnote": "progress_notes",
    "handover": "handovers",
    "answer": "answers",
    "inheritance": "inheritances",
}
"""Kind of record -> the name of all of its kind in JSON."""

ROOM = (
    "session",
    "recommendation",
    "intervention",
    "reservation",
    "lesson",
    "practice",
    "commitment",
    "person",
    "paragraph",
)
"""The kinds people speak of after a session, in the order in which they do."""

MOST_NAMED = 2
"""How many other kinds are named after those."""


def kind_name(t: Translator, kind: str) -> str:
    """Name a kind of record; one that this version of the program does not know is called so."""
    return t(NAMES[kind]) if kind in NAMES else t("Entry that this version of the program does not show")


def counted(t: Translator, kind: str, number: int) -> str:
    """Say how many records of a kind there are ("26 recommendations")."""
    return t.plural(*COUNTS[kind], number)


def all_counted(t: Translator, counts: Mapping[str, int]) -> list[str]:
    """Say how many there are of every kind of which there are any, in the order of the kinds."""
    return [counted(t, kind, counts[kind]) for kind in KINDS if counts.get(kind)]


def summed_up(t: Translator, counts: Mapping[str, int]) -> str:
    """List numbers of records as people tell them: "26 recommendations, 60 counts of support and 9 further entries".

    Of the kinds that nobody asks for first, the two most frequent are named and the others are counted together.
    """
    parts = [counted(t, kind, counts[kind]) for kind in ROOM if counts.get(kind)]
    others = [kind for kind in COUNTS if kind not in ROOM and counts.get(kind)]
    most = sorted(others, key=lambda kind: counts[kind], reverse=True)[:MOST_NAMED]
    parts += [counted(t, kind, counts[kind]) for kind in most]
    rest = sum(number for kind, number in counts.items() if kind not in (*ROOM, *most))
    if rest and parts:
        parts.append(t.plural("{count} further entry", "{count} further entries", rest))
    elif rest:
        parts.append(t.plural("{count} entry", "{count} entries", rest))
    return t.listed(parts)


def named_counts(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts by kind under the names they have in JSON; kinds that only a newer version knows keep theirs."""
    return {PLURALS.get(kind, kind): number for kind, number in counts.items()}
