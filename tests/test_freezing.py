"""An edition says for ever what it said when it was frozen, whatever becomes of the file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from consultation.composing import declaration
from consultation.document import Document
from consultation.drafting import draft_declaration
from consultation.errors import DamagedFile, EditionRefused, InvalidRecord, NotFound
from consultation.exchange import export_table, import_table
from consultation.freezing import Frozen, freeze
from consultation.language import translator
from consultation.merging import merge
from consultation.model import Decision, Edition, EditionText, Item, Paragraph, Recommendation, Verdict, translation
from consultation.publishing import json_text, markdown_text, pdf_bytes
from consultation.reading.editions import FrozenEdition, choose_edition, edition_document, edition_line, read_editions
from consultation.store import Store
from consultation.words import step_name
from tests.builders import empty_store, forged, handed_to, rows_of, with_sql
from tests.drafting.rooms import a_room, asked

EN = translator("en")
WELLS = "Open the wells to everyone"


def a_draft(folder: Path, *languages: str, who: str = "Ada") -> Store:
    """A file with a draft of one recommendation."""
    store = a_room(folder, who)
    asked(store, WELLS, strands=("planet",))
    for language in languages or ("en",):
        draft_declaration(store, translator(language))
    return store


def in_every_format(document: Document) -> tuple[bytes, str, str]:
    return pdf_bytes(document), markdown_text(document), json_text(document)


def again(store: Store, frozen: Frozen, language: str = "en") -> Document:
    """The edition read anew."""
    (edition,) = [each for each in read_editions(store) if each.record.id == frozen.edition.id]
    return edition_document(store, edition, language)


def test_an_edition_is_the_declaration_as_it_stood(tmp_path: Path) -> None:
    with a_draft(tmp_path) as store:
        digest = store.digest()
        frozen = freeze(store, "  Zero   draft ", note=" With follow-up. ")
        edition = frozen.edition
        assert (edition.number, edition.name, edition.note) == (1, "Zero draft", "With follow-up.")
        assert (edition.final, edition.language, edition.revisions) == (False, "en", digest)
        document = again(store, frozen)
        assert document.status == EN("{name} · edition {number} · {day}, {time} UTC · {mark}").format(
            name="Zero draft", number=1, day="15 January 2027", time="08:00", mark=f"{digest[:4]}-{digest[4:8]}"
        )
        assert document.blocks == declaration(store, EN).blocks
        assert document.changed_at == edition.frozen_at == datetime(2027, 1, 15, 8, tzinfo=UTC)
        assert not document.final
        assert store.check(rebuild=True).is_sound


def test_it_is_exported_with_the_same_bytes_after_everything_else_has_changed(tmp_path: Path) -> None:
    with a_draft(tmp_path, "en", "fr") as store:
        frozen = freeze(store, "Zero draft")
        before = {language: in_every_format(again(store, frozen, language)) for language in ("en", "fr")}
        for kind in (Recommendation, Paragraph, Item):
            for record in store.all(kind):
                store.delete(record)
        store.change(store.consultation, title={"en": "Another title"}, declaration_name={})
        asked(store, "Close the wells", strands=("people",))
        draft_declaration(store, EN)
        assert freeze(store, "First draft").edition.number == 2
        assert WELLS.lower() not in markdown_text(declaration(store, EN)).lower()
        for language, bytes_ in before.items():
            assert in_every_format(again(store, frozen, language)) == bytes_
        path = tmp_path / "sent.consult"
        store.send_copy(path)
    with empty_store(tmp_path, "other.consult", "Ben") as other:
        merge(other, [path])
        assert in_every_format(again(other, frozen)) == before["en"]


def test_it_is_frozen_in_every_language_of_the_draft_or_in_those_asked_for(tmp_path: Path) -> None:
    with a_draft(tmp_path, "es", "fr", "en") as store:
        assert list(freeze(store, "All").edition.texts) == ["en", "fr", "es"]
        some = freeze(store, "Some", languages=["fr", "en", "fr"]).edition
        assert (some.language, list(some.texts)) == ("fr", ["fr", "en"])
        (edition,) = [each for each in read_editions(store) if each.record.id == some.id]
        document = edition_document(store, edition)
        assert document.language == "fr"
        assert document.cover is not None
        assert "anglais" in document.cover.languages
        assert "espagnol" not in document.cover.languages
        with pytest.raises(EditionRefused, match="not frozen in Spanish"):
            edition_document(store, edition, "es")


def test_what_cannot_be_frozen_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with a_room(tmp_path) as store:
        digest = store.digest()
        with pytest.raises(EditionRefused, match="no draft"):
            freeze(store, "Zero draft")
    with a_draft(tmp_path, who="Ben") as store:
        digest = store.digest()
        with pytest.raises(EditionRefused, match="needs a name"):
            freeze(store, " \n")
        with pytest.raises(NotFound, match="French"):
            freeze(store, "Zero draft", languages=["en", "fr"])
        with pytest.raises(InvalidRecord):
            freeze(store, "NUL \0")
        assert store.digest() == digest
        assert read_editions(store) == []


def test_a_final_edition_says_that_it_was_adopted_and_is_no_draft(tmp_path: Path) -> None:
    with a_draft(tmp_path) as store:
        document = again(store, freeze(store, "Final", final=True))
        assert document.final
        assert document.status.startswith("Adopted on 15 January 2027 · edition 1 · ")
        assert "Draft" not in markdown_text(document)


def test_a_final_edition_is_refused_while_a_bracket_remains_and_each_is_named(tmp_path: Path) -> None:
    with a_room(tmp_path) as store:
        asked(store, WELLS, strands=("planet",))
        foreign = asked(store, "Planter des arbres", language="fr", strands=("people",))
        stale = asked(
            store,
            "Abrir las cuentas",
            language="es",
            strands=("planet",),
            translations={"en": translation("Open the accounts", "Abrir los libros")},
        )
        draft_declaration(store, EN)
        with pytest.raises(EditionRefused) as refused:
            freeze(store, "Final", final=True)
        sentence = EN.error(refused.value)
        assert "to be translated from French" in sentence
        assert "translated from words that were changed since" in sentence
        assert "In English: " in sentence
        assert read_editions(store) == []
        assert freeze(store, "Draft").edition.number == 1
        french = translator("fr").error(refused.value)
        assert "to be translated" not in french
        for each, words in ((foreign, "Plant trees"), (stale, "Open the accounts")):
            store.change(each, translations={"en": translation(words, each.text)})
        draft_declaration(store, EN)
        assert freeze(store, "Final", final=True).edition.final


def test_opposites_that_both_stand_keep_a_text_from_being_final(tmp_path: Path) -> None:
    with a_room(tmp_path) as store:
        first = asked(store, WELLS, strands=("planet",))
        second = asked(store, "Close the wells", strands=("people",))
        draft_declaration(store, EN)
        verdict = Verdict(id=store.new_id(), first=first.id, second=second.id, decision=Decision.CONTRADICT)
        store.save(verdict)
        with pytest.raises(EditionRefused, match="opposite"):
            freeze(store, "Final", final=True)
        store.change(verdict, decision=Decision.DIFFERENT)
        assert freeze(store, "Final", final=True).edition.final


def test_freezing_can_be_undone_as_a_whole(tmp_path: Path) -> None:
    with a_draft(tmp_path, "en", "fr") as store:
        frozen = freeze(store, "Zero draft")
        assert step_name(EN, store, frozen.written) == "freeze edition"
        undone = store.undo(frozen.written)
        assert read_editions(store) == []
        assert (store.count(Edition), store.count(EditionText)) == (0, 0)
        assert freeze(store, "Zero draft").edition.number == 1
        store.undo(undone)
        assert len(read_editions(store)) == 2


def test_two_people_who_freeze_the_same_number_both_keep_theirs(tmp_path: Path) -> None:
    with a_draft(tmp_path) as store, handed_to(store, "Ben") as bens:
        ours, theirs = freeze(store, "Zero draft"), freeze(bens, "Null draft")
        assert ours.edition.revisions == theirs.edition.revisions
        merge(store, [bens.path])
        editions = read_editions(store)
        assert [each.record.number for each in editions] == [1, 1]
        assert len({each.mark for each in editions}) == 2
        assert freeze(store, "Next").edition.number == 2
        editions = read_editions(store)
        with pytest.raises(EditionRefused) as refused:
            choose_edition(editions, "1")
        for each in editions[:2]:
            assert edition_line(EN, each) in EN.error(refused.value)
            assert choose_edition(editions, each.mark) == each
            assert choose_edition(editions, str(each.record.id)) == each
        assert choose_edition(editions, "2").record.name == "Next"
        assert "Null draft" in again(store, theirs).status


def test_an_edition_is_asked_for_by_number_or_mark(tmp_path: Path) -> None:
    with a_draft(tmp_path) as store:
        frozen = freeze(store, "Zero draft").edition
        editions = read_editions(store)
        for asked_for in ("1", editions[0].mark, editions[0].mark.upper(), frozen.revisions, str(frozen.id)):
            assert choose_edition(editions, asked_for).record.id == frozen.id
        for asked_for in ("2", "", frozen.revisions[:3], "ffff-ffff", "-"):
            with pytest.raises(NotFound, match="Zero draft"):
                choose_edition(editions, asked_for)
        with pytest.raises(NotFound, match="nothing has been frozen"):
            choose_edition([], "1")


def test_whatever_somebody_writes_over_an_edition_it_says_what_was_frozen(tmp_path: Path) -> None:
    with a_draft(tmp_path) as store:
        frozen = freeze(store, "Zero draft")
        before = in_every_format(again(store, frozen))
        other = freeze(store, "Other").edition.texts
        (part,) = store.all(EditionText, id=UUID(frozen.edition.texts["en"][0]))
        store.change(store.get(Edition, frozen.edition.id), name="Mine", final=True, number=7, texts=other)
        store.change(part, packed="eA==")
        store.delete(part)
        first, _ = read_editions(store)
        assert first.record == frozen.edition
        assert in_every_format(again(store, frozen)) == before


def test_an_edition_that_was_only_noted_has_no_text_and_says_so(tmp_path: Path) -> None:
    with a_draft(tmp_path) as store:
        store.save(Edition(id=store.new_id(), number=4, name="By hand"))
        (noted,) = read_editions(store)
        assert (noted.languages, noted.mark, edition_line(EN, noted)) == ((), "", "4 · By hand")
        with pytest.raises(EditionRefused, match="only noted"):
            edition_document(store, noted)
        assert freeze(store, "Zero draft").edition.number == 5


def test_words_can_be_erased_from_an_edition_with_its_whole_text(tmp_path: Path) -> None:
    with a_draft(tmp_path, "en", "fr") as store:
        frozen = freeze(store, "Zero draft")
        (source,) = store.all(Recommendation)
        store.erase(source, ["text"], "asked for")
        assert WELLS.lower() in markdown_text(again(store, frozen)).lower()
        part = store.get(EditionText, UUID(frozen.edition.texts["en"][0]))
        store.erase(part, ["packed"], "asked for")
        with pytest.raises(EditionRefused, match="erased"):
            again(store, frozen)
        assert again(store, frozen, "fr").language == "fr"


def forged_edition(texts: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {"number": 1, "name": "Forged", "language": "en", "texts": texts, "deleted": False, **values}


@pytest.mark.parametrize(
    "packed",
    ["", "eA==", "AAAA", "eJwDAAAAAAE="],
)
def test_a_forged_text_is_refused_with_a_sentence_wherever_it_is_read(tmp_path: Path, packed: str) -> None:
    with a_draft(tmp_path) as store:
        part, edition = uuid4(), uuid4()
        path = with_sql(
            store.path,
            forged(
                {"packed": packed, "language": "en", "deleted": False}, kind="editiontext", record=part.bytes
            ).inserted(),
            forged(forged_edition({"en": [str(part)]}), kind="edition", record=edition.bytes).inserted(),
        )
        merge(store, [path])
        (found,) = read_editions(store)
        with pytest.raises(EditionRefused):
            edition_document(store, found)


def test_a_file_whose_text_is_not_even_packed_is_refused_as_a_whole(tmp_path: Path) -> None:
    with a_draft(tmp_path) as store:
        digest = store.digest()
        path = with_sql(
            store.path,
            forged({"packed": "<b>", "language": "en"}, kind="editiontext", record=uuid4().bytes).inserted(),
        )
        (brought,) = merge(store, [path])
        assert isinstance(brought.refusal, DamagedFile)
        assert store.digest() == digest


def test_an_edition_goes_through_tables_and_says_the_same(tmp_path: Path) -> None:
    with a_draft(tmp_path, "en", "fr") as store, empty_store(tmp_path, "other.consult", "Ben") as other:
        frozen = freeze(store, "Zero draft")
        before = in_every_format(again(store, frozen, "fr"))
        for name in ("editions", "edition_texts"):
            path = tmp_path / f"{name}.csv"
            path.write_bytes(export_table(store, name, ".csv", full=True, with_names=True).data)
            import_table(other, path, name)
        assert in_every_format(again(other, frozen, "fr")) == before
        hidden = export_table(store, "edition_texts", ".csv", full=True).data
        assert frozen.edition.texts["en"][0].encode() in hidden
        assert store.all(EditionText)[0].packed.encode() not in hidden


def test_a_text_of_more_parts_than_any_has_is_not_put_together(tmp_path: Path) -> None:
    with a_draft(tmp_path) as store:
        frozen = freeze(store, "Zero draft").edition
        many = frozen.model_copy(update={"texts": {"en": frozen.texts["en"] * 5000}})
        with pytest.raises(EditionRefused):
            edition_document(store, FrozenEdition(many, ""))


def test_what_is_no_packed_text_is_not_stored(tmp_path: Path) -> None:
    with a_draft(tmp_path) as store:
        for packed in ("<b>", "a" * 100_001, "é"):
            with pytest.raises(InvalidRecord):
                store.save(EditionText(id=store.new_id(), packed=packed))
        assert rows_of(store.path, "kind = 'editiontext'") == []
