"""Putting what came of a command into words, with its JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from consultation.cli.reply import Reply
from consultation.cli.shapes import shape_account, shape_conflict, shape_consultation, shape_session
from consultation.deciding.questions import questions
from consultation.errors import OtherConsultation
from consultation.language import Translator, in_language
from consultation.model import Consultation, Intervention, Recommendation, RecommendationSet, Session
from consultation.reading.programme import in_order
from consultation.store import Report, Store
from consultation.words import (
    PLURALS,
    WARNINGS,
    Matter,
    Vocabularies,
    all_counted,
    author_name,
    conflict_name,
    counted,
    kind_name,
    lookup_in,
    missing_remark,
    named_counts,
    record_name,
    remarks,
    session_name,
    shortened,
    unread_remark,
    vocabulary_labels,
    vocabulary_name,
    what_drafting_did,
)

if TYPE_CHECKING:
    from consultation.drafting import Refreshed
    from consultation.exchange import Imported
    from consultation.merging import Account

LONGEST_VALUE = 200
"""Characters of a value in a list of conflicts."""


def tell_contents(store: Store, t: Translator) -> Reply:
    """Tell what is in a file."""
    about, counts, unread = store.consultation, store.counts(), store.unread()
    sessions = in_order(store.all(Session))
    recommendations = store.all(Recommendation)
    said = Counter(intervention.session for intervention in store.all(Intervention))
    asked = Counter(recommendation.session for recommendation in recommendations)
    sets = Counter(recommendation.set for recommendation in recommendations)
    conflicts = len(store.conflicts())
    authors = sorted(store.author_names().values())
    data = {
        "file": str(store.path),
        "consultation": shape_consultation(about),
        "counts": named_counts(counts),
        "unread": unread,
        "sets": {which.value: sets[which] for which in RecommendationSet},
        "sessions": [shape_session(session, said[session.id], asked[session.id], t) for session in sessions],
        "conflicts": conflicts,
        "authors": authors,
    }
    told = all_counted(t, {**counts, Consultation.kind(): 0})
    width = max((len(session.code) for session in sessions), default=0)
    lines = [
        in_language(about.title, t.language),
        t.listed(told) or t("Nothing has been recorded yet."),
        *([unread_remark(t, unread)] if unread else []),
        _to_decide(t, conflicts),
        *([t("Written by {names}").format(names=t.listed(authors))] if authors else []),
        "",
        *(
            f"{session.code:<{width}}  {session_name(t, session)}  –  "
            + counted(t, Recommendation.kind(), asked[session.id])
            for session in sessions
        ),
    ]
    return Reply(data, lines)


def tell_import(
    done: Imported, source: Path, vocabularies: Vocabularies, t: Translator, is_dry_run: bool = False
) -> Reply:
    """Tell what an import brought, or would bring."""
    records = counted(t, done.kind, done.records)
    brought = t("“{name}” would bring: {rows}.") if is_dry_run else t("Imported {records} from “{name}”.")
    lines = [brought.format(records=records, rows=records, name=source.name)]
    remarks_ = []
    if done.already_there:
        lines.append(
            t.plural(
                "{count} row was already in the file.", "{count} rows were already in the file.", done.already_there
            )
        )
    if done.new_sessions:
        remarks_.append(
            t("Sessions that were not in the file were made: {codes}.").format(codes=", ".join(done.new_sessions))
        )
    if done.new_people:
        remarks_.append(
            t("People who were not in the file were added: {names}.").format(names=", ".join(done.new_people))
        )
    for key, names in done.new_terms.items():
        remarks_.append(
            t("Terms that were not in the file were made under “{vocabulary}”: {names}.").format(
                vocabulary=vocabulary_name(t, key, vocabularies), names="; ".join(names)
            )
        )
    data = {
        "dry_run": is_dry_run,
        "imported": done.records,
        "kind": PLURALS[done.kind],
        "already_there": done.already_there,
        "new_sessions": done.new_sessions,
        "new_people": done.new_people,
        "new_terms": done.new_terms,
    }
    return Reply(data, lines, remarks_)


def tell_merge(store: Store, accounts: list[Account], dry_run: bool, t: Translator, by_itself: int = 0) -> Reply:
    """Tell what each file brought, or would bring; ``by_itself`` counts the conflicts that needed nobody.

    Where one was refused, the exit code is 1; where all were, there is nothing to tell but why.
    """
    reply = Reply({}, [])
    for account in accounts:
        _tell_account(account, reply, t)
    if any(isinstance(account.contribution.refusal, OtherConsultation) for account in accounts):
        reply.remarks.append(t("With --other-consultation it is taken in."))
    if all(account.contribution.refusal for account in accounts):
        return reply
    total = len(store.conflicts())
    reply.lines.append(t("Nothing was changed: this is what would come in.") if dry_run else _to_decide(t, total))
    if by_itself:
        said = t.plural(
            "{count} conflict was put together by itself: nobody had touched the same sentence.",
            "{count} conflicts were put together by themselves: nobody had touched the same sentence.",
            by_itself,
        )
        reply.lines.append(said)
    codes = {session.id: session.code for session in store.all(Session, deleted=True)}
    reply.data = {
        "dry_run": dry_run,
        "sources": [shape_account(account, codes, t) for account in accounts],
        "conflicts": total,
        "put_together": by_itself,
    }
    return reply


def tell_conflicts(store: Store, t: Translator) -> Reply:
    """Tell the conflicts with everything people wrote."""
    found, look = questions(store, t), lookup_in(store)
    vocabularies = vocabulary_labels(store)
    lines, listed = [_to_decide(t, len(found))], []
    for question in found:
        lines += ["", conflict_name(t, question.conflict, question.record, look, vocabularies)]
        for answer in question.answers:
            who = t.listed(author_name(t, name) for name in answer.who)
            said = shortened(answer.text, LONGEST_VALUE)
            lines.append("  " + t("{who}: {words}").format(who=who, words=said))
        listed.append(shape_conflict(question.conflict, record_name(t, question.record, look)))
    return Reply({"conflicts": listed}, lines)


def tell_draft(done: Refreshed, language: str, t: Translator) -> Reply:
    """Tell what drafting did."""
    data = {
        "language": language,
        "clauses": done.clauses,
        "items": done.items,
        "recitals": done.recitals,
        **{
            name: [str(clause) for clause in getattr(done, name)]
            for name in ("new", "changed", "kept", "withdrawn", "without_source")
        },
        "left_out": done.left_out,
    }
    return Reply(data, what_drafting_did(t, done))


def tell_check(report: Report, path: Path, t: Translator) -> Reply:
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
            ).format(name=path.name, what=_tables(t, report.differing))
        ]
    if report.missing:
        lines.append(missing_remark(t, report.missing))
    data = {
        "sound": report.is_sound,
        "revisions": report.revisions,
        "records": report.records,
        "conflicts": report.conflicts,
        "damage": list(report.damage),
        "altered": report.altered,
        "differing": list(report.differing),
        "missing": report.missing,
        "rebuilt": report.rebuilt,
    }
    return Reply(data, lines, code=0 if report.is_sound else 1)


def _tables(t: Translator, names: Iterable[str]) -> str:
    """Name the parts of a file that show what was written."""
    parts = {
        "search": t("the search"),
        "conflict": t("the list of conflicts"),
        "unread": t("the list of what only a newer version shows"),
        "erased": t("the list of erased changes"),
    }
    return t.listed(parts.get(name) or kind_name(t, name) for name in names)


def _to_decide(t: Translator, conflicts: int) -> str:
    return t.plural("{count} conflict to decide", "{count} conflicts to decide", conflicts)


def _tell_account(account: Account, reply: Reply, t: Translator) -> None:
    """Add to ``reply`` what there is to say of one file; what deserves a second look, and why it is refused, aside."""
    name, told = account.path.name, []
    for remark in remarks(t, account.contribution, account.sessions, account.people, account.about):
        if remark.matter is Matter.REFUSAL:
            reply.code = 1
            reply.remarks.append(remark.text)
        elif remark.matter in WARNINGS:
            reply.remarks.append(t("“{name}”: {sentence}").format(name=name, sentence=remark.text))
        else:
            told.append(remark.text)
    if told:
        reply.lines += [name, *(f"  {sentence}" for sentence in told)]
