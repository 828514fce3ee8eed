"""Room to write words for a whole group, in each language of the consultation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.deciding.cards import Card
from consultation.reading.translations import current_texts
from ui.actions import merging
from ui.keys import shown
from ui.merge.own_wording import WordingEdit
from ui.widgets.fields import Field
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.rows import clear
from ui.widgets.words import caption, words
from ui.workspace import Workspace


class GroupWording(QWidget):
    """Says `taken` with the words by language, or `left`."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.edits: dict[str, WordingEdit] = {}
        t, theme = workspace.t, workspace.theme
        use, leave = merging.USE_WORDING, merging.LEAVE_WORDING
        self._fields = QVBoxLayout()
        self._fields.setSpacing(10)
        acts = QWidget()
        line = Flow(acts, 8)
        line.addWidget(KeyedButton(theme, t(use.label), shown(use), self._on_taken, use.icon, "main"))
        line.addWidget(KeyedButton(theme, t(leave.label), shown(leave), self.left.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words(t("Words for all of them"), strong=True))
        column.addWidget(caption(t("Empty: those of the one that leads. Every wording stays as it is.")))
        column.addLayout(self._fields)
        column.addWidget(acts)

    def begin(self, card: Card, said: dict[str, str]) -> None:
        """Offer a field for each language; ``said`` are the words so far. The keyboard goes where words are missing."""
        t = self._workspace.t
        lead = next(each.recommendation for each in card.members if each.recommendation.id == card.lead)
        there = {**current_texts(lead.translations, lead.text), lead.language: lead.text}
        codes = dict.fromkeys((*self._workspace.consultation.languages, *said))
        clear(self._fields)
        self.edits = {}
        for code in codes:
            edit = self.edits[code] = WordingEdit(2, 10)
            edit.setProperty("textsize", "said")
            edit.setPlainText(said.get(code, ""))
            edit.setPlaceholderText(there.get(code, ""))
            edit.taken.connect(self._on_taken)
            edit.left.connect(self.left)
            self._fields.addWidget(Field(t("In {language}").format(language=t.language_name(code)), edit))
        missing = [code for code in codes if code not in there and not said.get(code)]
        first = self.edits.get(missing[0] if missing else next(iter(codes), ""))
        if first is not None:
            first.setFocus()

    def _on_taken(self) -> None:
        self.taken.emit({code: edit.toPlainText().strip() for code, edit in self.edits.items()})
