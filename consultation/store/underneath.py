"""What has become of the file under an open store, without asking SQLite or waiting for the disk to write."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path

from consultation.errors import Sentence, sentence
from consultation.files import place_of
from consultation.language import N_

MOVED = N_(
    "“{name}” has been moved or deleted, or its stick was taken out. All that you see and have typed is still here. "
    "Save everything elsewhere, or put the file back and try again."
)


_AS_WHO_WRITES = os.access in os.supports_effective_ids


class Underneath(Enum):
    """How the file stands on the disk."""

    SOUND = "sound"
    GONE = "gone"
    REPLACED = "replaced"
    READ_ONLY = "read-only"

    def sentence(self, name: str) -> Sentence:
        """Say of the file called ``name`` how it stands; nothing of a sound one."""
        return sentence(_SENTENCES[self], name=name)


_SENTENCES = {
    Underneath.SOUND: "",
    Underneath.GONE: MOVED,
    Underneath.REPLACED: N_(
        "Another file has taken the place of “{name}”. All that you see and have typed is still here. "
        "Save everything elsewhere, then merge the two."
    ),
    Underneath.READ_ONLY: N_(
        "“{name}” can be read but not changed: the file or its folder is read-only. "
        "To write in it, save everything elsewhere and go on there."
    ),
}


def look_underneath(path: Path, place: tuple[int, int] | None) -> Underneath:
    """Tell how the file at ``path`` stands that was opened at ``place`` on the disk."""
    now = place_of(path)
    if now is None:
        return Underneath.GONE
    if now != place:
        return Underneath.REPLACED
    may_write = all(os.access(there, os.W_OK, effective_ids=_AS_WHO_WRITES) for there in (path, path.parent))
    return Underneath.SOUND if may_write else Underneath.READ_ONLY
