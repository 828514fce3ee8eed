"""What an earlier consultation left, from its file into this one: what its declaration says, and unkept commitments.

The other file is read as anybody's is: a private copy, its revisions alone, verified. It is never written to.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from consultation.errors import ConsultationError, SourceRefused
from consultation.language import DOCUMENT_LANGUAGES, N_, in_language, translator
from consultation.merging.union import merge_into
from consultation.model import (
    Commitment,
    CommitmentState,
    Consultation,
    Inheritance,
    InheritanceState,
    Reference,
    ReferenceKind,
    SectionKind,
    texts_of,
    translation,
)
from consultation.model.record import derived_id
from consultation.ordering import rank_behind
from consultation.private import private_folder
from consultation.progress import UNHEARD, Progress
from consultation.reading.declaration import languages_drafted, read_declaration
from consultation.reading.passages import Passage
from consultation.store import Store, Written

UNFINISHED = (CommitmentState.OPEN, CommitmentState.UNDER_WAY, CommitmentState.NOT_KEPT)


@dataclass
class CarriedOver:
    """What was carried over."""

    made: int = 0
    already_there: int = 0
    title: str = ""
    """Of the document it stands in."""
    written: Written = field(default_factory=Written)


@dataclass(frozen=True)
class _Clause:
    """What an earlier consultation said: the record it comes from, its number, and its words by language."""

    source: UUID
    number: str
    words: dict[str, str]
    state: InheritanceState
    note: str = ""


def carry_over(store: Store, path: Path, progress: Progress = UNHEARD) -> CarriedOver:
    """Carry over the operative clauses and the unfinished commitments of the file at ``path``.

    Each has the id that belongs to its source: carried over again, here or in another room, it is the same record.
    FileRefused or SourceRefused where the file cannot be taken.
    """
    done = CarriedOver()
    with _opened(store, path, progress) as other:
        about = other.consultation
        if about.id == store.consultation.id:
            raise SourceRefused(
                N_("“{name}” is of this very consultation: nothing was carried over. To bring it in, merge it."),
                name=path.name,
            )
        first = store.consultation.languages[0] if store.consultation.languages else "en"
        document = _document(about, first)
        clauses = [*_of_the_declaration(other), *_of_the_commitments(other)]
    done.title = document.title
    rank = rank_behind(store.all(Inheritance))
    made: list[Reference | Inheritance] = []
    for clause in clauses:
        record_id = derived_id("inheritance", str(clause.source))
        if store.find(Inheritance, record_id) is not None:
            done.already_there += 1
            continue
        made.append(_inheritance(clause, record_id, document, rank + len(made), first))
    done.made = len(made)
    if made and store.find(Reference, document.id) is None:
        made.insert(0, document)
    done.written += store.save_all(made)
    return done


@contextmanager
def _opened(store: Store, path: Path, progress: Progress) -> Iterator[Store]:
    """Open a private file that holds what the other one does."""
    nobody = replace(store.identity, folder=None)  # whoever keeps no settings remembers no files
    with private_folder() as folder, Store.create(folder / "other", nobody, store.clock, store.entropy) as other:
        (brought,) = merge_into(other, [path], store.path, True, progress)
        if isinstance(brought.refusal, ConsultationError):
            raise brought.refusal
        yield other


def _document(about: Consultation, language: str) -> Reference:
    """Make the document that the clauses stand in: the declaration of the earlier consultation."""
    title = in_language(about.declaration_name, language) or in_language(about.title, language) or "?"
    day = about.ends or about.starts
    organisers = [in_language(labels, language) for labels in about.organisers] or [in_language(about.host, language)]
    return Reference(
        id=derived_id("declaration", str(about.id)),
        sort=ReferenceKind.GUIDING,
        title=title,
        authors=[name for name in organisers if name],
        year=day.year if day else None,
        language=language if about.declaration_name.get(language) or about.title.get(language) else "",
    )


def _of_the_declaration(other: Store) -> list[_Clause]:
    """Return the operative clauses of its declaration, in their order, in every language it was drafted in."""
    found: dict[UUID, _Clause] = {}
    for language in [code for code in languages_drafted(other) if code in DOCUMENT_LANGUAGES]:
        for paragraph in read_declaration(other, translator(language)).paragraphs:
            if paragraph.part is not SectionKind.OPERATIVE:
                continue
            items: list[Passage] = [item for item in paragraph.items if item.commitment is None]
            for clause in items if paragraph.items else [paragraph]:
                before = found.get(clause.id)
                words = {**(before.words if before else {}), language: clause.text}
                found[clause.id] = _Clause(clause.id, clause.number, words, InheritanceState.UNKNOWN)
    return list(found.values())


def _of_the_commitments(other: Store) -> list[_Clause]:
    """Return the commitments that nobody has said were kept."""
    found: list[_Clause] = []
    for each in other.all(Commitment):
        if each.state in UNFINISHED:
            state = InheritanceState.NOT_KEPT if each.state is CommitmentState.NOT_KEPT else InheritanceState.UNKNOWN
            words = {each.language or "und": each.text, **texts_of(each.translations)}
            found.append(_Clause(each.id, "", words, state, each.who))
    return found


def _inheritance(clause: _Clause, record_id: UUID, document: Reference, rank: int, first: str) -> Inheritance:
    """Make the record of a clause: its words in the first language where it has them, the rest as translations."""
    language = first if first in clause.words else next(iter(clause.words))
    text = clause.words[language]
    others = {code: translation(words, of=text) for code, words in clause.words.items() if code != language}
    return Inheritance(
        id=record_id,
        reference=document.id,
        number=clause.number,
        rank=rank,
        text=text,
        language=language,
        translations=others,
        state=clause.state,
        note=clause.note,
    )
