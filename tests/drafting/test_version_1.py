"""A declaration that the first version of the program drafted: its clauses are paragraphs, and go on as such."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from consultation.drafting import draft_declaration
from consultation.language import translator
from consultation.model import Commitment, Paragraph
from consultation.reading.declaration import languages_drafted, read_declaration
from consultation.store import Store
from tests.builders import identity, rows_of
from tests.drafting.rooms import reword

VERSION_1 = Path(__file__).parents[1] / "files" / "version-1.consult"
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


def test_drafting_goes_on_where_version_1_left_off(of_version_1: Store) -> None:
    before = {each.id: each.text for each in read_declaration(of_version_1, EN).paragraphs}
    edited = next(each for each in read_declaration(of_version_1, EN).paragraphs if each.number == "4")
    reword(of_version_1, of_version_1.get(Paragraph, edited.id), "governments to ask the young first.")
    again = draft_declaration(of_version_1, EN)
    assert not any((again.new, again.withdrawn, again.without_source, again.left_out))
    after = {each.id: each.text for each in read_declaration(of_version_1, EN).paragraphs}
    assert list(after) == list(before)
    assert {one for one in after if after[one] != before[one]} == {edited.id, *again.changed}
    assert after[edited.id] == f"{edited.parts.lead_in} governments to ask the young first."
    assert not draft_declaration(of_version_1, EN).written
