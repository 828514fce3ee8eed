"""JSON that holds the whole tree."""

from __future__ import annotations

import json

from declarations import banded, changed, declaration, document, everything, foreign, grid, lettered, nested

from consultation.document import Heading, Paragraph, plain
from consultation.language import inert
from consultation.publishing import json_text


def test_the_tree_comes_back_whole() -> None:
    document = declaration()
    tree = json.loads(json_text(document))
    assert (tree["format"], tree["version"], tree["language"]) == ("consultation-document", 3, "en")
    assert tree["cover"]["title"] == document.cover.title
    assert tree["cover"]["columns"] == [["Place", "Kütahya"]]
    assert len(tree["blocks"]) == len(document.blocks)
    headings = [
        Heading(**{k: v for k, v in b.items() if k != "block"}) for b in tree["blocks"] if b["block"] == "heading"
    ]
    assert headings == [block for block in document.blocks if isinstance(block, Heading)]


def test_runs_keep_their_style_and_target() -> None:
    clause = next(b for b in json.loads(json_text(declaration()))["blocks"] if b["block"] == "numbered paragraph")
    empty = dict.fromkeys(("language", "redline", "tone", "spoken"), "")
    assert clause["sources"] == [{"text": "R-1", "style": "reference", "target": "source-1", **empty}]


def test_words_are_readable_and_the_text_is_stable() -> None:
    text = json_text(declaration())
    assert "Kütahya" in text
    assert text == json_text(declaration())
    assert text.endswith("}\n")


def test_every_block_is_there_under_its_name() -> None:
    names = [block["block"] for block in json.loads(json_text(everything()))["blocks"]]
    assert set(names) == {
        "heading",
        "paragraph",
        "recital",
        "numbered paragraph",
        "list",
        "table",
        "objections",
        "grouped bars",
        "stacked bars",
        "side bars",
        "combinations",
        "boxes",
        "facts",
        "heat grid",
        "note",
        "on a page",
        "signatures",
    }


def test_items_lists_and_bands_keep_their_shape() -> None:
    blocks = json.loads(json_text(document(lettered(letters="ab"), nested(), banded())))["blocks"]
    assert [(item["letter"], item["sources"][0]["text"]) for item in blocks[0]["items"]] == [("a", "S1"), ("b", "S2")]
    assert blocks[1]["items"][0]["inner"]["items"][0]["inner"]["items"][0]["runs"][0]["text"] == "inmost"
    assert [row["row"] for row in blocks[2]["rows"]] == ["band", "cells"] * 2
    assert [column["head"] for column in blocks[2]["columns"]] == [True, False, False]


def test_language_insertions_and_deletions_are_kept() -> None:
    blocks = json.loads(json_text(document(foreign(), changed())))["blocks"]
    assert [run["language"] for run in blocks[0]["runs"]] == ["", "fr"]
    assert [run["redline"] for run in blocks[1]["runs"]] == ["", "deleted", "", "inserted", ""]


def test_what_nobody_counted_is_null_and_not_0() -> None:
    (block,) = json.loads(json_text(document(grid())))["blocks"]
    assert block["values"] == [[38, None], [0, 6]]


def test_controls_are_kept_and_written_so_that_nothing_obeys_them() -> None:
    text = "\x1b[31m\x9b2J\u202e"
    written = json_text(document(Paragraph(plain(text))))
    assert inert(written) == written
    assert json.loads(written)["blocks"][0]["runs"][0]["text"] == text
