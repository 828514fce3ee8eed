"""Files to draft from: made from the kit, so that verbs, strands and addressees are those of the forum."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation import document as doc
from consultation.drafting.plan import PlannedParagraph, PlannedSection, plan_declaration
from consultation.kits import read_kit
from consultation.language import translator
from consultation.model import (
    Item,
    KnownVocabulary,
    Paragraph,
    Recommendation,
    RecommendationSet,
    Reservation,
    SectionKind,
    Support,
)
from consultation.preparing import new_consultation
from consultation.reading.material import gather
from consultation.reading.parts import Parts, parts_of
from consultation.sample import KIT
from consultation.store import Store
from tests.builders import Watch, identity

CITIZENSHIP = RecommendationSet.CITIZENSHIP
POLICY = RecommendationSet.POLICY


@dataclass
class Ticking(Watch):
    """A watch that goes on a little whenever it is looked at, so that what is made first is older."""

    def __call__(self) -> int:
        self.now_ms += 1
        return self.now_ms


def a_room(folder: Path, who: str = "Ada") -> Store:
    """A new file made from the kit: a copy of one that was made before, which is quicker."""
    path = folder / f"{who.lower()}.consult"
    path.write_bytes(_handed_out())
    return Store.open(path, identity(who), Ticking().clock())


@cache
def _handed_out() -> bytes:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "handed-out.consult"
        new_consultation(path, read_kit(KIT), identity("Secretariat"), Ticking().clock()).close()
        return path.read_bytes()


def term(store: Store, vocabulary: KnownVocabulary, key: str) -> UUID:
    """The id of a term."""
    return next(one.id for one in store.terms(vocabulary) if one.key == key)


def asked(
    store: Store,
    text: str,
    chosen: RecommendationSet = CITIZENSHIP,
    language: str = "en",
    *,
    strands: tuple[str, ...] = (),
    capitals: tuple[str, ...] = (),
    addressees: tuple[str, ...] = (),
    hands: tuple[int, int, int] | None = None,
    reserved: str = "",
    **values: Any,
) -> Recommendation:
    """A recommendation with its terms by their keys, and the hands for, against and abstaining."""
    one = Recommendation(
        id=store.new_id(),
        text=text,
        set=chosen,
        language=language,
        terms={
            KnownVocabulary.STRAND: [term(store, KnownVocabulary.STRAND, key) for key in strands],
            KnownVocabulary.CAPITAL: [term(store, KnownVocabulary.CAPITAL, key) for key in capitals],
        },
        addressees=[term(store, KnownVocabulary.ADDRESSEE, key) for key in addressees],
        **values,
    )
    with store.together():
        store.save(one)
        if hands:
            for_, against, abstain = hands
            counted = Support(
                id=store.new_id(), recommendation=one.id, in_favour=for_, against=against, abstain=abstain
            )
            store.save(counted)
        if reserved:
            store.save(Reservation(id=store.new_id(), recommendation=one.id, text=reserved, language=language))
    return store.get(Recommendation, one.id)


def plan(store: Store, language: str = "en") -> list[PlannedSection]:
    """What drafting would propose."""
    return plan_declaration(gather(store), translator(language))


def planned(store: Store, language: str = "en", part: SectionKind = SectionKind.OPERATIVE) -> list[PlannedParagraph]:
    """The paragraphs drafting would propose in the sections of one part, in their order."""
    return [each for section in plan(store, language) if section.part is part for each in section.paragraphs]


def said(paragraph: Paragraph | Item, language: str = "en") -> str:
    """What a paragraph or an item says, as it is read."""
    return parts_of(paragraph, language).text


def edit(store: Store, paragraph: Paragraph, parts: Parts, language: str = "en") -> None:
    """Let a person write all the parts of a paragraph in a language."""
    paragraph = store.get(Paragraph, paragraph.id)
    store.change(
        paragraph,
        lead_in={**paragraph.lead_in, language: parts.lead_in},
        addressed={**paragraph.addressed, language: parts.addressed},
        words={**paragraph.words, language: parts.words},
    )


def reword(store: Store, paragraph: Paragraph, words: str, language: str = "en") -> None:
    """Let a person write the words of a paragraph, and nothing else of it."""
    paragraph = store.get(Paragraph, paragraph.id)
    store.change(paragraph, words={**paragraph.words, language: words})


def an_item(store: Store, paragraph: Paragraph, words: str, *sources: Recommendation, **values: Any) -> Item:
    """A lettered item that a person wrote in English."""
    named = [source.id for source in sources]
    made = Item(id=store.new_id(), paragraph=paragraph.id, words={"en": words}, sources=named, **values)
    store.save(made)
    return store.get(Item, made.id)


def texts(store: Store, language: str = "en") -> list[str]:
    """The paragraphs of the draft that come from recommendations, as they stand."""
    return [said(each, language) for each in operative(store) if language in each.words]


def operative(store: Store) -> list[Paragraph]:
    """The paragraphs of the draft that name a source, by their place."""
    return sorted(
        (each for each in store.all(Paragraph, left_out=False) if each.sources),
        key=lambda each: (each.section, each.rank, each.id),
    )


def runs_of(document: doc.Document) -> Iterator[doc.Run]:
    """Every run of a document."""
    for block in document.blocks:
        yield from doc.runs_of(block)


def anchors_of(document: doc.Document) -> list[str]:
    """Every anchor of a document."""
    return [anchor for block in document.blocks for anchor in doc.anchors_of(block)]


def clauses_of(document: doc.Document) -> list[doc.NumberedParagraph]:
    """The numbered paragraphs of a document."""
    return [block for block in document.blocks if isinstance(block, doc.NumberedParagraph)]
