"""Any people, any clocks, any order: nothing that was written is lost, and all come to the same.

Hypothesis lets several people work on copies of one file and merge as they like. What each file should say is
worked out a second time, slowly, from the plain rows of the table of revisions.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from random import Random
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from consultation.deciding import judging
from consultation.deciding.alike import Alike
from consultation.deciding.judged import read_judged
from consultation.deciding.settling import settle_by_itself
from consultation.matching import Band, Pair, PairKind
from consultation.merging import merge, trial
from consultation.model import KINDS, Decision, Lesson, Recommendation, RecommendationSet, Session, Verdict, translation
from consultation.store import Store, Written
from consultation.store.checks import screen
from tests.builders import (
    DAY_MS,
    HOUR_MS,
    THOROUGH,
    YEAR_MS,
    Watch,
    a_lesson,
    a_recommendation,
    a_store,
    handed_to,
    identity,
    many_examples,
    rows_of,
)
from tests.merging.slow_fold import say_the_same

PEOPLE = ("Ada", "Ben", "Eve", "Zoë")
SKEWS = (0, HOUR_MS, -YEAR_MS, 200 * YEAR_MS)
"""How wrong each person's watch is."""

WORDS = ("Water. Bread.", "Wells. Bread.", "Water. Land.", "Bread.")
PLANET, PEOPLE_STRAND = UUID(int=1), UUID(int=2)
FIELDS = {
    Recommendation: {
        "text": st.sampled_from(WORDS),
        "rationale": st.sampled_from(("", *WORDS)),
        "set": st.sampled_from(RecommendationSet),
        "translations": st.sampled_from(
            (
                {},
                {"fr": translation("Eau. Pain.", WORDS[0], by=UUID(int=3))},
                {"fr": translation("Puits. Pain.", WORDS[0], by=UUID(int=4))},
                {"fr": translation("Eau. Terre.", WORDS[0])},
                {"fr": translation("Eau. Terre.", WORDS[2])},
            )
        ),
        "terms": st.sampled_from(({}, {"strand": [PLANET]}, {"strand": [PEOPLE_STRAND], "goal": [PLANET]})),
    },
    Lesson: {"text": st.sampled_from(WORDS), "rank": st.integers(0, 2)},
    Session: {
        "code": st.sampled_from(("S1", "S2")),
        "title": st.sampled_from(({}, {"en": "Wells"}, {"en": "Wells. Land."})),
    },
}

VERDICTS = {
    Decision.SAME: lambda store, alike: judging.say_same(store, alike.members, alike.members[0]),
    Decision.DIFFERENT: judging.say_different,
    Decision.CONTRADICT: judging.say_contradict,
    Decision.PART_OF: lambda store, alike: judging.say_part(store, alike.members[:1], alike.members[1]),
}

people = st.integers(0, len(PEOPLE) - 1)


class People(RuleBasedStateMachine):
    """Some people with a copy each."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="consultation-test-"))
        self.stores: list[Store] = []
        self.watches = [Watch() for _ in PEOPLE]
        self.written: list[list[Written]] = [[] for _ in PEOPLE]
        self.known: list[set[bytes]] = [set() for _ in PEOPLE]
        self.all_ever: dict[bytes, tuple[object, ...]] = {}
        self.touched: set[int] = set()
        self.erased: set[bytes] = set()
        self.judged: set[tuple[UUID, UUID]] = set()
        self.taken_back: set[UUID] = set()

    @initialize()
    def hand_out(self):
        chances = [Random(number).randbytes for number in range(len(PEOPLE))]
        start = a_store(self.folder, watch=self.watches[0], entropy=chances[0])
        for _ in range(3):
            a_recommendation(start, WORDS[0])
        a_lesson(start, WORDS[0])
        self.stores = [start]
        for who, watch, chance in list(zip(PEOPLE, self.watches, chances, strict=True))[1:]:
            self.stores.append(handed_to(start, who, watch, entropy=chance))
        for watch, skew in zip(self.watches, SKEWS, strict=True):
            watch.forward(skew)
        self.touched = set(range(len(PEOPLE)))

    def wrote(self, person: int, written: Written) -> None:
        self.touched.add(person)
        if written:
            self.written[person].append(written)

    def some_record(self, data: st.DataObject, person: int, deleted: bool):
        store = self.stores[person]
        found = [one for kind in FIELDS for one in store.all(kind, deleted=True) if one.deleted == deleted]
        return data.draw(st.sampled_from(sorted(found, key=lambda one: one.id))) if found else None

    @rule(person=people, kind=st.sampled_from(tuple(FIELDS)), data=st.data())
    def create(self, person, kind, data):
        store = self.stores[person]
        values = {name: data.draw(field) for name, field in FIELDS[kind].items()}
        self.wrote(person, store.save(kind(id=store.new_id(), **values)))

    @rule(person=people, data=st.data(), how_many=st.integers(1, 2))
    def edit(self, person, data, how_many):
        record = self.some_record(data, person, deleted=False)
        if record is not None:
            fields = FIELDS[type(record)]
            names = data.draw(st.lists(st.sampled_from(sorted(fields)), min_size=how_many, max_size=2, unique=True))
            values = {name: data.draw(fields[name]) for name in names}
            self.wrote(person, self.stores[person].change(record, **values))

    @rule(person=people, data=st.data())
    def edit_the_first_record(self, person, data):
        """Everybody works on one record: that is where the conflicts are."""
        record = self.stores[person].all(Recommendation, deleted=True)[0]
        self.wrote(person, self.stores[person].change(record, text=data.draw(st.sampled_from(WORDS))))

    @rule(person=people, data=st.data())
    def delete(self, person, data):
        record = self.some_record(data, person, deleted=False)
        if record is not None:
            self.wrote(person, self.stores[person].delete(record))

    @rule(person=people, data=st.data())
    def restore(self, person, data):
        record = self.some_record(data, person, deleted=True)
        if record is not None:
            self.wrote(person, self.stores[person].restore(record))

    @precondition(lambda self: THOROUGH or len(self.erased) < 2)
    @rule(person=people, data=st.data())
    def erase(self, person, data):
        record = self.some_record(data, person, deleted=False)
        if record is not None and not isinstance(record, Session):
            store = self.stores[person]
            written = store.erase(record, ["text"], "asked for")
            self.touched.add(person)
            for row in rows_of(store.path):
                if row["body"] is None:
                    self.erased.add(row["id"])
            assert store.get(type(record), record.id).text == ""
            assert not store.erase(record, ["text"], "asked for") or not written

    @precondition(lambda self: any(self.written))
    @rule(person=people)
    def undo(self, person):
        if self.written[person]:
            undone = self.stores[person].undo(self.written[person].pop())
            self.taken_back |= undone.records
            self.wrote(person, undone)

    @rule(person=people, data=st.data())
    def put_back(self, person, data):
        record = self.some_record(data, person, deleted=False)
        if record is not None:
            changes = self.stores[person].history(record)
            change = data.draw(st.sampled_from(changes))
            self.wrote(person, self.stores[person].restore_to(record, change.revision))

    @rule(person=people, data=st.data())
    def decide(self, person, data):
        conflicts = self.stores[person].conflicts()
        if conflicts:
            conflict = data.draw(st.sampled_from(conflicts))
            option = data.draw(st.sampled_from(conflict.options))
            self.wrote(
                person, self.stores[person].resolve(KINDS[conflict.kind], conflict.record, conflict.field, option.value)
            )
            left = {(one.record, one.field) for one in self.stores[person].conflicts()}
            assert (conflict.record, conflict.field) not in left

    @rule(person=people, decision=st.sampled_from(tuple(VERDICTS)), data=st.data())
    def judge(self, person, decision, data):
        """Say what two recommendations are to each other; no word of theirs is touched."""
        store = self.stores[person]
        before = [each.model_dump() for each in store.all(Recommendation, deleted=True)]
        pair = tuple(data.draw(st.permutations(sorted(each["id"] for each in before)))[:2])
        found = Pair(*pair, 0.9, Band.SURE, PairKind.SAME, ())
        self.wrote(person, VERDICTS[decision](store, Alike(pair, (found,))))
        self.judged.add(pair)
        assert read_judged(store).is_settled(*pair)
        assert [each.model_dump() for each in store.all(Recommendation, deleted=True)] == before

    @rule(person=people, data=st.data())
    def take_out(self, person, data):
        """Take a recommendation out of its group, if it is in one."""
        store = self.stores[person]
        member = data.draw(st.sampled_from(store.all(Recommendation, deleted=True))).id
        self.wrote(person, judging.take_out(store, member))

    @rule(person=people)
    def settle(self, person):
        """What needs nobody is put together; doing it again changes nothing."""
        store = self.stores[person]
        self.wrote(person, settle_by_itself(store))
        digest = store.digest()
        assert not settle_by_itself(store)
        assert store.digest() == digest

    @rule(person=people, of=st.lists(people, min_size=1, max_size=5), foreseen=st.booleans())
    def merge(self, person, of, foreseen):
        """Merge some others, one of them perhaps several times."""
        paths = [self.stores[other].path for other in of if other != person]
        said = [one.contribution for one in trial(self.stores[person], paths)] if foreseen else None
        brought = merge(self.stores[person], paths)
        assert said in (None, brought)
        assert all(one.brings_nothing for one in merge(self.stores[person], paths))
        self.touched.add(person)

    @rule(person=people, forward=st.sampled_from([1, HOUR_MS, -HOUR_MS, DAY_MS * 3]))
    def time_goes_by(self, person, forward):
        self.watches[person].forward(forward)

    @invariant()
    def nothing_is_lost_and_the_conflicts_are_the_true_ones(self):
        for person in sorted(self.touched):
            store = self.stores[person]
            rows = rows_of(store.path)
            ids = {row["id"] for row in rows}
            assert self.known[person] <= ids
            self.known[person] = ids
            for row in rows:
                gone = row["id"] in self.erased
                kept = tuple(value for name, value in row.items() if not gone or name not in ("salt", "body"))
                if gone:
                    self.all_ever.pop(row["id"], None) if len(self.all_ever.get(row["id"], ())) > len(kept) else None
                    if row["body"] is not None:
                        continue  # this copy has not heard of the erasure yet
                assert self.all_ever.setdefault(row["id"], kept) == kept
            say_the_same(store, rows)
            assert store.check().is_sound
        self.touched.clear()

    def teardown(self) -> None:
        try:
            if self.stores:
                self.everyone_merges_everyone()
        finally:
            for store in self.stores:
                store.close()
            shutil.rmtree(self.folder)

    def everyone_merges_everyone(self) -> None:
        paths = [store.path for store in self.stores]
        for person, store in enumerate(self.stores):
            others = paths[:person] + paths[person + 1 :]
            merge(store, others if person % 2 else others[::-1])
        ever = {row["id"] for store in self.stores for row in rows_of(store.path)}
        assert ever == set(self.all_ever)
        for store in self.stores:
            assert {row["id"] for row in rows_of(store.path)} == ever
        first = self.stores[0]
        assert {store.digest() for store in self.stores} == {first.digest()}
        shown = screen(first._engine)
        assert all(screen(store._engine) == shown for store in self.stores)
        with Store.create(self.folder / "fresh.consult", identity("Somebody")) as fresh:
            merge(fresh, paths)
            assert fresh.digest() == first.digest()
            assert screen(fresh._engine) == shown
            assert fresh.check(rebuild=True).is_sound
            assert screen(fresh._engine) == shown
            say_the_same(fresh, rows_of(fresh.path))
        self.nothing_is_asked_again()

    def nothing_is_asked_again(self) -> None:
        """What was judged stays so, and each settling what needs nobody comes to the same file, to the byte."""
        for pair in self.judged:
            if Verdict.on(*pair, Decision.SAME).id not in self.taken_back:
                assert all(read_judged(store).is_settled(*pair) for store in self.stores)
        first, second, *others = self.stores
        kept = a_recommendation(first, WORDS[0])
        merge(second, [first.path])
        first.change(kept, text=WORDS[1])
        second.change(kept, text=WORDS[2])
        merge(first, [second.path])
        for store in (second, *others):
            merge(store, [first.path])
        for store in self.stores:
            assert settle_by_itself(store)
            assert not settle_by_itself(store)
        assert {store.digest() for store in self.stores} == {first.digest()}
        assert all(screen(store._engine) == screen(first._engine) for store in self.stores)
        say_the_same(first, rows_of(first.path))


TestPeople = People.TestCase
TestPeople.settings = many_examples(15, thorough=200, stateful_step_count=60 if THOROUGH else 30)
