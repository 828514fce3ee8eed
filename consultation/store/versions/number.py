"""The number of a file's version, as it stands in the header (``user_version``)."""

from __future__ import annotations

from typing import NamedTuple


class Version(NamedTuple):
    """Major and minor: a newer major is refused, of a newer minor what is not known is kept and not shown."""

    major: int
    minor: int

    @classmethod
    def from_header(cls, number: int) -> Version:
        """Read ``user_version``: 1 for version 1, from then on a hundred times the major and the minor."""
        return cls(number, 0) if number < 100 else cls(*divmod(number, 100))

    @property
    def number(self) -> int:
        """As it stands in the header."""
        return self.major if self.major < 2 else 100 * self.major + self.minor

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


CURRENT = Version(2, 3)
"""Of the files this program writes. A change to any record or table asks for the next one."""
