"""Parts of a session that are typed and checked by themselves: its code, the languages spoken in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from consultation.errors import WrongUsage
from consultation.language import N_
from consultation.model import Record
from consultation.model.record import LANGUAGE_CODE


class CodeOf:
    """The code of a session, which no other has."""

    key = "code"

    def __init__(self, taken: Callable[[UUID], set[str]]) -> None:
        """``taken`` answers which codes others than the session of an id have."""
        self._taken = taken

    def text(self, record: Any) -> str:
        return str(record.code)

    def values(self, record: Record, text: str) -> dict[str, Any]:
        code = text.strip()
        if not code:
            raise WrongUsage(N_("A session needs a code."))
        if code.casefold() in {other.casefold() for other in self._taken(record.id)}:
            raise WrongUsage(N_("Another session has that code."))
        return {"code": code}


class LanguagesOf:
    """The codes of the languages spoken in a session."""

    key = "languages"

    def text(self, record: Any) -> str:
        return " ".join(record.languages)

    def values(self, record: Record, text: str) -> dict[str, Any]:
        codes = text.replace(",", " ").split()
        if not all(LANGUAGE_CODE.fullmatch(code) for code in codes):
            raise WrongUsage(N_("Languages are written by their codes: en fr es."))
        return {"languages": list(dict.fromkeys(codes))}
