"""When the file is gone or cannot be changed: says so in one message that stays, with two ways out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from consultation.errors import ConsultationError
from consultation.files import ENDING
from consultation.language import N_
from consultation.store import Store, Underneath
from ui.messages import Offer
from ui.workspace import Workspace

STANDS = {
    Underneath.GONE: N_("The file has been moved or deleted. Nothing typed is lost."),
    Underneath.REPLACED: N_("Another file has taken its place. Nothing typed is lost."),
    Underneath.READ_ONLY: N_("This file or its folder is read-only: it cannot be changed."),
}


class Rescue(QObject):
    """Leads out of a file that can no longer be written."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        workspace.keeping.stranded.connect(self.say)
        workspace.following.stands.connect(self._on_stands)

    def say(self, stands: Underneath) -> None:
        """Say how the file stands, and what can be done."""
        self._say(self._workspace.t(STANDS[stands]))

    def ask(self) -> None:
        """Ask where everything is to be saved, and save it there."""
        t, source = self._workspace.t, self._workspace.path
        folder = source.parent if source.parent.is_dir() else Path.home()
        suggested = folder / (t("{name} (saved)").format(name=source.stem) + ENDING)
        kinds = t("Consultations ({pattern})").format(pattern=f"*{ENDING}")
        path, _ = QFileDialog.getSaveFileName(self._window, t("Save everything elsewhere"), str(suggested), kinds)
        if path:
            self.save(Path(path))
        else:
            self.say_how_it_stands()

    def save(self, path: Path) -> None:
        """Save everything at ``path``, and go on there."""
        workspace = self._workspace
        workspace.drafts.flush()
        try:
            workspace.store.save_elsewhere(path)
            workspace.go_on_in(Store.open(path, workspace.identity, as_it_is=True))
        except ConsultationError as error:
            self._say(workspace.t.error(error))
            return
        said = workspace.t("Everything is saved in “{name}”, and goes on there.")
        workspace.messages.say(said.format(name=path.name), "done")

    def try_again(self) -> None:
        """Save what waits if the file is back; otherwise say again how it stands."""
        stands = self._workspace.following.look()
        if stands is Underneath.REPLACED:
            self._take_back()
        if not self.say_how_it_stands():
            self._workspace.keeping.saving_asked.emit()

    def say_how_it_stands(self) -> bool:
        """Say it where the file is gone or cannot be changed, and tell whether that is so."""
        return self._workspace.keeping.says_it_stands_otherwise()

    def _take_back(self) -> None:
        """Go on in the file that is where the open one was, if it holds all that was seen of it: a stick is back."""
        workspace = self._workspace
        try:
            store = Store.open(workspace.path, workspace.identity)
        except ConsultationError:
            return  # it is another file, and cannot even be opened
        if workspace.following.holds_all(store):
            workspace.go_on_in(store)
        else:
            store.close()

    def _on_stands(self, stands: Underneath) -> None:
        if stands is Underneath.SOUND:
            self._workspace.messages.say(self._workspace.t("The file is there again, and can be written."), "done")

    def _say(self, text: str) -> None:
        t = self._workspace.t
        offers = (Offer(t("Save everything elsewhere…"), self.ask), Offer(t("Try again"), self.try_again))
        self._workspace.messages.say(text, "conflict", offers=offers)
