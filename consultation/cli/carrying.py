"""The command that carries over what an earlier consultation left."""

from __future__ import annotations

from argparse import Namespace

from consultation.cli.opening import open_file
from consultation.cli.reply import Reply
from consultation.errors import WrongUsage
from consultation.files import is_same_file
from consultation.language import N_, Translator


def carry_over(asked: Namespace, t: Translator) -> Reply:
    """Carry over the clauses of an earlier declaration, and the commitments that nobody has kept."""
    from consultation.exchange.carrying_over import carry_over as carry

    if is_same_file(asked.earlier, asked.file):
        raise WrongUsage(N_("That is the consultation file itself. Nothing was changed."))
    with open_file(asked) as store:
        done = carry(store, asked.earlier)
    told = {"carried_over": done.made, "already_there": done.already_there, "document": done.title}
    if not done.made:
        return Reply(told, [t("There is nothing in it that is not here already.")])
    lines = [
        t.plural("{count} clause carried over.", "{count} clauses carried over.", done.made),
        t("The document they come from: “{title}”.").format(title=done.title),
    ]
    return Reply(told, lines)
