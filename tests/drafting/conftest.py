"""The sample, merged and drafted in all languages: made once, read by many tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from consultation.drafting import draft_declaration
from consultation.language import WINDOW_LANGUAGES, translator
from consultation.sample import make_merged_sample
from consultation.store import Store
from tests.builders import identity


@pytest.fixture(scope="session")
def drafted_sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the open file of a rapporteur. Tests that change something copy it first."""
    path = tmp_path_factory.mktemp("sample") / "merged.consult"
    make_merged_sample(path, identity("Rapporteur"))
    with Store.open(path, identity("Rapporteur")) as store:
        for language in WINDOW_LANGUAGES:
            draft_declaration(store, translator(language))
        yield store
