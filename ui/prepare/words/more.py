"""What is asked for less often of a term: what it means, and, of addressees, how a declaration speaks to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.language import N_
from consultation.model import KnownVocabulary, Voice
from consultation.reading.families import family_of
from consultation.reading.vocabularies import TermRow, VocabularyTree, name_of_term
from ui.look.icons import set_icon
from ui.prepare.words.label_lines import LabelLines
from ui.widgets.buttons import IconButton
from ui.widgets.fields import Choice, Field, SavedLine, Tick
from ui.widgets.words import caption, words
from ui.workspace import Workspace

PHRASES = {
    "heading": N_("Heading above all they are told"),
    "brief": N_("The same on one page"),
    "to_do": N_("Before items that open with what to do"),
    "following": N_("Before any other items"),
}
"""What a declaration says to a family of addressees."""

Change = Callable[..., bool]
"""Writes values of the term that is shown; tells whether that succeeded."""


class MoreOfTerm(QWidget):
    """Closed until somebody opens it, and open then for every term."""

    def __init__(self, workspace: Workspace, save_label: Callable[[str, str, str], bool], change: Change) -> None:
        super().__init__()
        self._workspace, self._save_label, self._change = workspace, save_label, change
        self._build()

    def show_term(self, tree: VocabularyTree, row: TermRow, *, force: bool) -> None:
        """Show the rest of a term."""
        self._description.show_labels(tree.languages, row.term.description, force=force)
        addressees = tree.key == KnownVocabulary.ADDRESSEE
        self._of_addressees.setVisible(addressees)
        if not addressees:
            return
        self._voice.setChecked(row.term.voice is Voice.SELF)
        self._offer_families(tree, row)
        self._day.show_text(row.term.decides_on.isoformat() if row.term.decides_on else "", force=force)
        self._wrong_day.hide()
        terms = {each.term.id: each.term for each in tree.rows}
        said = any(getattr(row.term, name) for name in PHRASES)
        self._phrases_part.setVisible(said or family_of(row.term.id, terms) == row.term.id)
        for name, lines in self._phrases.items():
            lines.show_labels(tree.languages, getattr(row.term, name), force=force)

    def open(self) -> None:
        """Show what is in it."""
        self._fold.setChecked(True)

    def flush(self) -> None:
        """Save what is typed now."""
        for lines in (self._description, *self._phrases.values()):
            lines.flush()
        self._day.flush()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._fold = IconButton()
        self._fold.setText(t("More"))
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setCheckable(True)
        self._fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fold.setProperty("flush", True)
        self._fold.toggled.connect(self._on_toggled)
        self._description = LabelLines(theme, t("What it means"), partial(self._save_label, "description"))
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(14)
        inside.addWidget(Field(t("What it means"), self._description))
        inside.addWidget(self._build_of_addressees())
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._fold)
        column.addWidget(self._inside)
        self._on_toggled(False)

    def _build_of_addressees(self) -> QWidget:
        t, theme = self._workspace.t, self._workspace.theme
        self._of_addressees, self._phrases_part = QWidget(), QWidget()
        self._voice = Tick(t("They speak as “we”: the signatories themselves"))
        self._voice.clicked.connect(self._on_voice)
        self._family = Choice()
        self._family.activated.connect(lambda _: self._change(family=self._family.currentData()))
        self._day = SavedLine()
        self._day.setAccessibleName(t("Decides on: after this day a recommendation comes too late"))
        self._day.setPlaceholderText("2021-10-05")
        self._day.edited.connect(self._on_day)
        self._wrong_day = caption(t("Write the day as year, month and day: 2021-10-05."), "incomplete")
        self._wrong_day.hide()
        day = QWidget()
        below = QVBoxLayout(day)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self._day)
        below.addWidget(self._wrong_day)
        self._phrases = {
            name: LabelLines(theme, t(said), partial(self._save_label, name)) for name, said in PHRASES.items()
        }
        phrases = QVBoxLayout(self._phrases_part)
        phrases.setContentsMargins(0, 0, 0, 0)
        phrases.setSpacing(14)
        phrases.addWidget(words(t("What the declaration says to this family"), strong=True))
        for name, said in PHRASES.items():
            phrases.addWidget(Field(t(said), self._phrases[name]))
        column = QVBoxLayout(self._of_addressees)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._voice)
        column.addWidget(Field(t("Family: under whose heading they are spoken to"), self._family))
        column.addWidget(Field(t("Decides on: after this day a recommendation comes too late"), day))
        column.addWidget(self._phrases_part)
        return self._of_addressees

    def _offer_families(self, tree: VocabularyTree, row: TermRow) -> None:
        t = self._workspace.t
        choices: list[tuple[str, UUID | None]] = [(t("That of what it stands under"), None)]
        choices += [
            (name_of_term(each.term, t.language), each.term.id)
            for each in tree.rows
            if each.term.id != row.term.id and (each.is_offered or each.term.id == row.term.family)
        ]
        self._family.clear()
        for name, term in choices:
            self._family.addItem(name, term)
        self._family.setCurrentIndex(max(self._family.findData(row.term.family), 0) if row.term.family else 0)

    def _on_voice(self) -> None:
        self._change(voice=Voice.SELF if self._voice.isChecked() else Voice.OTHER)

    def _on_day(self, text: str) -> None:
        values: dict[str, Any] = {}
        try:
            values["decides_on"] = date.fromisoformat(text.strip()) if text.strip() else None
        except ValueError:
            self._wrong_day.show()
            return
        self._wrong_day.hide()
        if self._change(**values):
            self._day.settle()

    def _on_toggled(self, opened: bool) -> None:
        set_icon(self._fold, self._workspace.theme, "chevron-down" if opened else "chevron-right", "text")
        self._inside.setVisible(opened)
