"""What may contradict and nobody has decided: named before an edition is frozen, which will say it for ever."""

from __future__ import annotations

from consultation.deciding.matches import read_asked, texts_of
from consultation.language import Translator
from consultation.matching import match
from consultation.matching.glossary import Glossary
from consultation.model import Recommendation
from consultation.progress import UNHEARD, Progress
from consultation.store import Store
from consultation.words import shortened

LONGEST = 60
"""Letters of a recommendation in a sentence."""

Opposed = tuple[Recommendation, Recommendation]


def undecided_contradictions(store: Store, progress: Progress = UNHEARD) -> list[Opposed]:
    """Return the pairs that matching finds may contradict each other and nobody has decided, the likeliest first."""
    asked = read_asked(store, match(texts_of(store), Glossary.ours(), progress))
    best = [alike.pairs[0] for alike in asked.contradict]
    records = store.those(Recommendation, {each for pair in best for each in (pair.first, pair.second)})
    return [(records[pair.first], records[pair.second]) for pair in best]


def opposed_line(t: Translator, opposed: Opposed) -> str:
    """Name two recommendations of which nobody has decided whether they contradict each other."""
    first, second = (shortened(each.text, LONGEST) for each in opposed)
    return t("“{first}” may contradict “{second}”; nobody has decided it.").format(first=first, second=second)
