"""Small builders for tests. Each makes one thing on real files; a test says the rest itself.

The hash of a revision is written a second time here, from the description of the file format: a forged revision
has a true id, and a change to the format is noticed.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_DNS, UUID, uuid5

import pytest
from hypothesis import HealthCheck, settings

from consultation.model import Consultation, Lesson, Recommendation, RecommendationSet, Session
from consultation.store import Clock, Identity, Store

START_MS = 1_800_000_000_000
"""15 January 2027, when every watch in the tests starts."""

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
YEAR_MS = 365 * DAY_MS

THOROUGH = bool(os.environ.get("CONSULTATION_THOROUGH"))
"""Look much further than is good for every run: ``CONSULTATION_THOROUGH=1 python -m pytest``."""

Entropy = Callable[[int], bytes]
"""Where a store gets its random bytes from."""

COLUMNS = (
    "id",
    "record",
    "kind",
    "parents",
    "wall_ms",
    "counter",
    "replica",
    "author",
    "fields",
    "commitment",
    "salt",
    "body",
)
"""The columns of a revision, but its place in the file."""


def many_examples(number: int = 100, thorough: int = 0, **others: Any) -> settings:
    """How far hypothesis looks: the same examples at every run, or, when thorough, many and always others."""
    return settings(
        max_examples=(thorough or 20 * number) if THOROUGH else number,
        derandomize=not THOROUGH,
        deadline=None,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.filter_too_much,
            HealthCheck.function_scoped_fixture,
            HealthCheck.data_too_large,
        ],
        **others,
    )


@dataclass
class Watch:
    """A watch that goes only when a test moves it."""

    now_ms: int = START_MS

    def __call__(self) -> int:
        return self.now_ms

    def forward(self, milliseconds: int) -> None:
        self.now_ms += milliseconds

    def clock(self) -> Clock:
        return Clock(self)


def identity(name: str = "Ada") -> Identity:
    """The card and the laptop of one person, always the same for a name."""
    return Identity(uuid5(NAMESPACE_DNS, f"{name}.laptop"), uuid5(NAMESPACE_DNS, f"{name}.card"), name)


def empty_store(
    folder: Path,
    name: str = "room.consult",
    who: str = "Ada",
    watch: Watch | None = None,
    entropy: Entropy = os.urandom,
) -> Store:
    """A new file with nothing in it."""
    return Store.create(folder / name, identity(who), (watch or Watch()).clock(), entropy)


def a_store(
    folder: Path,
    name: str = "room.consult",
    who: str = "Ada",
    watch: Watch | None = None,
    entropy: Entropy = os.urandom,
) -> Store:
    """A file with a consultation in it, and the card of the person who made it."""
    store = empty_store(folder, name, who, watch, entropy)
    consultation = Consultation(id=store.new_id(), title={"en": "Water for all"})
    store.save(consultation)
    store.name_consultation(consultation)
    return store


def handed_to(
    store: Store, who: str, watch: Watch | None = None, name: str = "", entropy: Entropy = os.urandom
) -> Store:
    """A copy of ``store``, opened by somebody else."""
    path = store.path.with_name(name or f"{who.lower()}.consult")
    store.send_copy(path)
    return Store.open(path, identity(who), (watch or Watch()).clock(), entropy)


def a_recommendation(store: Store, text: str = "Open the wells to everyone.", **values: Any) -> Recommendation:
    """A recommendation, saved and read back."""
    values = {"set": RecommendationSet.CITIZENSHIP, "language": "en", **values}
    made = Recommendation(id=store.new_id(), text=text, **values)
    store.save(made)
    return store.get(Recommendation, made.id)


def a_session(store: Store, code: str = "S1", **values: Any) -> Session:
    """A session, saved and read back."""
    made = Session(id=store.new_id(), code=code, **values)
    store.save(made)
    return store.get(Session, made.id)


def a_lesson(store: Store, text: str = "Begin with the map.", **values: Any) -> Lesson:
    """A lesson, saved and read back."""
    made = Lesson(id=store.new_id(), text=text, **values)
    store.save(made)
    return store.get(Lesson, made.id)


def sql_in(store: Store, statement: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
    """What plain SQL says of an open file."""
    return store._engine.run(statement, *values)


def copied(path: Path, name: str = "copy.consult") -> Path:
    """The file copied byte for byte, as a file manager does."""
    copy = path.with_name(name)
    shutil.copyfile(path, copy)
    return copy


def with_sql(path: Path, *statements: str | tuple[str, tuple[object, ...]], name: str = "tampered.consult") -> Path:
    """A copy of the file in which these statements have been run by another program."""
    copy = copied(path, name)
    database = sqlite3.connect(copy, isolation_level=None)
    try:
        for one in statements:
            statement, values = (one, ()) if isinstance(one, str) else one
            database.execute(statement, values)
    finally:
        database.close()
    return copy


def with_schema_sql(path: Path, statement: str, *values: object, name: str = "tampered.consult") -> Path:
    """A copy of the file in which a statement has altered the table of tables itself."""
    return with_sql(path, "PRAGMA writable_schema = ON", (statement, values), name=name)


def rows_of(path: Path, where: str = "1") -> list[dict[str, Any]]:
    """The revisions of a file as plain SQL sees them, in the order of the file."""
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        found = database.execute(f"SELECT {', '.join(COLUMNS)} FROM revision WHERE {where} ORDER BY seq").fetchall()
    finally:
        database.close()
    return [dict(zip(COLUMNS, one, strict=True)) for one in found]


@dataclass
class Forged:
    """A revision made by hand. Whatever it says, its hashes are true, unless they are given."""

    record: bytes = UUID(int=7 << 76 | 2 << 62 | 99).bytes
    kind: str = "lesson"
    parents: bytes = b""
    wall_ms: int = START_MS
    counter: int = 0
    replica: bytes = identity("Mallory").replica.bytes
    author: bytes = identity("Mallory").author.bytes
    fields: str = "deleted text"
    body: bytes | None = b'{"deleted":false,"text":"Forged"}'
    salt: bytes | None = b"sixteen bytes ok"
    commitment: bytes | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    """Columns to write as they are, after everything has been hashed."""

    @property
    def id(self) -> bytes:
        return id_of(self.columns())

    def columns(self) -> dict[str, Any]:
        commitment = self.commitment or blake2b((self.salt or b"") + (self.body or b""), digest_size=32).digest()
        return {
            "record": self.record,
            "kind": self.kind,
            "parents": self.parents,
            "wall_ms": self.wall_ms,
            "counter": self.counter,
            "replica": self.replica,
            "author": self.author,
            "fields": self.fields,
            "commitment": commitment,
            "salt": self.salt,
            "body": self.body,
        }

    def inserted(self) -> tuple[str, tuple[object, ...]]:
        """The statement that puts it into a file, for `with_sql`."""
        row = {"id": self.id, **self.columns(), **self.given}
        marks = ", ".join("?" * len(COLUMNS))
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        return f"INSERT INTO revision ({names}) VALUES ({marks})", tuple(row[name] for name in COLUMNS)


def forged(values: Mapping[str, Any] | None = None, **columns: Any) -> Forged:
    """A forged revision; with ``values``, its fields and body are made from them."""
    if values is not None:
        columns["fields"] = " ".join(sorted(values))
        columns["body"] = json.dumps(values).encode()
    return Forged(**columns)


def id_of(row: Mapping[str, Any]) -> bytes:
    """The id of a revision, worked out from the description of the file format."""
    parents = row["parents"]
    return blake2b(
        row["record"]
        + struct.pack(">qq", row["wall_ms"], row["counter"])
        + row["replica"]
        + row["author"]
        + row["commitment"]
        + struct.pack(">I", len(parents))
        + parents
        + row["kind"].encode()
        + b"\0"
        + row["fields"].encode(),
        digest_size=32,
        person=b"consult-revision",
    ).digest()


def parents_of(row: Mapping[str, Any]) -> list[bytes]:
    """The parents of a revision, one by one."""
    joined = row["parents"]
    return [joined[at : at + 32] for at in range(0, len(joined), 32)]


def ancestors(parents: Mapping[bytes, list[bytes]]) -> dict[bytes, set[bytes]]:
    """For every revision, all it descends from; the slow and obvious way."""
    found: dict[bytes, set[bytes]] = {}

    def look(one: bytes) -> set[bytes]:
        if one not in found:
            found[one] = set()
            for parent in parents[one]:
                found[one] |= {parent} | look(parent)
        return found[one]

    for one in parents:
        look(one)
    return found


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that other users of the machine can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="consultation-test-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for inside in [folder, *folder.rglob("*")]:
            inside.chmod(0o755)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be an ordinary user meanwhile: permissions do not bind the one who may do everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def files_limited_to(size: int) -> Iterator[None]:
    """Let no file grow beyond ``size`` bytes meanwhile, as on a stick that is full."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def fill_up(store: Store, room: int = 0) -> None:
    """Leave only ``room`` pages on the disk of ``store``."""
    pages = sql_in(store, "PRAGMA page_count").fetchone()[0]
    sql_in(store, f"PRAGMA max_page_count = {pages + room}")


def make_room(store: Store) -> None:
    """Take away what `fill_up` did."""
    sql_in(store, "PRAGMA max_page_count = 1000000")
