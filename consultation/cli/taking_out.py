"""The commands that take something out of a file again: a merge as a whole, or words for good."""

from __future__ import annotations

from argparse import Namespace
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.cli.editions import kept_in_editions
from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.errors import NotFound, WrongUsage
from consultation.language import N_, Translator
from consultation.model import KINDS, Edition, EditionText, Record
from consultation.store import Merge, Store
from consultation.words import lookup_in, record_name


def merges(asked: Namespace, t: Translator) -> Reply:
    """List the merges into a file."""
    with open_file(asked) as store:
        names, listed = store.author_names(), store.merges()
        zone = store.consultation.time_zone if listed else ""
    lines = [
        t("{number}  {day}, {time}  {name}: {changes}{taken_back}").format(
            number=merge.number,
            day=t.day(merge.when.astimezone(ZoneInfo(zone)).date(), "medium"),
            time=t.time(merge.when, zone),
            name=merge.name,
            changes=t.plural("{count} change", "{count} changes", merge.last - merge.first + 1),
            taken_back=" · " + t("taken back") if merge.taken_back else "",
        )
        for merge in listed
    ]
    data = [
        {
            "number": merge.number,
            "name": merge.name,
            "when": merge.when.isoformat(),
            "author": names.get(merge.author, ""),
            "changes": merge.last - merge.first + 1,
            "taken_back": merge.taken_back,
        }
        for merge in listed
    ]
    return Reply({"merges": data}, lines or [t("Nothing has been merged into this file.")])


def take_back(asked: Namespace, t: Translator) -> Reply:
    """Take back one merge as a whole."""
    with open_file(asked) as store:
        merge = _merge(store, asked.number)
        written = store.take_back(merge)
    count = len(written.records)
    if count:
        entries = t.plural("{count} entry is as it was before", "{count} entries are as they were before", count)
        line = t("Took back what “{name}” brought: {entries}. What somebody has changed since stays as it is.").format(
            name=merge.name, entries=entries
        )
    else:
        line = t("There is nothing to take back of “{name}”: all of it has been taken back or changed since.").format(
            name=merge.name
        )
    return Reply({"number": merge.number, "name": merge.name, "entries": count}, [line])


def erase(asked: Namespace, t: Translator) -> Reply:
    """Take words out of a file for good."""
    with open_file(asked) as store:
        record = _record(store, asked.record)
        known = set(type(record).model_fields) - {"id", "deleted"}
        strange = [name for name in asked.field if name.partition(".")[0] not in known]
        if strange:
            raise WrongUsage(
                N_("“{field}” is not a field of it. Its fields are: {fields}. Nothing was erased."),
                field=strange[0],
                fields=", ".join(sorted(known)),
            )
        written = store.erase(record, asked.field, asked.reason)
        name = record_name(t, store.get(type(record), record.id), lookup_in(store))
        kept = [] if isinstance(record, Edition | EditionText) else kept_in_editions(store, t)
    line = (
        t("The words are gone from this file, and from every copy that is merged with it from now on.")
        if written
        else t("There was nothing to erase in these fields. Nothing was changed.")
    )
    sent = t("Copies that were sent before still have them until they are merged: “{name}”.").format(name=name)
    data = {"id": str(record.id), "kind": record.kind(), "fields": asked.field, "erased": bool(written)}
    return Reply(data, [line], [sent, *kept] if written else [])


def _merge(store: Store, number: int) -> Merge:
    found = {merge.number: merge for merge in store.merges()}
    if number not in found:
        raise NotFound(
            N_("There is no merge {number} in this file. There are: {numbers}. Nothing was changed."),
            number=number,
            numbers=", ".join(map(str, found)) or "–",
        )
    return found[number]


def _record(store: Store, text: str) -> Record:
    """Find a record by its id, whatever its kind."""
    try:
        wanted = UUID(text)
    except ValueError as error:
        raise WrongUsage(
            N_("“{id}” is not the id of an entry. Tables of every kind have a column of ids. Nothing was changed."),
            id=text,
        ) from error
    for kind in KINDS.values():
        found = store.find(kind, wanted)
        if found is not None:
            return found
    raise NotFound(N_("There is no entry of that id in this file. Nothing was changed."))
