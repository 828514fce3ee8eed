"""The rows of the declaration to read: its titles, and its paragraphs each followed by its items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from consultation.language import Translator
from consultation.model import Item, Paragraph
from consultation.reading.passages import Declaration, ItemText, ParagraphText
from consultation.store import Store
from consultation.words import choice_name


@dataclass(frozen=True)
class TextRow:
    """A title, a paragraph or an item."""

    text: str
    short: str = ""
    """The same in few words, for the outline."""
    level: int = 0
    """1 or 2 for titles, 0 for the others."""
    tone: str = ""
    """The set it belongs to, as the theme calls it."""
    label: str = ""
    """The number or letter in the document; preamble and recitals have none."""
    passage: ParagraphText | ItemText | None = None

    @property
    def id(self) -> UUID | None:
        """The id of the paragraph or item."""
        return self.passage.id if self.passage else None

    @property
    def lettered(self) -> bool:
        """It is an item, which stands under its paragraph."""
        return isinstance(self.passage, ItemText)

    @property
    def opening(self) -> str:
        """What opens it, set in italics."""
        return self.passage.parts.lead_in if self.passage else ""


def rows_of(standing: Declaration, t: Translator) -> tuple[TextRow, ...]:
    """Return the rows of a declaration; ``t`` speaks its language."""
    return tuple(_rows(standing, t))


def left_out_rows(standing: Declaration) -> list[TextRow]:
    """Return what a person does not want in a declaration."""
    paragraphs = [TextRow(paragraph.text, passage=paragraph) for paragraph in standing.left_out]
    return [*paragraphs, *(TextRow(item.text, passage=item) for item in standing.left_out_items)]


def record_of(store: Store, passage: ParagraphText | ItemText) -> Paragraph | Item:
    """Return the record that a paragraph or an item was read from."""
    return store.get(Item, passage.id) if isinstance(passage, ItemText) else store.get(Paragraph, passage.id)


def _rows(standing: Declaration, t: Translator) -> Iterator[TextRow]:
    for section in standing.sections:
        tone = str(section.set or "")
        for title in section.titles:
            short = choice_name(t, title.set) if title.set and title.level == 1 else title.text
            yield TextRow(title.text, short, title.level, str(title.set or ""))
        for paragraph in section.paragraphs:
            words = paragraph.parts.words if section.set else ""
            short = f"{words[:1].upper()}{words[1:]}"  # the paragraphs of a set all open in the same way
            yield TextRow(paragraph.text, short or paragraph.text, 0, tone, paragraph.number, paragraph)
            for item in paragraph.items:
                yield TextRow(item.text, item.text, 0, tone, t.letter(item.letter) if item.letter else "", item)
