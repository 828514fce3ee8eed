"""The words to choose from: vocabularies and their terms, in every language."""

from __future__ import annotations

from consultation.model import Term, Vocabulary
from consultation.store import Store
from ui.prepare.view import View


class WordsPage(View):
    """The words to choose from: vocabularies and their terms, in every language."""

    kinds = (Vocabulary, Term)

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Vocabulary)
