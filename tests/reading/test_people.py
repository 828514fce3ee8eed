"""Who is in a session, and who may be named: in doubt, nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.composing import declaration
from consultation.drafting import draft_declaration
from consultation.language import translator
from consultation.merging import merge
from consultation.model import Intervention, Person, Reservation, Role, RoleKind
from consultation.reading.material import gather
from consultation.reading.people import (
    known_as,
    matching,
    may_be_named,
    people_of,
    split_name,
    who_could_speak,
    who_may_be_named,
)
from consultation.store import Store
from tests.builders import a_session, a_store, handed_to
from tests.drafting.rooms import a_room, asked


def a_person(store: Store, name: str, consent: bool = True, **values: object) -> Person:
    made = Person(id=store.new_id(), name=name, consent=consent, **values)
    store.save(made)
    return made


def two_rooms(folder: Path, here: dict[str, object], there: dict[str, object], consent: bool = False) -> tuple:
    """One person, whom two people change without knowing of each other, and the merged file."""
    store = a_store(folder)
    person = a_person(store, "Amina Benali", consent)
    with handed_to(store, "Ben") as bens:
        bens.change(person, **there)
    store.change(person, **here)
    merge(store, [folder / "ben.consult"])
    return store, person


def test_a_person_is_named_who_agreed_to_it(tmp_path: Path):
    with a_store(tmp_path) as store:
        agreed, not_asked = a_person(store, "Amina Benali"), a_person(store, "Jorge Paz", consent=False)
        named = who_may_be_named(store)
        assert named.name_of(agreed.id) == "Amina Benali"
        assert named.name_of(not_asked.id) == ""
        assert named.name_of(None) == ""


@pytest.mark.parametrize("later", [True, False])
def test_a_conflict_about_consent_counts_as_no_whoever_was_later(tmp_path: Path, later: bool):
    store = a_store(tmp_path)
    person = a_person(store, "Amina Benali", consent=False)
    with handed_to(store, "Ben") as bens:
        bens.change(person, consent=True)
        bens.change(person, consent=not later)
    store.change(person, consent=True)
    store.change(person, consent=later)
    merge(store, [tmp_path / "ben.consult"])
    assert [one.field for one in store.conflicts()] == ["consent"]
    named = who_may_be_named(store)
    assert named.name_of(person.id) == ""
    assert named.typed("Amina Benali") == ""
    store.resolve(Person, person.id, "consent", True)
    assert who_may_be_named(store).name_of(person.id) == "Amina Benali"
    store.close()


def test_a_conflict_about_anything_else_hides_nobody(tmp_path: Path):
    store, person = two_rooms(tmp_path, {"title": "Mayor"}, {"title": "Deputy mayor"}, consent=True)
    assert [one.field for one in store.conflicts()] == ["title"]
    assert who_may_be_named(store).name_of(person.id) == "Amina Benali"
    store.close()


def test_a_name_in_conflict_is_hidden_in_both_its_forms(tmp_path: Path):
    store, _ = two_rooms(tmp_path, {"name": "Amina Haddad"}, {"name": "Amina Benali-Haddad"})
    named = who_may_be_named(store)
    assert named.typed("Amina Haddad") == named.typed("Amina Benali Haddad") == ""
    store.close()


def test_somebody_deleted_is_not_named_and_neither_is_the_name_typed(tmp_path: Path):
    with a_store(tmp_path) as store:
        person = a_person(store, "Amina Benali")
        store.delete(person)
        named = who_may_be_named(store)
        assert named.name_of(person.id) == named.typed("Amina Benali") == ""


@pytest.mark.parametrize(
    "typed",
    [
        "Hélène Marquandier",
        "helene   MARQUANDIER",
        "He\u0301le\u0300ne\nMarquandier",
        "Marquandier, Hélène",
        "Mme Hélène Marquandier, mayor, and two others",
        "HélèneMarquandier",
        "Hélène Mar\u00adquandier",
        "the office of Hélène Marquandier’s deputy",
    ],
)
def test_typed_words_do_not_name_who_may_not_be_named(typed: str):
    hidden = may_be_named([Person(name="Hélène Marquandier")], [])
    assert hidden.typed(typed) == ""
    assert may_be_named([Person(name="Hélène Marquandier", consent=True)], []).typed(typed) == typed


@pytest.mark.parametrize("typed", ["", "two mayors of the coast", "Hélène of Sucre", "Marquandier's street", "Banana"])
def test_other_typed_words_are_printed_as_they_are(typed: str):
    assert may_be_named([Person(name="Hélène Marquandier"), Person(name="Ana")], []).typed(typed) == typed


def test_characters_that_are_not_seen_uncover_nobody():
    assert may_be_named([Person(name="Ana")], []).typed("A\u200bn\u00ada and others") == ""


def test_of_two_people_of_one_name_the_one_who_did_not_agree_decides_what_is_typed():
    one, other = Person(name="Ana Ruiz", consent=True), Person(name="Ana Ruiz")
    named = may_be_named([one, other], [])
    assert named.name_of(one.id) == "Ana Ruiz"
    assert named.typed("ana ruiz") == ""


def test_names_in_scripts_that_run_words_together_are_found_inside_others():
    named = may_be_named([Person(name="王小明"), Person(name="أحمد")], [])
    assert named.typed("市长王小明先生") == named.typed("وأحمد") == ""
    assert named.typed("市长") == "市长"


def test_words_typed_beside_somebody_who_may_not_be_named_are_not_printed():
    agreed, not_asked = Person(name="Amina Benali", consent=True), Person(name="Jorge Paz")
    named = may_be_named([agreed, not_asked], [])
    assert named.who(agreed.id, "the mayor") == "Amina Benali"
    assert named.who(not_asked.id, "the mayor of Sucre") == ""
    assert named.who(None, "a mayor") == "a mayor"


def test_what_is_not_attributable_is_attributed_nowhere_even_with_consent(tmp_path: Path):
    store = a_store(tmp_path)
    session, person = a_session(store), a_person(store, "Amina Benali")
    said, quiet, disputed = (
        Intervention(id=store.new_id(), session=session.id, person=person.id, text="We need wells.", attributable=told)
        for told in (True, False, True)
    )
    for one in (said, quiet, disputed):
        store.save(one)
    with handed_to(store, "Ben") as bens:
        bens.change(disputed, attributable=False)
        bens.change(disputed, attributable=True)
        bens.change(disputed, attributable=False)
    store.change(disputed, attributable=False)
    store.change(disputed, attributable=True)
    merge(store, [tmp_path / "ben.consult"])
    named = who_may_be_named(store)
    shown = {one.id: named.said_by(one) for one in store.all(Intervention)}
    assert shown == {said.id: "Amina Benali", quiet.id: "", disputed.id: ""}
    assert named.said_by(disputed) == "", "though the later clock says that it may be told"
    store.close()


def test_no_page_of_a_declaration_names_who_may_not_be_named(tmp_path: Path):
    store = a_room(tmp_path)
    person = a_person(store, "Xenia Quillon", consent=True)
    one = asked(store, "Open the wells.", proposer=person.id, hands=(9, 0, 0))
    store.save(Reservation(id=store.new_id(), recommendation=one.id, who="Mayor xénia QUILLON", text="Not at night."))
    store.save(Reservation(id=store.new_id(), recommendation=one.id, who="two mayors", text="Not at all."))
    with handed_to(store, "Ben") as bens:
        bens.change(person, consent=False)
        bens.change(person, consent=True)
    store.change(person, consent=False)
    merge(store, [tmp_path / "ben.consult"])
    assert [one.field for one in store.conflicts()] == ["consent"]
    assert gather(store).name_of(person.id) == ""
    draft_declaration(store, translator("en"))
    document = repr(declaration(store, translator("en")))
    assert "two mayors" in document
    assert "quillon" not in document.casefold()
    store.close()


def test_people_of_a_session_stand_in_the_order_of_their_roles(tmp_path: Path):
    with a_store(tmp_path) as store:
        session, other = a_session(store, "S1"), a_session(store, "S2")
        names = ["Observer", "Speaker", "Moderator", "Elsewhere", "Without role"]
        people = [a_person(store, name) for name in names]
        given = [(0, RoleKind.OBSERVER, session), (1, RoleKind.SPEAKER, session), (2, RoleKind.MODERATOR, session)]
        for place, role, where in [*given, (3, RoleKind.MODERATOR, other)]:
            store.save(Role(id=store.new_id(), session=where.id, person=people[place].id, role=role))
        assert [one.name for _, one in people_of(store, session.id)] == ["Moderator", "Speaker", "Observer"]
        could = [one.name for one in who_could_speak(store, session.id)]
        assert could[:3] == ["Moderator", "Speaker", "Observer"]
        assert could[3:] == ["Ada", "Elsewhere", "Without role"]
        assert len(who_could_speak(store, None)) == len(could)


def test_a_typed_name_is_found_by_the_beginning_of_its_words_accents_or_not():
    people = [Person(name=name) for name in ("Hélène Marquandier", "Jørgen Łoś", "İpek Işık", "Anna Helen")]
    assert [one.name for one in matching(people, "helen")] == ["Hélène Marquandier", "Anna Helen"]
    assert [one.name for one in matching(people, "los")] == ["Jørgen Łoś"]
    assert [one.name for one in matching(people, "jorgen l")] == ["Jørgen Łoś"]
    assert [one.name for one in matching(people, "isik")] == ["İpek Işık"]
    assert not matching(people, "lene")


def test_a_typed_line_is_divided_at_its_first_comma():
    assert split_name("  Ana   Ruiz , City of Cuenca, Ecuador") == ("Ana Ruiz", "City of Cuenca, Ecuador")
    assert split_name("Ana Ruiz") == ("Ana Ruiz", "")


def test_somebody_known_is_found_again_by_name_and_organisation():
    people = [Person(name="Ana Ruiz", organisation="Cuenca"), Person(name="Ana Ruiz", organisation="Lima")]
    assert known_as(people, "ana RUIZ") is people[0]
    assert known_as(people, "Ana Ruiz", "lima") is people[1]
    assert known_as(people, "Ana Ruiz", "Quito") is None
