"""The command that says what weighs how much, and which to begin with."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.language import Translator
from consultation.words import shortened

if TYPE_CHECKING:
    from consultation.weighing.hands import Line
    from consultation.weighing.matrix import Matrix
    from consultation.weighing.proposing import Place
    from consultation.weighing.weighed import Weighed, Weighing


def priorities(asked: Namespace, t: Translator) -> Reply:
    """Weigh everything that was asked for, and say which to begin with."""
    from consultation.weighing.figures import Figure, in_order
    from consultation.weighing.proposing import Place, keep_proposal, places, propose, read_shortlist
    from consultation.weighing.weighed import read_weighing

    with open_file(asked) as store:
        weighing = read_weighing(store)
        proposed = [seat.key for seat in propose(weighing, asked.size)]
        if asked.keep:
            keep_proposal(store, proposed, asked.size)
        kept = read_shortlist(store)
    if kept is None:
        listed = [Place(weighing.by_recommendation[key], number) for number, key in enumerate(proposed, 1)]
    else:
        listed = places(weighing, kept)
    figure = Figure(asked.by)
    rows = in_order(weighing.rows, figure)
    shape = {
        "by": asked.by,
        "recommendations": [_shape(row, weighing) for row in rows],
        "strand_by_set": _cells(weighing, capitals=False),
        "strand_by_capital": _cells(weighing, capitals=True),
        "missing": _missing(weighing),
        "shortlist": {
            "kept": kept is not None,
            "size": kept.size if kept else asked.size,
            "recommendations": [_place(place, weighing) for place in listed],
            "strands": _strands(weighing, listed, kept.size if kept else asked.size),
        },
    }
    return Reply(shape, _lines(t, rows, weighing, figure, listed, is_kept=kept is not None))


def _shape(row: Weighed, weighing: Weighing) -> dict[str, Any]:
    divided = row.divided
    return {
        "ids": [str(member) for member in row.members],
        "session": _code(weighing, row.room),
        "number": row.number,
        "set": row.set.value,
        "text": row.text,
        "strands": _keys(weighing.strands, row.strands),
        "capitals": _keys(weighing.capitals, row.capitals),
        "rooms": [_code(weighing, room) for room in weighing.rooms if room in row.backing.rooms],
        "regions": _keys(weighing.regions, row.backing.regions),
        "actors": _keys(weighing.actors, row.backing.actors),
        "support": [_line(line, weighing) for line in row.lines],
        "total": {"for": row.total.in_favour, "against": row.total.against, "abstain": row.total.abstain}
        if row.total
        else None,
        "across": {"for": row.in_favour.product, "against": row.against.product}
        if row.in_favour and row.against
        else None,
        "mean": {"for": row.in_favour.mean, "against": row.against.mean} if row.in_favour and row.against else None,
        "divides": {
            "session": _code(weighing, divided[0].room),
            "group": divided[0].group,
            "agreement": float(divided[1].agreement),
            "disagreement": float(divided[1].disagreement),
            "controversy": float(divided[1].controversy),
        }
        if divided
        else None,
    }


def _line(line: Line, weighing: Weighing) -> dict[str, Any]:
    counted = line.seen > 0 or line.enters
    return {
        "session": _code(weighing, line.room),
        "group": line.group,
        "for": line.in_favour if counted else None,
        "against": line.against if counted else None,
        "abstain": line.abstaining if counted else None,
        "standing": line.standing.value,
    }


def _cells(weighing: Weighing, capitals: bool) -> list[dict[str, Any]]:
    """List the counts of a matrix; what stands in no strand, or has no capital, under ""."""
    from consultation.weighing.matrix import strands_by_capital, strands_by_set

    matrix: Matrix[Any] = strands_by_capital(weighing) if capitals else strands_by_set(weighing)
    strands = {term.id: term.key for term in weighing.strands}
    names = {term.id: term.key for term in weighing.capitals} if capitals else None
    return [
        {
            "strand": strands.get(strand, "") if strand else "",
            ("capital" if names else "set"): (names.get(column, "") if names else str(column.value)) if column else "",
            "count": matrix.cell(strand, column),
        }
        for strand in matrix.strands
        for column in matrix.columns
    ]


def _missing(weighing: Weighing) -> list[dict[str, Any]]:
    """List the cells of region and kind of actor of which nobody was there, or nobody knows whether."""
    turnout = weighing.turnout
    return [
        {"region": region.key, "actor": actor.key, "heads": heads}
        for region in turnout.regions
        for actor in turnout.actors
        if not (heads := turnout.cell(region.id, actor.id))
    ]


def _place(place: Place, weighing: Weighing) -> dict[str, Any]:
    return {
        "id": str(place.row.key),
        "session": _code(weighing, place.row.room),
        "number": place.row.number,
        "text": place.row.text,
        "proposed": place.proposed,
    }


def _strands(weighing: Weighing, listed: list[Place], size: int) -> list[dict[str, Any]]:
    from consultation.weighing.proposing import dues

    keys = {term.id: term.key for term in weighing.strands}
    found = dues(weighing, [place.row for place in listed], size)
    return [{"strand": keys[strand], "has": float(each.has), "due": float(each.due)} for strand, each in found.items()]


def _lines(
    t: Translator, rows: list[Weighed], weighing: Weighing, figure: Any, listed: list[Place], is_kept: bool
) -> list[str]:
    from consultation.weighing.figures import value_of
    from consultation.weighing.telling import NAMES, written

    if not rows:
        return [t("Nothing was asked for in this file.")]
    context, name = NAMES[figure]
    lines = [f"{t.context(context, name)}:"]
    lines += [f"{written(t, figure, value_of(row, figure)):>6}  {_called(row, weighing)}" for row in rows]
    lines.append("")
    lines.append(t("To begin with, as it was put in order:") if is_kept else t("To begin with, as it is proposed:"))
    lines += [f"{number:>6}  {_called(place.row, weighing)}" for number, place in enumerate(listed, 1)]
    return lines


def _called(row: Weighed, weighing: Weighing) -> str:
    name = f"{_code(weighing, row.room)} {row.number or ''}".strip()
    return f"{name}: {shortened(row.text)}" if name else shortened(row.text)


def _code(weighing: Weighing, session: UUID | None) -> str:
    found = weighing.sessions.get(session) if session else None
    return found.code if found else ""


def _keys(terms: Any, chosen: frozenset[UUID]) -> list[str]:
    return [term.key for term in terms if term.id in chosen]
