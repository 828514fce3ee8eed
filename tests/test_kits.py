"""Kits are complete in their languages, always give the same ids, and say what is wrong with a bad one."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from consultation.errors import KitRefused, NotFound
from consultation.kits import KITS_DIR, kits, read_kit
from consultation.model import (
    Activity,
    ActivityState,
    AgendaItem,
    Arrangement,
    Consultation,
    Evidence,
    Fact,
    Gender,
    Inheritance,
    InheritanceState,
    InterventionKind,
    KnownVocabulary,
    Objective,
    Organisation,
    OrganisationPart,
    ProgrammeDay,
    RecommendationSet,
    RecommendationStatus,
    Reference,
    Result,
    RoleKind,
    Session,
    SessionFormat,
    Term,
    Track,
    Vocabulary,
    Voice,
    fingerprint,
)

UNKNOWN = ["atlantis", "atlantis.toml", "../kits", "", "/", "a" * 5000, "a\0"]
FORUM = "forum-intermediary-cities-2021"
SAMPLE_DIR = KITS_DIR.parent / "sample"

SMALL = """
format = 1
name = "small"
version = "1.0"
date = 2024-01-31
languages = ["en", "fr"]
title = { en = "Small", fr = "Petite" }
description = { en = "A small kit", fr = "Un petit modèle" }

[consultation]
title = { en = "Meeting", fr = "Rencontre" }
host = { en = "A town", fr = "Une ville" }
place = { en = "Here", fr = "Ici" }
purpose = { en = "To listen", fr = "Écouter" }
declaration_name = { en = "Declaration", fr = "Déclaration" }
common_ground = { en = "Water", fr = "L'eau" }
common_ground_terms = ["capital.green"]
organisers = []
partners = []
starts = 2024-02-01
ends = 2024-02-02
time_zone = "Europe/Paris"
recitals = [{ en = "*Recalling* it;", fr = "*Rappelant* cela ;" }]

[[terms.capital]]
key = "green"
label = { en = "Green", fr = "Vert" }
[[terms.capital]]
key = "human"
label = { en = "Human", fr = "Humain" }
[[terms.session_kind]]
key = "plenary"
label = { en = "Plenary", fr = "Plénière" }
[[terms.addressee]]
key = "mayors"
label = { en = "mayors", fr = "les maires" }
voice = "self"
to_do = { en = "We, mayors, undertake to:", fr = "Nous, maires, nous engageons à :" }
following = { en = "We, mayors, undertake the following:", fr = "Nous, maires, nous engageons à ce qui suit :" }
heading = { en = "What we undertake", fr = "Nos engagements" }
brief = { en = "We undertake to", fr = "Nous nous engageons à" }
[[terms.addressee]]
key = "ministers"
label = { en = "ministers", fr = "les ministres" }
family = "mayors"

[[sessions]]
code = "S1"
kind = "plenary"
format = "hybrid"
title = { en = "Opening", fr = "Ouverture" }
starts = 2024-02-01T09:00:00+01:00
ends = 2024-02-01T10:00:00+01:00
agenda = [{ minutes = 10, title = { en = "Words", fr = "Mots" } }]
[[sessions]]
code = "S2"
kind = "plenary"
format = "online"
title = { en = "Closing", fr = "Clôture" }
"""

BAD = [
    ("format = 1", "", "format"),
    ("format = 1", "format = 4", "format"),
    ("format = 1", "format = true", "format"),
    ('name = "small"', "name = 3", "name"),
    ('version = "1.0"', 'version = " "', "version"),
    ('version = "1.0"', 'version = "1\\u0000"', "version"),
    ("date = 2024-01-31", "date = 2024-01-31T00:00:00", "date"),
    ('languages = ["en", "fr"]', "languages = []", "languages"),
    ('languages = ["en", "fr"]', 'languages = ["en", "en"]', "languages[2]"),
    ('languages = ["en", "fr"]', 'languages = ["en", "fr", "es"]', "title.es"),
    ('title = { en = "Small", fr = "Petite" }', 'title = "Small"', "title"),
    ('fr = "Petite" }', 'fr = "Petite", de = "Klein" }', "title.de"),
    ('fr = "Ici" }', 'fr = "" }', "consultation.place.fr"),
    ('purpose = { en = "To listen", fr = "Écouter" }', "", "consultation.purpose"),
    ("[consultation]", "[consultation]\ncolour = 1", "consultation.colour"),
    ("starts = 2024-02-01\n", "starts = 2024-02-01T09:00:00Z\n", "consultation.starts"),
    ("ends = 2024-02-02", "ends = 2024-01-02", "consultation.ends"),
    ("Europe/Paris", "Europe/Atlantis", "consultation.time_zone"),
    ("Europe/Paris", "../etc/passwd", "consultation.time_zone"),
    ("*Rappelant* cela", "Rappelant cela", "consultation.recitals[1].fr"),
    ("capital.green", "capital.grey", "consultation.common_ground_terms[1]"),
    ("capital.green", "colour.green", "consultation.common_ground_terms[1]"),
    ("[[terms.capital]]\nkey", "[[terms.colour]]\nkey", "terms.colour"),
    ('key = "human"', 'key = "green"', "terms.capital[2].key"),
    ('key = "human"', 'key = "hu man"', "terms.capital[2].key"),
    (', fr = "Humain" }', " }", "terms.capital[2].label.fr"),
    (', fr = "Nous, maires, nous engageons à :" }', " }", "terms.addressee[1].to_do.fr"),
    (', fr = "Nous, maires, nous engageons à ce qui suit :" }', " }", "terms.addressee[1].following.fr"),
    (', fr = "Nos engagements" }', ', fr = " " }', "terms.addressee[1].heading.fr"),
    ('brief = { en = "We undertake to", fr =', 'brief = { de = "Wir", fr =', "terms.addressee[1].brief.de"),
    ('voice = "self"', 'voice = "ours"', "terms.addressee[1].voice"),
    ('family = "mayors"', 'family = "kings"', "terms.addressee[2].family"),
    ('family = "mayors"', 'joiner = { en = "to", fr = "à" }', "terms.addressee[2].joiner"),
    ('key = "human"', 'key = "human"\nto_do = { en = "To", fr = "À" }', "terms.capital[2].to_do"),
    ("[[terms.addressee]]", "[[terms.operative_verb]]", "terms.operative_verb"),
    ("*Rappelant* cela", "**", "consultation.recitals[1].fr"),
    ('{ en = "*Recalling* it', '{ needs = ["luck"], en = "*Recalling* it', "consultation.recitals[1].needs[1]"),
    ('{ en = "*Recalling* it', '{ needs = "sessions", en = "*Recalling* it', "consultation.recitals[1].needs"),
    ("organisers = []", 'organisers = []\nopening = { en = "*We*," }', "consultation.opening.fr"),
    ("organisers = []", 'organisers = []\ndeclares = "Declare:"', "consultation.declares"),
    ("organisers = []", 'organisers = []\narranged_by = "strand"', "consultation.arranged_by"),
    ("organisers = []", "organisers = []\nletters_at_most = 0", "consultation.letters_at_most"),
    ("organisers = []", "organisers = []\nletters_at_most = 27", "consultation.letters_at_most"),
    ("organisers = []", "organisers = []\nletters_at_most = true", "consultation.letters_at_most"),
    ("organisers = []", 'organisers = []\nobjections_until = "soon"', "consultation.objections_until"),
    ('code = "S2"', 'code = "S1"', "sessions[2].code"),
    ('title = { en = "Closing", fr = "Clôture" }', "", "sessions[2].title"),
    (', fr = "Clôture" }', " }", "sessions[2].title.fr"),
    ('kind = "plenary"\nformat = "online"', 'kind = "party"\nformat = "online"', "sessions[2].kind"),
    ('format = "online"', 'format = "on line"', "sessions[2].format"),
    ("09:00:00+01:00", "09:00:00", "sessions[1].starts"),
    ("10:00:00+01:00", "08:00:00+01:00", "sessions[1].ends"),
    ("minutes = 10", 'minutes = "ten"', "sessions[1].agenda[1].minutes"),
    ("minutes = 10", "minutes = 0", "sessions[1].agenda[1].minutes"),
    ('[{ minutes = 10, title = { en = "Words", fr = "Mots" } }]', "[1]", "sessions[1].agenda[1]"),
    ("minutes = 10", "minutes = 99999999999999999999", "sessions[1].agenda[1].minutes"),
    ("date = 2024-01-31", "date = 1969-12-31", "date"),
    ("date = 2024-01-31", "date = 0001-01-01", "date"),
    ('code = "S2"', 'code = "S2"\nfeeds = ["S2"]', "sessions[2].feeds[1]"),
    ('code = "S2"', 'code = "S2"\nfeeds = ["S9"]', "sessions[2].feeds[1]"),
    ('code = "S2"', 'code = "S2"\nmonth = "May"', "sessions[2].month"),
    ('code = "S2"', 'code = "S2"\ntrack = "hub"', "sessions[2].track"),
    ('code = "S2"', 'code = "S2"\norganisations = ["nobody"]', "sessions[2].organisations[1]"),
    ('key = "green"', 'key = "green"\nparent = "green"', "terms.capital[1].parent"),
    ('key = "green"', 'key = "green"\nparent = "gone"', "terms.capital[1].parent"),
    ('key = "green"', 'key = "green"\nvoice = "self"', "terms.capital[1].voice"),
    (
        "[[sessions]]",
        '[[vocabularies]]\nkey = "A b"\nlabel = { en = "A", fr = "A" }\n[[sessions]]',
        "vocabularies[1].key",
    ),
    (
        "[[sessions]]",
        '[[vocabularies]]\nkey = "Ab"\nlabel = { en = "A", fr = "A" }\n[[sessions]]',
        "vocabularies[1].key",
    ),
    (
        "[[sessions]]",
        '[[vocabularies]]\nkey = "a"\nlabel = { en = "A", fr = "A" }\nkinds = ["x"]\n[[sessions]]',
        "vocabularies[1].kinds[1]",
    ),
    (
        "[[sessions]]",
        '[[vocabularies]]\nkey = "a"\nlabel = { en = "A", fr = "A" }\nseveral = "no"\n[[sessions]]',
        "vocabularies[1].several",
    ),
    ("[[sessions]]", '[[days]]\nformat = "online"\n[[sessions]]', "days[1].on"),
    (
        "[[sessions]]",
        '[[organisations]]\nkey = "a"\nname = { en = "A", fr = "A" }\nparts = ["guest"]\n[[sessions]]',
        "organisations[1].parts[1]",
    ),
    ("[[sessions]]", '[[references]]\nkey = "a"\n[[sessions]]', "references[1].title"),
    ("[[sessions]]", '[[objectives]]\nkey = "a"\ntitle = { en = "A" }\n[[sessions]]', "objectives[1].title.fr"),
    (
        "starts = 2024-02-01\n",
        'starts = 2024-02-01\nstatements = [{ kind = "funding", text = { en = "A" } }]\n',
        "consultation.statements[1].text.fr",
    ),
]


def small_kit(folder: Path, *change: str) -> Path:
    """Write the small kit, with one thing in it replaced by another."""
    text = SMALL
    if change:
        assert change[0] in text, "the change changes nothing"
        text = text.replace(change[0], change[1], 1)
    path = folder / "small.toml"
    path.write_text(text, "utf-8")
    return path


def session(code: str) -> Session:
    """Find a session of the forum's kit."""
    return next(one for one in read_kit(FORUM).records() if isinstance(one, Session) and one.code == code)


def terms_of(vocabulary: KnownVocabulary) -> list[Term]:
    """Find the terms of a vocabulary of the forum's kit."""
    terms = [one for one in read_kit(FORUM).records() if isinstance(one, Term)]
    return [one for one in terms if one.vocabulary is vocabulary]


def term_keys(vocabulary: KnownVocabulary) -> set[str]:
    """Return the keys of a vocabulary of the forum's kit."""
    return {one.key for one in terms_of(vocabulary)}


# ------------------------------------------------------------------------------------------- the kits we have


@pytest.mark.parametrize("kit", kits(), ids=lambda kit: kit.name)
def test_a_kit_of_ours_is_named_as_its_file_and_spoken_in_three_languages(kit: Any) -> None:
    assert kit.file == f"{kit.name}.toml"
    assert set(kit.languages) == {"en", "fr", "es"}


@pytest.mark.parametrize("kit", kits(), ids=lambda kit: kit.name)
def test_every_record_of_a_kit_of_ours_is_valid(kit: Any) -> None:
    for record in kit.records():
        assert type(record).model_validate(record.model_dump()) == record
    values = Consultation().model_dump() | kit.consultation()
    assert Consultation.model_validate(values).kit == kit.name


@pytest.mark.parametrize("kit", kits(), ids=lambda kit: kit.name)
def test_ids_are_the_same_on_every_reading_and_never_shared(kit: Any) -> None:
    first, second = kit.records(), read_kit(kit.name).records()
    assert first == second
    assert not any(one is other for one, other in zip(first, second, strict=True))
    assert len({one.id for one in first}) == len(first)
    assert {one.id.version for one in first} == {8}
    assert {one.id.variant for one in first} == {"specified in RFC 4122"}


def test_ids_do_not_move_from_one_release_to_the_next() -> None:
    """A consultation made with an older program must share its terms with one made today."""
    assert str(session("D1-CLIMATE").id) == "995f631d-7540-8ae2-9152-6e565197822e"


def test_kits_are_listed_by_name() -> None:
    names = [kit.name for kit in kits()]
    assert FORUM in names
    assert names == sorted(names)


# ---------------------------------------------------------------------------------------------- the forum's kit


def test_the_forum_has_its_vocabularies() -> None:
    assert [one.key for one in terms_of(KnownVocabulary.STRAND)] == ["people", "planet", "government"]
    capitals = ["human", "social", "economic", "cultural", "environmental"]
    assert [one.key for one in terms_of(KnownVocabulary.CAPITAL)] == capitals
    assert len(terms_of(KnownVocabulary.CRITERION)) == 4
    assert len(terms_of(KnownVocabulary.REGION)) == 7


def test_every_family_of_addressees_has_its_whole_phrases_in_each_language() -> None:
    addressees = terms_of(KnownVocabulary.ADDRESSEE)
    families = {one.family or one.id for one in addressees}
    assert len(families) == 5
    for one in addressees:
        phrases = (one.heading, one.brief, one.to_do, one.following)
        assert [set(each) for each in phrases] == [{"en", "fr", "es"} if one.id in families else set()] * 4, one.key


@pytest.mark.parametrize(
    ("code", "starts", "ends", "form", "room"),
    [
        ("D1-CLIMATE", "2021-10-05T13:30+02:00", "2021-10-05T15:30+02:00", SessionFormat.ONLINE, "Zoom"),
        ("D1-RESILIENCE", "2021-10-05T16:00+02:00", "2021-10-05T17:30+02:00", SessionFormat.ONLINE, "Zoom"),
        ("D2-HUB", "2021-10-06T12:00+02:00", "2021-10-06T12:45+02:00", SessionFormat.ONLINE, "Wonder"),
        ("D2-WATER", "2021-10-06T16:00+02:00", "2021-10-06T17:30+02:00", SessionFormat.ONLINE, "Zoom"),
        ("D3-HUB", "2021-10-07T12:00+02:00", "2021-10-07T12:45+02:00", SessionFormat.ONLINE, "Wonder"),
        ("D4-CARE", "2021-10-08T13:30+02:00", "2021-10-08T15:30+02:00", SessionFormat.HYBRID, "Kütahya"),
        ("D4-CLOSING", "2021-10-08T17:30+02:00", "2021-10-08T18:30+02:00", SessionFormat.HYBRID, "Kütahya"),
    ],
)
def test_the_programme_is_the_forums(code: str, starts: str, ends: str, form: SessionFormat, room: str) -> None:
    found = session(code)
    assert found.starts == datetime.fromisoformat(starts)
    assert found.ends == datetime.fromisoformat(ends)
    assert (found.format, found.room) == (form, room)


def test_the_hours_of_the_programme_are_those_of_its_zone() -> None:
    kit = read_kit(FORUM)
    zone = ZoneInfo(kit.consultation()["time_zone"])
    for one in kit.records():
        if isinstance(one, Session) and one.starts is not None:
            assert one.starts.astimezone(zone).replace(tzinfo=None) == one.starts.replace(tzinfo=None)


def test_an_agenda_fits_into_its_session() -> None:
    records = read_kit(FORUM).records()
    items = [one for one in records if isinstance(one, AgendaItem)]
    for one in records:
        if isinstance(one, Session) and one.starts and one.ends:
            planned = sum(item.minutes or 0 for item in items if item.session == one.id)
            assert planned * 60 <= (one.ends - one.starts).total_seconds()


def test_the_consultation_has_its_texts_and_its_common_ground() -> None:
    kit = read_kit(FORUM)
    values = kit.consultation()
    assert (values["starts"], values["ends"]) == (date(2021, 10, 5), date(2021, 10, 8))
    assert 4 <= len(values["recitals"]) <= 6
    marks = [one for one in kit.records() if one.id in values["common_ground_terms"]]
    assert [(one.vocabulary, one.key) for one in marks if isinstance(one, Term)] == [
        (KnownVocabulary.CAPITAL, "environmental")
    ]


def of_kind(kind: type[Any]) -> list[Any]:
    """Find the records of a kind of the forum's kit."""
    return [one for one in read_kit(FORUM).records() if isinstance(one, kind)]


def test_every_vocabulary_is_named_and_known_by_its_key_in_every_file() -> None:
    found = {one.key: one for one in of_kind(Vocabulary)}
    assert set(KnownVocabulary) <= set(found)
    assert "potential" in found
    for one in found.values():
        assert one.id == Vocabulary.id_of(one.key)
        assert set(one.label) == {"en", "fr", "es"}
    assert not found["region"].several
    assert len(terms_of(KnownVocabulary.GOAL)) == 17


def test_addressees_stand_in_families_and_some_speak_of_themselves() -> None:
    found = {one.key: one for one in terms_of(KnownVocabulary.ADDRESSEE)}
    community = found["international_community"].id
    assert {key for key, one in found.items() if one.family == community} >= {"g20", "european_union"}
    assert found["eu_delegations"].parent == found["european_union"].id
    assert [key for key, one in found.items() if one.voice is Voice.SELF] == ["local_governments"]


def test_what_the_forum_says_of_its_declaration_is_there_in_each_language() -> None:
    values = read_kit(FORUM).consultation()
    for name in ("opening", "declares", "reporting"):
        assert set(values[name]) == {"en", "fr", "es"}
    assert (values["arranged_by"], values["letters_at_most"]) == (Arrangement.FAMILY, 4)
    assert [recital["needs"] for recital in values["recitals"]] == [[], [], [], [Fact.PRACTICES], []]


def test_organisations_have_their_parts_in_order() -> None:
    parts = {one.short_name.get("en") or one.name["en"]: one.parts for one in of_kind(Organisation)}
    assert parts["Kütahya"] == [OrganisationPart.HOST]
    assert parts["EU"] == [OrganisationPart.SUPPORTER, OrganisationPart.FUNDER]
    partners = [name for name, those in parts.items() if OrganisationPart.PARTNER in those]
    assert partners[:3] == ["OECD Development Centre", "Cities Alliance", "UN-Habitat"]
    assert [one.rank for one in of_kind(Organisation)] == list(range(len(parts)))


def test_the_programme_has_its_days_and_its_open_space_over_three_of_them() -> None:
    days = {one.on: one for one in of_kind(ProgrammeDay)}
    assert sorted(days) == [date(2021, 10, day) for day in (5, 6, 7, 8)]
    assert days[date(2021, 10, 5)].title["en"] == "Climate Day"
    hub = next(one for one in of_kind(Track) if one.title["en"] == "LOCAL4ACTION Hub")
    assert [one.code for one in of_kind(Session) if one.track == hub.id] == ["D2-HUB", "D3-HUB", "D4-HUB"]


def test_the_consultation_of_may_has_its_month_and_feeds_the_forum() -> None:
    may = session("MAY-CONSULT")
    assert (may.month, may.starts) == ("2021-05", None)
    assert session("D1-CLIMATE").id in may.feeds
    assert session("D4-CLOSING").id in session("D4-CARE").feeds


def test_what_it_rests_on_and_aims_at_is_there() -> None:
    documents = {one.id for one in of_kind(Reference)}
    assert {one.reference for one in of_kind(Evidence)} == documents
    for one in of_kind(Evidence):
        assert set(one.translations) == {"fr", "es"}
        assert {each["of"] for each in one.translations.values()} == {fingerprint(one.text)}
    aims = {one.id for one in of_kind(Objective)}
    assert {one.objective for one in of_kind(Result)} == aims
    statements = read_kit(FORUM).consultation()["statements"]
    organisations = {str(one.id) for one in of_kind(Organisation)}
    assert [one["kind"] for one in statements] == ["funding", "disclaimer"]
    assert {one["organisation"] for one in statements} <= organisations


# -------------------------------------------------------------------------------------------------- bad kits


def test_a_kit_is_read_from_a_file_too(tmp_path: Path) -> None:
    kit = read_kit(small_kit(tmp_path))
    assert (kit.name, kit.date, kit.languages) == ("small", date(2024, 1, 31), ("en", "fr"))
    assert len(kit.records()) == 11
    assert read_kit(str(tmp_path / "small.toml")) == kit


@pytest.mark.parametrize("name", UNKNOWN, ids=range(len(UNKNOWN)))
def test_an_unknown_kit_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(NotFound, match=FORUM):
        read_kit(name)


@pytest.mark.parametrize(("old", "new", "key"), BAD, ids=[f"{key}: {new[:24]}" for _, new, key in BAD])
def test_a_bad_kit_is_refused_with_the_key_that_is_wrong(tmp_path: Path, old: str, new: str, key: str) -> None:
    with pytest.raises(KitRefused) as caught:
        read_kit(small_kit(tmp_path, old, new))
    named = re.match(
        r"The kit small\.toml was not used, because of (.+?)(?: \(line (\d+)\))?: ", str(caught.value), re.DOTALL
    )
    assert named is not None
    assert named[1] == key
    if re.search(rf"\b{key.rpartition('.')[2]} =", new) and "\n" not in new:
        assert int(named[2]) == SMALL[: SMALL.index(old) + len(old)].count("\n") + 1


@pytest.mark.parametrize(
    "content",
    [b"title = ", b"\xff\xfe\x00", b"a = " + b"[" * 5000, b"x" * 5_000_000],
    ids=["cut short", "not text", "nested without end", "far too large"],
)
def test_what_is_no_kit_at_all_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.toml"
    path.write_bytes(content)
    with pytest.raises(KitRefused, match=r"other\.toml"):
        read_kit(path)


def test_what_no_file_can_hold_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    path = small_kit(tmp_path, "starts = 2024-02-01\n", "starts = 0024-02-01\n")
    with pytest.raises(KitRefused, match=r"small\.toml was not used, because of consultation\.starts \(line \d+\): "):
        read_kit(path)


def test_terms_may_stand_in_any_order_but_not_under_each_other_in_a_circle(tmp_path: Path) -> None:
    after = read_kit(small_kit(tmp_path, 'key = "green"', 'key = "green"\nparent = "human"'))
    green, human = [one for one in after.records() if isinstance(one, Term) and one.vocabulary == "capital"]
    assert (green.parent, human.parent) == (human.id, None)
    text = SMALL.replace('key = "green"', 'key = "green"\nparent = "human"')
    path = small_kit(tmp_path)
    path.write_text(text.replace('key = "human"', 'key = "human"\nparent = "green"'), "utf-8")
    with pytest.raises(KitRefused, match=r"terms\.capital\[1\]\.parent \(line 27\): .*green → human → green\."):
        read_kit(path)


def test_what_only_leads_into_a_circle_is_not_blamed_for_it(tmp_path: Path) -> None:
    vocabulary = '[[vocabularies]]\nkey = "x"\nlabel = { en = "X", fr = "X" }\n'
    terms = "".join(
        f'[[terms.x]]\nkey = "{key}"\nparent = "{parent}"\nlabel = {{ en = "{key}", fr = "{key}" }}\n'
        for key, parent in [("out", "a"), ("a", "b"), ("b", "a")]
    )
    with pytest.raises(KitRefused, match=r"terms\.x\[2\]\.parent .*a → b → a\."):
        read_kit(small_kit(tmp_path, "[[sessions]]", f"{vocabulary}{terms}[[sessions]]"))


def test_a_vocabulary_nobody_named_is_said_to_be_unknown(tmp_path: Path) -> None:
    with pytest.raises(KitRefused, match="there is no vocabulary of this name"):
        read_kit(small_kit(tmp_path, "[[terms.capital]]", "[[terms.colour]]"))
    with pytest.raises(KitRefused, match="there is no vocabulary colour"):
        read_kit(small_kit(tmp_path, "capital.green", "colour.green"))


def test_an_incomplete_kit_says_so_and_may_lack_texts(tmp_path: Path) -> None:
    lacking = small_kit(tmp_path, ', fr = "Clôture" }', " }")
    lacking.write_text(lacking.read_text("utf-8").replace("format = 1", "format = 3\nincomplete = true"), "utf-8")
    closing = [one for one in read_kit(lacking).records() if isinstance(one, Session)][1]
    assert closing.title == {"en": "Closing"}


def test_activities_and_what_was_inherited_come_with_a_kit(tmp_path: Path) -> None:
    path = small_kit(
        tmp_path,
        "[[sessions]]",
        '[[terms.axis]]\nkey = "learn"\nlabel = { en = "Learn", fr = "Apprendre" }\n'
        '[[references]]\nkey = "old"\ntitle = "The old declaration"\n'
        '[[activities]]\nkey = "talk"\ntitle = { en = "A talk", fr = "Une causerie" }\naxis = "learn"\n'
        'half_year = "2020-1"\nstate = "done"\noutcome = "Many came."\nterms = ["capital.human"]\n'
        '[[inheritance]]\nkey = "c1"\nreference = "old"\nnumber = "1"\nstate = "kept"\noriginal = "fr"\n'
        'text = { en = "We meet.", fr = "Nous nous réunissons." }\n[[sessions]]',
    )
    records = read_kit(path).records()
    (activity,) = [one for one in records if isinstance(one, Activity)]
    assert (activity.half_year, activity.state, activity.language) == ("2020-H1", ActivityState.DONE, "en")
    assert activity.translations["fr"]["of"] == fingerprint("A talk")
    assert len(activity.terms["capital"]) == 1
    (clause,) = [one for one in records if isinstance(one, Inheritance)]
    assert (clause.text, clause.language, clause.state) == ("Nous nous réunissons.", "fr", InheritanceState.KEPT)
    assert clause.reference in {one.id for one in records if isinstance(one, Reference)}


def test_a_kit_of_the_first_format_is_read_as_before_and_one_of_the_second_too(tmp_path: Path) -> None:
    first = read_kit(small_kit(tmp_path)).records()
    second = read_kit(small_kit(tmp_path, "format = 1", "format = 2")).records()
    assert first == second


def test_a_kit_says_how_its_declaration_is_made(tmp_path: Path) -> None:
    small = read_kit(small_kit(tmp_path)).consultation()
    assert (small["arranged_by"], small["letters_at_most"]) == (Arrangement.FAMILY, 6)
    assert (small["opening"], small["declares"], small["reporting"]) == ({}, {}, {})
    assert small["recitals"] == [{"text": {"en": "*Recalling* it;", "fr": "*Rappelant* cela ;"}, "needs": []}]
    own = (
        'arranged_by = "set"\nletters_at_most = 26\nobjections_until = 2024-03-01\n'
        'opening = { en = "*We*,", fr = "*Nous*," }\norganisers = []'
    )
    large = read_kit(small_kit(tmp_path, "organisers = []", own)).consultation()
    assert (large["arranged_by"], large["letters_at_most"]) == (Arrangement.SET, 26)
    assert (large["objections_until"], large["opening"]) == (date(2024, 3, 1), {"en": "*We*,", "fr": "*Nous*,"})
    needing = read_kit(
        small_kit(tmp_path, '{ en = "*Recalling', '{ needs = ["sessions", "languages"], en = "*Recalling')
    )
    assert [each["needs"] for each in needing.consultation()["recitals"]] == [[Fact.SESSIONS, Fact.LANGUAGES]]


def test_an_addressee_of_a_kit_has_its_family_its_voice_and_its_phrases(tmp_path: Path) -> None:
    mayors, ministers = [
        one
        for one in read_kit(small_kit(tmp_path)).records()
        if isinstance(one, Term) and one.vocabulary is KnownVocabulary.ADDRESSEE
    ]
    assert (mayors.voice, mayors.to_do["en"]) == (Voice.SELF, "We, mayors, undertake to:")
    assert (mayors.heading["fr"], mayors.brief["en"]) == ("Nos engagements", "We undertake to")
    assert mayors.following["en"] == "We, mayors, undertake the following:"
    assert (ministers.family, ministers.voice, ministers.to_do) == (mayors.id, Voice.OTHER, {})


def test_an_open_vocabulary_brings_its_terms(tmp_path: Path) -> None:
    path = small_kit(
        tmp_path,
        "[[sessions]]",
        '[[vocabularies]]\nkey = "colour"\nlabel = { en = "Colour", fr = "Couleur" }\n'
        '[[terms.colour]]\nkey = "red"\nlabel = { en = "Red", fr = "Rouge" }\n'
        '[[terms.colour]]\nkey = "pink"\nparent = "red"\nlabel = { en = "Pink", fr = "Rose" }\n[[sessions]]',
    )
    terms = [one for one in read_kit(path).records() if isinstance(one, Term) and one.vocabulary == "colour"]
    assert [(one.key, one.parent) for one in terms] == [("red", None), ("pink", terms[0].id)]


# ------------------------------------------------------------------------------------- the sample on that kit

FACILITATORS = ("fr", "en", "es")


def sample(name: str) -> dict[str, Any]:
    """Read one file of the sample."""
    return tomllib.loads((SAMPLE_DIR / f"{name}.toml").read_text("utf-8"))


def spread(kind: str, *names: str) -> Iterator[dict[str, Any]]:
    """Go through the entries of one kind in some files of the sample."""
    for name in names or ("common", *FACILITATORS):
        yield from sample(name).get(kind, [])


@pytest.mark.parametrize("name", FACILITATORS)
def test_a_sample_file_refers_only_to_what_there_is(name: str) -> None:
    own = sample(name)
    people = {one["key"] for one in spread("people", "common", name)}
    spoken = {one["key"] for one in spread("interventions", "common", name)}
    codes = {one["code"] for one in own["sessions"]}
    assert codes <= {one.code for one in read_kit(FORUM).records() if isinstance(one, Session)}
    regions, actors = term_keys(KnownVocabulary.REGION), term_keys(KnownVocabulary.ACTOR)
    for one in own["people"]:
        assert one["region"] in regions
        assert one["actor"] in actors
    for one in own["sessions"]:
        assert {role["person"] for role in one["roles"]} <= people
        assert {role["role"] for role in one["roles"]} <= set(RoleKind)
        assert {head["region"] for head in one["attendance"]} <= regions
        assert {head["actor"] for head in one["attendance"]} <= actors
        assert {head["gender"] for head in one["attendance"] if "gender" in head} <= set(Gender)
    for one in own["interventions"]:
        assert one["form"] in list(InterventionKind)
        assert ("person" in one) is (one["form"] != "from_the_room")
        assert one["session"] in codes
        assert one.get("person") in people | {None}
    for one in own["recommendations"]:
        assert one["session"] in codes
        assert one.get("proposer") in people | {None}
        assert {reservation.get("person") for reservation in one.get("reservations", [])} <= people | {None}
        assert set(one.get("interventions", [])) <= spoken
    for kind in ("lessons", "practices"):
        assert own[kind]
        assert {one["session"] for one in own[kind]} <= codes


def test_recommendations_of_the_sample_use_the_words_of_the_kit() -> None:
    for one in spread("recommendations"):
        assert one["set"] in list(RecommendationSet)
        assert one["status"] in list(RecommendationStatus)
        for field, vocabulary in (("strands", KnownVocabulary.STRAND), ("capitals", KnownVocabulary.CAPITAL)):
            assert one[field]
            assert set(one[field]) <= term_keys(vocabulary)
        assert set(one["addressees"]) <= term_keys(KnownVocabulary.ADDRESSEE)
        assert 15 <= len(one["text"].split()) <= 40, one["key"]
        assert one["text"].endswith("."), one["key"]
    for one in spread("practices"):
        assert set(one["scores"]) == term_keys(KnownVocabulary.CAPITAL)
        assert one["what_did_not_work"]


def test_the_sample_opens_its_recommendations_with_an_infinitive() -> None:
    for name in FACILITATORS:
        own = sample(name)
        for one in own["recommendations"]:
            texts = {one.get("language", name): one["text"]} | one.get("translations", {})
            for language, text in texts.items():
                verb = text.split()[0].lower().rstrip(",")
                endings = {"fr": ("er", "ir", "re"), "es": ("ar", "er", "ir"), "en": ("",)}[language]
                assert verb.endswith(endings), one["key"]


def test_the_sample_is_as_large_as_a_real_consultation() -> None:
    recommendations = list(spread("recommendations", *FACILITATORS))
    assert len(recommendations) >= 72
    assert len(list(spread("interventions", *FACILITATORS))) >= 48
    assert min(len(sample(name)["recommendations"]) for name in FACILITATORS) >= 24
    assert min(len(sample(name)["interventions"]) for name in FACILITATORS) >= 16
    sets = {(one["set"], strand) for one in recommendations for strand in one["strands"]}
    assert sets == {(one, strand) for one in RecommendationSet for strand in term_keys(KnownVocabulary.STRAND)}
    for name in FACILITATORS:
        reserved = [one for one in sample(name)["recommendations"] if one.get("reservations")]
        assert len(reserved) >= 4
    assert {one["consent"] for one in spread("people")} == {True, False}
    assert len(list(spread("commitments"))) >= 2


def test_rooms_of_the_sample_meet_and_repeat_one_another() -> None:
    rooms = Counter(one["code"] for name in FACILITATORS for one in sample(name)["sessions"])
    assert len(rooms) >= 7
    assert max(rooms.values()) == 2
    wordings = Counter(one["text"] for one in spread("recommendations", *FACILITATORS))
    assert len([one for one, times in wordings.items() if times == 2]) >= 4


def test_keys_of_the_sample_are_its_own() -> None:
    kinds = ("people", "interventions", "recommendations", "lessons", "practices", "commitments")
    keys = [one["key"] for kind in kinds for one in spread(kind)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'format = 3\nname = "small\n', "from line 2 on it is not written as a kit is, in TOML"),
        (b"format = 3\nstarts = 2024-13-12\n", "from line 2 on it is not written as a kit is, in TOML"),
        (b'format = 3\nname = """small\n', "from line 3 on it is not written as a kit is, in TOML"),
        ('name = "Kütahya"'.encode("latin-1"), "not in UTF-8"),
        ('name = "Kütahya"'.encode("utf-16"), "not in UTF-8"),
        (b"a = " + b"[" * 5000, "more deeply"),
    ],
    ids=["text-open", "wrong-date", "end", "latin", "utf-16", "deep"],
)
def test_a_file_that_is_no_toml_is_refused_in_words_of_no_programmer(folder: Path, data: bytes, said: str) -> None:
    (folder / "small.toml").write_bytes(data)
    with pytest.raises(KitRefused) as caught:
        read_kit(folder / "small.toml")
    assert said in str(caught.value)
    assert "codec" not in str(caught.value)


def test_a_kit_that_begins_with_a_byte_order_mark_is_read_by_the_same_lines(folder: Path) -> None:
    (folder / "small.toml").write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert read_kit(folder / "small.toml").name == "small"


def test_the_sample_has_real_conflicts_on_what_was_handed_out() -> None:
    handed_out = {one["key"] for kind in ("recommendations", "people") for one in spread(kind, "common")}
    handed_out |= {one.code for one in read_kit(FORUM).records() if isinstance(one, Session)}
    values: dict[tuple[str, str], list[object]] = {}
    for one in sample("edits")["edits"]:
        assert one["facilitator"] in FACILITATORS
        assert one["record"] in handed_out
        found = values.setdefault((one["record"], one["field"]), [])
        if one["value"] not in found:
            found.append(one["value"])
    conflicting = [place for place, different in values.items() if len(different) > 1]
    assert len(conflicting) == 5
    assert len(values) > len(conflicting)
