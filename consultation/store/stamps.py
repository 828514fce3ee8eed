"""How the files of this installation looked when it left them.

A file that still looks so has not been touched by anybody: it may be shown as it is. Any other is verified and
folded once before anything of it is shown. What is kept is what only this machine can say (where the file lies on
the disk, when it was changed), so that whoever hands a file over cannot forge it.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from consultation.errors import ConsultationError
from consultation.files import write_whole

FILE_NAME = "files.json"
MOST = 200
"""Files that are remembered; of an older one it only takes longer to open it."""


class Stamps:
    """The stamps kept in a folder; without one, no file is known."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / FILE_NAME if folder else None

    def knows(self, path: Path) -> bool:
        """Tell whether the file looks as we left it."""
        try:
            return self._file is not None and self._kept().get(str(path.resolve())) == _stamp(path)
        except OSError:  # it cannot even be looked at
            return False

    def keep(self, path: Path) -> None:
        """Remember how the file looks now. Where that fails, it is only verified once more."""
        if self._file is None:
            return
        kept = self._kept()
        kept.pop(str(path.resolve()), None)
        with contextlib.suppress(OSError):
            kept[str(path.resolve())] = _stamp(path)
        newest = dict(list(kept.items())[-MOST:])
        with contextlib.suppress(ConsultationError):
            write_whole(self._file, json.dumps(newest).encode())

    def _kept(self) -> dict[str, list[int]]:
        if self._file is None:
            return {}
        try:
            kept = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}


def _stamp(path: Path) -> list[int]:
    about = path.stat()
    return [about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns]
