"""Draws every page and dialog, light and dark, in each language, to PNG files that are looked at.

    python -m ui.shell.gallery OUT [--only NAME] [--lang en] [--theme light]

Scenes stand in `ui/shell/scenes/`: dictionaries `SCENES` from name to a function that is given a `Stage`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from consultation.language import WINDOW_LANGUAGES
from consultation.sample import make_merged_sample
from consultation.store import Identity
from ui.shell.app import QtWords, make_workspace, the_application
from ui.shell.main_window import MainWindow
from ui.shell.scenes import SCENES
from ui.shell.stage import Scene, Stage

SIZES = {"1440x900": (1440, 900), "1280x720": (1280, 720), "960x600": (960, 600)}


def looks(languages: tuple[str, ...], themes: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Return every combination of size, language and theme that is drawn."""
    for language in languages:
        for theme in themes:
            yield "1440x900", language, theme
    if "en" in languages and "light" in themes:
        for size in ("1280x720", "960x600"):
            yield size, "en", "light"


def draw(app: QApplication, scene: Scene, target: Path, file: Path, size: str, language: str, theme: str) -> None:
    """Set one scene and write its picture to ``target``."""
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder:
        workspace = make_workspace(app, Path(folder) / "settings")
        workspace.name_author("Amira Ben Salah")
        workspace.speak(language)
        workspace.theme.choose(theme)
        words = QtWords(app, workspace)
        window = MainWindow(workspace)
        window.show()
        app.processEvents()  # it fills the screen, which is smaller than the pictures
        window.resize(*SIZES[size])
        window.activateWindow()
        stage = Stage(window, workspace, Path(folder), file)
        scene(stage)
        stage.settle()
        drawn = stage.drawn[-1] if stage.drawn else window
        drawn.grab().save(str(target))
        for widget in [*stage.drawn, window]:
            widget.close()
        window.deleteLater()  # and with it everything that was drawn, which belongs to it
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
    app = the_application(["gallery"])
    chosen.out.mkdir(parents=True, exist_ok=True)
    count = 0
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder:
        file = Path(folder) / "sample.consult"
        make_merged_sample(file, Identity.load(Path(folder)))
        languages = (chosen.lang,) if chosen.lang else WINDOW_LANGUAGES
        themes = (chosen.theme,) if chosen.theme else ("light", "dark")
        for name, scene in SCENES.items():
            if chosen.only not in name:
                continue
            for size, language, theme in looks(languages, themes):
                draw(app, scene, chosen.out / f"{name}-{language}-{theme}-{size}.png", file, size, language, theme)
                count += 1
    print(f"{count} pictures in {chosen.out}")
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
