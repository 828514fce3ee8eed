"""Revisions with true hashes that say what no program of ours would: any field of any kind, any value of JSON."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import Random

from consultation.model import KINDS
from tests.builders import START_MS, YEAR_MS, Forged, forged, rows_of, with_sql
from tests.campaigns.mutants import Mutant

DEEP = 20_000

VALUES = {
    "nothing": b"null",
    "yes": b"true",
    "no": b"false",
    "one": b"1",
    "less than nothing": b"-1",
    "a number of 33 bits": b"4294967296",
    "the largest number": b"9223372036854775807",
    "one more than the largest": b"9223372036854775808",
    "a fraction": b"0.5",
    "a large fraction": b"1e308",
    "beyond every fraction": b"1e999",
    "no number": b"NaN",
    "four hundred digits": b"9" * 400,
    "no words": b'""',
    "white space": b'" "',
    "words": b'"Some other words."',
    "NUL": b'"a\\u0000b"',
    "half a character": b'"a\\ud800b"',
    "half a character in bytes": b'"\xed\xa0\x80"',
    "the other half": b'"\\udfff"',
    "escapes and marks of direction": b'"\\u001b[2J\\u202e\\u0085\\u2028"',
    "a formula": b'"=1+1;-2;@SUM(A1)"',
    "many letters": b'"' + b"x" * 100_000 + b'"',
    "many words": b'"' + b"w " * 100_000 + b'"',
    "an unending word of accents": b'"a' + "\u0301".encode() * 50_000 + b'"',
    "no such zone": b'"Mars/Olympus"',
    "a path": b'"../../../etc/passwd"',
    "a zone in capitals": b'"EUROPE/PARIS\\n"',
    "the first moment": b'"0001-01-01T00:00:00+14:00"',
    "the last moment": b'"9999-12-31T23:59:59-14:00"',
    "a moment before the first": b'"0000-01-01T00:00:00Z"',
    "an odd offset": b'"2027-01-15T09:00:00+23:59"',
    "the first day": b'"0001-01-01"',
    "the last day": b'"9999-12-31"',
    "no id": b'"00000000-0000-0000-0000-000000000000"',
    "an id nobody has": b'"ffffffff-ffff-ffff-ffff-ffffffffffff"',
    "an empty list": b"[]",
    "a list of nothing": b"[null]",
    "a list of words": b'["x", "x"]',
    "a list of ids nobody has": b'["ffffffff-ffff-ffff-ffff-ffffffffffff"]',
    "a list of labels": b'[{"en":"x"},{"":""}]',
    "a deep list": b"[" * DEEP + b"]" * DEEP,
    "an empty map": b"{}",
    "a label": b'{"en":"Some other words."}',
    "labels in no language": b'{"":"x","xx-no-such":"y"}',
    "labels in half a language": b'{"\\ud800":"x"}',
    "one language twice": b'{"en":"x","en":"y"}',
    "a deep map": b'{"en":' * DEEP + b'"x"' + b"}" * DEEP,
    "a capital beyond measure": b'{"00000000-0000-0000-0000-000000000000":99}',
}
"""Values of JSON, as bytes: what is no JSON at all is among them."""

CLOCKS = (0, 1, START_MS - 60 * YEAR_MS, START_MS + 400 * YEAR_MS, 253_402_300_800_000, 1 << 60, (1 << 60) + 1)
"""Milliseconds: 1970, before our time, after it, the year 10000, the last that is allowed, and one more."""


def value_mutants(good: Path) -> list[Mutant]:
    """Every value in one field of every type, and some values in every field, of a record of every kind."""
    heads = {row["kind"]: row for row in rows_of(good) if row["kind"] in KINDS}
    types: set[str] = set()
    chance = Random(14)
    found: list[Mutant] = []
    for kind, head in heads.items():
        for name in fields_of(kind):
            known = KINDS[kind].model_fields[name.partition(".")[0]]
            type_ = f"{known.annotation} {known.metadata} {name in KINDS[kind].spoken()}"
            values = chance.sample(sorted(VALUES), 4) if type_ in types else list(VALUES)
            types.add(type_)
            found += [
                Mutant(f"{kind}.{name} is {what}", partial(_add, _after(head, name, VALUES[what]))) for what in values
            ]
    return found


def fields_of(kind: str) -> list[str]:
    """Return the fields a revision of ``kind`` may name: a map that is written entry by entry has one for each."""
    parted = KINDS[kind].parted()
    return [f"{name}.strand" if name in parted else name for name in KINDS[kind].model_fields if name != "id"]


def shape_mutants(good: Path) -> list[Mutant]:
    """Bodies and columns of a strange shape."""
    lesson = next(row for row in rows_of(good) if row["kind"] == "lesson")
    body = b'{"deleted":false,"text":"x"}'
    shapes: dict[str, Forged] = {
        "no JSON": forged(body=b"water"),
        "no body": forged(body=b""),
        "a list": forged(body=b'["deleted","text"]'),
        "cut short": forged(body=body[:-1]),
        "something behind it": forged(body=body + b" {}"),
        "a field twice": forged(body=b'{"deleted":false,"text":"x","text":"y"}'),
        "a field nobody knows": forged({"text": "x", "colour": "red"}),
        "a field missing": forged(body=b'{"text":"x"}'),
        "white space of a megabyte": forged(body=body + b" " * ((1 << 20) - len(body))),
        "a megabyte and a byte": forged(body=body + b" " * ((1 << 20) - len(body) + 1)),
        "in UTF-16": forged(body=body.decode().encode("utf-16")),
        "a mark of byte order": forged(body=b"\xef\xbb\xbf" + body),
        "a parent that is missing": forged(parents=b"\1" * 32),
        "a parent twice": forged(record=lesson["record"], parents=lesson["id"] * 2),
        "a parent of another record": forged(parents=lesson["id"]),
        "a record without id": forged(record=bytes(16)),
        "a record of ones": forged(record=b"\xff" * 16),
        "an author who is a lesson": forged(author=lesson["record"]),
        "a lesson that is a session": forged({"code": "S"}, kind="session", record=lesson["record"]),
        "a lesson that is a person": forged({"name": "S", "consent": True}, kind="person", record=lesson["record"]),
        "stripped": forged(given={"salt": None, "body": None}),
        "a kind nobody knows": forged({"text": "x"}, kind="dream"),
        "a kind that is a table": forged({"text": "x"}, kind="revision"),
        "a record of no required words": forged({"deleted": False}),
        **{f"written at {clock}": forged(wall_ms=clock) for clock in CLOCKS},
        "a counter at its end": forged(counter=1 << 31, wall_ms=START_MS),
    }
    return [Mutant(name, partial(_add, one)) for name, one in shapes.items()]


def added(path: Path, *revisions: Forged) -> None:
    """Put forged revisions into the file at ``path``."""
    with_sql(path, "BEGIN", *(one.inserted() for one in revisions), "COMMIT").replace(path)


def _add(revision: Forged, path: Path) -> None:
    added(path, revision)


def _after(row: dict[str, object], name: str, value: bytes) -> Forged:
    fields = " ".join(sorted({"deleted", name}))
    body = b'{"deleted":' + value + b"}" if name == "deleted" else _ordered(name, value)
    return Forged(
        record=row["record"], kind=row["kind"], parents=row["id"], wall_ms=START_MS + 1, fields=fields, body=body
    )


def _ordered(name: str, value: bytes) -> bytes:
    parts = sorted({"deleted": b"false", name: value}.items())
    return b"{" + b",".join(b'"%s":%s' % (one.encode(), what) for one, what in parts) + b"}"
