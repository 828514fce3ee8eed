"""Files that were good once, and that another program has changed in ways that SQL allows."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.builders import with_schema_sql, with_sql
from tests.campaigns.mutants import Mutant


def projection_mutants(good: Path) -> list[Mutant]:
    """Everything that is only derived, changed by another program: what is shown must be what the revisions say."""
    chance = Random(15)
    values = ("NULL", "'another'", "1", "x'ff00'", "-9e300", "'[[[['", "'{\"en\":7}'", "zeroblob(100000)")
    found = [
        Mutant(f"{table}.{column} = {value}", _sql(f'UPDATE OR IGNORE "{table}" SET "{column}" = {value}'))
        for table, columns in columns_of(good).items()
        if table != "revision"
        for column in columns
        for value in chance.sample(values, 3)
    ]
    for table in columns_of(good):
        if table != "revision":
            found.append(Mutant(f"nothing in {table}", _sql(f'DELETE FROM "{table}"')))
    return [
        *found,
        Mutant("consent is given", _sql("UPDATE person SET consent = 1")),
        Mutant("words never said", _sql("UPDATE recommendation SET text = 'never said'")),
        Mutant("a person under another id", _sql("UPDATE person SET id = x'0190000000007000800000000000000a'")),
        Mutant(
            "a conflict that is none",
            _sql("INSERT OR IGNORE INTO conflict (record, field, kind) SELECT record, 'text', kind FROM revision"),
        ),
        Mutant(
            "a field in conflict that is none",
            _sql("INSERT INTO conflict (record, field, kind) VALUES (x'07', 'colour', 'hat')"),
        ),
        Mutant("words that are found and were not said", _sql("UPDATE search SET words = 'words map wells'")),
    ]


REVISIONS = (
    "DELETE FROM revision",
    "DELETE FROM revision WHERE parents = x''",
    "DELETE FROM revision WHERE seq % 2",
    "UPDATE revision SET seq = -seq",
    "UPDATE revision SET seq = 9223372036854775807 WHERE seq = 1",
    "UPDATE revision SET body = CAST(replace(body, 'map', 'cat') AS BLOB)",
    "UPDATE revision SET body = NULL WHERE kind = 'lesson'",
    "UPDATE revision SET salt = NULL WHERE kind = 'lesson'",
    "UPDATE revision SET salt = NULL, body = NULL",
    "UPDATE revision SET salt = NULL, body = NULL WHERE kind = 'consultation'",
    "UPDATE OR IGNORE revision SET id = zeroblob(32) WHERE kind = 'lesson' AND parents = x''",
    "UPDATE revision SET id = hex(id)",
    "UPDATE revision SET parents = zeroblob(64000)",
    "UPDATE revision SET parents = id",
    "UPDATE revision SET kind = 'nothing'",
    "UPDATE revision SET kind = 'sqlite_master'",
    "UPDATE revision SET kind = CAST(x'ff80' AS TEXT)",
    "UPDATE revision SET fields = ''",
    "UPDATE revision SET fields = CAST(fields AS BLOB)",
    "UPDATE revision SET record = zeroblob(1000000)",
    "UPDATE revision SET author = 7",
    "UPDATE revision SET wall_ms = -1",
    "UPDATE revision SET wall_ms = 1e300",
    "UPDATE revision SET wall_ms = 'noon'",
    "UPDATE revision SET counter = -9223372036854775808",
    "INSERT INTO revision SELECT seq + 1000, randomblob(32), record, kind, parents, wall_ms, counter, replica, author,"
    ' fields, "commitment", salt, body FROM revision',
)

SCHEMA = (
    "UPDATE sqlite_master SET sql = 'CREATE NONSENSE' WHERE name = 'lesson'",
    "UPDATE sqlite_master SET sql = NULL WHERE name = 'revision'",
    "UPDATE sqlite_master SET sql = replace(sql, 'INTEGER', 'TEXT') WHERE name = 'revision'",
    "UPDATE sqlite_master SET sql = replace(sql, 'BLOB', 'INTEGER') WHERE name = 'person'",
    "UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name = 'lesson'",
    "UPDATE sqlite_master SET sql = replace(sql, 'fts5', 'rtree') WHERE name = 'search'",
    "UPDATE sqlite_master SET sql = replace(sql, 'unicode61', 'porter') WHERE name = 'search'",
    "UPDATE sqlite_master SET sql = upper(sql)",
    "UPDATE sqlite_master SET rootpage = 2",
    "UPDATE sqlite_master SET rootpage = 999999",
    "UPDATE sqlite_master SET rootpage = 0, type = 'view', sql = 'CREATE VIEW revision AS SELECT 1'"
    " WHERE name = 'revision'",
    "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'person')"
    " WHERE name = 'revision'",
    "UPDATE sqlite_master SET tbl_name = 'person' WHERE name = 'lesson'",
    "UPDATE sqlite_master SET name = 'another' WHERE name = 'local'",
    "DELETE FROM sqlite_master WHERE name = 'revision'",
    "DELETE FROM sqlite_master WHERE name LIKE 'search_%'",
    "DELETE FROM sqlite_master",
    "INSERT INTO sqlite_master SELECT * FROM sqlite_master",
)

TABLES = (
    "CREATE TABLE extra (id INTEGER)",
    "CREATE VIEW extra AS SELECT * FROM revision",
    "CREATE VIEW extra AS WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many) SELECT n FROM many",
    "CREATE INDEX extra ON lesson (text)",
    "CREATE INDEX extra ON revision (length(body))",
    "CREATE UNIQUE INDEX extra ON lesson (deleted, id)",
    "CREATE TRIGGER extra AFTER INSERT ON revision BEGIN DELETE FROM revision; END",
    "CREATE TRIGGER extra AFTER UPDATE ON lesson BEGIN UPDATE person SET consent = 1; END",
    "CREATE TRIGGER extra BEFORE DELETE ON conflict BEGIN SELECT RAISE(ABORT, 'no'); END",
    "CREATE VIRTUAL TABLE extra USING fts5 (words)",
    "ALTER TABLE revision ADD COLUMN extra TEXT",
    "ALTER TABLE lesson ADD COLUMN extra AS (text || text)",
    "ALTER TABLE lesson RENAME COLUMN text TO words",
    "DROP TABLE lesson",
    "DROP TABLE search",
    "DROP TABLE local",
    "DROP INDEX revision_by_record",
    "ANALYZE",
    "PRAGMA journal_mode = WAL",
)


def sql_mutants(good: Path) -> list[Mutant]:
    """Revisions, tables, views and triggers as another program may leave them."""
    return [
        *(Mutant(statement, _sql(statement)) for statement in (*REVISIONS, *TABLES)),
        *(Mutant(statement, _schema_sql(statement)) for statement in SCHEMA),
    ]


def columns_of(path: Path) -> dict[str, list[str]]:
    """Return every table of a file that can be written, with its columns."""
    database = sqlite3.connect(path)
    try:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [column for _, column, *_ in database.execute(f'PRAGMA table_info("{name}")')]
            for name in names
            if not name.startswith("sqlite_")
        }
    finally:
        database.close()


def _sql(statement: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with contextlib.suppress(sqlite3.IntegrityError):  # a column that takes numbers only stays as it was
            with_sql(path, statement).replace(path)

    return spoil


def _schema_sql(statement: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with_schema_sql(path, statement).replace(path)

    return spoil
