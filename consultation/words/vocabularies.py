"""What vocabularies are called: by the label a kit gave them, else by the program's own word for those it knows."""

from __future__ import annotations

from collections.abc import Mapping

from consultation.errors import Sentence, sentence
from consultation.language import N_, Translator, in_language
from consultation.model import KnownVocabulary, Vocabulary
from consultation.store import Store
from consultation.words.choices import choice_name

Vocabularies = Mapping[str, Mapping[str, str]]
"""Key of a vocabulary -> its label."""

_ONE_TERM = {
    KnownVocabulary.STRAND: N_("strand"),
    KnownVocabulary.CAPITAL: N_("capital of resilience"),
    KnownVocabulary.CRITERION: N_("takeaway criterion"),
    KnownVocabulary.AXIS: N_("axis"),
    KnownVocabulary.ADDRESSEE: N_("addressee"),
    KnownVocabulary.REGION: N_("region"),
    KnownVocabulary.ACTOR: N_("kind of actor"),
    KnownVocabulary.SESSION_KIND: N_("kind of session"),
    KnownVocabulary.GOAL: N_("Sustainable Development Goal"),
}


def vocabulary_labels(store: Store) -> dict[str, dict[str, str]]:
    """Return what the vocabularies of a file are called in it."""
    return {vocabulary.key: vocabulary.label for vocabulary in store.all(Vocabulary)}


def vocabulary_name(t: Translator, key: str, labels: Vocabularies) -> str:
    """Name a vocabulary; one that nobody has named and the program does not know is called by its key."""
    if label := in_language(labels.get(key, {}), t.language):
        return label
    known = {vocabulary.value: vocabulary for vocabulary in KnownVocabulary}
    return choice_name(t, known[key]) if key in known else key.replace("_", " ")


def one_term(vocabulary: KnownVocabulary) -> Sentence:
    """Name one term of a vocabulary, as part of a sentence ("There is no strand …")."""
    return sentence(_ONE_TERM[vocabulary])
