"""Recorded disagreement with a recommendation: who, and with what."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Person, Recommendation, Reservation
from consultation.reading.people import who_could_speak
from ui.actions import recording
from ui.keys import shown, tip
from ui.session.details.reservation_card import ReservationCard, reservation_key
from ui.waiting import return_to_field
from ui.widgets.buttons import quiet_button
from ui.widgets.words import caption, section
from ui.workspace import Workspace


class Reservations(QWidget):
    """The reservations to a recommendation, and one more."""

    laid_out = Signal()
    """There are other cards: the order of Tab is to be told again."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._recommendation: Recommendation | None = None
        self._cards: list[ReservationCard] = []
        self._people: list[Person] | None = None
        self._build()

    def show_recommendation(self, recommendation: Recommendation) -> None:
        """Show the reservations to a recommendation, leaving alone what is being typed."""
        other = self._recommendation is None or self._recommendation.id != recommendation.id
        if other:
            self._leave()
            self._people = None  # those of its session come first
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
        self._say_how_many()
        self.laid_out.emit()

    def know_people(self) -> None:
        """Read again who could have a reservation when that is asked next: people have changed."""
        self._people = None

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
        self._say_how_many()
        self.laid_out.emit()
        self._cards[-1].who.setFocus()

    def flush(self) -> None:
        """Save what is typed."""
        for card in self._cards:
            card.flush()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._count = caption("", "text", wrap=False)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(section(t("Reservations")))
        head.addWidget(self._count)
        head.addStretch(1)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._add = quiet_button(theme, t("Add a reservation"), self.add, "plus", tip(t, recording.ADD_RESERVATION))
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._add)
        foot.addWidget(caption(shown(recording.RESERVATION_HERE), wrap=False))
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._column)
        column.addLayout(foot)

    def _who_could(self) -> list[Person]:
        """Return the people who complete what is typed as who, read once until people change."""
        if self._people is None:
            session = self._recommendation.session if self._recommendation else None
            self._people = who_could_speak(self._workspace.store, session)
        return self._people

    def _say_how_many(self) -> None:
        self._count.setText(self._workspace.t.number(len(self._cards)) if self._cards else "")

    def _append(self, reservation: Reservation, unsaved: bool) -> None:
        card = ReservationCard(self._workspace, reservation, unsaved, self._who_could)
        card.removed.connect(self._on_removed)
        self._cards.append(card)
        self._column.addWidget(card)
        if self.isVisible():
            card.show()  # or it could not take the keyboard at once

    def _on_removed(self, reservation_id: UUID) -> None:
        stored = self._workspace.store.find(Reservation, reservation_id)
        said = self._workspace.t("Reservation deleted.")
        if stored is not None and not self._workspace.delete(stored, said):
            return
        for card in [card for card in self._cards if card.reservation.id == reservation_id]:
            self._workspace.drafts.drop(card.key)
            self._drop(card)
        self._say_how_many()
        self._add.setFocus()

    def _drop(self, card: ReservationCard) -> None:
        self._cards.remove(card)
        card.let_go()
        card.hide()
        card.deleteLater()

    def _leave(self) -> None:
        """Save what is typed; what cannot be saved, or lacks something, waits with its recommendation."""
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
