"""The declaration as a Document: what stands in the file, and the annexes that account for it."""

from __future__ import annotations

from consultation import document as doc
from consultation.composing.annexes import annexes
from consultation.composing.declaration.cover import cover
from consultation.composing.declaration.summary import on_a_page
from consultation.composing.declaration.text import Text
from consultation.composing.front import issuer_of
from consultation.composing.references import references_of
from consultation.composing.standings import standings_of
from consultation.errors import NotFound
from consultation.language import N_, LanguageName, Translator
from consultation.reading.declaration import read_declaration
from consultation.reading.material import gather
from consultation.reading.passages import State
from consultation.reading.status import Status, status_of_draft
from consultation.store import Store


def declaration(store: Store, t: Translator, status: Status | None = None) -> doc.Document:
    """Compose the declaration in the language of ``t``; NotFound before a draft has been made in it.

    It says of itself that it is a draft, and of when, unless ``status`` says what it is.
    """
    with store.reading_together():
        standing, material = read_declaration(store, t), gather(store)
        status = status or status_of_draft(store, t)
    if not (standing.is_made and standing.sections):
        raise NotFound(
            N_(
                "There is no draft declaration in {language} yet, so there is nothing to write. "
                "Make the draft first, in that language."
            ),
            language=LanguageName(t.language),
        )
    standings, references = standings_of(material, standing), references_of(standing, material)
    text = Text(material, standing, references, standings, t, status.final)
    waiting = sum(passage.state in (State.UNTRANSLATED, State.STALE) for passage in standing.passages)
    front = cover(material, standing, status, t)
    return doc.Document(
        language=t.language,
        cover=front,
        blocks=(
            on_a_page(text, front.facts),
            *text.blocks(),
            *annexes(material, references, standings, t, to_translate=waiting),
        ),
        author=issuer_of(material.consultation, material.organisations, t),
        final=status.final,
        status=status.line,
        changed_at=status.moment,
        digest=status.mark,
    )
