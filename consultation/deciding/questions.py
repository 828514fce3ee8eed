"""Conflicts as the questions they put to a person: what each is about, and the answers people have given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from consultation.deciding.differences import Piece, compare
from consultation.deciding.hanging import Hanging, hanging_on
from consultation.deciding.three_way import put_together
from consultation.language import Translator
from consultation.model import KINDS, Recommendation, Record, Session, translation
from consultation.store import Conflict, Disputed, Option, Store
from consultation.words import Values, field_name, gist, kind_name, lookup_in, session_name, vocabulary_labels

NOT_WORDS = frozenset(
    {"code", "counted_on", "emblem", "half_year", "key", "kit", "language", "month", "time_zone", "vocabulary"}
)
"""Fields of text that are no wording: a person chooses one of them, and writes no other here."""


@dataclass(frozen=True)
class GivenAnswer:
    """One value people gave, and who gave it."""

    value: Any
    pieces: tuple[Piece, ...]
    """The value in words, divided where it says something else than what stood before, or than the others."""
    who: tuple[str, ...]
    """The names of those who gave it, each once; empty for somebody without a card."""
    when: datetime
    """When the last of them did."""
    files: tuple[str, ...]
    """The names of the files it came with, each once; none where it was written here."""
    shown: bool
    """It is what everybody sees until somebody decides."""
    hanging: Hanging | None = None
    """What hangs on it, where it is the wording of a recommendation."""

    @property
    def text(self) -> str:
        """The value in words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Before:
    """What stood there before people disagreed."""

    value: Any
    text: str
    who: str
    """The name of whoever wrote it; empty for somebody without a card."""
    when: datetime


@dataclass(frozen=True)
class Waiting:
    """A field on which people disagree, as a list of many shows it."""

    where: Disputed
    record: Record
    session: Session | None

    @property
    def name(self) -> str:
        """The field, as the records call it."""
        return self.where.field

    @property
    def key(self) -> tuple[UUID, str]:
        """What tells it from all others."""
        return self.where.record, self.where.field


@dataclass(frozen=True)
class Question:
    """A field on which people disagree."""

    conflict: Conflict
    record: Record
    kind_words: str
    field_words: str
    gist: str
    """What the record is about."""
    session: str
    """The name of the session it belongs to, or nothing."""
    before: Before | None
    """None where nobody had said anything before those who disagree."""
    answers: tuple[GivenAnswer, ...]
    rewordable: str
    """How another wording is put in: "text", a language code for one language of a text in several, or nothing."""

    @property
    def name(self) -> str:
        """The field, as the records call it."""
        return self.conflict.field

    @property
    def key(self) -> tuple[UUID, str]:
        """What tells this question from all others."""
        return self.record.id, self.name

    @property
    def is_deletion(self) -> bool:
        """Whether it is about deleting the record."""
        return self.name == "deleted"

    def wording(self, number: int = -1) -> str:
        """Return the words of an answer, from which another wording may begin; by default of what is shown."""
        return self._words_of(self.answers[number].value)

    def both_together(self) -> str:
        """Return a wording with what both have changed, where neither touched a sentence of the other's; or nothing."""
        if not self.rewordable or len(self.answers) != 2 or self.before is None:
            return ""
        mine, theirs = self.wording(0), self.wording(1)
        put = put_together(self._words_of(self.before.value), mine, theirs)
        return put if put and put not in (mine, theirs) else ""

    def reworded(self, text: str, by: UUID) -> Any:
        """Return the value that ``text``, written by the person who decides, makes."""
        if self.rewordable == "text":
            return text
        said: Any = text
        if self.name == "translations":
            said = translation(text, of=_original(self.record), by=by)
        return {**self.answers[-1].value, self.rewordable: said}

    def _words_of(self, value: Any) -> str:
        return words_in(value, self.rewordable)


def queue(store: Store) -> list[Waiting]:
    """Return what there is to decide: what belongs to no session first, then in the order of the programme.

    As many queries as there are kinds of records in conflict, however many conflicts there are.
    """
    disputed = store.past.disputed()
    ids: dict[str, set[UUID]] = {}
    for where in disputed:
        ids.setdefault(where.kind, set()).add(where.record)
    records: dict[UUID, Record] = {}
    for kind, those in ids.items():
        records |= store.those(KINDS[kind], those)
    abouts = (_about(record) for record in records.values())
    about = store.those(Recommendation, (of for of in abouts if of is not None))
    sessions = {session.id: session for session in store.all(Session, deleted=True)}
    found = [
        Waiting(where, record, _session_of(record, about, sessions))
        for where in disputed
        if (record := records.get(where.record)) is not None
    ]
    return sorted(found, key=_in_programme)


def question(store: Store, waiting: Waiting, t: Translator) -> Question | None:
    """Read one of those that wait in full; None where nobody disagrees any more."""
    conflict = store.past.conflict(waiting.where)
    record = store.find(KINDS[waiting.where.kind], waiting.where.record)
    if conflict is None or record is None:
        return None
    values = Values(t, lookup_in(store), vocabulary_labels(store))
    session = waiting.session
    return Question(
        conflict=conflict,
        record=record,
        kind_words=kind_name(t, conflict.kind),
        field_words=field_name(t, conflict.kind, conflict.field, values.vocabularies),
        gist=gist(t, record, values.lookup),
        session=session_name(t, session) if session and session.id != record.id else "",
        before=_before(conflict, values),
        answers=_answers(store, conflict, record, values),
        rewordable=rewordable(conflict.field, [option.value for option in conflict.options]),
    )


def questions(store: Store, t: Translator) -> list[Question]:
    """Return all that there is to decide, each read in full, in the order of `queue`."""
    asked = (question(store, waiting, t) for waiting in queue(store))
    return [each for each in asked if each is not None]


def _in_programme(waiting: Waiting) -> tuple[Any, ...]:
    session = waiting.session
    place = (True, session.place_in_programme()) if session else (False, ("", False, 0.0, ""))
    return (place, _ORDER[waiting.where.kind], *waiting.key)


_ORDER = {kind: place for place, kind in enumerate(KINDS)}


def _about(record: Record) -> UUID | None:
    """Return the recommendation a record is about, by which it belongs to a session."""
    return getattr(record, "recommendation", None)


def _session_of(
    record: Record, about: Mapping[UUID, Recommendation], sessions: Mapping[UUID, Session]
) -> Session | None:
    if isinstance(record, Session):
        return record
    of = _about(record)
    session = getattr(about.get(of, record) if of else record, "session", None)
    return sessions.get(session) if session else None


def _before(conflict: Conflict, values: Values) -> Before | None:
    option = conflict.before
    if option is None:
        return None
    text = _texts(conflict, [each.value for each in conflict.options], values)[-1]
    return Before(option.value, text, option.author_name, option.when)


def _answers(store: Store, conflict: Conflict, record: Record, values: Values) -> tuple[GivenAnswer, ...]:
    gathered, came_with = _gathered(conflict.options), store.past.came_with(record)
    those = [options[-1].value for options in gathered]
    texts, before = _texts(conflict, those, values), ""
    if conflict.before is not None:
        *texts, before = texts
    hanging: Sequence[Hanging | None] = [None] * len(those)
    if isinstance(record, Recommendation) and conflict.field == "text":
        hanging = hanging_on(store, record, those)
    return tuple(
        GivenAnswer(
            value,
            _pieces(texts, place, before),
            tuple(dict.fromkeys(option.author_name for option in options)),
            options[-1].when,
            tuple(dict.fromkeys(came_with[it.revision] for it in options if it.revision in came_with)),
            shown=place == len(gathered) - 1,
            hanging=hanging[place],
        )
        for place, (options, value) in enumerate(zip(gathered, those, strict=True))
    )


def _texts(conflict: Conflict, those: Sequence[Any], values: Values) -> list[str]:
    """Put answers into words, and after them what stood before, where something did: in the languages that differ."""
    before = [conflict.before.value] if conflict.before is not None else []
    if those and conflict.field != "terms" and all(isinstance(value, dict) for value in (*those, *before)):
        codes = dict.fromkeys(code for value in those for code in value)
        telling = [code for code in codes if len({repr(value.get(code) or "") for value in those}) > 1] or list(codes)
        everything = [{code: value[code] for code in telling if code in value} for value in (*those, *before)]
        return values.alternatives(conflict.field, everything)
    return values.alternatives(conflict.field, [*those, *before])


def _gathered(options: Sequence[Option]) -> list[list[Option]]:
    """Put options of equal value together; the one that is shown stays last."""
    gathered: list[list[Option]] = []
    for option in options:
        same = next((those for those in gathered if those[0].value == option.value), None)
        if same is not None:
            gathered.remove(same)
        gathered.append([*(same or ()), option])
    return gathered


def _pieces(texts: Sequence[str], place: int, before: str) -> tuple[Piece, ...]:
    """Mark what is otherwise than it was ``before``; where nothing was, what the text beside it has not."""
    if before:
        return tuple(compare(texts[place], before))
    beside = 1 if place == 0 else 0
    return tuple(compare(texts[place], texts[beside])) if len(texts) > 1 else (Piece(texts[place], differs=False),)


def words_in(value: Any, rewordable: str) -> str:
    """Return the words of a text, or of one language of a text in several."""
    said = value if isinstance(value, str) else value.get(rewordable, "")
    return said if isinstance(said, str) else str(said["text"])


def rewordable(name: str, values: Sequence[Any]) -> str:
    """Tell how another wording of a field is put in, with these ``values``: see `Question.rewordable`."""
    if name in NOT_WORDS or not values:
        return ""
    if all(type(value) is str for value in values):  # a fixed choice is a str too, of a class of its own
        return "text"
    if not all(isinstance(value, dict) for value in values):
        return ""
    said = [entry for value in values for entry in value.values()]
    if name != "translations" and not all(isinstance(entry, str) for entry in said):
        return ""
    codes = dict.fromkeys(code for value in values for code in value)
    telling = [code for code in codes if len({repr(value.get(code) or "") for value in values}) > 1]
    return telling[0] if len(telling) == 1 else ""


def _original(record: Record) -> str:
    """Return the words of a record that its translations are of."""
    return str(getattr(record, "text", "") or getattr(record, "title", ""))
