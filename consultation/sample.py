"""The sample: one consultation as three facilitators recorded it, each in a file of their own.

The words are in ``resources/sample``; everything here goes through the calls a facilitator's window uses. Clocks
and chance are made up, so the sample is the same every time.
"""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation.kits import read_kit
from consultation.merging import merge
from consultation.model import (
    Attendance,
    Commitment,
    CommitmentState,
    Gender,
    Intervention,
    InterventionKind,
    KnownVocabulary,
    Lesson,
    Person,
    Practice,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Record,
    Reservation,
    Role,
    RoleKind,
    Session,
    Support,
)
from consultation.model.record import derived_id
from consultation.preparing import new_consultation
from consultation.store import Clock, Identity, Store

WORDS_DIR = Path(__file__).parent.parent / "resources" / "sample"
KIT = "forum-intermediary-cities-2021"
FACILITATORS = ("fr", "en", "es")
HANDED_OUT_AT = datetime(2021, 9, 20, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    """The files of the sample."""

    handed_out: Path
    """What the secretariat gave to the facilitators."""
    rooms: tuple[Path, ...]
    """What they gave back."""


def make_sample(folder: Path) -> Sample:
    """Write the sample's four files into ``folder``: the one handed out, and one for each facilitator."""
    words = {name: _read(name) for name in ("common", *FACILITATORS, "edits")}
    handed_out = folder / "handed-out.consult"
    secretariat = _Desk("common", words["common"]["facilitator"])
    known = _Recorded()
    with new_consultation(
        handed_out, read_kit(KIT), secretariat.identity, secretariat.clock, secretariat.entropy
    ) as store:
        _record(store, secretariat, words["common"], known)
    rooms = []
    for name in FACILITATORS:
        room = folder / f"facilitator-{name}.consult"
        shutil.copyfile(handed_out, room)
        desk = _Desk(name, words[name]["facilitator"])
        edits = [edit for edit in words["edits"]["edits"] if edit["facilitator"] == name]
        with Store.open(room, desk.identity, desk.clock, desk.entropy) as store:
            _record(store, desk, words[name], known.copy(), edits)
        rooms.append(room)
    return Sample(handed_out, tuple(rooms))


def make_merged_sample(path: Path, identity: Identity) -> None:
    """Write the sample to ``path`` as the rapporteur has it after merging all rooms, conflicts undecided."""
    with tempfile.TemporaryDirectory(prefix="consultation-") as folder:
        sample = make_sample(Path(folder))
        with Store.open(sample.handed_out, identity) as store:
            merge(store, sample.rooms)
            store.send_copy(path)


@dataclass
class _Recorded:
    """What the sample's keys stand for."""

    people: dict[str, UUID] = field(default_factory=dict)
    interventions: dict[str, UUID] = field(default_factory=dict)
    recommendations: dict[str, UUID] = field(default_factory=dict)

    def copy(self) -> _Recorded:
        return _Recorded({**self.people}, {**self.interventions}, {**self.recommendations})


class _Desk:
    """One laptop: its owner, a clock that is set by the sample, and chance that is not."""

    def __init__(self, name: str, owner: dict[str, str]) -> None:
        self.owner = owner
        self.identity = Identity(
            derived_id("sample", name, "replica"), derived_id("sample", name, "author"), owner["name"]
        )
        self.now = HANDED_OUT_AT
        self.clock = Clock(lambda: int(self.now.timestamp() * 1000))
        self.entropy = _chance(name)

    def pass_time(self, seconds: float = 1) -> None:
        self.now += timedelta(seconds=seconds)


def _chance(seed: str) -> Callable[[int], bytes]:
    """Return a source of bytes that is the same for the same ``seed``."""

    def blocks() -> Iterator[int]:
        number = 0
        while True:
            yield from blake2b(f"{seed} {number}".encode()).digest()
            number += 1

    stream = blocks()
    return lambda count: bytes(next(stream) for _ in range(count))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((WORDS_DIR / f"{name}.toml").read_text(encoding="utf-8"))


def _record(
    store: Store,
    desk: _Desk,
    words: dict[str, Any],
    known: _Recorded,
    edits: list[dict[str, Any]] | None = None,
) -> None:
    """Record everything one facilitator wrote down, in the order of the sessions."""
    with store.together():
        writing = _Writing(store, desk, words["language"], known)
        writing.write_people(words.get("people", []))
        sessions = {one["code"]: one for one in words.get("sessions", [])}
        programme = sorted(store.all(Session), key=Session.place_in_programme)
        codes = [session.code for session in programme if session.code in sessions]
        for code in codes:
            writing.write_session(sessions[code], words)
        for one in words.get("commitments", []):
            writing.write_commitment(one)
        for edit in edits or []:
            writing.edit(edit)


class _Writing:
    """Writes one facilitator's words into their file."""

    def __init__(self, store: Store, desk: _Desk, language: str, known: _Recorded) -> None:
        self._store = store
        self._desk = desk
        self._language = language
        self._known = known
        self._terms = {
            vocabulary: {term.key: term.id for term in store.terms(vocabulary)} for vocabulary in KnownVocabulary
        }

    def write_people(self, people: list[dict[str, Any]]) -> None:
        owner = self._desk.owner
        me = self._desk.identity
        by_name = {one["name"]: one for one in people}
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
        for one in people:
            person = Person(
                id=me.author if one["name"] == me.name else self._store.new_id(),
                name=one["name"],
                title=one.get("title", ""),
                organisation=one.get("organisation", ""),
                territory=one.get("territory", ""),
                region=self._term(KnownVocabulary.REGION, one.get("region")),
                actor=self._term(KnownVocabulary.ACTOR, one.get("actor")),
                gender=Gender(one["gender"]) if "gender" in one else None,
                consent=one["consent"],
            )
            self._known.people[one["key"]] = self._save(person)

    def write_session(self, one: dict[str, Any], words: dict[str, Any]) -> None:
        session = self._store.session(one["code"])
        starts = session.starts or self._desk.now
        self._desk.now = starts
        for role in one.get("roles", []):
            person = self._known.people[role["person"]]
            self._save(Role(id=self._store.new_id(), session=session.id, person=person, role=RoleKind(role["role"])))
        for count in one.get("attendance", []):
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
                self._save(lesson)
        for done in words.get("practices", []):
            if done["session"] == session.code:
                self._write_practice(session, done)

    def write_commitment(self, one: dict[str, Any]) -> None:
        by = one.get("by")
        self._save(
            Commitment(
                id=self._store.new_id(),
                text=one["text"],
                language=one.get("language", self._language),
                who=one.get("who", ""),
                with_whom=one.get("with_whom", ""),
                by=by if isinstance(by, date) else None,
                state=CommitmentState(one.get("state", CommitmentState.OPEN)),
            )
        )

    def edit(self, edit: dict[str, Any]) -> None:
        """Change a record that was handed out, as its facilitator saw fit."""
        self._desk.pass_time()
        record: Record
        if edit["kind"] == "session":
            record = self._store.session(edit["record"])
        elif edit["kind"] == "person":
            record = self._store.get(Person, self._known.people[edit["record"]])
        else:
            record = self._store.get(Recommendation, self._known.recommendations[edit["record"]])
        self._store.change(record, **{edit["field"]: edit["value"]})

    def _write_intervention(self, session: Session, one: dict[str, Any]) -> None:
        person = one.get("person")
        self._known.interventions[one["key"]] = self._save(
            Intervention(
                id=self._store.new_id(),
                session=session.id,
                person=self._known.people[person] if person else None,
                sort=InterventionKind(one["form"]),
                text=one["text"],
                language=one.get("language", self._language),
                said_at=self._desk.now,
                attributable=one.get("attributable", True),
            )
        )

    def _write_recommendation(self, session: Session, one: dict[str, Any]) -> None:
        proposer = one.get("proposer")
        recommendation = self._save(
            Recommendation(
                id=self._store.new_id(),
                session=session.id,
                set=RecommendationSet(one["set"]),
                text=one["text"],
                language=one.get("language", self._language),
                terms={
                    KnownVocabulary.STRAND: self._all_terms(KnownVocabulary.STRAND, one.get("strands", [])),
                    KnownVocabulary.CAPITAL: self._all_terms(KnownVocabulary.CAPITAL, one.get("capitals", [])),
                },
                addressees=self._all_terms(KnownVocabulary.ADDRESSEE, one.get("addressees", [])),
                proposer=self._known.people[proposer] if proposer else None,
                rationale=one.get("rationale", ""),
                status=RecommendationStatus(one.get("status", RecommendationStatus.PROPOSED)),
                interventions=[self._known.interventions[key] for key in one.get("interventions", [])],
                translations=one.get("translations", {}),
                reference=one.get("reference", ""),
            )
        )
        self._known.recommendations[one["key"]] = recommendation
        for count in one.get("support", []):
            self._save(
                Support(
                    id=self._store.new_id(),
                    recommendation=recommendation,
                    group=count.get("group", ""),
                    in_favour=count["for"],
                    against=count["against"],
                    abstain=count["abstain"],
                )
            )
        for reservation in one.get("reservations", []):
            person = reservation.get("person")
            self._save(
                Reservation(
                    id=self._store.new_id(),
                    recommendation=recommendation,
                    person=self._known.people[person] if person else None,
                    who=reservation.get("who", ""),
                    text=reservation["text"],
                    language=reservation.get("language", self._language),
                )
            )

    def _write_practice(self, session: Session, one: dict[str, Any]) -> None:
        self._save(
            Practice(
                id=self._store.new_id(),
                session=session.id,
                title=one["title"],
                text=one.get("text", ""),
                language=one.get("language", self._language),
                territory=one.get("territory", ""),
                did_not_work=one.get("what_did_not_work", ""),
            )
        )

    def _save(self, record: Record) -> UUID:
        self._desk.pass_time()
        self._store.save(record)
        return record.id

    def _term(self, vocabulary: KnownVocabulary, key: str | None) -> UUID | None:
        return self._terms[vocabulary][key] if key else None

    def _all_terms(self, vocabulary: KnownVocabulary, keys: list[str]) -> list[UUID]:
        return [self._terms[vocabulary][key] for key in keys]
