"""Writing what a passage says in another language: where its words come from, so that every document has it."""

from __future__ import annotations

from consultation.drafting import still_holds, translate_clause, translate_paragraph
from consultation.language import Translator
from consultation.model import Item, Paragraph
from consultation.reading.passages import ItemText, ParagraphText, State
from consultation.store import Written
from ui.workspace import Workspace


def may_be_translated(passage: ParagraphText | ItemText) -> bool:
    """Tell whether its words are a translation, or wait for one, and nobody disagrees about them."""
    if passage.state is State.IN_CONFLICT:
        return False
    return bool(passage.other_language or passage.rendering)


def translate(workspace: Workspace, passage: ParagraphText | ItemText, words: str, t: Translator) -> bool:
    """Keep the words of a passage in the language of ``t``; tell whether that succeeded."""
    store, said = workspace.store, " ".join(words.split())

    def write() -> Written:
        if isinstance(passage, ItemText):
            return translate_clause(store, passage.id, said, t)
        original = passage.original or passage.parts.words
        return translate_paragraph(store, store.get(Paragraph, passage.id), said, original, t)

    return workspace.do(workspace.t("The translation is saved."), write)


def keep_translation(workspace: Workspace, passage: ItemText, t: Translator) -> bool:
    """Say that a translation still holds, though its original was changed."""
    store = workspace.store
    said = workspace.t("The translation still holds.")
    return workspace.do(said, lambda: still_holds(store, store.get(Item, passage.id), t))
