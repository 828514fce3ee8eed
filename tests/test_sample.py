"""The sample keeps its promises, is the same every time, and leads to the same PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from uuid import UUID

import pytest

from consultation.deciding.cards import read_card
from consultation.demonstration import demonstrate
from consultation.errors import ExportRefused
from consultation.language import translator
from consultation.merging import merge
from consultation.model import (
    KINDS,
    Attendance,
    Commitment,
    Group,
    Intervention,
    Item,
    KnownVocabulary,
    Paragraph,
    Person,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Reservation,
    Role,
    RoleKind,
    Section,
    SectionKind,
    Session,
    Support,
    fingerprint,
    texts_of,
)
from consultation.reading.declaration import read_declaration
from consultation.reading.material import gather
from consultation.reading.wording import join_wordings, normalised
from consultation.sample import Sample, decide_sample, make_sample
from consultation.store import Store
from tests.builders import identity

WRITTEN_DOWN = (Intervention, Recommendation, Reservation)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Return the files of the sample."""
    return make_sample(tmp_path_factory.mktemp("sample"))


def files_of(sample: Sample) -> tuple[Path, ...]:
    return (sample.prepared, sample.handed_out, *sample.rooms)


@pytest.fixture(scope="module")
def merged(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return all rooms in one file."""
    path = tmp_path_factory.mktemp("merged") / "merged.consult"
    path.write_bytes(sample.prepared.read_bytes())
    with Store.open(path, identity("Rapporteur")) as store:
        merge(store, sample.rooms)
        yield store


def test_there_are_three_files_in_three_languages_of_one_consultation(sample: Sample) -> None:
    spoken = []
    consultations = set()
    for room in sample.rooms:
        with Store.open(room, identity()) as store:
            own = [one.language for kind in WRITTEN_DOWN for one in store.all(kind)]
            spoken.append(Counter(own).most_common(1)[0][0])
            consultations.add(store.consultation.id)
    assert spoken == ["fr", "en", "es"]
    assert len(consultations) == 1


def test_every_facilitator_recorded_sessions_of_their_own(sample: Sample) -> None:
    for room in sample.rooms:
        with Store.open(room, identity()) as store:
            held = {one.session for one in store.all(Recommendation)}
            assert len(held) >= 2
            assert store.count(Recommendation) >= 20
            assert store.check().is_sound


def test_what_was_recorded_is_as_much_as_was_promised(merged: Store) -> None:
    held = {one.session for kind in (Recommendation, Intervention) for one in merged.all(kind)}
    assert len(held - {None}) >= 6
    assert merged.count(Recommendation) >= 60
    assert merged.count(Intervention) >= 40
    assert merged.count(Support) >= 20
    assert merged.count(Reservation) >= 5
    assert sum(one.heads for one in merged.all(Attendance)) > 0


def test_there_are_recommendations_of_both_sets_in_every_strand(merged: Store) -> None:
    found = {(one.set, strand) for one in merged.all(Recommendation) for strand in one.chosen(KnownVocabulary.STRAND)}
    strands = [term.id for term in merged.terms(KnownVocabulary.STRAND)]
    assert len(strands) == 3
    assert set(product(RecommendationSet, strands)) <= found


def test_those_who_spoke_have_roles_in_the_session_they_spoke_in(merged: Store) -> None:
    roles = {(one.session, one.person) for one in merged.all(Role)}
    assert sum((one.session, one.person) in roles for one in merged.all(Intervention)) >= 40
    assert {one.role for one in merged.all(Role)} >= {RoleKind.MODERATOR, RoleKind.SPEAKER}


def test_every_session_that_was_held_has_attendance_and_somebody_who_moderates(merged: Store) -> None:
    counted = {one.session for one in merged.all(Attendance)}
    moderated = {one.session for one in merged.all(Role) if one.role is RoleKind.MODERATOR}
    for session in {one.session for one in merged.all(Intervention)}:
        code = merged.get(Session, session).code
        assert session in counted, code
        assert session in moderated, code


def test_support_was_counted_with_hands_for_and_against(merged: Store) -> None:
    assert any(one.in_favour for one in merged.all(Support))
    assert any(one.against for one in merged.all(Support))
    assert all(one.in_favour is not None for one in merged.all(Support))


def test_some_wordings_were_said_in_two_rooms(merged: Store) -> None:
    rooms: dict[tuple[str, str], set[object]] = {}
    for one in merged.all(Recommendation):
        for language, text in ((one.language, one.text), *texts_of(one.translations).items()):
            rooms.setdefault((language, normalised(text)), set()).add(one.session)
    assert len([each for each in rooms.values() if len(each) > 1]) >= 2


def test_people_differ_in_at_least_two_things(sample: Sample, merged: Store) -> None:
    conflicts = merged.conflicts()
    assert len(conflicts) >= 2
    for one in conflicts:
        assert len({str(option.value) for option in one.options}) >= 2
        assert len({option.author_name for option in one.options}) >= 2
    for room in sample.rooms:
        with Store.open(room, identity()) as store:
            assert store.conflicts() == []


def test_every_kind_of_record_is_there_at_least_three_times(merged: Store) -> None:
    counts = merged.counts()
    assert counts.pop("consultation") == 1, "a file is about one"
    assert (counts.pop("edition"), counts.pop("editiontext")) == (0, 0), "nothing has been frozen yet"
    assert counts.pop("shortlist") == 0, "nobody has put any in order yet"
    assert counts.pop("paragraph") == 1, "drafting writes the others"
    assert counts.pop("group") == 0, "the rapporteur makes them"
    assert {kind: count for kind, count in counts.items() if count < 3} == {}


def test_what_the_rapporteur_puts_together_was_said_in_several_rooms_and_can_be_said_in_every_language(
    sample: Sample, tmp_path: Path
) -> None:
    path = tmp_path / "decided.consult"
    path.write_bytes(sample.prepared.read_bytes())
    with Store.open(path, identity("Rapporteur")) as store:
        merge(store, sample.rooms)
        asked_before = len(join_wordings(gather(store)))
        assert decide_sample(store, sample) == len(store.all(Group)) >= 4
        assert len(join_wordings(gather(store))) == asked_before - len(store.all(Group))
        for group in store.all(Group):
            card = read_card(store, group.recommendations)
            assert (card.rooms, card.lead) == (2, group.lead)
            assert card.missing(["en", "fr", "es"]) == ()


def test_every_reference_of_any_kind_leads_to_a_record(merged: Store) -> None:
    there = {one.id for kind in KINDS.values() for one in merged.all(kind)}
    for kind in KINDS.values():
        for one in merged.all(kind):
            for name in kind.model_fields:
                value = getattr(one, name)
                led = value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]
                led = [each for part in led for each in (part if isinstance(part, list) else [part])]
                assert {each for each in led if isinstance(each, UUID)} - {one.id} <= there, (kind, name)


def test_a_translation_says_who_made_it_and_of_which_wording(merged: Store) -> None:
    people = {str(one.id) for one in merged.all(Person)}
    translated = [one for one in merged.all(Recommendation) if one.translations]
    made = [each for one in translated for each in one.translations.values()]
    assert len(made) >= 20
    assert {each["by"] for each in made} <= people
    assert all(each["of"] for each in made)
    current = [
        one for one in translated if all(each["of"] == fingerprint(one.text) for each in one.translations.values())
    ]
    stale = [one for one in translated if one not in current]
    assert [one.reference for one in stale] == ["MAY-P-02"], "its text was changed after it was translated"
    assert len(current) >= 10


def test_hands_were_counted_on_a_wording_and_one_wording_was_changed_afterwards(merged: Store) -> None:
    texts = {one.id: one.text for one in merged.all(Recommendation)}
    changed = {
        one.recommendation for one in merged.all(Support) if one.counted_on != fingerprint(texts[one.recommendation])
    }
    assert {merged.get(Recommendation, one).reference for one in changed} == {"MAY-C-01", "MAY-P-02"}


def test_there_is_a_paragraph_on_follow_up_with_three_lettered_items(merged: Store) -> None:
    (section,) = [one for one in merged.all(Section) if one.part is SectionKind.FOLLOW_UP]
    (paragraph,) = merged.all(Paragraph, section=section.id)
    items = merged.all(Item, paragraph=paragraph.id)
    assert len(items) == 3
    for one in (paragraph, *items):
        assert set(one.words) == {"en", "fr", "es"}


def test_the_declaration_of_the_sample_has_the_same_numbers_and_letters_in_every_language(
    drafted_sample: Store,
) -> None:
    bare = str.maketrans(dict.fromkeys("()\u00a0"))
    numbered = [
        [(each.id, each.number.translate(bare), each.own_sources) for each in standing.passages]
        for standing in (read_declaration(drafted_sample, translator(language)) for language in ("en", "fr", "es"))
    ]
    assert numbered[0] == numbered[1] == numbered[2]
    assert len({number.rstrip("abcdefgh") for _, number, _ in numbered[0]} - {""}) in range(8, 16)


def test_every_room_of_the_sample_that_adopted_anything_is_heard_in_the_text(drafted_sample: Store) -> None:
    standing = read_declaration(drafted_sample, translator("en"))
    used = {source for passage in standing.passages for source in passage.own_sources}
    asked = drafted_sample.all(Recommendation)
    adopted = {one.session for one in asked if one.status is RecommendationStatus.ADOPTED}
    assert adopted <= {one.session for one in asked if one.id in used}


def test_commitments_name_the_organisations_that_make_them(merged: Store) -> None:
    assert all(one.organisations for one in merged.all(Commitment))


def test_some_people_agreed_to_be_named_and_some_did_not(merged: Store) -> None:
    consents = Counter(one.consent for one in merged.all(Person))
    assert consents[True] >= 10
    assert consents[False] >= 3


def test_every_reference_leads_to_a_record(merged: Store) -> None:
    sessions = {one.id for one in merged.all(Session)}
    people = {one.id for one in merged.all(Person)}
    recommendations = {one.id for one in merged.all(Recommendation)}
    interventions = {one.id for one in merged.all(Intervention)}
    for one in merged.all(Recommendation):
        assert one.session in sessions
        assert one.proposer is None or one.proposer in people
        assert set(one.interventions) <= interventions
    for each in (*merged.all(Support), *merged.all(Reservation)):
        assert each.recommendation in recommendations


def test_the_sample_is_the_same_every_time(sample: Sample, folder: Path) -> None:
    again = make_sample(folder)
    for one, other in zip(files_of(sample), files_of(again), strict=True):
        assert one.name == other.name
        with Store.open(one, identity()) as first, Store.open(other, identity()) as second:
            assert first.digest() == second.digest()


def test_the_order_of_merging_makes_no_difference(sample: Sample, merged: Store, folder: Path) -> None:
    path = folder / "merged.consult"
    path.write_bytes(sample.prepared.read_bytes())
    with Store.open(path, identity("Somebody else")) as store:
        for room in reversed(sample.rooms):
            merge(store, [room])
        assert store.digest() == merged.digest()


def test_the_demonstration_gives_the_same_files_twice_and_names_the_pdf_last(folder: Path) -> None:
    (folder / "mine.txt").write_text("mine")
    made: list[dict[str, bytes]] = []
    for _ in range(2):
        done = demonstrate(folder, translator("fr"), translator("en"))
        assert done.pdf == folder / "declaration-fr.pdf"
        assert all(str(path) in done.lines[-1] for path in done.documents)
        made.append({path.name: path.read_bytes() for path in done.files if path.suffix != ".consult"})
        assert {path.name for path in folder.iterdir()} == {"mine.txt", *(path.name for path in done.files)}
    assert made[0] == made[1]
    assert made[0]["declaration-fr.pdf"].startswith(b"%PDF")
    assert made[0]["programme-fr.pdf"].startswith(b"%PDF")
    assert made[0]["programme-fr.ics"].startswith(b"BEGIN:VCALENDAR")
    assert made[0]["programme-fr.xlsx"].startswith(b"PK")


def test_a_demonstration_that_fails_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("consultation.demonstration.documents.publish", full)
    with pytest.raises(ExportRefused, match="could not be written"):
        demonstrate(folder, translator("en"), translator("en"))
    assert list(folder.iterdir()) == []
