"""Files of other versions: an older one opens as it is, of a newer one what is not known is kept and passed on."""

from __future__ import annotations

import shutil
from hashlib import blake2b
from pathlib import Path
from uuid import UUID

import pytest

from consultation.errors import DamagedFile
from consultation.merging import merge
from consultation.model import (
    Commitment,
    Group,
    Intervention,
    InterventionKind,
    Item,
    KnownVocabulary,
    Lesson,
    Paragraph,
    Person,
    Recommendation,
    Section,
    SectionKind,
    Session,
)
from consultation.reading.editions import edition_document, read_editions
from consultation.store import Store
from consultation.store.versions.number import CURRENT, Version
from tests.builders import a_lesson, a_store, empty_store, forged, identity, rows_of, with_sql

FILES = Path(__file__).parent.parent / "files"
VERSION_1 = FILES / "version-1.consult"
DIGEST_OF_1 = "c987689caf4a580e29ae0e51f708c608f83b54aac9c35bebaaacfa2668de457f"

VERSION_2_0 = FILES / "version-2.0.consult"
DIGEST_OF_2_0 = "29f81a4cfbb6387eae5912d7025050f7797772b63741aa7ce42047b79456dcc6"

VERSION_2_1 = FILES / "version-2.1.consult"
DIGEST_OF_2_1 = "efd9236bf6a76932ac8ad9bd7ef8ec48f8dde23a9aba9e53c47c01b6ec6c9408"

VERSION_2_2 = FILES / "version-2.2.consult"
DIGEST_OF_2_2 = "a3228779e9dbef71e8ed229e118e2fe9a79c4c0a817c49bbc77bb55f30bf5d4f"


@pytest.fixture
def of_version_1(tmp_path):
    return Path(shutil.copy(VERSION_1, tmp_path / "forum.consult"))


def contents_of(file):
    """A file but for the header of SQLite, which counts how often it was written."""
    return file[100:]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("first.sql", "ea966b51c9245f1e34871918aff62b4a"),
        ("second.sql", "1b077a60e54cffca05253fd4daca079d"),
        ("third.sql", "9a5cbdd19321a7e6cb51a8b9dc494db9"),
        ("fourth.sql", "f8aa7e54478f1b9fae6c4286a34577c8"),
    ],
)
def test_what_made_a_file_of_an_earlier_version_is_never_changed(name, mark):
    text = (Path(__file__).parents[2] / "consultation" / "store" / "versions" / name).read_bytes()
    assert blake2b(text, digest_size=16).hexdigest() == mark


@pytest.mark.parametrize(("number", "version"), [(1, (1, 0)), (200, (2, 0)), (201, (2, 1)), (1207, (12, 7))])
def test_a_version_is_read_and_written_as_the_header_has_it(number, version):
    assert Version.from_header(number) == version
    assert Version(*version).number == number


def test_a_file_of_version_1_opens_with_everything_in_it(of_version_1):
    before = of_version_1.read_bytes()
    with Store.open(of_version_1, identity()) as store:
        assert store.upgraded_from == (1, 0)
        assert store.kept_as_it_was.name == "forum (version 1.0).consult"
        assert contents_of(store.kept_as_it_was.read_bytes()) == contents_of(before)
        assert store.digest() == DIGEST_OF_1
        assert store.check(rebuild=True).is_sound
        assert len(store.conflicts()) == 5
        counts = store.counts()
        assert (counts["recommendation"], counts["intervention"], counts["person"]) == (80, 57, 39)


def test_what_version_1_called_otherwise_is_found_under_its_name_now(of_version_1):
    with Store.open(of_version_1, identity()) as store:
        strands = {term.id: term.key for term in store.terms(KnownVocabulary.STRAND)}
        capitals = {term.id for term in store.terms(KnownVocabulary.CAPITAL)}
        recommendations = store.all(Recommendation)
        assert {strands[one] for each in recommendations for one in each.chosen("strand")} == {*strands.values()}
        assert all({*one.chosen("capital")} <= capitals for one in recommendations)
        translated = next(one for one in recommendations if one.translations)
        assert all(each["text"] and not each["machine"] for each in translated.translations.values())
        assert {one.part for one in store.all(Section)} >= {SectionKind.PREAMBLE, SectionKind.OPERATIVE}
        assert InterventionKind.QUESTION in {one.sort for one in store.all(Intervention)}
        assert len(store.all(Commitment)) == 3
        assert store.unread() == 6, "the scores of six practices, which are records of their own now"


def test_a_file_of_version_1_is_upgraded_once_and_goes_on(of_version_1):
    with Store.open(of_version_1, identity()) as store:
        kept = store.all(Recommendation)[0]
        store.change(kept, terms={"strand": []}, text="Written since.")
        assert store.get(Recommendation, kept.id).chosen("strand") == []
    with Store.open(of_version_1, identity()) as store:
        assert store.upgraded_from is None
        assert store.get(Recommendation, kept.id).text == "Written since."
        assert store.get(Recommendation, kept.id).chosen("strand") == []
        assert store.search("Written since") == [store.get(Recommendation, kept.id)]
    assert len(list(of_version_1.parent.iterdir())) == 2


def test_a_record_of_version_1_is_one_with_what_is_written_of_it_now(of_version_1, tmp_path):
    with Store.open(of_version_1, identity()) as store, empty_store(tmp_path) as other:
        kept = store.all(Paragraph)[0]
        store.change(kept, words={"en": "Written since."})
        assert store.check(rebuild=True).is_sound
        (brought,) = merge(other, [of_version_1])
        assert brought.created["paragraph"] == len(other.all(Paragraph, deleted=True))
        assert other.get(Paragraph, kept.id) == store.get(Paragraph, kept.id)
        assert other.count(Paragraph) == store.count(Paragraph)


def test_a_file_of_version_2_0_opens_with_everything_in_it_and_goes_on(tmp_path):
    path = Path(shutil.copy(VERSION_2_0, tmp_path / "forum.consult"))
    before = path.read_bytes()
    with Store.open(path, identity()) as store:
        assert store.upgraded_from == (2, 0)
        assert store.kept_as_it_was.name == "forum (version 2.0).consult"
        assert contents_of(store.kept_as_it_was.read_bytes()) == contents_of(before)
        assert store.digest() == DIGEST_OF_2_0
        assert store.check(rebuild=True).is_sound
        assert (len(store.conflicts()), store.count(Recommendation), store.count(Paragraph)) == (5, 80, 80)
        recitals = store.consultation.recitals
        assert len(recitals) == 6
        assert all(set(each["text"]) == {"en", "fr", "es"} and each["needs"] == [] for each in recitals)
        written = [paragraph.words["en"] for paragraph in store.all(Paragraph) if not paragraph.drafted]
        assert sorted(words.split(",")[0] for words in written) == [
            "the people of Kütahya",
            "to give account of this Declaration",
            "to keep one register of what was promised in Chefchaouen and in Kütahya",
        ]
        store.change(store.all(Recommendation)[0], text="Written since.")
    with Store.open(path, identity()) as store:
        assert store.upgraded_from is None
        assert [one.text for one in store.search("Written since")] == ["Written since."]


def test_a_file_of_version_2_0_is_merged_as_it_is(tmp_path):
    before = VERSION_2_0.read_bytes()
    with empty_store(tmp_path) as store:
        (brought,) = merge(store, [VERSION_2_0])
        assert brought.created["recommendation"] == 80
        assert store.digest() == DIGEST_OF_2_0
    assert VERSION_2_0.read_bytes() == before


def test_a_file_of_version_2_1_opens_with_its_edition_and_goes_on(tmp_path):
    path = Path(shutil.copy(VERSION_2_1, tmp_path / "forum.consult"))
    with Store.open(path, identity()) as store:
        assert store.upgraded_from == (2, 1)
        assert store.kept_as_it_was.name == "forum (version 2.1).consult"
        assert store.digest() == DIGEST_OF_2_1
        assert store.check(rebuild=True).is_sound
        assert (len(store.conflicts()), store.count(Recommendation), store.count(Item)) == (5, 80, 41)
        (frozen,) = read_editions(store)
        assert frozen.languages == ("en", "fr")
        assert edition_document(store, frozen, "fr").cover.title == "Déclaration de Kütahya des villes intermédiaires"
        assert [group.lead for group in store.all(Group)] == [None] * 3
        store.change(store.all(Group)[0], lead=store.all(Group)[0].recommendations[0])
    with empty_store(tmp_path) as store:
        (brought,) = merge(store, [VERSION_2_1])
        assert brought.created["editiontext"] == 2
        assert store.digest() == DIGEST_OF_2_1


def test_a_file_of_version_2_2_opens_and_people_can_be_left_to_be_asked(tmp_path):
    path = Path(shutil.copy(VERSION_2_2, tmp_path / "forum.consult"))
    with Store.open(path, identity()) as store:
        assert store.upgraded_from == (2, 2)
        assert store.kept_as_it_was.name == "forum (version 2.2).consult"
        assert store.digest() == DIGEST_OF_2_2
        assert store.check(rebuild=True).is_sound
        assert {person.consent for person in store.all(Person)} == {True, False}
        assert all(session.recorded for session in store.all(Session))
        store.change(store.all(Person)[0], consent=None)
        assert store.all(Person)[0].consent is None


def test_a_file_that_has_the_name_of_the_copy_of_version_1_is_not_replaced(of_version_1):
    there = of_version_1.with_name("forum (version 1.0).consult")
    there.write_text("my thesis")
    before = of_version_1.read_bytes()
    with Store.open(of_version_1, identity()) as store:
        assert contents_of(store.kept_as_it_was.read_bytes()) == contents_of(before)
    assert there.read_text() == "my thesis"


def test_a_file_of_version_1_is_merged_as_it_is(of_version_1, tmp_path):
    before = of_version_1.read_bytes()
    with empty_store(tmp_path) as store:
        (brought,) = merge(store, [of_version_1])
        assert brought.created["recommendation"] == 80
        assert store.digest() == DIGEST_OF_1
    assert of_version_1.read_bytes() == before


def of_tomorrow(folder, name="tomorrow.consult", *more):
    """A file of an invented next minor version: a kind and a field we do not know, with their tables."""
    with a_store(folder, "start.consult") as store:
        lesson = a_lesson(store, "Begin with the map.")
        parent = rows_of(store.path, "kind = 'lesson'")[-1]["id"]
    blue = {"colour": "blue", "text": "Begin with the blue map."}
    return lesson, with_sql(
        store.path,
        forged(blue, record=lesson.id.bytes, parents=parent).inserted(),
        forged({"name": "a thing", "deep": {"er": [1, None]}}, kind="thing", record=bytes(16)).inserted(),
        'CREATE TABLE "thing" ("id" BLOB PRIMARY KEY NOT NULL, "deleted" INTEGER NOT NULL, "name" TEXT NOT NULL)',
        "ALTER TABLE lesson ADD COLUMN colour TEXT",
        f"PRAGMA user_version = {CURRENT.number + 1}",
        *more,
        name=name,
    )


def test_a_file_of_a_newer_minor_version_opens_and_keeps_what_is_not_known(tmp_path):
    lesson, path = of_tomorrow(tmp_path)
    with Store.open(path, identity()) as store:
        assert store.upgraded_from == (CURRENT.major, CURRENT.minor + 1)
        assert store.unread() == 2
        assert store.get(Lesson, lesson.id).text == "Begin with the blue map."
        store.change(lesson, text="Begin with any map.")
        assert store.unread() == 2
        assert store.check(rebuild=True).is_sound
        assert len(rows_of(path, "kind = 'thing'")) == 1
        with empty_store(tmp_path, "third.consult") as third:
            assert merge(third, [path])[0].unread == 2
            assert third.digest() == store.digest()
            assert third.unread() == 2


def test_a_newer_minor_version_is_merged_and_passed_on(tmp_path):
    lesson, path = of_tomorrow(tmp_path)
    with empty_store(tmp_path) as store:
        assert merge(store, [path])[0].unread == 2
        assert merge(store, [path])[0].brings_nothing
        assert store.get(Lesson, lesson.id).text == "Begin with the blue map."
        store.send_copy(tmp_path / "sent.consult")
    with Store.open(tmp_path / "sent.consult", identity("Ben")) as bens:
        assert bens.unread() == 2


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON lesson BEGIN DELETE FROM revision; END",
        "CREATE VIEW v AS SELECT * FROM revision",
        "CREATE INDEX i ON lesson (text)",
        "CREATE VIRTUAL TABLE more USING fts5 (words)",
        "DROP INDEX revision_by_record",
    ],
)
def test_a_newer_minor_version_may_have_more_tables_and_nothing_else(tmp_path, statement):
    _, path = of_tomorrow(tmp_path, "hostile.consult", statement)
    with pytest.raises(DamagedFile, match=r"hostile\.consult"):
        Store.open(path, identity())
    with empty_store(tmp_path) as store:
        assert isinstance(merge(store, [path])[0].refusal, DamagedFile)


def test_a_record_nobody_knows_under_the_id_of_one_of_ours_disturbs_nobody(tmp_path):
    with a_store(tmp_path) as store:
        lesson = a_lesson(store, "Ours.")
        theirs = with_sql(store.path, forged({"name": "x"}, kind="thing", record=lesson.id.bytes).inserted())
        merge(store, [theirs])
        assert store.get(Lesson, lesson.id).text == "Ours."
        assert store.find(Lesson, UUID(int=5)) is None
        assert store.check(rebuild=True).is_sound


def test_we_write_the_version_that_is_in_the_header(tmp_path):
    with empty_store(tmp_path) as store:
        path = store.path
    assert int.from_bytes(path.read_bytes()[60:64], "big") == CURRENT.number
