"""The parts of a paragraph in one language, and which of them a person has changed."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from consultation.model import Item, Paragraph, Phrase, read_together


@dataclass(frozen=True)
class Parts:
    """What a paragraph says, in the order in which it is read; an item has words only."""

    lead_in: str = ""
    """The participle or verb that opens it."""
    addressed: str = ""
    """To whom, with the words that join them to what follows."""
    words: str = ""

    @property
    def text(self) -> str:
        """All of it, as it is read together."""
        return read_together(self.phrase)

    @property
    def phrase(self) -> Phrase:
        """The parts as a record keeps them."""
        return Phrase(lead_in=self.lead_in, addressed=self.addressed, words=self.words)

    @property
    def are_written(self) -> bool:
        """There is something to read."""
        return any(part.strip() for part in (self.lead_in, self.addressed, self.words))


PARTS = tuple(asdict(Parts()))
"""The names of the parts, which are those of the fields."""


def parts_of(record: Paragraph | Item, language: str) -> Parts:
    """Return what a paragraph or an item says in a language."""
    words = record.words.get(language, "")
    if isinstance(record, Item):
        return Parts(words=words)
    return Parts(record.lead_in.get(language, ""), record.addressed.get(language, ""), words)


def drafted_parts(record: Paragraph | Item, language: str) -> Parts | None:
    """Return what drafting last proposed in a language; None where it never did."""
    drafted = record.drafted.get(language)
    if drafted is None or isinstance(drafted, str):
        return drafted if drafted is None else Parts(words=drafted)
    return Parts(**drafted)


def edited_parts(record: Paragraph | Item, language: str) -> frozenset[str]:
    """Name the parts that a person has changed in a language."""
    now, then = parts_of(record, language), drafted_parts(record, language) or Parts()
    if not now.are_written:
        return frozenset()
    return frozenset(name for name in PARTS if getattr(now, name) != getattr(then, name))


def worded_by_hand(item: Item, language: str) -> str:
    """Return the language, other than this one, in which a person wrote an item's own words; nothing where none did.

    A person's translation is of other words, not their own.
    """
    return next(
        (
            code
            for code in sorted(item.words)
            if code not in (language, *item.renderings)
            and not item.untranslated.get(code)
            and "words" in edited_parts(item, code)
        ),
        "",
    )


def is_edited(record: Paragraph | Item) -> bool:
    """Tell whether a person's words stand in it, in whatever language."""
    return any(edited_parts(record, language) for language in languages_of(record))


def is_moved(record: Paragraph | Item) -> bool:
    """Tell whether it is not where drafting last put it, and drafting has put it somewhere."""
    if isinstance(record, Item):
        stands, put = (record.paragraph, record.rank), (record.drafted_paragraph, record.drafted_rank)
    else:
        stands, put = (record.section, record.rank), (record.drafted_section, record.drafted_rank)
    return put[0] is not None and stands != put


def is_touched(record: Paragraph | Item) -> bool:
    """Tell whether a person has worded or moved it."""
    return is_moved(record) or is_edited(record)


def languages_of(record: Paragraph | Item) -> list[str]:
    """Return the languages in which a paragraph or an item says something."""
    named = {*record.words, *(() if isinstance(record, Item) else (*record.lead_in, *record.addressed))}
    return sorted(language for language in named if parts_of(record, language).are_written)
