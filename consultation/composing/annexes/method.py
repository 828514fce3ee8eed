"""The annex of the method: how this consultation was held, what was counted, and what a reader may object to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from consultation import document as doc
from consultation.composing.annexes.hands import is_earlier, tallies_of
from consultation.drafting.sifting import is_only_listed
from consultation.language import Translator, as_opening
from consultation.model import OrganisationPart
from consultation.reading.material import Material
from consultation.reading.organisations import taking_part
from consultation.reading.rooms import read_rooms
from consultation.reading.standing import Standing, StandingKind


def method(
    material: Material, standings: Mapping[UUID, Standing], t: Translator, *, to_translate: int
) -> list[doc.Block]:
    """Say how the text was made; what the file cannot tell is left out."""
    guide = t("How the text was made, what was counted, and what the reader may check or object to.")
    statements = (
        (t("Who convened."), _convened(material, t)),
        (t("Who facilitated."), _facilitated(material, t)),
        (t("How it was counted."), _counted(material, t)),
        (t("What entered the text."), _entered(material, standings, t)),
        (t("What was joined."), _joined(material, t)),
        (t("In what order."), _ordered(material, t)),
        (t("What is still open."), _open(material, standings, t, to_translate)),
    )
    return [
        doc.Paragraph(doc.plain(guide), doc.Role.INTRODUCTION),
        *(
            doc.Paragraph((doc.Run(head, doc.Style.STRONG), doc.Run(f" {' '.join(said)}")), doc.Role.METHOD)
            for head, sentences in statements
            if (said := list(sentences))
        ),
    ]


def _convened(material: Material, t: Translator) -> Iterator[str]:
    about = material.consultation
    hosts = taking_part(material.organisations, OrganisationPart.HOST, [about.host], t.language)
    organisers = taking_part(material.organisations, OrganisationPart.ORGANISER, about.organisers, t.language)
    names = list(dict.fromkeys(filter(None, (*hosts, *organisers))))
    if names:
        yield sentence(t.listed(names))
    held = len(material.held_sessions())
    if held:
        yield sentence(t.plural_in_words("{count} session was recorded.", "{count} sessions were recorded.", held))


def _facilitated(material: Material, t: Translator) -> Iterator[str]:
    names = taking_part(material.organisations, OrganisationPart.FACILITATOR, [], t.language)
    if names:
        yield sentence(t.listed(names))
    held, rooms = material.held_sessions(), read_rooms(material)
    moderated = sum(bool(rooms[session.id].moderators) for session in held if session.id in rooms)
    if moderated:
        yield t.plural_in_words(
            "A moderator is on record for {count} session, and named in Annex C where that person agreed to it.",
            "Moderators are on record for {count} sessions, and named in Annex C where they agreed to it.",
            moderated,
        )


def _counted(material: Material, t: Translator) -> Iterator[str]:
    all_counts = [material.counts.get(each) for each in material.recommendations]
    counted = [counts for counts in all_counts if tallies_of(counts)]
    if not counted:
        yield t("No hands were counted.")
        return
    yield t("Hands were counted in the room for {count} of {all} recommendations.").format(
        count=t.number(len(counted)), all=t.number(len(all_counts))
    )
    earlier = sum(map(is_earlier, counted))
    if earlier:
        yield sentence(
            t.plural_in_words(
                "{count} recommendation was counted on an earlier wording (‡ in Annex A).",
                "{count} recommendations were counted on an earlier wording (‡ in Annex A).",
                earlier,
            )
        )
    twice = sum(len(tallies_of(counts)) > 1 for counts in counted)
    if twice:
        yield sentence(
            t.plural_in_words(
                "{count} recommendation was counted twice by the same people; those counts are not added up.",
                "{count} recommendations were counted twice by the same people; those counts are not added up.",
                twice,
            )
        )
    yield t("Abstentions count neither for nor against.")


def _entered(material: Material, standings: Mapping[UUID, Standing], t: Translator) -> Iterator[str]:
    if is_only_listed(material):
        yield t(
            "Nothing was counted or adopted, so whatever nobody has set aside could enter the text: it says what was "
            "put forward, not what was agreed."
        )
        return
    yield t(
        "A recommendation adopted by a room and set aside by none, with fewer than one fifth of the hands for and "
        "against raised against it."
    )
    contested = {
        each.reference.split()[0]
        for each in standings.values()
        if each.kind is StandingKind.NOT_AGREED and each.reference
    }
    if len(contested) == 1:
        yield t("Others stand in paragraph {paragraph}, where we do not agree, or in Annex A.").format(
            paragraph=contested.pop()
        )
    else:
        yield t("Others stand in Annex A.")


def _joined(material: Material, t: Translator) -> Iterator[str]:
    known = material.recommendations
    groups = [group for group in material.groups if sum(each in known for each in group.recommendations) > 1]
    if groups:
        joined = {each for group in groups for each in group.recommendations if each in known}
        words = t("{recommendations} share {wordings}: a person found that they say the same.")
        yield sentence(
            words.format(
                recommendations=t.plural_in_words("{count} recommendation", "{count} recommendations", len(joined)),
                wordings=t.plural_in_words("{count} wording", "{count} wordings", len(groups)),
            )
        )


def _ordered(material: Material, t: Translator) -> Iterator[str]:
    only_listed = is_only_listed(material)
    if only_listed:
        yield t("In the order of the list.")
    else:
        yield t(
            "First what was asked in more rooms; then the lower bound of the share in favour (Wilson 1927, z = 1.28); "
            "then the older."
        )
    yield t.plural(
        "What was agreed has at most {count} item a paragraph; further ones are in Annex A.",
        "What was agreed has at most {count} items a paragraph; further ones are in Annex A.",
        max(material.consultation.letters_at_most, 1),
    )
    if not only_listed:
        yield t("Every room and every addressee with something that could enter the text has at least one item in it.")


def _open(material: Material, standings: Mapping[UUID, Standing], t: Translator, to_translate: int) -> Iterator[str]:
    if material.undecided:
        yield sentence(
            t.plural_in_words(
                "{count} difference between what people wrote is not decided.",
                "{count} differences between what people wrote are not decided.",
                material.undecided,
            )
        )
    if to_translate:
        yield sentence(
            t.plural_in_words(
                "{count} passage is to be translated and stands in square brackets.",
                "{count} passages are to be translated and stand in square brackets.",
                to_translate,
            )
        )
    to_word = sum(each.kind is StandingKind.NEEDS_WORDING for each in standings.values())
    if to_word:
        yield sentence(
            t.plural_in_words(
                "{count} recommendation has to be worded anew before it can be an item of the text.",
                "{count} recommendations have to be worded anew before they can be items of the text.",
                to_word,
            )
        )
    until = material.consultation.objections_until
    if until is not None:
        yield t("Objections can be sent to the secretariat until {day}.").format(day=t.day(until))


def sentence(words: str) -> str:
    """Open words as a sentence, where a number may stand first, and close it with a full stop."""
    opened = as_opening(words)
    return opened if opened.endswith(".") else f"{opened}."
