"""The commands about kits: which there are, what is in one, and saving one of one's own."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.errors import WrongUsage
from consultation.files import is_same_file
from consultation.kits import ENDING, Kit, read_kit
from consultation.kits import kits as kits_of_ours
from consultation.kits.saving import SavedKit, save_kit
from consultation.language import N_, Translator, in_language
from consultation.words import all_counted, named_counts


def kits(asked: Namespace, t: Translator) -> Reply:
    """List the kits, and what each is for."""
    listed = [
        {
            "name": kit.name,
            "title": in_language(kit.title, t.language),
            "languages": list(kit.languages),
            "description": in_language(kit.description, t.language),
        }
        for kit in kits_of_ours()
    ]
    lines = []
    for kit in listed:
        lines += [f"{kit['name']}  {kit['title']} ({', '.join(kit['languages'])})", f"    {kit['description']}"]
    return Reply({"kits": listed}, lines)


def kit(asked: Namespace, t: Translator) -> Reply:
    """Look through a kit, or save one."""
    return _save(asked, t) if asked.act == "save" else _check(asked, t)


def _check(asked: Namespace, t: Translator) -> Reply:
    if asked.kit is not None:
        raise WrongUsage(N_("One kit is looked through at a time. Nothing was changed."))
    found = read_kit(named(str(asked.file)))
    lines = [
        t("The kit “{kit}” ({name}, version {version}) can be used.").format(
            kit=in_language(found.title, t.language), name=found.name, version=found.version
        ),
        *_contents(found, t),
    ]
    return Reply(_shape(found, asked.file, {}), lines)


def _save(asked: Namespace, t: Translator) -> Reply:
    if asked.kit is None or asked.kit.suffix.lower() != ENDING:
        raise WrongUsage(N_("Say to which file the kit is to be written: its name ends in .toml. Nothing was written."))
    if is_same_file(asked.kit, asked.file):
        raise WrongUsage(N_("That is the consultation file itself. Nothing was changed."))
    name = (asked.name or asked.kit.stem).encode("utf-8", "replace").decode("utf-8")
    with open_file(asked) as store:
        saved = save_kit(store, asked.kit, name, date.today())
    lines = [
        t("Saved the kit “{name}” to “{file}”.").format(name=saved.kit.name, file=str(asked.kit)),
        *_contents(saved.kit, t),
        t("People, what was said, signed up for or decided, and private contacts are not in it."),
    ]
    return Reply(_shape(saved.kit, asked.kit, saved.left_out), lines, _remarks(saved, t))


def named(words: str) -> str | Path:
    """Tell the name of a kit of ours from a file."""
    return Path(words) if words.endswith(ENDING) else words


def _contents(kit: Kit, t: Translator) -> list[str]:
    """Say what is in a kit, and whether it lacks any words."""
    lines = [
        t.listed(all_counted(t, _counts(kit))),
        t("In {languages}").format(languages=t.listed(t.language_name(code) for code in kit.languages)),
    ]
    if not kit.entry.complete:
        lines.append(t("Some of its texts are not there in every language."))
    return [line for line in lines if line]


def _remarks(saved: SavedKit, t: Translator) -> list[str]:
    remarks = []
    if saved.left_out:
        said = t.listed(all_counted(t, saved.left_out))
        remarks.append(t("Left out, since they belong to nothing a kit has: {entries}.").format(entries=said))
    if saved.emblems_left_out:
        remarks.append(
            t.plural(
                "{count} emblem was left out: with it the kit would be larger than a kit can be.",
                "{count} emblems were left out: with them the kit would be larger than a kit can be.",
                saved.emblems_left_out,
            )
        )
    if saved.other_languages:
        spoken = t.listed(t.language_name(code) for code in saved.other_languages)
        remarks.append(
            t("Words in languages the consultation is not held in were left out: {languages}.").format(languages=spoken)
        )
    return remarks


def _counts(kit: Kit) -> dict[str, int]:
    return dict(Counter(record.kind() for record in kit.records()))


def _shape(kit: Kit, file: Path, left_out: Mapping[str, int]) -> dict[str, Any]:
    return {
        "file": str(file),
        "name": kit.name,
        "version": kit.version,
        "title": dict(kit.title),
        "languages": list(kit.languages),
        "complete": kit.entry.complete,
        "kinds": named_counts(_counts(kit)),
        "left_out": named_counts(left_out),
    }
