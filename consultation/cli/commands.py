"""What each command does."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any
from uuid import UUID

from consultation.cli import telling
from consultation.cli.comparing import matches
from consultation.cli.demonstrating import demo
from consultation.cli.editions import editions, freeze, frozen_document
from consultation.cli.handing import hand_out
from consultation.cli.kits import kit, kits
from consultation.cli.making import new
from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.cli.salvaging import salvage
from consultation.cli.taking_out import erase, merges, take_back
from consultation.cli.taking_tables import import_, no_table
from consultation.cli.weighing import priorities
from consultation.errors import NotFound, WrongUsage
from consultation.language import N_, Choices, Translator, system_language, translator
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
        language = _document_language(store, asked.lang)
        return telling.tell_draft(draft_declaration(store, translator(language)), language, t)


def export(asked: Namespace, t: Translator) -> Reply:
    """Write a document or a table."""
    from consultation.cli.programme import PROGRAMME_WRITTEN, write_programme
    from consultation.composing import declaration
    from consultation.exchange import ENDINGS, PROGRAMME, TABLES, export_table
    from consultation.files import is_same_file, write_whole
    from consultation.publishing import FORMATS, publish, unprintable, unprintable_refused

    endings_of = {**dict.fromkeys(TABLES, ENDINGS), "declaration": tuple(FORMATS), PROGRAMME: PROGRAMME_WRITTEN}
    if asked.what not in endings_of:
        raise no_table(asked.what, endings_of)
    if asked.edition and asked.what != "declaration":
        raise WrongUsage(N_("Only the declaration has editions. Nothing was written."))
    ending = asked.out.suffix.lower()
    endings = endings_of[asked.what]
    if ending not in endings:
        raise WrongUsage(
            N_("“{name}” cannot be written. Give it a name that ends in {endings}. Nothing was changed."),
            name=asked.out.name,
            endings=Choices(endings),
        )
    remarks: list[str] = []
    with open_file(asked) as store:
        if is_same_file(asked.out, asked.file):
            raise WrongUsage(N_("That is the consultation file itself. Nothing was changed."))
        if asked.what == "declaration":
            if asked.edition:
                document = frozen_document(store, asked.edition, asked.lang)
            else:
                document = declaration(store, translator(_drafted_language(store, asked.lang)))
            missing = unprintable(document) if ending == ".pdf" and not asked.anyway else ()
            if missing:
                raise unprintable_refused(missing)
            publish(document, asked.out)
        elif asked.what == PROGRAMME:
            language = translator(_document_language(store, asked.lang))
            remarks += write_programme(store, language, asked.out, t, asked.anyway)
        else:
            table = export_table(store, asked.what, ending, asked.full, asked.with_names)
            write_whole(asked.out, table.data)
            if table.names_left_out:
                remarks.append(t("Who has not agreed to be named is not named in it; --with-names names everybody."))
    line = t("Wrote “{name}”.").format(name=str(asked.out))
    return Reply({"file": str(asked.out), "what": asked.what, "edition": asked.edition}, [line], remarks)


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


def _document_language(store: Store, asked: str | None) -> str:
    """Return the language asked for, else the first of the consultation."""
    languages = store.consultation.languages
    return asked or (languages[0] if languages else system_language())


def _drafted_language(store: Store, asked: str | None) -> str:
    """Return the language asked for, else the first of the consultation in which there is a draft."""
    from consultation.reading.declaration import languages_drafted

    drafted = languages_drafted(store)
    there = [language for language in store.consultation.languages if language in drafted]
    return asked or (there[0] if there else _document_language(store, None))


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
