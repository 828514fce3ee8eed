"""What this installation remembers: language, look, recent files. One ini file beside the card."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QByteArray, QSettings

RECENT = 12


@dataclass(frozen=True)
class RecentSession:
    """The session with which somebody goes on in a file."""

    code: str
    title: str
    starts: str
    ends: str
    """Moments in ISO 8601, or empty."""
    time_zone: str
    format: str
    """The value of a `SessionFormat`."""
    entries: int
    """How many things said in it are written down."""


@dataclass(frozen=True)
class RecentFile:
    """A file that was open here before, as it was when it was seen last."""

    path: str
    title: str
    opened: str
    """The moment, in ISO 8601."""
    recommendations: int | None = None
    """None where that was not noted."""
    session: RecentSession | None = None


class Settings:
    """The settings of one installation."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._kept = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The code of a language, or "system"."""
        return str(self._kept.value("language", "system"))

    @language.setter
    def language(self, code: str) -> None:
        self._kept.setValue("language", code)

    @property
    def theme(self) -> str:
        """The choice of light, dark or system."""
        return str(self._kept.value("theme", "system"))

    @theme.setter
    def theme(self, mode: str) -> None:
        self._kept.setValue("theme", mode)

    @property
    def scale(self) -> float:
        """Text size relative to the system's."""
        try:
            return float(str(self._kept.value("scale", 1.0)))
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._kept.setValue("scale", scale)

    @property
    def recent(self) -> list[RecentFile]:
        """Files opened before, the newest first."""
        try:
            return [_recent_file(kept) for kept in json.loads(str(self._kept.value("recent", "[]")))]
        except (ValueError, TypeError, AttributeError):
            return []

    def remember(self, file: RecentFile) -> None:
        """Put ``file`` first among the recent ones."""
        others = [other for other in self.recent if other.path != file.path]
        self._keep_recent([file, *others][:RECENT])

    def forget(self, path: str) -> None:
        """Take a file off the recent ones; the file itself stays."""
        self._keep_recent([file for file in self.recent if file.path != path])

    def shape(self, name: str) -> QByteArray:
        """Return the remembered shape of a window or splitter."""
        value = self._kept.value(f"shape/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_shape(self, name: str, shape: QByteArray) -> None:
        """Remember the shape of a window or splitter."""
        self._kept.setValue(f"shape/{name}", shape)

    def last_session(self, consultation: UUID) -> UUID | None:
        """Return the id of the session of a consultation that was shown last here, if that can be read."""
        try:
            return UUID(self.value(f"session/{consultation}"))
        except ValueError:
            return None

    def keep_last_session(self, consultation: UUID, session: UUID) -> None:
        """Remember which session of a consultation is shown."""
        self.keep(f"session/{consultation}", str(session))

    def value(self, name: str, default: str = "") -> str:
        """Return a small choice of a page."""
        return str(self._kept.value(f"pages/{name}", default))

    def keep(self, name: str, value: str) -> None:
        """Remember a small choice of a page."""
        self._kept.setValue(f"pages/{name}", value)

    def _keep_recent(self, files: list[RecentFile]) -> None:
        self._kept.setValue("recent", json.dumps([asdict(file) for file in files], ensure_ascii=False))


def _recent_file(kept: dict[str, Any]) -> RecentFile:
    session = kept.pop("session", None)
    return RecentFile(**kept, session=RecentSession(**session) if session else None)
