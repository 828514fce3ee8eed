"""The whole path on the sample, from three facilitators' files to one declaration."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from consultation.demonstration.documents import write_declaration, write_programme
from consultation.demonstration.folder import (
    MERGED,
    Demonstration,
    Made,
    made_in,
    what_came,
    what_is_left,
    what_was_put_together,
)
from consultation.exchange import export_table
from consultation.files import write_whole
from consultation.language import Translator
from consultation.merging import merge
from consultation.model.record import derived_id
from consultation.sample import decide_sample, make_sample
from consultation.sample.desk import chance
from consultation.store import Clock, Identity, Store

RAPPORTEUR = Identity(derived_id("sample", "rapporteur", "replica"), derived_id("sample", "rapporteur", "author"))
MERGED_AT = datetime(2021, 10, 8, 20, 0, tzinfo=UTC)


def demonstrate(folder: Path, document: Translator, t: Translator) -> Demonstration:
    """Make the sample in ``folder``, merge, draft and publish it; files of an earlier demonstration are replaced.

    ``document`` is the language of the documents, ``t`` that of the words on the way.
    """
    return made_in(folder, lambda workshop: _make(workshop, document, t), t)


def _make(folder: Path, document: Translator, t: Translator) -> Made:
    sample = make_sample(folder)
    merged = folder / MERGED
    shutil.copyfile(sample.prepared, merged)
    clock = Clock(lambda: int(MERGED_AT.timestamp() * 1000))
    with Store.open(merged, RAPPORTEUR, clock, chance("rapporteur")) as store:
        lines = [what_came(store, brought, t) for brought in merge(store, sample.rooms)]
        lines.append(what_is_left(store, t))
        lines.append(what_was_put_together(decide_sample(store, sample), t))
        outputs, drafted = write_declaration(store, folder, document, t)
        lines.append(drafted)
        documents = [*outputs, *write_programme(store, folder, document)]
        table = folder / "recommendations.csv"
        write_whole(table, export_table(store, "recommendations", ".csv").data)
    return Made([sample.prepared, sample.handed_out, *sample.rooms, merged], documents, [table], lines)
