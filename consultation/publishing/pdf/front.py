"""What opens a document: the cover block, then the contents, whose page numbers are filled in last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO

from reportlab.lib.utils import ImageReader

from consultation.document import Cover
from consultation.errors import ExportRefused
from consultation.files import read_whole
from consultation.language import N_, Translator
from consultation.publishing.look import Logo, Look, Type
from consultation.publishing.pdf.lines import balanced_lines, line_width, one_line, plain_lines
from consultation.publishing.pdf.strips import (
    Bar,
    ContentsEntry,
    Link,
    Part,
    Picture,
    Strip,
    Text,
    kept,
    side_by_side,
    spaced,
    stacked,
)
from consultation.publishing.pdf.structure import ARTIFACT, Element, Tag

_TOP = 36.0
_LABEL_ROOM = 0.3
_INDENT = 14.0
_PAGE_ROOM = 30.0
_DOT_STEP = 4.5
_LARGEST_LOGO = 20_000_000


def cover_strips(cover: Cover, document: Element, look: Look) -> list[Strip]:
    """Set the cover block: whose it is, what it is, its title, and the facts below a thin rule."""
    colours, sizes, room = look.colours, look.sizes, look.sheet.room
    paragraph, title = document.below(Tag.PARAGRAPH), document.below(Tag.TITLE)
    strips = [Strip(_TOP)]
    if look.logo:
        strips.append(_logo(look.logo, document, look))
    strips += spaced(_lines(cover.kicker, look.bold(sizes.issuer, colours.accent), paragraph, look), 0.0, 6.0)
    strips += spaced(_lines(cover.title, look.bold(sizes.cover_titles[2]), title, look), 0.0, 8.0)
    subtitle = look.label(sizes.quotation, colours.soft)
    strips += spaced(_lines(cover.subtitle, subtitle, document.below(Tag.PARAGRAPH), look), 0.0, 10.0)
    strips.append(Strip(1.2, bars=[Bar(0.0, 0.0, room, 1.2, colours.accent)], before=14.0, after=12.0))
    return [*strips, *_facts(cover, document, look)]


def _logo(logo: Logo, document: Element, look: Look) -> Strip:
    """Set the logo as high as the house wants it, or less where that is wider than the text."""
    data = read_whole(logo.path, _LARGEST_LOGO)
    try:
        image = ImageReader(BytesIO(data))
        wide, high = image.getSize()
    except Exception as error:  # pictures fail in as many ways as there are formats
        raise ExportRefused(
            N_(
                "The logo “{name}” cannot be read as a picture. Nothing was written. "
                "Choose a PNG or JPEG picture for the house style."
            ),
            name=logo.path.name,
        ) from error
    height = min(logo.height, look.sheet.room * high / wide)
    element = document.below(Tag.FIGURE, alternative=logo.name)
    return Strip(height, picture=Picture(image, height * wide / high, element), after=18.0)


def _lines(text: str, type_: Type, element: Element, look: Look) -> list[Strip]:
    return stacked(Part(0.0, balanced_lines(text, type_, look.sheet.room), element), type_)


def _facts(cover: Cover, document: Element, look: Look) -> list[Strip]:
    """Set the facts, labels in one column and their words in another."""
    label_type, words_type = look.label(look.sizes.cover_label, look.colours.soft), look.label(look.sizes.cover_words)
    most = look.sheet.room * _LABEL_ROOM
    widest = max((line_width(one_line(label[:80], label_type)) for label, _ in cover.facts), default=0.0)
    start = min(widest, most) + 16.0
    listed = document.below(Tag.LIST)
    strips = []
    for label, words in cover.facts:
        entry = listed.below(Tag.LIST_ITEM)
        names = Part(0.0, plain_lines(label, label_type, start - 12.0), entry.below(Tag.LABEL))
        said = Part(start, plain_lines(words, words_type, look.sheet.room - start), entry.below(Tag.LIST_BODY))
        strips += spaced(side_by_side([names, said], words_type), 0.0, 3.0)
    return strips


def contents_strips(entries: Iterable[ContentsEntry], document: Element, look: Look, t: Translator) -> list[Strip]:
    """Set the contents, one entry a heading; `number_contents` adds the pages."""
    listed = document.below(Tag.CONTENTS)
    strips = [strip for entry in entries for strip in _entry(entry, listed, look)]
    if not strips:
        return []
    type_ = look.bold(look.sizes.headings[0], look.colours.accent)
    title = kept(_lines(t("Contents"), type_, listed.below(Tag.CAPTION), look))
    return [*spaced(title, 36.0, 4.0), *strips]


def _entry(entry: ContentsEntry, listed: Element, look: Look) -> list[Strip]:
    """Set one heading as it stands in the contents, all of it a link."""
    heading, anchor = entry
    type_ = look.headings[entry.level].in_colour(look.tone(heading.tone))
    indent = entry.level * _INDENT
    element = listed.below(Tag.CONTENTS_ITEM)
    lines = plain_lines(heading.text, type_, look.sheet.room - indent - _PAGE_ROOM)
    strips = stacked(Part(indent, lines, element), type_)
    for strip in strips:
        strip.links.append(Link(indent, 0.0, look.sheet.room - indent, strip.height, anchor, element))
    if strips:
        strips[-1].entry = entry
    return spaced(strips, 2.0, 0.0)


def number_contents(strips: Iterable[Strip], pages: Mapping[str, int], look: Look) -> None:
    """Write the page of each entry at the end of its line, with dots that lead to it."""
    for strip in strips:
        if strip.entry is not None:
            _number(strip, strip.entry, pages[strip.entry.anchor], look)


def _number(strip: Strip, entry: ContentsEntry, page: int, look: Look) -> None:
    size = look.headings[entry.level].size
    number = one_line(str(page), look.label((size, 0.0), look.colours.soft))
    last = strip.texts[-1]
    # The dots of all entries stand on one grid, counted from the end.
    edge = look.sheet.room - _PAGE_ROOM + 10.0
    first = last.start + line_width(last.line) + 5.0
    dot = one_line(".", look.label((8.0, 0.0), look.colours.soft))
    count = int((edge - first) // _DOT_STEP)
    strip.texts += [Text(edge - place * _DOT_STEP, last.y, dot, ARTIFACT) for place in range(count, 0, -1)]
    strip.texts.append(Text(look.sheet.room - line_width(number), last.y, number, last.element))
