"""Who organises and who is a partner: the organisations that have the part, else what was said in words."""

from __future__ import annotations

from consultation.model import Organisation, OrganisationPart
from consultation.reading.organisations import full_name, taking_part

UCLG = Organisation(
    name={"en": "United Cities and Local Governments", "fr": "Cités et Gouvernements Locaux Unis"},
    short_name={"en": "UCLG", "fr": "CGLU"},
    parts=[OrganisationPart.ORGANISER],
    rank=2,
)
FORUM = Organisation(
    name={"en": "Forum of Cities"}, parts=[OrganisationPart.PARTNER, OrganisationPart.ORGANISER], rank=1
)
WORDS = [{"en": "Cities Alliance"}]


def test_organisations_are_named_in_their_order_with_their_short_names():
    named = taking_part([UCLG, FORUM], OrganisationPart.ORGANISER, WORDS, "fr")
    assert named == ["Forum of Cities", "Cités et Gouvernements Locaux Unis (CGLU)"]


def test_what_was_said_in_words_stands_where_no_organisation_has_the_part():
    assert taking_part([UCLG], OrganisationPart.PARTNER, WORDS, "en") == ["Cities Alliance"]
    assert taking_part([UCLG, FORUM], OrganisationPart.PARTNER, WORDS, "en") == ["Forum of Cities"]


def test_a_short_name_that_stands_in_the_name_is_not_said_twice():
    assert full_name(Organisation(name={"en": "City of Ulm"}, short_name={"en": "Ulm"}), "en") == "City of Ulm"
