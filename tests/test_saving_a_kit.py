"""A kit that is saved from a consultation makes the same consultation again, without anybody who took part."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from consultation.emblems import read_emblem
from consultation.errors import ExportRefused, KitRefused, WrongUsage
from consultation.kits import Kit, kits, read_kit
from consultation.kits.saving import save_kit
from consultation.merging import merge
from consultation.model import (
    Contact,
    Evidence,
    Milestone,
    Organisation,
    Partnership,
    Person,
    ProgrammeDay,
    Record,
    Reference,
    ReferenceKind,
    Session,
    SessionStatus,
    Term,
    Track,
    Vocabulary,
)
from consultation.preparing import new_consultation, new_without_kit
from consultation.sample import KIT, Sample, make_sample
from consultation.sample.kit_rooms import KitFiles, make_kit_sample
from consultation.store import Store
from tests.builders import identity

DAY = date(2024, 3, 1)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)


def a_store(folder: Path, kit: Kit) -> Store:
    return new_consultation(folder / f"{kit.name}.consult", kit, identity())


def bare(folder: Path) -> Store:
    return new_without_kit(folder / "bare.consult", "Meeting", "", "en", identity())


def said(records: Iterable[Record], consultation: dict[str, Any]) -> list[str]:
    """Return what records say, with names in the place of ids, in an order that ids have no part in."""
    found = list(records)
    names = {record.id: name_of(record) for record in found}

    def spelled(value: Any) -> Any:
        if isinstance(value, UUID):
            return names.get(value, "?")
        if isinstance(value, dict):
            return {key: spelled(part) for key, part in sorted(value.items())}
        if isinstance(value, list):
            return [spelled(part) for part in value]
        return names.get(UUID(value), value) if isinstance(value, str) and is_id(value) else value

    told = [(record.kind(), {**record.model_dump(exclude={"id"})}) for record in found]
    told.append(("consultation", {name: value for name, value in consultation.items() if name != "kit"}))
    return sorted(f"{kind} {spelled(values)}" for kind, values in told)


def is_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4


def name_of(record: Record) -> str:
    for name in ("code", "title", "name", "on"):
        if value := getattr(record, name, None):
            return f"{record.kind()} {value}"
    return f"{record.kind()} {getattr(record, 'vocabulary', '')} {getattr(record, 'key', '')}"


@pytest.mark.parametrize("kit", kits(), ids=lambda kit: kit.name)
def test_a_kit_made_into_a_file_and_saved_again_says_the_same(kit: Kit, folder: Path) -> None:
    with a_store(folder, kit) as store:
        saved = save_kit(store, folder / "own.toml", "own", DAY)
    again = read_kit(folder / "own.toml")
    assert again.records() == saved.kit.records()
    assert (saved.left_out, saved.other_languages, again.entry.complete) == ({}, (), True)
    assert said(again.records(), again.consultation()) == said(kit.records(), kit.consultation())
    assert (again.name, again.version, again.date, again.languages) == ("own", "1", DAY, kit.languages)


@pytest.mark.parametrize("kit", kits(), ids=lambda kit: kit.name)
def test_terms_and_sessions_keep_their_keys_and_codes(kit: Kit, folder: Path) -> None:
    with a_store(folder, kit) as store:
        again = save_kit(store, folder / "own.toml", "own", DAY).kit
    for kind, name in ((Term, "key"), (Session, "code")):
        first, second = (
            [getattr(one, name) for one in each.records() if isinstance(one, kind)] for each in (kit, again)
        )
        assert sorted(first) == sorted(second)


def test_a_saved_kit_makes_a_consultation_of_its_own(folder: Path) -> None:
    with a_store(folder, kits()[0]) as store:
        save_kit(store, folder / "own.toml", "own", DAY)
        before = store.counts()
        about = store.consultation
    with new_consultation(folder / "again.consult", read_kit(folder / "own.toml"), identity()) as store:
        assert store.counts() == before
        assert store.consultation.title == about.title
        assert (store.consultation.kit, store.consultation.id == about.id) == ("own", False)
        assert store.check().is_sound


def test_nobody_who_took_part_and_nothing_that_was_said_is_in_it(folder: Path) -> None:
    sample = make_sample(folder)
    with Store.open(sample.prepared, identity()) as store:
        merge(store, sample.rooms)
        person = store.all(Person)[0]
        store.save(Contact(id=store.new_id(), person=person.id, telephone="+33 1 23 45 67 89"))
        store.save(
            Partnership(id=store.new_id(), name={"en": "Two towns", "fr": "Deux", "es": "Dos"}, delegates=[person.id])
        )
        names = [each.name for each in store.all(Person)]
        saved = save_kit(store, folder / "own.toml", "own", DAY)
    text = (folder / "own.toml").read_text("utf-8")
    assert [name for name in names if name in text] == []
    assert "+33 1 23" not in text
    kinds = {type(each) for each in saved.kit.records()}
    assert kinds >= {Organisation, Session, Term, Partnership}
    assert not kinds & {Person, Contact}


def test_an_unfinished_consultation_is_saved_as_an_incomplete_kit_and_read_again(folder: Path) -> None:
    with bare(folder) as store:
        store.save(Session(id=store.new_id(), code="ROOM 1"))
        store.save(Session(id=store.new_id(), code="ROOM 1", title={"en": "Second"}, status=SessionStatus.RUNNING))
        store.save(Vocabulary(id=Vocabulary.id_of("colour"), key="colour"))
        store.save(Term(id=store.new_id(), vocabulary="colour", key="sky blue", label={"de": "Himmelblau"}))
        store.save(ProgrammeDay(id=store.new_id()))
        store.save(Evidence(id=store.new_id(), text="A figure", language="en"))
        saved = save_kit(store, folder / "own.toml", "own", DAY)
    assert not saved.kit.entry.complete
    assert saved.left_out == {"day": 1, "evidence": 1}
    assert saved.other_languages == ("de",)
    records = read_kit(folder / "own.toml").records()
    sessions = [each for each in records if isinstance(each, Session)]
    assert sorted(each.code for each in sessions) == ["ROOM-1", "ROOM-1-2"]
    assert {each.status for each in sessions} == {SessionStatus.PLANNED}
    assert [each.key for each in records if isinstance(each, Term)] == ["sky-blue"]


def test_what_the_frame_has_since_this_version_is_saved_too(folder: Path) -> None:
    with bare(folder) as store:
        town = Organisation(id=store.new_id(), name={"en": "A town"})
        old = Term(id=store.new_id(), vocabulary="strand", key="old", label={"en": "Old"}, retired=True)
        new = Term(id=store.new_id(), vocabulary="strand", key="new", label={"en": "New"})
        old.joined = new.id
        study = Reference(id=store.new_id(), title="Study", sort=ReferenceKind.DELIVERABLE, terms={"strand": [old.id]})
        lunch = Session(id=store.new_id(), code="L", recorded=False, places=40, languages=["en", "tr"])
        due = Milestone(id=store.new_id(), title={"en": "Report due"}, month="2024-06", note="to the council")
        pair = Partnership(id=store.new_id(), name={"en": "Pair"}, organisations=[town.id], rank=7)
        store.save_all([town, new, old, study, lunch, due, pair])
        records = save_kit(store, folder / "own.toml", "own", DAY).kit.records()
    by_kind: dict[str, Any] = {each.kind(): each for each in records}
    assert [each.key for each in records if isinstance(each, Term)] == ["new"]
    assert by_kind["reference"].terms == {"strand": [by_kind["term"].id]}
    session = by_kind["session"]
    assert (session.recorded, session.places, session.languages) == (False, 40, ["en", "tr"])
    assert (by_kind["milestone"].month, by_kind["milestone"].note) == ("2024-06", "to the council")
    assert by_kind["partnership"].organisations == [by_kind["organisation"].id]


def test_a_kit_of_ours_lends_its_name_to_nobody(folder: Path) -> None:
    with bare(folder) as store, pytest.raises(WrongUsage, match="has the name"):
        save_kit(store, folder / "own.toml", kits()[0].name, DAY)
    assert not (folder / "own.toml").exists()


def test_what_fits_into_no_kit_is_said_and_nothing_is_written(folder: Path) -> None:
    early, late = datetime(2024, 1, 1, 9, tzinfo=UTC), datetime(2024, 1, 1, 10, tzinfo=UTC)
    (folder / "own.toml").write_text("mine")
    with bare(folder) as store:
        with pytest.raises(ExportRefused, match="is a folder"):
            save_kit(store, folder, "own", DAY)
        store.save(Session(id=store.new_id(), code="A", starts=late, ends=early))
        with pytest.raises(KitRefused, match=r"No kit was made .*sessions\[1\]\.ends.* ends before it starts"):
            save_kit(store, folder / "own.toml", "own", DAY)
    assert (folder / "own.toml").read_text() == "mine"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(words="\"'''\\ \x7f\t\r\n[[sessions]]\n#", other="= 1")
@given(words=WORDS, other=WORDS)
def test_any_words_come_back_as_they_were(words: str, other: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("kit")
    with bare(folder) as store:
        objects: list[Record] = [
            Track(id=store.new_id(), title={"en": words}, description={"en": other}),
            Organisation(id=store.new_id(), name={"en": other}, territory=words),
            Session(id=store.new_id(), code="A", title={"en": words}, questions=[{"en": other}], room=words),
            Reference(id=store.new_id(), title=words, authors=[words, other]),
        ]
        store.save_all(objects)
        saved = save_kit(store, folder / "own.toml", "own", DAY)
    by_kind: dict[str, Any] = {each.kind(): each for each in read_kit(folder / "own.toml").records()}
    assert by_kind["track"].title == {"en": words}
    assert by_kind["track"].description == {"en": other}
    assert by_kind["organisation"].territory == words
    assert (by_kind["session"].room, by_kind["session"].questions) == (words, [{"en": other}])
    assert by_kind["reference"].authors == list(dict.fromkeys([words, other]))
    assert saved.left_out == {}


@pytest.mark.parametrize("kit", kits(), ids=lambda kit: kit.name)
def test_a_recorded_consultation_saved_and_made_again_says_the_same_when_it_is_saved(kit: Kit, folder: Path) -> None:
    made: Sample | KitFiles = make_sample(folder) if kit.name == KIT else make_kit_sample(folder, kit)
    with Store.open(made.prepared, identity()) as store:
        merge(store, made.rooms)
        first = save_kit(store, folder / "first.toml", "own", DAY).kit
    with new_consultation(folder / "next.consult", read_kit(folder / "first.toml"), identity()) as store:
        again = save_kit(store, folder / "second.toml", "own", DAY).kit
    assert said(again.records(), again.consultation()) == said(first.records(), first.consultation())
    assert again.entry.complete is first.entry.complete


def emblem_in(folder: Path, side: int = 9) -> str:
    Image.effect_noise((side, side), 90).convert("RGB").save(folder / "emblem.png")
    return read_emblem(folder / "emblem.png")


def test_emblems_go_along_with_a_kit(folder: Path) -> None:
    emblem = emblem_in(folder)
    with bare(folder) as store:
        store.save(Organisation(id=store.new_id(), name={"en": "A town"}, emblem=emblem))
        store.save(Organisation(id=store.new_id(), name={"en": "A trap"}, emblem="https://example.org/emblem.png"))
        saved = save_kit(store, folder / "own.toml", "own", DAY)
    towns = [each for each in read_kit(folder / "own.toml").records() if isinstance(each, Organisation)]
    assert ([each.emblem for each in towns], saved.emblems_left_out) == ([emblem, ""], 0)


def test_emblems_too_heavy_for_a_kit_are_left_out_and_counted(folder: Path) -> None:
    emblem = emblem_in(folder, side=384)
    many = 5 * 1024 * 1024 // len(emblem)
    with bare(folder) as store:
        store.save_all(
            [Organisation(id=store.new_id(), name={"en": f"Town {at}"}, emblem=emblem) for at in range(many)]
        )
        saved = save_kit(store, folder / "own.toml", "own", DAY)
    assert saved.emblems_left_out == many
    assert len(read_kit(folder / "own.toml").organisations()) == many


def test_a_kit_with_a_picture_that_is_none_is_refused_by_its_line(folder: Path) -> None:
    emblem = emblem_in(folder)
    with bare(folder) as store:
        store.save(Organisation(id=store.new_id(), name={"en": "A town"}, emblem=emblem))
        save_kit(store, folder / "own.toml", "own", DAY)
    text = (folder / "own.toml").read_text("utf-8")
    (folder / "own.toml").write_text(text.replace(emblem, "data:image/svg+xml;base64,PHN2Zy8+"), "utf-8")
    with pytest.raises(KitRefused, match=r"organisations\[1\]\.emblem \(line \d+\): it is no picture"):
        read_kit(folder / "own.toml")
