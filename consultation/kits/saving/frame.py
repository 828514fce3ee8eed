"""The organisations of a consultation, the documents it rests on and what it aims at, as a kit has them."""

from __future__ import annotations

from datetime import date

from consultation.emblems import picture_of
from consultation.kits.frame import LATEST_YEAR
from consultation.kits.saving.draft import Draft, Values, entry
from consultation.model import Evidence, Objective, Organisation, Reference, Result
from consultation.model.framework import Mandate
from consultation.store import Store


def organisations(store: Store, draft: Draft) -> list[Values]:
    """Write the organisations, in the order in which they are named."""
    found = sorted(store.all(Organisation), key=lambda each: (each.rank, each.id))
    for each in found:
        draft.give_key(each, draft.words(each.short_name) or draft.words(each.name))
    return [_organisation(each, draft) for each in found]


def _organisation(organisation: Organisation, draft: Draft) -> Values:
    return entry(
        key=draft.key(organisation.id),
        name=draft.labels(organisation.name, needed=True),
        short_name=draft.labels(organisation.short_name, in_some=True),
        territory=organisation.territory,
        region=draft.key(organisation.region),
        actor=draft.key(organisation.actor),
        parts=list(dict.fromkeys(part.value for part in organisation.parts)),
        member=organisation.member,
        emblem=organisation.emblem if picture_of(organisation.emblem) else "",
        mandates=[_mandate(each, draft) for each in organisation.mandates],
    )


def _mandate(mandate: Mandate, draft: Draft) -> Values:
    return entry(
        what=draft.labels(mandate["what"], needed=True), starts=_day(mandate["starts"]), ends=_day(mandate["ends"])
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def references(store: Store, draft: Draft) -> list[Values]:
    """Write the documents, each with what is quoted from it."""
    found = sorted(store.all(Reference), key=lambda each: (each.year or 0, each.title, each.id))
    for each in found:
        draft.give_key(each, f"{each.title} {each.year or ''}")
    quoted = sorted(store.all(Evidence), key=lambda each: each.id)
    draft.left_out[Evidence.kind()] += sum(not draft.key(each.reference) for each in quoted)
    return [_reference(each, [part for part in quoted if part.reference == each.id], draft) for each in found]


def _reference(reference: Reference, quoted: list[Evidence], draft: Draft) -> Values:
    return entry(
        key=draft.key(reference.id),
        sort=reference.sort.value,
        authors=list(dict.fromkeys(name for name in reference.authors if name.strip())),
        year=draft.counted(reference.year, LATEST_YEAR),
        title=reference.title,
        publisher=reference.publisher,
        pages=reference.pages,
        link=reference.link,
        language=reference.language,
        terms=draft.tagged(reference.terms),
        evidence=[made for each in quoted if (made := _evidence(each, draft))],
    )


def _evidence(evidence: Evidence, draft: Draft) -> Values:
    spoken = draft.spoken("text", evidence.text, evidence.language, evidence.translations)
    if not spoken:
        draft.left_out[Evidence.kind()] += 1
        return {}
    return entry(**spoken, page=evidence.page, strength=evidence.strength.value if evidence.strength else None)


def objectives(store: Store, draft: Draft) -> list[Values]:
    """Write what it aims at, each with what is expected of it."""
    found = sorted(store.all(Objective), key=lambda each: (each.rank, each.id))
    for each in found:
        draft.give_key(each, draft.words(each.title))
    expected = sorted(store.all(Result), key=lambda each: (each.rank, each.id))
    draft.left_out[Result.kind()] += sum(not draft.key(each.objective) for each in expected)
    return [
        entry(
            key=draft.key(each.id),
            title=draft.labels(each.title, needed=True),
            text=draft.labels(each.text),
            results=[{"text": draft.labels(part.text, needed=True)} for part in expected if part.objective == each.id],
        )
        for each in found
    ]
