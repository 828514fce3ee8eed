"""What `import` does with the documents of a reference manager."""

from __future__ import annotations

from pathlib import Path

from consultation.cli.reply import Reply
from consultation.language import Translator
from consultation.store import Store

ENDINGS = (".ris", ".json")
"""RIS and CSL-JSON."""


def references(store: Store, path: Path, t: Translator) -> Reply:
    """Read the documents of a RIS or CSL-JSON file."""
    from consultation.exchange.references import import_references

    done = import_references(store, path)
    lines = [t.plural("{count} document came in.", "{count} documents came in.", done.made)]
    remarks = [remark.in_words(t) for remark in done.remarks]
    told = {"imported": done.made, "kind": "references", "already_there": done.already_there, "remarks": remarks}
    return Reply(told, lines, remarks)
