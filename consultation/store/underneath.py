"""What has become of the file under an open store, without asking SQLite, which only sees it when it writes."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path

from consultation.files import place_of

_AS_WHO_WRITES = os.access in os.supports_effective_ids


class Underneath(Enum):
    """How the file stands on the disk."""

    SOUND = "sound"
    GONE = "gone"
    REPLACED = "replaced"
    READ_ONLY = "read-only"


def look_underneath(path: Path, place: tuple[int, int] | None) -> Underneath:
    """Tell how the file at ``path`` stands that was opened at ``place`` on the disk."""
    now = place_of(path)
    if now is None:
        return Underneath.GONE
    if now != place:
        return Underneath.REPLACED
    may_write = all(os.access(there, os.W_OK, effective_ids=_AS_WHO_WRITES) for there in (path, path.parent))
    return Underneath.SOUND if may_write else Underneath.READ_ONLY
