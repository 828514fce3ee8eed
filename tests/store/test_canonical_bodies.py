"""Bodies are canonical JSON, to the byte, whatever is in them: older files were written by Python's own writer."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.model import KINDS
from consultation.store.clock import Stamp
from consultation.store.revision import check_values, write_revision
from consultation.store.versions.names import scattered
from tests.builders import many_examples
from tests.exchange.complete import complete

NOBODY = UUID(int=0)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip)


def body_of(kind: str, values: dict[str, Any]) -> bytes:
    row = write_revision(NOBODY, kind, (), Stamp(1, 0), NOBODY, NOBODY, scattered(kind, values), b"x" * 16)
    assert row.body is not None
    return row.body


def canonical(body: bytes) -> bytes:
    read = json.loads(body)
    return json.dumps(read, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_body_is_canonical_json(kind: str) -> None:
    @many_examples(5)
    @given(complete(kind))
    def write(record: Any) -> None:
        values = {name: getattr(record, name) for name in KINDS[kind].model_fields if name != "id"}
        body = body_of(kind, check_values(kind, values))
        assert body == canonical(body)

    write()


@many_examples(100)
@given(st.dictionaries(ANY_TEXT, ANY_TEXT, min_size=1), ANY_TEXT)
def test_so_it_is_with_every_sign_there_is(title: dict[str, str], code: str) -> None:
    body = body_of("session", {"title": title, "code": code, "questions": [title]})
    assert body == canonical(body)
    assert json.loads(body) == {"title": title, "code": code, "questions": [title]}
