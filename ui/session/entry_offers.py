"""What is offered in the entry line: kinds after /, people after @, strands after #."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.language import Translator
from consultation.model import Person, Term
from consultation.reading.people import matching, plain
from ui.actions import recording
from ui.keys import shown
from ui.session.entry_kinds import LINE_KINDS, QUESTION, TONES, EntryKind
from ui.session.stream_entry import belongs_to
from ui.widgets.offer import Offer, Row

NAMING = re.compile(r"(?:^|(?<=\s))@([^@\n]{0,60})$")
NOBODY = re.compile(r"(?:^|(?<=\s))@@$")
KIND = re.compile(r"^/([^\s/]{0,30})$")
STRAND = re.compile(r"(?:^|(?<=\s))#([^#\n]{0,40})$")
OFFERED = 6
"""People that are offered at once."""
LONGEST_NAME = 4
"""Words; what is longer is hardly a name."""


@dataclass(frozen=True)
class NewPerson:
    """Somebody of this name is to be added."""

    name: str


@dataclass(frozen=True)
class KeepWords:
    """What was typed after the sign is words, and the sign with it."""


@dataclass(frozen=True)
class Somebody:
    """Nobody by name."""


@dataclass(frozen=True)
class Asked:
    """A sign before the caret, and what is typed after it."""

    sign: str
    typed: str
    place: int
    """Of the sign in the text."""


def asked_for(before: str) -> Asked | None:
    """Return which list is asked for by what stands before the caret, if one is."""
    for sign, pattern in (("/", KIND), ("@", NAMING), ("#", STRAND)):
        found = pattern.search(before)
        if found:
            return Asked(sign, found.group(1), found.start())
    return None


def kinds(t: Translator, typed: str) -> list[Row]:
    """Offer what the line can become."""
    rows: list[Row] = []
    for kind, action in LINE_KINDS.items():
        name = t(action.label)
        if not _begins(name, typed):
            continue
        if kind == QUESTION and rows:
            rows.append(None)
        of_set = kind.kind in (EntryKind.CITIZENSHIP, EntryKind.POLICY)
        icon = "" if of_set else action.icon
        rows.append(Offer(kind, name, at_end=shown(action), icon=icon, tone=TONES[kind.kind] if of_set else "muted"))
    return rows


def speakers(
    t: Translator, people: Sequence[Person], typed: str, times: Mapping[UUID, int]
) -> tuple[list[Row], object]:
    """Offer who could be speaking; return the key of the row that Enter takes too, unless another is chosen."""
    name = " ".join(typed.split())
    long = len(name.split()) > LONGEST_NAME
    found = matching(people, name) if name else list(people)
    rows: list[Row] = [Offer(KeepWords(), _keep(t, name), icon="message-square", marked=False), None] if long else []
    nobody = t("Somebody in the room")
    rows += [Offer(Somebody(), nobody, at_end="@@", icon="users", marked=False), None]
    for person in found[:OFFERED]:
        spoken = times.get(person.id, 0)
        often = t.plural("once", "{count} times", spoken) if spoken else ""
        rows.append(Offer(person.id, person.name, belongs_to(person), often))
    if name:
        rows += [None] if found else []
        add = t("Add “{name}” as a person").format(name=name)
        rows.append(Offer(NewPerson(name), add, icon="user-plus", marked=False))
        if not long:
            rows.append(Offer(KeepWords(), _keep(t, name), icon="message-square", marked=False))
    if rows[-1] is None:
        rows.pop()
    first: object = Somebody()
    if long:
        first = KeepWords()
    elif name:
        first = found[0].id if found else NewPerson(name)
    return rows, first


def strands(terms: Sequence[Term], names: Mapping[UUID, str], typed: str, chosen: Sequence[UUID]) -> list[Row]:
    """Offer strands, found by their name in any language; one that the line has already is ticked."""
    found = [term for term in terms if any(_begins(name, typed) for name in (names[term.id], *term.label.values()))]
    return [Offer(term.id, names[term.id], icon="check" if term.id in chosen else "") for term in found]


def languages(t: Translator, codes: Sequence[str], chosen: str) -> list[Row]:
    """Offer languages to type in."""
    return [Offer(code, t.language_name(code), at_end=code, icon="check" if code == chosen else "") for code in codes]


def named_whole(people: Sequence[Person], typed: str) -> Person | None:
    """Return the one person of whom a word of the name, or all of it, is typed and ended by a space."""
    if not typed.endswith(" "):
        return None
    wanted = plain(typed)
    found = [person for person in people if wanted == plain(person.name) or wanted in plain(person.name).split()]
    return found[0] if len(found) == 1 else None


def keys_in_line(t: Translator) -> list[str]:
    """Say what the signs are for."""
    said = (
        (recording.NAME_KIND, t("{key} kind")),
        (recording.NAME_SPEAKER, t("{key} speaker")),
        (recording.NAME_STRAND, t("{key} strand")),
    )
    return [words.format(key=shown(action)) for action, words in said]


def _keep(t: Translator, name: str) -> str:
    return t("Keep “{words}” as words").format(words=name)


def _begins(name: str, typed: str) -> bool:
    """Tell whether a name, or a word in it, begins with what is typed."""
    wanted = plain(typed)
    return not wanted or plain(name).startswith(wanted) or any(word.startswith(wanted) for word in plain(name).split())
