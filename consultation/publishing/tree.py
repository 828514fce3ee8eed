"""A Document as JSON: its tree of blocks as it is, for other programs."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass

from consultation.document import Document

FORMAT = "consultation-document"
VERSION = 1


def document_text(document: Document) -> str:
    """Write the tree; the same document gives the same text."""
    tree = {
        "format": FORMAT,
        "version": VERSION,
        "language": document.language,
        "author": document.author,
        "final": document.final,
        "cover": _data(document.cover),
        "blocks": [{"block": type(block).__name__, **_fields(block)} for block in document.blocks],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _data(value: object) -> object:
    """Turn a part of the tree into what JSON knows."""
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    return value


def _fields(value: object) -> dict[str, object]:
    """Turn a part of the tree into an object with its fields, in the order in which they are declared."""
    if not is_dataclass(value):
        raise TypeError(f"not a part of a document: {value!r}")
    return {field.name: _data(getattr(value, field.name)) for field in fields(value)}
