"""Numbers that speak for themselves, each under a rule and over what it counts, five beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from consultation.document import Fact
from consultation.language import Translator
from consultation.publishing.look import Look, Type
from consultation.publishing.pdf.lines import Line, line_width, one_line, plain_lines
from consultation.publishing.pdf.strips import Bar, Text
from consultation.publishing.pdf.structure import Element, Tag

COLUMNS, _GAP = 5, 11.34
_MOST_LINES = 3


def known(facts: Sequence[Fact]) -> list[Fact]:
    """Leave out what nobody knows, and what no column is left for."""
    return [fact for fact in facts if fact.value is not None][:COLUMNS]


def fact_texts(
    facts: Sequence[Fact],
    big: Type,
    label: Type,
    within: Element,
    look: Look,
    t: Translator,
    *,
    feet: tuple[float, float],
) -> tuple[list[Text], list[Bar], float]:
    """Set facts below their rules, and return how far down they reach.

    ``feet`` is how far below the rule a number stands and its label begins.
    """
    listed = within.below(Tag.LIST)
    texts, bars, end = [], [], feet[1]
    starts, wide = look.sheet.columns(COLUMNS, _GAP)
    for start, fact in zip(starts, facts, strict=False):
        bars.append(Bar(start, 0.0, wide, look.rules.block, look.colours.ink))
        entry = listed.below(Tag.LIST_ITEM)
        number = _number(fact, big, wide, t)
        texts.append(Text(start, feet[0], number, entry.below(Tag.LABEL)))
        body, y = entry.below(Tag.LIST_BODY), feet[1]
        for line in plain_lines(fact.label, label, wide)[:_MOST_LINES]:
            texts.append(Text(start, y + label.baseline, line, body))
            y += label.leading
        end = max(end, y)
    return texts, bars, end


def _number(fact: Fact, big: Type, width: float, t: Translator) -> Line:
    """Set a number, smaller where it is too wide for its column."""
    words = t.number(fact.value or 0)
    line = one_line(words, big)
    return line if line_width(line) <= width else one_line(words, big.sized(width / line_width(line)))
