"""What a declaration is made of, as it stands in one language: plain values, for whoever shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.model import RecommendationSet, Rendering, SectionKind
from consultation.reading.parts import Parts


class State(StrEnum):
    """Whether the words of a passage may stand as they are; all but the first stand in square brackets."""

    SETTLED = "settled"
    UNTRANSLATED = "untranslated"
    """They are in another language."""
    STALE = "stale"
    """They translate an earlier text."""
    IN_CONFLICT = "in_conflict"
    """People have written different words, and nobody has chosen among them."""


@dataclass(frozen=True)
class Passage:
    """What is true of a paragraph and of an item alike."""

    id: UUID
    parts: Parts
    number: str
    """What it is cited by: "12", "12 (c)"; empty where it has no number or is left out."""
    own_sources: tuple[UUID, ...]
    """The recommendations it comes from, as far as they exist; the leading one first."""
    reservations: int
    """Against its own sources."""
    reserved: frozenset[UUID]
    """Those of its own sources against which there are reservations."""
    edited: bool
    """A person has changed what drafting proposed; of what a person wrote there was no proposal."""
    proposed: Parts | None
    """What drafting proposes, where a person has written something else."""
    other_language: str
    """The language its words are in, where that is not the document's."""
    state: State
    original: str
    """The words it translates, as they are now; empty where its words are nobody's translation."""
    original_language: str
    rendering: Rendering | None
    """Who translated it, and of what; None where nobody did."""
    versions: tuple[str, ...]
    """The wordings among which nobody has chosen."""
    pinned: bool
    moved: bool
    """A person has put it where it is."""
    left_out_in: tuple[str, ...]
    """The languages in which alone it is left out."""
    also_in: tuple[str, ...]
    """The other languages in which it says something."""

    @property
    def text(self) -> str:
        """Its parts as they are read together."""
        return self.parts.text


@dataclass(frozen=True)
class ItemText(Passage):
    """An item of a paragraph."""

    paragraph: UUID
    letter: str
    """Bare ("c"); the only item of a paragraph has none and runs on from the lead-in."""
    opening: str
    """Before the words, of a commitment: by when and who ("by 31 March 2022, the Municipality of Kütahya:")."""
    committed: str
    """Of a commitment, who: the part of ``opening`` that stands out."""
    beside: str
    """Those who act with the addressees, in words: "(with companies and cooperatives)"; empty where there are none."""
    mark: str
    """What closes it: ";" or ".", as its language sets it; nothing after what is quoted."""
    quoted: bool
    """It stands in the words of the room: what was not agreed."""
    commitment: UUID | None

    @property
    def said(self) -> str:
        """Its words alone, without a mark that would close them twice."""
        return self.parts.words.rstrip(" .;,") if self.mark else self.parts.words

    @property
    def closing(self) -> str:
        """What follows the words: those beside, and the mark that closes them."""
        return f" {self.beside}{self.mark}" if self.beside else self.mark

    @property
    def text(self) -> str:
        """Its words with what opens and closes them, as they are read together."""
        return f"{self.opening} {self.said}{self.closing}".strip()

    @property
    def sources(self) -> tuple[UUID, ...]:
        """The recommendations it comes from."""
        return self.own_sources


@dataclass(frozen=True)
class ParagraphText(Passage):
    """A recital, or a paragraph with or without items."""

    section: UUID
    part: SectionKind
    set: RecommendationSet | None
    family: UUID | None
    strand: UUID | None
    strand_name: str
    addressees: tuple[UUID, ...]
    items: tuple[ItemText, ...]
    is_proposed: bool
    """It says what the kit or drafting has ready, and no person has adopted it yet."""
    runs_on: bool
    """Its phrase asks for an infinitive, so that its only item goes on in the sentence."""

    @property
    def leads_on(self) -> str:
        """Its words up to its items; where the only one runs on, without the colon that leads to a list."""
        return self.text.rstrip(" :\u00a0\u202f：") if self.runs_on and not self.items[0].letter else self.text

    @property
    def sources(self) -> tuple[UUID, ...]:
        """The recommendations it and its items come from, each once."""
        return tuple(
            dict.fromkeys([*self.own_sources, *(source for item in self.items for source in item.own_sources)])
        )


@dataclass(frozen=True)
class Title:
    """What stands above a section: 1 opens a part of the declaration, 2 a section of it."""

    level: int
    text: str
    set: RecommendationSet | None = None


@dataclass(frozen=True)
class SectionText:
    """A section and the paragraphs that stand in it."""

    id: UUID
    part: SectionKind
    set: RecommendationSet | None
    family: UUID | None
    brief: str
    """Its title where the declaration stands on a page ("We undertake to")."""
    titles: tuple[Title, ...]
    """None where the section before it goes on."""
    paragraphs: tuple[ParagraphText, ...]


@dataclass(frozen=True)
class Citation:
    """A passage that names a source, and its number."""

    number: str
    passage: UUID


@dataclass(frozen=True)
class Declaration:
    """The declaration in one language."""

    language: str
    is_made: bool
    """It has been drafted in this language, be it that every paragraph was left out since."""
    sections: tuple[SectionText, ...]
    left_out: tuple[ParagraphText, ...]
    """Paragraphs a person does not want in it, or not in this language."""
    left_out_items: tuple[ItemText, ...]
    """Items a person does not want in it, or not in this language, of paragraphs that stand."""
    source_numbers: Mapping[UUID, int]
    """Recommendation -> its number, from 1: by session in the order of the programme, then as they were made."""
    unused: tuple[UUID, ...]
    """Recommendations no passage comes from; those that were set aside are last."""
    unused_agreed: tuple[UUID, ...]
    """Those of them that a room adopted; where none was adopted anywhere, all that were not set aside."""
    languages: Mapping[str, int]
    """Every language it is drafted in -> how many paragraphs stand in it, those that people wrote among them."""

    @property
    def paragraphs(self) -> list[ParagraphText]:
        """The paragraphs, in their order."""
        return [paragraph for section in self.sections for paragraph in section.paragraphs]

    @property
    def passages(self) -> list[ParagraphText | ItemText]:
        """The paragraphs, each followed by its items."""
        found: list[ParagraphText | ItemText] = []
        for paragraph in self.paragraphs:
            found += [paragraph, *paragraph.items]
        return found

    @property
    def edited(self) -> int:
        """How many passages a person has edited."""
        return sum(passage.edited for passage in self.passages)

    def citations(self) -> dict[UUID, list[Citation]]:
        """Return, for every source that is named, the numbered passages that name it, in their order."""
        cited: dict[UUID, list[Citation]] = {}
        for passage in self.passages:
            for source in passage.own_sources if passage.number else ():
                cited.setdefault(source, []).append(Citation(passage.number, passage.id))
        return cited
