"""A glossary is read from tables a secretariat can edit, and finds its concepts in any form of their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.errors import GlossaryRefused
from consultation.matching.folding import fold
from consultation.matching.glossary import LARGEST, Glossary, TermKind

HEADER = "concept\tkind\ten\tfr\tes\tpt\tar\ttr\tru\tzh\n"
LIBRARY = (
    "library\ttopic\tlibrary;reading room\tbibliothèque\tbiblioteca;sala de lectura\tbiblioteca\t"
    "مكتبة\tkütüphane;halk kitaplığı\tбиблиотека;читальный зал\t图书馆\n"
)
MAYOR = "mayor\tactor\tmayor\tmaire\talcalde\tprefeito\tرئيس البلدية;رؤساء البلديات\tbelediye başkanı\tмэр\t市长\n"
CREATE = (
    "create\tverb\tcreate;set up\tcréer;création\tcrear\tcriar\tإنشاء;ينشئ\tkurmak;oluşturmak\tсоздать;создание\t建立\n"
)
RIGHTS = (
    "human_rights\ttopic\thuman rights\tdroits de l'homme\tderechos humanos\tdireitos humanos\t"
    "حقوق الإنسان\tinsan hakları\tправа человека\t人权\n"
)


def written(folder: Path, text: str, name: str = "own.tsv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def glossary(folder: Path, *rows: str) -> Glossary:
    return Glossary.read([written(folder, HEADER + "".join(rows))])


def names(found_in: Glossary, text: str, language: str) -> list[str]:
    return [found.concept for found in found_in.find(fold(text), language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Open the Libraries and every reading-room"),
        ("fr", "Ouvrir les BIBLIOTHEQUES et la bibliothèque"),
        ("es", "Abrir las bibliotecas y las salas de lectura"),
        ("pt", "Abrir as bibliotecas e a biblioteca"),
        ("ar", "فتح المكتبات والمكتبة"),
        ("tr", "Kütüphanelerin ve halk kitaplıklarının açılması"),
        ("ru", "Открыть библиотеки и читальные залы"),
        ("zh", "开放图书馆和图书馆"),
    ],
)
def test_every_form_of_a_word_is_found_in_each_language(tmp_path: Path, language: str, text: str) -> None:
    assert names(glossary(tmp_path, LIBRARY), text, language) == ["library", "library"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Set up by mayors"),
        ("fr", "La création par les maires"),
        ("es", "Que creen los alcaldes"),
        ("pt", "Crie o prefeito"),
        ("ar", "أن تنشئ رؤساء البلديات"),
        ("ar", "وإنشاؤها لرئيس البلدية"),
        ("tr", "Oluşturulmalı, belediye başkanlarından"),
        ("tr", "Kurulması belediye başkanına"),
        ("ru", "Создания мэрам"),
        ("zh", "建立市长"),
    ],
)
def test_verbs_and_terms_of_several_words_are_found_inflected(tmp_path: Path, language: str, text: str) -> None:
    assert names(glossary(tmp_path, MAYOR, CREATE), text, language) == ["create", "mayor"]


def test_a_word_that_only_begins_alike_is_not_found(tmp_path: Path) -> None:
    president = "president\tactor\t\t\t\t\t\tbaşkan\t\t\n"
    assert names(glossary(tmp_path, president), "başka başkanlar", "tr") == ["president"]


def test_articles_inside_a_term_may_come_or_go_but_a_mark_ends_it(tmp_path: Path) -> None:
    rights = glossary(tmp_path, RIGHTS)
    assert names(rights, "les droits de l’homme, droits d'homme", "fr") == ["human_rights", "human_rights"]
    assert names(rights, "We are human. Rights matter", "en") == []


def test_the_longest_term_wins_and_says_where_it_stands(tmp_path: Path) -> None:
    right = "right\ttopic\tright\tdroit\tderecho\tdireito\tحق;حقوق\thak\tправо\t权利\n"
    found = glossary(tmp_path, right, RIGHTS).find("defend human rights and the right to water", "en")
    assert [(concept, start, end) for concept, _, start, end in found] == [("human_rights", 7, 19), ("right", 28, 33)]
    assert found[0].kind is TermKind.TOPIC


def test_a_term_of_two_concepts_gives_both(tmp_path: Path) -> None:
    found = glossary(tmp_path, "bank\tactor\tbank\n", "shore\ttopic\tbank;shore\n")
    assert names(found, "the bank", "en") == ["bank", "shore"]


def test_a_word_behind_an_equals_sign_counts_only_as_it_is_written(tmp_path: Path) -> None:
    found = glossary(tmp_path, "academia\tactor\t=organ;=organs of state\n")
    assert names(found, "organs, organic, organ", "en") == ["academia"]
    assert names(found, "the organs of state", "en") == ["academia"]


def test_columns_stand_in_any_order_and_a_language_may_be_added(tmp_path: Path) -> None:
    file = written(tmp_path, "# ours\nsw\tkind\tconcept\nmaktaba\ttopic\tlibrary\n")
    assert names(Glossary.read([file]), "Fungua maktaba", "sw") == ["library"]
    assert names(Glossary.read([file]), "Fungua maktaba", "de") == []


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_bytes(b'\xef\xbb\xbfconcept\tkind\ten\t\r\nlibrary\ttopic\t"library; ""reading room"""\t\r\n\t\t\t\r\n')
    assert names(Glossary.read([file]), "a reading room", "en") == ["library"]


def test_a_later_file_adds_words_and_takes_words_away(tmp_path: Path) -> None:
    ours = written(tmp_path, HEADER + LIBRARY + RIGHTS, "ours.tsv")
    own = written(tmp_path, "concept\tkind\ten\nlibrary\ttopic\tmediatheque;-reading room\n")
    both = Glossary.read([ours, own])
    assert names(both, "the mediatheque, the library, the reading room", "en") == ["library", "library"]
    assert names(both, "bibliothèque, droits de l'homme", "fr") == ["library", "human_rights"]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "it is empty"),
        ("# nothing\n", 2, "it is empty"),
        ("concept\ten\n", 1, "“kind”"),
        ("kind\ten\n", 1, "“concept”"),
        ("concept\tkind\tEnglish\n", 1, "“english” is not the code of a language"),
        ("concept\tkind\ten\ten\n", 1, "en is there twice"),
        ("concept\tkind\ten\n#\nlibrary\tplace\tlibrary\n", 3, "place is not one of topic, actor, verb, quantity"),
        ("concept\tkind\ten\na b\ttopic\tlibrary\n", 2, "“a b” is not a name"),
        ("concept\tkind\ten\n\ttopic\tlibrary\n", 2, "“” is not a name"),
        ("concept\tkind\ten\nlibrary\ttopic\tlibrary\tbook\n", 2, "more cells than columns"),
        ("concept\tkind\ten\na\ttopic\tx\na\ttopic\ty\n", 3, "a is there twice"),
        ("concept\tkind\ten\nlibrary\ttopic\t-books\n", 2, "“-books” takes away a word that is not there"),
        ("concept\tkind\ten\nlibrary\ttopic\tlibrary;!\n", 2, "“!” is not a word"),
        ("concept\tkind\ten\nlibrary\tactor\tlibrary\n", 2, "library is of the kind topic in another file"),
    ],
)
def test_a_bad_file_is_refused_with_its_line_and_what_is_wrong(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    ours = written(tmp_path, HEADER + LIBRARY, "ours.tsv")
    with pytest.raises(GlossaryRefused) as refusal:
        Glossary.read([ours, written(tmp_path, text, "bad.tsv")])
    assert "bad.tsv" in str(refusal.value)
    assert f"line {line}:" in str(refusal.value)
    assert reason in str(refusal.value)


def test_what_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    picture = tmp_path / "picture.tsv"
    picture.write_bytes(b"\x89PNG\xff\xfe")
    large = tmp_path / "large.tsv"
    large.write_bytes(b"#" * (LARGEST + 1))
    for file in (picture, large, tmp_path / "missing.tsv", tmp_path):
        with pytest.raises(GlossaryRefused, match=file.name):
            Glossary.read([file])
