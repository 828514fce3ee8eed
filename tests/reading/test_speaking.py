"""How often each person spoke in a session, kept up as lines are written, taken back, given to others and moved."""

from __future__ import annotations

from pathlib import Path

from consultation.model import Intervention, Person
from consultation.reading.speaking import TimesSpoken
from consultation.reading.timeline import times_spoken
from tests.builders import a_session, a_store


def test_the_count_that_is_kept_up_is_that_of_a_fresh_look(folder: Path) -> None:
    with a_store(folder) as store:
        here, elsewhere = a_session(store, "S1"), a_session(store, "S2")
        people = [Person(id=store.new_id(), name=name) for name in ("Ada", "Ben")]
        store.save_all(people)
        ada, ben = (person.id for person in people)
        kept = TimesSpoken(store, here.id)

        def agrees(*written: Intervention) -> bool:
            kept.take({each.id for each in written})
            fresh = times_spoken(store, here.id)
            return {person.id: kept.of(person.id) for person in people} == {
                person.id: fresh.get(person.id, 0) for person in people
            }

        said = [Intervention(id=store.new_id(), session=here.id, person=who, text="Words.") for who in (ada, ada, ben)]
        store.save_all(said)
        assert agrees(*said)
        assert (kept.of(ada), kept.of(ben)) == (2, 1)
        store.change(said[0], person=ben)
        assert agrees(said[0])
        store.delete(said[1])
        assert agrees(said[1])
        store.change(said[2], session=elsewhere.id)
        assert agrees(said[2])
        store.change(said[0], person=None)
        assert agrees(said[0])
        assert (kept.of(ada), kept.of(ben)) == (0, 0)
