"""What the keys in the sample of a kit stand for; it learns as entries are read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from consultation.kits import Kit
from consultation.kits.entry import Entry
from consultation.language import N_, in_language
from consultation.model import LANGUAGE_CODE, Organisation, Translations, translation
from consultation.model.record import new_id
from consultation.sample.desk import chance


class Keys:
    """Key -> record, of what the kit brings and of what the sample has named so far."""

    def __init__(self, kit: Kit, sessions: Mapping[str, UUID], authors: Mapping[str, UUID]) -> None:
        self.terms, self.organisations = kit.terms(), kit.organisations()
        names = {each.id: each.name for each in kit.records() if isinstance(each, Organisation)}
        self.called = {key: in_language(names[id_], kit.languages[0]) for key, id_ in self.organisations.items()}
        self.sessions = sessions
        self.authors = authors
        """Name of who keeps a room -> the card of that laptop."""
        self.people: dict[str, UUID] = {}
        self.recommendations: dict[str, UUID] = {}
        self.practices: dict[str, UUID] = {}
        self.asked_in: dict[str, str] = {}
        """Key of a recommendation -> code of its session."""
        self.in_words: dict[str, Organisation] = {}
        """Organisations that are no record of the kit, by the words they are called."""
        self._entropy = chance(f"{kit.name} sample")

    def new_id(self, at: datetime) -> UUID:
        """Make the id of a record that is written at ``at``."""
        return new_id(int(at.timestamp() * 1000), self._entropy)

    def session(self, place: Entry) -> UUID | None:
        """Return the session an entry names, if it names one."""
        return place.one_of("session", self.sessions)

    def needed_session(self, place: Entry) -> UUID:
        """Return the session an entry has to name."""
        return place.known("session", place.text("session"), self.sessions)

    def holders(self, place: Entry, at: datetime) -> list[UUID]:
        """Find the organisations of a practice: by their keys, else in words, which make one."""
        found = []
        for name in place.optional_texts("organisations"):
            if name not in self.organisations and name not in self.in_words:
                made = Organisation(id=self.new_id(at), name={place.text("language"): name})
                self.in_words[name] = place.checked(made)
            found.append(self.organisations.get(name) or self.in_words[name].id)
        return found


def translations(place: Entry, of: str) -> Translations:
    """Read what a facilitator made of a text in other languages."""
    if "translations" not in place.values:
        return {}
    own = place.table("translations")
    for language in own.values:
        if not LANGUAGE_CODE.fullmatch(language) or language == place.text("language"):
            raise own.refused(language, N_("a text is translated into other languages, by their codes"))
    return {language: translation(own.text(language), of) for language in own.values}
