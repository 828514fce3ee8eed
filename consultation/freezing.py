"""Freezing the declaration: an edition with a number, which says for ever what it says now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from consultation.composing import declaration
from consultation.document.keeping import as_kept, from_kept
from consultation.document.packing import packed
from consultation.errors import EditionRefused
from consultation.language import N_, Translator, translator
from consultation.model import DocumentKind, Edition, EditionText
from consultation.reading.declaration import languages_drafted
from consultation.reading.editions import id_of_edition, id_of_text, read_editions
from consultation.reading.remaining import Remaining, RemainingKind, read_remaining
from consultation.reading.status import status_of_edition
from consultation.store import Store, Written
from consultation.words import shortened

STOPS = frozenset(RemainingKind) - {RemainingKind.NEEDS_WORDING}
"""What keeps a text from being final."""

MOST_QUOTED = 40
"""Letters of a passage that has no number."""


@dataclass(frozen=True)
class Frozen:
    """What freezing made."""

    edition: Edition
    written: Written
    """To be undone as any step is."""


def freeze(store: Store, name: str, note: str = "", *, final: bool = False, languages: Sequence[str] = ()) -> Frozen:
    """Freeze the declaration as it stands, in ``languages`` or in all in which there is a draft.

    EditionRefused without a name or a draft, and, where it is to be final, while something in it must be mended first:
    the sentence names each by its number. NotFound where there is no draft in one of the languages.
    """
    name = " ".join(name.split())
    if not name:
        raise EditionRefused(N_("An edition needs a name, such as “Zero draft”. Nothing was frozen."))
    with store.together():
        wanted = list(dict.fromkeys(languages)) or drafted_languages(store)
        if not wanted:
            raise EditionRefused(
                N_("There is no draft declaration yet, so there is nothing to freeze. Make the draft first.")
            )
        if final:
            _refuse_what_remains(store, wanted)
        edition = Edition(
            document=DocumentKind.DECLARATION,
            number=1 + max((each.record.number for each in read_editions(store)), default=0),
            name=name,
            frozen_at=datetime.fromtimestamp(store.clock.now() // 1000, UTC),
            language=wanted[0],
            final=final,
            note=note.strip(),
            revisions=store.digest(),
        )
        texts = {language: _text(store, edition, wanted, language) for language in wanted}
        edition.texts = {language: [str(part.id) for part in parts] for language, parts in texts.items()}
        edition.id = id_of_edition(edition)
        return Frozen(edition, store.save_all([edition, *(part for parts in texts.values() for part in parts)]))


def drafted_languages(store: Store) -> list[str]:
    """Return the languages in which there is a draft: those of the consultation first, in their order."""
    drafted = [language for language, standing in languages_drafted(store).items() if standing]
    own = [language for language in store.consultation.languages if language in drafted]
    return [*own, *(language for language in drafted if language not in own)]


def what_stops(store: Store, languages: Iterable[str]) -> list[tuple[str, Remaining]]:
    """Return what keeps the declaration from being final, each with the language of the text it stands in."""
    return [
        (language, each)
        for language in languages
        for each in read_remaining(store, translator(language))
        if each.kind in STOPS
    ]


def _refuse_what_remains(store: Store, languages: Sequence[str]) -> None:
    stopping = what_stops(store, languages)
    if stopping:
        raise EditionRefused(
            N_(
                "It cannot be final while something in it waits for a person. {what} Nothing was frozen. "
                "Mend these first, or freeze it as a draft."
            ),
            what=WhatStops(tuple(stopping)),
        )


def _text(store: Store, edition: Edition, languages: Sequence[str], language: str) -> list[EditionText]:
    """Compose an edition in a language, and make the records that keep it."""
    t = translator(language)
    composed = declaration(store, t, status_of_edition(edition, languages, store.consultation.time_zone, t))
    text = as_kept(composed)
    if from_kept(text) != composed:
        raise AssertionError("a document that is kept must come back as it was")
    return [EditionText(id=id_of_text(part), language=language, packed=part) for part in packed(text)]


@dataclass(frozen=True)
class WhatStops:
    """What keeps a text from being final, as a value of a sentence that is not yet in words."""

    remaining: tuple[tuple[str, Remaining], ...]

    def in_words(self, translate: Callable[[str], str]) -> str:
        """Name each by its number, language by language."""
        t = translate if isinstance(translate, Translator) else translator("en")
        sentences = []
        for language in dict.fromkeys(language for language, _ in self.remaining):
            told = "; ".join(_by_reason(t, [each for own, each in self.remaining if own == language]))
            sentences.append(t("In {language}: {what}.").format(language=t.language_name(language), what=told))
        return " ".join(sentences)


def _by_reason(t: Translator, remaining: Sequence[Remaining]) -> Iterator[str]:
    """Say what is to be mended where, each reason once: "2 (e), 3 (a): to be translated from French"."""
    reasons: dict[str, list[str]] = {}
    for each in remaining:
        reasons.setdefault(_what(t, each), []).append(_where(t, each))
    for what, places in reasons.items():
        yield t("{where}: {what}").format(where=", ".join(places), what=what)


def remaining_line(t: Translator, remaining: Remaining) -> str:
    """Say what is to be mended where ("2 (e): to be translated from French"); what has no number is quoted."""
    return t("{where}: {what}").format(where=_where(t, remaining), what=_what(t, remaining))


def _what(t: Translator, remaining: Remaining) -> str:
    if remaining.kind is RemainingKind.UNTRANSLATED:
        return t("to be translated from {language}").format(language=t.language_name(remaining.language))
    return t(_WHAT[remaining.kind])


def _where(t: Translator, remaining: Remaining) -> str:
    return remaining.number or t("“{words}”").format(words=shortened(remaining.words, MOST_QUOTED))


_WHAT = {
    RemainingKind.STALE: N_("translated from words that were changed since"),
    RemainingKind.IN_CONFLICT: N_("in conflict"),
    RemainingKind.CONTRADICTS: N_("asks for the opposite of something else"),
    RemainingKind.NEEDS_WORDING: N_("needs another wording"),
}
