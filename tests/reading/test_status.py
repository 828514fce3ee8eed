"""A document says which state of the text it shows, the same in every copy of the file and in each language's way."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from consultation.language import translator
from consultation.merging import merge
from consultation.model import Edition
from consultation.reading.status import mark_of, status_of_draft, status_of_edition
from tests.builders import HOUR_MS, Watch, a_lesson, a_store, empty_store, handed_to

DIGEST = "7f3a91c2" + "0" * 56
EVENING = datetime(2021, 10, 8, 18, 40, tzinfo=UTC)
A_SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Draft of 15 January 2027, 11:00 UTC"),
        ("fr", f"Projet du 15 janvier 2027, 11{A_SPACE}h UTC"),
        ("es", "Proyecto del 15 de enero de 2027, 11:00 UTC"),
    ],
)
def test_a_draft_says_when_the_file_was_last_changed_and_what_proves_it(
    tmp_path: Path, language: str, line: str
) -> None:
    watch = Watch()
    with a_store(tmp_path, watch=watch) as store:
        watch.forward(3 * HOUR_MS)
        a_lesson(store)
        watch.forward(HOUR_MS)
        status = status_of_draft(store, translator(language))
        digest = store.digest()
        assert status.line == f"{line} · {digest[:4]}-{digest[4:8]}"
        assert (status.final, status.moment, status.mark) == (False, store.changed_at(), mark_of(digest))


def test_it_is_the_same_in_every_file_with_the_same_content_and_another_after_a_change(tmp_path: Path) -> None:
    watch = Watch()
    en = translator("en")
    with a_store(tmp_path, watch=watch) as store, handed_to(store, "Ben", watch) as bens:
        watch.forward(HOUR_MS)
        a_lesson(store)
        watch.forward(-HOUR_MS // 2)
        a_lesson(bens)
        merge(store, [bens.path])
        merge(bens, [store.path])
        before = status_of_draft(store, en)
        assert status_of_draft(bens, en) == before
        watch.forward(HOUR_MS)
        a_lesson(store)
        assert status_of_draft(store, en) != before


def test_an_empty_file_was_never_changed(tmp_path: Path) -> None:
    with empty_store(tmp_path) as store:
        assert store.changed_at() is None
        assert status_of_draft(store, translator("en")).line.startswith("Draft · ")


@pytest.mark.parametrize(
    ("language", "draft", "final"),
    [
        (
            "en",
            "Zero draft · edition 2 · 8 October 2021, 18:40 UTC · 7f3a-91c2",
            "Adopted on 8 October 2021 · edition 2 · 7f3a-91c2",
        ),
        (
            "fr",
            f"Zero draft · édition 2 · 8 octobre 2021, 18{A_SPACE}h{A_SPACE}40 UTC · 7f3a-91c2",
            "Adoptée le 8 octobre 2021 · édition 2 · 7f3a-91c2",
        ),
        (
            "es",
            "Zero draft · edición 2 · 8 de octubre de 2021, 18:40 UTC · 7f3a-91c2",
            "Aprobada el 8 de octubre de 2021 · edición 2 · 7f3a-91c2",
        ),
    ],
)
def test_an_edition_says_its_number_and_when_it_was_frozen_or_adopted(language: str, draft: str, final: str) -> None:
    edition = Edition(number=2, name="Zero draft", frozen_at=EVENING, revisions=DIGEST)
    t = translator(language)
    assert status_of_edition(edition, ["en"], "UTC", t).line == draft
    edition.final = True
    assert status_of_edition(edition, ["en"], "UTC", t).line == final


def test_a_text_is_adopted_on_the_day_it_is_where_the_consultation_is() -> None:
    edition = Edition(number=1, name="Final", frozen_at=EVENING.replace(hour=22), revisions=DIGEST, final=True)
    assert status_of_edition(edition, ["en"], "Europe/Istanbul", translator("en")).line.startswith(
        "Adopted on 9 October 2021"
    )
