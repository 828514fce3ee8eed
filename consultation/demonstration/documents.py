"""The documents of a demonstration: a declaration and the programme, each in every way it can be written."""

from __future__ import annotations

from pathlib import Path

from consultation.composing import declaration, programme
from consultation.drafting import draft_declaration
from consultation.exchange import CALENDAR_ENDING, PROGRAMME_ENDINGS, calendar_of, export_programme
from consultation.files import write_whole
from consultation.language import Translator
from consultation.model import Session
from consultation.publishing import FORMATS, publish
from consultation.store import Store

DECLARATION = "declaration"
"""What the names of the declaration's files begin with."""
PROGRAMME = "programme"


def write_declaration(store: Store, folder: Path, document: Translator, t: Translator) -> tuple[list[Path], str]:
    """Draft the declaration and write it; give its files, and in words how much was drafted."""
    done = draft_declaration(store, document)
    written = declaration(store, document)
    paths = [folder / f"{DECLARATION}-{document.language}{ending}" for ending in FORMATS]
    for path in paths:
        publish(written, path)
    return paths, t.plural("Drafted {count} clause", "Drafted {count} clauses", done.clauses)


def write_programme(store: Store, folder: Path, document: Translator) -> list[Path]:
    """Write the programme to read, as tables and, where any of it has a day, as a calendar; nothing without one."""
    if not store.count(Session):
        return []
    named = folder / f"{PROGRAMME}-{document.language}"
    to_read = named.with_suffix(".pdf")
    publish(programme(store, document), to_read)
    tables = [named.with_suffix(ending) for ending in PROGRAMME_ENDINGS]
    for path in tables:
        write_whole(path, export_programme(store, document, path.suffix).data)
    calendar = calendar_of(store, document)
    if not calendar.sessions:
        return [to_read, *tables]
    carried = named.with_suffix(CALENDAR_ENDING)
    write_whole(carried, calendar.data)
    return [to_read, carried, *tables]
