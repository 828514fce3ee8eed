"""The command that makes a new consultation."""

from __future__ import annotations

from argparse import Namespace

from consultation.cli.kits import named
from consultation.cli.reply import Reply
from consultation.errors import WrongUsage
from consultation.language import N_, Translator, in_language
from consultation.model import Session
from consultation.store import Identity, settings_folder
from consultation.words import counted


def new(asked: Namespace, t: Translator) -> Reply:
    """Make a new consultation, from a kit or with a title alone."""
    if (asked.kit is None) == (asked.title is None):
        raise WrongUsage(
            N_("Say either --kit, to make it from a kit, or --title, to make it without one. Nothing was made.")
        )
    return _new_from_kit(asked, t) if asked.kit is not None else _new_without_kit(asked, t)


def _new_from_kit(asked: Namespace, t: Translator) -> Reply:
    from consultation.kits import read_kit
    from consultation.preparing import new_consultation

    if asked.place is not None:
        raise WrongUsage(N_("The kit says where it is held: --place goes with --title. Nothing was made."))
    kit = read_kit(named(asked.kit))
    with new_consultation(asked.file, kit, Identity.load(settings_folder())) as store:
        about = store.consultation
        if asked.lang and about.languages[0] != asked.lang:
            rest = [language for language in about.languages if language != asked.lang]
            store.change(about, languages=[asked.lang, *rest])
        sessions = store.count(Session)
    title = in_language(kit.title, t.language)
    line = t("Made “{name}” from the kit “{kit}”, with {sessions}.").format(
        name=asked.file.name,
        kit=title,
        sessions=counted(t, Session.kind(), sessions),
    )
    return Reply({"file": str(asked.file), "kit": kit.name, "consultation": str(about.id)}, [line])


def _new_without_kit(asked: Namespace, t: Translator) -> Reply:
    from consultation.preparing import new_without_kit
    from consultation.reading.zones import zone_here

    if not asked.title.strip():
        raise WrongUsage(N_("The title is empty. Nothing was made."))
    if not asked.lang:
        raise WrongUsage(N_("Say with --lang in which language the consultation is held. Nothing was made."))
    identity = Identity.load(settings_folder())
    with new_without_kit(
        asked.file, asked.title, asked.place or "", asked.lang, identity, time_zone=zone_here()
    ) as store:
        about = store.consultation.id
    line = t("Made “{name}”, a consultation without a kit.").format(name=asked.file.name)
    return Reply({"file": str(asked.file), "kit": "", "consultation": str(about)}, [line])
