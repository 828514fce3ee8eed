"""Beside what is not in the text: why, and how much of each room, region and language is; each leads to the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.drafting.fates import Accounts, Fate
from consultation.language import in_language
from consultation.model import KnownVocabulary, Session
from consultation.reading.coverage import Backing, Share
from ui.declaration.reasons import fate_name
from ui.declaration.share_row import ShareRow
from ui.look.folds import Fold, px
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, section
from ui.workspace import Workspace

WIDE, LESS = 304, 272


class By(Enum):
    """What the recommendations are told apart by."""

    FATE = "fate"
    ROOM = "room"
    REGION = "region"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Chosen:
    """A part of them that is looked at alone."""

    by: By
    key: Fate | UUID | str
    name: str

    def holds(self, fate: Fate, voice: Backing) -> bool:
        """Tell whether a recommendation belongs to it."""
        if self.by is By.FATE:
            return fate is self.key
        if self.by is By.LANGUAGE:
            return self.key in voice.languages or (not self.key and not voice.languages)
        return self.key in (voice.rooms if self.by is By.ROOM else voice.regions)


class CoverageSide(QFrame):
    """Says `chosen` with the part that was pressed, or None where it was pressed again."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("part", True)
        self.setProperty("surface", "base")
        self.rows: dict[tuple[By, Fate | UUID | str], ShareRow] = {}
        self._chosen: Chosen | None = None
        self._widest = ""
        inside = QWidget()
        inside.setProperty("surface", "base")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 16, 12, 16)
        self._column.setSpacing(0)
        edge = QFrame()
        edge.setProperty("rule", True)
        edge.setFixedWidth(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(scrolled(inside), 1)
        line.addWidget(edge)

    def show_accounts(self, accounts: Accounts, left_out: int) -> None:
        """Show the shares; ``left_out`` passages were left out by a person."""
        t, store = self._workspace.t, self._workspace.store
        clear(self._column)
        self.rows = {}
        counts: dict[Fate, int] = {**accounts.by_fate, Fate.LEFT_OUT: left_out}
        self._name(t("Why they are not in the text"))
        for fate, count in counts.items():
            if count:
                self._add(Chosen(By.FATE, fate, fate_name(t, fate)), t.number(count))
        coverage = accounts.coverage
        most = max((share.raised for share in coverage.languages.values()), default=0)
        self._widest = self._figures(Share(most, most))
        sessions = store.those(Session, coverage.rooms)
        regions = {
            term.id: in_language(term.label, t.language) for term in store.terms(KnownVocabulary.REGION, retired=True)
        }
        self._shares(
            By.ROOM, t("Rooms"), {each: (sessions[each].code, share) for each, share in coverage.rooms.items()}
        )
        known = {each: (regions.get(each, ""), share) for each, share in coverage.regions.items() if share.raised}
        self._shares(By.REGION, t("Regions"), known)
        spoken = {
            code: (t.language_name(code) if code else t("No language noted"), share)
            for code, share in coverage.languages.items()
        }
        self._shares(By.LANGUAGE, t("Languages"), spoken)
        silent = [regions.get(each, "") for each, share in coverage.regions.items() if not share.raised]
        if silent:
            said = caption(t("Nobody noted from: {regions}").format(regions=t.listed(silent)))
            said.setContentsMargins(8, 8, 8, 0)
            self._column.addWidget(said)
        self._column.addStretch(1)

    def choose(self, by: By, key: Fate | UUID | str) -> None:
        """Look at one part alone, as if it had been pressed."""
        row = self.rows.get((by, key))
        if row is not None and not row.isChecked():
            row.click()

    def fold(self, fold: Fold) -> None:
        """Be as wide as there is room."""
        self.setFixedWidth(px(self._workspace.theme, WIDE if fold >= Fold.WIDE else LESS))

    def _name(self, words: str) -> None:
        if self._column.count():
            self._column.addSpacing(16)
        label = section(words)
        label.setContentsMargins(8, 0, 8, 4)
        self._column.addWidget(label)

    def _shares(
        self, by: By, name: str, shares: Mapping[UUID, tuple[str, Share]] | Mapping[str, tuple[str, Share]]
    ) -> None:
        if not shares:
            return
        self._name(name)
        for key, (words, share) in _items(shares):
            self._add(Chosen(by, key, words), self._figures(share), share)

    def _figures(self, share: Share) -> str:
        t = self._workspace.t
        return t("{in_text} of {raised}").format(in_text=t.number(share.in_text), raised=t.number(share.raised))

    def _add(self, part: Chosen, figures: str, share: Share | None = None) -> None:
        row = ShareRow(self._workspace.theme, part.name, figures, share, self._widest if share else "")
        row.setChecked(self._chosen is not None and (self._chosen.by, self._chosen.key) == (part.by, part.key))
        row.clicked.connect(lambda: self._on_pressed(part))
        self.rows[part.by, part.key] = row
        self._column.addWidget(row)

    def _on_pressed(self, part: Chosen) -> None:
        row = self.rows[part.by, part.key]
        self._chosen = part if row.isChecked() else None
        for key, other in self.rows.items():
            if key != (part.by, part.key):
                other.setChecked(False)
        self.chosen.emit(self._chosen)


def _items(
    shares: Mapping[UUID, tuple[str, Share]] | Mapping[str, tuple[str, Share]],
) -> Iterable[tuple[UUID | str, tuple[str, Share]]]:
    return shares.items()
