"""JSON that holds the whole tree."""

from __future__ import annotations

import json

from declarations import declaration

from consultation.document import Heading
from consultation.publishing import json_text


def test_the_tree_comes_back_whole() -> None:
    document = declaration()
    tree = json.loads(json_text(document))
    assert (tree["format"], tree["version"], tree["language"]) == ("consultation-document", 2, "en")
    assert tree["cover"]["title"] == document.cover.title
    assert tree["cover"]["facts"] == [["Place", "Kütahya"]]
    assert len(tree["blocks"]) == len(document.blocks)
    headings = [
        Heading(**{k: v for k, v in b.items() if k != "block"}) for b in tree["blocks"] if b["block"] == "heading"
    ]
    assert headings == [block for block in document.blocks if isinstance(block, Heading)]


def test_runs_keep_their_style_and_target() -> None:
    clause = next(b for b in json.loads(json_text(declaration()))["blocks"] if b["block"] == "numbered paragraph")
    assert clause["sources"] == [
        {"text": "R-1", "style": "reference", "target": "source-1", "language": "", "redline": ""}
    ]


def test_words_are_readable_and_the_text_is_stable() -> None:
    text = json_text(declaration())
    assert "Kütahya" in text
    assert text == json_text(declaration())
    assert text.endswith("}\n")
