"""The declaration and the other documents as they are being written, and what people say of them."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, with_config
from typing_extensions import TypedDict

from consultation.model.choices import (
    AmendmentProposal,
    CommentState,
    DocumentKind,
    RecommendationSet,
    SectionKind,
)
from consultation.model.record import (
    Count,
    IdText,
    Labels,
    LanguageCode,
    Moment,
    Packed,
    Rank,
    Record,
    Text,
    Words,
    choice,
    ids,
    labels,
    link,
    listing,
    mapping,
    moment,
    needed_choice,
    reference,
)


@with_config(extra="forbid")
class Phrase(TypedDict):
    """The parts of a paragraph in one language, in the order in which they are read."""

    lead_in: Text
    """The participle or verb that opens it."""
    addressed: Text
    """To whom, with the words that join them to what follows."""
    words: Text


@with_config(extra="forbid")
class Rendering(TypedDict):
    """Who put words into a language, and from what."""

    by: IdText
    of: Text
    """`fingerprint` of the words in the original language."""
    machine: bool


def _parted(value: object) -> object:
    """Version 1 kept a clause as one text, its opening between asterisks."""
    if not isinstance(value, str):
        return value
    opening, rest = parted_opening(value)
    return {"lead_in": opening, "addressed": "", "words": rest}


def parted_opening(text: str) -> tuple[str, str]:
    """Part a text that opens between asterisks ("*Recalling* the ...") into its opening and the rest."""
    if text.startswith("*") and (end := text.find("*", 1)) > 1:
        return text[1:end], text[end + 1 :].strip()
    return "", text


CLOSE = (",", ";", ":")
"""What stands close to the word before it."""


def read_together(phrase: Phrase) -> str:
    """Return the parts of a paragraph as they are read: one after the other, a comma close to what it follows."""
    rest = " ".join(part for part in (phrase["addressed"], phrase["words"]) if part)
    between = " " if phrase["lead_in"] and rest and not rest.startswith(CLOSE) else ""
    return f"{phrase['lead_in']}{between}{rest}"


Phrases = dict[Text, Annotated[Phrase, BeforeValidator(_parted)]]
"""Language of the document -> the parts of a paragraph."""

Renderings = dict[Text, Rendering]
"""Language of the document -> how its words came about, where they are a translation."""


class Section(Record, table=True):
    """A part of a document that is being written."""

    document: DocumentKind = choice(DocumentKind, DocumentKind.DECLARATION)
    part: SectionKind = needed_choice(SectionKind)
    title: Labels = labels()
    """Where it is not that of its set, strand or family."""
    set: RecommendationSet | None = choice(RecommendationSet)
    strand: UUID | None = reference()
    family: UUID | None = reference()
    """The family of addressees it speaks to."""
    criterion: UUID | None = reference()
    """Takeaway documents: which of them."""
    rank: Rank = 0
    drafted_rank: Rank | None = None
    """Where drafting last put it among the others: where it stands elsewhere, a person has moved it."""


class Paragraph(Record, table=True):
    """A recital, or a numbered paragraph with or without lettered items."""

    section: UUID = link()
    rank: Rank = 0
    strand: UUID | None = reference()
    """The strand its items belong to."""
    drafted_section: UUID | None = reference()
    drafted_rank: Rank | None = None
    """Where drafting last put it: where it stands elsewhere, a person has moved it. None where drafting never has."""
    lead_in: Labels = labels()
    addressees: list[UUID] = ids()
    addressed: Labels = labels()
    """The whole phrase that leads to what they are asked ("We call on national governments to:")."""
    words: Labels = labels()
    drafted: Phrases = mapping()
    """As drafting last proposed it: where the parts above differ, a person has edited them."""
    sources: list[UUID] = ids()
    """The recommendations it comes from, the one whose words it uses first; with items, these name theirs."""
    untranslated: Labels = labels()
    """Language of the document -> language the words are in, where no translation was there."""
    renderings: Renderings = mapping()
    left_out: bool = False
    """A person does not want it in the document; drafting does not bring it back."""
    left_out_in: list[LanguageCode] = listing()
    """The languages in which alone a person does not want it; its number stays free there."""
    pinned: bool = False
    """A person wants it there, and where it is."""
    adopted: bool = False
    """A person has adopted what the kit or drafting proposed as the consultation's own words."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("lead_in", "addressed", "words")


class Item(Record, table=True):
    """A lettered item of a paragraph."""

    paragraph: UUID = link()
    rank: Rank = 0
    words: Labels = labels()
    drafted: Labels = labels()
    """As drafting last proposed it: where ``words`` differ, a person has edited them."""
    drafted_paragraph: UUID | None = reference()
    drafted_rank: Rank | None = None
    """Where drafting last put it, as with a paragraph."""
    co_addressees: list[UUID] = ids()
    sources: list[UUID] = ids()
    """The recommendations it comes from, the leading one first."""
    drafted_sources: list[UUID] = ids()
    """As drafting last proposed them: a person may have added some and taken others out."""
    commitment: UUID | None = reference()
    """The commitment it states: by whom and by when is said from there."""
    untranslated: Labels = labels()
    renderings: Renderings = mapping()
    left_out: bool = False
    left_out_in: list[LanguageCode] = listing()
    pinned: bool = False

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("words",)


class Comment(Record, table=True):
    """A remark on a part of a document, or on any record."""

    about: UUID = link()
    text: Words
    language: LanguageCode = ""
    person: UUID | None = reference()
    who: Text = ""
    state: CommentState = choice(CommentState, CommentState.OPEN)

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "who")


class Amendment(Record, table=True):
    """A change to a paragraph or item that somebody proposes."""

    about: UUID = link()
    edition: UUID | None = reference()
    """The edition it is proposed to."""
    person: UUID | None = reference()
    organisation: UUID | None = reference()
    who: Text = ""
    """Where neither is a record."""
    words: Labels = labels()
    """The wording that is proposed; empty to strike it out."""
    reason: Text = ""
    proposal: AmendmentProposal = choice(AmendmentProposal, AmendmentProposal.UNDECIDED)
    """What the committee proposes to do with it."""
    why: Text = ""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("words", "reason", "who")


Texts = dict[Text, list[IdText]]
"""Language -> ids of the records of `EditionText` that hold what an edition says in it, in order."""


class Edition(Record, table=True):
    """A frozen, numbered state of a document."""

    document: DocumentKind = choice(DocumentKind, DocumentKind.DECLARATION)
    number: Count
    name: Text = ""
    """"Zero draft", "first draft"."""
    frozen_at: Moment | None = moment()
    language: LanguageCode = ""
    """The one its number and mark are first read in."""
    final: bool = False
    note: Text = ""
    revisions: Text = ""
    """Digest of the set of revisions it was frozen from."""
    texts: Texts = mapping()
    """Empty where its text was never in this file: an edition that somebody wrote elsewhere and noted here."""


class EditionText(Record, table=True):
    """A part of what an edition says in one language, as it was composed when it was frozen.

    Its id is made of what it holds, and the id of the edition of the ids it names: neither can become another.
    """

    language: LanguageCode = ""
    packed: Packed = ""
    """Of a `consultation.document.Document`, as `document.keeping` writes it, compressed and cut into parts."""
