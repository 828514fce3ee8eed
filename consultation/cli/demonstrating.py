"""The command that shows the whole path."""

from __future__ import annotations

from argparse import Namespace

from consultation.cli.reply import Reply
from consultation.language import Translator, system_language, translator


def demo(asked: Namespace, t: Translator) -> Reply:
    """Walk the whole path on the forum's sample, or from a kit to its documents."""
    from consultation.demonstration import demonstrate, demonstrate_kit
    from consultation.kits import read_kit
    from consultation.sample import KIT

    document = translator(asked.lang or system_language())
    if asked.kit is None or asked.kit == KIT:
        made = demonstrate(asked.out, document, t)
    else:
        made = demonstrate_kit(read_kit(asked.kit), asked.out, document, t)
    told = {
        "made": [str(path) for path in made.files],
        "documents": [str(path) for path in made.documents],
        "pdf": str(made.pdf) if made.pdf else None,
    }
    return Reply(told, made.lines)
