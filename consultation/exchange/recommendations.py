"""Recommendations as a table: what `export` writes, `import` reads back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

from consultation.exchange.cells import Line, read_table, table_bytes
from consultation.exchange.taking_in import Imported, Intake
from consultation.model import (
    KnownVocabulary,
    Person,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Session,
    Support,
    Term,
    texts_of,
)
from consultation.store import Store

COLUMNS = (
    "reference",
    "session",
    "set",
    "language",
    "strand",
    "capitals",
    "addressee",
    "proposer",
    "text",
    "rationale",
    "status",
    "for",
    "against",
    "abstain",
)
REQUIRED = ("set", "text")


def import_recommendations(store: Store, path: Path) -> Imported:
    """Read a table of recommendations into the file: all rows, or, at any wrong one, none.

    A row that stands in the file just so, to every cell, is passed over. SourceRefused names the row that is
    wrong; sessions and people the file does not have are made.
    """
    lines = read_table(path, REQUIRED, COLUMNS)
    with store.together():
        intake = Intake(store, path, Recommendation.kind())
        there = {_as_said(row) for row in _rows(store)}
        for line in lines:
            _take_in(intake, line, there)
        return intake.done


def recommendations_csv(store: Store) -> bytes:
    """Write all recommendations as a table, oldest first; counts of several groups are added up."""
    return table_bytes(COLUMNS, _rows(store))


def recommendations_json(store: Store) -> bytes:
    """Write all recommendations with everything they carry, as JSON."""
    people = {one.id: one.name for one in store.all(Person)}
    sessions = {one.id: one.code for one in store.all(Session)}
    keys = {one.id: one.key for one in store.all(Term)}
    support = _support_of(store)
    listed = [
        {
            "id": str(one.id),
            "reference": one.reference,
            "session": sessions.get(one.session, "") if one.session else "",
            "set": one.set,
            "language": one.language,
            "strands": [keys[term] for term in one.chosen(KnownVocabulary.STRAND) if term in keys],
            "capitals": [keys[term] for term in one.chosen(KnownVocabulary.CAPITAL) if term in keys],
            "addressees": [keys[term] for term in one.addressees if term in keys],
            "proposer": people.get(one.proposer, "") if one.proposer else "",
            "text": one.text,
            "translations": texts_of(one.translations),
            "rationale": one.rationale,
            "status": one.status,
            "support": [
                {
                    "group": count.group,
                    "for": count.in_favour,
                    "against": count.against,
                    "abstain": count.abstain,
                    "consensus": count.consensus,
                }
                for count in support.get(one.id, [])
            ],
        }
        for one in store.all(Recommendation)
    ]
    return (json.dumps({"recommendations": listed}, ensure_ascii=False, indent=1) + "\n").encode()


def _take_in(intake: Intake, line: Line, there: set[tuple[str, ...]]) -> None:
    counts = [intake.count(line, column) for column in ("for", "against", "abstain")]
    chosen = intake.choice(line, "set", RecommendationSet)
    status = intake.choice(line, "status", RecommendationStatus, RecommendationStatus.PROPOSED)
    strands = intake.terms(line, "strand", KnownVocabulary.STRAND)
    capitals = intake.terms(line, "capitals", KnownVocabulary.CAPITAL)
    addressees = intake.terms(line, "addressee", KnownVocabulary.ADDRESSEE)
    said = (
        *(line.get("reference"), line.get("session"), chosen, intake.language(line)),
        *(intake.keys(terms) for terms in (strands, capitals, addressees)),
        *(line.get("proposer"), intake.words(line, "text"), line.get("rationale"), status),
        *("" if count is None else str(count) for count in counts),
    )
    if _as_said(said) in there:
        intake.done.already_there += 1
        return
    recommendation = Recommendation(
        id=intake.store.new_id(),
        session=intake.session(line) if line.get("session") else None,
        set=chosen,
        text=line.get("text"),
        language=line.get("language"),
        terms={KnownVocabulary.STRAND: strands, KnownVocabulary.CAPITAL: capitals},
        addressees=addressees,
        proposer=intake.person(line, "proposer"),
        rationale=line.get("rationale"),
        status=status,
        reference=line.get("reference"),
    )
    intake.save(recommendation, line)
    if any(count is not None for count in counts):
        support = Support(
            id=intake.store.new_id(),
            recommendation=recommendation.id,
            in_favour=counts[0],
            against=counts[1],
            abstain=counts[2],
        )
        intake.save(support, line)
    intake.done.records += 1


def _as_said(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the cells of a row in the form in which two rows are compared: spaces and case do not tell apart."""
    return tuple(" ".join(cell.split()).casefold() for cell in cells)


def _rows(store: Store) -> Iterator[tuple[str, ...]]:
    """Give the cells of each recommendation in the order of `COLUMNS`."""
    people = {one.id: one.name for one in store.all(Person)}
    sessions = {one.id: one.code for one in store.all(Session)}
    keys = {one.id: one.key for one in store.all(Term)}
    support = _support_of(store)
    for one in store.all(Recommendation):
        named = [
            ", ".join(keys[term] for term in terms if term in keys)
            for terms in (one.chosen(KnownVocabulary.STRAND), one.chosen(KnownVocabulary.CAPITAL), one.addressees)
        ]
        yield (
            one.reference,
            sessions.get(one.session, "") if one.session else "",
            str(one.set),
            one.language,
            *named,
            people.get(one.proposer, "") if one.proposer else "",
            one.text,
            one.rationale,
            str(one.status),
            *_counts(support.get(one.id, [])),
        )


def _support_of(store: Store) -> dict[UUID, list[Support]]:
    support: dict[UUID, list[Support]] = {}
    for one in store.all(Support):
        support.setdefault(one.recommendation, []).append(one)
    return support


def _counts(support: list[Support]) -> tuple[str, str, str]:
    """Return the hands for, against and abstaining over all groups; empty where nobody counted."""
    return (
        _sum(one.in_favour for one in support),
        _sum(one.against for one in support),
        _sum(one.abstain for one in support),
    )


def _sum(counts: Iterable[int | None]) -> str:
    known = [count for count in counts if count is not None]
    return str(sum(known)) if known else ""
