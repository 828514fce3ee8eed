"""Version 2.0: what it had and we no longer have."""

from __future__ import annotations

from consultation.model import Labels
from consultation.store.versions.first import Retired

FIELDS: dict[str, dict[str, Retired]] = {
    "term": {
        name: Retired(kind, (), missed=False)
        for name, kind in (("before", Labels), ("joiner", Labels), ("sets", list[str]))
    }
}
"""Kind -> field -> what became of it: verbs were put together with addressees; now there are whole phrases."""
