"""The words to choose from: vocabularies and their terms, in every language."""

from ui.prepare.words.page import WordsPage

__all__ = ["WordsPage"]
