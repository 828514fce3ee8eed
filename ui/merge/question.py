"""A conflict as the question it puts to a person: what it is about, and the answers people have given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from consultation.deciding.differences import Piece, compare
from consultation.model import KINDS, Consultation, Record, Session
from consultation.store import Conflict
from consultation.words import Values, field_name, gist, kind_name, lookup_in, vocabulary_labels
from ui.workspace import Workspace


@dataclass(frozen=True)
class Answer:
    """One value people gave, and who gave it."""

    value: Any
    pieces: tuple[Piece, ...]
    """The value in words, divided where the others say something else."""
    who: tuple[str, ...]
    when: datetime
    shown: bool
    """It is what everybody sees until somebody decides."""

    @property
    def text(self) -> str:
        """The value in words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Question:
    """A field on which people disagree."""

    record: Record
    name: str
    kind_words: str
    field_words: str
    gist: str
    """What the record is about."""
    session: str
    """The title of the session it belongs to, or nothing."""
    answers: tuple[Answer, ...]
    rewordable: str
    """How another wording is put in: "text", a language code for one language of a text in several, or nothing."""

    @property
    def key(self) -> tuple[UUID, str]:
        """What tells this question from all others."""
        return self.record.id, self.name

    @property
    def is_deletion(self) -> bool:
        """Whether it is about deleting the record."""
        return self.name == "deleted"

    def reworded(self, text: str) -> Any:
        """Return the value that ``text``, written by the person who decides, makes."""
        if self.rewordable == "text":
            return text
        return {**self.answers[-1].value, self.rewordable: text}


def questions(workspace: Workspace) -> list[Question]:
    """Return what there is to decide, in the order of the programme, then of the records."""
    values = Values(workspace.t, lookup_in(workspace.store), vocabulary_labels(workspace.store))
    found = [_question(workspace, values, conflict) for conflict in workspace.store.conflicts()]
    return sorted(found, key=lambda one: (list(KINDS).index(one.record.kind()), one.session, one.key))


def _question(workspace: Workspace, values: Values, conflict: Conflict) -> Question:
    record = workspace.store.get(KINDS[conflict.kind], conflict.record)
    session_id = getattr(record, "session", None)
    session = workspace.store.find(Session, session_id) if session_id else None
    gathered = _gathered(conflict)
    texts = values.alternatives(conflict.field, [value for value, *_ in gathered])
    answers = tuple(
        Answer(value, _pieces(texts, place), who, when, shown=place == len(gathered) - 1)
        for place, (value, who, when) in enumerate(gathered)
    )
    return Question(
        record,
        conflict.field,
        kind_name(workspace.t, conflict.kind),
        field_name(workspace.t, conflict.kind, conflict.field, values.vocabularies),
        gist(workspace.t, record, values.lookup),
        workspace.label(session.title) if session else "",
        answers,
        _rewordable(record, conflict.field, [answer.value for answer in answers]),
    )


def _gathered(conflict: Conflict) -> list[tuple[Any, tuple[str, ...], datetime]]:
    """Put options of equal value together; the one that is shown stays last."""
    gathered: list[tuple[Any, tuple[str, ...], datetime]] = []
    for option in conflict.options:
        name: tuple[str, ...] = (option.author_name,)
        same = next((one for one in gathered if one[0] == option.value), None)
        if same is not None:
            gathered.remove(same)
            name = tuple(dict.fromkeys((*same[1], option.author_name)))
        gathered.append((option.value, name, option.when))
    return gathered


def _pieces(texts: Sequence[str], place: int) -> tuple[Piece, ...]:
    """Compare a text with the one beside it."""
    beside = 1 if place == 0 else 0
    return tuple(compare(texts[place], texts[beside])) if len(texts) > 1 else (Piece(texts[place], differs=False),)


def _rewordable(record: Record, name: str, values: Sequence[Any]) -> str:
    """Tell whether a person can write another wording: of text, or of one language of a text in several."""
    if isinstance(record, Consultation) and name in ("time_zone", "kit"):
        return ""
    if name in ("language", "key", "code"):
        return ""
    if all(isinstance(value, str) and type(value) is str for value in values):
        return "text"
    if name != "scores" and all(isinstance(value, dict) for value in values):
        codes = dict.fromkeys(code for value in values for code in value)
        telling = [code for code in codes if len({value.get(code, "") for value in values}) > 1]
        return telling[0] if len(telling) == 1 else ""
    return ""
