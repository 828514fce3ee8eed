"""Every test has its own settings folder; the window is drawn on no screen."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from collections.abc import Iterator
from pathlib import Path

import pytest

from consultation.drafting import draft_declaration
from consultation.language import WINDOW_LANGUAGES, translator
from consultation.sample import make_merged_sample
from consultation.store import Store
from tests.builders import identity


@pytest.fixture(autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the settings of whoever runs them."""
    monkeypatch.setenv("CONSULTATION_HOME", str(tmp_path_factory.mktemp("settings")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    return tmp_path


@pytest.fixture(scope="session")
def drafted_sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the open file of a rapporteur. Tests that change something copy it first."""
    path = tmp_path_factory.mktemp("sample") / "merged.consult"
    make_merged_sample(path, identity("Rapporteur"))
    with Store.open(path, identity("Rapporteur")) as store:
        for language in WINDOW_LANGUAGES:
            draft_declaration(store, translator(language))
        yield store
