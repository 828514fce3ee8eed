"""The people of a session, and which people may be named outside the room: one rule for every way out of the file."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import filterfalse
from uuid import UUID

from consultation.model import Intervention, Person, Role, RoleKind
from consultation.store import Conflict, Store

ORDER = (
    RoleKind.MODERATOR,
    RoleKind.KEYNOTE_WITNESS,
    RoleKind.SPEAKER,
    RoleKind.PARTICIPANT,
    RoleKind.RAPPORTEUR,
    RoleKind.OBSERVER,
)
"""The order in which the people of a session are listed."""

TELLING = 8
"""Letters from which a name written without spaces is found inside other words by no accident."""

_ONE_LETTER = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that people type without their stroke or apart, and that Unicode does not take apart."""


@dataclass(frozen=True)
class MayBeNamed:
    """Who may be named in a document, a table, on a screen or in a terminal; in doubt, nobody.

    A person is named who agreed to it and about whose consent nobody disagrees. Whoever is listed and may not be
    named is not named by typed words either.
    """

    named: Mapping[UUID, Person]
    """Those who may be named."""
    unattributed: frozenset[UUID]
    """Interventions on which people disagree whether it may be told who said them."""
    _hidden: Mapping[str, list[frozenset[str]]] = field(repr=False)
    """The words of names that may not be printed, by one word of each."""
    _hidden_runs: tuple[str, ...] = field(repr=False)
    """The same names without spaces, where they are long enough to be nothing else or their script parts no words."""

    def person(self, person_id: UUID | None) -> Person | None:
        """Return a person who may be named, else None."""
        return self.named.get(person_id) if person_id else None

    def name_of(self, person_id: UUID | None) -> str:
        """Return the name of a person who may be named, else nothing."""
        person = self.person(person_id)
        return person.name if person else ""

    def typed(self, who: str) -> str:
        """Return typed words such as "two mayors of the coast"; nothing when they name somebody who may not be named.

        Case, accents, spaces, punctuation and the order of a name's words make no difference.
        """
        words = _words(who)
        there, run = frozenset(words), "".join(words)
        if any(name <= there for word in there for name in self._hidden.get(word, ())):
            return ""
        return "" if any(name in run for name in self._hidden_runs) else who

    def who(self, person_id: UUID | None, typed: str) -> str:
        """Return who is meant where a record has both a person and typed words.

        The words beside a person who may not be named are not printed: they may tell who it is.
        """
        return self.name_of(person_id) if person_id else self.typed(typed)

    def said_by(self, intervention: Intervention) -> str:
        """Return the name of who said something, where it may be told."""
        told = intervention.attributable and intervention.id not in self.unattributed
        return self.name_of(intervention.person) if told else ""


def who_may_be_named(store: Store) -> MayBeNamed:
    """Read from the file who may be named."""
    return may_be_named(store.all(Person, deleted=True), store.conflicts())


def may_be_named(people: Iterable[Person], conflicts: Iterable[Conflict]) -> MayBeNamed:
    """Tell who of ``people``, deleted ones among them, may be named.

    A name on which people disagree is hidden in each of its forms.
    """
    disputed, unattributed = set(), set()
    names: dict[UUID, list[str]] = defaultdict(list)
    for conflict in conflicts:
        if (conflict.kind, conflict.field) == (Person.kind(), "consent"):
            disputed.add(conflict.record)
        elif (conflict.kind, conflict.field) == (Intervention.kind(), "attributable"):
            unattributed.add(conflict.record)
        elif (conflict.kind, conflict.field) == (Person.kind(), "name"):
            names[conflict.record].extend(str(option.value) for option in conflict.options)
    named: dict[UUID, Person] = {}
    hidden: dict[str, list[frozenset[str]]] = defaultdict(list)
    runs: list[str] = []
    for person in people:
        if person.consent and not person.deleted and person.id not in disputed:
            named[person.id] = person
            continue
        for name in {person.name, *names[person.id]}:
            words = _words(name)
            if words:
                hidden[max(words, key=len)].append(frozenset(words))
                runs.extend(_runs(name, words))
    return MayBeNamed(named, frozenset(unattributed), dict(hidden), tuple(runs))


def people_of(store: Store, session: UUID) -> list[tuple[Role, Person]]:
    """Return the people with a role in a session, moderators first."""
    roles = _roles(store, session)
    people = {person.id: person for person in store.all(Person, id={role.person for role in roles})} if roles else {}
    return [(role, people[role.person]) for role in roles if role.person in people]


def who_could_speak(store: Store, session: UUID | None) -> list[Person]:
    """Return everybody, the people of the session first, each once."""
    everybody = {person.id: person for person in sorted(store.all(Person), key=lambda person: plain(person.name))}
    here = [role.person for role in _roles(store, session) if role.person in everybody] if session else []
    return [everybody[person] for person in dict.fromkeys([*here, *everybody])]


def _roles(store: Store, session: UUID) -> list[Role]:
    return sorted(store.all(Role, session=session), key=lambda role: (ORDER.index(role.role), role.id))


def known_as(people: Iterable[Person], name: str, organisation: str = "") -> Person | None:
    """Return the first person of that name, and of that organisation where one is given; case makes no difference."""
    for person in people:
        same_house = not organisation or person.organisation.casefold() == organisation.casefold()
        if same_house and person.name.casefold() == name.casefold():
            return person
    return None


def matching(people: Iterable[Person], typed: str) -> list[Person]:
    """Return those whose name, or a word in it, begins with what is typed, accents or not."""
    wanted = plain(typed)
    return [
        person
        for person in people
        if plain(person.name).startswith(wanted) or any(word.startswith(wanted) for word in plain(person.name).split())
    ]


def plain(text: str) -> str:
    """Take case and accents off, and the spaces around."""
    folded = text.strip().casefold()
    if folded.isascii():
        return folded  # most of what there is, and there may be thousands
    apart = unicodedata.normalize("NFKD", folded)
    return "".join(filterfalse(unicodedata.combining, apart)).translate(_ONE_LETTER)


def split_name(typed: str) -> tuple[str, str]:
    """Divide "name, organisation" as people type it."""
    name, _, organisation = typed.partition(",")
    return " ".join(name.split()), " ".join(organisation.split())


def _words(text: str) -> list[str]:
    """Divide a text into plain words; characters that are not seen part nothing."""
    return re.findall(
        r"[^\W_]+", "".join(character for character in plain(text) if unicodedata.category(character) != "Cf")
    )


def _runs(name: str, words: list[str]) -> list[str]:
    """Return a name without spaces, where finding it inside a text says enough.

    Scripts without capitals may run words together.
    """
    run = "".join(words)
    without_capitals = not any(character.lower() != character.upper() for character in name)
    return [run] if without_capitals or (len(words) > 1 and len(run) >= TELLING) else []
