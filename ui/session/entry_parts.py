"""The parts of the entry line beside the words: what it becomes, who speaks, strands, and the language."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from consultation.language import Translator
from consultation.model import Person
from ui.actions import recording
from ui.keys import tip
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.marks import draw_set
from ui.look.theme import Theme
from ui.session.entry_kinds import LINE_KINDS, PLAIN, TONES, EntryKind, LineKind
from ui.widgets.buttons import DrawnButton
from ui.widgets.words import plain_tip


class LinePart(DrawnButton):
    """Something in the line that can be pressed."""

    ground = ""
    """The name of the colour it lies on, while the pointer is elsewhere."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def draw(self, painter: QPainter) -> None:
        self.draw_ground(painter, "raised" if self.underMouse() and self.isEnabled() else self.ground)
        self.draw_part(painter)

    def draw_part(self, painter: QPainter) -> None:
        """Draw what it shows, over its ground."""

    def write(self, painter: QPainter, room: QRect, text: str, tone: str, strong: bool = False) -> None:
        """Write one line of caption."""
        painter.setFont(self._theme.font("caption", strong=strong))
        painter.setPen(self._theme.colour(tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(QStyle.visualRect(self.layoutDirection(), self.rect(), room), int(flags), text)

    def high(self) -> int:
        """Return how high the part is: a small chip."""
        return max(px(self._theme, 26), QFontMetrics(self._theme.font("caption", strong=True)).height() + 8)


class KindGlyph(LinePart):
    """What the line becomes; pressed, it offers all kinds. A line under it says that it is locked."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__(theme)
        self._t = t
        self._kind, self._locked = PLAIN, False

    def show_kind(self, kind: LineKind, locked: bool) -> None:
        """Show another kind."""
        self._kind, self._locked = kind, locked
        name = self._t(LINE_KINDS[kind].label)
        said = self._t("The line becomes: {kind}").format(kind=name)
        if locked:
            said = self._t("Every line becomes: {kind}").format(kind=name)
        self.setAccessibleName(said)
        self.setToolTip(tip(self._t, recording.NAME_KIND, said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._theme, 28), self.high())

    def draw_part(self, painter: QPainter) -> None:
        theme, tone, size = self._theme, TONES[self._kind.kind], px(self._theme, 18)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._kind.kind in (EntryKind.CITIZENSHIP, EntryKind.POLICY):
            draw_set(painter, middle, theme, tone)
        else:
            picture = pixmap(LINE_KINDS[self._kind].icon, theme.colours.muted, size, self.devicePixelRatioF())
            painter.drawPixmap(round(middle.x() - size / 2), round(middle.y() - size / 2), picture)
        if self._locked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text" if tone == "muted" else tone))
            painter.drawRoundedRect(QRectF(middle.x() - 7, self.height() - 4, 14, 2), 1, 1)


class SpeakerChip(LinePart):
    """Whose words the line will be; away when it is nobody by name. The one source of who has the floor."""

    ground = "raised"
    chosen = Signal(object)
    """The id of the person, or None."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__(theme)
        self._t = t
        self._person: UUID | None = None
        self._people: dict[UUID, Person] = {}
        self.hide()

    @property
    def person(self) -> UUID | None:
        """Who is speaking, if it is known."""
        return self._person

    @property
    def name(self) -> str:
        """The name that is shown; nothing for nobody."""
        return self._people[self._person].name if self._person is not None else ""

    def offer(self, people: Iterable[Person]) -> None:
        """Know these people; the one chosen stays chosen while it is among them."""
        self._people = {person.id: person for person in people}
        self.choose(self._person)

    def choose(self, person: UUID | None) -> None:
        """Choose a person by id, or nobody; somebody who is not known is nobody."""
        shown = person if person in self._people else None
        changed, self._person = shown != self._person, shown
        said = self._t("{name} is speaking").format(name=self.name) if shown else ""
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(tip(self._t, recording.SPEAKER, said)) if shown else "")
        self.setVisible(shown is not None)
        self.updateGeometry()
        self.update()
        if changed:
            self.chosen.emit(shown)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._theme.font("caption", strong=True)).horizontalAdvance(self.name)
        return QSize(wide + 2 * self._inside() + px(self._theme, 20), self.high())

    def draw_part(self, painter: QPainter) -> None:
        inside, size = self._inside(), px(self._theme, 13)
        room = self.rect().adjusted(inside, 0, -inside - size, 0)
        self.write(painter, room, self.name, "text", strong=True)
        spot = QRect(self.width() - inside - size + 2, (self.height() - size) // 2, size, size)
        picture = pixmap("chevron-right", self._theme.colours.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(QStyle.visualRect(self.layoutDirection(), self.rect(), spot), picture)

    def _inside(self) -> int:
        return px(self._theme, 9)


class StrandChip(LinePart):
    """A strand the line will have; pressed, it is taken off."""

    ground = "accent_soft"

    def __init__(self, theme: Theme, t: Translator, name: str) -> None:
        super().__init__(theme)
        self.name = name
        said = t("Take off: {strand}").format(strand=name)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._theme.font("caption")).horizontalAdvance(self.name)
        return QSize(wide + px(self._theme, 18) + px(self._theme, 16), self.high())

    def draw_part(self, painter: QPainter) -> None:
        inside, size = px(self._theme, 9), px(self._theme, 12)
        self.write(painter, self.rect().adjusted(inside, 0, -inside, 0), self.name, "accent")
        spot = QRect(self.width() - inside - size + 2, (self.height() - size) // 2, size, size)
        picture = pixmap("x", self._theme.colours.accent, size, self.devicePixelRatioF())
        painter.drawPixmap(QStyle.visualRect(self.layoutDirection(), self.rect(), spot), picture)


class LanguageCode(LinePart):
    """The language of what is typed, by its code; pressed, it offers the others."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__(theme)
        self._t, self.code = t, ""

    def show_code(self, code: str) -> None:
        """Show another language."""
        self.code = code
        said = self._t("Language of what is typed: {language}").format(language=self._t.language_name(code))
        self.setAccessibleName(said)
        self.setToolTip(said)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._theme.font("caption")).horizontalAdvance(self.code)
        return QSize(wide + 2 * px(self._theme, 8), self.high())

    def draw_part(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.code)
