"""What a passage says, fragment by fragment, as a document and the window both draw it.

Words that may not stand as they are come in square brackets, with the label that says what they wait for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from consultation.grammar import quoted
from consultation.language import Translator
from consultation.reading.passages import ItemText, ParagraphText, Passage, State
from consultation.reading.versions import bracketed


class Saying(StrEnum):
    """How a fragment is meant."""

    WORDS = "words"
    OPENING = "opening"
    """What opens a paragraph: "We undertake", "Recalling"."""
    WHO = "who"
    """Those who have committed themselves."""
    AWAITING = "awaiting"
    """Words to be translated, or a translation of an earlier text."""
    LABEL = "label"
    """What they wait for."""
    BRACKET = "bracket"
    """A square bracket around them."""
    CONFLICT = "conflict"
    """A square bracket around one of several wordings."""


@dataclass(frozen=True)
class Fragment:
    """Words that are meant alike."""

    text: str
    saying: Saying = Saying.WORDS
    language: str = ""
    """Theirs, where it is not that of the document."""


def say_item(item: ItemText, t: Translator) -> Iterator[Fragment]:
    """Say an item: what opens it, its words, and the mark that closes it; what was not agreed is quoted."""
    if item.quoted:
        language = item.other_language
        yield Fragment(quoted(item.parts.words.rstrip(" .;"), language or t.language), language=language)
        return
    before, who, after = item.opening.partition(item.committed) if item.committed else (item.opening, "", "")
    said = (
        Fragment(before),
        Fragment(who, Saying.WHO),
        Fragment(f"{after} " if item.opening else ""),
        *say_words(item, item.said, t),
        Fragment(item.closing),
    )
    yield from (fragment for fragment in said if fragment.text)


def say_paragraph(paragraph: ParagraphText, words: str, t: Translator) -> Iterator[Fragment]:
    """Say ``words`` of a paragraph, all of them or those that lead to its items, with what opens them."""
    opening = paragraph.parts.lead_in
    if paragraph.state is State.SETTLED and opening:
        yield Fragment(opening, Saying.OPENING)
        yield Fragment(words.removeprefix(opening), language=paragraph.other_language)
    else:
        yield from say_words(paragraph, words, t)


def say_words(passage: Passage, words: str, t: Translator) -> Iterator[Fragment]:
    """Say words of a passage: in brackets while they are not agreed, not translated or not up to date.

    Where several people's words stand side by side, each in its brackets, these take the place of ``words``.
    """
    match passage.state:
        case State.SETTLED:
            yield Fragment(words, language=passage.other_language)
        case State.IN_CONFLICT:
            for place, piece in enumerate(bracketed(passage.versions)):
                if place:
                    yield Fragment(" ")
                yield from _within(piece.text) if piece.is_open else [Fragment(piece.text)]
        case state:
            yield Fragment("[", Saying.BRACKET)
            yield Fragment(f"{_label(passage, t)} ", Saying.LABEL)
            yield Fragment(words, Saying.AWAITING, passage.other_language if state is State.UNTRANSLATED else "")
            yield Fragment("]", Saying.BRACKET)


def _within(words: str) -> Iterator[Fragment]:
    yield from (Fragment("[", Saying.CONFLICT), Fragment(words), Fragment("]", Saying.CONFLICT))


def _label(passage: Passage, t: Translator) -> str:
    if passage.state is State.STALE:
        return t("translation of an earlier text:")
    return t("to be translated from {language}:").format(language=t.language_name(passage.other_language))
