"""Scenes of tables that are taken in, for the gallery: people, the programme, answers to a form, and a broken file."""

from __future__ import annotations

from collections.abc import Sequence

from consultation.exchange.matched import Listing
from consultation.model import Interest, Person, Session
from consultation.reading.programme import in_order
from ui.prepare.place import OPEN_SPACE, PEOPLE, PROGRAMME, PreparePlace
from ui.prepare.table_in import TableSheet
from ui.shell.stage import Stage


def _sheet(stage: Stage, view: str, listing: Listing) -> TableSheet:
    """Show the sheet on the sample, with no table in it."""
    stage.open_sample()
    place = stage.place(PreparePlace)
    place.take_table(view, listing)
    stage.settle()
    return place.sheet(view)


def _with(stage: Stage, sheet: TableSheet, rows: Sequence[Sequence[str]]) -> None:
    """Put rows into it as if they came from a spreadsheet."""
    sheet.incoming.paste("\n".join("\t".join(row) for row in rows))
    stage.settle()
    sheet.setFocus()
    stage.settle()


def people(stage: Stage) -> None:
    """Rows that were copied in a spreadsheet, one of them doubtful."""
    sheet = _sheet(stage, PEOPLE, Listing.PEOPLE)
    there = stage.workspace.store.all(Person)[4]
    rows = [
        ("Name", "Organisation", "Function", "E-mail", "Shoe size"),
        ("Ana Ruiz", "Port Ellery Youth Council", "Treasurer", "ana@example.org", "38"),
        (there.name, there.organisation, "Chair of the union", "", "41"),
        (there.name, "Another Council", "Member", "", "40"),
        ("Bo Ek", "Atelier Nord", "Designer", "", "43"),
    ]
    _with(stage, sheet, rows)


def organisations_without_heads(stage: Stage) -> None:
    """Rows without the names of their columns: what each holds has to be said."""
    sheet = _sheet(stage, PEOPLE, Listing.ORGANISATIONS)
    _with(stage, sheet, [("Council of Portville", "CPV", "Portville"), ("Nordic Studio", "NS", "Lund")])


def programme(stage: Stage) -> None:
    """A programme as a secretariat keeps it: a session that is known, one whose room is another, a doubtful one."""
    sheet = _sheet(stage, PROGRAMME, Listing.PROGRAMME)
    first, second, third = in_order(stage.workspace.store.all(Session))[:3]
    rows = [
        ("Code", "Title (en)", "Day", "Start", "End", "Room", "Chair"),
        (first.code, first.title["en"], "", "", "", "Hall K", "Ana Ruiz"),
        (second.code, second.title["en"], "", "", "", second.room, ""),
        ("X-1", third.title["en"], "", "", "", "", ""),
        ("X-2", "A walk along the river", "12 October 2021", "9:00", "10:30", "Hall L", ""),
        ("X-3", "A late talk", "12 October 2021", "25:00", "", "Hall L", ""),
    ]
    _with(stage, sheet, rows)


def interests(stage: Stage) -> None:
    """The answers to a form; somebody else asks for what has been asked before."""
    sheet = _sheet(stage, OPEN_SPACE, Listing.INTERESTS)
    there = stage.workspace.store.all(Interest)[0]
    rows = [
        ("Timestamp", "Your name", "Email address", "Title of your session", "Short description", "T-shirt"),
        ("12/09/2021 10:21:00", "Ana Ruiz", "ana@example.org", "Wells for all", "We dig one together.", "M"),
        ("13/09/2021 08:02:11", "Bo Ek", "bo@example.org", there.title, "The same, told by those who live there.", "L"),
    ]
    _with(stage, sheet, rows)


def none_yet(stage: Stage) -> None:
    """No table yet."""
    _sheet(stage, OPEN_SPACE, Listing.INTERESTS).setFocus()
    stage.settle()


def refused(stage: Stage) -> None:
    """A workbook that was cut short."""
    sheet = _sheet(stage, PROGRAMME, Listing.PROGRAMME)
    path = stage.workspace.path.with_name("Programme, last version.xlsx")
    path.write_bytes(b"PK\x03\x04 nothing")
    sheet.incoming.open(path)
    stage.settle()
    sheet.setFocus()


def being_read(stage: Stage) -> None:
    """A table that is being read."""
    sheet = _sheet(stage, PEOPLE, Listing.PEOPLE)
    incoming, source = sheet.incoming, sheet.source
    incoming.path = stage.workspace.path.with_name("All participants.xlsx")
    source.words.show_text(incoming.path.name)
    source.doing.setText(stage.workspace.t("Reading “{name}”").format(name=incoming.path.name))
    source.show_parts(True)


SCENES = {
    "prepare-table-people": people,
    "prepare-table-no-heads": organisations_without_heads,
    "prepare-table-programme": programme,
    "prepare-table-interests": interests,
    "prepare-table-none": none_yet,
    "prepare-table-refused": refused,
    "prepare-table-reading": being_read,
}
