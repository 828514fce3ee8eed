"""What the fields and kinds of records are called when a person has to decide about one."""

from __future__ import annotations

from consultation.language import Translator


def kind_name(t: Translator, kind: str) -> str:
    """Name a kind of record."""
    return {
        "consultation": t("Consultation"),
        "term": t("Entry of a vocabulary"),
        "session": t("Session"),
        "agendaitem": t("Point of an agenda"),
        "person": t("Person"),
        "role": t("Role in a session"),
        "attendance": t("Head-count"),
        "intervention": t("Intervention"),
        "recommendation": t("Recommendation"),
        "support": t("Support"),
        "reservation": t("Reservation"),
        "practice": t("Practice"),
        "lesson": t("Lesson"),
        "group": t("Recommendations that say the same"),
        "verdict": t("Verdict on two recommendations"),
        "section": t("Section of the declaration"),
        "paragraph": t("Paragraph"),
        "item": t("Item"),
        "edition": t("Edition"),
        "commitment": t("Commitment"),
        "progressnote": t("Progress note"),
    }[kind]


def field_name(t: Translator, kind: str, name: str) -> str:
    """Name a field of a kind of record."""
    if name == "text":
        return t("Wording")
    if name == "title" and kind == "person":
        return t("Position or title")
    if name == "recommendations" or (name == "recommendation" and kind != "recommendation"):
        return t("Recommendation it is about")
    return {**_about_records(t), **_about_meetings(t), **_about_people(t), **_about_asking(t), **_about_documents(t)}[
        name
    ]


def _about_records(t: Translator) -> dict[str, str]:
    return {
        "deleted": t("Deleted or kept"),
        "rank": t("Place in the list"),
        "language": t("Language"),
        "title": t("Title"),
        "label": t("Name"),
        "key": t("Short name"),
        "description": t("Description"),
        "vocabulary": t("KnownVocabulary"),
        "before": t("Word before each addressee"),
        "joiner": t("Word after the addressees"),
        "sets": t("Sets it opens clauses of"),
        "kit": t("Kit"),
        "note": t("Note"),
    }


def _about_meetings(t: Translator) -> dict[str, str]:
    return {
        "host": t("Host"),
        "organisers": t("Organisers"),
        "partners": t("Partners"),
        "place": t("Place"),
        "starts": t.context("field", "Start"),
        "ends": t.context("field", "End"),
        "time_zone": t("Time zone"),
        "languages": t("Languages"),
        "purpose": t("Purpose"),
        "declaration_name": t("Name of the declaration"),
        "recitals": t("Recitals"),
        "common_ground": t("Common ground"),
        "common_ground_terms": t("Terms of the common ground"),
        "code": t("Code"),
        "kind_term": t("Kind of session"),
        "format": t("Format"),
        "room": t("Room"),
        "status": t("Status"),
        "questions": t("Guiding questions"),
        "session": t("Session"),
        "minutes": t("Minutes"),
        "heads": t("People counted"),
    }


def _about_people(t: Translator) -> dict[str, str]:
    return {
        "name": t("Name"),
        "organisation": t("Organisation"),
        "territory": t("Territory"),
        "region": t("Region"),
        "actor": t("Kind of actor"),
        "gender": t("Gender"),
        "consent": t("Agrees to be named"),
        "person": t("Person"),
        "role": t("Role"),
        "who": t("Who"),
        "with_whom": t("With whom"),
        "by": t("By when"),
        "on": t("On"),
        "said_at": t("Time"),
        "attributable": t("May be quoted by name"),
        "form": t("Kind"),
    }


def _about_asking(t: Translator) -> dict[str, str]:
    return {
        "set": t("Set"),
        "strands": t("Strands"),
        "strand": t("Strand"),
        "capitals": t("Capitals of resilience"),
        "addressees": t("Addressees"),
        "proposer": t("Proposed by"),
        "rationale": t("Rationale"),
        "interventions": t("Interventions it came from"),
        "translations": t("Translations"),
        "reference": t("Reference of the source"),
        "group": t("Who was counted"),
        "in_favour": t.context("votes", "For"),
        "against": t.context("votes", "Against"),
        "abstain": t.context("votes", "Abstain"),
        "consensus": t("Consensus"),
        "scores": t("Scores"),
        "did_not_work": t("What did not work"),
        "wording": t("Joint wording"),
        "first": t("First recommendation"),
        "second": t("Second recommendation"),
        "decision": t("Decision"),
        "reason": t("Reason"),
    }


def _about_documents(t: Translator) -> dict[str, str]:
    return {
        "document": t("Document"),
        "section": t("Section"),
        "drafted": t("Wording that drafting proposes"),
        "sources": t("Sources"),
        "left_out": t("Left out of the document"),
        "untranslated": t("Not translated yet"),
        "number": t("Number"),
        "frozen_at": t("Frozen on"),
        "final": t("Final"),
        "revisions": t("What it was made from"),
        "state": t("State"),
        "paragraph": t("Paragraph"),
        "commitment": t("Commitment"),
    }
