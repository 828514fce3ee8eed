"""What a person does with one item: makes it of a recommendation, or puts its words into another language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from consultation.drafting.known import Known
from consultation.drafting.plan import plan_declaration
from consultation.drafting.refresh import Refreshing
from consultation.drafting.refreshed import Refreshed
from consultation.grammar import item_text
from consultation.language import Translator, with_language, without_language
from consultation.model import (
    Group,
    Item,
    Paragraph,
    Rendering,
    fingerprint,
    translation,
)
from consultation.progress import UNHEARD, Progress
from consultation.reading.earlier import origin_of
from consultation.reading.material import gather
from consultation.reading.parts import worded_by_hand
from consultation.store import Store, Written


def make_clause(
    store: Store, recommendation: UUID, t: Translator, progress: Progress = UNHEARD
) -> tuple[UUID | None, Written]:
    """Make an item of a recommendation that is in none, at the end of its paragraph; drafting again keeps it there.

    Where others have asked for the same in the same words, it joins their item. Nothing else is drafted. Returns the
    item, None where there is nothing to make it of, and what was written.
    """
    progress()
    material = gather(store)
    wanted = replace(material, wanted=material.wanted | {recommendation}, left_out=material.left_out - {recommendation})
    plan = plan_declaration(wanted, t)
    progress()
    result = Refreshed()
    with store.together():
        made = Refreshing(store, Known(store), t.language, result).take_in(plan, recommendation)
    return made, result.written


def word_clause(
    store: Store, recommendation: UUID, words: Sequence[str], t: Translator, progress: Progress = UNHEARD
) -> tuple[UUID | None, Written]:
    """Make an item of a recommendation that cannot be one as it is worded, in the ``words`` of a person.

    One wording is kept as that of a group, so that every draft and document says it. Where a recommendation asks for
    several measures each of the ``words`` becomes an item that names it, one below the other: no document says that
    one of them is the whole of it. Returns the first item, and what was written.
    """
    said = [text for each in words if (text := each.strip())]
    with store.together():
        written = _group_wording(store, recommendation, said[0], t.language) if len(said) == 1 else Written()
        first, made = make_clause(store, recommendation, t, progress)
        written += made
        if first is not None and len(said) > 1:
            written += _part(store, store.get(Item, first), said, t.language)
    return first, written


def _group_wording(store: Store, recommendation: UUID, words: str, language: str) -> Written:
    """Give the group of a recommendation a wording; one of its own where it is in none."""
    groups = [group for group in store.all(Group) if recommendation in group.recommendations]
    if not groups:
        return store.save(Group(id=store.new_id(), recommendations=[recommendation], wording={language: words}))
    return store.change(groups[-1], wording={**groups[-1].wording, language: words})


def _part(store: Store, first: Item, words: Sequence[str], language: str) -> Written:
    """Let an item say the first of several measures, and put the others below it, each naming the same sources."""
    below = sorted(
        (each for each in store.all(Item, paragraph=first.paragraph) if each.rank > first.rank and not each.left_out),
        key=lambda each: (each.rank, each.id),
    )
    others = [
        Item(
            id=store.new_id(),
            paragraph=first.paragraph,
            rank=first.rank + number,
            words={language: item_text(said, language)},
            sources=list(first.sources),
            pinned=True,
        )
        for number, said in enumerate(words[1:], 1)
    ]
    for each in below:
        each.rank += len(others)
    first.words = {**first.words, language: item_text(words[0], language)}
    first.untranslated = without_language(first.untranslated, language)
    return store.save_all([first, *others, *below])


def reword_clauses(store: Store, recommendation: UUID, t: Translator, progress: Progress = UNHEARD) -> Written:
    """Let the items that come from a recommendation say what it says now, where nobody has worded them."""
    progress()
    plan = plan_declaration(gather(store), t)
    proposals = [item for section in plan.sections for paragraph in section.paragraphs for item in paragraph.items]
    progress()
    result, known = Refreshed(), Known(store)
    matched = known.match(proposals)
    refreshing = Refreshing(store, known, t.language, result)
    with store.together():
        for proposal in proposals:
            if recommendation in proposal.sources and proposal.key in matched:
                refreshing.word(matched[proposal.key], proposal)
    return result.written


def translate_clause(store: Store, item: UUID, words: str, t: Translator) -> Written:
    """Put what an item says into the language of ``t``; without words the translation is taken away.

    Words that come from a record (a joint wording, a recommendation, a commitment) are translated there, so that it
    serves every document; words that a person wrote into the item are translated in the item.
    """
    clause, language, said, written = store.get(Item, item), t.language, words.strip(), Written()
    by_hand = worded_by_hand(clause, language)
    original = by_hand or clause.untranslated.get(language, "") or _language_of_origin(store, clause)
    with store.together():
        if by_hand:
            of = fingerprint(clause.words[by_hand])
        else:
            of = _translate_origin(store, clause, said, language, written)
            clause.drafted = {**clause.drafted, language: item_text(said, language) or clause.words.get(original, "")}
        spoken = item_text(said, language) if said else clause.words.get(original, "")
        made = Rendering(by=str(store.identity.author), of=of, machine=False) if said and of else None
        foreign = original if spoken and not said else ""
        clause.words = with_language(clause.words, language, spoken)
        clause.renderings = with_language(clause.renderings, language, made)
        clause.untranslated = with_language(clause.untranslated, language, foreign)
        written += store.save(clause)
    return written


def still_holds(store: Store, item: Item, t: Translator) -> Written:
    """Say of a translation that it says what the original says now, though that was changed since."""
    language, by_hand = t.language, worded_by_hand(item, t.language)
    origin = None if by_hand else origin_of(store, item)
    of = fingerprint(item.words[by_hand] if by_hand else origin.text if origin is not None else "")
    made = {**item.renderings[language], "of": of}
    with store.together():
        written = store.change(item, renderings={**item.renderings, language: made})
        if origin is not None and language in origin.translations:
            kept = {**origin.translations[language], "of": of}
            written += store.change(origin, translations={**origin.translations, language: kept})
    return written


def translate_paragraph(store: Store, paragraph: Paragraph, words: str, original: str, t: Translator) -> Written:
    """Put what a paragraph says, which is in another language only, into the language of ``t``."""
    made = Rendering(by=str(store.identity.author), of=fingerprint(original), machine=False)
    return store.change(
        paragraph,
        words={**paragraph.words, t.language: words.strip()},
        renderings={**paragraph.renderings, t.language: made},
        untranslated=without_language(paragraph.untranslated, t.language),
    )


def _translate_origin(store: Store, item: Item, words: str, language: str, written: Written) -> str:
    """Keep a translation where the words come from; return the mark of the words it was made of.

    A joint wording is nobody's translation: it has no mark.
    """
    if not item.commitment and (group := _joint_wording(store, item)) is not None:
        written += store.change(group, wording=with_language(group.wording, language, words))
        return ""
    origin = origin_of(store, item)
    if origin is None:
        return ""
    made = translation(words, of=origin.text, by=store.identity.author) if words else None
    written += store.change(origin, translations=with_language(origin.translations, language, made))
    return fingerprint(origin.text)


def _language_of_origin(store: Store, item: Item) -> str:
    origin = origin_of(store, item)
    return origin.language if origin is not None else ""


def _joint_wording(store: Store, item: Item) -> Group | None:
    """Return the group whose joint wording an item says."""
    sources = set(item.sources)
    groups = [group for group in store.all(Group) if group.wording and sources.intersection(group.recommendations)]
    return groups[-1] if groups else None
