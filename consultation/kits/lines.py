"""On which line of a TOML file a value stands: `tomllib` reads values, but does not say where it found them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

KEY = re.compile(r"""[ \t]*("(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*""")
TEXT = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\])*"|\'[^\']*\'', re.DOTALL)
BARE = re.compile(r"[^,\]}#\r\n]+")
BETWEEN = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")


def lines_of(text: str) -> dict[str, int]:
    """Find the line of every key and entry of a text that `tomllib` has read: path ("sessions[2].title.fr") -> line.

    Lines and the entries of lists are counted from 1.
    """
    found: dict[str, int] = {}
    with suppress(RecursionError):  # as deep as tomllib itself can read
        _Walk(text, found).through()
    return found


def nearest(lines: dict[str, int], path: str) -> int | None:
    """Return the line of what stands at ``path``, else of what it should stand in; None at the top of the file."""
    while path and path not in lines:
        cut = max(path.rfind("."), path.rfind("["))
        path = path[: max(cut, 0)]
    return lines.get(path)


class _Walk:
    """One way through the text, statement by statement."""

    def __init__(self, text: str, found: dict[str, int]) -> None:
        self._text, self._found = text, found
        self._at = 0
        self._counted_to, self._line = 0, 1
        self._lists: dict[str, int] = {}
        """Path of a list that is written in tables of their own ([[...]]) -> how many there are so far."""

    def through(self) -> None:
        """Walk to the end of the text."""
        heading = ""
        while self._skip() < len(self._text):
            if self._text.startswith("[", self._at):
                heading = self._heading()
            else:
                self._pair(heading)

    def _heading(self) -> str:
        """Read "[a.b]" or "[[a.b]]"; return the path of the table that begins."""
        brackets = "[[" if self._text.startswith("[[", self._at) else "["
        start = self._at
        self._at += len(brackets)
        parts = list(self._keys())
        self._at += len(brackets)
        path = ""
        for part in parts[:-1]:
            path = self._last(_joined(path, part), start)
        path = _joined(path, parts[-1])
        if brackets == "[[":
            self._lists[path] = self._lists.get(path, 0) + 1
        return self._last(path, start)

    def _last(self, path: str, start: int) -> str:
        """Return the path of the last entry of a list, or that of a table as it is; both may begin here."""
        self._note(path, start)
        if path in self._lists:
            path = f"{path}[{self._lists[path]}]"
            self._note(path, start)
        return path

    def _pair(self, table: str) -> None:
        """Read "a.b = value"."""
        start = self._at
        path = table
        for part in self._keys():
            path = _joined(path, part)
            self._note(path, start)
        self._at += 1  # the sign of equality
        self._value(path)

    def _value(self, path: str) -> None:
        while self._text.startswith((" ", "\t"), self._at):
            self._at += 1
        if self._text.startswith("[", self._at):
            self._list(path)
        elif self._text.startswith("{", self._at):
            self._table(path)
        else:
            match = TEXT.match(self._text, self._at) or BARE.match(self._text, self._at)
            self._at = match.end() if match else len(self._text)

    def _list(self, path: str) -> None:
        self._at += 1
        number = 0
        while not self._text.startswith("]", self._skip()):
            number += 1
            self._note(f"{path}[{number}]", self._at)
            self._value(f"{path}[{number}]")
            self._skip_comma()
        self._at += 1

    def _table(self, path: str) -> None:
        self._at += 1
        while not self._text.startswith("}", self._skip()):
            self._pair(path)
            self._skip_comma()
        self._at += 1

    def _keys(self) -> Iterator[str]:
        """Read the parts of a dotted key."""
        while match := KEY.match(self._text, self._at):
            self._at = match.end()
            yield match[1].strip("\"'")
            if not self._text.startswith(".", self._at):
                return
            self._at += 1

    def _skip(self) -> int:
        """Pass what stands between two things; return the place of the next."""
        match = BETWEEN.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at

    def _skip_comma(self) -> None:
        if self._text.startswith(",", self._skip()):
            self._at += 1

    def _note(self, path: str, place: int) -> None:
        self._line += self._text.count("\n", self._counted_to, place)
        self._counted_to = place
        self._found.setdefault(path, self._line)


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
