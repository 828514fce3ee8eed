"""A file with drafts: where it lies, and what stands in it."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation.language import Translator


@dataclass(frozen=True)
class Draft:
    """What is typed into one field."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    """What belongs to it: its kind, who speaks, what the field held."""
    moment: datetime = field(default_factory=lambda: datetime.now().astimezone(), compare=False)
    """When it was typed, with its time zone."""
    origin: str = ""
    """The name of the file it was typed in, where that was another one and is no longer there."""

    def from_where(self, t: Translator) -> str:
        """Say when it was typed, and in which file where that was another one."""
        moment = self.moment.astimezone()
        if self.origin:
            return t("from “{name}”, {time}").format(name=self.origin, time=t.time(moment))
        return t("on {day} at {time}").format(day=t.day_of_year(moment.date()), time=t.time(moment))


Kept = dict[str, list[Draft]]
"""What is typed into each field; where two windows have left something for one, the first is shown first."""


class DraftFile:
    """Where the drafts of one window for one consultation file are kept."""

    def __init__(self, place: Path, path: Path, consultation: UUID) -> None:
        self.place, self.path, self.consultation = place, path, consultation

    def holds(self, kept: Kept) -> bytes:
        """Return what is to stand in it; nothing where nothing is kept."""
        if not kept:
            return b""
        drafts = {key: [_written(draft) for draft in those] for key, those in kept.items()}
        about = {"file": str(self.path), "consultation": str(self.consultation), "drafts": drafts}
        return json.dumps(about).encode()


def file_names(path: Path, consultation: UUID) -> Iterator[str]:
    """Give the name of the file with the drafts of the first window, of the second, and so on."""
    of_path = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    for number in count(1):
        yield f"{consultation.hex}-{of_path}-{number}.json"


def read_drafts(place: Path) -> tuple[Path | None, Kept]:
    """Return of which file the drafts at ``place`` are, and what they are.

    None and nothing where there are none. What cannot be read is put aside beside it, and not touched any more.
    """
    try:
        about = json.loads(place.read_bytes())
        return Path(about["file"]), {
            str(key): [_read(draft) for draft in those] for key, those in about["drafts"].items() if those
        }
    except OSError:
        return None, {}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        with contextlib.suppress(OSError):
            place.replace(place.with_suffix(".damaged"))
        return None, {}


def _written(draft: Draft) -> dict[str, Any]:
    return {**asdict(draft), "moment": draft.moment.isoformat(timespec="seconds")}


def _read(kept: Mapping[str, Any]) -> Draft:
    values = {str(name): str(value) for name, value in kept["values"].items()}
    return Draft(
        str(kept["text"]), values, datetime.fromisoformat(kept["moment"]).astimezone(), str(kept.get("origin", ""))
    )
