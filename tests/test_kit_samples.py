"""The sample of a kit is read strictly, recorded room by room, and leads to the documents of its kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.demonstration import demonstrate_kit
from consultation.errors import ConsultationError, KitRefused, NotFound
from consultation.kits import Kit, kits, read_kit
from consultation.language import translator
from consultation.merging import merge
from consultation.model import (
    Attendance,
    Commitment,
    Interest,
    Intervention,
    Lesson,
    Organisation,
    Person,
    Point,
    Practice,
    Recommendation,
    Reservation,
    Role,
    Score,
    SignUp,
    Support,
    fingerprint,
)
from consultation.sample import of_a_kit
from consultation.sample.kit_rooms import make_kit_sample
from consultation.sample.of_a_kit import SAMPLES_DIR, sample_in
from consultation.store import Store
from tests.builders import identity
from tests.test_kits import SMALL

SAMPLE = """
[[rooms]]
name = "Ana"
sessions = ["S1"]
[[rooms]]
name = "Ben"
sessions = ["S2"]
[[people]]
key = "ana"
name = "Ana"
consent = true
languages = ["en"]
[[people]]
key = "eva"
name = "Eva"
title = "Mayor"
organisation = "town"
[[roles]]
session = "S1"
person = "eva"
role = "speaker"
minutes = 10
[[attendance]]
session = "S2"
gender = "woman"
heads = 12
[[interventions]]
session = "S1"
person = "eva"
language = "fr"
text = "Il pleut."
translations = { en = "It rains." }
[[interventions]]
session = "S1"
language = "en"
kind = "from_the_room"
text = "It does."
[[recommendations]]
key = "roof"
session = "S1"
set = "policy"
language = "en"
text = "Mend the roof of the market hall before the winter."
proposer = "eva"
terms = ["capital.green"]
addressees = ["mayors"]
status = "adopted"
in_favour = 3
against = 0
abstain = 1
[[recommendations]]
key = "roof2"
session = "S2"
set = "policy"
language = "en"
text = "Mend the roof of the market hall before the winter!"
[[reservations]]
recommendation = "roof2"
person = "eva"
language = "en"
text = "Not this winter."
[[practices]]
key = "well"
session = "S2"
title = "The well"
language = "fr"
text = "Un puits."
organisations = ["town", "Les Amis du puits"]
scores = [{ capital = "green", value = 0, by = "eva", on = 2024-02-01, evidence = "Dry." }]
[[points]]
session = "S2"
kind = "main_point"
person = "eva"
language = "en"
text = "Water first."
[[lessons]]
session = "S2"
language = "en"
text = "Dig deeper."
practices = ["well"]
[[interests]]
title = "A walk"
who = "eva"
language = "en"
state = "declined"
reason = "Rain."
[[sign_ups]]
session = "S1"
who = "Two cousins"
people = 2
[[commitments]]
text = "Lend the ladder."
language = "en"
who = "Eva"
by = 2024-05-01
"""

BAD = [
    ("[[rooms]]", "[[halls]]", "halls"),
    ('name = "Ana"\nsessions', 'label = "Ana"\nsessions', "rooms[1].label"),
    ('sessions = ["S1"]', 'sessions = ["S9"]', "rooms[1].sessions[1]"),
    ('sessions = ["S2"]', 'sessions = ["S1"]', "rooms[2].sessions[1]"),
    ('key = "eva"', 'key = "ana"', "people[2].key"),
    ('key = "eva"', 'key = "eva"\nage = 3', "people[2].age"),
    ("consent = true", 'consent = "yes"', "people[1].consent"),
    ('languages = ["en"]', 'languages = ["English please"]', "people[1].languages"),
    ('session = "S1"\nperson = "eva"\nrole', 'session = "S9"\nperson = "eva"\nrole', "roles[1].session"),
    ('role = "speaker"', 'role = "king"', "roles[1].role"),
    ("heads = 12", "heads = -1", "attendance[1].heads"),
    ('kind = "from_the_room"', 'kind = "shout"', "interventions[2].kind"),
    ('translations = { en = "It rains." }', 'translations = { fr = "Il pleut." }', "interventions[1].translations.fr"),
    ('language = "fr"\ntext = "Il', 'language = "French"\ntext = "Il', "interventions[1].language"),
    ('proposer = "eva"', 'proposer = "adam"', "recommendations[1].proposer"),
    ('terms = ["capital.green"]', 'terms = ["colour.green"]', "recommendations[1].terms[1]"),
    ('addressees = ["mayors"]', 'addressees = ["kings"]', "recommendations[1].addressees[1]"),
    ("abstain = 1", "", "recommendations[1].abstain"),
    ('recommendation = "roof2"', 'recommendation = "wall"', "reservations[1].recommendation"),
    ("value = 0", "value = 6", "practices[1].scores[1].value"),
    ('practices = ["well"]', 'practices = ["pump"]', "lessons[1].practices[1]"),
    ('state = "declined"', 'state = "lost"', "interests[1].state"),
    ("people = 2", "people = 0", "sign_ups[1].people"),
    ("by = 2024-05-01", 'by = "May"', "commitments[1].by"),
]


@pytest.fixture
def small(folder: Path) -> Kit:
    town = '[[organisations]]\nkey = "town"\nname = { en = "A town", fr = "Une ville" }\n[[sessions]]'
    path = folder / "small.toml"
    path.write_text(SMALL.replace("[[sessions]]", town, 1), "utf-8")
    return read_kit(path)


def written(folder: Path, *change: str) -> Path:
    text = SAMPLE
    if change:
        assert change[0] in text, "the change changes nothing"
        text = text.replace(change[0], change[1], 1)
    path = folder / "sample.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def samples(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a sample of the small kit, in the place of ours."""
    written(folder).rename(folder / "small.toml.sample")
    place = folder / "samples"
    place.mkdir()
    (folder / "small.toml.sample").rename(place / "small.toml")
    monkeypatch.setattr(of_a_kit, "SAMPLES_DIR", place)
    return place


@pytest.mark.parametrize(("old", "new", "key"), BAD, ids=[f"{key}: {new[:20]}" for _, new, key in BAD])
def test_a_bad_sample_is_refused_with_key_and_line(small: Kit, folder: Path, old: str, new: str, key: str) -> None:
    with pytest.raises(KitRefused) as caught:
        sample_in(written(folder, old, new), small)
    assert f"The sample sample.toml was not used, because of {key} (line " in str(caught.value)


def test_a_room_is_a_laptop_that_writes_what_was_said_in_its_sessions(small: Kit, folder: Path) -> None:
    sample = sample_in(written(folder), small)
    kinds = [[type(each.record) for each in room.noted] for room in (sample.secretariat, *sample.rooms)]
    assert kinds[0] == [Person, Person, Interest, SignUp, Commitment, Organisation]
    assert set(kinds[1]) == {Role, Intervention, Recommendation, Support}
    assert set(kinds[2]) == {Attendance, Recommendation, Reservation, Practice, Score, Point, Lesson}
    ana = sample.secretariat.noted[0].record
    assert ana.id == sample.rooms[0].desk.identity.author


def test_what_the_sample_says_stands_in_the_records(small: Kit, samples: Path, folder: Path) -> None:
    made = make_kit_sample(folder, small)
    with Store.open(made.prepared, identity()) as store:
        merge(store, made.rooms)
        said = next(each for each in store.all(Intervention) if each.language == "fr")
        assert said.translations["en"]["of"] == fingerprint("Il pleut.")
        (hands,) = store.all(Support)
        assert (hands.in_favour, hands.against, hands.abstain) == (3, 0, 1)
        assert hands.counted_on == fingerprint(store.get(Recommendation, hands.recommendation).text)
        eva = store.get(Person, said.person)
        assert (eva.organisation, eva.functions[0]["title"], eva.consent) == ("A town", "Mayor", None)
        practice = store.all(Practice)[0]
        names = [store.get(Organisation, each).name for each in practice.organisations]
        assert names == [{"en": "A town", "fr": "Une ville"}, {"fr": "Les Amis du puits"}]
        (signed,) = store.all(SignUp)
        assert (signed.who, signed.people, store.all(Interest)[0].person) == ("Two cousins", 2, eva.id)
        assert store.conflicts() == []


def test_a_demonstration_puts_together_what_two_rooms_asked_for(small: Kit, samples: Path, folder: Path) -> None:
    made = demonstrate_kit(small, folder / "out", translator("en"), translator("en"))
    assert "Put together what 1 group of recommendations says alike" in made.lines
    assert made.pdf == folder / "out" / "declaration-en.pdf"
    assert made.pdf.read_bytes().startswith(b"%PDF")
    names = {path.name for path in made.files}
    assert names >= {"practices.csv", "lessons.csv", "interests.csv", "sign_ups.csv", "commitments.csv", "points.csv"}
    assert names >= {f"programme-en{ending}" for ending in (".pdf", ".ics", ".xlsx", ".csv")}
    assert "activities.csv" not in names
    assert {path.name for path in (folder / "out").iterdir()} == names


def test_a_kit_without_a_declaration_has_none(folder: Path, samples: Path, small: Kit) -> None:
    text = small.entry.source.text.replace("declaration_name =", "# declaration_name =")
    (folder / "small.toml").write_text(text, "utf-8")
    kit = read_kit(folder / "small.toml")
    made = demonstrate_kit(kit, folder / "out", translator("en"), translator("en"))
    assert not any(path.stem.startswith("declaration") for path in made.files)
    assert made.pdf == folder / "out" / "programme-en.pdf"
    assert "recommendations.csv" in {path.name for path in made.files}


@pytest.mark.parametrize("kit", [kit for kit in kits() if (SAMPLES_DIR / kit.file).is_file()], ids=lambda kit: kit.name)
def test_every_kit_of_ours_leads_to_its_documents_the_same_every_time(kit: Kit, folder: Path) -> None:
    runs = [demonstrate_kit(kit, folder / name, translator("fr"), translator("en")) for name in ("one", "other")]
    first, second = ({path.name: path.read_bytes() for path in each.files if path.suffix == ".csv"} for each in runs)
    assert first == second
    assert len(first) > 10
    has_one = bool(kit.consultation()["declaration_name"])
    printed = "declaration-fr.pdf" if has_one and "recommendations.csv" in first else "programme-fr.pdf"
    assert runs[0].pdf == folder / "one" / printed
    with Store.open(folder / "one" / "handed-out.consult", identity()) as store:
        assert store.was_handed_out
        assert store.count(Interest) == 0
    with Store.open(folder / "one" / "merged.consult", identity()) as store:
        assert store.check().is_sound
        assert store.conflicts() == []


def test_every_sample_belongs_to_a_kit() -> None:
    assert {path.stem for path in SAMPLES_DIR.glob("*.toml")} <= {kit.name for kit in kits()}


def test_a_kit_without_a_sample_is_said_to_have_none_and_leaves_nothing(small: Kit, folder: Path) -> None:
    with pytest.raises(NotFound, match="has no sample"):
        demonstrate_kit(small, folder / "out", translator("en"), translator("en"))
    assert list((folder / "out").iterdir()) == []


def test_a_sample_that_is_wrong_leaves_nothing(small: Kit, samples: Path, folder: Path) -> None:
    (samples / "small.toml").write_text(SAMPLE.replace('"S2"', '"S3"'), "utf-8")
    with pytest.raises(ConsultationError, match="S3"):
        demonstrate_kit(small, folder / "out", translator("en"), translator("en"))
    assert list((folder / "out").iterdir()) == []
