"""Recommendations as people type them into a spreadsheet: what `export` writes, `import` reads back."""

from __future__ import annotations

import json
from collections.abc import Iterator

from consultation.exchange.cells import Line, Sheet, known_columns, table_bytes
from consultation.exchange.leaves import Named
from consultation.exchange.names import Names
from consultation.exchange.shapes import Several
from consultation.exchange.tables.table import IN_LANGUAGE, NUMBER, one_of
from consultation.exchange.taking_in import Imported, as_said
from consultation.exchange.typed import TypedIntake
from consultation.exchange.writing import Exported
from consultation.language import inert
from consultation.model import (
    KnownVocabulary,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Session,
    Support,
    Term,
    fingerprint,
    texts_of,
)
from consultation.reading.tallies import NOT_COUNTED, Counts, by_recommendation, read_counts
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
PROPOSER = COLUMNS.index("proposer")
SET = one_of(RecommendationSet)
STATUS = one_of(RecommendationStatus)
STRANDS, CAPITALS, ADDRESSEES = (
    Several(Named(Term, vocabulary, there=True))
    for vocabulary in (KnownVocabulary.STRAND, KnownVocabulary.CAPITAL, KnownVocabulary.ADDRESSEE)
)


def import_recommendations(store: Store, sheet: Sheet) -> Imported:
    """Read a table of recommendations into the file: all rows, or, at any wrong one, none.

    A row that stands in the file just so, to every cell, with its proposer or, as tables are handed out, without, is
    passed over. SourceRefused names the row that is wrong; sessions and people the file does not have are made.
    """
    columns = known_columns(sheet, REQUIRED, COLUMNS)
    with store.together():
        intake = TypedIntake(store, sheet.name, Recommendation.kind())
        there = _there(store)
        return intake.write(sheet.lines(columns), lambda line: _take_in(intake, line, there))


def recommendations_csv(store: Store, with_names: bool = False) -> Exported:
    """Write all recommendations as a table, oldest first; counts of several groups are added up."""
    names = Names(store, with_names)
    return Exported(table_bytes(COLUMNS, list(_rows(store, names))), names.left_out)


def recommendations_json(store: Store, with_names: bool = False) -> Exported:
    """Write all recommendations with everything they carry, as JSON."""
    names = Names(store, with_names)
    sessions = {session.id: session.code for session in store.all(Session)}
    keys = {term.id: term.key for term in store.all(Term)}
    support = by_recommendation(store.all(Support))
    listed = [
        {
            "id": str(recommendation.id),
            "reference": recommendation.reference,
            "session": sessions.get(recommendation.session, "") if recommendation.session else "",
            "set": recommendation.set,
            "language": recommendation.language,
            "strands": [keys[term] for term in recommendation.chosen(KnownVocabulary.STRAND) if term in keys],
            "capitals": [keys[term] for term in recommendation.chosen(KnownVocabulary.CAPITAL) if term in keys],
            "addressees": [keys[term] for term in recommendation.addressees if term in keys],
            "proposer": names.spoken(recommendation.proposer),
            "text": recommendation.text,
            "translations": texts_of(recommendation.translations),
            "rationale": recommendation.rationale,
            "status": recommendation.status,
            "support": [
                {
                    "group": count.group,
                    "for": count.in_favour,
                    "against": count.against,
                    "abstain": count.abstain,
                    "consensus": count.consensus,
                }
                for count in support.get(recommendation.id, [])
            ],
        }
        for recommendation in store.all(Recommendation)
    ]
    text = json.dumps({"recommendations": listed}, ensure_ascii=False, indent=1) + "\n"
    return Exported(text.encode(), names.left_out)


def _take_in(intake: TypedIntake, line: Line, there: set[tuple[str, ...]]) -> None:
    intake.row = line.number
    counts = [intake.read(line, column, NUMBER) for column in ("for", "against", "abstain")]
    chosen = intake.cell(SET, line.get("set"), "set")
    status = intake.read(line, "status", STATUS, RecommendationStatus.PROPOSED)
    strands = intake.read(line, "strand", STRANDS, [])
    capitals = intake.read(line, "capitals", CAPITALS, [])
    addressees = intake.read(line, "addressee", ADDRESSEES, [])
    text, language = intake.words(line, "text"), intake.read(line, "language", IN_LANGUAGE, "")
    if there:
        said = (
            *(line.get("reference"), line.get("session"), chosen, language),
            intake.keys(KnownVocabulary.STRAND, strands),
            intake.keys(KnownVocabulary.CAPITAL, capitals),
            intake.keys(KnownVocabulary.ADDRESSEE, addressees),
            *(line.get("proposer"), text, line.get("rationale"), status),
            *("" if count is None else str(count) for count in counts),
        )
        if as_said(said) in there:
            intake.done.already_there += 1
            return
    made = intake.make(
        Recommendation,
        session=intake.session(line) if line.get("session") else None,
        set=chosen,
        text=text,
        language=language,
        terms={KnownVocabulary.STRAND: strands, KnownVocabulary.CAPITAL: capitals},
        addressees=addressees,
        proposer=intake.person(line, "proposer"),
        rationale=line.get("rationale"),
        status=status,
        reference=line.get("reference"),
    )
    if any(count is not None for count in counts):
        in_favour, against, abstain = counts
        intake.make(
            Support,
            recommendation=made,
            in_favour=in_favour,
            against=against,
            abstain=abstain,
            counted_on=fingerprint(text),
        )
    intake.done.records += 1


def _there(store: Store) -> set[tuple[str, ...]]:
    """Return the rows that stand in the file, as they are handed out with names and without any."""
    rows = [as_said(inert(cell) for cell in row) for row in _rows(store, Names(store))]
    return {*rows, *((*row[:PROPOSER], "", *row[PROPOSER + 1 :]) for row in rows)}


def _rows(store: Store, names: Names) -> Iterator[tuple[str, ...]]:
    """Give the cells of each recommendation in the order of `COLUMNS`."""
    sessions = {session.id: session.code for session in store.all(Session)}
    keys = {term.id: term.key for term in store.all(Term)}
    counts = read_counts(store)
    for recommendation in store.all(Recommendation):
        named = [
            ", ".join(keys[term] for term in terms if term in keys)
            for terms in (
                recommendation.chosen(KnownVocabulary.STRAND),
                recommendation.chosen(KnownVocabulary.CAPITAL),
                recommendation.addressees,
            )
        ]
        yield (
            recommendation.reference,
            sessions.get(recommendation.session, "") if recommendation.session else "",
            str(recommendation.set),
            recommendation.language,
            *named,
            names.spoken(recommendation.proposer),
            recommendation.text,
            recommendation.rationale,
            str(recommendation.status),
            *_hands(counts.get(recommendation.id)),
        )


def _hands(counts: Counts | None) -> tuple[str, ...]:
    """Return the hands for, against and abstaining over all groups; empty where nobody counted, or a group twice."""
    total = counts.total if counts else NOT_COUNTED
    return tuple("" if hands is None else str(hands) for hands in (total.in_favour, total.against, total.abstain))
