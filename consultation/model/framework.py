"""What a consultation is about and who holds it: its frame, its vocabularies, the organisations and the people."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, with_config
from typing_extensions import TypedDict

from consultation.model.choices import (
    Arrangement,
    Fact,
    Gender,
    OrganisationPart,
    ReferenceKind,
    ResultState,
    StatementKind,
    Voice,
)
from consultation.model.record import (
    Count,
    Day,
    DayText,
    IdText,
    Key,
    Labels,
    LanguageCode,
    MonthText,
    Rank,
    Record,
    Tagged,
    Text,
    TimeZone,
    Words,
    choice,
    chosen_from,
    day,
    derived_id,
    ids,
    labels,
    link,
    listing,
    reference,
)


@with_config(extra="forbid")
class Statement(TypedDict):
    """A sentence that has to stand on every document."""

    kind: StatementKind
    text: Labels
    organisation: IdText
    """Whose statement it is."""


def _with_needs(value: object) -> object:
    """Until version 2.0 a recital was its words alone."""
    if isinstance(value, dict) and not isinstance(value.get("text"), dict):
        return {"text": value, "needs": []}
    return value


@with_config(extra="forbid")
class _Recital(TypedDict):
    """A recital as the consultation has it ready."""

    text: Labels
    """Opened by its participle between asterisks: "*Recalling* the ..."."""
    needs: list[Fact]
    """What the file must prove, so that it may be said."""


Recital = Annotated[_Recital, BeforeValidator(_with_needs)]


@with_config(extra="forbid")
class Mandate(TypedDict):
    """An office an organisation holds in a network, and when."""

    what: Labels
    starts: DayText
    ends: DayText


@with_config(extra="forbid")
class Function(TypedDict):
    """What a person is, where, and when."""

    title: Text
    organisation: IdText
    starts: DayText
    ends: DayText


class Consultation(Record, table=True):
    """The whole process, from kit to declaration."""

    title: Labels = labels()
    host: Labels = labels()
    organisers: list[Labels] = listing()
    """In words, where no `Organisation` has this part."""
    partners: list[Labels] = listing()
    """In words, where no `Organisation` has this part."""
    place: Labels = labels()
    starts: Day | None = day()
    ends: Day | None = day()
    time_zone: TimeZone = "UTC"
    languages: list[Text] = listing()
    purpose: Labels = labels()
    declaration_name: Labels = labels()
    opening: Labels = labels()
    """The whole opening sentence of the declaration, where it is not put together from the facts."""
    recitals: list[Recital] = listing()
    declares: Labels = labels()
    """What leads from the recitals to the text: "Declare the following:"."""
    reporting: Labels = labels()
    """How, when and to whom those who sign it will report."""
    arranged_by: Arrangement = choice(Arrangement, Arrangement.FAMILY)
    letters_at_most: Count = 6
    """How many items a paragraph of the declaration has at most, where no person wants more."""
    objections_until: Day | None = day()
    """The day until which one may object to what was put together."""
    common_ground: Labels = labels()
    """What both sets of recommendations rest on."""
    common_ground_terms: list[UUID] = ids()
    """The terms (strands or capitals) that mark a recommendation as common ground."""
    statements: list[Statement] = listing()
    """Obligatory ones, in order: funding, disclaimer."""
    follows: list[Labels] = listing()
    """What came before it: an earlier forum, a declaration."""
    feeds: list[Labels] = listing()
    """What it goes into: a pact, a later meeting."""
    kit: Text = ""


class Vocabulary(Record, table=True):
    """A set of terms that records can be given."""

    key: Key
    label: Labels = labels()
    description: Labels = labels()
    kinds: list[Text] = listing()
    """The kinds of record it is used on ("recommendation")."""
    several: bool = True
    """Several of its terms may be chosen for one record."""
    rank: Rank = 0

    @staticmethod
    def id_of(key: str) -> UUID:
        """Return the id of the vocabulary of a key: the same in every file, whatever kit brought it."""
        return derived_id("vocabulary", key)


class Term(Record, table=True):
    """One entry of a vocabulary."""

    vocabulary: Key
    """The key of its vocabulary."""
    key: Words
    """Short name that commands and files use ("planet")."""
    label: Labels = labels()
    description: Labels = labels()
    rank: Rank = 0
    parent: UUID | None = reference()
    """The term of the same vocabulary that it stands under."""
    family: UUID | None = reference()
    """Addressees only: the term under whose heading a declaration speaks to it."""
    voice: Voice = choice(Voice, Voice.OTHER)
    """Addressees only: whether they are the signatories themselves."""
    retired: bool = False
    """No longer offered; what has it keeps it."""
    joined: UUID | None = reference()
    """The term of the same vocabulary that stands for it now; its own words stay."""
    decides_on: Day | None = day()
    """Addressees only: the day after which a recommendation comes too late."""
    heading: Labels = labels()
    """Families of addressees only: what stands above all that it is told ("What we ask of national governments")."""
    brief: Labels = labels()
    """Families of addressees only: the same where the declaration stands on a page ("We ask governments to")."""
    to_do: Labels = labels()
    """Families of addressees only: how a paragraph opens whose items all open with an infinitive ("We call on
    national governments to:"), as a whole phrase."""
    following: Labels = labels()
    """Families of addressees only: how any other paragraph opens ("We call on national governments to take the
    following measures:")."""

    @property
    def is_offered(self) -> bool:
        """Whether it can still be chosen: it is neither retired nor joined with another."""
        return not self.retired and self.joined is None


class Organisation(Record, table=True):
    """An institution, a city, a network, an association."""

    name: Labels = labels()
    short_name: Labels = labels()
    territory: Text = ""
    region: UUID | None = reference()
    actor: UUID | None = reference()
    parts: list[OrganisationPart] = chosen_from(OrganisationPart)
    """What it does in the consultation; with ``rank``, the order in which it is named."""
    rank: Rank = 0
    emblem: Text = ""
    """A picture, as a data address (RFC 2397) of PNG."""
    mandates: list[Mandate] = listing()
    member: bool | None = None
    """Whether it is a member of the network that consults; None where nobody has said."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("name", "short_name", "territory")


class Person(Record, table=True):
    """A person who speaks, proposes or records."""

    name: Words
    address: Text = ""
    """How the person is addressed: "Mme", "H.E."."""
    title: Text = ""
    organisation: Text = ""
    """In the words in which it was said in the room; `functions` name the organisations that are records."""
    functions: list[Function] = listing()
    territory: Text = ""
    region: UUID | None = reference()
    actor: UUID | None = reference()
    gender: Gender | None = choice(Gender)
    languages: list[LanguageCode] = listing()
    consent: bool | None = None
    """Whether the person agrees to be named in documents; None where nobody has asked."""
    others: list[UUID] = ids()
    """People of much the same name of whom somebody has said that they are somebody else."""
    joined: UUID | None = reference()
    """The record of the same person that stands for this one now, which is deleted."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("name", "organisation", "territory")


class Contact(Record, table=True):
    """How to reach a person: for those who prepare, never handed out with the file for the rooms."""

    person: UUID = link()
    telephone: Text = ""
    mail: Text = ""
    note: Text = ""
    checked: Day | None = day()
    """When somebody last made sure of it."""


class Partnership(Tagged, table=True):
    """Organisations that work together, and who speaks for them."""

    name: Labels = labels()
    text: Labels = labels()
    """What they do together."""
    organisations: list[UUID] = ids()
    delegates: list[UUID] = ids()
    rank: Rank = 0

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("name", "text")


class Reference(Tagged, table=True):
    """A document the consultation rests on, quotes or brings out."""

    sort: ReferenceKind = choice(ReferenceKind, ReferenceKind.SOURCE)
    authors: list[Text] = listing()
    year: Count | None = None
    title: Words
    publisher: Text = ""
    pages: Text = ""
    link: Text = ""
    language: LanguageCode = ""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("title", "publisher")


class Objective(Record, table=True):
    """What the meeting is to achieve."""

    title: Labels = labels()
    text: Labels = labels()
    rank: Rank = 0

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("title", "text")


class Result(Record, table=True):
    """What is expected of the meeting, and whether it came about."""

    objective: UUID | None = reference()
    text: Labels = labels()
    rank: Rank = 0
    state: ResultState = choice(ResultState, ResultState.OPEN)
    shown_by: Text = ""
    """What shows that it was reached, or not."""
    on: Day | None = day()

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "shown_by")


class Milestone(Record, table=True):
    """A date the consultation is tied to: a council that meets, a report that is due."""

    title: Labels = labels()
    on: Day | None = day()
    month: MonthText = ""
    """Where only the month is known."""
    note: Text = ""
    done: bool = False

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("title", "note")
