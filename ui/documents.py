"""Documents as files: written off the GUI thread; what cannot be printed is named before it is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from consultation.document import Document
from consultation.progress import Progress
from consultation.publishing import FORMATS, publish, unprintable
from consultation.publishing.unprintable import Unprintable
from consultation.store import Store
from ui.messages import Offer
from ui.widgets.showing import show_file
from ui.workspace import Workspace

PDF, MARKDOWN = FORMATS[:2]
Compose = Callable[[Store], Document]


@dataclass(frozen=True)
class Wanted:
    """A document that is to be written."""

    path: Path
    """Its ending says the format."""
    compose: Compose
    """Called in another thread."""
    doing: str
    """What the top line says meanwhile."""
    done: str
    """What is said then, with the {name} of the file."""
    anyway: bool = False
    """A PDF with words that cannot be printed is written all the same."""


class Documents(QObject):
    """Writes documents, and says of each where it is."""

    written = Signal(object)
    """The path of the file."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def write(self, wanted: Wanted) -> None:
        """Write a document; a PDF with words that cannot be printed only where a person wants it anyway."""
        again, path = self._workspace.store.again(), wanted.path

        def work(progress: Progress) -> tuple[Unprintable, ...]:
            with again() as store:
                document = wanted.compose(store)
            progress()
            found = unprintable(document) if path.suffix.lower() == PDF and not wanted.anyway else ()
            if not found:
                publish(document, path)
            return tuple(found)

        self._workspace.jobs.run(wanted.doing, work).done.connect(partial(self._on_done, wanted))

    def say_where(self, path: Path, said: str) -> None:
        """Say that a file was written, and offer to open it."""
        show = partial(show_file, path, self._workspace.t, self._workspace.messages)
        self._workspace.messages.say(said.format(name=path.name), "done", self._workspace.t("Show"), show)
        self.written.emit(path)

    def _on_done(self, wanted: Wanted, held_up_by: tuple[Unprintable, ...]) -> None:
        if held_up_by:
            self._say_what_is_unprintable(wanted, held_up_by)
        else:
            self.say_where(wanted.path, wanted.done)

    def _say_what_is_unprintable(self, wanted: Wanted, found: tuple[Unprintable, ...]) -> None:
        """Name the words that cannot be printed, and offer to write them where they can be, or all the same."""
        t = self._workspace.t
        named = " ".join(each.in_words(t) for each in found)
        said = t("{words} Nothing was written yet.").format(words=named)
        markdown = replace(wanted, path=wanted.path.with_suffix(MARKDOWN))
        offers = [
            Offer(t("As Markdown"), partial(self.write, markdown)),
            Offer(t("Write it all the same"), partial(self.write, replace(wanted, anyway=True))),
        ]
        self._workspace.messages.say(said, "incomplete", offers=offers)


def name_of_file(words: str, otherwise: str) -> str:
    """Make of words a name that every system takes for a file; ``otherwise`` where nothing is left of them."""
    kept = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", words).split()
    return " ".join(kept)[:80].strip(" .") or otherwise
