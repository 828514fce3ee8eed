"""A sentence model proposes and orders; words, figures and opposites decide, and what is sure stays what it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from consultation.errors import Cancelled
from consultation.matching import Band, Matcher, Pair, PairKind, ReasonKind, Text, match
from consultation.matching.glossary import Glossary
from consultation.matching.meaning import BYTES_A_NUMBER, Meaning
from consultation.matching.neighbours import Near
from consultation.matching.sentence_model import find_model, has_model
from consultation.matching.vectors import VectorFile
from consultation.progress import Progress

TRAM = "Nobody below eighteen ought to pay a tram fare."
FREE = "Public transport should cost young people nothing."
LIBRARY = "Open the library on Sundays."
SOME = (TRAM, FREE, LIBRARY, "Open the library on Sundays!", "Plant oaks along the river.")
PARAPHRASES = (
    (
        "Repair leaking water pipes in all cities.",
        "Towns should mend their mains and lose less drinking water.",
    ),
    (TRAM, "Buses should cost teenagers nothing."),
    ("Plant trees along every street.", "Avenues need more greenery that gives shade."),
    ("Publish the municipal budget online.", "Residents want to see on the internet how the town spends its money."),
    ("Teach first aid to all pupils.", "Children need to learn at school how to save a life."),
)


class Nearby:
    """Finds near what it was told is near."""

    def __init__(self, cosines: Mapping[frozenset[str], float]) -> None:
        self.cosines = cosines
        self.asked: list[tuple[list[str], int]] = []

    def near(self, texts: Sequence[str], languages: Sequence[str], since: int = 0) -> Near:
        self.asked.append((list(texts), since))
        return Told(texts, self.cosines, since)


class Told:
    def __init__(self, texts: Sequence[str], cosines: Mapping[frozenset[str], float], since: int) -> None:
        self._texts, self._cosines = texts, cosines
        numbers = range(len(texts))
        self.pairs = [(a, b) for b in numbers for a in range(b) if b >= since and self.cosine(a, b) is not None]

    def cosine(self, first: int, second: int) -> float | None:
        return self._cosines.get(frozenset((self._texts[first], self._texts[second])))


def numbered(texts: Sequence[str]) -> list[Text]:
    return [Text(text, text) for text in texts]


def pairs_of(texts: Sequence[str], space: Nearby | Meaning | None = None) -> dict[frozenset[object], Pair]:
    matching = match(numbered(texts), Glossary.ours(), space=space)
    return {frozenset((pair.first, pair.second)): pair for pair in matching.pairs}


def test_what_the_model_finds_near_is_proposed_and_it_says_so():
    pair = frozenset((TRAM, FREE))
    assert pair not in pairs_of(SOME)
    found = pairs_of(SOME, Nearby({pair: 0.5}))[pair]
    assert (found.band, found.kind) == (Band.PERHAPS, PairKind.SAME)
    assert ReasonKind.MEANING in [reason.kind for reason in found.why]


def test_what_the_model_does_not_know_is_as_without_it():
    assert pairs_of(SOME, Nearby({})) == pairs_of(SOME)


def test_what_is_sure_stays_sure_whatever_the_model_says():
    pair = frozenset((LIBRARY, "On Sundays, open the library."))
    texts = [LIBRARY, "On Sundays, open the library.", TRAM]
    for cosine in (-0.5, 0.0, 0.99):
        found = pairs_of(texts, Nearby({pair: cosine}))[pair]
        assert found == pairs_of(texts)[pair]
        assert found.band is Band.SURE


@pytest.mark.parametrize(
    "other",
    [
        "Transfer 20 per cent of the national budget to local governments.",
        "On abaissera à 20 % la part du budget national transférée aux communes.",
    ],
)
def test_another_figure_is_never_proposed_as_the_same_however_near(other):
    first = "Transfer 30 per cent of the national budget to local governments."
    found = pairs_of([first, other], Nearby({frozenset((first, other)): 0.95}))
    assert all(pair.kind is PairKind.CONTRADICT for pair in found.values())


def test_one_exchanged_thing_is_not_lifted_by_being_near():
    first, other = "Build a cycle path along the harbour road.", "Build a bus lane along the harbour road."
    pair = frozenset((first, other))
    without, near = pairs_of([first, other]).get(pair), pairs_of([first, other], Nearby({pair: 0.7})).get(pair)
    assert near is None or near.band is not Band.SURE
    assert (near.score if near else 0.0) < max(0.5, without.score if without else 0.0)


def test_new_texts_alone_are_asked_for_among_those_that_are_there():
    space = Nearby({frozenset((TRAM, FREE)): 0.5})
    matcher = Matcher(Glossary.ours(), space)
    matcher.add(numbered([TRAM, LIBRARY]))
    matcher.remove([LIBRARY])
    matcher.add(numbered(["Plant oaks along the river.", FREE]))
    assert space.asked == [([TRAM, LIBRARY], 0), ([TRAM, "Plant oaks along the river.", FREE], 1)]
    assert {TRAM, FREE} in [{pair.first, pair.second} for pair in matcher.matching().pairs]


def scores(matcher: Matcher) -> dict[frozenset[object], float]:
    return {frozenset((pair.first, pair.second)): pair.score for pair in matcher.matching().pairs}


def test_comparing_again_finds_what_comparing_with_the_model_at_once_finds():
    space = Nearby({frozenset((TRAM, FREE)): 0.5, frozenset((LIBRARY, TRAM)): 0.3})
    matcher: Matcher = Matcher(Glossary.ours())
    matcher.add(numbered(SOME))
    before = scores(matcher)
    matcher.compare_again(SOME, space)
    assert scores(matcher) == {pair: found.score for pair, found in pairs_of(SOME, space).items()}
    matcher.compare_again(SOME, Nearby({}))
    assert scores(matcher) == before


def test_only_the_texts_that_are_named_are_compared_again():
    space = Nearby({frozenset((TRAM, FREE)): 0.5, frozenset((LIBRARY, PARAPHRASES[1][1])): 0.5})
    matcher: Matcher = Matcher(Glossary.ours())
    matcher.add(numbered([LIBRARY, PARAPHRASES[1][1], TRAM, FREE]))
    matcher.compare_again([FREE, "never seen"], space)
    assert frozenset((TRAM, FREE)) in scores(matcher)
    assert frozenset((LIBRARY, PARAPHRASES[1][1])) not in scores(matcher)
    assert [since for _, since in space.asked] == [3]


def test_comparing_again_that_is_stopped_leaves_everything_as_it_was():
    matcher: Matcher = Matcher(Glossary.ours())
    matcher.add(numbered(SOME))
    before, asked = scores(matcher), matcher.ask(Text(None, LIBRARY))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        matcher.compare_again(SOME, Nearby({frozenset((TRAM, FREE)): 0.5}), progress)
    assert scores(matcher) == before
    assert matcher.ask(Text(None, LIBRARY)) == asked


@pytest.mark.skipif(not has_model(), reason="the extra “meaning” is not installed")
def test_with_the_model_paraphrases_with_hardly_a_word_in_common_are_proposed(tmp_path: Path):
    model = find_model()
    assert model is not None
    meaning = Meaning(model, VectorFile.beside(tmp_path / "forum.consult", model.size * BYTES_A_NUMBER))
    texts = [text for pair in PARAPHRASES for text in pair]
    assert pairs_of(texts, meaning) == pairs_of(texts)
    meaning.embed(texts)
    with_it, without = pairs_of(texts, meaning), pairs_of(texts)
    assert all(frozenset(pair) in with_it for pair in PARAPHRASES)
    assert not all(frozenset(pair) in without for pair in PARAPHRASES)
