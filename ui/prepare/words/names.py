"""What vocabularies, their groups and their states are called in the view of the words."""

from __future__ import annotations

from consultation.language import N_, Translator
from consultation.model import KnownVocabulary, Voice
from consultation.reading.vocabularies import TermRow, VocabularyGroup, VocabularyTree
from consultation.words.vocabularies import vocabulary_name

GROUPS = {
    VocabularyGroup.ABOUT: N_("What recommendations are about"),
    VocabularyGroup.FOR_WHOM: N_("Whom they are for"),
    VocabularyGroup.IN_THE_ROOM: N_("Who is in the room"),
    VocabularyGroup.PROGRAMME: N_("The programme"),
    VocabularyGroup.OWN: N_("Our own"),
}


def tree_name(t: Translator, tree: VocabularyTree) -> str:
    """Name a vocabulary."""
    label = tree.vocabulary.label if tree.vocabulary is not None else {}
    return vocabulary_name(t, tree.key, {tree.key: label})


def tags_of(t: Translator, row: TermRow) -> list[tuple[str, str]]:
    """Say in a word or two what a term is besides its name, each with its tone."""
    said: list[tuple[str, str]] = []
    if row.term.vocabulary == KnownVocabulary.ADDRESSEE and row.term.voice is Voice.SELF:
        said.append((t("speaks as “we”"), "muted"))
    if row.in_a_circle:
        said.append((t("stands under itself"), "incomplete"))
    if row.term.joined is not None:
        said.append((t("joined"), "muted"))
    elif row.term.retired:
        said.append((t("retired"), "muted"))
    return said
