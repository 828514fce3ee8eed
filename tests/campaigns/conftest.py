"""One workshop for all campaigns of a run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.campaigns.workshop import Workshop


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """Return the process in which trials are run."""
    with Workshop(tmp_path_factory.mktemp("workshop")) as opened:
        yield opened
