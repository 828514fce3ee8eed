"""Where the words of a passage come from, and whether they may stand: translations, earlier texts, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.grammar import item_text
from consultation.language import Translator
from consultation.model import Commitment, Group, Item, Organisation, Paragraph, Person, Recommendation
from consultation.reading.organisations import full_name
from consultation.reading.parts import Parts, edited_parts, languages_of, parts_of, worded_by_hand
from consultation.reading.passages import State
from consultation.reading.people import may_be_named
from consultation.reading.translations import is_current
from consultation.store import Store

WORDS = frozenset({"words", "lead_in", "addressed", "text", "wording"})
"""The fields that say something, of passages and of the records whose words these say."""


@dataclass(frozen=True)
class Origin:
    """Where the words of one passage come from."""

    state: State = State.SETTLED
    original: str = ""
    language: str = ""
    versions: tuple[str, ...] = ()


def said_in(record: Paragraph | Item, language: str) -> tuple[Parts, str]:
    """Return what a passage says in a language, and the language its words are in where that is another one.

    What a person wrote in another language comes before what it was drafted from; what was never said in this one is
    given in the first language in which it was.
    """
    parts = parts_of(record, language)
    if parts.are_written:
        foreign = record.untranslated.get(language, "")
        by_hand = worded_by_hand(record, language) if foreign and isinstance(record, Item) else ""
        return (parts_of(record, by_hand), by_hand) if by_hand else (parts, foreign)
    others = [code for code in languages_of(record) if code not in record.untranslated] or languages_of(record)
    return (parts_of(record, others[0]), others[0]) if others else (parts, "")


class Origins:
    """The records that passages come from, as far as they decide whether the words of these may stand."""

    def __init__(self, store: Store, items: Sequence[Item], paragraphs: Sequence[Paragraph], t: Translator) -> None:
        self._t = t
        sources = {source for item in items for source in item.sources}
        asked = store.columns(Recommendation, "id", "text", "language", id=sources) if sources else []
        self._asked: dict[UUID, tuple[str, str]] = {each: (text, language) for each, text, language in asked}
        self._joined = {
            source: group.id for group in store.all(Group) if group.wording for source in group.recommendations
        }
        named = {item.commitment for item in items if item.commitment}
        self._promised = {each.id: each for each in store.all(Commitment, id=named)} if named else {}
        self._organisations = {each.id: each for each in store.all(Organisation)} if named else {}
        self._named = may_be_named(store.all(Person, deleted=True), store.conflicts()) if named else None
        passages = {item.id for item in items} | {paragraph.id for paragraph in paragraphs}
        self._versions = _versions(store, {*passages, *sources, *named, *self._joined.values()})

    def origin(self, record: Paragraph | Item, parts: Parts, other: str, quoted: bool) -> Origin:
        """Tell where the words of a passage come from; what is ``quoted`` stands as it was said."""
        if quoted:
            return Origin()
        text, language = self.original_of(record)
        if versions := self._disputed(record, language):
            return Origin(State.IN_CONFLICT, text, language, versions)
        if other:
            return Origin(State.UNTRANSLATED, text or parts.words, language if text else other)
        rendering = record.renderings.get(self._t.language)
        if rendering is None or not text:
            return Origin()
        is_settled = is_current(rendering, text, *self._other_originals(record))
        return Origin(State.SETTLED if is_settled else State.STALE, text, language)

    def committed(self, item: Item) -> tuple[str, str]:
        """Say who commits themselves, and what opens the item of a commitment: by when, who and with whom."""
        promised = self._promised.get(item.commitment) if item.commitment else None
        if promised is None:
            return "", ""
        t = self._t
        known = [self._organisations[each] for each in promised.organisations if each in self._organisations]
        who = t.listed(full_name(organisation, t.language) for organisation in known) or self._typed(promised.who)
        beside = self._typed(promised.with_whom)
        with_whom = t("(with {addressees})").format(addressees=beside) if beside else ""
        opened = " ".join(part for part in (who or t("somebody who is not named"), with_whom) if part)
        pattern = t("by {day}, {who}:") if promised.by else t.context("who commits themselves", "{who}:")
        return who, pattern.format(day=t.day(promised.by) if promised.by else "", who=opened)

    def _typed(self, words: str) -> str:
        return self._named.typed(words) if self._named is not None else ""

    def original_of(self, record: Paragraph | Item) -> tuple[str, str]:
        """Return the words a translation is to be of, and their language; both empty where there are none."""
        if not isinstance(record, Item):
            return "", ""
        if by_hand := worded_by_hand(record, self._t.language):
            return record.words[by_hand], by_hand
        if record.commitment in self._promised and record.commitment is not None:
            promised = self._promised[record.commitment]
            return promised.text, promised.language
        lead = record.sources[0] if record.sources else None
        if lead is None or lead in self._joined or lead not in self._asked:
            return "", ""
        return self._asked[lead]

    def _other_originals(self, record: Paragraph | Item) -> list[str]:
        """Return what others said whose words the leading recommendation shares: a translation may be of theirs."""
        if not isinstance(record, Item) or record.commitment or worded_by_hand(record, self._t.language):
            return []
        return [self._asked[source][0] for source in record.sources[1:] if source in self._asked]

    def _disputed(self, record: Paragraph | Item, language: str) -> tuple[str, ...]:
        """Return the wordings in conflict: of the passage itself, or of the record whose words it says."""
        if own := self._versions_of(record.id):
            return own
        if isinstance(record, Paragraph) or edited_parts(record, self._t.language):
            return ()
        lead = record.sources[0] if record.sources else None
        if record.commitment is None and lead in self._joined:
            said = self._versions_of(self._joined[lead])
        elif language in ("", self._t.language):
            said = self._versions_of(record.commitment or lead)
        else:
            said = ()
        return tuple(item_text(words, self._t.language) for words in said)

    def _versions_of(self, record: UUID | None) -> tuple[str, ...]:
        """Return what people wrote in this language, where it is not the same."""
        found: list[str] = []
        for values in self._versions.get(record, ()) if record else ():
            said = dict.fromkeys(words for value in values if (words := _in(value, self._t.language)))
            found += said if len(said) > 1 else ()
        return tuple(found)


def _in(value: object, language: str) -> str:
    return str(value.get(language, "")) if isinstance(value, dict) else str(value)


def _versions(store: Store, records: Iterable[UUID]) -> dict[UUID, list[list[object]]]:
    """Read the wordings in conflict, of passages and of the records they come from, field by field."""
    asked = set(records)
    found: dict[UUID, list[list[object]]] = {}
    if not store.disputed() & asked:
        return found
    disputed = [where for where in store.past.disputed() if where.record in asked and where.field in WORDS]
    for conflict in store.past.conflicts_on(disputed):
        found.setdefault(conflict.record, []).append([option.value for option in conflict.options])
    return found
