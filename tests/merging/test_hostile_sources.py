"""Someone else's file is hostile until it has been read: refused in words, or harmless; our own is untouched."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultation.errors import (
    Cancelled,
    ConsultationError,
    DamagedFile,
    FileRefused,
    FileUnreachable,
    NewerFile,
    NotAConsultation,
)
from consultation.merging import Verdict, merge, trial, verdict_of
from consultation.model import Lesson, Session
from consultation.private import private_folder
from consultation.store import Store
from consultation.store.checks import screen
from consultation.store.foreign import BYTES_AT_ONCE, open_source
from consultation.store.ledger import BODY
from consultation.store.versions.number import CURRENT
from tests.builders import (
    START_MS,
    Watch,
    a_lesson,
    a_recommendation,
    a_session,
    a_store,
    copied,
    empty_store,
    forged,
    handed_to,
    identity,
    many_examples,
    public_folder,
    rows_of,
    sql_in,
    with_schema_sql,
    with_sql,
    without_privileges,
)


def a_room(folder: Path) -> tuple[Store, Path]:
    """Our file, open, and the file of Ben, with something of every shape in it."""
    store = a_store(folder)
    kept = a_recommendation(store, "Open the wells.")
    with handed_to(store, "Ben") as bens:
        bens.change(kept, text="Open all wells.")
        lesson = a_lesson(bens, "Begin with the map.")
        bens.change(lesson, rank=2)
        a_session(bens, "S1")
    return store, bens.path


def refused(store: Store, source: Path, kind: type[ConsultationError] = FileRefused) -> str:
    """Merge ``source`` and try it; both must refuse it by name, and leave the open file as it was."""
    before, digest, shown = store.path.read_bytes(), store.digest(), screen(store._engine)
    for attempt in (lambda: merge(store, [source])[0], lambda: trial(store, [source])[0].contribution):
        refusal = attempt().refusal
        assert isinstance(refusal, kind), refusal
        assert source.name in str(refusal)
        assert store.path.read_bytes() == before
    assert (store.digest(), screen(store._engine)) == (digest, shown)
    return str(refusal)


@pytest.mark.parametrize(
    "content",
    [b"", b"Dear all,\n" * 500, b"%PDF-1.7\n" * 500, b"PK\3\4" + bytes(5000), b"SQLite format 3\0", bytes(9000)],
)
def test_what_is_no_database_is_refused(tmp_path, content):
    source = tmp_path / "letter.consult"
    source.write_bytes(content)
    with a_store(tmp_path) as store:
        refused(store, source, NotAConsultation)


def test_another_programs_database_is_refused(tmp_path):
    source = tmp_path / "photos.consult"
    database = sqlite3.connect(source)
    database.execute("CREATE TABLE revision (seq INTEGER PRIMARY KEY, id BLOB)")
    database.close()
    with a_store(tmp_path) as store:
        refused(store, source, NotAConsultation)


def test_our_mark_on_another_programs_database_is_refused(tmp_path):
    source = tmp_path / "photos.consult"
    database = sqlite3.connect(source)
    database.execute("CREATE TABLE revision (seq INTEGER PRIMARY KEY, id BLOB)")
    database.execute(f"PRAGMA application_id = {0x434E534C}")
    database.execute("PRAGMA user_version = 1")
    database.close()
    with a_store(tmp_path) as store:
        refused(store, source, DamagedFile)


def test_a_newer_file_is_refused(tmp_path):
    store, path = a_room(tmp_path)
    with store:
        refused(store, with_sql(path, f"PRAGMA user_version = {CURRENT.number + 100}"), NewerFile)


def test_a_folder_and_a_file_that_is_gone_are_refused(tmp_path):
    (tmp_path / "folder.consult").mkdir()
    with a_store(tmp_path) as store:
        refused(store, tmp_path / "folder.consult", NotAConsultation)
        refused(store, tmp_path / "gone.consult", FileUnreachable)
        refused(store, tmp_path / "nowhere" / "gone.consult", FileUnreachable)
        refused(store, tmp_path / "room.consult" / "gone.consult", FileUnreachable)
        refused(store, tmp_path / ("x" * 300), FileUnreachable)


def test_a_file_that_may_not_be_read_is_refused():
    with public_folder() as folder:
        (folder / "inside").mkdir(mode=0o777)
        (folder / "inside").chmod(0o777)
        with a_store(folder / "inside") as store:
            store.send_copy(folder / "theirs.consult")
        store.path.chmod(0o666)
        (folder / "theirs.consult").chmod(0o000)
        closed = folder / "closed"
        closed.mkdir()
        shutil.copy(store.path, closed / "closed.consult")
        closed.chmod(0o000)
        with without_privileges(), Store.open(store.path, identity()) as ours:
            refused(ours, folder / "theirs.consult", FileUnreachable)
            refused(ours, closed / "closed.consult", FileUnreachable)


@pytest.mark.parametrize("part", [0.0005, 0.01, 0.1, 0.25, 0.5, 0.75, 0.95, 0.999])
def test_a_file_that_was_cut_short_is_refused(tmp_path, part):
    store, path = a_room(tmp_path)
    whole = path.read_bytes()
    cut = tmp_path / "cut.consult"
    with store:
        cut.write_bytes(whole[: int(len(whole) * part)])
        refused(store, cut)
        cut.write_bytes(whole[: int(len(whole) * part) // 4096 * 4096])
        refused(store, cut)
        cut.write_bytes(whole[:-1])
        refused(store, cut, DamagedFile)


def test_a_file_with_a_page_of_zeros_is_refused(tmp_path):
    store, path = a_room(tmp_path)
    (root,) = sql_in(store, "SELECT rootpage FROM sqlite_master WHERE name = 'revision'").fetchone()
    holed = bytearray(path.read_bytes())
    holed[(root - 1) * 4096 : root * 4096] = bytes(4096)
    source = tmp_path / "holed.consult"
    source.write_bytes(holed)
    with store:
        refused(store, source, DamagedFile)


def test_a_file_that_was_being_written_when_it_was_copied_is_refused(tmp_path):
    store, path = a_room(tmp_path)
    journal = path.with_name("ben.consult-journal")
    with store:
        journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(1000))
        refused(store, path, DamagedFile)
        assert journal.exists()
        journal.write_bytes(b"")
        assert merge(store, [path])


@pytest.mark.parametrize("magic", [True, False])
def test_a_huge_file_is_refused_without_reading_it(tmp_path, magic):
    store, path = a_room(tmp_path)
    source = copied(path, "huge.consult")
    if not magic:
        source.write_bytes(b"")
    os.truncate(source, 3 << 30)
    with store:
        refused(store, source, DamagedFile if magic else NotAConsultation)


RECURSIVE = (
    "CREATE VIEW revisions AS WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many) SELECT n FROM many"
)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (id INTEGER)",
        "CREATE VIEW extra AS SELECT * FROM revision",
        RECURSIVE,
        "CREATE INDEX extra ON revision (kind)",
        "CREATE INDEX extra ON revision (abs(counter))",
        "CREATE TRIGGER extra AFTER INSERT ON lesson BEGIN DELETE FROM revision; END",
        "CREATE VIRTUAL TABLE extra USING fts5 (words)",
        "ALTER TABLE revision ADD COLUMN extra TEXT",
        "ALTER TABLE revision ADD COLUMN extra AS (hex(body))",
        "ALTER TABLE lesson ADD COLUMN extra TEXT",
        "DROP TABLE lesson",
        "DROP INDEX revision_by_record",
        "ANALYZE",
    ],
)
def test_a_file_with_other_tables_is_refused(tmp_path, statement):
    store, path = a_room(tmp_path)
    with store:
        refused(store, with_sql(path, statement), DamagedFile)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sqlite_master SET sql = 'CREATE NONSENSE' WHERE name = 'lesson'",
        "UPDATE sqlite_master SET sql = replace(sql, 'seq INTEGER', 'seq TEXT') WHERE name = 'revision'",
        "UPDATE sqlite_master SET name = 'revision2', tbl_name = 'revision2' WHERE name = 'lesson'",
        "UPDATE sqlite_master SET rootpage = 999999 WHERE name = 'revision'",
        "UPDATE sqlite_master SET rootpage = 0 WHERE name = 'revision'",
        "UPDATE sqlite_master SET type = 'view', rootpage = 0,"
        " sql = 'CREATE VIEW revision AS SELECT 1' WHERE name = 'revision'",
        "INSERT INTO sqlite_master VALUES ('table', 'revision', 'revision', 2, 'CREATE TABLE revision (id)')",
        "DELETE FROM sqlite_master WHERE name = 'revision'",
        "DELETE FROM sqlite_master",
    ],
)
def test_a_file_whose_table_of_tables_was_altered_is_refused(tmp_path, statement):
    store, path = a_room(tmp_path)
    with store:
        refused(store, with_schema_sql(path, statement), DamagedFile)


def test_revisions_looked_for_in_another_table_are_refused(tmp_path):
    store, path = a_room(tmp_path)
    found = sql_in(store, "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0").fetchall()
    with store:
        for name, page in found:
            if name != "revision":
                pointed = "UPDATE sqlite_master SET rootpage = ? WHERE name = 'revision'"
                refused(store, with_schema_sql(path, pointed, page), DamagedFile)


ALTERED = [
    "UPDATE revision SET body = CAST(replace(body, 'map', 'cat') AS BLOB)",
    "UPDATE revision SET body = CAST(body || ' ' AS BLOB)",
    "UPDATE revision SET body = NULL WHERE kind = 'lesson'",
    "UPDATE revision SET body = CAST(body AS TEXT) WHERE kind = 'lesson'",
    "UPDATE revision SET salt = NULL WHERE kind = 'lesson'",
    "UPDATE revision SET salt = zeroblob(16) WHERE kind = 'lesson'",
    "UPDATE revision SET salt = x'' WHERE kind = 'lesson'",
    "UPDATE revision SET salt = CAST(salt || substr(body, 1, 1) AS BLOB), body = CAST(substr(body, 2) AS BLOB)",
    "UPDATE revision SET id = CAST(substr(id, 1, 31) || x'00' AS BLOB) WHERE kind = 'lesson'",
    "UPDATE revision SET id = CAST(id || x'00' AS BLOB) WHERE kind = 'lesson'",
    "UPDATE revision SET id = x'' WHERE kind = 'session'",
    "UPDATE revision SET id = hex(id) WHERE kind = 'lesson'",
    "UPDATE revision SET id = 7 WHERE kind = 'session'",
    "UPDATE revision SET parents = x'' WHERE length(parents)",
    "UPDATE revision SET parents = CAST(substr(parents, 1, 31) || x'00' AS BLOB) WHERE length(parents)",
    "UPDATE revision SET parents = CAST(substr(parents, 1, 31) AS BLOB) WHERE length(parents)",
    "UPDATE revision SET parents = CAST(parents || parents AS BLOB) WHERE length(parents)",
    "UPDATE revision SET parents = zeroblob(32 * 2000) WHERE kind = 'lesson'",
    "UPDATE revision SET parents = 0 WHERE kind = 'lesson'",
    "UPDATE revision SET kind = 'reservation' WHERE kind = 'lesson'",
    "UPDATE revision SET kind = 'nothing' WHERE kind = 'lesson'",
    "UPDATE revision SET kind = '' WHERE kind = 'lesson'",
    "UPDATE revision SET kind = 'lesson' || char(0) WHERE kind = 'lesson'",
    "UPDATE revision SET kind = CAST(kind AS BLOB) WHERE kind = 'lesson'",
    "UPDATE revision SET kind = CAST(x'ff80' AS TEXT) WHERE kind = 'lesson'",
    "UPDATE revision SET kind = 'sqlite_master' WHERE kind = 'lesson'",
    "UPDATE revision SET fields = 'text' WHERE kind = 'lesson'",
    "UPDATE revision SET fields = 'text deleted' WHERE kind = 'lesson'",
    "UPDATE revision SET fields = '' WHERE kind = 'lesson'",
    "UPDATE revision SET fields = CAST(x'ff80' AS TEXT) WHERE kind = 'lesson'",
    "UPDATE revision SET fields = CAST(fields AS BLOB) WHERE kind = 'lesson'",
    "UPDATE revision SET record = zeroblob(16) WHERE kind = 'lesson'",
    "UPDATE revision SET record = CAST(record || x'00' AS BLOB) WHERE kind = 'lesson'",
    "UPDATE revision SET record = CAST(substr(record, 1, 8) AS BLOB) WHERE kind = 'lesson'",
    "UPDATE revision SET replica = CAST(replica || x'00' AS BLOB) WHERE kind = 'lesson'",
    "UPDATE revision SET author = CAST(author || x'00' AS BLOB) WHERE kind = 'lesson'",
    "UPDATE revision SET author = x'' WHERE kind = 'lesson'",
    "UPDATE revision SET \"commitment\" = CAST(\"commitment\" || x'00' AS BLOB) WHERE kind = 'lesson'",
    'UPDATE revision SET "commitment" = CAST("commitment" || x\'00\' AS BLOB), salt = NULL, body = NULL',
    "UPDATE revision SET wall_ms = wall_ms + 1 WHERE kind = 'lesson'",
    "UPDATE revision SET wall_ms = wall_ms + 0.5 WHERE kind = 'lesson'",
    "UPDATE revision SET wall_ms = 1e300 WHERE kind = 'lesson'",
    "UPDATE revision SET wall_ms = 'noon' WHERE kind = 'lesson'",
    "UPDATE revision SET counter = -9223372036854775808 WHERE kind = 'lesson'",
]


@pytest.mark.parametrize("statement", ALTERED)
def test_a_revision_altered_since_it_was_written_is_refused(tmp_path, statement):
    store, path = a_room(tmp_path)
    source = with_sql(path, statement)
    assert source.read_bytes() != path.read_bytes()
    with store:
        refused(store, source, DamagedFile)


DEEP = b'{"deleted":' + b"[" * 10_000 + b"]" * 10_000 + b"}"
DEEP_LABELS = b'{"title":' + b'{"en":' * 10_000 + b'"x"' + b"}" * 10_000 + b"}"

FORGED = {
    "a body that is no JSON": forged(body=b"not json"),
    "a body that is empty": forged(body=b""),
    "a body that is a list": forged(body=b'["deleted","text"]'),
    "a body cut short": forged(body=b'{"deleted":false,"text":"x"'),
    "a body with something after it": forged(body=b'{"deleted":false,"text":"x"} {}'),
    "a body not in UTF-8": forged(body=b'{"deleted":false,"text":"\xff\xfe"}'),
    "a body in UTF-16": forged(body='{"deleted":false,"text":"x"}'.encode("utf-16")),
    "an overlong form of UTF-8": forged(body=b'{"deleted":false,"text":"\xc0\xaf"}'),
    "a NUL in a text": forged(body=b'{"deleted":false,"text":"a\\u0000b"}'),
    "half a character in a text": forged(body=b'{"deleted":false,"text":"a\\ud800b"}'),
    "the other half of a character": forged(body=b'{"deleted":false,"text":"\\udc00"}'),
    "half a character in bytes": forged(body=b'{"deleted":false,"text":"\xed\xa0\x80"}'),
    "an empty text that must be there": forged({"text": " "}),
    "a NUL in a label": forged({"title": {"en": "a\0"}}, kind="session"),
    "half a character as a language": forged(kind="session", fields="title", body=b'{"title":{"\\ud800":"x"}}'),
    "JSON 10,000 levels deep": forged(body=DEEP, fields="deleted"),
    "labels 10,000 levels deep": forged(body=DEEP_LABELS, fields="title", kind="session"),
    "a field in the body only": forged(body=b'{"deleted":false,"rank":1,"text":"x"}'),
    "a field missing from the body": forged(body=b'{"text":"x"}'),
    "fields out of order": forged(fields="text deleted"),
    "a field named twice": forged(fields="deleted deleted text"),
    "a text that is a number": forged({"text": 7}),
    "a text that is nothing": forged({"text": None}),
    "a yes or no that is a number": forged({"deleted": 1}),
    "a yes or no that is a text": forged({"deleted": "false"}),
    "a rank that is a text": forged({"rank": "1"}),
    "a rank that is a fraction": forged({"rank": 1.5}),
    "a rank out of all measure": forged({"rank": 2**63}),
    "a rank of a thousand digits": forged(fields="rank", body=b'{"rank":' + b"9" * 1000 + b"}"),
    "a rank of a hundred thousand digits": forged(fields="rank", body=b'{"rank":' + b"9" * 100_000 + b"}"),
    "a rank that is not a number": forged(fields="rank", body=b'{"rank":NaN}'),
    "a rank without end": forged(fields="rank", body=b'{"rank":Infinity}'),
    "a rank beyond floating point": forged(fields="rank", body=b'{"rank":1e999}'),
    "an id that is none": forged({"session": "me"}),
    "an id that is a number": forged({"session": 7}),
    "terms of an unknown vocabulary that are no ids": forged({"terms.colour": ["red"]}, kind="recommendation"),
    "a status nobody knows": forged({"status": "lost"}, kind="session"),
    "a moment without an offset": forged({"starts": "2027-01-15T09:00:00"}, kind="session"),
    "a moment in the year 99999": forged({"starts": "99999-01-15T09:00:00Z"}, kind="session"),
    "a moment that is a number": forged({"starts": 10**30}, kind="session"),
    "a day that never was": forged({"by": "2027-02-30"}, kind="commitment"),
    "labels that are a list": forged({"title": ["x"]}, kind="session"),
    "labels of numbers": forged({"title": {"en": 1}}, kind="session"),
    "a body over the limit": forged({"text": "a" * (1 << 20)}),
    "a body far over the limit": forged({"text": "a" * (20 << 20)}),
    "a salt that is too short": forged(salt=b"short"),
    "a salt that is too long": forged(salt=bytes(17)),
    "no body but a salt": forged(body=None),
    "a kind nobody would name so": forged(kind="No-thing"),
    "a field nobody would name so": forged({"Text": "x"}),
    "a kind with a word in it that ends it": forged(kind="lesson\0x"),
    "more fields than anybody": forged({f"f{number}": 1 for number in range(201)}),
    "an unknown kind of which the body says something else": forged(kind="nothing", fields="other"),
    "an unknown kind of which the body is no object": forged(kind="nothing", fields="text", body=b'["text"]'),
    "an unknown kind without end": forged(kind="nothing", fields="text", body=b'{"text":' + b"[" * 5000),
    "a withdrawal of nothing that can be": forged({"withdrawn": ["not an id"]}),
    "an erasure of nothing that can be": forged({"erased": ["not an id"]}),
    "a time zone nobody knows": forged({"time_zone": "Europe/Atlantis"}, kind="consultation"),
    "a moment in the year 1": forged({"starts": "0001-01-01T00:00:00+14:00"}, kind="session"),
    "half a parent": forged(parents=b"\1" * 16),
    "more parents than anybody": forged(parents=b"".join(n.to_bytes(32, "big") for n in range(1001))),
    "an id that is too short": forged(given={"id": b"short"}),
    "another id": forged(given={"id": b"\1" * 32}),
    "a record that is too long": forged(given={"record": forged().record + b"\0"}),
    "a record that is too long, hashed so": forged(record=bytes(17)),
    "a record that is too short, hashed so": forged(record=bytes(15)),
    "an author that is too long": forged(given={"author": forged().author + b"x"}),
    "an author that is too short, hashed so": forged(author=bytes(8), replica=bytes(24)),
    "a replica that is too long": forged(given={"replica": forged().replica + b"x"}),
    "a commitment that is too long": forged(given={"commitment": forged().columns()["commitment"] + b"\0"}),
    "an erased body with a commitment that is too long": forged(
        given={"commitment": forged().columns()["commitment"] + b"\0", "salt": None, "body": None}
    ),
}


@pytest.mark.parametrize("one", FORGED.values(), ids=FORGED.keys())
def test_a_forged_revision_with_true_hashes_is_refused(tmp_path, one):
    store, path = a_room(tmp_path)
    with store:
        refused(store, with_sql(path, one.inserted()), DamagedFile)
        assert store.check().is_sound


def test_more_parents_than_a_revision_may_name_are_refused_though_all_are_there(tmp_path):
    store, path = a_room(tmp_path)
    many = [forged({"rank": 1}, counter=number) for number in range(1001)]
    child = forged(parents=b"".join(sorted(one.id for one in many)))
    with store:
        refused(store, with_sql(path, *(one.inserted() for one in (*many, child))), DamagedFile)


def test_cancelling_is_heard_while_a_file_is_read(tmp_path):
    with empty_store(tmp_path) as store:
        store.save_all(Lesson(id=store.new_id(), text="x") for _ in range(9000))
    cancelled = pytest.raises(Cancelled)
    with private_folder() as folder, cancelled, open_source(store.path, folder, lambda: True) as source:
        list(source.rows())


def test_a_true_revision_made_by_hand_comes_in(tmp_path):
    store, path = a_room(tmp_path)
    with store:
        merge(store, [with_sql(path, forged().inserted())])
        assert "Forged" in [one.text for one in store.all(Lesson)]
        assert store.check(rebuild=True).is_sound


def test_a_parent_that_is_nowhere_is_named_and_harms_nobody(tmp_path):
    """As in what was saved out of a damaged file; a parent of another record is none, in whatever order files come."""
    store, path = a_room(tmp_path)
    others = [rows_of(path, f"kind = '{kind}'")[0]["id"] for kind in ("lesson", "session")]
    with store:
        for number, parent in enumerate((b"\1" * 32, *others)):
            lone = forged(record=bytes([number]) * 16, parents=parent)
            (account,) = trial(store, [with_sql(path, lone.inserted())])
            assert verdict_of(account) is Verdict.LOOK_FIRST
            (brought,) = merge(store, [account.path])
            assert brought.missing == 1
            assert store.check().is_sound
        assert store.check(rebuild=True).missing == 1  # of the two others only the record is another


def test_a_file_of_which_revisions_were_taken_out_is_named(tmp_path):
    store, path = a_room(tmp_path)
    with store:
        source = with_sql(path, "DELETE FROM revision WHERE kind = 'lesson' AND parents = x''")
        (account,) = trial(store, [source])
        assert (account.contribution.missing, verdict_of(account)) == (1, Verdict.LOOK_FIRST)
        merge(store, [source])
        (again,) = merge(store, [path])
        assert (again.refusal, again.missing) == (None, 0)
        with empty_store(tmp_path, "whole.consult") as whole:
            merge(whole, [path])
            assert whole.digest() == store.digest()
            assert screen(whole._engine) == screen(store._engine)


def test_an_id_under_another_kind_blocks_nobody(tmp_path):
    """Whoever comes first with an id that others use or will derive (F5): both records are there, in any order."""
    store, path = a_room(tmp_path)
    session = rows_of(path, "kind = 'session'")[0]
    with store:
        ours = store.consultation
        squatting = with_sql(
            path, forged(record=session["record"]).inserted(), forged(record=ours.id.bytes, salt=bytes(16)).inserted()
        )
        with handed_to(store, "Eve") as eves:
            merge(eves, [path, squatting])
            eves_digest = eves.digest()
        merge(store, [squatting, path])
        assert store.digest() == eves_digest
        assert store.consultation == ours
        assert store.get(Session, UUID(bytes=session["record"])).code == "S1"
        assert len([one for one in store.all(Lesson) if one.text == "Forged"]) == 2
        assert store.check(rebuild=True).is_sound


def test_what_a_newer_version_wrote_is_kept_counted_and_passed_on(tmp_path):
    store, path = a_room(tmp_path)
    of_tomorrow = with_sql(
        path,
        forged({"colour": "blue", "text": "x"}, record=bytes(16)).inserted(),
        forged({"name": "a thing", "deep": {"er": [1, None]}}, kind="thing", record=bytes(15) + b"1").inserted(),
        f"PRAGMA user_version = {CURRENT.number + 1}",
    )
    with store:
        (brought,) = merge(store, [of_tomorrow])
        assert brought.unread == 2
        assert brought.created["thing"] == 1
        assert store.unread() == 2
        assert store.get(Lesson, UUID(int=0)).text == "x"
        store.change(store.get(Lesson, UUID(int=0)), text="y")
        assert store.check(rebuild=True).is_sound
        assert store.unread() == 2
        with empty_store(tmp_path, "third.consult") as third:
            assert merge(third, [store.path])[0].unread == 2
            assert third.digest() == store.digest()


def test_a_parent_that_only_we_have_is_no_excuse(tmp_path):
    """A file must be whole by itself: otherwise it depends on who merges it whether it can be."""
    store, path = a_room(tmp_path)
    with store:
        lesson = a_lesson(store, "ours alone")
        parent = rows_of(store.path, "kind = 'lesson'")[-1]["id"]
        child = forged({"text": "theirs"}, record=lesson.id.bytes, parents=parent)
        source = with_sql(path, child.inserted())
        refusal = merge(store, [source])[0].refusal
        assert refusal is None or source.name in str(refusal)  # taking it is as good
        assert store.check(rebuild=True).is_sound


def test_the_bad_file_is_named_among_good_ones(tmp_path):
    store, path = a_room(tmp_path)
    bad = with_sql(path, forged(body=b"not json").inserted(), name="bad.consult")
    with store, handed_to(store, "Eve") as eves:
        a_lesson(eves, "mine")
        for paths in ([path, bad, eves.path], [bad, path, eves.path], [eves.path, path, bad]):
            for one in merge(store, paths):
                assert (one.refusal is not None) == (one.path == bad)
                assert one.refusal is None or "“bad.consult”" in str(one.refusal)


def test_the_tables_beside_the_revisions_are_never_believed(tmp_path):
    store, path = a_room(tmp_path)
    lied = with_sql(
        path,
        "UPDATE lesson SET text = 'a lie'",
        "DELETE FROM session",
        "INSERT INTO conflict (record, kind, field) SELECT record, kind, 'text' FROM revision WHERE kind = 'lesson'"
        " GROUP BY record",
        "INSERT INTO search (kind, record, words) VALUES ('lesson', zeroblob(16), 'a lie')",
        "INSERT INTO local VALUES ('lie', x'00')",
        "UPDATE local SET value = zeroblob(16)",
    )
    with store:
        merge(store, [lied])
        assert "a lie" not in str(screen(store._engine))
        assert not store.conflicts()
        assert store.session("S1")
        assert store.consultation.title == {"en": "Water for all"}
        assert store.check().is_sound


def test_a_word_that_looks_like_a_command_is_a_word(tmp_path):
    nasty = "x'); DROP TABLE revision; -- {name} %s {0} \\ \u202e“”"
    store, path = a_room(tmp_path)
    with store:
        merge(store, [with_sql(path, forged({"text": nasty}).inserted())])
        assert nasty in [one.text for one in store.all(Lesson)]
        assert store.check().is_sound


def test_a_file_whose_name_looks_like_a_pattern_is_refused_in_words(tmp_path):
    source = tmp_path / "a {name} {0} %s.consult"
    source.write_bytes(b"no")
    with a_store(tmp_path) as store:
        assert "{name} {0} %s" in refused(store, source, NotAConsultation)


def test_reading_a_hostile_file_leaves_nothing_behind(tmp_path, monkeypatch):
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    store, path = a_room(tmp_path)
    with store:
        refused(store, with_sql(path, ALTERED[0]), DamagedFile)
        trial(store, [path])
        merge(store, [path])
    assert not [file for file in private.rglob("*") if file.is_file()]


class Flipping:
    """A whole source, what merging it gives, and the places of its bytes that matter most."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        store, self.path = a_room(folder)
        store.close()
        self.start = store.path.read_bytes()
        self.whole = self.path.read_bytes()
        self.expected = self.merged(self.path)

    def merged(self, source: Path) -> tuple[object, ...]:
        """Merge into a fresh copy of the start; what came of it, and what the file says of itself."""
        target = self.folder / "target.consult"
        target.write_bytes(self.start)
        with Store.open(target, identity(), Watch().clock()) as store:
            before, at_first = store.digest(), target.read_bytes()
            refusal = merge(store, [source])[0].refusal
            if refusal is not None:  # one of two good ends
                assert source.name in str(refusal)
                assert store.digest() == before
                assert target.read_bytes() == at_first
                return ()
            assert store.check().is_sound
            return store.digest(), screen(store._engine)

    def try_flip(self, place: int, mask: int) -> None:
        flipped = bytearray(self.whole)
        flipped[place] ^= mask
        source = self.folder / "flipped.consult"
        source.write_bytes(flipped)
        found = self.merged(source)
        assert found in ((), self.expected), f"byte {place} (page {place // 4096 + 1}) with {mask:#x}"


@pytest.fixture(scope="module")
def flipping(tmp_path_factory):
    return Flipping(tmp_path_factory.mktemp("flipping"))


@many_examples(150, thorough=20_000)
@given(place=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
@example(place=0.0, mask=1)
def test_one_byte_changed_anywhere_is_noticed_or_harmless(flipping, place, mask):
    flipping.try_flip(int(place * len(flipping.whole)), mask)


def test_one_byte_changed_where_it_matters_is_noticed_or_harmless(flipping):
    """The header, the table of tables and the revisions are a small part of the file and the whole of the matter."""
    chance = random.Random(7)
    database = sqlite3.connect(flipping.path)
    pages = [1] + [
        page for (page,) in database.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = 'revision'")
    ]
    database.close()
    places = list(range(16, 100)) + [
        (page - 1) * 4096 + offset for page in pages for offset in [*range(16), *chance.sample(range(4096), 20)]
    ]
    for place in places:
        flipping.try_flip(place, 1 << chance.randrange(8))


def test_a_body_just_within_the_limit_comes_in(tmp_path):
    store, path = a_room(tmp_path)
    body = json.dumps({"text": "a" * ((1 << 20) - 11)}, separators=(",", ":")).encode()
    assert len(body) == 1 << 20
    with store:
        merge(store, [with_sql(path, forged(fields="text", body=body).inserted())])
        assert "a" * ((1 << 20) - 11) in [one.text for one in store.all(Lesson)]
        assert store.check().is_sound


def test_a_clock_in_the_year_2300_is_kept(tmp_path):
    store, path = a_room(tmp_path)
    far = 10_413_792_000_000
    with store:
        (brought,) = merge(store, [with_sql(path, forged(wall_ms=far).inserted())])
        assert brought.wrong_clock == 1
        a_lesson(store, "after it")
        assert rows_of(store.path)[-1]["wall_ms"] < START_MS + 86_400_001


def test_rows_of_large_bodies_are_read_a_few_at_a_time(tmp_path):
    """Memory does not follow the size of the file (F17)."""
    store, path = a_room(tmp_path)
    store.close()
    large = {"text": "a" * 900_000}
    source = with_sql(path, *(forged(large, record=bytes(15) + bytes([n])).inserted() for n in range(12)))
    with private_folder() as folder, open_source(source, folder) as opened:
        sizes = [sum(len(row[BODY] or b"") for row in rows) for rows in opened.rows()]
    assert len(sizes) > 2
    assert max(sizes) <= BYTES_AT_ONCE + 2**20


@pytest.mark.parametrize("table", ["lesson", "local", "search", "conflict"])
def test_nothing_of_a_source_can_be_read_but_its_revisions(tmp_path, table):
    """The authorizer (F24): whatever a statement of ours would ask for, a stranger's projections are out of reach."""
    store, path = a_room(tmp_path)
    store.close()
    with private_folder() as folder, open_source(path, folder) as opened:
        assert list(opened.rows())
        with pytest.raises(sqlite3.DatabaseError, match=r"prohibited|authorized|constructor failed"):
            opened._database.execute(f"SELECT * FROM {table}")
