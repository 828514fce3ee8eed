"""Conflicts as the questions they put to a person: what each is about, and the answers people have given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from consultation.deciding.differences import Piece, compare
from consultation.language import Translator
from consultation.model import KINDS, Recommendation, Record, Session, translation
from consultation.store import Conflict, Store
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
    """The value in words, divided where the others say something else."""
    who: tuple[str, ...]
    """The names of those who gave it, each once; empty for somebody without a card."""
    when: datetime
    """When the last of them did."""
    shown: bool
    """It is what everybody sees until somebody decides."""

    @property
    def text(self) -> str:
        """The value in words."""
        return "".join(piece.text for piece in self.pieces)


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

    def wording(self) -> str:
        """Return the words that are shown meanwhile, from which another wording may begin."""
        shown = self.answers[-1].value
        said = shown if isinstance(shown, str) else shown.get(self.rewordable, "")
        return said if isinstance(said, str) else str(said["text"])

    def reworded(self, text: str, by: UUID) -> Any:
        """Return the value that ``text``, written by the person who decides, makes."""
        if self.rewordable == "text":
            return text
        said: Any = text
        if self.name == "translations":
            said = translation(text, of=_original(self.record), by=by)
        return {**self.answers[-1].value, self.rewordable: said}


def questions(store: Store, t: Translator) -> list[Question]:
    """Return what there is to decide: what belongs to no session first, then in the order of the programme."""
    values = Values(t, lookup_in(store), vocabulary_labels(store))
    order = {kind: place for place, kind in enumerate(KINDS)}
    found: list[tuple[Any, Question]] = []
    for conflict in store.conflicts():
        record = store.get(KINDS[conflict.kind], conflict.record)
        session = session_of(store, record)
        place = (True, session.place_in_programme()) if session else (False, ("", False, 0.0, ""))
        question = _question(conflict, record, session, values, t)
        found.append(((place, order[conflict.kind], *question.key), question))
    return [question for _, question in sorted(found, key=lambda entry: entry[0])]


def session_of(store: Store, record: Record) -> Session | None:
    """Return the session a record belongs to, be it by way of the recommendation it is about."""
    if isinstance(record, Session):
        return record
    about = getattr(record, "recommendation", None)
    if about is not None:
        record = store.find(Recommendation, about) or record
    session = getattr(record, "session", None)
    return store.find(Session, session) if session else None


def _question(conflict: Conflict, record: Record, session: Session | None, values: Values, t: Translator) -> Question:
    gathered = _gathered(conflict)
    texts = values.alternatives(conflict.field, [value for value, *_ in gathered])
    answers = tuple(
        GivenAnswer(value, _pieces(texts, place), who, when, shown=place == len(gathered) - 1)
        for place, (value, who, when) in enumerate(gathered)
    )
    return Question(
        conflict=conflict,
        record=record,
        kind_words=kind_name(t, conflict.kind),
        field_words=field_name(t, conflict.kind, conflict.field, values.vocabularies),
        gist=gist(t, record, values.lookup),
        session=session_name(t, session) if session and session.id != record.id else "",
        answers=answers,
        rewordable=_rewordable(conflict.field, [answer.value for answer in answers]),
    )


def _gathered(conflict: Conflict) -> list[tuple[Any, tuple[str, ...], datetime]]:
    """Put options of equal value together; the one that is shown stays last."""
    gathered: list[tuple[Any, tuple[str, ...], datetime]] = []
    for option in conflict.options:
        who: tuple[str, ...] = (option.author_name,)
        same = next((answer for answer in gathered if answer[0] == option.value), None)
        if same is not None:
            gathered.remove(same)
            who = tuple(dict.fromkeys((*same[1], option.author_name)))
        gathered.append((option.value, who, option.when))
    return gathered


def _pieces(texts: Sequence[str], place: int) -> tuple[Piece, ...]:
    """Compare a text with the one beside it."""
    beside = 1 if place == 0 else 0
    return tuple(compare(texts[place], texts[beside])) if len(texts) > 1 else (Piece(texts[place], differs=False),)


def _rewordable(name: str, values: Sequence[Any]) -> str:
    """Tell whether a person can write another wording: of text, or of one language of a text in several."""
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
