"""Making the draft declaration, or bringing the one that is there up to date, and saying what came of it."""

from __future__ import annotations

from consultation.drafting.known import Known
from consultation.drafting.plan import plan_declaration
from consultation.drafting.refresh import Refreshing
from consultation.drafting.refreshed import Refreshed
from consultation.errors import NotFound
from consultation.language import N_, Translator
from consultation.model import DocumentKind, Item, Paragraph, Section, SectionKind
from consultation.progress import UNHEARD, Progress
from consultation.reading.declaration import UNNUMBERED
from consultation.reading.material import gather
from consultation.store import Store


def draft_declaration(store: Store, t: Translator, progress: Progress = UNHEARD) -> Refreshed:
    """Make the draft declaration in the language of ``t``, or bring the one that is there up to date.

    NotFound where nothing has been recommended: there is nothing to declare. Cancelled, which leaves everything as
    it was, once ``progress`` is told to stop.
    """
    progress()
    known = Known(store)
    material = gather(store, known.items.values())
    if not material.recommendations:
        raise NotFound(
            N_(
                "There is no recommendation in this file yet, so there is nothing to declare. Nothing was written. "
                "Record or bring in recommendations first."
            )
        )
    plan = plan_declaration(material, t)
    progress()
    result = Refreshed()
    result.first = not any(t.language in paragraph.drafted for paragraph in known.paragraphs.values())
    with store.together():
        Refreshing(store, known, t.language, result, progress).carry_out(plan)
        progress()
    _count(store, result)
    return result


def _count(store: Store, result: Refreshed) -> None:
    """Count what stands in the draft."""
    parts = dict(store.columns(Section, "id", "part", deleted=True, document=DocumentKind.DECLARATION))
    standing = {
        paragraph: parts[section]
        for paragraph, section in store.columns(Paragraph, "id", "section", left_out=False)
        if section in parts
    }
    result.clauses = sum(part not in UNNUMBERED for part in standing.values())
    result.recitals = sum(part is SectionKind.RECITALS for part in standing.values())
    result.items = sum(paragraph in standing for (paragraph,) in store.columns(Item, "paragraph", left_out=False))
