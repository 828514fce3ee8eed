"""The command that writes the file for the rooms."""

from __future__ import annotations

from argparse import Namespace

from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.handing_out import hand_out as write_for_rooms
from consultation.handing_out import left_out, stays_here
from consultation.language import Translator
from consultation.reading.readiness import Check, look_through, said
from consultation.words.kinds import PLURALS, all_counted


def hand_out(asked: Namespace, t: Translator) -> Reply:
    """Say what still lacks, and write the file for the rooms where one is named."""
    with open_file(asked) as store:
        checks, stays = look_through(store), left_out(store)
        copy = write_for_rooms(store, asked.out) if asked.out else None
    lines = [_line(t, check) for check in checks if not check.is_in_order]
    lines = lines or [t("Everything is in order to be handed out.")]
    if copy is not None:
        lines += [
            t("Wrote “{name}” for the rooms: {counts}.").format(
                name=copy.path.name, counts=t.listed(all_counted(t, copy.counts))
            ),
            *_not_in_it(t, stays_here(t, stays)),
        ]
    data = {
        "lacks": {check.matter.value: [str(lack.record) for lack in check.lacks] for check in checks},
        "file": str(copy.path) if copy else None,
        "digest": copy.digest if copy else None,
        "left_out": {PLURALS[kind]: number for kind, number in stays.own.items()} | {"deleted": stays.deleted},
    }
    return Reply(data, lines)


def _not_in_it(t: Translator, stays: list[str]) -> list[str]:
    return [t("Not in it: {parts}.").format(parts=t.listed(stays))] if stays else []


def _line(t: Translator, check: Check) -> str:
    words, more = said(t, check)
    return f"○ {words} ({more})" if more else f"○ {words}"
