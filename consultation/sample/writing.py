"""Writing down one facilitator's words, in the order in which they were said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from consultation.exchange.names import Names, folded
from consultation.model import (
    Attendance,
    Commitment,
    CommitmentState,
    Gender,
    Inheritance,
    InheritanceState,
    Intervention,
    InterventionKind,
    KnownVocabulary,
    Lesson,
    Organisation,
    Person,
    Practice,
    PracticeKind,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Record,
    Reservation,
    Role,
    RoleKind,
    Score,
    Session,
    Support,
    Translations,
    fingerprint,
    translation,
)
from consultation.sample.desk import Desk
from consultation.sample.rows import give_ids, read_rows
from consultation.store import Store


def record(
    store: Store,
    desk: Desk,
    words: dict[str, Any],
    known: dict[str, UUID],
    edits: list[dict[str, Any]] | None = None,
) -> None:
    """Record everything one facilitator wrote down, in the order of the sessions; ``known`` learns what keys mean."""
    rows = words.get("rows", {})
    with store.together():
        writing = Writing(store, desk, words["language"], known)
        writing.write_people(words.get("people", []))
        give_ids(store, rows, known)
        if "organisations" in rows:
            read_rows(store, "organisations", rows["organisations"], known)
        sessions = {session["code"]: session for session in words.get("sessions", [])}
        programme = sorted(store.all(Session), key=Session.place_in_programme)
        codes = [session.code for session in programme if session.code in sessions]
        for code in codes:
            writing.write_session(sessions[code], words)
        for commitment in words.get("commitments", []):
            writing.write_commitment(commitment)
        for name in rows:
            if name != "organisations":
                read_rows(store, name, rows[name], known)
        for clause in words.get("inherited", []):
            writing.look_back(clause)
        for edit in edits or []:
            writing.edit(edit)


class Writing:
    """Writes one facilitator's words into their file."""

    def __init__(self, store: Store, desk: Desk, language: str, known: dict[str, UUID]) -> None:
        self._store = store
        self._desk = desk
        self._language = language
        self._known = known
        self._names = Names(store)
        self._terms = {
            vocabulary: {term.key: term.id for term in store.terms(vocabulary)} for vocabulary in KnownVocabulary
        }

    def write_people(self, people: list[dict[str, Any]]) -> None:
        owner = self._desk.owner
        me = self._desk.identity
        by_name = {entry["name"]: entry for entry in people}
        if me.name not in by_name:
            self._save(
                Person(
                    id=me.author,
                    name=owner["name"],
                    organisation=owner["organisation"],
                    territory=owner["territory"],
                    consent=True,
                )
            )
        for entry in people:
            person = Person(
                id=me.author if entry["name"] == me.name else self._store.new_id(),
                name=entry["name"],
                title=entry.get("title", ""),
                organisation=entry.get("organisation", ""),
                territory=entry.get("territory", ""),
                region=self._term(KnownVocabulary.REGION, entry.get("region")),
                actor=self._term(KnownVocabulary.ACTOR, entry.get("actor")),
                gender=Gender(entry["gender"]) if "gender" in entry else None,
                consent=entry["consent"],
            )
            self._known[entry["key"]] = self._save(person)

    def write_session(self, entry: dict[str, Any], words: dict[str, Any]) -> None:
        session = self._store.session(entry["code"])
        starts = session.starts or self._desk.now
        self._desk.now = starts
        for role in entry.get("roles", []):
            person = self._known[role["person"]]
            self._save(Role(id=self._store.new_id(), session=session.id, person=person, role=RoleKind(role["role"])))
        for count in entry.get("attendance", []):
            self._save(
                Attendance(
                    id=self._store.new_id(),
                    session=session.id,
                    region=self._term(KnownVocabulary.REGION, count.get("region")),
                    actor=self._term(KnownVocabulary.ACTOR, count.get("actor")),
                    gender=Gender(count["gender"]) if "gender" in count else None,
                    heads=count["heads"],
                )
            )
        for said in words.get("interventions", []):
            if said["session"] == session.code:
                self._desk.now = starts + timedelta(minutes=said.get("minute", 0))
                self._write_intervention(session, said)
        for asked in words.get("recommendations", []):
            if asked["session"] == session.code:
                self._desk.pass_time(60)
                self._write_recommendation(session, asked)
        for learned in words.get("lessons", []):
            if learned["session"] == session.code:
                lesson = Lesson(
                    id=self._store.new_id(), session=session.id, text=learned["text"], language=self._language
                )
                self._known[learned["key"]] = self._save(lesson)
        for done in words.get("practices", []):
            if done["session"] == session.code:
                self._write_practice(session, done)

    def write_commitment(self, commitment: dict[str, Any]) -> None:
        by = commitment.get("by")
        self._known[commitment["key"]] = self._save(
            Commitment(
                id=self._store.new_id(),
                text=commitment["text"],
                language=commitment.get("language", self._language),
                organisations=self._organisations(commitment),
                who=commitment.get("who", ""),
                with_whom=commitment.get("with_whom", ""),
                by=by if isinstance(by, date) else None,
                state=CommitmentState(commitment.get("state", CommitmentState.OPEN)),
            )
        )

    def look_back(self, clause: dict[str, Any]) -> None:
        """Say what became of a clause that the kit brought."""
        self._desk.pass_time()
        self._store.change(
            self._store.get(Inheritance, self._known[clause["key"]]),
            state=InheritanceState(clause["state"]),
            note=clause.get("note", ""),
            carried_by=[self._known[key] for key in clause.get("carried_by", [])],
        )

    def edit(self, edit: dict[str, Any]) -> None:
        """Change a record that was handed out, as its facilitator saw fit."""
        self._desk.pass_time()
        record: Record
        if edit["kind"] == "session":
            record = self._store.session(edit["record"])
        elif edit["kind"] == "person":
            record = self._store.get(Person, self._known[edit["record"]])
        else:
            record = self._store.get(Recommendation, self._known[edit["record"]])
        value = edit["value"]
        if isinstance(record, Recommendation) and edit["field"] == "translations":
            value = self._translations(value, record.text)
        self._store.change(record, **{edit["field"]: value})

    def _write_intervention(self, session: Session, said: dict[str, Any]) -> None:
        person = said.get("person")
        self._known[said["key"]] = self._save(
            Intervention(
                id=self._store.new_id(),
                session=session.id,
                person=self._known[person] if person else None,
                sort=InterventionKind(said["form"]),
                text=said["text"],
                language=said.get("language", self._language),
                said_at=self._desk.now,
                attributable=said.get("attributable", True),
            )
        )

    def _write_recommendation(self, session: Session, asked: dict[str, Any]) -> None:
        proposer = asked.get("proposer")
        recommendation = self._save(
            Recommendation(
                id=self._store.new_id(),
                session=session.id,
                set=RecommendationSet(asked["set"]),
                text=asked["text"],
                language=asked.get("language", self._language),
                terms={
                    KnownVocabulary.STRAND: self._all_terms(KnownVocabulary.STRAND, asked.get("strands", [])),
                    KnownVocabulary.CAPITAL: self._all_terms(KnownVocabulary.CAPITAL, asked.get("capitals", [])),
                },
                addressees=self._all_terms(KnownVocabulary.ADDRESSEE, asked.get("addressees", [])),
                proposer=self._known[proposer] if proposer else None,
                rationale=asked.get("rationale", ""),
                status=RecommendationStatus(asked.get("status", RecommendationStatus.PROPOSED)),
                interventions=[self._known[key] for key in asked.get("interventions", [])],
                translations=self._translations(asked.get("translations", {}), asked["text"]),
                reference=asked.get("reference", ""),
            )
        )
        self._known[asked["key"]] = recommendation
        for count in asked.get("support", []):
            self._save(
                Support(
                    id=self._store.new_id(),
                    recommendation=recommendation,
                    group=count.get("group", ""),
                    counted_on=fingerprint(asked["text"]),
                    in_favour=count["for"],
                    against=count["against"],
                    abstain=count["abstain"],
                )
            )
        for reservation in asked.get("reservations", []):
            person = reservation.get("person")
            self._save(
                Reservation(
                    id=self._store.new_id(),
                    recommendation=recommendation,
                    person=self._known[person] if person else None,
                    who=reservation.get("who", ""),
                    text=reservation["text"],
                    language=reservation.get("language", self._language),
                )
            )

    def _write_practice(self, session: Session, done: dict[str, Any]) -> None:
        practice = Practice(
            id=self._store.new_id(),
            session=session.id,
            sort=PracticeKind(done.get("sort", PracticeKind.PROJECT)),
            title=done["title"],
            text=done.get("text", ""),
            language=done.get("language", self._language),
            organisations=self._organisations(done),
            territory=done.get("territory", ""),
            did_not_work=done.get("what_did_not_work", ""),
        )
        self._known[done["key"]] = self._save(practice)
        for capital, value in done["scores"].items():
            self._save(
                Score(
                    id=self._store.new_id(),
                    practice=practice.id,
                    capital=self._terms[KnownVocabulary.CAPITAL][capital],
                    value=value,
                    by=self._desk.identity.author,
                    on=self._desk.now.date(),
                )
            )

    def _translations(self, texts: dict[str, str], of: str) -> Translations:
        """Make the translations that the facilitator wrote of a wording."""
        return {language: translation(text, of, self._desk.identity.author) for language, text in texts.items()}

    def _organisations(self, entry: dict[str, Any]) -> list[UUID]:
        """Find the organisations an entry names."""
        called = self._names.of(Organisation)
        return [called.ids[folded(name)] for name in entry.get("organisations", [])]

    def _save(self, record: Record) -> UUID:
        self._desk.pass_time()
        self._store.save(record)
        return record.id

    def _term(self, vocabulary: KnownVocabulary, key: str | None) -> UUID | None:
        return self._terms[vocabulary][key] if key else None

    def _all_terms(self, vocabulary: KnownVocabulary, keys: list[str]) -> list[UUID]:
        return [self._terms[vocabulary][key] for key in keys]
