"""How a revision names its kind and fields, and what these are called now."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from consultation.model import KINDS
from consultation.store.versions import first, second
from consultation.store.versions.first import Retired

MOST_NAMINGS = 4096
"""Combinations of fields that are remembered as looked at; a file from a stranger may hold any number."""

MOST_FIELDS = 200
"""More fields than any record of ours has."""

WITHDRAWN = "withdrawn"
"""Names, in a revision of any kind, the earlier revisions of the record that no longer count."""

ERASED = "erased"
"""Names, in a revision of any kind, the earlier revisions of the record whose words are gone for good."""

REASON = "reason_of_erasure"

OF_ANY_KIND = frozenset({WITHDRAWN, ERASED, REASON})

_KIND = re.compile(r"[a-z][a-z0-9_]{0,63}")
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63})?")

Step = tuple[str, tuple[tuple[str, Callable[[Any], Any]], ...]]


class Naming(NamedTuple):
    """What a revision says about itself in the columns ``kind`` and ``fields``."""

    kind: str
    """As it is called now."""
    written: frozenset[str]
    """The fields as they were called then: the keys of the body."""
    fields: tuple[str, ...]
    """The fields as they are called now."""
    steps: tuple[Step, ...]
    """What was called otherwise, and what it is now."""
    unread: tuple[str, ...]
    """The fields this program does not show: all of them where it does not know the kind."""

    def now(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the values of a body under the names they have now."""
        if not self.steps:
            return values
        found = dict(values)
        for name, into in self.steps:
            value = found.pop(name)
            found |= {new: convert(value) for new, convert in into}
        return found


@lru_cache(maxsize=MOST_NAMINGS)
def naming(kind: str, fields: str) -> Naming | None:
    """Read the names of a revision; None when nobody names anything so: kind and fields are short and in order."""
    names = tuple(fields.split(" ")) if fields else ()
    if (
        not _KIND.fullmatch(kind)
        or len(names) > MOST_FIELDS
        or list(names) != sorted(set(names))
        or not all(_FIELD.fullmatch(name) for name in names)
    ):
        return None
    kind = first.KINDS.get(kind, kind)
    retired = retired_fields(kind)
    steps = tuple((name, retired[name].into) for name in names if name in retired)
    now: list[str] = []
    for name in names:
        now.extend(new for new, _ in retired[name].into) if name in retired else now.append(name)
    unread = tuple(name for name in names if not is_known(kind, name) and not _is_gone_for_good(retired.get(name)))
    return Naming(kind, frozenset(names), tuple(now), steps, unread)


def _is_gone_for_good(field: Retired | None) -> bool:
    """Tell whether a field has another name now, or said nothing that anybody misses."""
    return field is not None and (bool(field.into) or not field.missed)


def retired_fields(kind: str) -> dict[str, Retired]:
    """Return the fields of a kind that are called otherwise now, or are no more."""
    return first.FIELDS.get(kind, {}) | second.FIELDS.get(kind, {})


def is_known(kind: str, name: str) -> bool:
    """Tell whether this program knows a field of a kind, by its name now."""
    if kind not in KINDS:
        return False
    if name in OF_ANY_KIND:
        return True
    model = KINDS[kind]
    whole, _, part = name.partition(".")
    return whole in model.parted() if part else whole in model.model_fields and whole not in {"id", *model.parted()}


def scattered(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Take map fields that are written entry by entry apart: terms -> terms.strand, terms.capital."""
    apart = dict(values)
    for whole in KINDS[kind].parted():
        for part, value in apart.pop(whole, {}).items():
            apart[f"{whole}.{part}"] = value
    return apart


def gathered(kind: str, values: Mapping[str, Any], empty: bool = False) -> dict[str, Any]:
    """Put map fields together again, without their ``empty`` entries unless asked for; one nobody wrote is left out."""
    whole, parted = dict(values), KINDS[kind].parted()
    if not parted:
        return whole
    for apart in [name for name in values if "." in name]:
        name, _, part = apart.partition(".")
        if name in parted:
            value, parts = whole.pop(apart), whole.setdefault(name, {})
            if value or empty:
                parts[part] = value
    return whole
