"""The annexes of a declaration: all that was put forward, who disagreed, who was there, and how the text was made."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from consultation import document as doc
from consultation.composing.annexes.bibliography import bibliography
from consultation.composing.annexes.figures import figures
from consultation.composing.annexes.method import method
from consultation.composing.annexes.recommendations import recommendations
from consultation.composing.annexes.reservations import reservations
from consultation.composing.annexes.sessions import sessions
from consultation.composing.references import References
from consultation.language import Translator
from consultation.reading.material import Material
from consultation.reading.standing import Standing

LETTERS = "ABCD"


def annexes(
    material: Material, references: References, standings: Mapping[UUID, Standing], t: Translator, *, to_translate: int
) -> list[doc.Block]:
    """Write all annexes; one with nothing to say is left out.

    Args:
        material: what the records say.
        references: the numbers of the recommendations.
        standings: where each recommendation stands; one that is missing stands nowhere.
        t: the language of the document.
        to_translate: passages that stand in brackets because nobody has translated them.
    """
    if not material.recommendations:
        return []
    how = [
        *method(material, standings, t, to_translate=to_translate),
        *figures(material, standings, t),
        *bibliography(material, references, t),
    ]
    parts = [
        (_all(material, t), recommendations(material, references, standings, t)),
        (t("Reservations"), reservations(material, references, standings, t)),
        (t("Sessions and attendance"), sessions(material, t)),
        (t("Method and figures"), how),
    ]
    blocks: list[doc.Block] = []
    written = [(title, part) for title, part in parts if part]
    for letter, (title, part) in zip(LETTERS, written, strict=False):
        label = t("Annex {letter}").format(letter=letter)
        blocks.append(doc.Heading(0, title, f"annex-{letter.lower()}", label=label, new_page=letter == "A"))
        blocks.extend(part)
    return blocks


def _all(material: Material, t: Translator) -> str:
    in_sessions = any(each.session in material.sessions for each in material.recommendations.values())
    return t("All recommendations, by session") if in_sessions else t("All recommendations")
