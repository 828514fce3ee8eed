"""Several matchers may be at work at once: the room asks one while the queue fills another in a job."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from consultation.matching.inflection import stemmer

WORDS = {
    "english": ("municipalities", "recommendations", "nationally", "governing", "transparency", "neighbourhoods"),
    "arabic": ("البلديات", "الحكومات", "المدينه", "والمواطنين", "التوصيات", "بالشفافيه"),
}


@pytest.fixture
def often() -> Iterator[None]:
    """Threads take turns so often that they meet inside a word."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize("name", WORDS)
def test_words_have_their_own_stems_whoever_asks_at_the_same_time(name: str, often: None) -> None:
    words = WORDS[name]
    alone = [stemmer(name)(word) for word in words]
    with ThreadPoolExecutor(4) as threads:
        found = threads.map(lambda _: [stemmer(name)(word) for word in words], range(400))
    assert [stems for stems in found if stems != alone] == []
