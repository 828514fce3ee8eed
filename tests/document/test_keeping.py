"""A document that is kept comes back as it was, whatever is in it; what somebody changed in it is refused."""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given

from consultation.document import (
    Block,
    Column,
    Cover,
    Document,
    ListBlock,
    Paragraph,
    Row,
    Run,
    Table,
    keeping,
    packing,
    plain,
)
from consultation.document.keeping import as_kept, from_kept
from consultation.document.packing import PART, packed, unpacked
from consultation.errors import EditionRefused
from tests.builders import many_examples
from tests.document.trees import documents, kinds_of, values

PLAIN = Document("en", Cover("Water for all"), (Paragraph(plain("Open the wells.")),))


@many_examples(150)
@given(documents())
def test_any_document_comes_back_as_it_was(document: Document) -> None:
    text = as_kept(document)
    assert from_kept(text) == document
    assert as_kept(from_kept(text)) == text
    assert unpacked(packed(text)) == text


@pytest.mark.parametrize("kind", sorted(kinds_of(Document), key=lambda kind: kind.__name__))
def test_every_part_of_the_tree_can_be_kept(kind: type[Any]) -> None:
    @many_examples(20)
    @given(values(kind))
    def keep(part: Any) -> None:
        assert keeping._reader(kind)(json.loads(json.dumps(keeping._written(part)))) == part

    keep()


def test_every_kind_of_block_is_among_the_parts() -> None:
    assert set(get_args(Block)) <= kinds_of(Document)


def test_what_is_as_it_begins_is_not_written_so_that_a_tree_may_grow() -> None:
    tree = json.loads(as_kept(PLAIN))["document"]
    assert tree == {
        "is": "Document",
        "language": "en",
        "cover": {"is": "Cover", "title": "Water for all"},
        "blocks": [{"is": "Paragraph", "runs": [{"is": "Run", "text": "Open the wells."}]}],
    }


def changed(**with_these: Any) -> str:
    tree = json.loads(as_kept(PLAIN))
    tree["document"].update(with_these)
    return json.dumps(tree)


def blocks(*those: Any) -> str:
    return changed(blocks=list(those))


HOSTILE = {
    "no text": "",
    "no JSON": "import os",
    "a list": "[]",
    "no document": json.dumps({"format": keeping.FORMAT, "version": 1}),
    "another format": as_kept(PLAIN).replace(keeping.FORMAT, "pickle"),
    "a newer version": as_kept(PLAIN).replace('"version":1', '"version":2'),
    "more than a document": as_kept(PLAIN).replace('"version":1', '"version":1,"more":1'),
    "a field nobody knows": changed(colour="blue"),
    "a block nobody knows": blocks({"is": "Popen", "args": "ls"}),
    "a class that is no block": blocks({"is": "Document", "language": "en"}),
    "a block without a name": blocks({"runs": []}),
    "a name that is no text": blocks({"is": ["Paragraph"], "runs": []}),
    "a missing field": blocks({"is": "Heading", "level": 1, "text": "x"}),
    "a text that is a number": changed(language=1),
    "a number that is a text": blocks({"is": "Heading", "level": "1", "text": "x", "anchor": ""}),
    "a number that is true": blocks({"is": "Heading", "level": True, "text": "x", "anchor": ""}),
    "a number of 40 digits": blocks({"is": "Heading", "level": 10**40, "text": "x", "anchor": ""}),
    "true that is a number": changed(final=1),
    "no number": changed(blocks=[]).replace("[]", "NaN"),
    "a choice nobody has": blocks({"is": "Paragraph", "runs": [], "role": "shout"}),
    "a list that is a text": blocks({"is": "Paragraph", "runs": "abc"}),
    "nothing where something must be": changed(language=None),
    "a moment that is none": changed(changed_at={"is": "moment", "at": "yesterday"}),
    "a moment with more": changed(changed_at={"is": "moment", "at": "2021-10-08", "zone": "x"}),
    "a moment that is a text": changed(changed_at="2021-10-08T18:40:00+00:00"),
    "very deep": changed(blocks=[]).replace("[]", "[" * 5000 + "]" * 5000),
    "half a character": changed(language="x").replace('"x"', '"\\ud800"'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_kept_document_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(EditionRefused, match="cannot be read"):
        from_kept(HOSTILE[name])


def test_a_list_within_lists_deeper_than_anybody_writes_is_refused_and_not_obeyed() -> None:
    inner: dict[str, Any] = {"is": "ListBlock", "items": []}
    for _ in range(150):
        inner = {"is": "ListBlock", "items": [{"is": "ListItem", "runs": [], "inner": inner}]}
    with pytest.raises(EditionRefused):
        from_kept(blocks(inner))
    assert isinstance(from_kept(blocks({"is": "ListBlock", "items": []})).blocks[0], ListBlock)


def test_what_would_fill_the_memory_is_not_even_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "LARGEST_KEPT", 10_000)
    long = replace(PLAIN, author="x" * 10_000)
    with pytest.raises(EditionRefused, match="longer"):
        as_kept(long)
    with pytest.raises(EditionRefused, match="cannot be read"):
        from_kept(changed(author="x" * 10_000))
    monkeypatch.setattr(keeping, "LARGEST_KEPT", 64 << 20)
    monkeypatch.setattr(keeping, "MOST_BRACKETS", 100)
    with pytest.raises(EditionRefused, match="cannot be read"):
        from_kept(changed(blocks=[[]] * 101))


def test_what_unfolds_to_more_than_a_document_or_is_no_part_of_one_is_refused() -> None:
    bomb = packed("x" * (keeping.LARGEST_KEPT + 1))
    assert len("".join(bomb)) < 100_000
    for strange in (
        bomb,
        [],
        ["!"],
        ["eA=="],
        packed("x")[:0],
        [packed("x" * 99)[0][:-8]],
        [*packed("x"), *packed("x")],
    ):
        with pytest.raises(EditionRefused, match="damaged"):
            unpacked(strange)


def test_what_unfolds_to_too_much_is_not_unfolded_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed("x" * 50_000_000)
    monkeypatch.setattr(packing, "LARGEST_KEPT", 1000)
    tracemalloc.start()
    try:
        with pytest.raises(EditionRefused, match="damaged"):
            unpacked(bomb)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_two_thousand_items_fit_into_a_few_parts() -> None:
    words = "open the budget of each district to those who live there and report on it every year, street by street; "
    rows = tuple(
        Row(tuple(plain(f"{words}{number * (column + 7919)} {column}") for column in range(6)), f"source-{number}")
        for number in range(2000)
    )
    document = replace(PLAIN, blocks=(Table(tuple(Column(str(column)) for column in range(6)), rows),))
    parts = packed(as_kept(document))
    assert all(len(part) <= PART for part in parts)
    assert from_kept(unpacked(parts)) == document


def test_a_type_that_nobody_taught_to_be_kept_is_noticed() -> None:
    with pytest.raises(TypeError, match="can be kept"):
        keeping._reader(set[Run])
