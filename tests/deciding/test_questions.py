"""Conflicts as questions: what each is about, who answered what, in the order of the programme."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from consultation.deciding.around import said_about
from consultation.deciding.questions import Question, question, questions, queue
from consultation.language import translator
from consultation.merging import merge
from consultation.model import (
    Intervention,
    Lesson,
    Person,
    Recommendation,
    RecommendationStatus,
    Record,
    Reservation,
    Support,
    fingerprint,
    texts_of,
    translation,
)
from consultation.store import Store
from tests.builders import START_MS, Watch, a_recommendation, a_session, a_store, handed_to, identity

EN = translator("en")
Edit = Callable[[Store], object]


def merged(store: Store, watch: Watch, *edits: tuple[str, Edit]) -> list[Question]:
    """Let each of these people change a copy of the file, a minute after one another, and merge them all."""
    paths = []
    for who, _ in edits:
        handed_to(store, who, watch).close()
    for who, edit in edits:
        watch.forward(60_000)
        path = store.path.with_name(f"{who.lower()}.consult")
        with Store.open(path, identity(who), watch.clock()) as theirs:
            edit(theirs)
        paths.append(path)
    merge(store, paths)
    return questions(store, EN)


MORNINGS = (datetime(2021, 10, 5, 9, tzinfo=UTC), datetime(2021, 10, 6, 9, tzinfo=UTC))


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path, watch: Watch):
    with a_store(tmp_path, watch=watch) as made:
        yield made


def setting(record: Record, **values: Any) -> Edit:
    return lambda theirs: theirs.change(theirs.get(type(record), record.id), **values)


def test_a_conflict_is_put_with_who_said_what_and_when(store: Store, watch: Watch):
    session = a_session(store, "S1", title={"en": "Water"})
    one = a_recommendation(store, "Open the wells.", session=session.id)
    (question,) = merged(
        store, watch, ("Ben", setting(one, text="Open all wells.")), ("Eve", setting(one, text="Open no wells."))
    )
    assert (question.kind_words, question.field_words, question.session) == ("Recommendation", "Wording", "Water")
    assert question.gist == "Open no wells."
    assert question.key == (one.id, "text")
    assert [(answer.text, answer.shown) for answer in question.answers] == [
        ("Open all wells.", False),
        ("Open no wells.", True),
    ]
    assert [answer.when for answer in question.answers] == [
        datetime.fromtimestamp(START_MS / 1000 + after, UTC) for after in (60, 120)
    ]
    assert [[piece.text for piece in answer.pieces if piece.differs] for answer in question.answers] == [
        ["all"],
        ["no"],
    ]


def test_people_who_say_the_same_give_one_answer(store: Store, watch: Watch):
    for who in ("Ben", "Eve", "Zoe"):
        store.save(Person(id=identity(who).author, name=who))
    one = a_recommendation(store)
    edits = [(who, setting(one, status=status)) for who, status in (
        ("Ben", RecommendationStatus.ADOPTED),
        ("Eve", RecommendationStatus.SET_ASIDE),
        ("Zoe", RecommendationStatus.ADOPTED),
    )]  # fmt: skip
    (question,) = merged(store, watch, *edits)
    assert [(answer.text, answer.who, answer.shown) for answer in question.answers] == [
        ("Set aside", ("Eve",), False),
        ("Adopted", ("Ben", "Zoe"), True),
    ]
    assert question.rewordable == "", "a fixed choice is chosen, not written"


def test_deleting_against_editing_is_a_question_of_its_own(store: Store, watch: Watch):
    one = a_recommendation(store)
    asked = merged(store, watch, ("Ben", lambda theirs: theirs.delete(one)), ("Eve", setting(one, rationale="Thrice.")))
    (question,) = [each for each in asked if each.is_deletion]
    assert [(answer.value, answer.text) for answer in question.answers] == [(True, "Deleted"), (False, "Kept")]
    assert question.rewordable == ""


def test_questions_stand_in_the_order_of_the_programme(store: Store, watch: Watch):
    def at(hour: int) -> datetime:
        return datetime(2021, 10, 5, hour, tzinfo=UTC)

    late, early = a_session(store, "A", title={"en": "A"}, starts=at(15)), a_session(store, "Z", starts=at(9))
    second, first = (a_recommendation(store, session=session.id) for session in (late, early))
    counted = Support(id=store.new_id(), recommendation=first.id, in_favour=1)
    loose = Lesson(id=store.new_id(), text="Begin with the map.")
    for made in (counted, loose):
        store.save(made)

    def edits(word: str, number: int) -> Edit:
        def edit(theirs: Store) -> None:
            for record in (second, first, loose):
                setting(record, text=word)(theirs)
            setting(counted, in_favour=number)(theirs)
            setting(early, room=word)(theirs)
            setting(store.consultation, host={"en": word})(theirs)

        return edit

    asked = merged(store, watch, ("Ben", edits("one", 2)), ("Eve", edits("two", 3)))
    assert [(each.record.kind(), each.session) for each in asked] == [
        ("consultation", ""),
        ("lesson", ""),
        ("session", ""),
        ("recommendation", "Z"),
        ("support", "Z"),
        ("recommendation", "A"),
    ]


def test_another_wording_can_be_written_of_text_and_begins_with_what_is_shown(store: Store, watch: Watch):
    one = a_recommendation(store)
    (question,) = merged(store, watch, ("Ben", setting(one, text="One.")), ("Eve", setting(one, text="Two.")))
    assert (question.rewordable, question.wording()) == ("text", "Two.")
    assert question.reworded("Both.", identity("Ada").author) == "Both."


def test_of_a_text_in_several_languages_the_one_that_differs_can_be_written_anew(store: Store, watch: Watch):
    session = a_session(store, title={"en": "Water", "fr": "Eau"})
    (question,) = merged(
        store,
        watch,
        ("Ben", setting(session, title={"en": "Water", "fr": "L’eau"})),
        ("Eve", setting(session, title={"en": "Water", "fr": "Les eaux"})),
    )
    assert (question.rewordable, question.wording()) == ("fr", "Les eaux")
    assert question.reworded("De l’eau", identity("Ada").author) == {"en": "Water", "fr": "De l’eau"}


def test_of_two_languages_that_differ_one_is_chosen_and_none_written(store: Store, watch: Watch):
    session = a_session(store, title={"en": "Water", "fr": "Eau"})
    (question,) = merged(
        store,
        watch,
        ("Ben", setting(session, title={"en": "Wells", "fr": "Puits"})),
        ("Eve", setting(session, title={"en": "Rain", "fr": "Pluie"})),
    )
    assert question.rewordable == ""
    assert question.answers[0].text == "English: Wells\nFrench: Puits"


def test_a_translation_written_anew_says_by_whom_and_of_which_words(store: Store, watch: Watch):
    one = a_recommendation(store, "Open the wells.")

    def translated(text: str) -> Edit:
        return setting(one, translations={"fr": translation(text, of="Open the wells.")})

    (question,) = merged(store, watch, ("Ben", translated("Ouvrir.")), ("Eve", translated("Ouvrez.")))
    assert (question.rewordable, question.wording()) == ("fr", "Ouvrez.")
    ada = identity("Ada").author
    written = question.reworded("Ouvrir les puits.", ada)
    assert texts_of(written) == {"fr": "Ouvrir les puits."}
    assert (written["fr"]["by"], written["fr"]["of"]) == (str(ada), fingerprint("Open the wells."))
    store.resolve(Recommendation, one.id, "translations", written)
    assert questions(store, EN) == []


@pytest.mark.parametrize(
    ("make", "name", "values"),
    [
        (lambda store: a_session(store), "month", ("2021-05", "2021-06")),
        (lambda store: a_recommendation(store), "language", ("fr", "es")),
        (lambda store: a_recommendation(store), "addressees", None),
        (
            lambda store: a_session(store),
            "starts",
            (datetime(2021, 10, 5, tzinfo=UTC), datetime(2021, 10, 6, tzinfo=UTC)),
        ),
    ],
    ids=["month", "language", "list", "moment"],
)
def test_what_is_no_wording_is_chosen_and_not_written(
    store: Store, watch: Watch, make: Callable[[Store], Record], name: str, values: tuple[Any, Any] | None
):
    record = make(store)
    one, other = values or ([store.new_id()], [store.new_id()])
    (question,) = merged(
        store, watch, ("Ben", setting(record, **{name: one})), ("Eve", setting(record, **{name: other}))
    )
    assert question.rewordable == ""


def test_a_file_without_conflicts_asks_nothing(store: Store):
    session = a_session(store)
    store.save(Intervention(id=store.new_id(), session=session.id, text="We need wells."))
    assert questions(store, EN) == []


def test_a_conflict_says_what_stood_before_and_marks_only_what_is_otherwise(store: Store, watch: Watch):
    one = a_recommendation(store, "Open the wells at night.")
    (asked,) = merged(
        store,
        watch,
        ("Ben", setting(one, text="Open the wells at noon.")),
        ("Eve", setting(one, text="Open our wells at night.")),
    )
    assert asked.before is not None
    assert (asked.before.text, asked.before.who) == ("Open the wells at night.", "Ada")
    assert [[piece.text for piece in answer.pieces if piece.differs] for answer in asked.answers] == [["noon"], ["our"]]


def test_an_answer_names_the_file_it_came_with(store: Store, watch: Watch):
    one = a_recommendation(store)
    (asked,) = merged(store, watch, ("Ben", setting(one, text="One.")), ("Eve", setting(one, text="Two.")))
    assert [answer.files for answer in asked.answers] == [("ben.consult",), ("eve.consult",)]


def test_a_wording_says_what_hangs_on_it(store: Store, watch: Watch):
    one = a_recommendation(store, "Open the wells.", translations={"fr": translation("Ouvrir.", of="Two.")})
    store.save(
        Support(id=store.new_id(), recommendation=one.id, in_favour=21, against=1, counted_on=fingerprint("One."))
    )
    (asked,) = merged(store, watch, ("Ben", setting(one, text="One.")), ("Eve", setting(one, text="Two.")))
    first, second = (answer.hanging for answer in asked.answers)
    assert first is not None
    assert second is not None
    assert first.counted is not None
    assert (first.counted.in_favour, first.following, first.behind) == (21, (), ("fr",))
    assert (second.counted, second.following, second.behind) == (None, ("fr",), ())


def test_what_both_have_changed_is_put_together_where_neither_touched_the_others_sentence(store: Store, watch: Watch):
    one = a_recommendation(store, "Open the wells. Say so in public.")
    (asked,) = merged(
        store,
        watch,
        ("Ben", setting(one, text="Open all wells. Say so in public.")),
        ("Eve", setting(one, text="Open the wells. Say so on the square.")),
    )
    assert asked.both_together() == "Open all wells. Say so on the square."


def test_two_changes_of_one_sentence_are_not_put_together(store: Store, watch: Watch):
    one = a_recommendation(store, "Open the wells.")
    (asked,) = merged(store, watch, ("Ben", setting(one, text="Open all.")), ("Eve", setting(one, text="Open none.")))
    assert asked.both_together() == ""
    assert (asked.wording(0), asked.wording(1)) == ("Open all.", "Open none.")


def test_what_was_said_about_a_recommendation_is_told_with_the_reservations(store: Store):
    session = a_session(store)
    said = Intervention(id=store.new_id(), session=session.id, text="We need wells.")
    store.save(said)
    one = a_recommendation(store, interventions=[said.id])
    store.save(Reservation(id=store.new_id(), recommendation=one.id, who="Two mayors", text="Too soon."))
    assert [(each.text, each.who, each.is_reservation) for each in said_about(store, one)] == [
        ("We need wells.", "", False),
        ("Too soon.", "Two mayors", True),
    ]


def test_listing_what_waits_asks_the_file_as_often_for_many_as_for_few(store: Store, watch: Watch):
    many = [a_recommendation(store, f"Recommendation {number}.") for number in range(40)]

    def edits(word: str, those: list[Recommendation]) -> Edit:
        return lambda theirs: [setting(each, text=word)(theirs) for each in those] and None

    def asked() -> tuple[int, int]:
        statements: list[str] = []
        connection = store._engine.connection
        connection.set_trace_callback(statements.append)
        waiting = queue(store)
        connection.set_trace_callback(None)
        return len(waiting), len(statements)

    merged(store, watch, ("Ben", edits("One.", many[:1])), ("Eve", edits("Two.", many[:1])))
    few = asked()
    merged(store, watch, ("Ida", edits("One.", many[1:])), ("Uwe", edits("Two.", many[1:])))
    assert (few[0], asked()) == (1, (40, few[1]))


def test_what_has_been_decided_meanwhile_is_no_question(store: Store, watch: Watch):
    one = a_recommendation(store)
    merged(store, watch, ("Ben", setting(one, text="One.")), ("Eve", setting(one, text="Two.")))
    (waiting,) = queue(store)
    store.resolve(Recommendation, one.id, "text", "One.")
    assert question(store, waiting, EN) is None
