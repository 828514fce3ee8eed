"""A row of numbers that speak for themselves, each over what it counts."""

from __future__ import annotations

from math import ceil

from consultation.document import Fact, Facts
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.figures.sketch import Sketch, head_of, name_lines
from consultation.publishing.pdf.lines import Line, line_width, one_line
from consultation.publishing.unfolding import number_in_words

_FEWEST, _MOST = 3, 5
"""Columns for numbers beside each other."""
_GAP = 11.0
_BELOW = 10.0
_RULE = 5.0


def facts_sketch(figure: Facts, look: Look, t: Translator, *, from_right: bool) -> Sketch:
    """Draw the numbers beside each other, at most five in a row."""
    # As many in each row, so that none stands alone in the last.
    columns = max(ceil(len(figure.facts) / max(ceil(len(figure.facts) / _MOST), 1)), _FEWEST)
    pitch = (look.sheet.room + _GAP) / columns
    big, small = look.title(look.sizes.figure_fact), look.note
    rows = [figure.facts[first : first + columns] for first in range(0, len(figure.facts), columns)]
    labels = [[name_lines(fact.label, small, pitch - _GAP, most=4) for fact in row] for row in rows]
    heights = [_RULE + big.leading + max(map(len, lines)) * small.leading + _BELOW for lines in labels]
    head = head_of(figure.title, figure.caption, look)
    sketch = Sketch(head.height + sum(heights), look, from_right=from_right)
    head.draw(sketch)
    y = head.height
    for row, lines, tall in zip(rows, labels, heights, strict=True):
        for place, (fact, words) in enumerate(zip(row, lines, strict=True)):
            start = place * pitch
            sketch.rule(start, y, pitch - _GAP, look.colours.ink, look.rules.block)
            sketch.write(start, y + _RULE + big.baseline, _number(fact, pitch - _GAP, look, t))
            sketch.write_lines(start, y + _RULE + big.leading, words, small)
        y += tall
    return sketch


def _number(fact: Fact, width: float, look: Look, t: Translator) -> Line:
    """Set a number as large as the house wants it, or smaller where it is too wide for its column."""
    big = look.title(look.sizes.figure_fact)
    words = number_in_words(fact.value, t)
    wide = line_width(one_line(words, big))
    if wide <= width:
        return one_line(words, big)
    return one_line(words, look.title((big.size * width / wide, big.leading)))
