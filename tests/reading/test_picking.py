"""Picking a person by typing: found by any word, told apart by where they are from."""

from __future__ import annotations

from consultation.model import Person
from consultation.reading.picking import PeopleToPick
from tests.reading.listed import a_file_of_nobody


def test_people_are_found_by_any_word_and_those_of_one_name_are_told_apart(tmp_path):
    with a_file_of_nobody(tmp_path) as store:
        for name, organisation, territory in (
            ("Zoé Quilter", "Mairie", ""),
            ("Zoé Quilter", "", "Port Ellery"),
            ("Émile Roux", "Mairie", ""),
        ):
            store.save(Person(name=name, organisation=organisation, territory=territory))
        picks = PeopleToPick(store)
        assert [pick.said for pick in picks.find("quil zo", 5)] == ["Zoé Quilter, Mairie", "Zoé Quilter, Port Ellery"]
        assert [pick.said for pick in picks.find("mairie", 5)] == ["Émile Roux, Mairie", "Zoé Quilter, Mairie"]
        assert len(picks.find("mairie", 1)) == 1
        assert picks.find("oux", 5) == []
