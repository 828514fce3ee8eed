"""What opens a document: the cover block, then the contents, whose page numbers are filled in last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from consultation.document import Cover
from consultation.language import Translator
from consultation.publishing.pdf import look
from consultation.publishing.pdf.lines import balanced_lines, line_width, one_line, plain_lines
from consultation.publishing.pdf.look import Type
from consultation.publishing.pdf.strips import (
    Bar,
    Entry,
    Link,
    Strip,
    Text,
    kept,
    side_by_side,
    spaced,
    stacked,
)

_TOP = 36.0
_LABEL_ROOM = 0.3
_INDENT = 14.0
_PAGE_ROOM = 30.0
_DOT_STEP = 4.5


def cover_strips(cover: Cover) -> list[Strip]:
    """Set the cover block: what it is, its title, and the facts below a thin rule."""
    strips = [Strip(_TOP)]
    strips += spaced(_lines(cover.kicker, look.KICKER), 0.0, 6.0)
    strips += spaced(_lines(cover.title, look.TITLE), 0.0, 8.0)
    strips += spaced(_lines(cover.subtitle, look.SUBTITLE), 0.0, 10.0)
    strips.append(Strip(1.2, bars=[Bar(0.0, 0.0, look.WIDTH, 1.2, look.ACCENT)], before=14.0, after=12.0))
    return [*strips, *_facts(cover)]


def _lines(text: str, type_: Type) -> list[Strip]:
    return stacked(balanced_lines(text, type_, look.WIDTH), type_)


def _facts(cover: Cover) -> list[Strip]:
    """Set the facts, labels in one column and their words in another."""
    most = look.WIDTH * _LABEL_ROOM
    widest = max((line_width(one_line(label[:80], look.FACT_LABEL)) for label, _ in cover.facts), default=0.0)
    start = min(widest, most) + 16.0
    strips = []
    for label, words in cover.facts:
        left = plain_lines(label, look.FACT_LABEL, start - 12.0)
        right = plain_lines(words, look.FACT, look.WIDTH - start)
        strips += spaced(side_by_side([(0.0, left), (start, right)], look.FACT), 0.0, 3.0)
    return strips


def contents_strips(entries: Iterable[Entry], t: Translator) -> list[Strip]:
    """Set the contents, one entry a heading; `number_contents` adds the pages."""
    strips = [strip for entry in entries for strip in _entry(entry)]
    if not strips:
        return []
    title = kept(_lines(t("Contents"), look.CONTENTS_TITLE))
    return [*spaced(title, 36.0, 4.0), *strips]


def _entry(entry: Entry) -> list[Strip]:
    """Set one heading as it stands in the contents, all of it a link."""
    heading, anchor = entry
    type_ = look.CONTENTS[entry.level]
    type_ = type_.in_colour(look.tone_colour(heading.tone, type_.colour))
    indent = entry.level * _INDENT
    lines = plain_lines(heading.text, type_, look.WIDTH - indent - _PAGE_ROOM)
    strips = stacked(lines, type_, indent)
    for strip in strips:
        strip.links.append(Link(indent, 0.0, look.WIDTH - indent, strip.height, anchor))
    if strips:
        strips[-1].entry = entry
    return spaced(strips, look.CONTENTS_SPACE[entry.level], 0.0)


def number_contents(strips: Iterable[Strip], pages: Mapping[str, int]) -> None:
    """Write the page of each entry at the right edge, with dots that lead to it."""
    for strip in strips:
        if strip.entry is not None:
            _number(strip, strip.entry, pages[strip.entry.anchor])


def _number(strip: Strip, entry: Entry, page: int) -> None:
    size = look.CONTENTS[entry.level].size
    number = one_line(str(page), Type("sans", size, 0.0, look.SOFT))
    last = strip.texts[-1]
    # The dots of all entries stand on one grid, counted from the right edge.
    edge = look.WIDTH - _PAGE_ROOM + 10.0
    first = last.x + line_width(last.line) + 5.0
    dot = one_line(".", Type("sans", 8, 0.0, look.FURNITURE))
    count = int((edge - first) // _DOT_STEP)
    strip.texts += [Text(edge - place * _DOT_STEP, last.y, dot) for place in range(count, 0, -1)]
    strip.texts.append(Text(look.WIDTH - line_width(number), last.y, number))
