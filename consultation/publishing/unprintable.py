"""Words that no font of the house style can print: named before anything is written, never a box in silence.

found = unprintable(document, look)
if found:
raise unprintable_refused(found)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace

from consultation import language as languages
from consultation.document import Block, Document, Heading, NumberedParagraph, OnAPage
from consultation.errors import ExportRefused
from consultation.language import N_, Translator, inert
from consultation.publishing.look import LOOK, Look

_UNSEEN_FIELDS = frozenset(
    {"anchor", "target", "language", "tone", "letter", "digest", "keywords", "picture", "spoken"}
)
"""Fields of a document whose words are not printed."""
_MOST_EXAMPLES, _MOST_PLACES, _LONGEST = 3, 3, 30
_LANGUAGE_OF = {"Hani": "zh", "Hang": "ko", "Hira": "ja", "Kana": "ja"}
"""Scripts better known by the language that is written in them."""
_SCRIPTS = {
    "ADLAM": "Adlm", "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "BOPOMOFO": "Bopo", "CANADIAN": "Cans",
    "CHEROKEE": "Cher", "CJK": "Hani", "COPTIC": "Copt", "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor", "GREEK": "Grek", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "HANGUL": "Hang", "HEBREW": "Hebr",
    "HIRAGANA": "Hira", "KANNADA": "Knda", "KATAKANA": "Kana", "KHMER": "Khmr", "LAO": "Laoo", "LATIN": "Latn",
    "MALAYALAM": "Mlym", "MONGOLIAN": "Mong", "MYANMAR": "Mymr", "NKO": "Nkoo", "ORIYA": "Orya", "SINHALA": "Sinh",
    "SYRIAC": "Syrc", "TAMIL": "Taml", "TELUGU": "Telu", "THAANA": "Thaa", "THAI": "Thai", "TIBETAN": "Tibt",
    "TIFINAGH": "Tfng", "VAI": "Vaii", "YI": "Yiii",
}  # fmt: skip
"""First word of the names of a script's characters -> the script's code (ISO 15924)."""


@dataclass(frozen=True)
class Unprintable:
    """The words of one script that cannot be printed."""

    script: str
    """Its code (ISO 15924), its name in Unicode where it has none here; empty for signs of no script."""
    words: int
    examples: tuple[str, ...]
    places: tuple[str, ...]
    """Numbers of paragraphs and heads of parts, some of them; the cover has no name."""

    def in_words(self, translate: Callable[[str], str]) -> str:
        """Say how many words of which script, which, and where."""
        t = translate if isinstance(translate, Translator) else languages.translator("en")
        if self.script:
            told = t.plural(
                "{count} word in {{script}} cannot be printed: {{examples}}.",
                "{count} words in {{script}} cannot be printed: {{examples}}.",
                self.words,
            )
        else:
            told = t.plural(
                "{count} word with signs of no alphabet cannot be printed: {{examples}}.",
                "{count} words with signs of no alphabet cannot be printed: {{examples}}.",
                self.words,
            )
        more = (*self.examples, "…") if self.words > len(self.examples) else self.examples
        told = told.format(script=_name(self.script, t.language), examples=", ".join(more))
        where = t("Where: {places}.").format(places=", ".join(self.places)) if self.places else ""
        return f"{told} {where}".strip()


@dataclass(frozen=True)
class _All:
    found: tuple[Unprintable, ...]

    def in_words(self, translate: Callable[[str], str]) -> str:
        return " ".join(each.in_words(translate) for each in self.found)


def unprintable_refused(found: tuple[Unprintable, ...]) -> ExportRefused:
    """Make the error that says which words cannot be printed, and what helps."""
    return ExportRefused(
        N_(
            "{words} No font of the program has these letters. Nothing was written. "
            "Write the document as Markdown, or export it with --anyway: boxes stand in their place then."
        ),
        words=_All(found),
    )


def unprintable(document: Document, look: Look = LOOK) -> tuple[Unprintable, ...]:
    """Find the words of ``document`` that ``look`` cannot print, by script, the most frequent first."""
    from consultation.publishing.pdf.fonts import cleaned

    missing = _missing_of(look)
    found: dict[str, Unprintable] = {}
    for place, text in _texts(document):
        if not missing.search(text):
            continue
        for word in cleaned(text).split():
            sign = missing.search(word)
            if sign:
                script = _script_of(sign.group())
                known = found.get(script, Unprintable(script, 0, (), ()))
                found[script] = _with(known, inert(word)[:_LONGEST], place)
    return tuple(sorted(found.values(), key=lambda each: -each.words))


def _with(known: Unprintable, word: str, place: str) -> Unprintable:
    """Count a word more; the first few words and places are kept."""
    examples, places = known.examples, known.places
    if word not in examples and len(examples) < _MOST_EXAMPLES:
        examples = (*examples, word)
    if place and place not in places and len(places) < _MOST_PLACES:
        places = (*places, place)
    return replace(known, words=known.words + 1, examples=examples, places=places)


def _missing_of(look: Look) -> re.Pattern[str]:
    """Match every character that not all faces of the house style have, nor those that lend theirs."""
    from consultation.publishing.pdf.fonts import OTHERS, face, unseen

    fonts = look.fonts
    families = (fonts.title, fonts.text, fonts.label)
    names = {name for family in families for name in (family.regular, family.italic, family.bold)}
    shared = frozenset.intersection(*(face(name).covers for name in names))
    covered = shared.union(*(face(name).covers for name in OTHERS))
    signs = "".join(re.escape(sign) for sign in sorted(covered))
    return re.compile(f"(?!{unseen()})[^\\s{signs}]")


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    """Give every text that is printed, each with the place it stands at."""
    for text in _strings(replace(document, blocks=())):
        yield "", text
    t, head = languages.translator(document.language), ""
    for block in document.blocks:
        head = block.whole if isinstance(block, Heading) else block.title if isinstance(block, OnAPage) else head
        yield from _placed(block, head, t)


def _placed(block: Block, head: str, t: Translator) -> Iterator[tuple[str, str]]:
    """Give the texts of a block: those of an item at its number and letter."""
    if not isinstance(block, NumberedParagraph):
        yield from ((head, text) for text in _strings(block))
        return
    yield from ((block.number, text) for text in _strings(replace(block, items=())))
    for item in block.items:
        place = f"{block.number} {t.letter(item.letter)}" if item.letter else block.number
        yield from ((place, text) for text in _strings(item))


def _strings(value: object) -> Iterator[str]:
    """Give the texts in a part of a document, whatever it is."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in _UNSEEN_FIELDS:
                yield from _strings(getattr(value, each.name))


def _script_of(sign: str) -> str:
    """Name the script of a character; empty for what is no letter."""
    name = unicodedata.name(sign, "")
    if unicodedata.category(sign)[0] not in "LMN" or not name:
        return ""
    first = re.split("[ -]", name, maxsplit=1)[0]
    return _SCRIPTS.get(first, first.capitalize())


def _name(script: str, language: str) -> str:
    """Name a script in a language, or the language it is known by."""
    from babel import Locale

    if script in _LANGUAGE_OF:
        return languages.translator(language).language_name(_LANGUAGE_OF[script])
    return str(Locale.parse(language, sep="-").scripts.get(script, script))
