"""Writing a person's words into the draft off the GUI thread: items made of them, items that follow what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.drafting import reword_clauses, word_clause
from consultation.language import translator
from consultation.progress import Progress
from consultation.reading.parts import PARTS, Parts
from consultation.reading.passages import ItemText, ParagraphText
from consultation.store import Written
from ui.declaration.rows import record_of
from ui.jobs import Job
from ui.workspace import Workspace


class Wordings(QObject):
    """Writes one at a time; the next is asked for once the draft shows the last."""

    made = Signal(object)
    """The first item that was made of a person's words; None where there is none."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._language = ""

    def speak(self, language: str) -> None:
        """Write in the document of this language."""
        self._language = language

    def word(self, recommendation: UUID, words: Sequence[str]) -> None:
        """Make a clause of a recommendation in these words."""
        again, language = self._workspace.store.again(), self._language

        def work(progress: Progress) -> tuple[UUID | None, Written]:
            with again() as store:
                return word_clause(store, recommendation, words, translator(language), progress)

        self._run(self._workspace.t("Making a clause"), work, self._on_worded)

    def follow(self, recommendation: UUID) -> None:
        """Let what comes from a recommendation say the words that were chosen for it."""
        again, language = self._workspace.store.again(), self._language

        def work(progress: Progress) -> Written:
            with again() as store:
                return reword_clauses(store, recommendation, translator(language), progress)

        self._run(self._workspace.t("Drafting"), work, self._on_followed)

    def take(self, passage: ParagraphText | ItemText, parts: Parts) -> None:
        """Let a passage say what drafting proposes for it."""
        language = self._language
        store, said = self._workspace.store, self._workspace.t("The wording that drafting proposes is taken.")

        def write() -> Written:
            record = record_of(store, passage)
            named = [name for name in PARTS if hasattr(record, name)]
            taken = {name: {**getattr(record, name), language: getattr(parts, name)} for name in named}
            return store.change(record, **taken)

        self._workspace.do(said, write)

    def _run(self, name: str, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        if self._workspace.is_readable:
            job: Job = self._workspace.jobs.run(name, work, writes=True)
            job.done.connect(then)

    def _on_worded(self, made: tuple[UUID | None, Written]) -> None:
        item, written = made
        if not self._workspace.is_open:
            return
        said = self._workspace.t("It is a clause now, in these words; drafting again keeps it.")
        self._workspace.take_up_and_say(written, said)
        self.made.emit(item)

    def _on_followed(self, written: Written) -> None:
        if self._workspace.is_open:
            self._workspace.take_up(written, self._workspace.t("The clause says what was chosen."))
