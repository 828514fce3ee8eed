"""The command that saves what is whole of a damaged file."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from consultation.cli.reply import Reply
from consultation.language import Translator
from consultation.store import Identity, Store, settings_folder
from consultation.words import (
    PLURALS,
    author_name,
    entries_whole,
    kind_name,
    lookup_in,
    loss_title,
    loss_when,
    loss_words,
    pages_unreadable,
)

if TYPE_CHECKING:
    from consultation.merging import Loss, Salvaged

MOST_TOLD = 40
"""Losses that are told one by one; with ``--json`` all are."""


def salvage(asked: Namespace, t: Translator) -> Reply:
    """Save what is whole of a damaged file into a new one, and say what is lost."""
    from consultation.merging import salvage as look_for
    from consultation.merging import save_what_is_whole

    found = look_for(asked.damaged)
    saved = save_what_is_whole(found, asked.out)
    with Store.open(asked.out, Identity.load(settings_folder()), as_it_is=True) as store:
        losses = _losses(found, store, t)
        has_consultation = bool(found.consultations)
    lines = [
        t("{entries}, and stand in “{name}” now.").format(
            entries=entries_whole(t, *found.entries), name=asked.out.name
        ),
        pages_unreadable(t, len(found.remains.unreadable), found.remains.pages, found.cut),
        *(f"  {kind_name(t, kind)}: {_of(t, *count)}" for kind, count in found.kinds.items()),
    ]
    if losses:
        lines += [t("Lost:"), *(f"  {loss['words']}" for loss in losses[:MOST_TOLD])]
    if len(losses) > MOST_TOLD:
        lines.append("  " + t.plural("and {count} more", "and {count} more", len(losses) - MOST_TOLD))
    remarks = [t("“{name}” was not changed. Keep it.").format(name=asked.damaged.name)]
    if losses:
        remarks.append(t("A whole copy, merged at any time, brings back what is lost."))
    if not has_consultation:
        remarks.append(
            t("What the consultation itself is called is lost: merge “{name}” into another file of it.").format(
                name=asked.out.name
            )
        )
    data = {
        "file": str(asked.damaged),
        "out": str(saved.path),
        "digest": saved.digest,
        "entries": found.entries._asdict(),
        "pages": {"total": found.remains.pages, "unreadable": list(found.remains.unreadable), "cut": found.cut},
        "kinds": {PLURALS.get(kind, kind): count._asdict() for kind, count in found.kinds.items()},
        "losses": losses,
        "written_by": author_name(t, found.author_name),
        "written": found.when.isoformat() if found.when else None,
    }
    return Reply(data, lines, remarks)


def _of(t: Translator, whole: int, of: int) -> str:
    return t("{whole} of {number}").format(whole=t.number(whole), number=t.number(of))


def _losses(found: Salvaged, store: Store, t: Translator) -> list[dict[str, Any]]:
    look, names = lookup_in(store), store.author_names()
    zone = store.consultation.time_zone if found.consultations else "UTC"

    def told(loss: Loss) -> str:
        words = f"{loss_title(t, loss)}: {loss_words(t, loss, look)}"
        when = loss_when(t, loss, names, zone)
        return f"{words} ({when})" if when else words

    return [
        {
            "sort": loss.sort.value,
            "kind": loss.kind,
            "record": str(loss.record) if loss.record else None,
            "about": [str(record) for record in loss.about],
            "fields": list(loss.fields),
            "author": str(loss.author) if loss.author else None,
            "when": loss.when.isoformat() if loss.when else None,
            "after": loss.after.isoformat() if loss.after else None,
            "before": loss.before.isoformat() if loss.before else None,
            "words": told(loss),
        }
        for loss in found.losses
    ]
