"""How many there are of everything, in the words of the tabs and of the line at the bottom of the window."""

from __future__ import annotations

from consultation.language import Translator
from consultation.model import Gender, Organisation, Partnership
from consultation.reading.people_list import Missing, PeopleList
from consultation.store import Store


def list_words(t: Translator, store: Store, people: PeopleList) -> list[str]:
    """Say how many are in each list: people, organisations, partnerships."""
    organisations, partnerships = store.count(Organisation), store.count(Partnership)
    return [
        t("All {count}").format(count=t.number(len(people.rows))),
        t.plural("{count} organisation", "{count} organisations", organisations),
        t.plural("{count} partnership", "{count} partnerships", partnerships),
    ]


def missing_words(t: Translator, people: PeopleList, pairs: int) -> list[str]:
    """Say of how many something is missing, and how many pairs are alike; nothing where there is none."""
    not_asked, houseless = people.count(Missing.NOT_ASKED), people.count(Missing.NO_ORGANISATION)
    said = [
        (not_asked, t.plural("{count} not asked", "{count} not asked", not_asked)),
        (houseless, t.plural("{count} without organisation", "{count} without organisation", houseless)),
        (pairs, t.plural("{count} pair alike", "{count} pairs alike", pairs)),
    ]
    return [words if count else "" for count, words in said]


def status_words(t: Translator, store: Store, people: PeopleList) -> tuple[list[str], list[str]]:
    """Say how many people and organisations there are, and how many women and men."""
    genders, whole = people.genders(), len(people.rows)
    facts = [
        t.plural("{count} person", "{count} people", whole),
        t.plural("{count} organisation", "{count} organisations", store.count(Organisation)),
    ]
    said = [
        t.plural("{count} woman", "{count} women", genders[Gender.WOMAN]),
        t.plural("{count} man", "{count} men", genders[Gender.MAN]),
    ]
    if genders[Gender.OTHER]:
        said.append(t.plural("{count} other", "{count} others", genders[Gender.OTHER]))
    if genders[None]:
        said.append(t.context("gender", "{count} not said").format(count=t.number(genders[None])))
    return [", ".join(facts)], [", ".join(said)] if whole else []
