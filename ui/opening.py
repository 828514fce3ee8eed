"""Opening a file for the window: one that comes from elsewhere is looked through first, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from consultation.errors import ConsultationError
from consultation.language import Translator
from consultation.progress import Progress
from consultation.store import Identity, Store
from consultation.words import upgraded
from ui.jobs import Jobs
from ui.messages import Messages

Take = Callable[[Store, Path], None]
"""Makes a store the one of the window; ConsultationError where there is no consultation in it."""


def open_later(
    path: Path, identity: Identity, t: Translator, jobs: Jobs, open_now: Callable[[Path, Path | None], object]
) -> None:
    """Open a file by ``open_now`` once it is looked through; at once where that need not be.

    ``open_now`` is also given the copy of it as it was, where it has just been made one of today's version.
    """
    if Store.opens_at_once(path, identity):
        open_now(path, None)
        return

    def look_through(progress: Progress) -> Path | None:
        with Store.open(path, identity, progress=progress) as store:
            return store.kept_as_it_was

    job = jobs.run(t("Reading “{name}”").format(name=path.name), look_through)
    job.done.connect(lambda kept: open_now(path, kept))


def open_at_once(
    path: Path, kept: Path | None, identity: Identity, t: Translator, messages: Messages, take: Take
) -> bool:
    """Open a file however long that takes; a refusal is said, and answered with False."""
    store = None
    try:
        store = Store.open(path, identity)
        take(store, path)
        if kept := kept or store.kept_as_it_was:
            messages.say(upgraded(path.name, kept.name).in_words(t), "done")
    except ConsultationError as error:
        messages.refuse(t, error)
        if store is not None:
            store.close()
        return False
    return True
