"""Words that no font can print are named before anything is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from declarations import covered, declaration, document, everything
from demonstration import demonstration

from consultation.document import Band, Column, Heading, Item, NumberedParagraph, Paragraph, Row, Table, plain
from consultation.language import translator
from consultation.publishing import unprintable, unprintable_refused


@pytest.mark.parametrize("whole", [declaration(), everything(), demonstration()])
def test_nothing_is_missing_where_our_fonts_have_every_letter(whole) -> None:
    assert unprintable(whole) == ()


def test_words_are_counted_by_script_with_examples_and_places() -> None:
    item = Item(plain("سلام to سلام and مرحبا, in हिन्दी"), "c")
    arabic, devanagari = unprintable(document(NumberedParagraph("2", plain("We:"), "p2", (item,))))
    assert (arabic.script, arabic.words, arabic.examples, arabic.places) == ("Arab", 3, ("سلام", "مرحبا,"), ("2 (c)",))
    assert (devanagari.script, devanagari.words) == ("Deva", 1)


def test_all_that_is_printed_is_looked_at_and_nothing_else() -> None:
    table = Table((Column("世"),), (Band(plain("世"), plain("世")), Row((plain("世"),), anchor="世")), "世")
    whole = document(Heading(1, "世", "世"), Paragraph(plain("世")), table, title="世")
    (chinese,) = unprintable(covered(replace(whole, digest="世", keywords=("世",))))
    assert chinese.words == 9
    assert chinese.places == ("世",)


def test_signs_without_a_shape_need_no_font() -> None:
    assert unprintable(document(Paragraph(plain("a\u200b b\u202e \ufeff\u00ad c\u00a0: d\u202f; e\u2011f \x00")))) == ()


def test_a_picture_sign_has_no_alphabet() -> None:
    (signs,) = unprintable(document(Paragraph(plain("well done 👩‍👩‍👧"))))
    assert (signs.script, signs.words) == ("", 1)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "1 word in Arabic cannot be printed: سلام. Where: 2 (c). 1 word in Chinese cannot be printed"),
        ("fr", "1 mot en arabe ne peut pas être imprimé\u00a0: سلام. Où\u00a0: 2 (c). 1 mot en chinois"),
        ("es", "No se puede imprimir 1 palabra en árabe: سلام. Dónde: 2 (c). No se puede imprimir 1 palabra en chino"),
    ],
)
def test_the_refusal_says_how_many_words_of_which_script_and_where(language: str, words: str) -> None:
    item = Item(plain("سلام 世界"), "c")
    error = unprintable_refused(unprintable(document(NumberedParagraph("2", plain("We:"), "p2", (item,)))))
    assert translator(language).error(error).startswith(words)
