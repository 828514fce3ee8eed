"""Python does not look for cycles for a while, and then does as it did before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from consultation.collecting import without_collecting


@pytest.fixture(autouse=True)
def _collecting_as_it_was() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was_enabled else gc.disable)()


def test_python_looks_for_cycles_again_afterwards() -> None:
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_python_looks_for_cycles_again_after_a_failure() -> None:
    with pytest.raises(ValueError, match="wrong"), without_collecting():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_one_inside_another_does_not_begin_to_look_for_cycles() -> None:
    with without_collecting():
        with without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
