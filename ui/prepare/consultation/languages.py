"""The languages of a consultation as chips in their order; the first one is that of the consultation itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from consultation.language import DOCUMENT_LANGUAGES
from ui.actions import preparing
from ui.keys import bind
from ui.widgets.chip_field import ChipField
from ui.workspace import Workspace

OTHERS = ("ar", "bn", "de", "fa", "hi", "id", "it", "ja", "ko", "pt", "ru", "sw", "tr", "ur", "vi", "wo", "zh")
"""Languages that are often spoken at a consultation; the file may hold any other."""


class OrderedLanguages(ChipField):
    """Add, take off, and put into order: Alt and an arrow move the chip that has the keyboard."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.theme, workspace.t, workspace.t("Languages"))
        self._names_of = workspace.t.language_name
        bind(self, preparing.LANGUAGE_EARLIER, partial(self.shift, -1), self._is_at_hand)
        bind(self, preparing.LANGUAGE_LATER, partial(self.shift, 1), self._is_at_hand)

    def show_languages(self, codes: Sequence[str]) -> None:
        """Show these as chosen, in this order."""
        offered = dict.fromkeys([*DOCUMENT_LANGUAGES, *OTHERS, *codes])
        if self.offered != list(offered):
            self.offer((code, self._names_of(code)) for code in offered)
        self.tick(codes)

    def shift(self, by: int) -> None:
        """Move the language that has the keyboard."""
        chips = [chip for chip in self.chips if chip.hasFocus()]
        if not chips:
            return
        codes, place = self.ticked(), self.chips.index(chips[0])
        there = place + by
        if 0 <= there < len(codes):
            codes.insert(there, codes.pop(place))
            self.tick(codes)
            self.chips[there].setFocus()
            self.chosen.emit(codes)

    def _is_at_hand(self) -> bool:
        return any(chip.hasFocus() for chip in self.chips)
