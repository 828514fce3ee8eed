"""Recorded disagreement with a recommendation: who, and with what."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Person, Recommendation, Reservation
from consultation.words import person_line
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.fields import SavedEdit, SavedLine
from ui.widgets.words import section
from ui.workspace import Workspace


class Reservations(QWidget):
    """The reservations to a recommendation, and one more."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._recommendation: Recommendation | None = None
        self._cards: list[ReservationCard] = []
        self._aside: dict[UUID, list[ReservationCard]] = {}
        """Recommendation -> the cards with words that are not saved yet, for when it is shown again."""
        t = workspace.t
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._name = section(t("Reservations"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addLayout(self._column)
        column.addWidget(quiet_button(workspace.theme, t("Add a reservation"), self.add, "plus"))

    def show_recommendation(self, recommendation: Recommendation) -> None:
        """Show the reservations to a recommendation, leaving alone what is being typed."""
        other = self._recommendation is None or self._recommendation.id != recommendation.id
        if other:
            self._leave()
            self._return_to(recommendation.id)
        self._recommendation = recommendation
        found = self._workspace.store.all(Reservation, recommendation=recommendation.id)
        stored = {reservation.id: reservation for reservation in found}
        for card in list(self._cards):
            if card.reservation.id in stored:
                card.show_reservation(stored.pop(card.reservation.id))
            elif not card.unsaved:
                self._drop(card)
        for reservation in stored.values():
            self._append(reservation, unsaved=False)

    def add(self) -> None:
        """Offer an empty reservation; it is stored once something is typed."""
        if self._recommendation is None:
            return
        made = Reservation(
            id=self._workspace.store.new_id(),
            recommendation=self._recommendation.id,
            text="",
            language=self._recommendation.language,
        )
        self._append(made, unsaved=True)
        self._cards[-1].text.setFocus()

    def flush(self) -> None:
        """Save what is typed."""
        for card in self._cards:
            card.flush()

    def _append(self, reservation: Reservation, unsaved: bool) -> None:
        card = ReservationCard(self._workspace, reservation, unsaved)
        card.removed.connect(self._on_removed)
        self._cards.append(card)
        self._column.addWidget(card)

    def _on_removed(self, reservation_id: UUID) -> None:
        card = next(card for card in self._cards if card.reservation.id == reservation_id)
        stored = self._workspace.store.find(Reservation, reservation_id)
        self._drop(card)
        if stored is not None:
            self._workspace.delete(stored, self._workspace.t("Reservation deleted."))

    def _drop(self, card: ReservationCard) -> None:
        self._cards.remove(card)
        card.hide()
        card.deleteLater()

    def _leave(self) -> None:
        """Save what is typed; put the cards aside where that is refused or something is wanting."""
        if self._recommendation is None:
            return
        self.flush()
        for card in list(self._cards):
            if not card.pending:
                self._drop(card)
                continue
            self._column.removeWidget(card)
            card.hide()
            self._say_what_is_wanting(card)
        if self._cards:
            self._aside[self._recommendation.id] = self._cards
        self._cards = []

    def _return_to(self, recommendation: UUID) -> None:
        """Show the cards again that were put aside."""
        self._cards = self._aside.pop(recommendation, [])
        for card in self._cards:
            self._column.addWidget(card)
            card.show()
            card.resume()

    def _say_what_is_wanting(self, card: ReservationCard) -> None:
        if not card.has_words:
            t = self._workspace.t
            said = t(
                "The reservation of “{who}” has no words yet, so it was not saved. It waits with its recommendation."
            )
            self._workspace.messages.say(said.format(who=card.who.text().strip()), "incomplete")


class ReservationCard(QFrame):
    """One reservation."""

    removed = Signal(object)

    def __init__(self, workspace: Workspace, reservation: Reservation, unsaved: bool) -> None:
        super().__init__()
        self._workspace = workspace
        self.reservation, self.unsaved = reservation, unsaved
        t = workspace.t
        self.text = SavedEdit(2, 8, required=True)
        self.text.setPlaceholderText(t("What is disagreed with, and why"))
        self.text.setAccessibleName(t("Reservation"))
        self.who = SavedLine()
        self.who.setPlaceholderText(t("Who: name, or “two mayors of the coast”"))
        self.who.setAccessibleName(t("Who has the reservation"))
        remove = icon_button(workspace.theme, "trash-2", t("Delete the reservation"), self._on_remove_pressed)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.who, 1)
        line.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addLayout(line)
        self.show_reservation(reservation)
        self.text.edited.connect(self._on_edited)
        self.who.edited.connect(self._on_edited)

    @property
    def pending(self) -> bool:
        """Something was typed that is not saved yet."""
        return self.text.pending or self.who.pending

    @property
    def has_words(self) -> bool:
        """It says what is disagreed with: without that it cannot be saved."""
        return bool(self.text.toPlainText().strip())

    def resume(self) -> None:
        """Try again after a pause to save what could not be saved."""
        self.text.resume()
        self.who.resume()

    def show_reservation(self, reservation: Reservation) -> None:
        """Show the reservation as it is stored."""
        self.reservation = reservation
        self.text.show_text(reservation.text)
        self.who.show_text(self._named(reservation))

    def flush(self) -> None:
        """Save what is typed."""
        self.text.flush()
        self.who.flush()

    def _named(self, reservation: Reservation) -> str:
        if reservation.person is None:
            return reservation.who
        person = self._workspace.store.find(Person, reservation.person)
        return reservation.who or (person_line(person) if person else "")

    def _on_edited(self) -> None:
        text, who = self.text.toPlainText(), self.who.text().strip()
        if self.unsaved and not self.has_words:
            return  # the name waits in its field until there is something to sign with it
        if self.unsaved:
            made = Reservation(
                id=self.reservation.id,
                recommendation=self.reservation.recommendation,
                language=self.reservation.language,
                text=text,
                who=who,
            )
            saved = self._workspace.save(made)
        else:
            changed = ({"text": text} if self.has_words else {}) | ({"who": who} if self.who.pending else {})
            saved = self._workspace.change(self.reservation, **changed)
        if saved:
            self.unsaved = False
            self.who.settle()
            if self.has_words:
                self.text.settle()

    def _on_remove_pressed(self) -> None:
        self.removed.emit(self.reservation.id)
