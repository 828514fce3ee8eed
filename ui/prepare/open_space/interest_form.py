"""The form of an expression of interest: what, who, how to reach them, and the answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.answering import accept, decline
from consultation.language import DOCUMENT_LANGUAGES
from consultation.model import Interest, InterestState
from consultation.reading.open_space import Asked
from consultation.reading.picking import Pick
from consultation.words import choice_name
from ui.actions import preparing
from ui.keys import bind, shown
from ui.prepare.form import PersonOffers
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.fields import Choice, Field, SavedEdit, SavedLine
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, words
from ui.workspace import Workspace


class InterestForm(QWidget):
    """Saves what is typed after a pause; says `record_asked` to go to the session that was made of it."""

    record_asked = Signal(object)
    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._asked: Asked | None = None
        self._build()
        self._connect()

    @property
    def interest(self) -> UUID | None:
        """Which one is shown."""
        return self._asked.interest.id if self._asked else None

    def show_asked(self, asked: Asked) -> None:
        """Show one; what is being typed stays."""
        t, interest, other = self._workspace.t, asked.interest, asked.interest.id != self.interest
        if other:
            self.flush()
        self._asked = asked
        for line, text in self._texts(interest):
            line.show_text(text, force=other)
        self._people.forget()
        is_of_the_file = bool(interest.person or interest.organisation)
        self._who.setText(asked.who)
        self._record.setVisible(is_of_the_file)
        self._own_who.setVisible(not is_of_the_file)
        self._language.setCurrentIndex(max(self._language.findData(interest.language), 0))
        self._state.setText(asked.outcome(t))
        self._show_answer(interest.state)
        self._go.setVisible(asked.session is not None)
        if other:
            self._reason.setPlaceholderText("")

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        for line in (self.name, self.text, self.who, self.contact, self._reason):
            line.flush()

    def focus_name(self) -> None:
        """Take the keyboard to what they would do."""
        self.name.setFocus()
        self.name.selectAll()

    def accept(self) -> None:
        """Take it into the programme."""
        asked, t = self._asked, self._workspace.t
        if asked is None or asked.interest.state is InterestState.ACCEPTED:
            return
        self.flush()
        said = t("“{title}” is in the programme, without a time yet.").format(title=asked.interest.title)
        store, id_, reason = self._workspace.store, asked.interest.id, self._reason.toPlainText()
        self._workspace.do(said, lambda: accept(store, store.get(Interest, id_), reason))

    def decline(self) -> None:
        """Decline it with the reason that is typed; without one, go where it is typed."""
        asked, t = self._asked, self._workspace.t
        if asked is None:
            return
        if not self._reason.toPlainText().strip():
            self._reason.setPlaceholderText(t("Why? They will be told."))
            self._reason.setFocus()
            return
        said = t("“{title}” is declined; the reason is kept.").format(title=asked.interest.title)
        store, id_, reason = self._workspace.store, asked.interest.id, self._reason.toPlainText()
        self._workspace.do(said, lambda: decline(store, store.get(Interest, id_), reason))

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.name, self.text = SavedLine(required=True), SavedEdit(3, 8)
        self.who, self.contact, self._reason = SavedLine(), SavedLine(), SavedEdit(1, 5)
        self._who, self._state = words(), words(strong=True)
        self._language = Choice()
        self._language.addItem(t("not said"), "")
        for language in DOCUMENT_LANGUAGES:
            self._language.addItem(t.language_name(language), language)
        self._go = quiet_button(theme, t("Show it in the programme"), self._on_go, "calendar-days")
        accept_, decline_ = preparing.ACCEPT, preparing.DECLINE
        self.accept_button = KeyedButton(theme, t(accept_.label), shown(accept_), self.accept, accept_.icon)
        self.decline_button = KeyedButton(theme, t(decline_.label), shown(decline_), self.decline, decline_.icon)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.decline_button)
        buttons.addStretch(1)
        self._people = PersonOffers(self._workspace, self.who)
        self._own_who, self._record = Field(t("Who asks"), self.who), Field(t("Who asks"), self._whoever())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(Field(t("What they would do"), self.name))
        column.addWidget(Field(t("In their words"), self.text))
        column.addWidget(Field(t("Language"), self._language))
        column.addWidget(self._own_who)
        column.addWidget(self._record)
        column.addWidget(Field(t("How to reach them"), self.contact))
        column.addWidget(caption(t("It stays in this file and is never handed out to the rooms.")))
        column.addWidget(self._state)
        column.addWidget(Field(t("Reason"), self._reason))
        column.addLayout(buttons)
        column.addWidget(self._go)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _connect(self) -> None:
        for line, name in ((self.name, "title"), (self.text, "text"), (self.who, "who"), (self.contact, "contact")):
            line.edited.connect(lambda text, line=line, name=name: self._keep(line, name, text))
        self._reason.edited.connect(self._keep_reason)
        self._people.picked.connect(self._on_picked)
        self._language.activated.connect(lambda: self._change(language=self._language.currentData()))
        bind(self, preparing.LEAVE_INTEREST, self.left.emit)

    def _whoever(self) -> QWidget:
        """Make the words of a person or an organisation of the file, and what takes them off."""
        held = QWidget()
        line = QHBoxLayout(held)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._who, 1)
        off = self._workspace.t("Take off who asks")
        line.addWidget(icon_button(self._workspace.theme, "x", off, self._take_off))
        return held

    def _on_picked(self, pick: Pick) -> None:
        """Tell that a person of the file asks."""
        self.who.show_text(self._asked.interest.who if self._asked else "", force=True)
        if self._change(person=pick.id, who=""):
            self.contact.setFocus()

    def _take_off(self) -> None:
        if self._asked is not None and self._change(person=None, organisation=None, who=self._asked.who):
            self.who.setFocus()

    def _texts(self, interest: Interest) -> tuple[tuple[SavedLine | SavedEdit, str], ...]:
        return (
            (self.name, interest.title),
            (self.text, interest.text),
            (self.who, interest.who),
            (self.contact, interest.contact),
            (self._reason, interest.reason),
        )

    def _show_answer(self, state: InterestState) -> None:
        self.accept_button.setVisible(state is not InterestState.ACCEPTED)
        self.decline_button.setVisible(state is not InterestState.DECLINED)
        self._state.setAccessibleName(choice_name(self._workspace.t, state))

    def _keep(self, line: SavedLine | SavedEdit, name: str, text: str) -> None:
        if self._change(**{name: text}):
            line.settle()

    def _keep_reason(self, text: str) -> None:
        """Keep the reason as it is typed; what is answered is not left without one."""
        if self._asked is not None and (self._asked.interest.state is InterestState.RECEIVED or text.strip()):
            self._keep(self._reason, "reason", text)

    def _change(self, **values: Any) -> bool:
        return self._asked is not None and self._workspace.change(self._asked.interest, **values)

    def _on_go(self) -> None:
        if self._asked is not None and self._asked.session is not None:
            self.record_asked.emit(self._asked.session.id)
