"""The command that writes a document, the programme or a table."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from consultation.cli.editions import frozen_document
from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.cli.taking_tables import no_table
from consultation.errors import WrongUsage
from consultation.language import N_, Choices, Translator, system_language, translator
from consultation.store import Store

if TYPE_CHECKING:
    from consultation.document import Document

DECLARATION = "declaration"


def export(asked: Namespace, t: Translator) -> Reply:
    """Write a document, the programme or a table."""
    _check_ending(asked)
    with open_file(asked) as store:
        remarks = _write(store, asked, t)
    line = t("Wrote “{name}”.").format(name=str(asked.out))
    return Reply({"file": str(asked.out), "what": asked.what, "edition": asked.edition}, [line], remarks)


def document_language(store: Store, asked: str | None) -> str:
    """Return the language asked for, else the first of the consultation."""
    languages = store.consultation.languages
    return asked or (languages[0] if languages else system_language())


def _check_ending(asked: Namespace) -> None:
    """Refuse what cannot be written, or not so, before anything is read."""
    from consultation.exchange import CALENDAR_ENDING, ENDINGS, PROGRAMME, PROGRAMME_ENDINGS, TABLES
    from consultation.files import is_same_file
    from consultation.publishing import FORMATS

    endings_of = {
        **dict.fromkeys(TABLES, ENDINGS),
        DECLARATION: tuple(FORMATS),
        PROGRAMME: (*FORMATS, CALENDAR_ENDING, *PROGRAMME_ENDINGS),
    }
    if asked.what not in endings_of:
        raise no_table(asked.what, endings_of)
    if asked.edition and asked.what != DECLARATION:
        raise WrongUsage(N_("Only the declaration has editions. Nothing was written."))
    if asked.out.suffix.lower() not in endings_of[asked.what]:
        raise WrongUsage(
            N_("“{name}” cannot be written. Give it a name that ends in {endings}. Nothing was changed."),
            name=asked.out.name,
            endings=Choices(endings_of[asked.what]),
        )
    if is_same_file(asked.out, asked.file):
        raise WrongUsage(N_("That is the consultation file itself. Nothing was changed."))


def _write(store: Store, asked: Namespace, t: Translator) -> list[str]:
    """Write it; return what is worth saying of it."""
    from consultation.composing import declaration
    from consultation.exchange import PROGRAMME, PROGRAMME_ENDINGS, VOCABULARIES, export_table, export_vocabularies
    from consultation.files import write_whole

    if asked.what == DECLARATION:
        if asked.edition:
            document = frozen_document(store, asked.edition, asked.lang)
        else:
            document = declaration(store, translator(_drafted_language(store, asked.lang)))
        _publish(document, asked)
    elif asked.what == PROGRAMME:
        return _write_programme(store, asked, t)
    elif asked.what == VOCABULARIES and not asked.full and asked.out.suffix.lower() in PROGRAMME_ENDINGS:
        own = translator(document_language(store, asked.lang))
        write_whole(asked.out, export_vocabularies(store, own, asked.out.suffix.lower()).data)
    else:
        table = export_table(store, asked.what, asked.out.suffix.lower(), asked.full, asked.with_names)
        write_whole(asked.out, table.data)
        if table.names_left_out:
            return [t("Who has not agreed to be named is not named in it; --with-names names everybody.")]
    return []


def _write_programme(store: Store, asked: Namespace, t: Translator) -> list[str]:
    from consultation.composing import programme
    from consultation.exchange import CALENDAR_ENDING, PROGRAMME_ENDINGS, calendar_of, export_programme
    from consultation.files import write_whole

    ending, own = asked.out.suffix.lower(), translator(document_language(store, asked.lang))
    if ending in PROGRAMME_ENDINGS:
        table = export_programme(store, own, ending, asked.with_names)
        write_whole(asked.out, table.data)
        if table.names_left_out:
            return [t("Who has not agreed to be named is not named in it; --with-names names everybody.")]
    elif ending == CALENDAR_ENDING:
        calendar = calendar_of(store, own)
        write_whole(asked.out, calendar.data)
        if calendar.left_out:
            return [
                t.plural(
                    "{count} session has no day and is not in it.",
                    "{count} sessions have no day and are not in it.",
                    calendar.left_out,
                )
            ]
    else:
        _publish(programme(store, own), asked)
    return []


def _publish(document: Document, asked: Namespace) -> None:
    from consultation.publishing import publish, unprintable, unprintable_refused

    missing = unprintable(document) if asked.out.suffix.lower() == ".pdf" and not asked.anyway else ()
    if missing:
        raise unprintable_refused(missing)
    publish(document, asked.out)


def _drafted_language(store: Store, asked: str | None) -> str:
    """Return the language asked for, else the first of the consultation in which there is a draft."""
    from consultation.reading.declaration import languages_drafted

    drafted = languages_drafted(store)
    there = [language for language in store.consultation.languages if language in drafted]
    return asked or (there[0] if there else document_language(store, None))
