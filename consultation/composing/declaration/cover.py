"""The cover of a declaration, and the figures it opens with: only what the file can prove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consultation import document as doc
from consultation.composing.declaration.brackets import has_brackets
from consultation.composing.front import front
from consultation.language import Translator
from consultation.reading.material import Material
from consultation.reading.passages import Declaration
from consultation.reading.status import Status


def cover(material: Material, standing: Declaration, status: Status, t: Translator) -> doc.Cover:
    """Write the cover; that of a final text says nothing of drafts."""
    return replace(
        front(material.consultation, material.organisations, t),
        kind=t("Declaration") if status.final else t("Draft declaration"),
        note=() if status.final else draft_note(t, has_brackets(standing)),
        facts=_facts(material, t),
        facts_note=t(
            "People listed by name are counted once; people counted by head, once in each session. Hands: Annex D."
        )
        if material.attendance
        else "",
        languages=_languages(status.languages or tuple(standing.languages), t),
    )


def _facts(material: Material, t: Translator) -> tuple[doc.Fact, ...]:
    """Count who spoke and what was said; what nobody counted is left out."""
    counted = (
        (material.heads(), t.plural("participant", "participants", material.heads())),
        (len(material.regions()), t.plural("region of the world", "regions of the world", len(material.regions()))),
        (len(material.held_sessions()), t.plural("session", "sessions", len(material.held_sessions()))),
        (
            len(material.recommendations),
            t.plural("recommendation", "recommendations", len(material.recommendations)),
        ),
        (_reservations(material), t.plural("reservation", "reservations", _reservations(material))),
    )
    return tuple(doc.Fact(number, label) for number, label in counted if number)


def draft_note(t: Translator, brackets: bool) -> doc.Runs:
    """Say what a draft is not, and what its brackets mean where there are any."""
    if not brackets:
        return doc.plain(t("Not adopted."))
    before, _, after = t("Not adopted. What stands in {brackets} is not agreed or not yet translated.").partition(
        "{brackets}"
    )
    return (
        doc.Run(before),
        doc.Run("[", doc.Style.BRACKET),
        doc.Run(t("square brackets")),
        doc.Run("]", doc.Style.BRACKET),
        doc.Run(after),
    )


def _reservations(material: Material) -> int:
    return sum(
        len(those)
        for recommendation, those in material.reservations.items()
        if recommendation in material.recommendations
    )


def _languages(languages: Sequence[str], t: Translator) -> str:
    """Say in which language this text is, and in which others there is one."""
    others = [t.language_name(code) for code in languages if code != t.language]
    own = t("Text in {language}.").format(language=t.language_name(t.language))
    if not others:
        return own
    also = t("Also in {languages}, with the same numbers and letters.").format(languages=t.listed(others))
    return f"{own} {also}"
