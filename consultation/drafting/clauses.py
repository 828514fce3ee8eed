"""What a person does with one clause: makes it of a recommendation, or puts its words into another language."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from consultation.drafting.known import Known
from consultation.drafting.plan import plan_alone, plan_declaration
from consultation.drafting.refresh import Refreshed, Refreshing
from consultation.language import Translator
from consultation.model import Paragraph, Recommendation, translation
from consultation.progress import UNHEARD, Progress
from consultation.reading.material import gather, gather_about
from consultation.store import Store, Written


def make_clause(
    store: Store, recommendation: UUID, t: Translator, progress: Progress = UNHEARD
) -> tuple[UUID | None, Written]:
    """Make a clause of a recommendation that is in none, at the end of its section; drafting again keeps it there.

    Where others have asked for the same in the same words, it joins their clause. Nothing else is drafted. Returns the
    paragraph, None where there is nothing to make it of, and what was written.
    """
    progress()
    material = gather(store)
    plan = plan_declaration(replace(material, wanted=material.wanted | {recommendation}), t)
    progress()
    result = Refreshed()
    with store.together():
        made = Refreshing(store, t.language, result).take_in(plan, recommendation)
    return made, result.written


def translate_clause(store: Store, paragraph: UUID, words: str, t: Translator) -> Written:
    """Keep what a clause says in the language of ``t`` as the translation of the recommendation it uses the words of.

    So it serves every document. The clause is worded anew at once, as far as nobody has edited it; without words the
    translation is taken away.
    """
    clause = store.get(Paragraph, paragraph)
    source = store.get(Recommendation, clause.sources[0])
    translations = {code: said for code, said in source.translations.items() if code != t.language}
    if words.strip():
        translations[t.language] = translation(words.strip(), of=source.text, by=store.identity.author)
    result = Refreshed()
    with store.together():
        result.written += store.change(source, translations=translations)
        proposal = plan_alone(gather_about(store, clause.sources), source.id, t)
        refreshing = Refreshing(store, t.language, result, known=Known(store, [clause]))
        refreshing.word(clause, replace(proposal, sources=tuple(clause.sources)))
    return result.written
