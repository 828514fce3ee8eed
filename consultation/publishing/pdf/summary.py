"""The document on a page, which is one page whatever it holds: what does not fit is set smaller, then left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consultation.document import OnAPage, SummaryPart, SummaryRow
from consultation.language import Translator
from consultation.publishing.look import Look, Type
from consultation.publishing.pdf.facts import fact_texts, known
from consultation.publishing.pdf.lines import Line, break_lines, cut, line_width, plain_lines, title_lines
from consultation.publishing.pdf.strips import Bar, Strip, Text, anchored
from consultation.publishing.pdf.structure import Element, Tag

_ROWS_A_PART, _ROWS = 3, 45
"""From where on rows are taken one by one: so many a part; in all, more than a page has lines for."""
_WORDS = 34.0
"""From where paragraphs start to the words of a row."""
_FACTS_FEET, _AFTER_FACTS = (18.7, 22.0), 13.5
_HEAD_TOP, _AFTER_HEAD = 2.9, 2.0
_BETWEEN, _AFTER_PART, _BEFORE_NOTE = 5.5, 13.6, 9.0


def summary_strips(block: OnAPage, within: Element, look: Look, t: Translator) -> list[Strip]:
    """Set the summary on a page of its own."""
    strip = _whole(block, within, look, t)
    # As high as a page can be, so that nothing else comes to stand on it.
    strip.height, strip.new_page = look.sheet.depth, True
    return anchored([strip], block.anchor)


def _whole(block: OnAPage, within: Element, look: Look, t: Translator) -> Strip:
    """Try again with less until it fits: smaller letters, fewer rows, fewer lines a row, fewer parts."""
    normal, small = look.text(look.sizes.summary_item), look.text(look.sizes.summary_item_small)
    tries = [(block, normal, 99), (block, small, 99)]
    few = _with_rows_for_a_page(block)
    while any(len(part.rows) > 1 for part in few.parts):
        few = _with_a_row_less(few)
        tries.append((few, small, 99))
    tries += [(few, small, most) for most in (6, 3, 2, 1)]
    tries += [(replace(few, parts=few.parts[:count]), small, 1) for count in range(len(few.parts) - 1, -1, -1)]
    for tried, type_, most in tries:
        setter = _Setter(type_, most, within, look, t)
        strip = setter.set(tried)
        if strip.height <= look.sheet.depth:
            break
    return strip


def _with_rows_for_a_page(block: OnAPage) -> OnAPage:
    """Leave few enough rows that the rest can be tried one by one."""
    most = _ROWS_A_PART
    while most > 1 and sum(min(len(part.rows), most) for part in block.parts) > _ROWS:
        most -= 1
    return replace(block, parts=tuple(replace(part, rows=part.rows[:most]) for part in block.parts))


def _with_a_row_less(block: OnAPage) -> OnAPage:
    """Take the last row from the part that has most, the last of these."""
    most = max(len(part.rows) for part in block.parts)
    place = max(number for number, part in enumerate(block.parts) if len(part.rows) == most)
    shorter = replace(block.parts[place], rows=block.parts[place].rows[:-1])
    return replace(block, parts=(*block.parts[:place], shorter, *block.parts[place + 1 :]))


class _Setter:
    """Sets a summary in one size, with at most so many lines a row."""

    def __init__(self, type_: Type, most: int, within: Element, look: Look, t: Translator) -> None:
        self._type, self._most, self._within, self._look, self._t = type_, most, within, look, t
        self._strip = Strip(0.0)

    def set(self, block: OnAPage) -> Strip:
        """Set everything below each other, however high that becomes."""
        look, strip = self._look, self._strip
        self._text(title_lines(block.title, look.inner_title, look.sheet.room), look.inner_title, Tag.H1)
        strip.height += look.spaces.title
        self._facts(block)
        common = look.text(look.sizes.summary)
        common = replace(common, face=common.emphasis)
        self._text(break_lines(block.common, common, look.sheet.reach), common, Tag.PARAGRAPH)
        strip.height += look.spaces.paragraph if block.common else 0.0
        for place, part in enumerate(block.parts):
            strip.height += _AFTER_PART if place else 0.0
            self._part(part)
        self._note(block)
        return strip

    def _facts(self, block: OnAPage) -> None:
        look, shown = self._look, known(block.facts)
        if shown:
            big, small = look.title(look.sizes.figure_fact_small), look.note
            top = self._strip.height
            texts, bars, end = fact_texts(shown, big, small, self._within, look, self._t, feet=_FACTS_FEET)
            self._strip.texts += [text._replace(y=text.y + top) for text in texts]
            self._strip.bars += [bar._replace(y=bar.y + top) for bar in bars]
            self._strip.height = top + end + _AFTER_FACTS

    def _part(self, part: SummaryPart) -> None:
        look, strip = self._look, self._strip
        colour = look.colours.open if part.open else look.colours.accent
        strip.bars.append(Bar(0.0, strip.height, look.sheet.room, look.rules.block, look.colours.ink))
        strip.height += _HEAD_TOP
        head = look.bold(look.sizes.headings[1], colour)
        self._text(plain_lines(part.title, head, look.sheet.room), head, Tag.H2)
        strip.height += _AFTER_HEAD
        for place, row in enumerate(part.rows):
            strip.height += _BETWEEN if place else 0.0
            self._row(row, colour)

    def _row(self, row: SummaryRow, colour: str) -> None:
        """Set what it is about, what is said and where, their first lines level."""
        look, sheet, type_ = self._look, self._look.sheet, self._type
        y, start = self._strip.height + type_.baseline, sheet.text + _WORDS
        element, small = self._within.below(Tag.PARAGRAPH), look.label((look.sizes.note[0], type_.leading))
        names = plain_lines(row.name, small.in_colour(look.colours.soft), start - 6.0)
        lines = cut(break_lines(row.runs, type_, sheet.reach - start), self._most)
        marks = break_lines(row.reference, _unscaled(small.in_colour(colour), colour), sheet.room - sheet.gloss)
        for place, line in enumerate(cut(names, max(len(lines), 1))):
            self._strip.texts.append(Text(0.0, y + place * type_.leading, line, element))
        for place, line in enumerate(lines):
            self._strip.texts.append(Text(start, y + place * type_.leading, line, element))
        for place, line in enumerate(marks[: max(len(lines), 1)]):
            end = sheet.room - line_width(line)
            self._strip.texts.append(Text(end, y + place * type_.leading, line, element))
        self._strip.height += max(len(lines), 1) * type_.leading

    def _note(self, block: OnAPage) -> None:
        look, strip = self._look, self._strip
        lines = break_lines(block.note, look.note, look.sheet.reach)
        if lines:
            strip.height += _BEFORE_NOTE
            strip.bars.append(Bar(0.0, strip.height, look.sheet.room, look.rules.thin, look.colours.rule))
            strip.height += look.spaces.item
            self._text(lines, look.note, Tag.PARAGRAPH)

    def _text(self, lines: Sequence[Line], type_: Type, tag: Tag) -> None:
        """Add lines from the edge, as one element; in the last resort fewer of them."""
        element, strip = self._within.below(tag), self._strip
        for line in cut(list(lines), max(self._most, 2)):
            strip.texts.append(Text(0.0, strip.height + type_.baseline, line, element))
            strip.height += type_.leading


def _unscaled(type_: Type, colour: str) -> Type:
    """Set references as large as the words around them."""
    return replace(type_, asides=replace(type_.asides, reference_scale=1.0, reference=colour))
