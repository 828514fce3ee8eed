"""The entry line: what is said is typed here. Beside it stand what it will be, who speaks, and in which language."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QVBoxLayout

from consultation.language import DOCUMENT_LANGUAGES
from consultation.model import Person
from consultation.reading.people import who_could_speak
from ui import actions
from ui.keys import tip
from ui.session.entry_edit import EntryEdit
from ui.session.entry_kinds import ACTIONS, TONES, EntryKind, TypedEntry, entry_kind_name, prompt
from ui.session.line_draft import keep_line, line_before
from ui.session.speaker_choice import SpeakerChoice
from ui.widgets.chips import Chip
from ui.widgets.flow import Flow
from ui.widgets.popups import opens_list
from ui.workspace import Workspace


class EntryLine(QFrame):
    """Type, Enter, saved."""

    entered = Signal(object)
    """A `TypedEntry` to be stored; answer with `accept` once it is."""
    up_asked = Signal()
    person_added = Signal(str)
    """A name that nobody in the file has yet."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._session: UUID | None = None
        self._filling = False
        self._kind = EntryKind.INTERVENTION
        self._build()
        self._connect()
        self.choose_kind(EntryKind.INTERVENTION)

    @property
    def kind(self) -> EntryKind:
        """What the line will be."""
        return self._kind

    @property
    def text(self) -> str:
        """What is typed."""
        return self.edit.toPlainText()

    @property
    def language(self) -> str:
        """The language of what is typed."""
        return str(self._language.currentData() or "")

    def show_session(self, session: UUID) -> None:
        """Write into another session; what was typed for it and not entered comes back."""
        other, self._session = session != self._session, session
        self.know_people()
        if other:
            self._take_up(line_before(self._workspace, session))

    def know_people(self) -> None:
        """Offer the people there are now."""
        people = who_could_speak(self._workspace.store, self._session)
        self.edit.know(people)
        self.speaker.offer(people)

    def choose_kind(self, kind: EntryKind) -> None:
        """Make the line an intervention, a recommendation or a lesson."""
        self._kind = kind
        self._chips[kind].setChecked(True)
        self.edit.setPlaceholderText(prompt(self._workspace.t, kind))
        for chip in self._chips.values():
            chip.updateGeometry()
        self.update()
        self.keep()

    def choose_language(self, code: str) -> None:
        """Set the language of what is typed."""
        place = self._language.findData(code)
        if place >= 0:
            self._language.setCurrentIndex(place)

    def accept(self) -> None:
        """Empty the line: what was typed is stored."""
        self.edit.clear()
        self.keep()

    def keep(self) -> None:
        """Keep what is typed, so that not even a killed program loses it."""
        if self._session is not None and not self._filling:
            typed = TypedEntry(self._kind, self.text, self.language, self.speaker.person)
            keep_line(self._workspace, self._session, typed)

    def _take_up(self, typed: TypedEntry | None) -> None:
        """Show what was typed before, or nothing."""
        self._filling = True
        self.edit.setPlainText(typed.text if typed else "")
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self.speaker.choose(typed.person if typed else None)
        if typed:
            self.choose_kind(typed.kind)
            self.choose_language(typed.language)
        self._filling = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tone = self._workspace.theme, TONES[self._kind]
        typing = self.edit.hasFocus()
        edge = theme.colour(("accent" if tone == "muted" else tone) if typing else "edge")
        inset = 1.0 if typing else 0.5
        painter.setPen(QPen(edge, 2 if typing else 1))
        painter.setBrush(theme.colour("base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.edit = EntryEdit(t)
        self.edit.setAccessibleName(t("Entry line"))
        self.speaker = SpeakerChoice(self._workspace, t("Who is speaking"), actions.SPEAKER)
        self.speaker.prompt(t("Who is speaking? Name, organisation"))
        self._language = QComboBox()
        opens_list(self._language)
        self._language.setAccessibleName(t("Language of what is typed"))
        self._language.setToolTip(t("Language of what is typed"))
        for code in self._workspace.consultation.languages or list(DOCUMENT_LANGUAGES):
            self._language.addItem(t.language_name(code), code)
        self.choose_language(self._workspace.settings.value("entry_language", t.language))
        self._chips = {}
        self._group = QButtonGroup(self)
        kinds = Flow(gap=4)
        for kind in EntryKind:
            action, tone, name = ACTIONS[kind], TONES[kind], entry_kind_name(t, kind)
            chip = Chip(theme, name, "text" if tone == "muted" else tone, action.icon)
            chip.setToolTip(tip(t, action, name))
            chip.clicked.connect(partial(self._on_chip_clicked, kind))
            self._group.addButton(chip)
            self._chips[kind] = chip
            kinds.addWidget(chip)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.speaker, 1)
        below.addWidget(self._language)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(kinds)
        column.addWidget(self.edit)
        column.addLayout(below)

    def _connect(self) -> None:
        self.edit.entered.connect(self._on_entered)
        self.edit.person_named.connect(self._on_person_named)
        self.edit.up_asked.connect(self.up_asked)
        self.edit.escaped.connect(lambda: self.choose_kind(EntryKind.INTERVENTION))
        self.edit.textChanged.connect(self.keep)
        self.speaker.chosen.connect(self.keep)
        self.speaker.finished.connect(self.edit.setFocus)
        self.speaker.person_added.connect(self.person_added)
        self._language.activated.connect(self._on_language_chosen)
        self._workspace.theme.changed.connect(self.update)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)

    def _on_chip_clicked(self, kind: EntryKind, *_: object) -> None:
        self.choose_kind(kind)
        self.edit.setFocus()

    def _on_entered(self) -> None:
        text = self.text.strip()
        if text:
            self.entered.emit(TypedEntry(self._kind, text, self.language, self.speaker.person))

    def _on_person_named(self, who: Person | str) -> None:
        if isinstance(who, str):
            self.person_added.emit(who)
        else:
            self.speaker.choose(who.id)

    def _on_language_chosen(self) -> None:
        self._workspace.settings.keep("entry_language", self.language)
        self.keep()
