"""A new consultation is there whole or not at all, whatever stops the making of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from consultation.errors import ExportRefused
from consultation.kits import Kit, read_kit
from consultation.model import Consultation, Person
from consultation.preparing import new_consultation, new_without_kit
from consultation.sample import KIT
from consultation.store import Store
from tests.builders import identity

ROOT = Path(__file__).parent.parent


def test_what_stops_it_leaves_nothing_and_it_can_be_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = read_kit(KIT)
    path = folder / "forum.consult"

    def stopped(self: Kit) -> list[object]:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Kit, "records", stopped)
        with pytest.raises(KeyboardInterrupt):
            new_consultation(path, kit, identity())
    assert list(folder.iterdir()) == []
    with new_consultation(path, kit, identity()) as store:
        assert store.check().is_sound
    assert list(folder.iterdir()) == [path]


def test_a_kill_in_the_middle_leaves_no_file_of_that_name(folder: Path) -> None:
    path = folder / "forum.consult"
    killed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, signal, sys\n"
            "from pathlib import Path\n"
            "from consultation.kits import read_kit\n"
            "from consultation.preparing import new_consultation\n"
            "from consultation.store import Store\n"
            "from tests.builders import identity\n"
            "Store.name_consultation = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
            f"new_consultation(Path(sys.argv[1]), read_kit({KIT!r}), identity())\n",
            str(path),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert not path.exists()
    with new_consultation(path, read_kit(KIT), identity()) as store:
        assert store.consultation.kit == KIT


def test_a_file_that_is_there_is_not_touched(folder: Path) -> None:
    path = folder / "forum.consult"
    path.write_bytes(b"mine")
    with pytest.raises(ExportRefused, match="already a file"):
        new_consultation(path, read_kit(KIT), identity())
    assert path.read_bytes() == b"mine"
    assert list(folder.iterdir()) == [path]


def test_two_files_of_one_kit_share_its_records_and_are_two_consultations(folder: Path) -> None:
    about = []
    shared = []
    for name in ("one", "other"):
        with new_consultation(folder / f"{name}.consult", read_kit(KIT), identity(name)) as store:
            about.append(store.consultation.id)
            shared.append({one.id for one in store.terms("strand")})
            assert isinstance(store, Store)
    assert about[0] != about[1]
    assert shared[0] == shared[1]


def test_without_a_kit_there_is_nothing_in_the_file_but_what_was_said(folder: Path) -> None:
    with new_without_kit(folder / "a.consult", " Our  list ", "", "fr", identity()) as store:
        about = store.consultation
        assert (about.title, about.place, about.languages, about.kit) == ({"fr": "Our list"}, {}, ["fr"], "")
        said = {"id", "title", "languages"}
        assert about.model_dump(exclude=said) == Consultation().model_dump(exclude=said)
        author = Person.kind()
        assert {kind for kind, count in store.counts().items() if count} == {Consultation.kind(), author}
        assert store.check().is_sound


def test_without_a_kit_the_place_is_kept_in_the_language_of_the_consultation(folder: Path) -> None:
    with new_without_kit(folder / "a.consult", "Lista", "Cuenca", "es", identity()) as store:
        assert store.consultation.place == {"es": "Cuenca"}
