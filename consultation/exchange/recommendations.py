"""Recommendations as people type them into a spreadsheet: what `export` writes, `import` reads back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from consultation.errors import SourceRefused
from consultation.exchange.cells import Line, Sheet, known_columns
from consultation.exchange.in_words import DIVIDED, THEME
from consultation.exchange.leaves import Named
from consultation.exchange.names import Names
from consultation.exchange.shapes import Several
from consultation.exchange.tables.table import NUMBER, one_of
from consultation.exchange.tabular import Exported, Tabular
from consultation.exchange.taking_in import Imported, as_said
from consultation.exchange.typed import TypedIntake, Unsaid
from consultation.exchange.workbook import Holds
from consultation.language import N_, Choices, in_language, inert
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
IN_WORDS = ("theme", "addressed_to")
"""Columns whose words become terms where the file has none of that name."""
LANGUAGE, PROPOSER = COLUMNS.index("language"), COLUMNS.index("proposer")
STRAND, CAPITAL, ADDRESSEE = KnownVocabulary.STRAND, KnownVocabulary.CAPITAL, KnownVocabulary.ADDRESSEE
SET = one_of(RecommendationSet)
STATUS = one_of(RecommendationStatus)
STRANDS, CAPITALS, ADDRESSEES = (
    Several(Named(Term, vocabulary, there=True, in_words=in_words))
    for vocabulary, in_words in (
        (STRAND, "theme"),
        (CAPITAL, ""),
        (ADDRESSEE, "addressed_to"),
    )
)


def import_recommendations(store: Store, sheet: Sheet, unsaid: Unsaid) -> Imported:
    """Read a table of recommendations into the file: all rows, or, at any wrong one, none.

    A row that stands in the file just so, to every cell, with its proposer or, as tables are handed out, without, is
    passed over. SourceRefused names the row that is wrong; sessions, people, themes and addressees in words that the
    file does not have are made.
    """
    columns = known_columns(sheet, _required(sheet, unsaid), (*COLUMNS, *IN_WORDS))
    with store.together():
        intake = TypedIntake(store, sheet.name, Recommendation.kind(), unsaid)
        there = _there(store)
        return intake.write(sheet.lines(columns), lambda line: _take_in(intake, line, unsaid, there))


def _required(sheet: Sheet, unsaid: Unsaid) -> tuple[str, ...]:
    """Name the columns that have to be there; SourceRefused, saying what else can be done, when it is the set alone."""
    if unsaid.set:
        return tuple(name for name in REQUIRED if name != "set")
    columns = {name.casefold() for name in sheet.heading}
    if columns >= set(REQUIRED) - {"set"} and "set" not in columns:
        raise SourceRefused(
            N_(
                "“{name}” has no column set: it does not say of which set its recommendations are. Nothing was "
                "imported. Give it one, with {sets} in it, or say it of all of them with --set."
            ),
            name=sheet.name,
            sets=Choices(tuple(RecommendationSet)),
        )
    return REQUIRED


def recommendations_tabular(store: Store, with_names: bool = False) -> Tabular:
    """Put all recommendations into rows, oldest first; counts of several groups are added up."""
    names = Names(store, with_names)
    rows = list(_rows(store, names, _theme_names(store)))
    columns = COLUMNS if not any(row[-1] for row in rows) else (*COLUMNS, "theme")
    held = {COLUMNS.index(hands): Holds.NUMBER for hands in ("for", "against", "abstain")}
    return Tabular("recommendations", columns, [row[: len(columns)] for row in rows], names.left_out, held)


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
            "strands": [keys[term] for term in recommendation.chosen(STRAND) if term in keys],
            "capitals": [keys[term] for term in recommendation.chosen(CAPITAL) if term in keys],
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


def _take_in(intake: TypedIntake, line: Line, unsaid: Unsaid, there: set[tuple[str, ...]]) -> None:
    intake.row = line.number
    counts = [intake.read(line, column, NUMBER) for column in ("for", "against", "abstain")]
    said_set = line.get("set")
    chosen = intake.cell(SET, said_set, "set") if said_set or unsaid.set is None else unsaid.set
    status = intake.read(line, "status", STATUS, RecommendationStatus.PROPOSED)
    text, language = intake.words(line, "text"), intake.language(line)
    terms, addressees = _terms(intake, line, language)
    if there and _is_there(intake, line, (chosen, language, status), terms, addressees, counts, there):
        intake.done.already_there += 1
        return
    made = intake.make(
        Recommendation,
        session=intake.session(line) if line.get("session") else None,
        set=chosen,
        text=text,
        language=language,
        terms=terms,
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


def _is_there(
    intake: TypedIntake,
    line: Line,
    choices: tuple[str, str, str],
    terms: Mapping[str, list[UUID]],
    addressees: list[UUID],
    counts: Sequence[int | None],
    there: set[tuple[str, ...]],
) -> bool:
    """Tell whether a row stands in the file; one that says no language, also as it was before it was given one."""
    chosen, language, status = choices
    said = as_said(
        (
            *(line.get("reference"), line.get("session"), chosen, language),
            *(intake.keys(vocabulary, terms[vocabulary]) for vocabulary in (STRAND, CAPITAL)),
            intake.keys(ADDRESSEE, addressees),
            *(line.get("proposer"), line.get("text"), line.get("rationale"), status),
            *("" if count is None else str(count) for count in counts),
            "; ".join(intake.keys(THEME, [theme]) for theme in terms.get(THEME, [])),
        )
    )
    without = (*said[:LANGUAGE], "", *said[LANGUAGE + 1 :])
    return said in there or (not line.get("language") and without in there)


def _terms(intake: TypedIntake, line: Line, language: str) -> tuple[dict[str, list[UUID]], list[UUID]]:
    """Read what a row is about, by vocabulary, and to whom it speaks: first by keys, then in words."""
    terms: dict[str, list[UUID]] = {
        STRAND: intake.read(line, "strand", STRANDS, []),
        CAPITAL: intake.read(line, "capitals", CAPITALS, []),
    }
    addressees: list[UUID] = intake.read(line, "addressee", ADDRESSEES, [])
    theme, addressed_to = line.get("theme"), line.get("addressed_to")
    spoken = language or intake.first_language
    if theme:
        for vocabulary, themes in intake.in_words.themes(theme, spoken).items():
            terms[vocabulary] = list(dict.fromkeys([*terms.get(vocabulary, []), *themes]))
    if addressed_to:
        addressees = list(dict.fromkeys([*addressees, *intake.in_words.addressees(addressed_to, spoken)]))
    return terms, addressees


def _there(store: Store) -> set[tuple[str, ...]]:
    """Return the rows that stand in the file, as they are handed out with names and without any."""
    keys = {term.id: term.key for term in store.terms(THEME, retired=True)}
    rows = [as_said(inert(cell) for cell in row) for row in _rows(store, Names(store), keys)]
    return {*rows, *((*row[:PROPOSER], "", *row[PROPOSER + 1 :]) for row in rows)}


def _theme_names(store: Store) -> dict[UUID, str]:
    """Return what themes are called in words; by their key where their name would be taken for several."""
    themes = store.terms(THEME, retired=True)
    languages = store.consultation.languages if themes else []
    named = {theme.id: in_language(theme.label, languages[0] if languages else "") for theme in themes}
    return {
        theme.id: theme.key if not named[theme.id] or DIVIDED.search(named[theme.id]) else named[theme.id]
        for theme in themes
    }


def _rows(store: Store, names: Names, themes: Mapping[UUID, str]) -> Iterator[tuple[str, ...]]:
    """Give the cells of each recommendation in the order of `COLUMNS`, then its ``themes`` by what they are called."""
    sessions = {session.id: session.code for session in store.all(Session)}
    keys = {term.id: term.key for term in store.all(Term)}
    counts = read_counts(store)
    for recommendation in store.all(Recommendation):
        named = [
            ", ".join(keys[term] for term in terms if term in keys)
            for terms in (
                recommendation.chosen(STRAND),
                recommendation.chosen(CAPITAL),
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
            "; ".join(themes[term] for term in recommendation.chosen(THEME) if term in themes),
        )


def _hands(counts: Counts | None) -> tuple[str, ...]:
    """Return the hands for, against and abstaining over all groups; empty where nobody counted, or a group twice."""
    total = counts.total if counts else NOT_COUNTED
    return tuple("" if hands is None else str(hands) for hands in (total.in_favour, total.against, total.abstain))
