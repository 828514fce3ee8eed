"""The declaration in two languages: the same titles, paragraphs and letters, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.language import Translator
from consultation.reading.passages import Declaration, ItemText, ParagraphText, SectionText, State
from consultation.reading.saying import say_item, say_paragraph
from ui.declaration.rows import Piece, TextRow, pieces_of

Passage = ParagraphText | ItemText


@dataclass(frozen=True)
class TwoRow:
    """A title, a paragraph without its items, or an item; what one language leaves out is empty there."""

    left: TextRow
    right: TextRow
    label: str = ""
    """The number of a paragraph, the letter of an item: the same in both."""

    @property
    def id(self) -> UUID | None:
        """The id of the paragraph or item."""
        found = self.right.passage or self.left.passage
        return found.id if found else None

    @property
    def level(self) -> int:
        """1 or 2 for titles, 0 for the others."""
        return self.left.level or self.right.level

    @property
    def is_stale(self) -> bool:
        """The right side translates an earlier text."""
        return self.right.passage is not None and self.right.passage.state is State.STALE

    @property
    def is_lettered(self) -> bool:
        """It is an item."""
        return isinstance(self.right.passage or self.left.passage, ItemText)


@dataclass(frozen=True)
class Standing:
    """How much of the items stands in one language."""

    items: int
    settled: int
    stale: int

    @property
    def brackets(self) -> int:
        """How many do not."""
        return self.items - self.settled


def standing_in(standing: Declaration) -> Standing:
    """Count the items of a declaration."""
    states = [item.state for paragraph in standing.paragraphs for item in paragraph.items]
    return Standing(len(states), states.count(State.SETTLED), states.count(State.STALE))


def two_rows(left: Declaration, right: Declaration, t_left: Translator, t_right: Translator) -> list[TwoRow]:
    """Set two languages side by side; each ``t`` speaks the language of its side."""
    return list(_Pairing(left, right, t_left, t_right).all())


class _Pairing:
    def __init__(self, left: Declaration, right: Declaration, t_left: Translator, t_right: Translator) -> None:
        self._sides = (left, right)
        self._speakers = (t_left, t_right)

    def all(self) -> Iterator[TwoRow]:
        left, right = ({section.id: section for section in side.sections} for side in self._sides)
        for section in _merged(list(left), list(right)):
            yield from self._section(left.get(section), right.get(section))

    def _section(self, left: SectionText | None, right: SectionText | None) -> Iterator[TwoRow]:
        titles = tuple(side.titles if side is not None else () for side in (left, right))
        for number in range(max(map(len, titles))):
            both = [_title(side[number].text, side[number].level) if number < len(side) else EMPTY for side in titles]
            yield TwoRow(both[0], both[1])
        there, beside = ({each.id: each for each in side.paragraphs} if side else {} for side in (left, right))
        for paragraph in _merged(list(there), list(beside)):
            first, second = there.get(paragraph), beside.get(paragraph)
            numbered = first or second
            yield self._row(first, second, numbered.number if numbered else "")
            items = tuple({item.id: item for item in each.items} if each else {} for each in (first, second))
            for item in _merged(list(items[0]), list(items[1])):
                lettered = items[0].get(item) or items[1].get(item)
                yield self._row(items[0].get(item), items[1].get(item), lettered.letter if lettered else "")

    def _row(self, left: Passage | None, right: Passage | None, label: str) -> TwoRow:
        return TwoRow(_cell(left, self._speakers[0]), _cell(right, self._speakers[1]), label)


EMPTY = TextRow("")


def _title(text: str, level: int) -> TextRow:
    return TextRow(text, level, pieces=(Piece(text),))


def _cell(passage: Passage | None, t: Translator) -> TextRow:
    """Draw a passage as the document has it, without its sources."""
    if passage is None:
        return EMPTY
    said = say_item(passage, t) if isinstance(passage, ItemText) else say_paragraph(passage, passage.leads_on, t)
    return TextRow(passage.text, 0, passage=passage, pieces=tuple(piece for piece in pieces_of(said) if piece.text))


def _merged(left: Sequence[UUID], right: Sequence[UUID]) -> list[UUID]:
    """Put two orders together: that of the left, and what only the right has after what it follows there."""
    merged = list(left)
    known = set(left)
    for number, each in enumerate(right):
        if each not in known:
            before = right[number - 1] if number else None
            merged.insert(merged.index(before) + 1 if before is not None else 0, each)
            known.add(each)
    return merged
