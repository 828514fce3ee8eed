"""What may lie beside a database and SQLite would act upon: journals that play back pages, or name another file.

The form of a journal: "SQLite Database File Format", 3. The Rollback Journal.
"""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.builders import forged, with_sql
from tests.campaigns.mutants import PAGE, Mutant

MAGIC = bytes.fromhex("d9d505f920a163d7")
NONCE = 7
SECTOR = 512
LOCK_PAGE = (1 << 30) // PAGE + 1


def journal(pages: Mapping[int, bytes], database_pages: int, super_journal: str = "") -> bytes:
    """Write a journal that is ready to be played back, with the name of a super-journal at its end."""
    head = MAGIC + struct.pack(">IIIII", len(pages), NONCE, database_pages, SECTOR, PAGE)
    found = head.ljust(SECTOR, b"\0")
    for number, page in pages.items():
        found += struct.pack(">I", number) + page + struct.pack(">I", _checksum(page))
    if super_journal:
        name = super_journal.encode()
        found += struct.pack(">I", LOCK_PAGE) + name + struct.pack(">II", len(name), sum(name)) + MAGIC
    return found


def _checksum(page: bytes) -> int:
    return (NONCE + sum(page[at] for at in range(PAGE - 200, 0, -200))) & 0xFFFFFFFF


def journal_mutants(good: Path) -> list[Mutant]:
    """Journals beside a good file."""
    whole = good.read_bytes()
    first = {1: whole[:PAGE]}
    count = len(whole) // PAGE
    tampered = with_sql(good, "CREATE TRIGGER extra AFTER INSERT ON lesson BEGIN DELETE FROM revision; END")
    consent = with_sql(good, "UPDATE person SET consent = 1", name="consent.consult")
    stripped = with_sql(good, "UPDATE revision SET salt = NULL, body = NULL", name="stripped.consult")
    return [
        *(
            Mutant(f"a journal that names {name}, with {len(pages)} pages", _naming(name, pages, count))
            for name in ("thesis.txt", "ours.consult", "", "../folder", "nowhere.txt")
            for pages in ({}, first)
        ),
        *(
            Mutant(f"a journal that plays back {path.stem}", _beside("-journal", _playing_back(path)))
            for path in (tampered, consent, stripped)
        ),
        Mutant("a journal of noise", _beside("-journal", bytes(range(1, 256)) * 40)),
        Mutant("a journal that cuts the file to nothing", _beside("-journal", journal({}, 0))),
        Mutant("a journal of a page of zeros", _beside("-journal", journal({1: bytes(PAGE)}, count))),
        Mutant("a journal that was ended", _beside("-journal", bytes(SECTOR) + journal(first, count)[SECTOR:])),
        Mutant("a journal without an end", _beside("-journal", journal(first, count)[:-1000])),
        Mutant("an empty journal", _beside("-journal", b"")),
        Mutant("a journal that is a folder", lambda path: path.with_name(f"{path.name}-journal").mkdir()),
        Mutant("a log that plays back consent", _consent_in_a_log),
        Mutant("an empty log", _beside("-wal", b"")),
        Mutant("a log of noise", _beside("-wal", bytes(range(1, 256)) * 40)),
        Mutant("an index of a log", _beside("-shm", bytes(32768))),
    ]


def with_a_log(path: Path) -> None:
    """Leave ``path`` as a stick that is pulled out leaves it: its last lesson stands in a log beside it."""
    main, log = _logged(path, *forged({"deleted": False, "text": "Only in the log."}).inserted())
    path.write_bytes(main)
    path.with_name(f"{path.name}-wal").write_bytes(log)


def _consent_in_a_log(path: Path) -> None:
    """Put a log beside ``path``, which itself stays as it is."""
    _, log = _logged(path, "UPDATE person SET consent = 1")
    path.with_name(f"{path.name}-wal").write_bytes(log)


def _logged(path: Path, statement: str, values: tuple[object, ...] = ()) -> tuple[bytes, bytes]:
    """Run a statement in a copy of ``path`` that keeps a log; return the main file and the log."""
    working = path.with_name("working.consult")
    shutil.copyfile(path, working)
    database = sqlite3.connect(working, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA wal_autocheckpoint = 0")
    database.execute(statement, values)
    found = working.read_bytes(), working.with_name("working.consult-wal").read_bytes()
    database.close()
    working.unlink()
    return found


def _naming(name: str, pages: Mapping[int, bytes], count: int) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        named = str(path.parent / name) if name else "thesis.txt"
        path.with_name(f"{path.name}-journal").write_bytes(journal(pages, count, named))

    return spoil


def _playing_back(path: Path) -> bytes:
    whole = path.read_bytes()
    pages = {at // PAGE + 1: whole[at : at + PAGE] for at in range(0, len(whole), PAGE)}
    return journal(pages, len(pages))


def _beside(ending: str, content: bytes) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        path.with_name(path.name + ending).write_bytes(content)

    return spoil
