"""The cover: a page of its own, on which everything has its place whatever is missing.

Distances are from the upper edge of the paper. What must be said and has no room on it is said behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.utils import ImageReader

from consultation.document import Cover, Emblem
from consultation.errors import ExportRefused
from consultation.files import read_whole
from consultation.language import N_, Translator
from consultation.publishing.look import Logo, Look, Type
from consultation.publishing.pdf.facts import fact_texts, known
from consultation.publishing.pdf.lines import Line, break_lines, cut, line_width, plain_lines, title_lines
from consultation.publishing.pdf.strips import Bar, Fill, Part, Picture, Strip, Text, spaced, stacked
from consultation.publishing.pdf.structure import Element, Tag

_BAR, _ISSUER, _BESIDE_EMBLEM = 59.5, 80.0, 95.0
_EMBLEM_TOP, _AFTER_EMBLEM = 69.3, 66.0
_TITLE, _TITLE_HIGHEST = 212.0, 110.0
_STATUS, _SQUARE, _AFTER_SQUARE = 28.0, (17.0, 21.3), 25.5
_COLUMNS, _FACTS, _BAND, _STATEMENTS = 420.0, 530.0, 668.0, 748.0
_SLOT, _SLOT_TOP, _SLOTS = (85.0, 48.0), 6.4, 5
_LIFTED = 16.0
"""How much higher the figures stand where there are two rows of emblems."""
_NAME_TOP, _NAME_LINES = 13.4, 5
_LARGEST_PICTURE = 20_000_000
_SHORT, _LONG = 3, 5
"""Lines of statements as wide as text, and as wide as the page below emblems; more are said behind the cover."""


def cover_strips(
    cover: Cover, status: str, final: bool, document: Element, look: Look, t: Translator
) -> tuple[Strip, list[Strip]]:
    """Set the cover as one strip as high as the paper, and what of its statements is to stand on the page behind it."""
    page = _Page(Strip(look.sheet.height), document, look)
    page.add_issuer(cover)
    page.add_title(cover, status, final)
    page.add_columns(cover)
    page.add_facts(cover, t)
    page.add_emblems(cover)
    return page.strip, page.add_statements(cover)


class _Page:
    """The cover while it is set."""

    def __init__(self, strip: Strip, document: Element, look: Look) -> None:
        self.strip = strip
        self._document, self._look = document, look

    def add_issuer(self, cover: Cover) -> None:
        """Say whose it is, beside the emblem of the house, and at the end of the line what it is."""
        look, room = self._look, self._look.sheet.room
        self._rule(_BAR, room, look.rules.bar, look.colours.accent)
        start, y = 0.0, _ISSUER
        if look.logo:
            picture = self._house_emblem(look.logo)
            start, y = max(_AFTER_EMBLEM, picture.width + 15.0), _BESIDE_EMBLEM
        kind = look.bold(look.sizes.issuer, look.colours.accent)
        kinds = plain_lines(cover.kind, kind, room * 0.4)[:2]
        issuer = look.bold(look.sizes.issuer)
        self._lines(cut(plain_lines(cover.issuer, issuer, room * 0.6 - start), 2), issuer, start, y - issuer.baseline)
        element = self._document.below(Tag.PARAGRAPH)
        for place, line in enumerate(kinds):
            foot = y + place * kind.leading
            self.strip.texts.append(Text(room - line_width(line), foot, line, element))

    def _house_emblem(self, logo: Logo) -> Picture:
        data = read_whole(logo.path, _LARGEST_PICTURE)
        high = logo.height
        picture = self._picture(data, logo.path.name, logo.name, (self._look.sheet.room / 2, high))
        self.strip.pictures.append(picture._replace(y=_EMBLEM_TOP))
        return picture

    def add_title(self, cover: Cover, status: str, final: bool) -> None:
        """Set the title as large as it can be, and below it what the document is as of when."""
        look = self._look
        lines, type_ = _title(cover.title, look)
        top = min(_TITLE, max(_TITLE_HIGHEST, _COLUMNS - 80.0 - len(lines) * type_.leading))
        end = self._lines(lines, type_, 0.0, top, Tag.TITLE)
        bold, start = look.bold(look.sizes.status), 0.0
        foot = end + _STATUS
        if not final:
            wide, high = _SQUARE
            colour = look.colours.hatch
            self.strip.bars += [
                Bar(0.0, foot - 9.2, wide, high, colour, Fill.HATCHED),
                Bar(0.0, foot - 9.2, wide, high, colour, Fill.EDGED, look.rules.thin),
            ]
            start = _AFTER_SQUARE
        room = look.sheet.room - start
        said = cut(plain_lines(status, bold, room), 2)
        self._lines(said, bold, start, foot - bold.baseline)
        # The first line of the note stands as far below the status as its own lines do.
        y = foot + max(len(said) - 1, 0) * bold.leading + (look.note.leading if said else 0.0) - look.note.baseline
        self._lines(cut(break_lines(cover.note, look.note, look.sheet.reach - start), 3), look.note, start, y)

    def add_columns(self, cover: Cover) -> None:
        """Set who, where and when beside each other."""
        look = self._look
        label, words = look.bold(look.sizes.cover_label, look.colours.accent), look.text(look.sizes.cover_words)
        starts, wide = look.sheet.columns(3, 17.0)
        for start, (name, said) in zip(starts, cover.columns, strict=False):
            self._rule(_COLUMNS, wide, look.rules.block, look.colours.ink, start)
            y = self._lines(cut(plain_lines(name, label, wide), 1), label, start, _COLUMNS + 3.5)
            self._lines(cut(plain_lines(said, words, wide), 6), words, start, y)

    def add_facts(self, cover: Cover, t: Translator) -> None:
        """Set the figures that are known, each under its rule, and what they count."""
        look, shown = self._look, known(cover.facts)
        if not shown:
            return
        big, label = look.title(look.sizes.cover_figure), look.label((look.sizes.note[0], 10.6))
        texts, bars, end = fact_texts(shown, big, label, self._document, look, t, feet=(34.0, 41.0))
        top = _FACTS - (_LIFTED if len(cover.emblems) > _SLOTS else 0.0)
        self.strip.texts += [text._replace(y=text.y + top) for text in texts]
        self.strip.bars += [bar._replace(y=bar.y + top) for bar in bars]
        small = look.label(look.sizes.funding, look.colours.soft)
        foot = top + max(76.0, end + 12.0)
        self._lines(cut(plain_lines(cover.facts_note, small, look.sheet.room), 2), small, 0.0, foot - small.baseline)

    def add_emblems(self, cover: Cover) -> None:
        """Set the emblems of those who stand behind it; where there is no picture, the name."""
        look, shown = self._look, cover.emblems[: 2 * _SLOTS]
        if not shown:
            return
        second_row = _SLOT[1] + _SLOT_TOP
        top = _BAND - (second_row if len(shown) > _SLOTS else 0.0)
        self._rule(top, look.sheet.room, look.rules.thin, look.colours.rule)
        starts, _ = look.sheet.columns(_SLOTS, 11.34)
        for place, emblem in enumerate(shown):
            y = top + place // _SLOTS * second_row
            self._add_emblem(emblem, starts[place % _SLOTS], y)

    def _add_emblem(self, emblem: Emblem, start: float, y: float) -> None:
        if not emblem.picture:
            type_ = self._look.label(self._look.sizes.emblem_name)
            self._lines(cut(plain_lines(emblem.name, type_, _SLOT[0]), _NAME_LINES), type_, start, y + _NAME_TOP)
            return
        picture = self._picture(emblem.picture, emblem.name, emblem.name, _SLOT)
        middle = y + _SLOT_TOP + _SLOT[1] / 2
        self.strip.pictures.append(picture._replace(start=start, y=middle - picture.height / 2))

    def add_statements(self, cover: Cover) -> list[Strip]:
        """Say who paid and in which languages it is; long statements grow upwards.

        Return those for which there is no room.
        """
        look = self._look
        small = look.label(look.sizes.funding, look.colours.soft)
        most = _LONG if cover.emblems else _SHORT + int((_STATEMENTS - _BAND) / small.leading)
        lines, behind = _divided([said for each in cover.statements if (said := each.strip())], small, look, most)
        top = _STATEMENTS - max(len(lines) - _SHORT, 0) * small.leading
        if lines:
            self._rule(top, look.sheet.room, look.rules.thin, look.colours.rule)
            self._lines(lines, small, 0.0, top + 7.0)
        foot = look.sheet.height - look.sheet.foot
        self._lines(cut(plain_lines(cover.languages, small, look.sheet.room), 1), small, 0.0, foot - small.baseline)
        strips = []
        for each in behind:
            part = Part(0.0, each, self._document.below(Tag.PARAGRAPH))
            strips += spaced(stacked(part, small), small.leading / 2, small.leading / 2)
        return strips

    def _lines(self, lines: Sequence[Line], type_: Type, start: float, y: float, tag: Tag = Tag.PARAGRAPH) -> float:
        """Add lines as one element, the first below ``y``, and return where they end."""
        element = self._document.below(tag)
        for line in lines:
            self.strip.texts.append(Text(start, y + type_.baseline, line, element))
            y += type_.leading
        return y

    def _rule(self, y: float, width: float, thick: float, colour: str, start: float = 0.0) -> None:
        self.strip.bars.append(Bar(start, y, width, thick, colour))

    def _picture(self, data: bytes, file: str, name: str, room: tuple[float, float]) -> Picture:
        """Fit a picture into ``room``, at the start of the page for now."""
        try:
            image = ImageReader(BytesIO(data))
            wide, high = image.getSize()
        except Exception as error:  # pictures fail in as many ways as there are formats
            raise ExportRefused(
                N_(
                    "The logo “{name}” cannot be read as a picture. Nothing was written. "
                    "Choose a PNG or JPEG picture for the house style."
                ),
                name=file,
            ) from error
        scale = min(room[0] / wide, room[1] / high)
        element = self._document.below(Tag.FIGURE, alternative=name)
        return Picture(0.0, 0.0, wide * scale, high * scale, image, element)


def _title(title: str, look: Look) -> tuple[list[Line], Type]:
    """Set a title in two lines of the largest size, else in three of the next, else in the smallest."""
    first, second, third = map(look.title, look.sizes.cover_titles)
    for type_, most in ((first, 2), (second, 3)):
        lines = title_lines(title, type_, look.sheet.room)
        if len(lines) <= most:
            return lines, type_
    return cut(title_lines(title, third, look.sheet.room), 7), third


def _divided(statements: Sequence[str], small: Type, look: Look, most: int) -> tuple[list[Line], list[list[Line]]]:
    """Return the lines of as many whole statements as there is room for on a cover, and those of the others, each.

    Of a first statement that is longer than that by itself, the lines go on behind the cover.
    """
    if not statements:
        return [], []
    there, lines = 0, plain_lines(statements[0], small, look.sheet.room)
    for count in range(len(statements), 0, -1):
        words = " ".join(statements[:count])
        tried = plain_lines(words, small, look.sheet.reach)
        tried = tried if len(tried) <= _SHORT else plain_lines(words, small, look.sheet.room)
        if len(tried) <= most:
            there, lines = count, tried
            break
    behind = [lines[most:]] if len(lines) > most else []
    others = statements[max(there, 1) :]
    return lines[:most], behind + [plain_lines(each, small, look.sheet.room) for each in others]
