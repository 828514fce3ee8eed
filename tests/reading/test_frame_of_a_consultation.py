"""The frame of a consultation: its order, its statements, and what lacks words."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.kits import read_kit
from consultation.model import Consultation, Organisation, OrganisationPart
from consultation.ordering import put_at, rank_behind
from consultation.preparing import new_consultation
from consultation.reading.frame import FrameGap, as_printed, frame_gaps, only_in, statements_in
from consultation.reading.zones import zone_here, zone_typed, zones_for
from consultation.sample import KIT
from tests.builders import identity


def test_organisations_stand_as_people_put_them(folder: Path) -> None:
    with new_consultation(folder / "a.consult", read_kit(KIT), identity("Amira")) as store:
        printed = as_printed(store.all(Organisation))
        last = printed[-1]
        put_at(store, printed, last.id, 1)
        again = as_printed(store.all(Organisation))
        assert [each.id for each in again] == [printed[0].id, last.id, *[each.id for each in printed[1:-1]]]
        assert not put_at(store, again, last.id, 1)
        assert rank_behind(again) == len(again)


def test_what_has_no_words_in_a_language_is_a_gap_and_a_proper_name_is_none() -> None:
    about = Consultation(
        title={"en": "Forum"},
        place={"en": "Ulm", "fr": "Ulm"},
        languages=["en", "fr"],
        statements=[{"kind": "contact", "text": {"en": "Write to us."}, "organisation": ""}],
    )
    ulm = Organisation(name={"en": "Ulm"}, parts=[OrganisationPart.HOST], emblem="data:")
    assert frame_gaps(about, [ulm], "fr") == [FrameGap("title"), FrameGap("statements", place=0)]
    assert frame_gaps(about, [ulm], "en") == []
    ulm.emblem = ""
    assert frame_gaps(about, [ulm], "en") == [FrameGap("emblem", ulm.id)]


def test_taking_a_language_off_tells_what_is_said_in_no_other() -> None:
    about = Consultation(title={"en": "Forum", "fr": "Forum"}, purpose={"fr": "Parler"}, languages=["en", "fr"])
    assert only_in(about, [], "fr") == [FrameGap("purpose")]
    assert only_in(about, [], "en") == []


def test_statements_are_said_in_the_language_of_the_document_or_else_in_another() -> None:
    about = Consultation(
        statements=[
            {"kind": "funding", "text": {"en": "Paid by us.", "fr": "Payé par nous."}, "organisation": ""},
            {"kind": "contact", "text": {"en": "Write to us."}, "organisation": ""},
            {"kind": "support", "text": {"en": " "}, "organisation": ""},
        ]
    )
    assert statements_in(about, "fr") == ("Payé par nous.", "Write to us.")


def test_a_zone_is_found_by_its_city() -> None:
    assert zones_for("istan")[0] == "Europe/Istanbul"
    assert (zone_typed("istanbul"), zone_typed("Europe/Istanbul"), zone_typed("utc")) == (
        "Europe/Istanbul",
        "Europe/Istanbul",
        "UTC",
    )
    assert (zone_typed("Kutaya"), zone_typed("")) == ("", "")


@pytest.mark.parametrize(
    ("said", "zone"),
    [("Africa/Casablanca", "Africa/Casablanca"), ("Etc/UTC", "UTC"), ("Etc/GMT+5", "UTC"), ("UTC", "UTC")],
)
def test_a_new_consultation_begins_with_the_zone_the_laptop_is_set_to(
    monkeypatch: pytest.MonkeyPatch, said: str, zone: str
) -> None:
    monkeypatch.setenv("TZ", said)
    assert zone_here() == zone


def test_a_laptop_set_to_a_zone_that_nobody_knows_counts_as_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Nowhere/Atall")
    assert zone_here() == "UTC"
