"""Opening the file a command is about, as the person whose card this installation has."""

from __future__ import annotations

from argparse import Namespace

from consultation.errors import Sentence
from consultation.store import Identity, Store, settings_folder
from consultation.words import upgraded


def open_file(asked: Namespace) -> Store:
    """Open the file of a command; what is worth saying about its version is left in ``asked.remarks``."""
    store = Store.open(asked.file, Identity.load(settings_folder()))
    if store.upgraded_from is not None and store.kept_as_it_was is not None:
        remarks: list[Sentence] = asked.remarks
        remarks.append(upgraded(asked.file.name, store.kept_as_it_was.name))
    return store
