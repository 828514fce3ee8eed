"""Interventions from a table: what somebody typed elsewhere while people spoke."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from consultation.exchange.cells import Line, read_table
from consultation.exchange.taking_in import Imported, Intake
from consultation.language import N_
from consultation.model import Intervention, InterventionKind, Person, Session
from consultation.store import Store

COLUMNS = ("session", "speaker", "kind", "language", "time", "attributable", "text")
REQUIRED = ("session", "text")

YES = ("", "yes", "y", "true", "1", "oui", "sí", "si")
NO = ("no", "n", "false", "0", "non")


def import_interventions(store: Store, path: Path) -> Imported:
    """Read a table of interventions into the file: all rows, or, at any wrong one, none.

    ``time`` is a moment in ISO 8601; without an offset it is in the time zone of the consultation. SourceRefused
    names the row that is wrong; sessions and people the file does not have are made.
    """
    lines = read_table(path, REQUIRED, COLUMNS)
    zone = ZoneInfo(store.consultation.time_zone)
    people = {one.id: one.name for one in store.all(Person)}
    codes = {one.id: one.code for one in store.all(Session)}
    with store.together():
        intake = Intake(store, path, Intervention.kind())
        there = {
            _as_said(
                codes.get(one.session, ""),
                people.get(one.person, "") if one.person else "",
                one.text,
                (one.sort, one.language, one.said_at, one.attributable),
            )
            for one in store.all(Intervention)
        }
        for line in lines:
            _take_in(intake, line, zone, there)
        return intake.done


def _take_in(intake: Intake, line: Line, zone: ZoneInfo, there: set[tuple[object, ...]]) -> None:
    form = intake.choice(line, "kind", InterventionKind, InterventionKind.STATEMENT)
    text = intake.words(line, "text")
    language = intake.language(line)
    said_at = _moment(intake, line, zone)
    attributable = _yes(intake, line)
    facts = (form, language, said_at, attributable)
    if _as_said(line.get("session"), line.get("speaker"), text, facts) in there:
        intake.done.already_there += 1
        return
    intervention = Intervention(
        id=intake.store.new_id(),
        session=intake.session(line),
        person=intake.person(line, "speaker"),
        sort=form,
        text=text,
        language=language,
        said_at=said_at,
        attributable=attributable,
    )
    intake.save(intervention, line)
    intake.done.records += 1


def _as_said(session: str, speaker: str, text: str, facts: tuple[object, ...]) -> tuple[object, ...]:
    """Return what a row says in the form in which two rows are compared: spaces and case do not tell apart."""
    words = (" ".join(one.split()).casefold() for one in (session, speaker, text))
    return (*words, *facts)


def _moment(intake: Intake, line: Line, zone: ZoneInfo) -> datetime | None:
    text = line.get("time")
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise intake.refused(
            line, N_("“{value}” is not a date and time such as 2021-10-05 14:30"), value=text
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _yes(intake: Intake, line: Line) -> bool:
    text = line.get("attributable").casefold()
    if text not in (*YES, *NO):
        raise intake.refused(
            line,
            N_("“{value}” in the column “{column}” is not one of: {choices}"),
            value=text,
            column="attributable",
            choices="yes, no",
        )
    return text in YES
