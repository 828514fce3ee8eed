"""The annexes of a declaration: where it comes from, who disagreed, and how it was made."""

from __future__ import annotations

from consultation import document as doc
from consultation.composing.annexes.method import method
from consultation.composing.annexes.reservations import reservations
from consultation.composing.annexes.sessions import sessions
from consultation.composing.annexes.sources import sources
from consultation.composing.references import References
from consultation.language import Translator
from consultation.reading.material import Material


def annexes(material: Material, references: References, t: Translator) -> list[doc.Block]:
    """Write all annexes, numbered; one with nothing to say is left out."""
    parts = [
        (t("Sessions and attendance"), sessions(material, t)),
        (t("Sources of every clause"), sources(material, references, t)),
        (t("Reservations and divergences"), reservations(material, references, t)),
        (t("Method and figures"), method(material, t)),
    ]
    blocks: list[doc.Block] = []
    number = 0
    for title, written in parts:
        if written:
            number += 1
            name = t("Annex {number}. {title}").format(number=number, title=title)
            blocks.append(doc.Heading(1, name, f"annex-{number}", new_page=number == 1))
            blocks.extend(written)
    return blocks
