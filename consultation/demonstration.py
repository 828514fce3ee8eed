"""The whole path on the sample, from three facilitators' files to one declaration."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from consultation.composing import declaration
from consultation.drafting import draft_declaration
from consultation.errors import ExportRefused
from consultation.exchange import export_table
from consultation.files import write_whole
from consultation.language import N_, Translator
from consultation.merging import merge
from consultation.model import Session
from consultation.model.record import derived_id
from consultation.publishing import publish
from consultation.sample import decide_sample, make_sample
from consultation.sample.desk import chance
from consultation.store import Clock, Identity, Store

MERGED = "merged.consult"
RAPPORTEUR = Identity(derived_id("sample", "rapporteur", "replica"), derived_id("sample", "rapporteur", "author"))
MERGED_AT = datetime(2021, 10, 8, 20, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Demonstration:
    """What the demonstration made."""

    files: tuple[Path, ...]
    pdf: Path
    lines: list[str]
    """The path in words; the last names the PDF."""


def demonstrate(folder: Path, document: Translator, t: Translator) -> Demonstration:
    """Make the sample in ``folder``, merge, draft and publish it; files of an earlier demonstration are replaced.

    ``document`` is the language of the declaration, ``t`` that of the words on the way.
    """
    if folder.exists() and not folder.is_dir():
        raise ExportRefused(N_("“{name}” is not a folder, so nothing was made. Choose a folder."), name=str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".demo-", dir=folder) as workshop:
            made, lines = _make(Path(workshop), document, t)
            for path in made:
                shutil.move(path, folder / path.name)
    except OSError as error:
        raise ExportRefused(
            N_("The demonstration could not be written to “{name}”: {reason}. Choose another folder."),
            name=str(folder),
            reason=error.strerror or str(error),
        ) from error
    files = tuple(folder / path.name for path in made)
    pdf = next(path for path in files if path.suffix == ".pdf")
    return Demonstration(files, pdf, [*lines, t("The declaration is in {path}").format(path=pdf)])


def _make(folder: Path, document: Translator, t: Translator) -> tuple[list[Path], list[str]]:
    sample = make_sample(folder)
    merged = folder / MERGED
    shutil.copyfile(sample.handed_out, merged)
    clock = Clock(lambda: int(MERGED_AT.timestamp() * 1000))
    lines: list[str] = []
    with Store.open(merged, RAPPORTEUR, clock, chance("rapporteur")) as store:
        for brought in merge(store, sample.rooms):
            codes = sorted(store.get(Session, session_id).code for session_id in brought.sessions)
            lines.append(
                t("Merged {name}: {recommendations}, {interventions}, from {sessions}").format(
                    name=brought.path.name,
                    recommendations=t.plural(
                        "{count} recommendation", "{count} recommendations", brought.created.get("recommendation", 0)
                    ),
                    interventions=t.plural(
                        "{count} intervention", "{count} interventions", brought.created.get("intervention", 0)
                    ),
                    sessions=t.listed(codes),
                )
            )
        conflicts = len(store.conflicts())
        lines.append(
            t.plural(
                "{count} conflict is left for a person to decide",
                "{count} conflicts are left for a person to decide",
                conflicts,
            )
        )
        groups = decide_sample(store, sample)
        lines.append(
            t.plural(
                "Put together what {count} group of recommendations says alike",
                "Put together what {count} groups of recommendations say alike",
                groups,
            )
        )
        done = draft_declaration(store, document)
        lines.append(t.plural("Drafted {count} clause", "Drafted {count} clauses", done.clauses))
        written = declaration(store, document)
        outputs = [folder / f"declaration-{document.language}{ending}" for ending in (".pdf", ".md", ".json")]
        for path in outputs:
            publish(written, path)
        table = folder / "recommendations.csv"
        write_whole(table, export_table(store, "recommendations", ".csv").data)
    made = [sample.handed_out, *sample.rooms, merged, *outputs, table]
    lines.append(t("Made {files}").format(files=t.listed(path.name for path in made)))
    return made, lines
