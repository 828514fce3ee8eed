"""A Document as JSON: its tree of blocks as it is, for other programs. A block not known here fails the type check."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import assert_never

from consultation.document import (
    Band,
    Block,
    Boxes,
    Combinations,
    Document,
    Facts,
    GroupedBars,
    Heading,
    HeatGrid,
    ListBlock,
    Note,
    NumberedParagraph,
    Objected,
    OnAPage,
    Paragraph,
    Recital,
    Row,
    SideBars,
    Signatures,
    StackedBars,
    Table,
)
from consultation.language import inert_json

FORMAT = "consultation-document"
VERSION = 3


def document_text(document: Document) -> str:
    """Write the tree; the same document gives the same text."""
    tree = {
        "format": FORMAT,
        "version": VERSION,
        "language": document.language,
        "title": document.name,
        "author": document.author,
        "final": document.final,
        "status": document.status,
        "changed_at": _data(document.changed_at),
        "digest": document.digest,
        "keywords": list(document.keywords),
        "cover": _data(document.cover),
        "blocks": [{"block": name_of(block), **_fields(block)} for block in document.blocks],
    }
    return inert_json(json.dumps(tree, ensure_ascii=False, indent=2)) + "\n"


def name_of(block: Block) -> str:
    """Name a kind of block for other programs; the name stays, whatever our own classes are called."""
    match block:
        case Heading():
            return "heading"
        case Paragraph():
            return "paragraph"
        case Recital():
            return "recital"
        case NumberedParagraph():
            return "numbered paragraph"
        case ListBlock():
            return "list"
        case Table():
            return "table"
        case Objected():
            return "objections"
        case GroupedBars():
            return "grouped bars"
        case StackedBars():
            return "stacked bars"
        case SideBars():
            return "side bars"
        case Combinations():
            return "combinations"
        case Boxes():
            return "boxes"
        case Facts():
            return "facts"
        case HeatGrid():
            return "heat grid"
        case Note():
            return "note"
        case OnAPage():
            return "on a page"
        case Signatures():
            return "signatures"
        case _:
            assert_never(block)


def _data(value: object) -> object:
    """Turn a part of the tree into what JSON knows; rows of a table say which kind they are."""
    if isinstance(value, Row | Band):
        return {"row": "band" if isinstance(value, Band) else "cells", **_fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
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
