"""What commands say of a file and of a merge: every kind counted, and what deserves a second look aside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from consultation.cli.reply import Reply
from consultation.cli.telling import tell_contents, tell_merge
from consultation.errors import OtherConsultation, SourceRefused
from consultation.language import WINDOW_LANGUAGES, translator
from consultation.merging import Contribution, account_of
from consultation.model import KINDS, Handover, Person, Session
from consultation.store import Store
from consultation.words import PLURALS, counted
from tests.builders import a_session, a_store, forged, with_sql
from tests.cli.terminal import Terminal

T = translator("en")


def told(store: Store, *brought: Contribution, dry_run: bool = False) -> Reply:
    return tell_merge(store, [account_of(store, one) for one in brought], dry_run, T)


def brought(name: str = "room.consult", **values: Any) -> Contribution:
    return Contribution(Path(name), revisions=1, **values)


def test_info_counts_every_kind_in_json_and_those_there_are_in_words(terminal: Terminal) -> None:
    path = terminal.a_file()
    with terminal.opened(path) as store:
        store.save(Handover(id=store.new_id(), what="The declaration"))
    about = terminal.data("info", path)
    assert list(about["counts"]) == [PLURALS[kind] for kind in KINDS]
    assert about["counts"]["handovers"] == 1
    assert about["unread"] == 0
    there = [kind for kind in KINDS if about["counts"][PLURALS[kind]] and kind != "consultation"]
    told = T.listed(counted(T, kind, about["counts"][PLURALS[kind]]) for kind in there)
    assert terminal.done("info", path).out.splitlines()[1] == told
    assert "1 handover" in told


def test_info_says_how_many_entries_need_a_newer_version(terminal: Terminal) -> None:
    path = with_sql(terminal.a_file(), forged({"deleted": False, "glow": 3}, kind="hologram").inserted())
    terminal("check", path, "--rebuild")
    assert terminal.data("info", path)["unread"] == 1
    assert "1 entry needs a newer version of the program" in terminal.done("info", path).out


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
def test_a_file_can_be_told_in_every_language(folder: Path, language: str) -> None:
    with a_store(folder) as store:
        a_session(store, "D2-WATER", title={"en": "Water"})
        lines = tell_contents(store, translator(language)).lines
    assert lines[0] == "Water for all"
    assert "D2-WATER" in lines[-1]


@pytest.fixture
def store(folder: Path):
    with a_store(folder) as made:
        yield made


def test_what_deserves_a_second_look_is_said_aside_with_the_name_of_the_file(store: Store) -> None:
    ada = Person(id=store.new_id(), name="Ada")
    store.save(ada)
    reply = told(store, brought(created={"lesson": 1}, consent={ada.id: True}, wrong_clock=2))
    assert reply.lines == ["room.consult", "  New: 1 lesson learned.", "0 conflicts to decide"]
    assert len(reply.remarks) == 2
    assert all(remark.startswith("“room.consult”: ") for remark in reply.remarks)
    assert reply.data["sources"][0]["consent"] == [{"person": str(ada.id), "name": "Ada"}]
    assert reply.code == 0


def test_a_refused_file_is_a_sentence_aside_and_exit_code_1_and_the_others_are_told(store: Store) -> None:
    refusal = SourceRefused("“{name}” is a picture.", name="photo.png")
    reply = told(store, brought("photo.png", refusal=refusal), brought(created={"lesson": 1}))
    assert reply.code == 1
    assert reply.remarks == ["“photo.png” is a picture."]
    assert reply.lines[:2] == ["room.consult", "  New: 1 lesson learned."]
    assert [source["refusal"] for source in reply.data["sources"]] == ["“photo.png” is a picture.", None]


def test_where_every_file_is_refused_there_is_nothing_but_why(store: Store) -> None:
    picture = SourceRefused("“{name}” is a picture.", name="photo.png")
    other = OtherConsultation("“{name}” is of another consultation.", name="roads.consult")
    reply = told(store, brought("photo.png", refusal=picture), brought("roads.consult", refusal=other))
    assert (reply.code, reply.lines, reply.data) == (1, [], {})
    assert reply.remarks == [
        "“photo.png” is a picture.",
        "“roads.consult” is of another consultation.",
        "With --other-consultation it is taken in.",
    ]


def test_deletions_are_told_and_counted(store: Store) -> None:
    reply = told(store, brought(deleted={"recommendation": 30}, changed={"recommendation": 30}), dry_run=True)
    assert "  Deleted: 30 recommendations. They can be brought back." in reply.lines
    assert reply.data["sources"][0]["deleted"] == {"recommendations": 30}
    assert reply.lines[-1] == "Nothing was changed: this is what would come in."


def test_sessions_are_named_by_title_or_code_in_the_order_of_the_programme(store: Store) -> None:
    later = a_session(store, "B", title={"en": "Roads"}, month="2021-06")
    earlier = a_session(store, "C", month="2021-05")
    reply = told(store, brought(sessions=(later.id, earlier.id, Session(code="X").id)))
    assert "  From “C” and “Roads”." in reply.lines
    assert reply.data["sources"][0]["sessions"] == ["B", "C"]
