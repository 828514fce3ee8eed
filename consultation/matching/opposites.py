"""What a text stands for and what it denies: its polarity, and its direction on the axes of the lists.

A word that denies (not, stop, ban) turns round the first word of an axis that follows closely: "do not close" keeps
open, "do not reduce" is on the side of more. What is left over makes the text a denial. A denial of a harm
("end hunger") denies nothing that somebody could want.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from consultation.matching.lexicon import Hit, Reading

NO_DENIAL, DENIED_BY_VERB, DENIED_OUTRIGHT = 0, 1, 2
DENYING = frozenset({"allowed", "exists", "open"})
"""Axes whose minus side is a denial itself: ban, abolish, close."""
_REFUSING = DENYING | {"inclusion", "support", "shown", "choice", "granting", "running", "trading"}
"""Axes where not to do it is a denial of it; not to increase is no denial, but a level."""
_TURNED = _REFUSING | {"level", "ease", "pace", "centre"}
"""Axes of verbs, which any word that denies turns round."""
_TURNED_OUTRIGHT = _TURNED | {"price", "duty", "lasting", "binding"}
"""Axes of what a thing is said to be: "not free" turns them, but "ban free parking" bans."""
_OF_HARM = ("level", "exists", "pace")
_PAUSES = ("stop", "comma", "and")
_REACH, _REACH_OF_WITHOUT, _REACH_OF_HARM, _REACH_OF_ALLOWED = 4, 8, 4, 7
_LONG_AGO = -100
_CHINESE = 2
"""Characters for a word of Chinese."""
_TIED = {"with": ("having", 1), "without": ("having", -1), "before": ("time", 1), "after": ("time", -1)} | {
    "over": ("amount", 1),
    "under": ("amount", -1),
}
_LOOKED_AT = 3
"""How many words after "with" or "over" may be what it is about."""
_LETTERS = 5
"""A word is the same word when it begins with the same letters."""


class Tie(NamedTuple):
    """A small word tied to what it is about: with or without a guarantee, under or over 18, before or after 2030."""

    axis: str
    about: str
    sign: int
    words: str


class Turn(NamedTuple):
    """One direction of a text: 1 or -1 on an axis, and the words that say so."""

    axis: str
    sign: int
    words: str
    turned: bool = False
    """A word that denies turned it round: "not free"."""


@dataclass(frozen=True, slots=True)
class Stance:
    """What a text stands for."""

    denial: int
    denied_by: str
    guards: bool
    """It protects or fights: what another text forbids may be the same thing."""
    turned: bool
    """A denial was turned round into what it stands for: another text may say the same as a denial."""
    turns: tuple[Turn, ...]
    """At most one for an axis: where a text goes both ways, it says nothing."""
    ties: tuple[Tie, ...]


@dataclass(slots=True)
class _Denial:
    """A word that denies and waits for what it turns round."""

    start: int
    end: int
    strength: int
    words: str
    counts: bool = True
    reach: int = _REACH
    of_all: bool = False
    """It says that nobody or nothing does."""


class _Walk:
    """One walk over the hits of a text, from the first to the last."""

    def __init__(self, reading: Reading, chinese: bool) -> None:
        self._reading = reading
        self._turned_at = self._spent_at = self._harm_at = self._cost_at = _LONG_AGO
        self._scale = _CHINESE if chinese else 1
        self._waiting: _Denial | None = None
        self._aside = False
        self._purpose_ends = -1
        self.left: list[_Denial] = []
        self.turns: list[tuple[Turn, bool]] = []
        self.guards = False
        self.turned = False

    def take(self, hit: Hit) -> None:
        """Take the next hit."""
        name = hit.name
        if name in _PAUSES:
            self._leave()
            self._aside = self._aside and name == "and"
            self._turned_at = _LONG_AGO
        elif name == "aside":
            self._aside = True
        elif name == "purpose":
            self._purpose_ends = hit.end
        elif name == "with":
            self._leave()
        elif name == "told":
            self._waiting = None  # "nothing has changed" tells and does not ask
        elif name == "guarded":
            self.guards = True
        elif name in ("negators", "nobodies"):
            self._deny(hit, DENIED_OUTRIGHT)
        elif name == "operators":
            self._deny(hit, DENIED_BY_VERB)
        elif name == "harm":
            self._spare_harm(hit)
        elif name == "without":
            self._close(hit)
        elif name == "cost":
            self._charge(hit)
        elif name.startswith("axes."):
            self._turn(hit)

    def end(self) -> None:
        """End the walk; what still waits is left over."""
        self._leave()

    def _leave(self) -> None:
        if self._waiting and self._waiting.counts:
            self.left.append(self._waiting)
        self._waiting = None

    def _reached(self, hit: Hit, reach: int = 0) -> bool:
        waiting = self._waiting
        return waiting is not None and hit.start - waiting.end <= (reach or waiting.reach) * self._scale

    def _words(self, hit: Hit) -> str:
        return self._reading.words(hit.start, hit.end)

    def _deny(self, hit: Hit, strength: int) -> None:
        if self._aside:
            return
        waiting = self._waiting
        if strength == DENIED_OUTRIGHT and not waiting and self._near(self._spent_at, hit, 1):
            return  # ne fermez pas
        if strength == DENIED_BY_VERB and not waiting and self._near(self._harm_at, hit):
            self.turned = True  # "hunger must be ended"
        elif waiting and self._reached(hit) and waiting.strength != strength:
            self._spend(hit)  # "do not stop": two that cancel
        elif waiting and waiting.strength == strength == DENIED_OUTRIGHT:
            waiting.end = hit.end  # ne ... pas, no ... nadie: one denial in two words
        else:
            self._leave()
            self._waiting = _Denial(hit.start, hit.end, strength, self._words(hit), of_all=hit.name == "nobodies")

    def _spend(self, hit: Hit) -> None:
        if self._waiting and self._waiting.counts:
            self.turned = True
            self._spent_at = hit.end
        self._waiting = None

    def _near(self, place: int, hit: Hit, reach: int = _REACH) -> bool:
        return hit.start - place <= reach * self._scale

    def _spare_harm(self, hit: Hit) -> None:
        """Less of a harm is not the contrary of more of a good; and to end it denies nothing."""
        self._harm_at = hit.end
        if self._reached(hit, _REACH_OF_HARM):
            self._spend(hit)
        if self.turns and self.turns[-1][0].axis in _OF_HARM and hit.start - self._turned_at <= _REACH_OF_HARM:
            turn, purpose = self.turns[-1]
            self.turns[-1] = (turn._replace(axis=f"{turn.axis} of harm"), purpose)
            self.turned = True

    def _close(self, hit: Hit) -> None:
        waiting = self._waiting
        if waiting and waiting.of_all and self._reached(hit, _REACH_OF_WITHOUT):
            self._spend(hit)  # "no school without a nurse" wants nurses
        elif not waiting:
            self._waiting = _Denial(hit.start, hit.end, DENIED_OUTRIGHT, self._words(hit), counts=False)

    def _charge(self, hit: Hit) -> None:
        """A fee that is abolished is no fee; one that is brought in is to be paid."""
        self._cost_at = hit.end
        if self._reached(hit):
            self._spend(hit)
            self._add("price", 1, hit)
        elif self.turns and hit.start - self._turned_at <= _REACH * self._scale:
            before = self.turns[-1][0]
            if before.axis == "exists":
                self._add("price", -before.sign, hit)

    def _turn(self, hit: Hit) -> None:
        axis, side, *verbs = hit.name.removeprefix("axes.").split("_")
        if axis == "level" and self._near(self._turned_at, hit, 3) and self.turns[-1][0].axis == "level":
            return  # "raise the cap", "reduce restrictions": the first says where it goes
        sign = 1 if side == "plus" else -1
        waiting = self._waiting if self._reached(hit) and not self._is_of_a_number(hit, axis) else None
        if waiting and not _can_turn(waiting, axis, bool(verbs)):
            waiting = None
        if waiting is None:
            self._add(axis, sign, hit)
            if axis in DENYING and sign < 0 and not self._aside:
                self._deny_by_axis(hit)
            return
        self._add(axis, -sign, hit, waiting.words)
        if sign > 0 and axis in _REFUSING and waiting.counts:
            waiting.end = hit.end  # "do not allow": still a denial, and may turn round what follows
            waiting.reach = _REACH_OF_ALLOWED if axis == "allowed" else _REACH
        else:
            self._spend(hit)

    def _is_of_a_number(self, hit: Hit, axis: str) -> bool:
        """Tell whether it says how much: "ban lorries of more than 19 tonnes" does not ban more."""
        following = self._reading.tokens[hit.end : hit.end + 1]
        return axis == "level" and bool(following) and following[0][0].isdigit()

    def _deny_by_axis(self, hit: Hit) -> None:
        self._leave()
        if self._near(self._cost_at, hit):
            self.turned = True  # "fees should be abolished"
            self._add("price", 1, hit)
        elif self._near(self._harm_at, hit):
            self.turned = True
        else:
            self._waiting = _Denial(hit.start, hit.end, DENIED_BY_VERB, self._words(hit))

    def _add(self, axis: str, sign: int, hit: Hit, denied: str = "") -> None:
        words = f"{denied} {self._words(hit)}".strip()
        self.turns.append((Turn(axis, sign, words, bool(denied)), self._purpose_ends == hit.start))
        self._turned_at = hit.end


def _can_turn(denial: _Denial, axis: str, verb: bool) -> bool:
    if not denial.counts:
        return axis == "price"  # "without paying"
    return verb or axis in (_TURNED if denial.strength == DENIED_BY_VERB else _TURNED_OUTRIGHT)


def read_stance(reading: Reading, hits: Iterable[Hit], chinese: bool) -> Stance:
    """Read the polarity and the directions of a text from what was found in it."""
    walk = _Walk(reading, chinese)
    found = list(hits)
    for hit in found:
        walk.take(hit)
    walk.end()
    denial = max(walk.left, key=lambda left: left.strength, default=None)
    turns = [(turn, purpose) for turn, purpose in walk.turns if not (denial and turn.axis in DENYING and turn.sign > 0)]
    return Stance(
        denial=denial.strength if denial else NO_DENIAL,
        denied_by=denial.words if denial else "",
        guards=walk.guards,
        turned=walk.turned,
        turns=tuple(_settled(turns)),
        ties=tuple(_ties(reading, found, chinese)),
    )


def _settled(turns: list[tuple[Turn, bool]]) -> Iterator[Turn]:
    """Give one direction for an axis; what is only a purpose ("to reduce noise") yields to what is asked for."""
    by_axis: dict[str, list[tuple[Turn, bool]]] = {}
    for turn, purpose in turns:
        by_axis.setdefault(turn.axis, []).append((turn, purpose))
    for of_axis in by_axis.values():
        asked = [turn for turn, purpose in of_axis if not purpose] or [turn for turn, _ in of_axis]
        if len({turn.sign for turn in asked}) == 1:
            yield asked[0]


def _ties(reading: Reading, hits: list[Hit], chinese: bool) -> Iterator[Tie]:
    for hit in hits:
        if hit.name not in _TIED:
            continue
        axis, sign = _TIED[hit.name]
        about = hit.value or _about(reading.tokens[hit.end : hit.end + _LOOKED_AT], chinese)
        if about:
            yield Tie(axis, about[:_LETTERS], sign, reading.words(hit.start, hit.end + _LOOKED_AT))


def _about(following: list[str], chinese: bool) -> str:
    if chinese:
        return "".join(following[:_CHINESE])
    return next((word for word in following if len(word) >= _LETTERS - 1 or word[0].isdigit()), "")
