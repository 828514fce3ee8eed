"""Who can be speaking: the people of the session first, then everybody else in the file."""

from __future__ import annotations

import unicodedata
from uuid import UUID

from consultation.model import Person, Role, RoleKind
from ui.workspace import Workspace

ORDER = (
    RoleKind.MODERATOR,
    RoleKind.KEYNOTE_WITNESS,
    RoleKind.SPEAKER,
    RoleKind.PARTICIPANT,
    RoleKind.RAPPORTEUR,
    RoleKind.OBSERVER,
)


def people_of(workspace: Workspace, session: UUID) -> list[tuple[Role, Person]]:
    """Return the people with a role in a session, moderators first."""
    people = {one.id: one for one in workspace.store.all(Person)}
    roles = [one for one in workspace.store.all(Role, session=session) if one.person in people]
    roles.sort(key=lambda one: (ORDER.index(one.role), one.id))
    return [(role, people[role.person]) for role in roles]


def who_could_speak(workspace: Workspace, session: UUID | None) -> list[Person]:
    """Return everybody, the people of the session first, each once."""
    here = [person for _, person in people_of(workspace, session)] if session else []
    known = {one.id for one in here}
    others = sorted((one for one in workspace.store.all(Person) if one.id not in known), key=lambda one: one.name)
    return list({one.id: one for one in [*here, *others]}.values())


def matching(people: list[Person], typed: str) -> list[Person]:
    """Return those in whose name a word begins with what is typed, accents or not."""
    wanted = plain(typed)
    return [
        one
        for one in people
        if plain(one.name).startswith(wanted) or any(word.startswith(wanted) for word in plain(one.name).split())
    ]


def plain(text: str) -> str:
    """Take case and accents off."""
    apart = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def split_name(typed: str) -> tuple[str, str]:
    """Divide "name, organisation" as people type it."""
    name, _, organisation = typed.partition(",")
    return " ".join(name.split()), " ".join(organisation.split())
