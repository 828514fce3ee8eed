"""Words that may not stand as they are: in square brackets, with the label that says what they wait for."""

from __future__ import annotations

from consultation import document as doc
from consultation.grammar import quoted
from consultation.language import Translator
from consultation.reading.passages import Declaration, ItemText, Passage, State
from consultation.reading.versions import bracketed

OPEN, CLOSED = doc.Run("[", doc.Style.BRACKET), doc.Run("]", doc.Style.BRACKET)


def has_brackets(standing: Declaration) -> bool:
    """Tell whether something in a declaration is not settled."""
    return any(passage.state is not State.SETTLED for passage in standing.passages)


def words_of(passage: Passage, t: Translator) -> doc.Runs:
    """Write the words of a passage: in brackets while they are not agreed, not translated or not up to date."""
    words = passage.said if isinstance(passage, ItemText) else passage.text
    match passage.state:
        case State.UNTRANSLATED:
            label = t("to be translated from {language}:").format(language=t.language_name(passage.other_language))
            return _awaiting(label, words, passage.other_language)
        case State.STALE:
            return _awaiting(t("translation of an earlier text:"), words, "")
        case State.IN_CONFLICT:
            runs: list[doc.Run] = []
            for piece in bracketed(passage.versions):
                runs += [doc.Run(" ")] if runs else []
                runs += [OPEN, doc.Run(piece.text), CLOSED] if piece.is_open else [doc.Run(piece.text)]
            return tuple(runs)
        case _:
            return doc.plain(words, passage.other_language)


def item_runs(item: ItemText, t: Translator) -> doc.Runs:
    """Write an item: what opens it, its words, those who act with the addressees, and the mark that closes it."""
    if item.quoted:
        remark = (
            doc.Run(f"\u00a0{t.language_name(item.other_language)}", doc.Style.REMARK) if item.other_language else None
        )
        quotation = quoted(item.parts.words.rstrip(" .;"), item.other_language or t.language)
        return (*doc.plain(quotation, item.other_language), *((remark,) if remark else ()))
    before, who, after = item.opening.partition(item.committed) if item.committed else (item.opening, "", "")
    opening = (
        *doc.plain(before),
        *((doc.Run(who, doc.Style.STRONG),) if who else ()),
        *doc.plain(f"{after} " if item.opening else ""),
    )
    return (*opening, *words_of(item, t), *doc.plain(item.closing))


def _awaiting(label: str, words: str, language: str) -> doc.Runs:
    return (
        OPEN,
        doc.Run(f"{label} ", doc.Style.AWAITING),
        doc.Run(words, doc.Style.EMPHASIS, language=language),
        CLOSED,
    )
