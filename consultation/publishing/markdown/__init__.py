"""A Document as Markdown that any editor reads: text to go on working with elsewhere.

Anchors are written as ``<a id>`` only where something links to them. What people wrote is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator

from consultation.document import Document, anchors_of, runs_of
from consultation.language import Translator
from consultation.publishing.markdown.blocks import Writing, facts_list, labelled
from consultation.publishing.markdown.inline import escaped, inline


def document_text(document: Document, t: Translator) -> str:
    """Write ``document``; ``t`` has the few words we add."""
    targets = {run.target for block in document.blocks for run in runs_of(block)}
    anchors = {anchor for block in document.blocks for anchor in anchors_of(block)}
    writing = Writing(frozenset(targets & anchors), t)
    parts = [*_front(document, t), *(part for block in document.blocks for part in writing.block(block))]
    return "\n\n".join(filter(None, parts)) + "\n"


def _front(document: Document, t: Translator) -> Iterator[str]:
    """Write the cover: what it is, whose, as of when, and who, where and when."""
    cover = document.cover
    if not document.final and not document.status:
        yield f"**{escaped(t('DRAFT'))}**"
    yield f"**{escaped(document.status)}**" if document.status.strip() else ""
    if cover is None:
        yield f"# {escaped(document.title)}" if document.title.strip() else ""
        return
    yield " · ".join(filter(None, (escaped(cover.kind), escaped(cover.issuer))))
    yield f"# {escaped(cover.title)}" if cover.title.strip() else ""
    yield inline(cover.note, frozenset())
    yield "\n".join(f"- {labelled(f'**{escaped(label)}**', escaped(words), t)}" for label, words in cover.columns)
    yield "\n".join(facts_list(cover.facts, t))
    yield escaped(cover.facts_note)
    yield escaped(", ".join(emblem.name for emblem in cover.emblems))
    for statement in (*cover.statements, cover.languages):
        yield escaped(statement)
