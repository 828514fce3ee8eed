"""One reservation: who first, then what is disagreed with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from consultation.model import Person, Reservation
from consultation.reading.people import matching
from ui.draft_file import Draft
from ui.waiting import OF
from ui.widgets.buttons import icon_button
from ui.widgets.completion import Completion
from ui.widgets.fields import SavedEdit, SavedLine
from ui.widgets.offer import Offer, Row
from ui.widgets.words import caption
from ui.workspace import Workspace

BAR, INSIDE = 3, 10


def reservation_key(recommendation: UUID) -> str:
    """Return what the keys of drafts of reservations to a recommendation begin with."""
    return f"reservation/{recommendation}/"


class ReservationCard(QFrame):
    """Says `removed` with the id of the reservation."""

    removed = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        reservation: Reservation,
        unsaved: bool,
        people: Callable[[], list[Person]],
    ) -> None:
        """Show a reservation; ``people`` reads those who complete what is typed as who."""
        super().__init__()
        self._workspace, self._people = workspace, people
        self.reservation, self.unsaved = reservation, unsaved
        self._chosen: UUID | None = None
        """The person who was chosen from the list, of several of that name."""
        self._build()
        self.show_reservation(reservation)
        self._connect()

    @property
    def pending(self) -> bool:
        """Something was typed that is not saved yet."""
        return self.text.pending or self.who.pending

    @property
    def has_words(self) -> bool:
        """It says what is disagreed with: without that it cannot be saved."""
        return bool(self.text.toPlainText().strip())

    @property
    def key(self) -> str:
        """The key of what is typed here, among the drafts."""
        return f"{reservation_key(self.reservation.recommendation)}{self.reservation.id}"

    @property
    def stored(self) -> str:
        """What the file holds of it, in a line."""
        return f"{self.reservation.text}\n{self.reservation.who}"

    def let_go(self) -> None:
        """Save nothing any more: what is typed waits among the drafts."""
        self.text.settle()
        self.who.settle()

    def type_again(self, draft: Draft) -> None:
        """Put in what could not be saved before, and try again after a pause."""
        self.text.setPlainText(draft.text)
        self.who.setText(draft.values.get("who", ""))
        self._on_text_changed()
        self.text.resume()
        self.who.resume()

    def show_reservation(self, reservation: Reservation) -> None:
        """Show the reservation as it is stored."""
        self.reservation = reservation
        self.text.show_text(reservation.text)
        self.who.show_text(self._named(reservation))
        if not self.who.hasFocus():
            self.who.setCursorPosition(0)

    def flush(self) -> None:
        """Save what is typed."""
        self.text.flush()
        self.who.flush()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        bar = QRect(0 if leading else self.width() - BAR, 0, BAR, self.height())
        painter.fillRect(bar, self._workspace.theme.colour("incomplete"))

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.who = SavedLine()
        self.who.setProperty("quiet", True)
        self.who.setProperty("strong", True)
        self.who.setPlaceholderText(t("Name, or “two mayors of the coast”"))
        self.who.setAccessibleName(t("Who has the reservation"))
        self._completion = Completion(theme, self.who, self._rows, free=True)
        self.text = SavedEdit(1, 8, required=True)
        self.text.setProperty("quiet", True)
        self.text.setProperty("textsize", "quoted")
        self.text.setPlaceholderText(t("What is disagreed with, and why"))
        self.text.setAccessibleName(t("Reservation"))
        self.remove = icon_button(theme, "trash-2", t("Delete the reservation"), self._on_remove_pressed)
        grid = QGridLayout(self)
        grid.setContentsMargins(BAR + INSIDE, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(_label(t("Who"), self.who, 7), 0, 0, top)
        grid.addWidget(self.who, 0, 1)
        grid.addWidget(self.remove, 0, 2, top)
        grid.addWidget(_label(t("What"), self.text, 7), 1, 0, top)
        grid.addWidget(self.text, 1, 1, 1, 2)

    def _connect(self) -> None:
        self.text.edited.connect(self._on_edited)
        self.who.edited.connect(self._on_edited)
        self.text.textChanged.connect(self._on_text_changed)
        self.who.textChanged.connect(self._on_text_changed)
        self.who.returnPressed.connect(self._on_who_entered)
        self._completion.chosen.connect(self._on_person_chosen)

    def _rows(self, typed: str) -> Sequence[Row]:
        people = self._people()
        found = matching(people, typed) if typed.strip() else people
        return [Offer(person.id, person.name, person.organisation or person.territory) for person in found]

    def _named(self, reservation: Reservation) -> str:
        if reservation.person is None:
            return reservation.who
        person = self._workspace.store.find(Person, reservation.person)
        return reservation.who or (person.name if person else "")

    def _on_who_entered(self) -> None:
        self.text.setFocus()

    def _on_person_chosen(self, person_id: UUID) -> None:
        person = self._workspace.store.get(Person, person_id)
        self.who.setText(person.name)
        self._chosen = person.id
        self.who.flush()
        self.text.setFocus()

    def _who(self) -> dict[str, Any]:
        """Return who it is: a person of the file where the words are the name of one, or else the words."""
        typed = self.who.text().strip()
        folded = typed.casefold()
        named = [person.id for person in self._people() if typed and person.name.casefold() == folded]
        meant = [person for person in (self._chosen, self.reservation.person) if person in named]
        known = (meant or named)[:1]
        return {"person": known[0], "who": ""} if known else {"person": None, "who": typed}

    def _on_edited(self) -> None:
        text = self.text.toPlainText()
        if self.unsaved and not self.has_words:
            return  # the name waits in its field until there is something to sign with it
        if self.unsaved:
            made = Reservation(
                id=self.reservation.id,
                recommendation=self.reservation.recommendation,
                language=self.reservation.language,
                text=text,
                **self._who(),
            )
            saved = self._workspace.save(made)
        else:
            changed = {"text": text} if self.has_words else {}
            saved = self._workspace.change(self.reservation, **changed, **(self._who() if self.who.pending else {}))
        if saved:
            self.unsaved = False
            self.who.settle()
            if self.has_words:
                self.text.settle()
            self._on_text_changed()

    def _on_text_changed(self) -> None:
        """Keep what is typed with the recommendation until it is saved."""
        if self.pending:
            typed = Draft(self.text.toPlainText(), {"who": self.who.text(), OF: self.stored})
            self._workspace.drafts.keep(self.key, typed)
        else:
            self._workspace.drafts.drop(self.key)

    def _on_remove_pressed(self) -> None:
        self.removed.emit(self.reservation.id)


def _label(text: str, field: SavedLine | SavedEdit, down: int) -> QLabel:
    """Name a field beside it, so that it is named when it is filled too."""
    label = caption(text, wrap=False)
    label.setBuddy(field)
    label.setContentsMargins(0, down, 4, 0)
    return label
