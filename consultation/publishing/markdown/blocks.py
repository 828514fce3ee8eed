"""Blocks as Markdown. A block this does not know fails the type check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat
from typing import assert_never

from consultation.document import (
    Align,
    Band,
    Block,
    Boxes,
    Combinations,
    Fact,
    Facts,
    Figure,
    GroupedBars,
    Heading,
    HeatGrid,
    Item,
    ListBlock,
    Note,
    NumberedParagraph,
    Objected,
    OnAPage,
    Paragraph,
    Recital,
    Role,
    Row,
    Run,
    Runs,
    SideBars,
    Signatures,
    StackedBars,
    Style,
    Table,
)
from consultation.language import Translator
from consultation.publishing.markdown.inline import anchored, emphasised, escaped, inline
from consultation.publishing.unfolding import as_table, number_in_words, unfolded, with_sources

_RULES = {Align.START: "---", Align.END: "---:", Align.CENTRE: ":---:"}


@dataclass(frozen=True)
class Writing:
    """What every block of one document is written with."""

    wanted: frozenset[str]
    """The anchors that something links to."""
    t: Translator

    def block(self, block: Block) -> Iterator[str]:
        """Write one block as the parts that stand between blank lines."""
        match block:
            case Heading():
                signs = "#" * (min(max(block.level, 1), 3) + 1)
                yield f"{signs} {self._anchor(block.anchor)}{escaped(block.whole)}"
            case Paragraph():
                yield self._anchor(block.anchor) + self._in_role(block)
            case Recital():
                yield self._anchor(block.anchor) + self._words(block.runs)
                yield self._quoted(block.proposed)
            case NumberedParagraph():
                yield from self._numbered(block)
            case ListBlock():
                yield "\n".join(self._listed(block))
            case Table():
                yield from self._table(block)
            case Objected():
                yield from self._objected(block)
            case GroupedBars() | StackedBars() | SideBars() | Combinations() | Boxes() | Facts() | HeatGrid():
                yield from self._figure(block)
            case Note():
                yield self._quoted(block.runs)
            case OnAPage():
                yield from self._on_a_page(block)
            case Signatures():
                yield from self._signatures(block)
            case _:
                assert_never(block)

    def _words(self, runs: Runs) -> str:
        return inline(runs, self.wanted)

    def _in_role(self, block: Paragraph) -> str:
        if block.role in (Role.CAPTION, Role.KEY):
            return emphasised(block.runs)
        return self._words(_strengthened(block.runs) if block.role is Role.DECLARE else block.runs)

    def _quoted(self, runs: Runs) -> str:
        words = self._words(runs)
        return f"> {words}" if words else ""

    def _anchor(self, *anchors: str) -> str:
        return "".join(anchored(anchor, self.wanted) for anchor in anchors)

    def _numbered(self, block: NumberedParagraph) -> Iterator[str]:
        """Write the number and what runs on from it, then the items as a list, then the notes."""
        opening, sources, items, notes, anchors = unfolded(block)
        number = f"**{escaped(block.number)}** " if block.number.strip() else ""
        yield f"{self._anchor(*anchors)}{number}{self._words(with_sources(opening, sources))}"
        yield "\n".join(line for item in items for line in self._item(item))
        said = (block.proposed, *notes)
        yield "\n>\n".join(filter(None, map(self._quoted, said)))

    def _item(self, item: Item) -> Iterator[str]:
        """Write an item as an entry of a list, its notes quoted below it."""
        letter = f"{escaped(self.t.letter(item.letter))} " if item.letter else ""
        yield f"- {self._anchor(item.anchor)}{letter}{self._words(with_sources(item.runs, item.sources))}"
        counted = (item.count.words,) if item.count else ()
        for place, note in enumerate((*counted, *item.notes)):
            if place:
                yield "  >"
            yield f"  > {self._words(note)}"

    def _on_a_page(self, block: OnAPage) -> Iterator[str]:
        """Write the summary: its figures as a list, each part as a list below its head."""
        yield f"## {self._anchor(block.anchor)}{escaped(block.title)}"
        yield "\n".join(facts_list(block.facts, self.t))
        yield emphasised(block.common)
        for part in block.parts:
            yield f"### {escaped(part.title)}"
            rows = []
            for row in part.rows:
                words = self._words(with_sources(row.runs, row.reference))
                rows.append(f"- {labelled(f'*{escaped(row.name)}*', words, self.t) if row.name.strip() else words}")
            yield "\n".join(rows)
        yield emphasised(block.note)

    def _signatures(self, block: Signatures) -> Iterator[str]:
        """Write who signs, and what stands there already."""
        yield f"### {self._anchor(block.anchor)}{escaped(block.title)}" if block.title.strip() else ""
        yield emphasised(block.note)
        yield "\n".join(
            f"- {labelled(escaped(line.label), escaped(line.words) or '…', self.t)}" for line in block.lines
        )

    def _listed(self, block: ListBlock, indent: str = "") -> Iterator[str]:
        """Write a list, each inner one under the words of its entry."""
        for place, item in enumerate(block.items, 1):
            mark = f"{place}. " if block.ordered else "- "
            yield f"{indent}{mark}{self._words(item.runs)}"
            if item.inner:
                yield from self._listed(item.inner, indent + " " * len(mark))

    def _table(self, table: Table) -> Iterator[str]:
        """Write a table under its caption; cells that are the heads of their rows stand out."""
        yield f"**{escaped(table.caption)}**" if table.caption.strip() else ""
        if not table.columns:
            return
        heads = [escaped(column.meaning or column.title) for column in table.columns]
        rows = [heads, [_RULES[column.align] for column in table.columns]]
        rows += [self._band(row) if isinstance(row, Band) else self._row(row, table) for row in table.rows]
        filled = ([*row, *[""] * len(table.columns)][: len(table.columns)] for row in rows)
        yield "\n".join(f"| {' | '.join(cells)} |" for cells in filled)

    def _row(self, row: Row, table: Table) -> list[str]:
        """Write the cells of a row, the small second line of each behind its first; its anchor opens the first."""
        strong = [column.head or row.total for column in table.columns]
        cells = [
            self._beside(_strengthened(cell) if is_strong else cell, remark)
            for cell, remark, is_strong in zip(
                row.cells, chain(row.remarks, repeat(())), chain(strong, repeat(False)), strict=False
            )
        ]
        return [self._anchor(row.anchor) + cells[0], *cells[1:]] if cells else []

    def _band(self, band: Band) -> list[str]:
        """Write a band in the first cell of a row, since no cell is wider than its column."""
        return [self._anchor(band.anchor) + self._beside(_strengthened(band.runs), band.remark)]

    def _beside(self, runs: Runs, remark: Runs) -> str:
        """Write what a remark is about, and the remark behind it."""
        return " · ".join(filter(None, (self._words(runs), self._words(remark))))

    def _objected(self, block: Objected) -> Iterator[str]:
        """Write a wording with where it stands and its count, then quote what was said against it."""
        place = " · ".join(filter(None, (self._words(block.place), self._words(block.count))))
        said = f"{self._words(_strengthened(block.number))} {self._words(block.wording)}".strip()
        yield self._anchor(block.anchor) + " – ".join(filter(None, (said, place)))
        yield "\n>\n".join(
            f"> {labelled(self._words(_strengthened(objection.who)), self._words(objection.runs), self.t)}"
            for objection in block.objections
        )

    def _figure(self, figure: Figure) -> Iterator[str]:
        """Write what stands for a figure: its numbers as a table, facts as a list, and what it says."""
        yield f"**{escaped(figure.title)}**" if figure.title.strip() else ""
        yield escaped(figure.caption)
        if isinstance(figure, Facts):
            yield "\n".join(facts_list(figure.facts, self.t))
        else:
            yield from self._table(as_table(figure, self.t))
        yield f"*{escaped(figure.description)}*" if figure.description.strip() else ""


def labelled(label: str, words: str, t: Translator) -> str:
    """Write a label and what it is about, with the colon as the language sets it."""
    return t("{label}: {words}").format(label=label, words=words)


def facts_list(facts: Iterable[Fact], t: Translator) -> Iterator[str]:
    """Write numbers that speak for themselves as the lines of a list."""
    for fact in facts:
        yield f"- **{number_in_words(fact.value, t)}** {escaped(fact.label)}"


def _strengthened(runs: Sequence[Run]) -> Runs:
    """Make plain runs strong; what has a style of its own keeps it."""
    return tuple(replace(run, style=Style.STRONG) if run.style is Style.PLAIN else run for run in runs)
