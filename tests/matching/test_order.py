"""Two things in each other's place are seen, while the order of clauses and a passive voice decide nothing."""

from __future__ import annotations

import pytest

from consultation.matching.folding import fold
from consultation.matching.keys import keys_of
from consultation.matching.order import is_exchanged, is_replaced

EXCHANGED = [
    ("en", "Cities should report every year to ministries.", "Ministries should report every year to cities."),
    ("en", "Light the quay at night. Sweep the market by day.", "Light the market at night. Sweep the quay by day."),
    ("en", "Move the clinic from the harbour to the hill.", "Move the clinic from the hill to the harbour."),
    (
        "fr",
        "Les régions doivent consulter les communes en mai.",
        "Les communes doivent consulter les régions en mai.",
    ),
    (
        "es",
        "El municipio debe vender agua a las cooperativas.",
        "Las cooperativas deben vender agua al municipio.",
    ),
    ("ru", "Совет ежегодно отчитывается перед мэрией.", "Мэрия ежегодно отчитывается перед советом."),
    ("zh", "海岛民宿应优先给本岛居民，不给外来公司。", "海岛民宿应优先给外来公司，不给本岛居民。"),
]
KEPT = [
    ("en", "Cities should fund libraries.", "Libraries should be funded by cities."),
    ("en", "Plant parks and gardens.", "Plant gardens and parks."),
    ("en", "In schools serve free meals every day.", "Every day serve free meals in schools."),
    ("en", "By 2030 every village must have a clinic.", "Every village must have a clinic by 2030."),
    ("fr", "La ville doit ouvrir les écoles en été.", "En été, les écoles doivent être ouvertes par la ville."),
    ("zh", "降低小型企业的用水价格。由市政府承担差额。", "由市政府承担差额。小型企业的用水价格应予降低。"),
]


@pytest.mark.parametrize(("language", "first", "second"), EXCHANGED)
def test_two_things_in_each_others_place_are_seen_from_either_side(language: str, first: str, second: str):
    assert is_exchanged(fold(first), fold(second), language)
    assert is_exchanged(fold(second), fold(first), language)


@pytest.mark.parametrize(("language", "first", "second"), KEPT)
def test_clauses_in_another_order_and_a_passive_exchange_nothing(language: str, first: str, second: str):
    assert not is_exchanged(fold(first), fold(second), language)
    assert not is_exchanged(fold(second), fold(first), language)


def test_a_thing_said_again_in_the_place_of_another_is_seen():
    first, second, third = (
        keys_of(fold(text), "en")
        for text in (
            "Hold hearings on the budget. The plan is public.",
            "Hold hearings on the plan. The plan is public.",
            "Hold hearings on the budgets. The plan is public.",
        )
    )
    assert is_replaced(first, second)
    assert is_replaced(second, first)
    assert not is_replaced(first, third)
    assert not is_replaced(first, first)
