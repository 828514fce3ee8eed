"""The whole path on the sample, from three facilitators' files to one declaration."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from consultation.composing import declaration
from consultation.demonstration.folder import (
    DECLARATION,
    MERGED,
    Demonstration,
    made_in,
    what_came,
    what_is_left,
    what_was_put_together,
)
from consultation.drafting import draft_declaration
from consultation.exchange import export_table
from consultation.files import write_whole
from consultation.language import Translator
from consultation.merging import merge
from consultation.model.record import derived_id
from consultation.publishing import publish
from consultation.sample import decide_sample, make_sample
from consultation.sample.desk import chance
from consultation.store import Clock, Identity, Store

RAPPORTEUR = Identity(derived_id("sample", "rapporteur", "replica"), derived_id("sample", "rapporteur", "author"))
MERGED_AT = datetime(2021, 10, 8, 20, 0, tzinfo=UTC)


def demonstrate(folder: Path, document: Translator, t: Translator) -> Demonstration:
    """Make the sample in ``folder``, merge, draft and publish it; files of an earlier demonstration are replaced.

    ``document`` is the language of the declaration, ``t`` that of the words on the way.
    """
    return made_in(folder, lambda workshop: _make(workshop, document, t), t)


def _make(folder: Path, document: Translator, t: Translator) -> tuple[list[Path], list[str]]:
    sample = make_sample(folder)
    merged = folder / MERGED
    shutil.copyfile(sample.handed_out, merged)
    clock = Clock(lambda: int(MERGED_AT.timestamp() * 1000))
    with Store.open(merged, RAPPORTEUR, clock, chance("rapporteur")) as store:
        lines = [what_came(store, brought, t) for brought in merge(store, sample.rooms)]
        lines.append(what_is_left(store, t))
        lines.append(what_was_put_together(decide_sample(store, sample), t))
        done = draft_declaration(store, document)
        lines.append(t.plural("Drafted {count} clause", "Drafted {count} clauses", done.clauses))
        written = declaration(store, document)
        outputs = [folder / f"{DECLARATION}-{document.language}{ending}" for ending in (".pdf", ".md", ".json")]
        for path in outputs:
            publish(written, path)
        table = folder / "recommendations.csv"
        write_whole(table, export_table(store, "recommendations", ".csv").data)
    return [sample.handed_out, *sample.rooms, merged, *outputs, table], lines
