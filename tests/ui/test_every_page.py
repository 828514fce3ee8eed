"""Every page, in every state of the gallery: nothing lies over anything, no words are cut, Tab follows the eye."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import eyes
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from consultation.sample import make_merged_sample
from tests.builders import identity
from ui.shell.app import make_workspace
from ui.shell.main_window import MainWindow
from ui.shell.scenes import SCENES
from ui.shell.stage import Stage

SIZES = (
    ((960, 600), 1.0, "en"),
    ((960, 600), 1.5, "fr"),
    ((1090, 600), 1.0, "es"),
    ((1280, 720), 1.5, "es"),
)
"""Size of the window, size of text, language."""
EDITORS = ("declaration-editing", "declaration-translating", "session-counting")
"""Scenes with an editor that ends when it is left. Shiboken takes the widget that `nextInFocusChain` gives for a child
of the one that was asked: with the editor it would let go of whatever comes after it, the menus among that."""
Set = Callable[..., tuple[Stage, QWidget]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The merged sample, made once."""
    path = tmp_path_factory.mktemp("gallery") / "sample.consult"
    make_merged_sample(path, identity("Amira Ben Salah"))
    return path


@pytest.fixture
def set_scene(qapp: QApplication, tmp_path: Path, sample: Path) -> Iterator[Set]:
    """Set a scene in a window of a size, with text of a size, in a language; return it and what is drawn of it."""
    stages: list[Stage] = []

    def set_it(name: str, size: tuple[int, int], scale: float, language: str) -> tuple[Stage, QWidget]:
        workspace = make_workspace(qapp, tmp_path / "settings")
        workspace.name_author("Amira Ben Salah")
        workspace.speak(language)
        workspace.theme.choose("light")
        workspace.theme.resize(scale)
        window = MainWindow(workspace)
        window.show()
        qapp.processEvents()  # it fills the screen of the tests, which has another size
        window.resize(*size)
        stage = Stage(window, workspace, tmp_path, sample)
        stages.append(stage)
        SCENES[name](stage)
        stage.settle()
        return stage, stage.drawn[-1] if stage.drawn else window

    yield set_it
    for stage in stages:
        for widget in [*stage.drawn, stage.window]:
            widget.close()
        stage.window.deleteLater()  # and with it everything that was drawn, which belongs to it
        stage.workspace.theme.resize(1.0)
        stage.workspace.quit()
        stage.workspace.theme.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(("size", "scale", "language"), SIZES, ids=lambda value: str(value).replace(" ", ""))
@pytest.mark.parametrize("scene", SCENES)
def test_nothing_lies_over_anything_and_no_words_are_cut(
    set_scene: Set, scene: str, size: tuple[int, int], scale: float, language: str
) -> None:
    _, drawn = set_scene(scene, size, scale, language)
    assert not eyes.overlapping(drawn)
    assert not eyes.cut(drawn)


@pytest.mark.parametrize("scene", SCENES)
def test_all_is_whole_in_the_usual_size_has_a_name_read_aloud_and_is_reached_as_the_eye_goes(
    set_scene: Set, scene: str
) -> None:
    stage, drawn = set_scene(scene, (1440, 900), 1.0, "en")
    assert not eyes.overlapping(drawn)
    assert not eyes.cut(drawn)
    assert not eyes.unnamed(drawn)
    if scene not in EDITORS:
        page = stage.window.place if drawn is stage.window and stage.window.place is not None else drawn
        assert not eyes.against_the_eye(eyes.tab_stops(stage.window, page), page)
