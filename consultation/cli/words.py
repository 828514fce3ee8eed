"""Putting the answers of the commands into words and into JSON. The JSON is described in `docs/commands.md`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from consultation.cli.answer import Answer
from consultation.language import N_, NP_, Translator, in_language
from consultation.model import (
    KINDS,
    Intervention,
    KnownVocabulary,
    Recommendation,
    RecommendationSet,
    Session,
)
from consultation.names import field_name, kind_name
from consultation.store import Conflict, Report, Store

if TYPE_CHECKING:
    from consultation.drafting import Refreshed
    from consultation.exchange import Imported
    from consultation.merging import Contribution

VOCABULARY_NAMES = {
    KnownVocabulary.STRAND: N_("strand"),
    KnownVocabulary.CAPITAL: N_("capital of resilience"),
    KnownVocabulary.CRITERION: N_("takeaway criterion"),
    KnownVocabulary.AXIS: N_("axis"),
    KnownVocabulary.ADDRESSEE: N_("addressee"),
    KnownVocabulary.REGION: N_("region"),
    KnownVocabulary.ACTOR: N_("kind of actor"),
    KnownVocabulary.SESSION_KIND: N_("kind of session"),
    KnownVocabulary.OPERATIVE_VERB: N_("operative verb"),
}

PLURALS = {
    "consultation": "consultations",
    "term": "terms",
    "session": "sessions",
    "agendaitem": "agenda_items",
    "person": "people",
    "role": "roles",
    "attendance": "attendance",
    "intervention": "interventions",
    "recommendation": "recommendations",
    "support": "support",
    "reservation": "reservations",
    "practice": "practices",
    "lesson": "lessons",
    "group": "groups",
    "verdict": "verdicts",
    "section": "sections",
    "clause": "clauses",
    "edition": "editions",
    "commitment": "commitments",
    "progressnote": "progress_notes",
    "vocabulary": "vocabularies",
    "organisation": "organisations",
    "day": "days",
    "track": "tracks",
    "interest": "interests",
    "summary": "summaries",
    "point": "points",
    "score": "scores",
    "reference": "references",
    "evidence": "evidence",
    "objective": "objectives",
    "result": "results",
    "activity": "activities",
    "paragraph": "paragraphs",
    "item": "items",
    "comment": "comments",
    "amendment": "amendments",
    "handover": "handovers",
    "answer": "answers",
    "inheritance": "inheritances",
}
"""Kind of record -> the name of its count in JSON."""


def shortened(text: str, most: int = 70) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def tell_contents(store: Store, t: Translator) -> Answer:
    """Tell what is in a file."""
    about = store.consultation
    counts = {PLURALS[kind]: count for kind, count in store.counts().items()}
    sessions = sorted(store.all(Session), key=Session.place_in_programme)
    said = _by_session(store.all(Intervention))
    asked = _by_session(store.all(Recommendation))
    recommendations = store.all(Recommendation)
    conflicts = len(store.conflicts())
    authors = sorted(store.author_names().values())
    data = {
        "file": str(store.path),
        "consultation": {
            "id": str(about.id),
            "title": about.title,
            "kit": about.kit,
            "starts": about.starts.isoformat() if about.starts else None,
            "ends": about.ends.isoformat() if about.ends else None,
            "time_zone": about.time_zone,
            "languages": about.languages,
        },
        "counts": counts,
        "sets": {one.value: sum(each.set is one for each in recommendations) for one in RecommendationSet},
        "sessions": [
            {
                "code": one.code,
                "title": in_language(one.title, t.language),
                "status": one.status.value,
                "format": one.format.value,
                "starts": one.starts.isoformat() if one.starts else None,
                "ends": one.ends.isoformat() if one.ends else None,
                "interventions": said.get(one.id, 0),
                "recommendations": asked.get(one.id, 0),
            }
            for one in sessions
        ],
        "conflicts": conflicts,
        "authors": authors,
    }
    lines = [
        in_language(about.title, t.language),
        ", ".join(_counted({**store.counts(), "consultation": 0}, t)) or t("Nothing has been recorded yet."),
        t.plural("{count} conflict to decide", "{count} conflicts to decide", conflicts),
        *([t("Written by {names}").format(names=t.listed(authors))] if authors else []),
        "",
    ]
    width = max((len(one.code) for one in sessions), default=0)
    lines.extend(
        f"{one.code:<{width}}  {in_language(one.title, t.language)}  –  "
        + t.plural("{count} recommendation", "{count} recommendations", asked.get(one.id, 0))
        for one in sessions
    )
    return Answer(data, lines)


def tell_import(done: Imported, source: Path, t: Translator) -> Answer:
    """Tell what an import brought."""
    brought = (
        t.plural("{count} intervention", "{count} interventions", done.records)
        if done.kind == Intervention.kind()
        else t.plural("{count} recommendation", "{count} recommendations", done.records)
        if done.kind == Recommendation.kind()
        else t.plural("{count} entry", "{count} entries", done.records)
    )
    lines = [t("Imported {records} from “{name}”.").format(records=brought, name=source.name)]
    remarks = []
    if done.already_there:
        lines.append(
            t.plural(
                "{count} row was already in the file.", "{count} rows were already in the file.", done.already_there
            )
        )
    if done.new_sessions:
        remarks.append(
            t("Sessions that were not in the file were made: {codes}.").format(codes=", ".join(done.new_sessions))
        )
    if done.new_people:
        remarks.append(
            t("People who were not in the file were added: {names}.").format(names=", ".join(done.new_people))
        )
    data = {
        "imported": done.records,
        "kind": PLURALS[done.kind],
        "already_there": done.already_there,
        "new_sessions": done.new_sessions,
        "new_people": done.new_people,
    }
    return Answer(data, lines, remarks)


def tell_merge(store: Store, brought: list[Contribution], dry_run: bool, t: Translator) -> Answer:
    """Tell what each file brought, or would bring."""
    codes = {one.id: one.code for one in store.all(Session, deleted=True)}
    lines = []
    remarks = []
    for one in brought:
        parts = [*_counted(one.created, t)]
        changed = sum(one.changed.values())
        if changed:
            parts.append(t.plural("{count} change", "{count} changes", changed))
        if one.conflicts:
            parts.append(t.plural("{count} conflict", "{count} conflicts", one.conflicts))
        lines.append(f"{one.path.name}: " + (", ".join(parts) or t("nothing new")))
        if one.wrong_clock:
            remarks.append(
                t(
                    "The clock of a laptop that wrote “{name}” was far ahead. Everything was kept; check its date."
                ).format(name=one.path.name)
            )
    total = len(store.conflicts())
    if dry_run:
        lines.append(t("Nothing was changed: this is what would come in."))
    else:
        lines.append(t.plural("{count} conflict to decide", "{count} conflicts to decide", total))
    data = {
        "dry_run": dry_run,
        "sources": [
            {
                "file": str(one.path),
                "revisions": one.revisions,
                "created": {PLURALS[kind]: count for kind, count in one.created.items()},
                "changed": {PLURALS[kind]: count for kind, count in one.changed.items()},
                "recommendations": one.created.get(Recommendation.kind(), 0),
                "sessions": sorted(codes[each] for each in one.sessions if each in codes),
                "conflicts": one.conflicts,
                "wrong_clock": one.wrong_clock,
                "other_consultation": one.other_consultation,
            }
            for one in brought
        ],
        "conflicts": total,
    }
    return Answer(data, lines, remarks)


def tell_conflicts(store: Store, t: Translator) -> Answer:
    """Tell the conflicts with everything people wrote."""
    found = store.conflicts()
    lines = [t.plural("{count} conflict to decide", "{count} conflicts to decide", len(found))]
    listed = []
    for one in found:
        named = _name_of(store, one, t)
        lines += ["", f"{named} · {field_name(t, one.kind, one.field)}"]
        for option in one.options:
            who = option.author_name or t("somebody")
            lines.append(f"  {who}: {shortened(_as_text(option.value, t), 200)}")
        listed.append(
            {
                "record": str(one.record),
                "kind": one.kind,
                "field": one.field,
                "name": named,
                "options": [
                    {
                        "value": _as_data(option.value),
                        "author": option.author_name,
                        "when": option.when.isoformat(),
                        "revision": option.revision.hex(),
                    }
                    for option in one.options
                ],
            }
        )
    return Answer({"conflicts": listed}, lines)


def tell_draft(done: Refreshed, language: str, t: Translator) -> Answer:
    """Tell what drafting did."""
    lines = [t.plural("The draft has {count} clause.", "The draft has {count} clauses.", done.clauses)]
    for count, message in (
        (len(done.new), NP_("{count} is new.", "{count} are new.")),
        (len(done.changed), NP_("{count} was worded anew.", "{count} were worded anew.")),
        (
            len(done.kept),
            NP_(
                "{count} was edited by a person and kept; drafting would now word it differently.",
                "{count} were edited by a person and kept; drafting would now word them differently.",
            ),
        ),
        (
            len(done.withdrawn),
            NP_(
                "{count} has no source any more and was withdrawn.",
                "{count} have no source any more and were withdrawn.",
            ),
        ),
        (
            len(done.without_source),
            NP_(
                "{count} was edited by a person and kept, but has no source any more.",
                "{count} were edited by a person and kept, but have no source any more.",
            ),
        ),
        (
            done.left_out,
            NP_(
                "{count} was deleted by a person before and left out.",
                "{count} were deleted by a person before and left out.",
            ),
        ),
    ):
        if count:
            lines.append(t.plural(*message, count))
    data = {
        "language": language,
        "clauses": done.clauses,
        "new": [str(one) for one in done.new],
        "changed": [str(one) for one in done.changed],
        "kept": [str(one) for one in done.kept],
        "withdrawn": [str(one) for one in done.withdrawn],
        "without_source": [str(one) for one in done.without_source],
        "left_out": done.left_out,
    }
    return Answer(data, lines)


def tell_check(report: Report, path: Path, t: Translator) -> Answer:
    """Tell what a check found; not sound is exit code 1."""
    if report.is_sound:
        lines = [t("“{name}” is whole: every change in it was read and is as it was written.").format(name=path.name)]
    elif report.damage or report.altered:
        lines = [
            t("“{name}” is damaged. Do not go on in it: open a copy you have sent, or ask for a fresh one.").format(
                name=path.name
            ),
            *report.damage,
        ]
        if report.altered:
            lines.append(
                t.plural(
                    "{count} change in it is no longer as it was written.",
                    "{count} changes in it are no longer as they were written.",
                    report.altered,
                )
            )
    else:
        lines = [
            t(
                "“{name}” holds everything that was written, but shows some of it wrongly ({what}). "
                "Run the check again with --rebuild to mend that."
            ).format(name=path.name, what=", ".join(report.differing))
        ]
    data = {
        "sound": report.is_sound,
        "revisions": report.revisions,
        "records": report.records,
        "conflicts": report.conflicts,
        "damage": list(report.damage),
        "altered": report.altered,
        "differing": list(report.differing),
        "rebuilt": report.rebuilt,
    }
    return Answer(data, lines, code=0 if report.is_sound else 1)


def _by_session(records: list[Intervention] | list[Recommendation]) -> dict[UUID, int]:
    counts: dict[UUID, int] = {}
    for one in records:
        if one.session:
            counts[one.session] = counts.get(one.session, 0) + 1
    return counts


def _counted(counts: dict[str, int], t: Translator) -> list[str]:
    """Name the counts a person asks about; those of nought are left out."""
    names = {
        "consultation": NP_("{count} consultation", "{count} consultations"),
        "session": NP_("{count} session", "{count} sessions"),
        "recommendation": NP_("{count} recommendation", "{count} recommendations"),
        "intervention": NP_("{count} intervention", "{count} interventions"),
        "reservation": NP_("{count} reservation", "{count} reservations"),
        "person": NP_("{count} person", "{count} people"),
        "practice": NP_("{count} practice", "{count} practices"),
        "lesson": NP_("{count} lesson learned", "{count} lessons learned"),
        "commitment": NP_("{count} commitment", "{count} commitments"),
        "clause": NP_("{count} clause", "{count} clauses"),
    }
    return [t.plural(*names[kind], counts[kind]) for kind in names if counts.get(kind)]


def _name_of(store: Store, conflict: Conflict, t: Translator) -> str:
    """Say which record a conflict is about."""
    record: Any = store.get(KINDS[conflict.kind], conflict.record)
    title = getattr(record, "title", "")
    text = in_language(title, t.language) if isinstance(title, dict) else title
    text = text or getattr(record, "text", "") or getattr(record, "name", "") or getattr(record, "code", "")
    if isinstance(text, dict):
        text = in_language(text, t.language)
    return f"{kind_name(t, conflict.kind)}: {shortened(str(text), 60)}"


def _as_text(value: Any, t: Translator) -> str:
    if isinstance(value, dict):
        return in_language({str(key): str(one) for key, one in value.items()}, t.language)
    if isinstance(value, list):
        return ", ".join(_as_text(one, t) for one in value)
    return str(value)


def _as_data(value: Any) -> Any:
    """Return a value as JSON knows it."""
    if isinstance(value, list):
        return [_as_data(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | StrEnum) else value
