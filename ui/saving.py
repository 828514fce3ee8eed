"""Whether all is saved: the moment of the last write, or since when something cannot be saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from consultation.language import Translator

WRITE, FILE, DRAFTS = "write", "file", "drafts"
"""What can be wrong: a write was refused, the file is gone, what is typed cannot be kept."""


@dataclass(frozen=True)
class Saved:
    """How it stands; moments have a time zone."""

    moment: datetime | None = None
    """Of the last successful write; None without a file."""
    trouble: datetime | None = None
    """Since when something cannot be saved; None when all is well."""

    @property
    def tone(self) -> str:
        """One of the theme's: muted, or incomplete at trouble."""
        return "incomplete" if self.trouble else "muted"

    def in_words(self, t: Translator) -> str:
        """Say it shortly; nothing without a file."""
        moment = self.trouble or self.moment
        if moment is None:
            return ""
        local = moment.astimezone()
        if local.date() == now().date():
            said = t("Not saved since {time}") if self.trouble else t("Saved {time}")
            return said.format(time=t.time(local))
        said = t("Not saved since {day}") if self.trouble else t("Saved on {day}")
        return said.format(day=t.day(local.date(), "medium"))


class Saving(QObject):
    """Keeps account of what is saved in the open file."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moment: datetime | None = None
        self._troubles: dict[str, datetime] = {}

    @property
    def state(self) -> Saved:
        """How it stands now."""
        return Saved(self._moment, min(self._troubles.values(), default=None))

    def begin(self, moment: datetime | None) -> None:
        """Speak of another file, last written at ``moment``; None for no file."""
        self._set(moment, {})

    def wrote(self) -> None:
        """Take note of a successful write."""
        self._set(now(), {what: since for what, since in self._troubles.items() if what != WRITE})

    def note(self, moment: datetime | None) -> None:
        """Take note that somebody else has written at ``moment``; what was refused here is not saved by that."""
        self._set(moment or self._moment, self._troubles)

    def refused(self, what: str) -> None:
        """Take note that something cannot be saved from now on."""
        self._set(self._moment, {what: now(), **self._troubles})

    def mended(self, what: str) -> None:
        """Take note that this is well again."""
        self._set(self._moment, {other: since for other, since in self._troubles.items() if other != what})

    def _set(self, moment: datetime | None, troubles: dict[str, datetime]) -> None:
        before = self.state
        self._moment, self._troubles = moment, troubles
        if self.state != before:
            self.changed.emit()


def now() -> datetime:
    """Return this moment, with the time zone of this machine."""
    return datetime.now().astimezone()


def written_at(path: Path) -> datetime | None:
    """Return when the file at ``path`` was last written; None where that cannot be told."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):
        return None
