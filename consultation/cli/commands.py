"""What each command does."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any
from uuid import UUID

from consultation.cli import telling
from consultation.cli.carrying import carry_over
from consultation.cli.comparing import matches
from consultation.cli.demonstrating import demo
from consultation.cli.editions import editions, freeze
from consultation.cli.exporting import document_language, export
from consultation.cli.handing import hand_out
from consultation.cli.kits import kit, kits
from consultation.cli.making import new
from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.cli.salvaging import salvage
from consultation.cli.taking_out import erase, merges, take_back
from consultation.cli.taking_tables import import_
from consultation.cli.weighing import priorities
from consultation.errors import NotFound
from consultation.language import N_, Translator, translator
from consultation.model import (
    KnownVocabulary,
    Person,
    Recommendation,
    RecommendationSet,
    Support,
    fingerprint,
)
from consultation.store import Store
from consultation.words import one_term, shortened


def open_window(asked: Namespace, t: Translator) -> Reply:
    """Open a file in the window."""
    return Reply({}, [], code=asked.open_window(asked.file))


def info(asked: Namespace, t: Translator) -> Reply:
    """Say what is in a file."""
    with open_file(asked) as store:
        return telling.tell_contents(store, t)


def add(asked: Namespace, t: Translator) -> Reply:
    """Add a recommendation, with the hands counted for it."""
    with open_file(asked) as store, store.together():
        session = store.session(asked.session) if asked.session else None
        recommendation = Recommendation(
            id=store.new_id(),
            session=session.id if session else None,
            set=RecommendationSet(asked.set),
            text=asked.text,
            language=asked.language,
            terms={
                KnownVocabulary.STRAND: _terms(store, KnownVocabulary.STRAND, asked.strand),
                KnownVocabulary.CAPITAL: _terms(store, KnownVocabulary.CAPITAL, asked.capital),
            },
            addressees=_terms(store, KnownVocabulary.ADDRESSEE, asked.addressee),
            proposer=_person(store, asked.proposer),
            rationale=asked.rationale,
        )
        store.save(recommendation)
        counts = {name: getattr(asked, name) for name in ("in_favour", "against", "abstain")}
        if any(count is not None for count in counts.values()):
            on = fingerprint(recommendation.text)
            store.save(Support(id=store.new_id(), recommendation=recommendation.id, counted_on=on, **counts))
    code = session.code if session else ""
    line = t("Added to “{name}”: {text}").format(name=asked.file.name, text=shortened(asked.text))
    return Reply({"id": str(recommendation.id), "session": code, "set": asked.set}, [line])


def merge(asked: Namespace, t: Translator) -> Reply:
    """Merge other people's files, or say what merging them would bring."""
    from consultation.deciding.settling import settle_by_itself
    from consultation.merging import account_of, trial
    from consultation.merging import merge as merge_files

    with open_file(asked) as store:
        others, by_itself = asked.other_consultation, 0
        if asked.dry_run:
            accounts = trial(store, asked.sources, other_consultation=others)
        else:
            merged = merge_files(store, asked.sources, other_consultation=others)
            by_itself = len(settle_by_itself(store).revisions)
            accounts = [account_of(store, contribution) for contribution in merged]
        return telling.tell_merge(store, accounts, asked.dry_run, t, by_itself)


def conflicts(asked: Namespace, t: Translator) -> Reply:
    """List the conflicts."""
    with open_file(asked) as store:
        return telling.tell_conflicts(store, t)


def draft(asked: Namespace, t: Translator) -> Reply:
    """Make the draft declaration, or bring it up to date."""
    from consultation.drafting import draft_declaration

    with open_file(asked) as store:
        language = document_language(store, asked.lang)
        return telling.tell_draft(draft_declaration(store, translator(language)), language, t)


def check(asked: Namespace, t: Translator) -> Reply:
    """Check a file; the exit code is 1 when it is not sound."""
    with open_file(asked) as store:
        return telling.tell_check(store.check(rebuild=asked.rebuild), asked.file, t)


def digest(asked: Namespace, t: Translator) -> Reply:
    """Print the digest."""
    with open_file(asked) as store:
        found = store.digest()
    return Reply({"digest": found}, [found])


COMMANDS: dict[str, Callable[[Any, Translator], Reply]] = {
    "open": open_window,
    "demo": demo,
    "kits": kits,
    "kit": kit,
    "new": new,
    "hand-out": hand_out,
    "info": info,
    "add": add,
    "import": import_,
    "carry-over": carry_over,
    "merge": merge,
    "merges": merges,
    "salvage": salvage,
    "take-back": take_back,
    "erase": erase,
    "conflicts": conflicts,
    "matches": matches,
    "priorities": priorities,
    "draft": draft,
    "freeze": freeze,
    "editions": editions,
    "export": export,
    "check": check,
    "digest": digest,
}


def _terms(store: Store, vocabulary: KnownVocabulary, keys: list[str]) -> list[UUID]:
    known = {term.key.casefold(): term.id for term in store.terms(vocabulary)}
    for key in keys:
        if key.casefold() not in known:
            raise NotFound(
                N_("There is no {vocabulary} “{key}”. There are: {keys}. Nothing was added."),
                vocabulary=one_term(vocabulary),
                key=key,
                keys=", ".join(known) or "–",
            )
    return [known[key] for key in dict.fromkeys(key.casefold() for key in keys)]


def _person(store: Store, name: str) -> UUID | None:
    """Find a person by name, or make a card without consent to be named."""
    wanted = " ".join(name.split())
    if not wanted:
        return None
    for person in store.all(Person):
        if person.name.casefold() == wanted.casefold():
            return person.id
    person = Person(id=store.new_id(), name=wanted)
    store.save(person)
    return person.id
