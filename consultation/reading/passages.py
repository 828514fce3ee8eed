"""What a declaration is made of, as it stands in one language: plain values, for whoever shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from consultation.model import RecommendationSet, SectionKind
from consultation.reading.parts import Parts


@dataclass(frozen=True)
class Passage:
    """What is true of a paragraph and of an item alike."""

    id: UUID
    parts: Parts
    number: str
    """What it is cited by: "12", "12 (c)"; empty where it has no number or is left out."""
    own_sources: tuple[UUID, ...]
    """The recommendations it comes from, as far as they exist; the one whose words it uses first."""
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
    pinned: bool
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
    beside: str
    """Those who act with the addressees, in words: "(with companies and cooperatives)"; empty where there are none."""

    @property
    def said(self) -> str:
        """Its words without the mark that closes them, before which those beside stand."""
        return self.parts.words.rstrip(" .;,") if self.beside else self.parts.words

    @property
    def closing(self) -> str:
        """What follows the words: those beside, and the mark that closes them."""
        return f" {self.beside}{self.parts.words[len(self.said) :]}" if self.beside else ""

    @property
    def text(self) -> str:
        """Its words with those beside, as they are read together."""
        return self.said + self.closing

    @property
    def sources(self) -> tuple[UUID, ...]:
        """The recommendations it comes from."""
        return self.own_sources


@dataclass(frozen=True)
class ParagraphText(Passage):
    """A recital, or a paragraph with or without items."""

    part: SectionKind
    set: RecommendationSet | None
    addressees: tuple[UUID, ...]
    items: tuple[ItemText, ...]

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
    """Paragraphs a person does not want in it."""
    left_out_items: tuple[ItemText, ...]
    """Items a person does not want in it, of paragraphs that stand."""
    source_numbers: Mapping[UUID, int]
    """Recommendation -> its number, from 1: by session in the order of the programme, then as they were made."""
    unused: tuple[UUID, ...]
    """Recommendations no passage comes from; those that were set aside are last."""
    unused_set_aside: int
    """How many of them were set aside."""
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
