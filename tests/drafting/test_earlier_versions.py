"""A declaration that an earlier version of the program drafted: its clauses are paragraphs; what people wrote stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from consultation.language import translator
from consultation.model import Commitment, Item, Paragraph
from consultation.reading.declaration import languages_drafted, read_declaration
from consultation.store import Store
from tests.builders import identity, rows_of
from tests.drafting.rooms import draft, reword, said

FILES = Path(__file__).parents[1] / "files"
VERSION_1 = FILES / "version-1.consult"
EN = translator("en")


@pytest.fixture
def of_version_1(folder: Path) -> Iterator[Store]:
    path = folder / "merged.consult"
    shutil.copyfile(VERSION_1, path)
    with Store.open(path, identity()) as store:
        yield store


def test_the_clauses_of_version_1_are_paragraphs_with_their_openings_apart(of_version_1: Store) -> None:
    clauses = {row["record"] for row in rows_of(VERSION_1, "kind = 'clause'")}
    paragraphs = of_version_1.all(Paragraph)
    assert {paragraph.id.bytes for paragraph in paragraphs} == clauses
    assert languages_drafted(of_version_1) == {"en": len(clauses), "fr": len(clauses)}
    standing = read_declaration(of_version_1, EN)
    assert standing.edited == 0
    assert standing.paragraphs[0].parts.lead_in == "We"
    assert standing.paragraphs[0].text.startswith("We, the representatives of local and regional governments")
    assert "Recalling the first World Forum" in standing.paragraphs[1].text
    verbs = {paragraph.parts.lead_in for paragraph in standing.paragraphs if paragraph.set}
    assert {"Call on", "Encourage", "Appeal to"} <= verbs
    assert not any("*" in paragraph.text for paragraph in standing.paragraphs)


def test_a_commitment_of_version_1_names_its_paragraph(of_version_1: Store) -> None:
    assert of_version_1.all(Commitment)
    of_version_1.change(of_version_1.all(Commitment)[0], paragraph=of_version_1.all(Paragraph)[0].id)
    assert of_version_1.all(Commitment)[0].paragraph == of_version_1.all(Paragraph)[0].id


@pytest.fixture(params=["version-1.consult", "version-2.0.consult"])
def of_an_earlier_version(request: pytest.FixtureRequest, folder: Path) -> Iterator[Store]:
    path = folder / "forum.consult"
    shutil.copyfile(FILES / request.param, path)
    with Store.open(path, identity()) as store:
        yield store


def test_what_people_wrote_into_clauses_of_an_earlier_version_stays(of_an_earlier_version: Store) -> None:
    store = of_an_earlier_version
    clauses = [each for each in read_declaration(store, EN).paragraphs if each.set and each.own_sources]
    worded, led, aside = (store.get(Paragraph, each.id) for each in clauses[:3])
    written = {each.id: each for each in store.all(Paragraph) if not each.drafted}
    reword(store, worded, "governments to ask the young first.")
    store.change(led, lead_in={**led.lead_in, "en": "Beg"})
    store.change(aside, left_out=True)
    items = store.all(Item)
    again = draft(store)
    kept = {each.id for each in store.all(Paragraph)}
    assert set(written) <= kept
    for id_, before in written.items():
        assert store.get(Paragraph, id_) == before
    assert {item.id for item in items} <= {item.id for item in store.all(Item)}
    assert {worded.id, led.id} <= set(again.without_source)
    assert said(store.get(Paragraph, worded.id)).endswith("governments to ask the young first.")
    assert said(store.get(Paragraph, led.id)).startswith("Beg ")
    assert store.get(Paragraph, aside.id).left_out
    assert {each.id for each in clauses[3:]} <= set(again.withdrawn)
    standing = read_declaration(store, EN)
    assert [each.number for each in standing.paragraphs if each.number] == [
        str(number) for number in range(1, again.clauses + 1)
    ]
    for language in ("fr", "en"):
        draft(store, language)
    for language in ("fr", "en"):
        assert not draft(store, language).written
