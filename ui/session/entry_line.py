"""The entry line: what is said is typed here. In front of the words stand what they become and who speaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout

from consultation.language import DOCUMENT_LANGUAGES
from consultation.model import KnownVocabulary, Person, Term
from consultation.reading.people import who_could_speak
from consultation.reading.timeline import times_spoken
from ui.look.folds import px
from ui.session import entry_offers
from ui.session.entry_edit import EntryEdit
from ui.session.entry_kinds import PLAIN, EntryKind, LineKind, TypedEntry, prompt
from ui.session.entry_offers import Asked, NewPerson, Somebody
from ui.session.entry_parts import KindGlyph, LanguageCode, SpeakerChip, StrandChip
from ui.session.line_draft import keep_line, line_before
from ui.widgets.offer import Row
from ui.widgets.offer_list import OfferList, spot_under
from ui.workspace import Workspace

TEXT_INSET = 2
"""Between the edge of the field and the words in it."""


class EntryLine(QFrame):
    """Type, Enter, saved."""

    entered = Signal(object)
    """A `TypedEntry` to be stored; answer with `accept` once it is."""
    changed = Signal()
    """What is typed, or what it will be, is something else."""
    up_asked = Signal()
    person_added = Signal(str)
    """A name that nobody in the file has yet, or that is to be taken as it is."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._session: UUID | None = None
        self._kind, self._locked = PLAIN, False
        self._people: list[Person] = []
        self._times: dict[UUID, int] | None = None
        """How often each spoke, once somebody has asked for it in this line."""
        self._strands: list[UUID] = []
        self._languages: OfferList | None = None
        self._filling = False
        self._build()
        self._connect()
        self.choose_kind(PLAIN)

    @property
    def session(self) -> UUID | None:
        """The session it is written into."""
        return self._session

    @property
    def kind(self) -> EntryKind:
        """What kind of entry the line will be."""
        return self._kind.kind

    @property
    def line_kind(self) -> LineKind:
        """What the line will be."""
        return self._kind

    @property
    def is_locked(self) -> bool:
        """The kind holds for every line, until another is chosen."""
        return self._locked

    @property
    def text(self) -> str:
        """What is typed."""
        return self.edit.toPlainText()

    @property
    def language(self) -> str:
        """The language of what is typed."""
        return self._language.code

    @property
    def strands(self) -> tuple[UUID, ...]:
        """The strands the line will have."""
        return tuple(self._strands)

    def show_session(self, session: UUID) -> None:
        """Write into another session; what was typed for it and not entered comes back."""
        other, self._session = session != self._session, session
        self.know_people()
        if other:
            self._take_up(line_before(self._workspace, session))

    def know_people(self) -> None:
        """Offer the people there are now."""
        self._people, self._times = who_could_speak(self._workspace.store, self._session), None
        self.speaker.offer(self._people)

    def choose_kind(self, kind: LineKind | EntryKind, lock: bool = False) -> None:
        """Have the line become something; ``lock``: every line until another kind is chosen."""
        self._kind = kind if isinstance(kind, LineKind) else LineKind(kind)
        self._locked = lock and not self._kind.is_plain
        self.glyph.show_kind(self._kind, self._locked)
        self.edit.setPlaceholderText(prompt(self._workspace.t, self._kind))
        self.update()
        self.keep()

    def ask_kind(self, kind: LineKind) -> None:
        """Have the line become something; asked for what it is already, hold to it."""
        self.choose_kind(kind, lock=kind == self._kind)

    def choose_language(self, code: str) -> None:
        """Set the language of what is typed."""
        if code in self._codes():
            self._language.show_code(code)

    def choose_strands(self, strands: Iterable[UUID]) -> None:
        """Set the strands of the line, as chips behind the speaker."""
        strands = list(strands)
        names = self._strand_names() if strands else {}
        self._strands = [strand for strand in strands if strand in names]
        for chip in self.findChildren(StrandChip):
            chip.hide()
            chip.deleteLater()
        for place, strand in enumerate(self._strands):
            chip = StrandChip(self._workspace.theme, self._workspace.t, names[strand])
            chip.clicked.connect(lambda *_, strand=strand: self._toggle(strand))
            self._line.insertWidget(2 + place, chip)
            chip.show()
            self.setTabOrder(self.speaker if not place else chip, chip)

    def accept(self) -> None:
        """Empty the line: what was typed is stored. What is not locked holds for one line only."""
        self._times = None
        self.edit.clear()
        self.choose_strands(())
        if not self._locked:
            self.choose_kind(PLAIN)
        self.keep()

    def take_back(self, typed: TypedEntry) -> bool:
        """Put what had been entered back into the empty line; tell whether it was empty."""
        if self.text.strip():
            return False
        self.choose_kind(LineKind(typed.kind, typed.sort), lock=self._locked and typed.kind == self.kind)
        self.choose_language(typed.language)
        self.choose_strands(typed.strands)
        self.edit.setPlainText(typed.text)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        return True

    def keep(self) -> None:
        """Keep what is typed, so that not even a killed program loses it."""
        if self._filling:
            return
        if self._session is not None:
            keep_line(self._workspace, self._session, self._typed(self.text))
        self.changed.emit()

    def _take_up(self, typed: TypedEntry | None) -> None:
        """Show what was typed before, or nothing."""
        self._filling = True
        self.edit.setPlainText(typed.text if typed else "")
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self.speaker.choose(typed.person if typed else None)
        self.choose_strands(typed.strands if typed else ())
        self.choose_kind(LineKind(typed.kind, typed.sort) if typed else PLAIN)
        if typed:
            self.choose_language(typed.language)
        self._filling = False
        self.changed.emit()

    def name_speaker(self) -> None:
        """Open the list of people, those of the session first."""
        self.edit.ask("@")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, typing = self._workspace.theme, self.edit.hasFocus()
        inset = 1.0 if typing else 0.5
        painter.setPen(QPen(theme.colour("accent" if typing else "edge"), 2 if typing else 1))
        painter.setBrush(theme.colour("base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() == QEvent.Type.FocusOut and watched is self._language and self._languages is not None:
                self._languages.withdraw()
        if event.type() == QEvent.Type.KeyPress and watched is self._language and self._languages is not None:
            return self._languages.steer(event)  # type: ignore[arg-type]
        return super().eventFilter(watched, event)

    def show_gutter(self, gutter: int) -> None:
        """Stand so that the speaker begins where words do: ``gutter`` pixels from the edge of the line."""
        space = max(gutter - self.glyph.sizeHint().width() - self._line.spacing() - TEXT_INSET, 2)
        self._line.setContentsMargins(*self._turned(space, px(self._workspace.theme, 10)))

    def _turned(self, leading: int, trailing: int) -> tuple[int, int, int, int]:
        around = px(self._workspace.theme, 9)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            leading, trailing = trailing, leading
        return leading, around, trailing, around

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.glyph = KindGlyph(theme, t)
        self.speaker = SpeakerChip(theme, t)
        self.edit = EntryEdit(theme, self._offer)
        self.edit.setAccessibleName(t("Entry line"))
        self._language = LanguageCode(theme, t)
        self._language.show_code(self._codes()[0])
        self.choose_language(self._workspace.settings.value("entry_language", t.language))
        self._line = QHBoxLayout(self)
        self._line.setSpacing(4)
        for part in (self.glyph, self.speaker):
            self._line.addWidget(part)
        self._line.addWidget(self.edit, 1)
        self._line.addWidget(self._language)
        self.show_gutter(60)

    def _connect(self) -> None:
        self.edit.entered.connect(self._on_entered)
        self.edit.taken.connect(self._on_taken)
        self.edit.up_asked.connect(self.up_asked)
        self.edit.escaped.connect(lambda: self.choose_kind(PLAIN))
        self.edit.erased.connect(self._on_erased)
        self.edit.textChanged.connect(self.keep)
        self.speaker.chosen.connect(self.keep)
        self.glyph.clicked.connect(lambda: self.edit.ask("/"))
        self.speaker.clicked.connect(self.name_speaker)
        self._language.clicked.connect(self._on_language_asked)
        self._workspace.theme.changed.connect(self.update)
        self.setFocusProxy(self.edit)
        for part in (self.edit, self._language):
            part.installEventFilter(self)

    def _offer(self, asked: Asked) -> tuple[list[Row], Any]:
        """Return what is offered after a sign, and the row that Enter takes."""
        t, store = self._workspace.t, self._workspace.store
        if asked.sign == "/":
            return entry_offers.kinds(t, asked.typed), self._kind
        if asked.sign == "#":
            terms = store.terms(KnownVocabulary.STRAND)
            return entry_offers.strands(terms, self._strand_names(), asked.typed, self._strands), None
        whole = entry_offers.named_whole(self._people, asked.typed)
        if whole is not None:
            QTimer.singleShot(0, self.edit, lambda: self.edit.take(whole.id))
            return [], None
        if self._times is None:
            self._times = times_spoken(store, self._session) if self._session is not None else {}
        return entry_offers.speakers(t, self._people, asked.typed, self._times)

    def _on_taken(self, sign: str, key: object) -> None:
        if isinstance(key, LineKind):
            self.ask_kind(key)
        elif isinstance(key, Somebody):
            self.speaker.choose(None)
        elif isinstance(key, NewPerson):
            self.person_added.emit(key.name)
        elif isinstance(key, UUID) and sign == "#":
            self._toggle(key)
        elif isinstance(key, UUID):
            self.speaker.choose(key)

    def _on_entered(self) -> None:
        text = self.text.strip()
        if text:
            self.entered.emit(self._typed(text))

    def _typed(self, text: str) -> TypedEntry:
        kind, person = self._kind, self.speaker.person
        return TypedEntry(kind.kind, text, self.language, person, sort=kind.sort, strands=self.strands)

    def _on_erased(self) -> None:
        """Take off what stands before the caret: the last strand, or else the speaker."""
        if self._strands:
            self._toggle(self._strands[-1])
        else:
            self.speaker.choose(None)

    def _on_language_asked(self) -> None:
        if self._languages is None or self._languages.parentWidget() is not self.window():
            self._languages = OfferList(self._workspace.theme, self.window(), self)
            self._languages.chosen.connect(self._on_language_chosen)
        self._language.setFocus()
        rows = entry_offers.languages(self._workspace.t, self._codes(), self.language)
        self._languages.open_over(self._language, spot_under(self._language), rows)
        self._languages.rows.choose(self.language)

    def _on_language_chosen(self, code: str) -> None:
        self.choose_language(code)
        self._workspace.settings.keep("entry_language", code)
        self.keep()
        self.edit.setFocus()

    def _toggle(self, strand: UUID) -> None:
        others = [chosen for chosen in self._strands if chosen != strand]
        self.choose_strands(others if len(others) < len(self._strands) else [*self._strands, strand])
        self.edit.setFocus()

    def _strand_names(self) -> dict[UUID, str]:
        label = self._workspace.label
        return {
            term.id: label(term.label) for term in self._workspace.store.all(Term, vocabulary=KnownVocabulary.STRAND)
        }

    def _codes(self) -> list[str]:
        return self._workspace.consultation.languages or list(DOCUMENT_LANGUAGES)
