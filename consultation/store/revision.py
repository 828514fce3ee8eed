"""A revision: one person's change to one record, never changed afterwards.

Its id is a hash of everything but salt and body; the body is bound by a commitment, so that it can be erased
later without the id becoming false. The exact bytes are described in `docs/file-format.md`.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from consultation.errors import DamagedFile
from consultation.i18n import N_
from consultation.model import KINDS
from consultation.model.columns import to_json
from consultation.store.clock import Stamp

ID_SIZE = 32
SALT_SIZE = 16
LARGEST_BODY = 1 << 20
"""Bytes. A record is a page of text at the most; more is not something a person said."""

MOST_PARENTS = 1000

_PERSON = b"consult-revision"
_FIXED = struct.Struct(">16sqq16s16s32sI")


class Row(NamedTuple):
    """A revision as it stands in the table, in the order of its columns."""

    id: bytes
    record: bytes
    kind: str
    parents: bytes
    """The parents' ids, in ascending order, one after the other."""
    wall_ms: int
    counter: int
    replica: bytes
    author: bytes
    fields: str
    """The names of the fields the body sets, in ascending order, separated by a space."""
    commitment: bytes
    salt: bytes | None
    body: bytes | None
    """Canonical JSON of the fields; None once it has been erased."""


class Revision(NamedTuple):
    """A revision as the fold reads it."""

    id: bytes
    record: bytes
    kind: str
    parents: tuple[bytes, ...]
    stamp: Stamp
    replica: bytes
    author: bytes
    fields: tuple[str, ...]
    values: Mapping[str, Any] | None
    """The fields' values; None once the body has been erased."""

    @property
    def order(self) -> tuple[int, int, bytes, bytes]:
        """Where it stands among concurrent revisions, on screen only."""
        return (self.stamp.wall_ms, self.stamp.counter, self.replica, self.id)


def commitment_of(salt: bytes, body: bytes) -> bytes:
    """Return the hash that binds a body without telling it."""
    return blake2b(salt + body, digest_size=ID_SIZE).digest()


def id_of(row: Row) -> bytes:
    """Return the id that belongs to the contents of ``row``."""
    return blake2b(
        _FIXED.pack(
            row.record, row.wall_ms, row.counter, row.replica, row.author, row.commitment, len(row.parents)
        )
        + row.parents
        + row.kind.encode()
        + b"\0"
        + row.fields.encode(),
        digest_size=ID_SIZE,
        person=_PERSON,
    ).digest()


def write_revision(
    record: UUID,
    kind: str,
    parents: tuple[bytes, ...],
    stamp: Stamp,
    replica: UUID,
    author: UUID,
    values: Mapping[str, Any],
    salt: bytes,
) -> Row:
    """Make the row of a new revision that sets ``values``, which have been checked."""
    body = to_json(_body_reader(kind).dump_python(dict(values), mode="json")).encode()
    row = Row(
        id=b"",
        record=record.bytes,
        kind=kind,
        parents=b"".join(sorted(parents)),
        wall_ms=stamp.wall_ms,
        counter=stamp.counter,
        replica=replica.bytes,
        author=author.bytes,
        fields=" ".join(sorted(values)),
        commitment=commitment_of(salt, body),
        salt=salt,
        body=body,
    )
    return row._replace(id=id_of(row))


def verify(row: Row) -> None:
    """Check that ``row`` is what its id says, without reading its body; DamagedFile when it is not."""
    try:
        whole = (
            len(row.id) == ID_SIZE
            and len(row.parents) <= MOST_PARENTS * ID_SIZE
            and len(row.parents) % ID_SIZE == 0
            and bool(_field_names(row.kind, row.fields))
            and (
                row.body is None
                if row.salt is None
                else len(row.salt) == SALT_SIZE
                and row.body is not None
                and len(row.body) <= LARGEST_BODY
                and commitment_of(row.salt, row.body) == row.commitment
            )
            and id_of(row) == row.id
        )
    except (TypeError, AttributeError, ValueError, struct.error) as error:
        raise _altered() from error
    if not whole:
        raise _altered()


def read_revision(row: Row) -> Revision:
    """Read the body of ``row``; DamagedFile when it is not what its fields promise."""
    return Revision(
        row.id,
        row.record,
        row.kind,
        split_ids(row.parents),
        Stamp(row.wall_ms, row.counter),
        row.replica,
        row.author,
        _field_names(row.kind, row.fields),
        None if row.body is None else _read_body(row.kind, row.fields, row.body),
    )


def split_ids(joined: bytes) -> tuple[bytes, ...]:
    """Take apart ids that stand one after the other."""
    return tuple(joined[start : start + ID_SIZE] for start in range(0, len(joined), ID_SIZE))


def _altered() -> DamagedFile:
    return DamagedFile(N_("Something in it has been altered since it was written."))


@cache
def _field_names(kind: str, fields: str) -> tuple[str, ...]:
    """Return the field names of a revision; empty when they are not fields of ``kind`` in order."""
    names = tuple(fields.split(" "))
    known = kind in KINDS and set(names) <= set(KINDS[kind].model_fields) - {"id"}
    return names if known and list(names) == sorted(set(names)) else ()


@cache
def _body_reader(kind: str) -> TypeAdapter[dict[str, Any]]:
    """Build the validator of the bodies of one kind: known fields only, each of its own type."""
    fields: dict[str, Any] = {
        name: field.rebuild_annotation()
        for name, field in KINDS[kind].model_fields.items()
        if name != "id"
    }
    shape = TypedDict(f"{kind}_body", fields, total=False)  # type: ignore[misc, operator]
    return TypeAdapter(with_config(ConfigDict(extra="forbid"))(shape))


def _read_body(kind: str, fields: str, body: bytes) -> dict[str, Any]:
    try:
        values = _body_reader(kind).validate_json(body, strict=True)
    except ValidationError as error:
        raise _altered() from error
    if " ".join(sorted(values)) != fields:
        raise _altered()
    return values
