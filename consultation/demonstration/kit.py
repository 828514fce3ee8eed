"""From a kit to its documents: its sample recorded, merged, put together, drafted and written out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from consultation.deciding.judging import say_same
from consultation.deciding.matches import read_asked, texts_of
from consultation.demonstration.documents import write_declaration, write_programme
from consultation.demonstration.folder import (
    MERGED,
    Demonstration,
    Made,
    made_in,
    what_came,
    what_is_left,
    what_was_put_together,
)
from consultation.exchange import TABLES, export_table
from consultation.files import write_whole
from consultation.kits import Kit
from consultation.language import Translator
from consultation.matching import match
from consultation.matching.glossary import Glossary
from consultation.merging import merge
from consultation.model import Recommendation
from consultation.sample.desk import Desk
from consultation.sample.kit_rooms import make_kit_sample
from consultation.store import Store

AFTERWARDS = timedelta(hours=2)
"""How long after the last session the files are merged."""
NOT_FOR_READERS = ("consultations", "vocabularies", "terms", "contacts", "deliveries", "verdicts", "groups")
"""Tables that say how a file is made up, or what is nobody else's."""
OF_THE_DECLARATION = ("sections", "paragraphs", "items")


def demonstrate_kit(kit: Kit, folder: Path, document: Translator, t: Translator) -> Demonstration:
    """Go from a kit of ours to the documents of its sample, in ``folder``; earlier files there are replaced.

    ``document`` is the language of the documents, ``t`` that of the words on the way. NotFound where the kit has no
    sample.
    """
    return made_in(folder, lambda workshop: _make(workshop, kit, document, t), t)


def _make(folder: Path, kit: Kit, document: Translator, t: Translator) -> Made:
    sample = make_kit_sample(folder, kit)
    merged = folder / MERGED
    shutil.copyfile(sample.prepared, merged)
    desk = Desk(f"{kit.name} rapporteur", {"name": ""})
    desk.now = sample.ends + AFTERWARDS
    with Store.open(merged, desk.identity, desk.clock, desk.entropy) as store:
        lines = [what_came(store, brought, t) for brought in merge(store, sample.rooms)]
        lines.append(what_is_left(store, t))
        lines += _what_says_the_same(store, t)
        documents: list[Path] = []
        if _has_declaration(store):
            documents, drafted = write_declaration(store, folder, document, t)
            lines.append(drafted)
        documents += write_programme(store, folder, document)
        tables = _written_tables(store, folder)
    return Made([sample.prepared, sample.handed_out, *sample.rooms, merged], documents, tables, lines)


def _what_says_the_same(store: Store, t: Translator) -> Iterator[str]:
    """Say the same of what surely is, as a rapporteur would; tell that, and how much is left to a person."""
    asked = read_asked(store, match(texts_of(store), Glossary.ours()))
    with store.together():
        for alike in asked.sure:
            say_same(store, alike.members, alike.members[0])
    if asked.sure:
        yield what_was_put_together(len(asked.sure), t)
    left = len(asked.perhaps) + len(asked.contradict)
    if left:
        yield t.plural("{count} pair to decide", "{count} pairs to decide", left)


def _has_declaration(store: Store) -> bool:
    return bool(store.consultation.declaration_name) and store.count(Recommendation) > 0


def _written_tables(store: Store, folder: Path) -> list[Path]:
    """Write a table of every kind of which there is anything to read."""
    paths = []
    for name, table in TABLES.items():
        if name not in (*NOT_FOR_READERS, *OF_THE_DECLARATION) and store.count(table.kind):
            path = folder / f"{name}.csv"
            write_whole(path, export_table(store, name, ".csv").data)
            paths.append(path)
    return paths
