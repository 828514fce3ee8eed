"""Which organisations take part in a consultation, and how they are named on its documents."""

from __future__ import annotations

from collections.abc import Iterable

from consultation.language import Translator, in_language
from consultation.model import Organisation, OrganisationPart
from consultation.model.record import Labels


def taking_part(
    organisations: Iterable[Organisation], part: OrganisationPart, in_words: Iterable[Labels], language: str
) -> list[str]:
    """Return the names of the organisations that have this part, in their order.

    Where none has it, what was said ``in_words`` of it.
    """
    those = sorted(
        (organisation for organisation in organisations if part in organisation.parts),
        key=lambda organisation: (organisation.rank, organisation.id),
    )
    return [full_name(organisation, language) for organisation in those] or [
        in_language(labels, language) for labels in in_words
    ]


def one_after_another(names: Iterable[str], t: Translator) -> str:
    """Write names one after the other; many a name of an organisation has commas and an "and" of its own."""
    return t.context("between the names of a list", "; ").join(names)


def full_name(organisation: Organisation, language: str) -> str:
    """Return the name of an organisation, with its short name where that says more: "… Governments (UCLG)"."""
    name, short = in_language(organisation.name, language), in_language(organisation.short_name, language)
    return f"{name} ({short})" if short and short not in name else name
