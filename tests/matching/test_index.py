from __future__ import annotations

from consultation.matching.candidates import SMALL, Candidates
from consultation.matching.folding import fold
from consultation.matching.glossary import Glossary
from consultation.matching.index import FIRST, Index
from consultation.matching.reader import Entry, Reader


def read(*texts: str) -> list[Entry]:
    reader = Reader(Glossary([]))
    return [reader.read(text, fold(text), "en") for text in texts]


def word(number: int) -> str:
    """Return a made-up word without figures, another one for each number."""
    return "q" + "".join(chr(ord("a") + int(digit)) for digit in str(number)) + "z"


def candidates_of(entries: list[Entry]) -> tuple[Candidates, list[list[int]]]:
    candidates = Candidates(entries)
    candidates.expect(entries)
    return candidates, [candidates.add(number) for number in range(len(entries))]


def test_a_text_finds_those_before_it_that_share_enough():
    index = Index()
    index.add(0, ["water", "school"])
    index.add(1, ["water", "river"])
    assert sorted(index.near(["water", "school", "river"], shared=2, newest=9)) == [0, 1]
    assert index.near(["tram", "bus"], shared=1, newest=9) == []


def test_of_a_common_feature_only_the_first_and_the_newest_are_looked_at():
    index = Index()
    for number in range(1000):
        index.add(number, ["water"])
    found = index.near(["water"], shared=1, newest=10)
    assert sorted(found) == [*range(FIRST), *range(990, 1000)]


def test_what_was_removed_is_found_no_more():
    index = Index()
    index.expect([["water", "school"]])
    index.add(0, ["water", "school"])
    index.remove(0, ["water", "school"], ["water", "school", ("a", "b")])
    assert index.near(["water", "school"], shared=1, newest=9) == []
    assert index.count["water"] == 0


def test_an_edited_copy_is_found_among_thousands():
    plain = [
        f"{word(number % 97)}x {word(number % 89)}y {word(number % 83)}w {word(number)}" for number in range(SMALL + 50)
    ]
    entries = read(*plain, plain[17] + " moreish", "alpha beta gamma delta", "delta alpha gamma epsilon")
    _, found = candidates_of(entries)
    assert 17 in found[SMALL + 50]
    assert SMALL + 51 in found[SMALL + 52]


def test_short_texts_of_common_words_meet_by_their_neighbours():
    crowd = [f"free transport {word(number)} public garden" for number in range(200)]
    others = [f"{word(number)}x {word(number)}y {word(number)}w" for number in range(SMALL)]
    entries = read("free public transport", *crowd, *others, "free public transport everywhere")
    candidates, _ = candidates_of(entries[:-1])
    assert 0 in candidates.near(entries[-1])


def test_a_large_file_gives_a_text_few_candidates():
    entries = read(*(f"street light lamp repair {word(number)} {word(number % 7)}k" for number in range(SMALL + 500)))
    _, found = candidates_of(entries)
    assert max(map(len, found[SMALL:])) <= 20
