"""A Document as Markdown that any editor reads: text to go on working with elsewhere.

Anchors are written as ``<a id>`` only where something links to them. What people wrote is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from consultation.document import (
    Align,
    Block,
    Clause,
    Document,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Recital,
    Role,
    Row,
    Run,
    Runs,
    Style,
    Table,
    text_of,
)
from consultation.language import Translator

# Not \s: the spaces that hold words together, as before a French colon, stay.
_SPACES = re.compile("[\t-\r\x1c- \x85\u2028\u2029]+")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#&$^!])")
_OPENING = re.compile(r"^([-+=:])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_MARKS = {Style.EMPHASIS: "*", Style.STRONG: "**"}
_RULES = {Align.START: "---", Align.END: "---:", Align.CENTRE: ":---:"}


def document_text(document: Document, t: Translator) -> str:
    """Write ``document``; ``t`` has the few words we add."""
    wanted = _wanted(document)
    parts = list(_front(document, t))
    for block in document.blocks:
        parts.extend(_block(block, wanted, t))
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Write ``text`` on one line so that Markdown shows it as it is."""
    line = _MARKUP.sub(r"\\\1", _SPACES.sub(" ", text).strip(" "))
    return _unnumbered(_OPENING.sub(r"\\\1", line))


def _unnumbered(line: str) -> str:
    """Keep a number at the start of a line from opening a list; Markdown lets its full stop be escaped."""
    return _NUMBERED.sub(r"\1\\\2", line)


def _front(document: Document, t: Translator) -> Iterator[str]:
    """Write the cover."""
    cover = document.cover
    if not document.final:
        yield f"**{escaped(t('DRAFT'))}**"
    yield escaped(cover.kicker)
    yield f"# {escaped(cover.title)}" if cover.title.strip() else ""
    yield f"*{escaped(cover.subtitle)}*" if cover.subtitle.strip() else ""
    yield "\n".join(f"- **{escaped(label)}**: {escaped(words)}" for label, words in cover.facts)


def _block(block: Block, wanted: frozenset[str], t: Translator) -> Iterator[str]:
    """Write one block as the parts that stand between blank lines."""
    match block:
        case Heading():
            yield f"{'#' * (min(max(block.level, 1), 3) + 1)} {_anchor(block.anchor, wanted)}{escaped(block.text)}"
        case Paragraph():
            words = _inline(block.runs, wanted)
            quiet = block.role is Role.CAPTION and words
            yield _anchor(block.anchor, wanted) + (f"*{escaped(text_of(block.runs))}*" if quiet else words)
        case Recital():
            yield _anchor(block.anchor, wanted) + _inline(block.runs, wanted)
        case Clause():
            number = f"**{escaped(block.number)}** " if block.number.strip() else ""
            yield f"{_anchor(block.anchor, wanted)}{number}{_inline(block.runs, wanted)}"
            yield "\n>\n".join(f"> {_inline(note, wanted)}" for note in block.notes)
        case ListBlock():
            marks = (f"{number}." if block.ordered else "-" for number in range(1, len(block.items) + 1))
            yield "\n".join(f"{mark} {_inline(item, wanted)}" for mark, item in zip(marks, block.items, strict=True))
        case Table():
            yield f"**{escaped(block.caption)}**" if block.caption.strip() else ""
            yield _grid(
                [escaped(column.title) for column in block.columns],
                [_RULES[column.align] for column in block.columns],
                [_cells(row, wanted) for row in block.rows],
            )
        case Figure():
            yield f"**{escaped(block.title)}**" if block.title.strip() else ""
            yield _grid(
                ["", *(escaped(series.name) for series in block.series)],
                ["---", *("---:" for _ in block.series)],
                [
                    [escaped(name), *(t.number(_value(series.values, place)) for series in block.series)]
                    for place, name in enumerate(block.categories)
                ],
            )
            yield f"*{escaped(block.description)}*" if block.description.strip() else ""
        case Note():
            yield f"> {_inline(block.runs, wanted)}"


def _value(values: tuple[int, ...], place: int) -> int:
    return values[place] if place < len(values) else 0


def _cells(row: Row, wanted: frozenset[str]) -> list[str]:
    """Write the cells of a row; its anchor opens the first."""
    cells = [_inline(cell, wanted) for cell in row.cells]
    return [_anchor(row.anchor, wanted) + cells[0], *cells[1:]] if cells else []


def _grid(titles: list[str], rules: list[str], rows: list[list[str]]) -> str:
    """Write a table."""
    if not titles:
        return ""
    filled = ([*row, *[""] * len(titles)][: len(titles)] for row in rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (titles, rules, *filled))


def _inline(runs: Runs, wanted: frozenset[str]) -> str:
    """Write runs; the spaces at their ends stay outside of the marks, where Markdown wants them."""
    words = "".join(_run(run, wanted) for run in runs)
    return _unnumbered(words.strip())


def _run(run: Run, wanted: frozenset[str]) -> str:
    words = escaped(run.text)
    if not words:
        return " " if run.text else ""
    before = " " if _SPACES.match(run.text[0]) else ""
    after = " " if _SPACES.match(run.text[-1]) else ""
    mark = _MARKS.get(run.style, "")
    if run.style is Style.REFERENCE:
        if run.target in wanted:
            words = f"[{words}](#{_fragment(run.target)})"
        elif any(character.isalnum() for character in words):
            words = f"<sup>{words}</sup>"
    return f"{before}{mark}{words}{mark}{after}"


def _anchor(anchor: str, wanted: frozenset[str]) -> str:
    return f'<a id="{_fragment(anchor)}"></a>' if anchor in wanted else ""


def _fragment(anchor: str) -> str:
    """Make an anchor safe inside a link."""
    return re.sub(r"[^\w.-]", lambda match: f"_{ord(match.group()):x}", anchor)


def _wanted(document: Document) -> frozenset[str]:
    """Find the anchors of this document that something links to."""
    targets = {run.target for block in document.blocks for run in _runs(block)}
    return frozenset(targets & {anchor for block in document.blocks for anchor in _anchors(block)} - {""})


def _anchors(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph() | Recital() | Clause():
            yield block.anchor
        case Table():
            yield from (row.anchor for row in block.rows)


def _runs(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph() | Recital() | Note():
            yield from block.runs
        case Clause():
            yield from (run for runs in (block.runs, *block.notes) for run in runs)
        case ListBlock():
            yield from (run for runs in block.items for run in runs)
        case Table():
            yield from (run for row in block.rows for runs in row.cells for run in runs)
