"""The working of a figure in words: a line for each room, what came of them, and what has to be known to read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from consultation.language import N_, NC_, Translator, in_language
from consultation.model import Term
from consultation.reading.no_sum import why_no_sum
from consultation.weighing.figures import Figure, Step, Working
from consultation.weighing.hands import Line, Standing
from consultation.weighing.weighed import Lack, Weighing

NAMES = {
    Figure.ACROSS: NC_("sorted by", "Across the rooms"),
    Figure.ROOMS: NC_("sorted by", "Most rooms"),
    Figure.REGIONS: NC_("sorted by", "Most regions"),
    Figure.ACTORS: NC_("sorted by", "Most kinds of actors"),
    Figure.DIVIDES: NC_("sorted by", "What divides"),
    Figure.AGAINST: NC_("sorted by", "Most against"),
    Figure.SUPPORT: NC_("sorted by", "Most hands"),
}
"""What the list can be sorted by."""

TITLES = {
    Figure.ACROSS: N_("{value} for, across the rooms"),
    Figure.AGAINST: N_("{value} against, across the rooms"),
    Figure.DIVIDES: N_("{value} divided, in the room that is most so"),
    Figure.SUPPORT: N_("{value} hands for"),
    Figure.ROOMS: N_("Rooms: {value}"),
    Figure.REGIONS: N_("Regions: {value}"),
    Figure.ACTORS: N_("Kinds of actors: {value}"),
}

LEFT_OUT = {
    Standing.NOT_COUNTED: N_("not counted"),
    Standing.IN_PART: N_("counted in part"),
    Standing.COUNTED_TWICE: N_("counted twice"),
    Standing.IN_GROUPS: N_("its groups stand for it"),
}
"""Why the hands of a room do not enter a figure."""

LACKS = {
    Lack.NOT_COUNTED: N_("not counted"),
    Lack.COUNTED_TWICE: N_("counted twice"),
    Lack.EARLIER_COUNT: N_("reworded since the count"),
    Lack.STRAND: N_("without strand"),
    Lack.ADDRESSEE: N_("without addressee"),
    Lack.CONTRADICTED: N_("contradicted"),
}
"""What to look at first."""


@dataclass(frozen=True)
class ToldLine:
    """What one room contributes, in words."""

    name: str
    calculation: str
    value: str
    line: Line | None = None
    left_out: bool = False


@dataclass(frozen=True)
class Told:
    """A working in words."""

    title: str
    lines: tuple[ToldLine, ...]
    results: tuple[tuple[str, str], ...]
    """What was done with the lines, and what came of it."""
    remarks: tuple[str, ...]
    """What a person has to know to read it."""


def tell(t: Translator, working: Working, weighing: Weighing) -> Told:
    """Put the working of a figure into words."""
    title = t(TITLES[working.figure]).format(value=written(t, working.figure, working.value))
    if working.figure in (Figure.ROOMS, Figure.REGIONS, Figure.ACTORS):
        return Told(title, _names(t, working, weighing), (), (_counted_remark(t, working.figure),))
    lines = tuple(_told(t, working.figure, step, weighing) for step in working.steps)
    return Told(title, lines, _results(t, working), _remarks(t, working))


def written(t: Translator, figure: Figure, value: float | None) -> str:
    """Write a figure; a dash where there is none."""
    if value is None:
        return "–"
    if figure in (Figure.ACROSS, Figure.AGAINST):
        return t.hundredths(value)
    return t.percent(value) if figure is Figure.DIVIDES else t.number(int(value))


def room_name(t: Translator, line: Line, weighing: Weighing) -> str:
    """Name the room of a line, and the group where it is one."""
    session = weighing.sessions.get(line.room) if line.room else None
    room = session.code if session else t("no session")
    return t("{room}, {group}").format(room=room, group=line.group) if line.group else room


def _told(t: Translator, figure: Figure, step: Step, weighing: Weighing) -> ToldLine:
    line, name = step.line, room_name(t, step.line, weighing)
    if step.value is None:
        why = t(LEFT_OUT[line.standing]) if not line.enters else t("nobody took a side")
        return ToldLine(name, why, "–", line, left_out=True)
    return ToldLine(name, _calculation(t, figure, step), written(t, figure, step.value), line)


def _calculation(t: Translator, figure: Figure, step: Step) -> str:
    line = step.line
    if figure is Figure.SUPPORT:
        return t("{seen} seen").format(seen=t.number(line.seen))
    if figure is Figure.DIVIDES:
        smaller, took = min(line.in_favour, line.against), line.in_favour + line.against
        return t("2 × {smaller} / {took}").format(smaller=t.number(smaller), took=t.number(took))
    hands = line.against if figure is Figure.AGAINST else line.in_favour
    return t("({hands} + 1) / ({seen} + 2)").format(hands=t.number(hands), seen=t.number(line.seen))


def _results(t: Translator, working: Working) -> tuple[tuple[str, str], ...]:
    entered = sum(step.value is not None for step in working.steps)
    if working.consensus:
        multiplied = (t("multiplied"), t.hundredths(working.consensus.product))
        if entered == 1:
            return (multiplied,)
        root = {2: t("their mean: the square root"), 3: t("their mean: the cube root")}.get(
            entered, t("their mean: the root to {count}").format(count=t.number(entered))
        )
        return (multiplied, (root, t.hundredths(working.consensus.mean)))
    if working.figure is Figure.DIVIDES and working.value is not None and entered > 1:
        return ((t("the most divided room"), t.percent(working.value)),)
    if working.figure is Figure.SUPPORT and working.value is not None:
        words = t("most in one room; no sum is made") if working.no_sum else t("altogether")
        return ((words, t.number(int(working.value))),)
    return ()


def _remarks(t: Translator, working: Working) -> tuple[str, ...]:
    found = [_meaning(t, working.figure)]
    lines = [step.line for step in working.steps]
    if working.consensus and sum(line.enters for line in lines) > 1:
        found.append(
            t("Each room more can only lower what is multiplied; the mean does not suffer from being asked more often.")
        )
    if any(line.wordings > 1 and line.enters for line in lines):
        found.append(
            t("Where a room was counted for two wordings of the same, its hands are put together for their share.")
        )
    if any(line.earlier for line in lines):
        found.append(t("Some were counted before the words were changed."))
    if working.no_sum:
        found.append(why_no_sum(t, working.no_sum, working.in_two))
    return tuple(found)


def _meaning(t: Translator, figure: Figure) -> str:
    if figure is Figure.ACROSS:
        return t(
            "High only if each room is for it: one room of many hands cannot carry it. "
            "With + 1 and + 2 a small room counts a little less surely."
        )
    if figure is Figure.AGAINST:
        return t("High only if each room is against it. With + 1 and + 2 a small room counts a little less surely.")
    if figure is Figure.DIVIDES:
        return t(
            "Twice the smaller side among those who took one: 0 % where all agree, 100 % where the sides are equal."
        )
    return t("Hands in favour, room by room; who was against or abstained was seen too.")


def _counted_remark(t: Translator, figure: Figure) -> str:
    if figure is Figure.ROOMS:
        return t("The sessions in which it was asked for, in whatever words.")
    if figure is Figure.REGIONS:
        return t("The regions of those who proposed it, or said what it was made of, as far as they are noted.")
    return t("The kinds of actors of those who proposed it, or said what it was made of, as far as they are noted.")


def _names(t: Translator, working: Working, weighing: Weighing) -> tuple[ToldLine, ...]:
    chosen = set(working.names)
    if working.figure is Figure.ROOMS:
        return tuple(ToldLine(weighing.sessions[room].code, "", "") for room in weighing.rooms if room in chosen)
    terms = weighing.regions if working.figure is Figure.REGIONS else weighing.actors
    return tuple(ToldLine(term_name(t, term), "", "") for term in terms if term.id in chosen)


def term_name(t: Translator, term: Term) -> str:
    """Name a term."""
    return in_language(term.label, t.language) or term.key


def names_of(t: Translator, terms: tuple[Term, ...]) -> Mapping[UUID, str]:
    """Name the terms of a vocabulary, by id."""
    return {term.id: term_name(t, term) for term in terms}
