"""Lists → strips, each list inside of an entry further in than the one it belongs to."""

from __future__ import annotations

from consultation.document import ListBlock
from consultation.publishing.look import Look
from consultation.publishing.pdf.lines import break_lines, line_width, one_line
from consultation.publishing.pdf.strips import Part, Strip, labelled, spaced, stacked
from consultation.publishing.pdf.structure import Element, Tag

_DOTS = ("•", "–", "·")
_DOT_START = 4.0
_AFTER_NUMBER = 6.0
_BETWEEN = 3.0


def list_strips(block: ListBlock, within: Element, look: Look) -> list[Strip]:
    """Set a list."""
    return spaced(_listed(block, within, look.sheet.text, 0, look), look.spaces.recital, look.spaces.recital)


def _listed(block: ListBlock, within: Element, start: float, depth: int, look: Look) -> list[Strip]:
    """Set a list ``start`` from where the text starts, its numbers or dots before its entries."""
    type_, listed = look.body, within.below(Tag.LIST)
    dot = _DOTS[min(depth, len(_DOTS) - 1)]
    marks = [f"{place}." if block.ordered else dot for place in range(1, len(block.items) + 1)]
    widest = max((line_width(one_line(mark, type_)) for mark in marks[-1:]), default=0.0)
    # However deep a list is, half of the width is left for its words.
    indent = min(start + max(look.spaces.entry, widest + _AFTER_NUMBER), look.sheet.reach / 2)
    strips: list[Strip] = []
    for mark, item in zip(marks, block.items, strict=True):
        entry = listed.below(Tag.LIST_ITEM)
        label, body = entry.below(Tag.LABEL), entry.below(Tag.LIST_BODY)
        lines = break_lines(item.runs, type_, look.sheet.reach - indent)
        words = stacked(Part(indent, lines, body.below(Tag.PARAGRAPH)), type_)
        words = labelled(words, start if block.ordered else start + _DOT_START, type_, one_line(mark, type_), label)
        strips += spaced(words, 0.0, _BETWEEN)
        if item.inner and item.inner.items:
            words[-1].keep = True
            strips += _listed(item.inner, body, indent, depth + 1, look)
    return strips
