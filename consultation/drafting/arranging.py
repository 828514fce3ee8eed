"""What a person does to the passages of a declaration: where they stand, what they say, whether they stand at all.

Each act is one step and travels in the file; drafting again, in whatever language, leaves it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from consultation.drafting.known import HOLDERS
from consultation.errors import InvalidRecord
from consultation.language import N_, translator, with_language, without_language
from consultation.model import Item, Paragraph, Rendering, Section, SectionKind, fingerprint
from consultation.reading.origins import Origins
from consultation.reading.parts import PARTS, Parts, is_moved
from consultation.store import Store, Written

Passage = Paragraph | Item
Placed = Section | Paragraph | Item


def move(store: Store, passage: Passage, holder: UUID, before: UUID | None) -> Written:
    """Put an item into a paragraph, or a paragraph into a section, before one of those that stand there, or last.

    It may leave its paragraph or section, though not its part of the declaration: InvalidRecord.
    """
    name = HOLDERS[type(passage)]
    with store.together():
        if _part(store, passage, getattr(passage, name)) is not _part(store, passage, holder):
            raise InvalidRecord(N_("That is another part of the declaration. Nothing was moved."))
        standing = [each for each in _held(store, type(passage), holder) if each.id != passage.id]
        return _put(store, passage, standing, before, {name: holder})


def move_section(store: Store, section: Section, before: UUID | None) -> Written:
    """Put a section before another one of its part of the declaration, or last."""
    with store.together():
        others = store.all(Section, document=section.document, part=section.part)
        return _put(store, section, [each for each in _in_order(others) if each.id != section.id], before, {})


def reword(store: Store, passage: Passage, parts: Parts, language: str) -> Written:
    """Let a passage say this in a language; what is quoted is not reworded: InvalidRecord.

    Where its words translate others, they are from now on this author's translation of what these say now.
    Otherwise they are the words that other languages translate, and what stands there is of an earlier text.
    """
    with store.together():
        if isinstance(passage, Item):
            _refuse_quotation(store, passage)
            return store.change(passage, **_worded(store, passage, parts.words, language))
        said = {name: with_language(getattr(passage, name), language, getattr(parts, name)) for name in PARTS}
        return store.change(passage, **said, untranslated=without_language(passage.untranslated, language))


def split(store: Store, item: Item, words: Sequence[str], language: str) -> Written:
    """Divide an item: it keeps the first of the ``words``, the others become items after it with the same sources.

    Their words in other languages are to be translated. InvalidRecord where there are not two, or it is quoted.
    """
    said = [each.strip() for each in words if each.strip()]
    if len(said) < 2:
        raise InvalidRecord(N_("There have to be words on both sides. Nothing was split."))
    with store.together():
        _refuse_quotation(store, item)
        after = [
            Item(
                id=store.new_id(),
                paragraph=item.paragraph,
                words={language: each},
                sources=item.sources,
                co_addressees=item.co_addressees,
                commitment=item.commitment,
            )
            for each in said[1:]
        ]
        written = store.change(item, **_worded(store, item, said[0], language, own=True))
        order: list[Item] = []
        for each in _held(store, Item, item.paragraph):
            order += [each, *after] if each.id == item.id else [each]
        return written + _rank(store, order, {each.id for each in after})


def join(store: Store, items: Sequence[Item], words: str, language: str) -> Written:
    """Make one item of several: the first says ``words`` and has the sources of all, the others stand no longer.

    InvalidRecord where they are quoted, or name who has committed themselves.
    """
    first, *others = items
    with store.together():
        for each in items:
            _refuse_quotation(store, each)
        if any(each.commitment for each in items):
            raise InvalidRecord(
                N_("A commitment names who made it, so it cannot be joined with another. Nothing was joined.")
            )
        written = store.change(
            first,
            **_worded(store, first, words.strip(), language, own=True),
            sources=_each_once(each.sources for each in items),
            co_addressees=_each_once(each.co_addressees for each in items),
        )
        for each in others:
            written += store.change(each, left_out=True) if each.drafted else store.delete(each)
        return written


def pin(store: Store, passage: Passage) -> Written:
    """Have a passage stand where it is, whatever drafting would do with it."""
    with store.together():
        if isinstance(passage, Item):
            _refuse_quotation(store, passage)
        return store.change(passage, pinned=True)


def unpin(store: Store, passage: Passage) -> Written:
    """Leave it to drafting whether a passage stands, and where."""
    return store.change(passage, pinned=False)


def leave_out(store: Store, passage: Passage, languages: Iterable[str] = ()) -> Written:
    """Leave a passage out of the declaration; with ``languages``, in these alone."""
    codes = set(languages)
    if not codes:
        return store.change(passage, left_out=True)
    return store.change(passage, left_out_in=sorted(codes.union(passage.left_out_in)))


def bring_back(store: Store, passage: Passage) -> Written:
    """Have a passage stand again, in every language."""
    return store.change(passage, left_out=False, left_out_in=[])


def adopt(store: Store, paragraph: Paragraph) -> Written:
    """Make what was proposed the consultation's own words: drafting does not word them anew."""
    return store.change(paragraph, adopted=True)


def _worded(store: Store, item: Item, words: str, language: str, own: bool = False) -> dict[str, Any]:
    """Return the values of an item that says this in a language; ``own`` words are nobody's translation."""
    original, spoken = Origins(store, [item], [], translator(language)).original_of(item)
    author, renderings = str(store.identity.author), without_language(item.renderings, language)
    if original and spoken not in ("", language) and not own:
        renderings[language] = Rendering(by=author, of=fingerprint(original), machine=False)
    else:
        of = fingerprint(item.words.get(language, ""))
        others = item.words.keys() - {language, *item.renderings, *item.untranslated}
        renderings |= {code: Rendering(by="", of=of, machine=False) for code in others}
    return {
        "words": {**item.words, language: words},
        "renderings": renderings,
        "untranslated": without_language(item.untranslated, language),
    }


def _part(store: Store, passage: Passage, holder: UUID) -> SectionKind:
    section = holder if isinstance(passage, Paragraph) else store.get(Paragraph, holder).section
    (part,) = [part for each, part in store.columns(Section, "id", "part", deleted=True, id={section})]
    return SectionKind(part)


def _refuse_quotation(store: Store, item: Item) -> None:
    if _part(store, item, item.paragraph) is SectionKind.DIVERGENCE:
        raise InvalidRecord(
            N_("What was not agreed stands in the words of the room, so it stays as it is. Nothing was changed.")
        )


def _held(store: Store, kind: type[Paragraph] | type[Item], holder: UUID) -> list[Any]:
    """Return what stands in a paragraph or section, what is left out among it, in order."""
    of: dict[str, Any] = {HOLDERS[kind]: holder}
    return _in_order(store.all(kind, **of))


def _in_order(placed: Iterable[Any]) -> list[Any]:
    return sorted(placed, key=lambda each: (each.rank, each.id))


def _put(
    store: Store, placed: Placed, standing: Sequence[Placed], before: UUID | None, holder: dict[str, UUID]
) -> Written:
    """Put one before another, or last."""
    at = next((place for place, each in enumerate(standing) if each.id == before), len(standing))
    record = store.get(type(placed), placed.id)
    for name, value in holder.items():
        setattr(record, name, value)
    return _rank(store, [*standing[:at], record, *standing[at:]], {record.id})


def _rank(store: Store, order: Sequence[Placed], chosen: set[UUID]) -> Written:
    """Write an order down: a person has chosen the place of some of them, the others make room.

    What makes room is not moved by that: where drafting put it moves along. What a person moved before stays moved.
    """
    written = Written()
    for rank, each in enumerate(order):
        if each.id not in chosen and each.drafted_rank is not None:
            if not _is_moved(each):
                each.drafted_rank = rank
            elif each.drafted_rank == rank:
                each.drafted_rank = rank + 1
        each.rank = rank
        written += store.save(each)
    return written


def _is_moved(placed: Placed) -> bool:
    return placed.rank != placed.drafted_rank if isinstance(placed, Section) else is_moved(placed)


def _each_once(listed: Iterable[Iterable[UUID]]) -> list[UUID]:
    return list(dict.fromkeys(each for those in listed for each in those))
