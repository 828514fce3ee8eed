"""JSON that holds the whole tree."""

from __future__ import annotations

import json

from declarations import declaration

from consultation.document import Heading
from consultation.publishing import json_text


def test_the_tree_comes_back_whole() -> None:
    document = declaration()
    tree = json.loads(json_text(document))
    assert (tree["format"], tree["version"], tree["language"]) == ("consultation-document", 1, "en")
    assert tree["cover"]["title"] == document.cover.title
    assert tree["cover"]["facts"] == [["Place", "Kütahya"]]
    assert [block["block"] for block in tree["blocks"]] == [type(block).__name__ for block in document.blocks]
    headings = [
        Heading(**{k: v for k, v in b.items() if k != "block"}) for b in tree["blocks"] if b["block"] == "Heading"
    ]
    assert headings == [block for block in document.blocks if isinstance(block, Heading)]


def test_runs_keep_their_style_and_target() -> None:
    clause = next(b for b in json.loads(json_text(declaration()))["blocks"] if b["block"] == "Clause")
    assert clause["runs"][1] == {"text": " R-1", "style": "reference", "target": "source-1", "language": ""}


def test_words_are_readable_and_the_text_is_stable() -> None:
    text = json_text(declaration())
    assert "Kütahya" in text
    assert text == json_text(declaration())
    assert text.endswith("}\n")
