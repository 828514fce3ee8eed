"""The commands about editions: freezing one, listing them, and reading one again."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.language import Translator
from consultation.model import Edition
from consultation.reading.editions import (
    FrozenEdition,
    choose_edition,
    edition_document,
    edition_line,
    read_editions,
)
from consultation.reading.status import mark_of
from consultation.store import Store

if TYPE_CHECKING:
    from consultation.document import Document


def freeze(asked: Namespace, t: Translator) -> Reply:
    """Freeze the declaration as it stands."""
    from consultation.deciding.opposed import opposed_line, undecided_contradictions
    from consultation.freezing import freeze as freeze_declaration

    with open_file(asked) as store:
        edition = freeze_declaration(
            store, asked.name, asked.note, final=asked.final, languages=asked.lang or ()
        ).edition
        opposed = undecided_contradictions(store)
    frozen = FrozenEdition(edition, mark_of(edition.revisions))
    line = t("Frozen: edition {edition} ({languages}).").format(
        edition=edition_line(t, frozen), languages=_languages(frozen, t)
    )
    return Reply(_shape(frozen), [line], [opposed_line(t, each) for each in opposed])


def editions(asked: Namespace, t: Translator) -> Reply:
    """List the editions, oldest first."""
    with open_file(asked) as store:
        listed = read_editions(store)
    lines = [_line(edition, t) for edition in listed] or [t("Nothing has been frozen in this file.")]
    return Reply({"editions": [_shape(edition) for edition in listed]}, lines)


def frozen_document(store: Store, asked: str, language: str | None) -> Document:
    """Read the edition of a number or a mark, in ``language`` or its first one."""
    return edition_document(store, choose_edition(read_editions(store), asked), language or "")


def kept_in_editions(store: Store, t: Translator) -> list[str]:
    """Say that editions keep what is erased elsewhere in the file, where there are any."""
    count = sum(bool(edition.record.texts) for edition in read_editions(store))
    if not count:
        return []
    remark = t.plural(
        "{count} edition was frozen before and still says what it said.",
        "{count} editions were frozen before and still say what they said.",
        count,
    )
    return [remark]


def _line(edition: FrozenEdition, t: Translator) -> str:
    parts = [edition_line(t, edition), _languages(edition, t) or t("noted only, its text is not in this file")]
    if edition.record.final:
        parts.append(t.context("edition", "final"))
    return " · ".join([*parts, *([edition.record.note] if edition.record.note else [])])


def _languages(edition: FrozenEdition, t: Translator) -> str:
    return t.listed(t.language_name(language) for language in edition.languages)


def _shape(edition: FrozenEdition) -> dict[str, Any]:
    record: Edition = edition.record
    return {
        "id": str(record.id),
        "number": record.number,
        "name": record.name,
        "frozen_at": record.frozen_at.isoformat() if record.frozen_at else None,
        "final": record.final,
        "note": record.note,
        "languages": list(edition.languages),
        "digest": record.revisions,
        "mark": edition.mark,
    }
