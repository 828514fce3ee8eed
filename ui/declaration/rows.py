"""The rows of the declaration to read: its titles, and its paragraphs each followed by its items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import overload
from uuid import UUID

from consultation.composing.references import RESERVED
from consultation.language import Translator
from consultation.model import Item, Paragraph
from consultation.reading.declaration import UNNUMBERED
from consultation.reading.needs import Need, Needs
from consultation.reading.parts import Parts
from consultation.reading.passages import Declaration, ItemText, ParagraphText, Passage, SectionText
from consultation.reading.saying import Fragment, Saying, say_item, say_paragraph
from consultation.store import Store

STYLES = {
    Saying.OPENING: "opening",
    Saying.WHO: "who",
    Saying.AWAITING: "foreign",
    Saying.LABEL: "bracket",
    Saying.BRACKET: "bracket",
    Saying.CONFLICT: "conflict",
}


@dataclass(frozen=True)
class Piece:
    """Words of a row that are drawn alike."""

    text: str
    style: str = ""
    """"opening", "who" (commits themselves), "foreign" (in another language than the document, or of an earlier text),
    "bracket" (what is said of them), "conflict" (a bracket around one of several wordings), "hands", "sources"."""


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
    led_by: ParagraphText | None = None
    """The paragraph whose only item it is: it runs on from its phrase, and both are one row."""
    pieces: tuple[Piece, ...] = ()
    """What is drawn: the text, its sources, and what is to be known of its language."""
    needs: tuple[Need, ...] = ()
    note: str = ""
    """Stands under the words, which nobody has adopted yet."""

    @property
    def id(self) -> UUID | None:
        """The id of the paragraph or item."""
        return self.passage.id if self.passage else None

    @property
    def ids(self) -> tuple[UUID, ...]:
        """All that stands in it."""
        return tuple(passage.id for passage in (self.passage, self.led_by) if passage is not None)

    @property
    def lettered(self) -> bool:
        """It is an item of several, which stands under its paragraph."""
        return isinstance(self.passage, ItemText) and self.led_by is None

    @property
    def paragraph(self) -> ParagraphText | None:
        """The paragraph that it is, or that leads to it alone."""
        return self.passage if isinstance(self.passage, ParagraphText) else self.led_by

    @property
    def item(self) -> ItemText | None:
        """The item that it is."""
        return self.passage if isinstance(self.passage, ItemText) else None

    @property
    def parts(self) -> Parts:
        """What can be edited in it, in the order in which it is read."""
        own = self.passage.parts if self.passage else Parts()
        if self.led_by is None:
            return own
        phrase = self.led_by.leads_on.removeprefix(self.led_by.parts.lead_in).strip()
        return replace(self.led_by.parts, addressed=phrase, words=own.words)

    @property
    def is_edited(self) -> bool:
        """A person has changed what drafting proposed for it."""
        return any(passage is not None and passage.edited for passage in (self.passage, self.led_by))

    @property
    def opening(self) -> str:
        """What opens it, set in italics."""
        return self.parts.lead_in

    @property
    def drawn(self) -> str:
        """All that is drawn of it in one line of text."""
        return "".join(piece.text for piece in self.pieces)


def rows_of(
    standing: Declaration, needs: Needs, t: Translator, hands: Mapping[UUID, str] | None = None, declares: str = ""
) -> tuple[TextRow, ...]:
    """Return the rows of a declaration; ``t`` speaks its language.

    ``hands`` tells of an item that was not agreed what was counted for it; ``declares`` leads from the preamble to
    what is declared.
    """
    waiting: dict[UUID, list[Need]] = {}
    for need, passages in needs.passages.items():
        for passage in passages:
            waiting.setdefault(passage, []).append(need)
    return tuple(_Rows(standing, waiting, t, hands or {}, declares).all())


def pieces_of(said: Iterable[Fragment]) -> Iterator[Piece]:
    """Draw what is said."""
    for fragment in said:
        yield Piece(fragment.text, STYLES.get(fragment.saying, "foreign" if fragment.language else ""))


@overload
def record_of(store: Store, passage: ItemText) -> Item: ...
@overload
def record_of(store: Store, passage: ParagraphText) -> Paragraph: ...
@overload
def record_of(store: Store, passage: Passage) -> Paragraph | Item: ...
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
    hands: Mapping[UUID, str]
    declares: str

    def all(self) -> Iterator[TextRow]:
        before: SectionText | None = None
        for section in self.standing.sections:
            opens = section.part not in UNNUMBERED
            if self.declares and opens and before is not None and before.part in UNNUMBERED:
                yield TextRow(self.declares, pieces=(Piece(self.declares, "opening"),))
            goes_on = before is not None and not opens  # the recitals go on in the sentence of the preamble
            before = section
            for title in () if goes_on else section.titles:
                yield TextRow(title.text, title.level, str(title.set or ""), pieces=(Piece(title.text),))
            for paragraph in section.paragraphs:
                yield from self._paragraph(paragraph, str(section.set or ""))

    def _paragraph(self, paragraph: ParagraphText, tone: str) -> Iterator[TextRow]:
        items = paragraph.items
        if len(items) == 1 and not items[0].letter:
            yield self._row(items[0], tone, paragraph.number, paragraph)
            return
        yield self._row(paragraph, tone, paragraph.number)
        for item in items:
            yield self._row(item, tone, self.t.letter(item.letter))

    def _row(
        self, passage: ParagraphText | ItemText, tone: str, label: str, led_by: ParagraphText | None = None
    ) -> TextRow:
        pieces = (*self._leading(led_by), *self._said(passage), self._sources(passage))
        here: tuple[Passage, ...] = (passage, led_by) if led_by else (passage,)
        return TextRow(
            f"{led_by.leads_on} {passage.text}" if led_by else passage.text,
            0,
            tone,
            label,
            passage,
            led_by,
            tuple(piece for piece in pieces if piece.text),
            tuple(need for each in here for need in self.needs.get(each.id, ())),
            self._note(passage),
        )

    def _leading(self, paragraph: ParagraphText | None) -> Iterator[Piece]:
        """Write the phrase that the only item of a paragraph runs on from."""
        if paragraph is not None:
            yield Piece(paragraph.parts.lead_in, "opening")
            yield Piece(f"{paragraph.leads_on.removeprefix(paragraph.parts.lead_in)} ")

    def _said(self, passage: ParagraphText | ItemText) -> Iterator[Piece]:
        if isinstance(passage, ParagraphText):
            yield from pieces_of(say_paragraph(passage, passage.text, self.t))
            return
        yield from pieces_of(say_item(passage, self.t))
        hands = self.hands.get(passage.id, "")
        yield Piece(f"\n{hands}" if hands else "", "hands")

    def _note(self, passage: Passage) -> str:
        if isinstance(passage, ParagraphText) and passage.is_proposed:
            return self.t("Proposed by the secretariat until adopted.")
        return ""

    def _sources(self, passage: Passage) -> Piece:
        """Name the sources by their numbers, as the document does."""
        numbers = self.standing.source_numbers
        known = sorted((numbers[source], source in passage.reserved) for source in passage.own_sources)
        if not known:
            return Piece("")
        said = ", ".join(self.t.number(number) + RESERVED * reserved for number, reserved in known)
        return Piece(f"  [{said}]".replace(" ", "\u00a0"), "sources")
