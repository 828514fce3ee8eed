"""A word of Arabic is known with a particle written onto it, and as a verb or its noun; a root makes no one word."""

from __future__ import annotations

import pytest

from consultation.matching.arabic import is_one_word


@pytest.mark.parametrize(
    ("word", "other"),
    [("لربط", "ربط"), ("واقنع", "باقنع"), ("تخصيص", "تخصص"), ("يفتح", "فتح"), ("تنقل", "نقل"), ("يعترض", "اعتراض")],
)
def test_particles_and_verbs_do_not_decide(word: str, other: str):
    assert is_one_word(word, other)
    assert is_one_word(other, word)


@pytest.mark.parametrize(("word", "other"), [("مدرس", "مدارس"), ("كتاب", "مكتب"), ("عامل", "معمل"), ("سوق", "طريق")])
def test_words_of_one_root_are_others(word: str, other: str):
    assert not is_one_word(word, other)
