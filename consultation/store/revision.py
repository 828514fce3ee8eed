"""A revision: one person's change to one record, never changed afterwards.

Its id is a hash of everything but salt and body; the body is bound by a commitment, so that it can be erased
later without the id becoming false. The exact bytes are described in `docs/file-format.md`.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Annotated, Any, NamedTuple
from uuid import UUID

from pydantic import ConfigDict, StringConstraints, TypeAdapter, ValidationError, with_config
from pydantic_core import from_json, to_json
from typing_extensions import TypedDict

from consultation.errors import Altered
from consultation.language import N_
from consultation.model import KINDS, KnownVocabulary
from consultation.model.record import Text
from consultation.store.clock import LARGEST_COUNTER, LATEST_WALL_MS, Stamp
from consultation.store.versions import names
from consultation.store.versions.names import MOST_NAMINGS, Naming, naming

ID_SIZE = 32
RECORD_SIZE = 16
SALT_SIZE = 16
LARGEST_BODY = 1 << 20
"""Bytes. A record is a page of text at the most; more is not something a person said."""

MOST_PARENTS = 1000

NOBODY = UUID(int=0)
"""Author and installation of what was put together by itself from what others wrote."""

_OF_REVISIONS = blake2b(digest_size=ID_SIZE, person=b"consult-revision")
_OF_BODIES = blake2b(digest_size=ID_SIZE)
_FIXED = struct.Struct(">16sqq16s16s32sI")


class RevisionRow(NamedTuple):
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
    wall_ms: int
    counter: int
    replica: bytes
    author: bytes
    fields: tuple[str, ...]
    values: Mapping[str, Any] | None
    """The fields' values; None once the body has been erased."""

    @property
    def order(self) -> tuple[int, int, bytes, bytes]:
        """Where it stands among concurrent revisions, on screen only."""
        return (self.wall_ms, self.counter, self.replica, self.id)

    @property
    def stamp(self) -> Stamp:
        """When it was written, by its author's clock."""
        return Stamp(self.wall_ms, self.counter)


def check_values(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``values`` as fields of ``kind``, each of its own type; pydantic's ValidationError when one is not."""
    return _record_reader(kind).validate_python(values if type(values) is dict else dict(values))


def commitment_of(salt: bytes, body: bytes) -> bytes:
    """Return the hash that binds a body without telling it."""
    return _hashed(_OF_BODIES, salt + body)


def write_revision(
    record: UUID,
    kind: str,
    parents: tuple[bytes, ...],
    stamp: Stamp,
    replica: UUID,
    author: UUID,
    values: Mapping[str, Any],
    salt: bytes,
) -> RevisionRow:
    """Make the row of a new revision that sets ``values``, which have been checked."""
    ordered = _in_order(values)
    fields, body = " ".join(ordered), to_json(ordered)
    commitment, joined = commitment_of(salt, body), b"".join(sorted(parents))
    of, where, whose = record.bytes, replica.bytes, author.bytes
    identity = _hash(of, *stamp, where, whose, commitment, joined, kind, fields)
    return RevisionRow(identity, of, kind, joined, *stamp, where, whose, fields, commitment, salt, body)


def _in_order(values: Mapping[str, Any]) -> dict[str, Any]:
    """Put the keys of values, and of all maps in them, in the order of canonical JSON."""
    ordered = {name: values[name] for name in _sorted(tuple(values))}
    for name, value in values.items():
        if value and isinstance(value, dict | list):
            if isinstance(value, dict):
                ordered[name] = _in_order(value)
            elif isinstance(value[0], dict):
                ordered[name] = [_in_order(part) for part in value]
    return ordered


@lru_cache(maxsize=4096)
def _sorted(names: tuple[str, ...]) -> tuple[str, ...]:
    """Sort the names of values: those of a kind come in the same order record after record."""
    return tuple(sorted(names))


def verify(row: tuple[Any, ...]) -> None:
    """Check that the values of a `RevisionRow` are what its id says, without reading its body; Altered when not."""
    try:
        identity, record, kind, parents, wall_ms, counter, replica, author, fields, commitment, salt, body = row
        known, named = _naming(kind, fields)
        size = len(parents)
        fixed = _FIXED.pack(record, wall_ms, counter, replica, author, commitment, size)
        whole = (
            _hashed(_OF_REVISIONS, fixed + parents + named) == identity
            and len(record) == len(replica) == len(author) == RECORD_SIZE
            and len(commitment) == ID_SIZE
            and 0 <= wall_ms <= LATEST_WALL_MS
            and 0 <= counter <= LARGEST_COUNTER
            and size % ID_SIZE == 0
            and size <= MOST_PARENTS * ID_SIZE
            and known
            and (
                body is None
                if salt is None
                else len(salt) == SALT_SIZE
                and len(body) <= LARGEST_BODY
                and _hashed(_OF_BODIES, salt + body) == commitment
            )
        )
    except (TypeError, AttributeError, ValueError, struct.error) as error:
        raise _altered() from error
    if not whole:
        raise _altered()


def read_revision(row: tuple[Any, ...]) -> Revision:
    """Read the body of the values of a `RevisionRow`; Altered when it is not what its fields promise."""
    identity, record, kind, parents, wall_ms, counter, replica, author, fields, _commitment, _salt, body = row
    naming_ = naming(kind, fields)
    if naming_ is None:
        raise _altered()
    return Revision(
        identity,
        record,
        naming_.kind,
        split_ids(parents),
        wall_ms,
        counter,
        replica,
        author,
        naming_.fields,
        None if body is None else read_values(kind, fields, body),
    )


def read_values(kind: str, fields: str, body: bytes) -> dict[str, Any]:
    """Read a body, its fields called as they are now; Altered when it is not what its fields promise."""
    reader = _reader(kind, fields)
    if reader is None:
        raise _altered()
    try:
        values = reader.read(body, strict=True)
        if values.keys() != reader.named.written:
            raise _altered()
        for name in reader.terms:
            values[name] = _ids.validate_python(values[name])
    except (ValidationError, ValueError, AttributeError) as error:
        raise _altered() from error
    return reader.named.now(values)


def split_ids(joined: bytes) -> tuple[bytes, ...]:
    """Take apart ids that stand one after the other."""
    if len(joined) == ID_SIZE:
        return (joined,)
    return tuple(joined[start : start + ID_SIZE] for start in range(0, len(joined), ID_SIZE))


def _hash(
    record: bytes,
    wall_ms: int,
    counter: int,
    replica: bytes,
    author: bytes,
    commitment: bytes,
    parents: bytes,
    kind: str,
    fields: str,
) -> bytes:
    fixed = _FIXED.pack(record, wall_ms, counter, replica, author, commitment, len(parents))
    return _hashed(_OF_REVISIONS, fixed + parents + _naming(kind, fields)[1])


def _hashed(begun: blake2b, data: bytes) -> bytes:
    """Hash ``data`` with what was ``begun`` as it should be: a copy is made faster than another is begun."""
    hasher = begun.copy()
    hasher.update(data)
    return hasher.digest()


def _altered() -> Altered:
    return Altered(N_("Something in it was changed after it was written."))


@lru_cache(maxsize=MOST_NAMINGS)
def _naming(kind: str, fields: str) -> tuple[bool, bytes]:
    """Tell whether a revision may name its kind and fields so, and how they stand in the bytes of its id."""
    return naming(kind, fields) is not None, f"{kind}\0{fields}".encode()


class _Reader(NamedTuple):
    """How to read the bodies that name their kind and fields in one way."""

    named: Naming
    read: Callable[..., dict[str, Any]]
    terms: tuple[str, ...]
    """The fields of terms of a vocabulary that the validator of bodies does not know by its name."""


@lru_cache(maxsize=MOST_NAMINGS)
def _reader(kind: str, fields: str) -> _Reader | None:
    """Return how to read a body; None when nobody names a revision so."""
    named = naming(kind, fields)
    if named is None:
        return None
    if named.kind not in KINDS:
        return _Reader(named, _whatever, ())
    terms = [name for name in named.written - _typed(named.kind) if "." in name and names.is_known(named.kind, name)]
    return _Reader(named, _body_reader(named.kind).validator.validate_json, tuple(terms))


def _whatever(body: bytes, strict: bool) -> Any:
    """Read a body of a kind that a newer version may know: any JSON will do."""
    return from_json(body)


_closed: Any = with_config(ConfigDict(extra="forbid"))
_open: Any = with_config(ConfigDict(extra="allow"))

_ids: TypeAdapter[list[UUID]] = TypeAdapter(list[UUID])


@cache
def _record_reader(kind: str) -> TypeAdapter[dict[str, Any]]:
    """Build the validator of the fields of one kind as a record has them."""
    shape: Any = TypedDict(f"{kind}_record", {**_fields_of(kind), **_OF_ANY_KIND}, total=False)  # type: ignore[misc]
    adapter: TypeAdapter[dict[str, Any]] = TypeAdapter(_closed(shape))
    return adapter


@cache
def _body_reader(kind: str) -> TypeAdapter[dict[str, Any]]:
    """Build the validator of the bodies of one kind: as we write them now, and as earlier versions did.

    What it does not know is let through as it is: a newer version may have written it.
    """
    retired = {name: field.type for name, field in names.retired_fields(kind).items()}
    fields = {name: type_ for name, type_ in _fields_of(kind).items() if name not in KINDS[kind].parted()}
    parts = {f"{whole}.{key}": list[UUID] for whole in KINDS[kind].parted() for key in KnownVocabulary}
    every = {**retired, **fields, **parts, **_OF_ANY_KIND}
    shape: Any = TypedDict(f"{kind}_body", every, total=False)  # type: ignore[misc]
    adapter: TypeAdapter[dict[str, Any]] = TypeAdapter(_open(shape))
    return adapter


@cache
def _typed(kind: str) -> frozenset[str]:
    """Return the fields that the validator of bodies knows by name; none where the kind is not known."""
    if kind not in KINDS:
        return frozenset()
    parts = {f"{whole}.{key}" for whole in KINDS[kind].parted() for key in KnownVocabulary}
    return frozenset({*names.retired_fields(kind), *KINDS[kind].model_fields, *parts, *_OF_ANY_KIND})


def _fields_of(kind: str) -> dict[str, Any]:
    return {name: field.rebuild_annotation() for name, field in KINDS[kind].model_fields.items() if name != "id"}


_RevisionId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

_OF_ANY_KIND: dict[str, Any] = {
    names.WITHDRAWN: list[_RevisionId],
    names.ERASED: list[_RevisionId],
    names.REASON: Text,
}
