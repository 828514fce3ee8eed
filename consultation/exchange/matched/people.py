"""A table of people against the people of the file: the same where the name and the organisation are, or the mail."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from consultation.errors import Sentence, sentence
from consultation.exchange.matched.known_words import Terms, agreed, gender_of, languages_of
from consultation.exchange.matched.lister import MOST_ALIKE, Alike, Found, Said
from consultation.exchange.matched.row import Row, Table
from consultation.language import N_
from consultation.model import Contact, KnownVocabulary, Organisation, Person
from consultation.reading.people import plain
from consultation.store import Store

FIELDS = ("name", "address", "title", "organisation", "territory", "region", "actor", "gender", "languages", "consent")
"""Those of a person that a table can say something of."""
ASIDE = ("mail", "telephone")
_PLAIN = ("address", "title", "organisation", "territory")
_CHOICES = ("region", "actor", "gender", "languages", "consent")


NOBODY = Found()


class Known(NamedTuple):
    """What of a person of the file tells them from others."""

    id: UUID
    name: str
    spelling: str
    organisations: frozenset[str]
    """As they are compared."""
    organisation: str
    """In words."""
    mails: frozenset[str]


class Directory:
    """The people of a file, to be found by name, organisation and mail."""

    def __init__(self, store: Store) -> None:
        self.contacts: dict[UUID, tuple[UUID, str, str]] = {
            person: (contact, mail, telephone)
            for contact, person, mail, telephone in store.columns(Contact, "id", "person", "mail", "telephone")
        }
        self._same_house = _houses(store)
        self._by_name: dict[str, list[Known]] = {}
        self._by_mail: dict[str, list[Known]] = {}
        self._surely: dict[tuple[str, str], list[Known]] = {}
        """By the name as it is compared, and an organisation or a mail."""
        houses = {str(record): names for record, names in _names_by_id(store).items()}
        for record, name, organisation, functions in store.columns(Person, "id", "name", "organisation", "functions"):
            held = [organisation, *(label for each in functions for label in houses.get(each["organisation"], ()))]
            mail = mail_key(self.contacts[record][1]) if record in self.contacts else ""
            person = Known(
                record,
                name,
                spelling(name),
                frozenset(filter(None, map(self.house, held))),
                organisation,
                frozenset(filter(None, [mail])),
            )
            self._by_name.setdefault(name_key(name), []).append(person)
            for each in person.mails:
                self._by_mail.setdefault(each, []).append(person)
            for sign in person.organisations | person.mails:
                self._surely.setdefault((person.spelling, sign), []).append(person)

    def house(self, organisation: str) -> str:
        """Return an organisation in the form in which two are compared: one name for all those it has in the file."""
        name = spelling(organisation)
        return self._same_house.get(name, name)

    def namesakes(self, name: str) -> Sequence[Known]:
        """Return those who are called so, the words of the name in any order."""
        return self._by_name.get(name_key(name), ())

    def find(self, name: str, organisation: str, mail: str) -> Found:
        """Find who a row is about: surely where name and organisation, or name and mail, are the same."""
        address = mail_key(mail)
        namesakes = self._by_name.get(name_key(name))
        if namesakes is None:
            others = self._by_mail.get(address) if address else None
            return _doubtful(others, lambda person: sentence(N_("the same mail, another name"))) if others else NOBODY
        house, spelled = self.house(organisation), spelling(name)
        sure = {
            person.id: person for sign in (house, address) if sign for person in self._surely.get((spelled, sign), ())
        }
        if len(sure) == 1:
            return Found(next(iter(sure)))
        return _doubtful(list(sure.values()) or namesakes, lambda person: _why(person, name, house))


class People:
    """Reads a table of people."""

    def __init__(self, store: Store, table: Table) -> None:
        self._store = store
        self._directory = Directory(store)
        self._regions = Terms(store, KnownVocabulary.REGION)
        self._actors = Terms(store, KnownVocabulary.ACTOR)
        self._says_h = any(plain(cell) == "h" for cell in table.column("gender"))
        self._known: dict[UUID, dict[str, Any]] | None = None
        self._chosen: dict[tuple[str | None, ...], Said] = {}

    def read(self, row: Row) -> Said:
        there = row.said
        name = there.get("name") or f"{row.get('given_name')} {row.get('surname')}".strip()
        said = Said(name, doubts=list(row.faults))
        if not name:
            return said
        values = said.values
        values["name"] = name
        for field in _PLAIN:
            if field in there:
                values[field] = there[field]
        self._read_choices(there, said)
        said.aside = {field: there[field] for field in ASIDE if field in there}
        said.name_key = name_key(name)
        house = self._directory.house(values.get("organisation", ""))
        mail = mail_key(said.aside.get("mail", ""))
        said.keys = tuple([(said.name_key, sign) for sign in (house, mail) if sign]) or ((said.name_key, ""),)
        return said

    def find(self, said: Said) -> Found:
        return self._directory.find(said.name, said.values.get("organisation", ""), said.aside.get("mail", ""))

    def known(self, record: UUID) -> Mapping[str, Any]:
        if self._known is None:
            self._known = {
                values[0]: dict(zip(FIELDS, values[1:], strict=True))
                for values in self._store.columns(Person, "id", *FIELDS)
            }
        _, mail, telephone = self._directory.contacts.get(record, (None, "", ""))
        return {**self._known.get(record, {}), "mail": mail, "telephone": telephone}

    def joined(self, known: Mapping[str, Any], said: Said) -> Mapping[str, Any]:
        whole = {**said.values, **said.aside}
        if spelling(known.get("name", "")) == spelling(said.name):
            del whole["name"]
        if self._directory.house(known.get("organisation", "")) == self._directory.house(whole.get("organisation", "")):
            whole.pop("organisation", None)
        if mail_key(known.get("mail", "")) == mail_key(whole.get("mail", "")):
            whole.pop("mail", None)
        if set(known.get("languages", ())) == set(whole.get("languages", ())):
            whole.pop("languages", None)
        return whole

    def _read_choices(self, there: Mapping[str, str], said: Said) -> None:
        """Read the cells that say the same of many people: each choice of them once."""
        cells = tuple(map(there.get, _CHOICES))
        if cells not in self._chosen:
            self._chosen[cells] = self._choices(there)
        chosen = self._chosen[cells]
        said.values.update(chosen.values)
        said.remarks += chosen.remarks

    def _choices(self, there: Mapping[str, str]) -> Said:
        said = Said("")
        values, remarks = said.values, said.remarks
        for field, terms in (("region", self._regions), ("actor", self._actors)):
            if field in there and (term := terms.read(there[field], remarks)):
                values[field] = term
        if text := there.get("gender"):
            self._keep(said, "gender", gender_of(text, self._says_h), text)
        if (text := there.get("languages")) and (codes := languages_of(text, remarks)):
            values["languages"] = codes
        if text := there.get("consent"):
            self._keep(said, "consent", agreed(text), text)
        return said

    @staticmethod
    def _keep(said: Said, field: str, value: object, text: str) -> None:
        if value is None:
            said.remarks.append(sentence(N_("“{value}” cannot be read; the row is taken without it"), value=text))
        else:
            said.values[field] = value


@lru_cache(maxsize=65_536)
def spelling(text: str) -> str:
    """Return a name in the form in which two are the same: case, accents and spaces do not tell apart."""
    return " ".join((text.lower() if text.isascii() else plain(text)).split())


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """Return what is equal for names that may be one person's: the same words in any order."""
    return " ".join(sorted(spelling(name).replace("-", " ").replace(",", " ").split()))


def mail_key(mail: str) -> str:
    """Return a mail address in the form in which two are compared."""
    return mail.strip().casefold()


def _why(person: Known, name: str, house: str) -> Sentence:
    if person.spelling != spelling(name):
        return sentence(N_("the same name in another order"))
    if house and house in person.organisations:
        return sentence(N_("the same name and organisation"))
    if house and person.organisations:
        return sentence(N_("the same name, another organisation: {organisation}"), organisation=person.organisation)
    return sentence(N_("the same name; of one of them no organisation is known"))


def _doubtful(people: Sequence[Known], why: Callable[[Known], Sentence]) -> Found:
    alike = tuple(Alike(person.id, person.name, why(person)) for person in people[:MOST_ALIKE])
    return Found(None, alike, [sentence(N_("it may be somebody who is in the file"))])


def _names_by_id(store: Store) -> dict[UUID, list[str]]:
    return {
        record: [*name.values(), *short.values()]
        for record, name, short in store.columns(Organisation, "id", "name", "short_name")
    }


def _houses(store: Store) -> dict[str, str]:
    """Return what each name of an organisation of the file is compared by; names that two share are not in it."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for record, names in _names_by_id(store).items():
        for name in {spelling(name) for name in names if name.strip()}:
            if found.setdefault(name, str(record)) != str(record):
                shared.add(name)
    return {name: record for name, record in found.items() if name not in shared}
