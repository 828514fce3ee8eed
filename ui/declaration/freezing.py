"""Freezing the declaration off the GUI thread, and reading what keeps it from being final."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from consultation.deciding.opposed import opposed_line, undecided_contradictions
from consultation.freezing import Frozen, drafted_languages, freeze, what_stops
from consultation.progress import Progress
from consultation.reading.remaining import Remaining
from ui.jobs import Job
from ui.workspace import Workspace

Stopping = list[tuple[str, Remaining]]


class Freezing(QObject):
    """Does one thing at a time."""

    frozen = Signal(object)
    """The `Edition`."""
    told = Signal(object)
    """What keeps the text from being final: each with the language of the text it stands in."""
    opposed_told = Signal(object)
    """What may contradict and nobody has decided, in words."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._reading: Job | None = None
        self._comparing: Job | None = None

    def freeze(self, name: str, note: str, final: bool) -> None:
        """Freeze the declaration as it stands, in every language it is drafted in."""
        again = self._workspace.store.again()

        def work(progress: Progress) -> Frozen:
            with again() as store:
                progress()
                return freeze(store, name, note, final=final)

        job = self._workspace.jobs.run(self._workspace.t("Freezing the declaration"), work, writes=True)
        job.done.connect(self._on_frozen)

    def ask_what_stops(self) -> None:
        """Have what keeps it from being final told."""
        if self._reading is not None or not self._workspace.is_readable:
            return
        again = self._workspace.store.again()

        def work(progress: Progress) -> Stopping:
            with again() as store:
                progress()
                return what_stops(store, drafted_languages(store))

        self._reading = self._workspace.jobs.run(self._workspace.t("Reading what remains"), work)
        self._reading.done.connect(self.told)
        self._reading.ended.connect(self._on_read)

    def ask_what_is_opposed(self) -> None:
        """Have what may contradict and nobody has decided told."""
        if self._comparing is not None or not self._workspace.is_readable:
            return
        again, t = self._workspace.store.again(), self._workspace.t

        def work(progress: Progress) -> list[str]:
            with again() as store:
                return [opposed_line(t, each) for each in undecided_contradictions(store, progress)]

        self._comparing = self._workspace.jobs.run(t("Looking for what may contradict"), work)
        self._comparing.done.connect(self.opposed_told)
        self._comparing.ended.connect(self._on_compared)

    def _on_compared(self) -> None:
        self._comparing = None

    def _on_read(self) -> None:
        self._reading = None

    def _on_frozen(self, frozen: Frozen) -> None:
        workspace, t = self._workspace, self._workspace.t
        if not workspace.is_open:
            return
        edition = frozen.edition
        said = t("“{name}” is frozen: edition {number}.").format(name=edition.name, number=t.number(edition.number))
        workspace.take_up_and_say(frozen.written, said)
        self.frozen.emit(edition)
