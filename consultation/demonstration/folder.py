"""Where a demonstration goes: everything into a folder, or nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from consultation.errors import ExportRefused
from consultation.language import N_, Translator
from consultation.merging import Contribution
from consultation.model import Session
from consultation.store import Store

MERGED = "merged.consult"


@dataclass(frozen=True)
class Made:
    """What was made in a folder, and the way in words."""

    files: list[Path]
    """Consultation files."""
    documents: list[Path]
    tables: list[Path]
    lines: list[str]


Make = Callable[[Path], Made]


@dataclass(frozen=True)
class Demonstration:
    """What a demonstration made."""

    files: tuple[Path, ...]
    """All of them."""
    documents: tuple[Path, ...]
    """Those of them that are there to be read, the first of them first."""
    lines: list[str]
    """The way in words; the last line names the documents."""

    @property
    def pdf(self) -> Path | None:
        """The first document that is printed: the declaration, else the programme."""
        return next((path for path in self.documents if path.suffix == ".pdf"), None)


def made_in(folder: Path, make: Make, t: Translator) -> Demonstration:
    """Make the files beside ``folder`` and put them into it once all are there; earlier ones are replaced."""
    if folder.exists() and not folder.is_dir():
        raise ExportRefused(N_("“{name}” is not a folder, so nothing was made. Choose a folder."), name=str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".demo-", dir=folder) as workshop:
            made = make(Path(workshop))
            everything = [*made.files, *made.documents, *made.tables]
            for path in everything:
                shutil.move(path, folder / path.name)
    except OSError as error:
        raise ExportRefused(
            N_("The demonstration could not be written to “{name}”: {reason}. Choose another folder."),
            name=str(folder),
            reason=error.strerror or str(error),
        ) from error
    documents = tuple(folder / path.name for path in made.documents)
    lines = [
        *made.lines,
        t("Made {files}").format(files=t.listed(path.name for path in (*made.files, *made.tables))),
        t("To read: {files}").format(files=t.listed(map(str, documents))),
    ]
    return Demonstration(tuple(folder / path.name for path in everything), documents, lines)


def what_came(store: Store, brought: Contribution, t: Translator) -> str:
    """Say what the file of a room brought."""
    codes = sorted(store.get(Session, session_id).code for session_id in brought.sessions)
    return t("Merged {name}: {recommendations}, {interventions}, from {sessions}").format(
        name=brought.path.name,
        recommendations=t.plural(
            "{count} recommendation", "{count} recommendations", brought.created.get("recommendation", 0)
        ),
        interventions=t.plural("{count} intervention", "{count} interventions", brought.created.get("intervention", 0)),
        sessions=t.listed(codes),
    )


def what_is_left(store: Store, t: Translator) -> str:
    """Say how many conflicts a person has to decide."""
    return t.plural(
        "{count} conflict is left for a person to decide",
        "{count} conflicts are left for a person to decide",
        len(store.conflicts()),
    )


def what_was_put_together(groups: int, t: Translator) -> str:
    """Say how many groups the rapporteur made."""
    return t.plural(
        "Put together what {count} group of recommendations says alike",
        "Put together what {count} groups of recommendations say alike",
        groups,
    )
