"""Who writes: the random id of this installation and of the person's card, kept beside the settings."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid4

from consultation.errors import ExportRefused, FileUnreachable
from consultation.files import unreadable, write_whole
from consultation.language import N_

FILE_NAME = "identity.json"


def settings_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of this installation's settings; ``CONSULTATION_HOME`` overrides the system's place."""
    if chosen := environment.get("CONSULTATION_HOME"):
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("consultation")


@dataclass(frozen=True)
class Identity:
    """The installation and the person that revisions are signed with."""

    replica: UUID
    author: UUID
    name: str = ""
    folder: Path | None = field(default=None, compare=False)
    """Where this installation keeps its settings; None for one that keeps none."""

    @classmethod
    def load(cls, folder: Path) -> Identity:
        """Read the identity kept in ``folder``; the first time, make one and keep it."""
        file = folder / FILE_NAME
        try:
            text = file.read_text(encoding="utf-8")
            if not text.strip("\0 \r\n"):
                raise FileNotFoundError  # a power cut left the name without its contents
            kept = json.loads(text)
            return cls(UUID(kept["replica"]), UUID(kept["author"]), str(kept.get("name", "")), folder)
        except FileNotFoundError:
            made = cls(uuid4(), uuid4(), folder=folder)
            made.save(folder)
            return made
        except OSError as error:
            raise unreadable(file, error) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise FileUnreachable(
                N_(
                    "The settings file “{name}” cannot be read, so the program does not know who is writing. "
                    "Nothing was changed. Remove that file to start with a new card."
                ),
                name=str(file),
            ) from error

    def save(self, folder: Path) -> None:
        """Keep the identity in ``folder``, whole or not at all."""
        kept = {"replica": str(self.replica), "author": str(self.author), "name": self.name}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder / FILE_NAME, json.dumps(kept, indent=1, ensure_ascii=False).encode())
        except (OSError, ExportRefused) as error:
            raise FileUnreachable(
                N_("The settings folder “{name}” cannot be written. Check the permissions of that folder."),
                name=str(folder),
            ) from error

    def named(self, name: str) -> Identity:
        """Return this identity under another name."""
        return replace(self, name=name.strip())
