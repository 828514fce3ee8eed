"""No text is read twice by the sentence model, whatever becomes of the file that keeps what it found."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import public_folder, without_privileges

from consultation.errors import Cancelled
from consultation.matching.meaning import BLOCK, BYTES_A_NUMBER, Meaning
from consultation.matching.vectors import VectorFile
from consultation.progress import Progress

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

ROOT = Path(__file__).parent.parent.parent
SIZE = 8


class Letters:
    """Gives every text a direction of its own, and remembers what it was asked."""

    name = "letters"
    size = SIZE

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str]) -> NDArray[float32]:
        import numpy as np

        self.asked += texts
        rows = np.array([list(blake2b(text.encode(), digest_size=SIZE).digest()) for text in texts], dtype=np.float32)
        rows -= 128
        lengths: NDArray[float32] = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / lengths


def kept(folder: Path) -> VectorFile:
    return VectorFile.beside(folder / "forum.consult", SIZE * BYTES_A_NUMBER)


def texts(many: int) -> list[str]:
    return [f"Recommendation {number}" for number in range(many)]


def asked_again(folder: Path, wanted: list[str]) -> list[str]:
    """Return what is reckoned when another program asks for ``wanted``."""
    model = Letters()
    Meaning(model, kept(folder)).embed(wanted)
    return model.asked


def test_what_is_known_is_not_reckoned_again(tmp_path):
    pytest.importorskip("numpy")
    assert sorted(asked_again(tmp_path, texts(3))) == texts(3)
    assert asked_again(tmp_path, texts(5)) == ["Recommendation 4", "Recommendation 3"]
    other = Letters()
    other.name = "another model"
    Meaning(other, kept(tmp_path)).embed(texts(5))
    assert len(other.asked) == 5


def test_the_newest_come_first_and_what_is_done_when_stopped_is_kept(tmp_path):
    pytest.importorskip("numpy")
    model, wanted = Letters(), texts(3 * BLOCK)
    steps: list[tuple[int, int]] = []

    def stop_at_the_second(done: int, total: int, what: str) -> None:
        steps.append((done, total))
        if len(steps) == 2:
            progress.cancel()

    progress = Progress(stop_at_the_second)
    with pytest.raises(Cancelled, match="What is done so far is kept"):
        Meaning(model, kept(tmp_path)).embed(wanted, progress)
    assert steps == [(0, 3 * BLOCK), (BLOCK, 3 * BLOCK)]
    assert model.asked == wanted[: BLOCK - 1 : -1]
    assert asked_again(tmp_path, wanted) == wanted[BLOCK - 1 :: -1]


_KILLED = """
import sys, time
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}, {here!r}]
from test_meaning import Letters, kept, texts
from consultation.matching.meaning import Meaning
class Slow(Letters):
    def vectors(self, some):
        time.sleep(0.05)
        return super().vectors(some)
Meaning(Slow(), kept(Path({folder!r}))).embed(texts(100_000))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_what_was_done_before_a_kill_is_kept(tmp_path):
    pytest.importorskip("numpy")
    code = _KILLED.format(
        root=str(ROOT), tests=str(ROOT / "tests"), here=str(Path(__file__).parent), folder=str(tmp_path)
    )
    file = kept(tmp_path)
    program = subprocess.Popen([sys.executable, "-c", code])
    while not (file.path.exists() and file.path.stat().st_size > 5 * BLOCK * SIZE * BYTES_A_NUMBER):
        assert program.poll() is None
        time.sleep(0.01)
    os.kill(program.pid, signal.SIGKILL)
    program.wait()
    newest = texts(100_000)[-2 * BLOCK :]
    assert asked_again(tmp_path, newest) == []


def test_a_vector_that_is_damaged_is_reckoned_again_and_no_other(tmp_path):
    pytest.importorskip("numpy")
    asked_again(tmp_path, texts(10))
    file = kept(tmp_path)
    content = bytearray(file.path.read_bytes())
    content[len(content) // 2] ^= 0x40
    file.path.write_bytes(content)
    assert len(asked_again(tmp_path, texts(10))) == 1
    assert asked_again(tmp_path, texts(10)) == []


@pytest.mark.parametrize("cut", [1, 20, 150, 10_000])
def test_a_file_that_was_cut_short_costs_what_is_missing(tmp_path, cut):
    pytest.importorskip("numpy")
    asked_again(tmp_path, texts(10))
    file = kept(tmp_path)
    content = file.path.read_bytes()
    file.path.write_bytes(content[:-cut])
    assert 0 < len(asked_again(tmp_path, texts(10))) <= 10
    assert asked_again(tmp_path, texts(10)) == []
    assert file.path.stat().st_size == len(content)


@pytest.mark.parametrize("strange", [b"My vectors", b"SQLite format 3\0" * 100, b"consultation vectors 1     9999\n"])
def test_a_file_of_somebody_else_is_put_aside_unharmed(tmp_path, strange):
    pytest.importorskip("numpy")
    file = kept(tmp_path)
    for aside in (".aside", ".aside1"):
        file.path.write_bytes(strange)
        assert len(asked_again(tmp_path, texts(3))) == 3
        assert asked_again(tmp_path, texts(3)) == []
        assert file.path.with_name(file.path.name + aside).read_bytes() == strange


def test_the_file_may_be_deleted_at_any_time(tmp_path):
    pytest.importorskip("numpy")
    model = Letters()
    meaning = Meaning(model, kept(tmp_path))
    meaning.embed(texts(3))
    kept(tmp_path).path.unlink()
    assert meaning.near(texts(3), ["en"] * 3).pairs == []
    meaning.embed(texts(3))
    assert len(model.asked) == 6


def test_where_nothing_can_be_written_the_vectors_are_held(tmp_path):
    pytest.importorskip("numpy")
    with public_folder() as folder:
        asked_again(folder, texts(2))
        kept(folder).path.chmod(0o444)
        folder.chmod(0o555)
        with without_privileges():
            model = Letters()
            meaning = Meaning(model, kept(folder))
            meaning.embed(texts(5))
            meaning.embed(texts(5))
            assert len(model.asked) == 3
            assert meaning.near(texts(5), ["en"] * 5).cosine(0, 4) is not None
        assert list(folder.iterdir()) == [kept(folder).path]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_of_that_name_is_left_alone(tmp_path):
    pytest.importorskip("numpy")
    os.mkfifo(kept(tmp_path).path)
    assert len(asked_again(tmp_path, texts(3))) == 3
    assert kept(tmp_path).path.is_fifo()


def test_what_is_no_longer_in_the_consultation_is_forgotten(tmp_path):
    pytest.importorskip("numpy")
    asked_again(tmp_path, texts(10))
    whole = kept(tmp_path).path.stat().st_size
    asked_again(tmp_path, texts(5))
    assert kept(tmp_path).path.stat().st_size < whole
    assert len(asked_again(tmp_path, texts(10))) == 5


def test_what_is_not_known_yet_is_near_nobody(tmp_path):
    pytest.importorskip("numpy")
    meaning = Meaning(Letters(), kept(tmp_path))
    assert meaning.near([], []).pairs == []
    near = meaning.near(texts(3), ["en"] * 3)
    assert near.pairs == []
    assert near.cosine(0, 1) is None


def test_languages_that_lie_apart_are_brought_together():
    np = pytest.importorskip("numpy")
    from consultation.matching.nearness import Nearness

    generator = np.random.default_rng(8)
    subjects = generator.standard_normal((200, 32)).astype(np.float32)
    accents = 5 * generator.standard_normal((3, 32)).astype(np.float32)
    vectors = np.concatenate([subjects + accent for accent in accents])
    found = set(Nearness(vectors, range(600), ["en"] * 200 + ["ar"] * 200 + ["zh"] * 200).pairs)
    assert all({(number, number + 200), (number, number + 400)} <= found for number in range(200))


def test_new_texts_alone_look_for_neighbours_and_find_the_old():
    np = pytest.importorskip("numpy")
    from consultation.matching.nearness import Nearness

    vectors = np.random.default_rng(8).standard_normal((300, 16)).astype(np.float32)
    vectors[299] = vectors[7]
    pairs = Nearness(vectors, range(300), ["en"] * 300, since=298).pairs
    assert (7, 299) in pairs
    assert {second for _, second in pairs} == {298, 299}


def test_texts_that_are_the_same_to_the_letter_are_one(tmp_path):
    pytest.importorskip("numpy")
    model = Letters()
    meaning = Meaning(model, kept(tmp_path))
    said = [*texts(4), "Recommendation 1"]
    meaning.embed(said)
    assert len(model.asked) == 4
    near = meaning.near(said, ["en"] * 5)
    assert near.cosine(1, 4) == pytest.approx(1, abs=0.01)
    assert all(4 not in pair for pair in near.pairs)
