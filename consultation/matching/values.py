"""What goes into matching and what comes out of it: plain values without a record or a store."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar, overload

Key = TypeVar("Key", bound=Hashable)
"""What whoever asks tells texts apart by."""


@dataclass(frozen=True, slots=True)
class Text(Generic[Key]):
    """A recommendation as matching sees it."""

    key: Key
    words: str
    language: str = ""
    """Its code, such as "fr"; guessed where it is empty."""


class Band(StrEnum):
    """How much a pair can be relied on."""

    SURE = "sure"
    """At least 95 of 100 are right."""
    PERHAPS = "perhaps"


class PairKind(StrEnum):
    """What two texts are said to be to each other."""

    SAME = "same"
    CONTRADICT = "contradict"


class ReasonKind(StrEnum):
    """What kind of thing two texts share, or hold against each other."""

    IDENTICAL = "identical"
    """Equal but for case, accents, punctuation and spaces."""
    SENTENCES = "sentences"
    """Whole sentences that both have word for word while something else differs."""
    WORDS = "words"
    FIGURES = "figures"
    CONCEPTS = "concepts"
    """The same idea in other words, by the glossary; word by word of the first and the second text."""
    MEANING = "meaning"
    """The sentence model finds them near; without words."""
    AGAINST = "against"
    """What stands against what; `Reason.clash` says how."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a pair, with the words of each text as they stand there."""

    kind: ReasonKind
    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    clash: str = ""
    """For `AGAINST` a value of `ClashKind`."""


class Reasons(Sequence[Reason]):
    """Reasons that are found when somebody asks: few of the pairs of a large file are ever looked at."""

    def __init__(self, find: Callable[[], tuple[Reason, ...]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> tuple[Reason, ...]:
        return self._find()

    @overload
    def __getitem__(self, at: int) -> Reason: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Reason, ...]: ...

    def __getitem__(self, at: int | slice) -> Reason | tuple[Reason, ...]:
        return self._found[at]

    def __len__(self) -> int:
        return len(self._found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._found == tuple(other)

    def __hash__(self) -> int:
        return hash(self._found)

    def __repr__(self) -> str:
        return repr(self._found)


class Pair(NamedTuple, Generic[Key]):
    """Two texts that are likely the same, or likely contradict each other."""

    first: Key
    second: Key
    score: float
    """The probability, from 0 to 1, that both recommend the same, or for `CONTRADICT` that they speak of the same."""
    band: Band
    kind: PairKind
    why: Sequence[Reason]
    identical: bool = False
    """Equal but for case, accents, punctuation and spaces."""


@dataclass(frozen=True, slots=True)
class Matching(Generic[Key]):
    """The answer: pairs, the sure ones first and within a band the best first, and who belongs together surely."""

    pairs: tuple[Pair[Key], ...]
    groups: tuple[tuple[Key, ...], ...]
    """Texts that sure pairs hold together; keys in the order in which the texts were given."""
    threshold: float
    """The score from which a pair is sure."""
