"""An evening's pile: sixty files from as many rooms, with everything in them that a rapporteur has to deal with.

What the rooms say is the sample's; planted among it are things said in several rooms, edits that disagree, words that
are opposed, copies, and files that are broken or hostile. `Evening` tells what has to come of it.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from consultation.joining import Joined
from consultation.kits import read_kit
from consultation.merging import merge
from consultation.model import Group, Person, Recommendation, RecommendationStatus, Session
from consultation.preparing import new_consultation
from consultation.sample import KIT, decide_sample, make_sample
from consultation.store import Store
from tests.builders import DAY_MS, START_MS, Watch, identity

DUPLICATES = 6
"""Things that three more rooms say in the same words, but for capitals and punctuation."""
REWORDED = {
    "Publish the minutes of every council meeting within ten days.": (
        "We ask that the minutes of each council meeting be published within ten days."
    ),
    "Pay the fares of apprentices who travel between two towns.": (
        "Apprentices travelling between two towns should have their fares paid."
    ),
}
"""Things that a second room says in other words."""
PARTS = {
    "Publish the budget of every ward and explain it in a public hearing each March.": (
        "Publish the budget of every ward."
    ),
}
"""Things of which a second room asks for a part."""
OPPOSED = (
    (
        "Allow street vendors on the market square on Sundays.",
        "Do not allow street vendors on the market square on Sundays.",
    ),
    (
        "Raise the ceiling of municipal loans to 12 per cent.",
        "Lower the ceiling of municipal loans to 12 per cent.",
    ),
)
"""Things that a second room asks the opposite of."""
EDITED = tuple(
    f"Keep the archive of {what} open. Name one person who answers for it. Report on it each spring."
    for what in ("water", "roads", "housing", "markets", "schools")
)
"""Handed out, and edited in two rooms."""
BY_THEMSELVES = 2
"""Of these, the edits that do not touch one sentence twice."""
TREES = ("limes", "oaks", "pear trees", "fig trees", "elms", "planes", "birches")
ROOMS = 45
PAGE = 4096
BEFORE_TODAY_MS = 90 * DAY_MS
"""The evening is some weeks ago, so that no clock of a room is ahead of the rapporteur's."""


@dataclass
class Evening:
    """The files, and what has to come of them."""

    own: Path
    """The rapporteur's own file."""
    rooms: list[Path] = field(default_factory=list)
    """Whole files of this consultation that bring something."""
    copies: list[Path] = field(default_factory=list)
    damaged: list[Path] = field(default_factory=list)
    refused: list[Path] = field(default_factory=list)
    of_others: list[Path] = field(default_factory=list)
    same: list[list[UUID]] = field(default_factory=list)
    """The recommendations that are one and the same, group by group: as planted, and as the sample has them itself."""
    parts: list[tuple[UUID, UUID]] = field(default_factory=list)
    """Of two recommendations the one that is part of the other, and that other."""
    opposed: list[frozenset[UUID]] = field(default_factory=list)
    said: dict[UUID, str] = field(default_factory=dict)
    """Every recommendation that the whole files say, and its words there."""

    @property
    def files(self) -> list[Path]:
        """All files, in the order of their names, as a folder lists them."""
        return sorted((*self.rooms, *self.copies, *self.damaged, *self.refused, *self.of_others))

    @property
    def conflicts(self) -> int:
        """How many conflicts are left to a person."""
        return len(EDITED) - BY_THEMSELVES


def make_evening(folder: Path) -> Evening:
    """Write sixty files into ``folder``, which is there and empty, and the rapporteur's own beside it."""
    watch = Watch(START_MS - BEFORE_TODAY_MS)
    own = folder.parent / "rapporteur.consult"
    with new_consultation(own, read_kit(KIT), identity("Secretariat"), watch.clock()) as store:
        sessions = [session.id for session in store.all(Session)]
        handed_out = [_asked(store, text, sessions[0]) for text in EDITED]
        dropped = _asked(store, "Close the old quarry to lorries before dawn.", sessions[0])
        shy = Person(id=store.new_id(), name="Amina Berrahal")
        store.save(shy)
    evening = Evening(own, said=dict.fromkeys((*handed_out, dropped), ""))
    texts, together = _of_the_sample(folder.parent / "sample")
    rooms = [folder / f"room-{number:02}.consult" for number in range(ROOMS)]
    for number, path in enumerate(rooms):
        with _opened(path, own, f"Facilitator {number:02}", watch) as store:
            session = sessions[number % len(sessions)]
            for text in texts[number::ROOMS]:
                evening.said[_asked(store, text, session)] = text
    evening.rooms += rooms
    _say_again(evening, rooms, texts, sessions)
    _plant_pairs(evening, rooms, sessions)
    _edit(rooms, handed_out)
    _do_what_nobody_expects(rooms, dropped, shy)
    evening.copies += [_copied(rooms[number], f"room-{number:02} (1).consult") for number in (3, 17, 30)]
    _break(evening, folder, rooms)
    evening.same += _one_and_the_same(evening.said, [*together, *(set(pair) for pair in REWORDED.items())])
    return evening


def _of_the_sample(folder: Path) -> tuple[list[str], list[set[str]]]:
    """Return what the sample's rooms say at some length, and what its rapporteur put together."""
    folder.mkdir()
    sample = make_sample(folder)
    with Store.open(sample.prepared, identity("Sample")) as store:
        merge(store, sample.rooms)
        decide_sample(store, sample)
        texts = {each.id: each.text for each in store.all(Recommendation) if len(each.text) > 40}
        return list(texts.values()), [{texts[each] for each in it.recommendations} for it in store.all(Group)]


def _one_and_the_same(said: dict[UUID, str], together: Iterable[set[str]]) -> Iterator[list[UUID]]:
    """Put together what is said in the same words, but for capitals and signs, or in words that belong together."""
    texts = Joined(text for text in said.values() if text)
    for first, *others in map(sorted, together):
        for other in others:
            texts.join(first, other)
    for those in texts.sets():
        members = sorted(each for each, text in said.items() if text in those)
        if len(members) > 1:
            yield members


def _asked(store: Store, text: str, session: UUID) -> UUID:
    values = {"set": "policy", "language": "", "session": session, "status": RecommendationStatus.PROPOSED}
    made = Recommendation(id=store.new_id(), text=text, **values)
    store.save(made)
    return made.id


def _opened(path: Path, own: Path, who: str, watch: Watch) -> Store:
    if not path.exists():
        shutil.copyfile(own, path)
    watch.now_ms += 60_000
    return Store.open(path, identity(who), watch.clock())


def _say_again(evening: Evening, rooms: list[Path], texts: list[str], sessions: list[UUID]) -> None:
    """Plant what is said in several rooms in the same words, but for capitals and punctuation."""
    watch = Watch(START_MS - BEFORE_TODAY_MS + DAY_MS)
    for number, text in enumerate(texts[:DUPLICATES]):
        for place, again in enumerate((text.upper(), f"{text.rstrip('.')} !", f"« {text} »")):
            room = (7 * number + 11 * place + 5) % len(rooms)
            with _opened(rooms[room], evening.own, f"Facilitator {room:02}", watch) as store:
                evening.said[_asked(store, again, sessions[room % len(sessions)])] = text


def _plant_pairs(evening: Evening, rooms: list[Path], sessions: list[UUID]) -> None:
    """Plant what two rooms say in other words, what is part of something else, and what is opposed."""
    watch = Watch(START_MS - BEFORE_TODAY_MS + 2 * DAY_MS)

    def plant(pair: Iterable[str], room: int) -> list[UUID]:
        made = []
        for place, text in enumerate(pair, room):
            with _opened(rooms[place], evening.own, f"Facilitator {place:02}", watch) as store:
                made.append(_asked(store, text, sessions[place % len(sessions)]))
        evening.said |= dict(zip(made, pair, strict=True))
        return made

    for number, pair in enumerate(REWORDED.items()):
        plant(pair, 12 + 2 * number)
    for number, pair in enumerate(OPPOSED):
        evening.opposed.append(frozenset(plant(pair, 20 + 2 * number)))
    for number, pair in enumerate(PARTS.items()):
        whole, part = plant(pair, 26 + 2 * number)
        evening.parts.append((part, whole))


def _edit(rooms: list[Path], handed_out: list[UUID]) -> None:
    """Let two rooms edit what was handed out: two texts in different sentences, the others in the same one."""
    for number, recommendation in enumerate(handed_out):
        for place, path in enumerate(rooms[2 * number : 2 * number + 2]):
            with Store.open(path, identity(f"Facilitator {2 * number + place:02}")) as store:
                text = store.get(Recommendation, recommendation).text
                if number < BY_THEMSELVES and place:
                    text = text.replace("each spring", "each spring and each autumn")
                else:
                    text = text.replace("one person", ("two people", "a council")[place])
                store.change(store.get(Recommendation, recommendation), text=text)


def _do_what_nobody_expects(rooms: list[Path], dropped: UUID, shy: Person) -> None:
    """Let one room delete what was handed out, one change consent, and one write as somebody else."""
    with Store.open(rooms[40], identity("Facilitator 40")) as store:
        store.delete(store.get(Recommendation, dropped))
    with Store.open(rooms[41], identity("Facilitator 41")) as store:
        store.change(store.get(Person, shy.id), consent=True)


def _copied(path: Path, name: str) -> Path:
    return Path(shutil.copyfile(path, path.with_name(name)))


def _break(evening: Evening, folder: Path, rooms: list[Path]) -> None:
    """Add what cannot be taken in as it is: damaged, refused, of another consultation."""

    def spoilt(number: int, name: str, spoil: Callable[[bytes], bytes]) -> Path:
        path = folder / name
        path.write_bytes(spoil(rooms[number].read_bytes()))
        return path

    evening.damaged += [
        spoilt(8, "stick-pulled-out.consult", lambda whole: whole[: len(whole) * 5 // 6]),
        spoilt(9, "stick-with-a-hole.consult", lambda whole: _with_a_hole(whole, b'"name":"Facilitator 09"')),
    ]
    photos, nothing = folder / "visit-photos.consult", folder / "nothing.consult"
    photos.write_bytes(b"\xff\xd8\xff\xe0" + bytes(5_000))
    nothing.write_bytes(b"")
    tomorrow = _copied(rooms[10], "of-tomorrow.consult")
    database = sqlite3.connect(tomorrow)
    database.execute("PRAGMA user_version = 900")
    database.close()
    trigger = "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM revision; END"
    hostile = _with_trigger(rooms[11], trigger)
    evening.refused += [photos, nothing, tomorrow, hostile]
    for name in ("of-others.consult", "of-others-too.consult"):
        path = folder / name
        with new_consultation(path, read_kit(KIT), identity("Somebody else")) as store:
            _asked(store, f"Something that belongs to another consultation: {name}.", store.all(Session)[0].id)
        evening.of_others.append(path)
    evening.rooms += list(_more_rooms(evening, folder))


def _with_a_hole(whole: bytes, at: bytes) -> bytes:
    """Destroy the page on which some words stand first."""
    start = whole.index(at) // PAGE * PAGE
    return whole[:start] + bytes(PAGE) + whole[start + PAGE :]


def _with_trigger(path: Path, trigger: str) -> Path:
    hostile = _copied(path, "with-a-trigger.consult")
    database = sqlite3.connect(hostile)
    database.execute(trigger)
    database.commit()
    database.close()
    return hostile


def _more_rooms(evening: Evening, folder: Path) -> Iterator[Path]:
    """Fill up to sixty with rooms of few words."""
    for number in range(60 - len(evening.files)):
        path = folder / f"small-{number}.consult"
        with _opened(path, evening.own, f"Small {number}", Watch(START_MS - BEFORE_TODAY_MS)) as store:
            text = f"Plant {TREES[number % len(TREES)]} along the canal."
            evening.said[_asked(store, text, store.all(Session)[0].id)] = text
        yield path
