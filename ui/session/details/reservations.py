"""Recorded disagreement with a recommendation: who, and with what."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Person, Recommendation, Reservation
from consultation.words import person_line
from ui.draft_file import Draft
from ui.waiting import OF, return_to_field
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.fields import SavedEdit, SavedLine
from ui.widgets.words import section
from ui.workspace import Workspace


def reservation_key(recommendation: UUID) -> str:
    """Return what the keys of drafts of reservations to a recommendation begin with."""
    return f"reservation/{recommendation}/"


class Reservations(QWidget):
    """The reservations to a recommendation, and one more."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._recommendation: Recommendation | None = None
        self._cards: list[ReservationCard] = []
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
        if other:
            self._return_to(recommendation)

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
        self._workspace.drafts.drop(card.key)
        if stored is not None:
            self._workspace.delete(stored, self._workspace.t("Reservation deleted."))

    def _drop(self, card: ReservationCard) -> None:
        self._cards.remove(card)
        card.let_go()
        card.hide()
        card.deleteLater()

    def _leave(self) -> None:
        """Save what is typed; put the cards aside where that is refused or something is wanting."""
        if self._recommendation is None:
            return
        self.flush()
        for card in list(self._cards):
            if card.pending:
                self._say_what_is_wanting(card)
            self._drop(card)

    def _return_to(self, recommendation: Recommendation) -> None:
        """Type in again what could not be saved, and try again."""
        for waiting in self._workspace.drafts.under(reservation_key(recommendation.id)):
            card = next((card for card in self._cards if str(card.reservation.id) == waiting), None)
            if card is None:
                made = Reservation(
                    id=UUID(waiting), recommendation=recommendation.id, text="", language=recommendation.language
                )
                self._append(made, unsaved=True)
                card = self._cards[-1]
            card.show()
            return_to_field(self._workspace, card, card.key, card.stored, card.type_again)

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
        self.text.textChanged.connect(self._on_text_changed)
        self.who.textChanged.connect(self._on_text_changed)

    @property
    def pending(self) -> bool:
        """Something was typed that is not saved yet."""
        return self.text.pending or self.who.pending

    @property
    def key(self) -> str:
        """The key of what is typed here, among the drafts."""
        return f"{reservation_key(self.reservation.recommendation)}{self.reservation.id}"

    @property
    def stored(self) -> str:
        """What the file holds of it, in a line."""
        return f"{self.reservation.text}\n{self.reservation.who}"

    def let_go(self) -> None:
        """Save nothing any more."""
        self.text.settle()
        self.who.settle()

    @property
    def has_words(self) -> bool:
        """It says what is disagreed with: without that it cannot be saved."""
        return bool(self.text.toPlainText().strip())

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
