"""What is done to those to begin with: proposing, putting in, taking out, moving; each one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from consultation.model import Shortlist
from consultation.model.asking import SHORTLIST_SIZE
from consultation.weighing.proposing import Place, keep_order, keep_proposal, moved, places, propose, read_shortlist
from consultation.weighing.weighed import Weighing
from ui.workspace import Workspace


class Ordering(QObject):
    """Those to begin with as the file has them."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kept: Shortlist | None = None
        self.places: list[Place] = []

    @property
    def size(self) -> int:
        """How many there are to be."""
        return self._kept.size if self._kept else SHORTLIST_SIZE

    @property
    def order(self) -> list[UUID]:
        """The leading recommendations in order."""
        return [place.row.key for place in self.places]

    def read(self, weighing: Weighing) -> None:
        """Read them from the file."""
        self._kept = read_shortlist(self._workspace.store)
        self.places = places(weighing, self._kept) if self._kept else []

    def propose(self, weighing: Weighing) -> None:
        """Propose them in proportion, in the place of what stands there."""
        size, store, t = self.size, self._workspace.store, self._workspace.t
        keys = [seat.key for seat in propose(weighing, size)]
        said = t("Proposed in proportion. The order is yours now.")
        self._workspace.do(said, lambda: keep_proposal(store, keys, size))

    def put_in_or_take_out(self, keys: Sequence[UUID]) -> None:
        """Put some among them, or take them out where all are there."""
        order = self.order
        missing = [key for key in keys if key not in order]
        self._keep([*order, *missing] if missing else [key for key in order if key not in keys])

    def shift(self, key: UUID, step: int) -> None:
        """Have one stand further up or down."""
        if key in self.order:
            self.place(key, self.order.index(key) + step)

    def place(self, key: UUID, place: int) -> None:
        """Have one stand at another place, from 0."""
        self._keep(moved(self.order, key, place))

    def _keep(self, order: Sequence[UUID]) -> None:
        if list(order) != self.order:
            store = self._workspace.store
            self._workspace.do("", lambda: keep_order(store, order))
