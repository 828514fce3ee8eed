"""Interventions as somebody types them elsewhere while people speak."""

from __future__ import annotations

from consultation.exchange.cells import Line, Sheet, known_columns
from consultation.exchange.tables.table import MOMENT, YES_NO, one_of
from consultation.exchange.taking_in import Imported, as_said
from consultation.exchange.typed import TypedIntake, Unsaid
from consultation.model import Intervention, InterventionKind, Person, Session
from consultation.store import Store

COLUMNS = ("session", "speaker", "kind", "language", "time", "attributable", "text")
REQUIRED = ("session", "text")
SORT = one_of(InterventionKind)


def import_interventions(store: Store, sheet: Sheet, unsaid: Unsaid) -> Imported:
    """Read a table of interventions into the file: all rows, or, at any wrong one, none.

    ``time`` is a moment in ISO 8601; without an offset it is in the time zone of the consultation. SourceRefused
    names the row that is wrong; sessions and people the file does not have are made.
    """
    columns = known_columns(sheet, REQUIRED, COLUMNS)
    with store.together():
        intake = TypedIntake(store, sheet.name, Intervention.kind(), unsaid)
        there = _there(store)
        return intake.write(sheet.lines(columns), lambda line: _take_in(intake, line, there))


def _take_in(intake: TypedIntake, line: Line, there: set[tuple[object, ...]]) -> None:
    intake.row = line.number
    sort = intake.read(line, "kind", SORT, InterventionKind.STATEMENT)
    text = intake.words(line, "text")
    language = intake.language(line)
    said_at = intake.read(line, "time", MOMENT)
    attributable = intake.read(line, "attributable", YES_NO, True)
    said = as_said((line.get("session"), line.get("speaker"), text))
    if (*said, sort, language, said_at, attributable) in there:
        intake.done.already_there += 1
        return
    intake.make(
        Intervention,
        session=intake.session(line),
        person=intake.person(line, "speaker"),
        sort=sort,
        text=text,
        language=language,
        said_at=said_at,
        attributable=attributable,
    )
    intake.done.records += 1


def _there(store: Store) -> set[tuple[object, ...]]:
    """Return what was said already, in the form in which rows are compared."""
    people = {person.id: person.name for person in store.all(Person)}
    codes = {session.id: session.code for session in store.all(Session)}
    return {
        (
            *as_said(
                (
                    codes.get(intervention.session, ""),
                    people.get(intervention.person, "") if intervention.person else "",
                    intervention.text,
                )
            ),
            *(intervention.sort, intervention.language, intervention.said_at, intervention.attributable),
        )
        for intervention in store.all(Intervention)
    }
