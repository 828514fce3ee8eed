"""What every format does alike with a block before it writes it in its own way."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from consultation.document import (
    Align,
    Column,
    Figure,
    Item,
    NumberedParagraph,
    Row,
    Run,
    Runs,
    Style,
    Table,
    numbers_of,
    plain,
)
from consultation.language import Translator


class Unfolded(NamedTuple):
    """A numbered paragraph as it is written: what runs on from its number, and the items that stand below."""

    opening: Runs
    sources: Runs
    """Marks of all that runs on."""
    items: tuple[Item, ...]
    notes: tuple[Runs, ...]
    anchors: tuple[str, ...]


def unfolded(block: NumberedParagraph) -> Unfolded:
    """Run the items that have no letter on in the lead-in, with their marks, notes and anchors."""
    run_in = tuple(takewhile(lambda item: not item.letter, block.items))
    opening, sources = block.lead, block.sources
    for item in run_in:
        opening = (*opening, Run(" "), *item.runs)
        between = (Run(", ", Style.REFERENCE),) if sources and item.sources else ()
        sources = (*sources, *between, *item.sources)
    notes = [note for item in run_in for note in item.notes]
    anchors = (block.anchor, *(item.anchor for item in run_in))
    return Unfolded(opening, sources, block.items[len(run_in) :], (*notes, *block.notes), anchors)


def with_sources(runs: Runs, sources: Runs) -> Runs:
    """Put the marks of the sources behind what comes from them, in brackets that no line end parts from it."""
    if not sources:
        return runs
    return (*runs, Run("\u00a0[", Style.REFERENCE), *sources, Run("]", Style.REFERENCE))


def as_table(figure: Figure, t: Translator) -> Table:
    """Return the numbers of a figure as a table without a caption; what is not known is a dash."""
    numbers = numbers_of(figure)
    columns = (Column("", head=True), *(Column(head, align=Align.END) for head in numbers.heads))
    rows = (
        Row((plain(name), *(plain(number_in_words(count, t)) for count in counts))) for name, counts in numbers.rows
    )
    return Table(columns, tuple(rows))


def in_words(figure: Figure, t: Translator) -> str:
    """Say what a figure shows and all of its numbers, for those who do not see it."""
    numbers = numbers_of(figure)
    rows = []
    for name, counts in numbers.rows:
        told = (
            " ".join(filter(None, (head, number_in_words(count, t))))
            for head, count in zip(numbers.heads, counts, strict=False)
        )
        rows.append(": ".join(filter(None, (name, ", ".join(told)))))
    sentences = (figure.title, figure.description, "; ".join(rows))
    return ". ".join(filter(None, (sentence.strip(" .") for sentence in sentences))) + "."


def number_in_words(count: int | None, t: Translator) -> str:
    """Write a number as the language does; a dash where nobody knows it."""
    return "–" if count is None else t.number(count)
