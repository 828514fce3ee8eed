"""The rows of the declaration to read: its titles, and its paragraphs each followed by its items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from consultation.language import Translator
from consultation.model import Item, Paragraph
from consultation.reading.needs import Need, Needs
from consultation.reading.passages import Declaration, ItemText, ParagraphText, Passage
from consultation.store import Store

MOST_MARKS = 3
RESERVED = "†"
"""Stands after the number of a source against which there are reservations."""


@dataclass(frozen=True)
class Piece:
    """Words of a row that are drawn alike."""

    text: str
    style: str = ""
    """"opening", "foreign" (in another language than the document), "bracket" (what is said of them), "sources"."""


@dataclass(frozen=True)
class TextRow:
    """A title, a paragraph or an item."""

    text: str
    level: int = 0
    """1 or 2 for titles, 0 for the others."""
    tone: str = ""
    """The set it belongs to, as the theme calls it."""
    label: str = ""
    """The number or letter in the document; preamble and recitals have none."""
    passage: ParagraphText | ItemText | None = None
    pieces: tuple[Piece, ...] = ()
    """What is drawn: the text, its sources, and what is to be known of its language."""
    needs: tuple[Need, ...] = ()

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

    @property
    def drawn(self) -> str:
        """All that is drawn of it in one line of text."""
        return "".join(piece.text for piece in self.pieces)


def rows_of(standing: Declaration, needs: Needs, t: Translator) -> tuple[TextRow, ...]:
    """Return the rows of a declaration; ``t`` speaks its language."""
    waiting: dict[UUID, list[Need]] = {}
    for need, passages in needs.passages.items():
        for passage in passages:
            waiting.setdefault(passage, []).append(need)
    return tuple(_Rows(standing, waiting, t).all())


def record_of(store: Store, passage: Passage) -> Paragraph | Item:
    """Return the record that a paragraph or an item was read from."""
    return store.get(Item, passage.id) if isinstance(passage, ItemText) else store.get(Paragraph, passage.id)


def place_of(passage: Passage, t: Translator) -> str:
    """Say briefly what a passage is called: "12", "12 (c)", "Recital"."""
    return passage.number or t("Recital")


@dataclass(frozen=True)
class _Rows:
    standing: Declaration
    needs: Mapping[UUID, list[Need]]
    t: Translator

    def all(self) -> Iterator[TextRow]:
        for section in self.standing.sections:
            tone = str(section.set or "")
            for title in section.titles:
                yield TextRow(title.text, title.level, str(title.set or ""), pieces=(Piece(title.text),))
            for paragraph in section.paragraphs:
                yield self._row(paragraph, tone, paragraph.number)
                for item in paragraph.items:
                    yield self._row(item, tone, self.t.letter(item.letter) if item.letter else "")

    def _row(self, passage: ParagraphText | ItemText, tone: str, label: str) -> TextRow:
        pieces = tuple(piece for piece in (*self._words(passage), self._sources(passage)) if piece.text)
        needs = tuple(self.needs.get(passage.id, ()))
        return TextRow(passage.text, 0, tone, label, passage, pieces, needs)

    def _words(self, passage: ParagraphText | ItemText) -> Iterator[Piece]:
        parts, text = passage.parts, passage.text
        yield Piece(parts.lead_in, "opening")
        rest = text.removeprefix(parts.lead_in)
        if not passage.other_language:
            yield Piece(rest)
            return
        language = self.t.language_name(passage.other_language)
        yield Piece(rest.removesuffix(parts.words) if isinstance(passage, ParagraphText) else "")
        yield Piece(self.t("[to be translated from {language}: ").format(language=language), "bracket")
        yield Piece(parts.words, "foreign")
        yield Piece("]", "bracket")
        yield Piece(passage.closing if isinstance(passage, ItemText) else "")

    def _sources(self, passage: Passage) -> Piece:
        """Name the sources by their numbers, as the document does; where there are many, only how many."""
        numbers = self.standing.source_numbers
        known = sorted((numbers[source], source in passage.reserved) for source in passage.own_sources)
        if not known:
            return Piece("")
        if len(known) > MOST_MARKS:
            said = self.t.plural("{count} source", "{count} sources", len(known))
        else:
            said = ", ".join(self.t.number(number) + RESERVED * reserved for number, reserved in known)
        return Piece(f"  [{said}]".replace(" ", "\u00a0"), "sources")
