"""Documents of a reference manager: RIS and CSL-JSON, whole, cut short, with doubles and kinds nobody knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from consultation.errors import ConsultationError
from consultation.exchange.references import References, import_references
from consultation.language import translator
from consultation.model import Reference, ReferenceKind
from consultation.preparing import new_without_kit
from consultation.store import Store
from tests.builders import identity

STUDY = """TY  - RPRT
AU  - Aubert, C.
AU  - Kern, A.
PY  - 2019
TI  - Intermediary cities
PB  - Press of Ulm
SP  - 12
EP  - 30
UR  - https://example.org/study
LA  - en
ER  -\x20
"""
ATLAS = STUDY.replace("Intermediary cities", "An atlas of valleys").replace("RPRT", "MAP")


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with new_without_kit(folder / "a.consult", "Assembly", "", "en", identity("Amira")) as made:
        yield made


def taken(store: Store, text: str, name: str = "refs.ris") -> References:
    path = store.path.with_name(name)
    path.write_text(text, encoding="utf-8")
    return import_references(store, path)


def said(done: References) -> str:
    return " ".join(remark.in_words(translator("en")) for remark in done.remarks)


def test_a_document_comes_in_with_all_that_is_known_of_it(store: Store) -> None:
    done = taken(store, STUDY)
    (found,) = store.all(Reference)
    assert (done.made, done.remarks) == (1, [])
    assert (found.title, found.authors, found.year) == ("Intermediary cities", ["Aubert, C.", "Kern, A."], 2019)
    assert (found.publisher, found.pages, found.language) == ("Press of Ulm", "12–30", "en")
    assert (found.link, found.sort) == ("https://example.org/study", ReferenceKind.SOURCE)


def test_a_file_with_line_ends_of_windows_and_a_mark_is_read(store: Store) -> None:
    assert taken(store, "\ufeff" + (STUDY + ATLAS).replace("\n", "\r\n")).made == 2


def test_of_a_file_that_is_cut_short_the_whole_documents_come_in_and_the_other_is_named(store: Store) -> None:
    done = taken(store, STUDY + ATLAS[: ATLAS.index("SP  -")])
    assert (done.made, "“An atlas of valleys” does not end" in said(done)) == (1, True)


def test_what_is_there_already_is_named_and_not_made_again(store: Store) -> None:
    done = taken(store, STUDY + STUDY)
    assert (done.made, done.already_there, "“Intermediary cities” is there already" in said(done)) == (1, 1, True)
    assert taken(store, STUDY.replace("Intermediary cities", "INTERMEDIARY  CITIES")).made == 0


def test_a_kind_nobody_knows_comes_in_as_a_source_and_is_named(store: Store) -> None:
    done = taken(store, STUDY.replace("RPRT", "XYZ"))
    assert (done.made, "(XYZ)" in said(done)) == (1, True)


def test_a_document_without_a_title_is_left_out_and_told(store: Store) -> None:
    done = taken(store, STUDY.replace("TI  - Intermediary cities\n", "") + ATLAS)
    assert (done.made, "Document 1 has no title" in said(done)) == (1, True)


def test_csl_json_comes_in_too(store: Store) -> None:
    entry = {
        "type": "report",
        "title": "Intermediary cities",
        "author": [{"family": "Aubert", "given": "C."}, {"literal": "Press of Ulm"}],
        "issued": {"date-parts": [[2019, 5]]},
        "publisher": "Press of Ulm",
        "page": "12-30",
        "DOI": "10.1000/1",
    }
    done = taken(store, json.dumps([entry, {"type": "hologram", "title": "Odd"}]), "refs.json")
    found = {each.title: each for each in store.all(Reference)}
    study = found["Intermediary cities"]
    assert (done.made, "(hologram)" in said(done)) == (2, True)
    assert (study.authors, study.year, study.link) == (
        ["Aubert, C.", "Press of Ulm"],
        2019,
        "https://doi.org/10.1000/1",
    )


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("nonsense", "refs.ris", "no document"),
        ("", "refs.ris", "no document"),
        ('[{"title": "Cut', "refs.json", "cut short"),
        ("[]", "refs.json", "no document"),
        ("[1, 2]", "refs.json", "no document"),
    ],
)
def test_what_is_no_such_file_is_refused_with_a_sentence(store: Store, text: str, name: str, words: str) -> None:
    with pytest.raises(ConsultationError) as refused:
        taken(store, text, name)
    assert words in translator("en").error(refused.value)
    assert not store.all(Reference)
