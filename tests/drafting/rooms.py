"""Files to draft from: made from the kit, so that families, strands and addressees are those of the forum."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation import document as doc
from consultation.drafting import Refreshed, draft_declaration
from consultation.drafting.plan import Plan, PlannedParagraph, plan_declaration
from consultation.kits import read_kit
from consultation.language import translator
from consultation.model import (
    Commitment,
    Consultation,
    Group,
    Item,
    KnownVocabulary,
    Paragraph,
    Person,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Reservation,
    Role,
    SectionKind,
    Support,
)
from consultation.preparing import new_consultation
from consultation.reading.declaration import read_declaration
from consultation.reading.material import gather
from consultation.reading.parts import Parts, parts_of
from consultation.reading.passages import Declaration, ParagraphText
from consultation.sample import KIT
from consultation.store import Store
from tests.builders import Watch, identity

CITIZENSHIP = RecommendationSet.CITIZENSHIP
POLICY = RecommendationSet.POLICY
ADOPTED = RecommendationStatus.ADOPTED
ASIDE = RecommendationStatus.SET_ASIDE

LANGUAGES = ("en", "fr", "es")
"""The languages of the kit."""

ROOMS = ("D1-CLIMATE", "D2-WATER", "D4-CARE", "D4-HUMAN")
"""Sessions of the kit, in the order of the programme."""


@dataclass
class Ticking(Watch):
    """A watch that goes on a little whenever it is looked at, so that what is made first is older."""

    def __call__(self) -> int:
        self.now_ms += 1
        return self.now_ms


def a_room(folder: Path, who: str = "Ada") -> Store:
    """A new file made from the kit, with the usual number of letters: a copy of one that was made before."""
    path = folder / f"{who.lower()}.consult"
    path.write_bytes(_handed_out())
    return Store.open(path, identity(who), Ticking().clock())


@cache
def _handed_out() -> bytes:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "handed-out.consult"
        with new_consultation(path, read_kit(KIT), identity("Secretariat"), Ticking().clock()) as store:
            store.change(store.consultation, letters_at_most=Consultation().letters_at_most)
        return path.read_bytes()


def term(store: Store, vocabulary: KnownVocabulary, key: str) -> UUID:
    """The id of a term."""
    return next(each.id for each in store.terms(vocabulary) if each.key == key)


def addressee(store: Store, key: str) -> UUID:
    """The id of an addressee."""
    return term(store, KnownVocabulary.ADDRESSEE, key)


def strand(store: Store, key: str) -> UUID:
    """The id of a strand."""
    return term(store, KnownVocabulary.STRAND, key)


def asked(
    store: Store,
    text: str,
    chosen: RecommendationSet = CITIZENSHIP,
    language: str = "en",
    *,
    strands: tuple[str, ...] = (),
    capitals: tuple[str, ...] = (),
    addressees: tuple[str, ...] = (),
    room: str = "",
    hands: tuple[int, int, int] | None = None,
    reserved: str = "",
    **values: Any,
) -> Recommendation:
    """A recommendation with its terms and its room by their keys, and the hands for, against and abstaining."""
    made = Recommendation(
        id=store.new_id(),
        text=text,
        set=chosen,
        language=language,
        terms={
            KnownVocabulary.STRAND: [strand(store, key) for key in strands],
            KnownVocabulary.CAPITAL: [term(store, KnownVocabulary.CAPITAL, key) for key in capitals],
        },
        addressees=[addressee(store, key) for key in addressees],
        **({"session": store.session(room).id} if room else {}),
        **values,
    )
    with store.together():
        store.save(made)
        if hands:
            count(store, made, hands)
        if reserved:
            store.save(Reservation(id=store.new_id(), recommendation=made.id, text=reserved, language=language))
    return store.get(Recommendation, made.id)


def adopted(store: Store, text: str, *others: Any, **values: Any) -> Recommendation:
    """A recommendation that its room adopted."""
    return asked(store, text, *others, status=ADOPTED, **values)


def count(store: Store, recommendation: Recommendation, hands: tuple[int, int, int], **values: Any) -> Support:
    """The hands for, against and abstaining."""
    for_, against, abstain = hands
    made = Support(
        id=store.new_id(),
        recommendation=recommendation.id,
        in_favour=for_,
        against=against,
        abstain=abstain,
        **values,
    )
    store.save(made)
    return made


def grouped(store: Store, *members: Recommendation, **wording: str) -> Group:
    """Recommendations a person found to say the same, with the joint wording in each language, if any."""
    made = Group(id=store.new_id(), recommendations=[member.id for member in members], wording=wording)
    store.save(made)
    return made


def promise(store: Store, text: str, language: str = "en", **values: Any) -> Commitment:
    """A commitment somebody made."""
    made = Commitment(id=store.new_id(), text=text, language=language, **values)
    store.save(made)
    return store.get(Commitment, made.id)


def somebody(store: Store, name: str, **values: Any) -> Person:
    """A person of the list."""
    made = Person(id=store.new_id(), name=name, **values)
    store.save(made)
    return made


def present(store: Store, code: str, person: Person) -> Role:
    """Somebody who was in a room."""
    made = Role(id=store.new_id(), session=store.session(code).id, person=person.id)
    store.save(made)
    return made


def plan(store: Store, language: str = "en") -> Plan:
    """What drafting would propose."""
    return plan_declaration(gather(store), translator(language))


def planned(store: Store, language: str = "en", part: SectionKind = SectionKind.OPERATIVE) -> list[PlannedParagraph]:
    """The paragraphs drafting would propose in the sections of one part, in their order."""
    return [each for section in plan(store, language).sections if section.part is part for each in section.paragraphs]


def words_planned(store: Store, language: str = "en", part: SectionKind = SectionKind.OPERATIVE) -> list[list[str]]:
    """The items of these paragraphs."""
    return [[item.words for item in paragraph.items] for paragraph in planned(store, language, part)]


def draft(store: Store, language: str = "en") -> Refreshed:
    """Draft into the file."""
    return draft_declaration(store, translator(language))


def read(store: Store, language: str = "en") -> Declaration:
    """The declaration as it stands."""
    return read_declaration(store, translator(language))


def drafted(store: Store, language: str = "en") -> Declaration:
    """The declaration once it is drafted."""
    draft(store, language)
    return read(store, language)


def paragraphs_in(standing: Declaration, part: SectionKind = SectionKind.OPERATIVE) -> list[ParagraphText]:
    """The paragraphs of the sections of one part."""
    return [paragraph for paragraph in standing.paragraphs if paragraph.part is part]


def in_order(store: Store, language: str = "en") -> list[list[str]]:
    """The words of the items of what is asked for, paragraph by paragraph, as the declaration has them."""
    return [[item.parts.words for item in each.items] for each in paragraphs_in(read(store, language))]


def item_of(store: Store, source: Recommendation | Commitment) -> Item:
    """The one item that comes from a record, as it is kept."""
    (found,) = [each for each in store.all(Item) if source.id in (*each.sources, each.commitment)]
    return found


def paragraph_of(store: Store, source: Recommendation | Commitment) -> Paragraph:
    """The paragraph that this item stands in."""
    return store.get(Paragraph, item_of(store, source).paragraph)


def said(passage: Paragraph | Item, language: str = "en") -> str:
    """What a paragraph or an item says, as it is read."""
    return parts_of(passage, language).text


def edit(store: Store, paragraph: Paragraph, parts: Parts, language: str = "en") -> None:
    """Let a person write all the parts of a paragraph in a language."""
    paragraph = store.get(Paragraph, paragraph.id)
    store.change(
        paragraph,
        lead_in={**paragraph.lead_in, language: parts.lead_in},
        addressed={**paragraph.addressed, language: parts.addressed},
        words={**paragraph.words, language: parts.words},
    )


def reword(store: Store, passage: Paragraph | Item, words: str, language: str = "en") -> None:
    """Let a person write the words of a paragraph or an item, and nothing else of it."""
    passage = store.get(type(passage), passage.id)
    store.change(passage, words={**passage.words, language: words})


def an_item(store: Store, paragraph: Paragraph, words: str, *sources: Recommendation, **values: Any) -> Item:
    """A lettered item that a person wrote in English."""
    named = [source.id for source in sources]
    made = Item(id=store.new_id(), paragraph=paragraph.id, words={"en": words}, sources=named, **values)
    store.save(made)
    return store.get(Item, made.id)


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
