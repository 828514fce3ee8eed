"""Draws every page and dialog, light and dark, in each language, to PNG files that are looked at.

    python -m ui.shell.gallery OUT [--only NAME] [--lang en] [--theme light]

Scenes stand in `ui/<place>/scenes.py`: a dictionary `SCENES` from name to a function that is given a `Stage`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from consultation.language import WINDOW_LANGUAGES
from consultation.sample import make_merged_sample
from consultation.store import Identity
from ui.shell.app import QtWords, make_workspace
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

FOLDERS = ("ui.shell.scenes", "ui.start.scenes", "ui.session.scenes", "ui.merge.scenes", "ui.declaration.scenes")
SIZES = {"1440x900": (1440, 900), "1280x720": (1280, 720)}


@dataclass
class Stage:
    """One window to set a scene in; what is shown last is drawn."""

    window: MainWindow
    workspace: Workspace
    folder: Path
    """For files a scene needs; thrown away afterwards."""
    file: Path
    """The sample as the rapporteur has it after merging; open it with `open_sample`."""
    drawn: list[QWidget] = field(default_factory=list)

    def open_sample(self) -> None:
        """Open a copy of the sample."""
        copy = self.folder / "forum-2021.consult"
        if not copy.exists():
            shutil.copyfile(self.file, copy)
        self.workspace.open(copy)
        self.settle()

    def show(self, widget: QWidget) -> None:
        """Draw a dialog instead of the window."""
        widget.show()
        self.drawn.append(widget)

    def settle(self) -> None:
        """Let the window do what it has put off: layouts, timers, jobs."""
        app = QApplication.instance()
        until = QDeadlineTimer(8_000)
        while True:
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            if not self.workspace.jobs.running or until.hasExpired():
                break
        for _ in range(5):
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


Scene = Callable[[Stage], None]


def scenes() -> dict[str, Scene]:
    """Return every scene there is by name."""
    found: dict[str, Scene] = {}
    for name in FOLDERS:
        if (Path(__file__).parents[2] / (name.replace(".", "/") + ".py")).exists():
            found |= import_module(name).SCENES
    return found


def looks(languages: tuple[str, ...], themes: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Return every combination of size, language and theme that is drawn."""
    for language in languages:
        for theme in themes:
            yield "1440x900", language, theme
    if "en" in languages and "light" in themes:
        yield "1280x720", "en", "light"


def draw(scene: Scene, target: Path, file: Path, size: str, language: str, theme: str) -> None:
    """Set one scene and write its picture to ``target``."""
    app = QApplication.instance()
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder:
        workspace = make_workspace(app, Path(folder) / "settings")
        workspace.name_author("Amira Ben Salah")
        workspace.speak(language)
        workspace.theme.choose(theme)
        words = QtWords(app, workspace)
        window = MainWindow(workspace)
        window.resize(*SIZES[size])
        window.show()
        stage = Stage(window, workspace, Path(folder), file)
        scene(stage)
        stage.settle()
        drawn = stage.drawn[-1] if stage.drawn else window
        drawn.grab().save(str(target))
        for widget in [*stage.drawn, window]:
            widget.close()
            widget.deleteLater()
        words.unload()
        workspace.theme.deleteLater()
        stage.settle()


def main(arguments: list[str]) -> int:
    """Draw the gallery."""
    parser = argparse.ArgumentParser(prog="python -m ui.shell.gallery", description="Draw every page and dialog.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="scenes whose name has this in it")
    parser.add_argument("--lang", choices=WINDOW_LANGUAGES)
    parser.add_argument("--theme", choices=("light", "dark"))
    chosen = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication(["gallery"])
    chosen.out.mkdir(parents=True, exist_ok=True)
    count = 0
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder:
        file = Path(folder) / "sample.consult"
        make_merged_sample(file, Identity.load(Path(folder)))
        languages = (chosen.lang,) if chosen.lang else WINDOW_LANGUAGES
        themes = (chosen.theme,) if chosen.theme else ("light", "dark")
        for name, scene in scenes().items():
            if chosen.only not in name:
                continue
            for size, language, theme in looks(languages, themes):
                draw(scene, chosen.out / f"{name}-{language}-{theme}-{size}.png", file, size, language, theme)
                count += 1
    print(f"{count} pictures in {chosen.out}")
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
