"""Translations of earlier words: what each says, what was changed since, and room to translate again."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.deciding.differences import compare
from consultation.deciding.stale import Stale, stale_translations, translate_anew
from consultation.model import Recommendation
from ui.actions import merging
from ui.keys import shown
from ui.merge.mends import Mend
from ui.merge.own_wording import WordingEdit
from ui.widgets.buttons import quiet_button
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.rows import clear
from ui.widgets.words import caption


class StaleMend(Mend):
    """A field for each translation that is behind."""

    def take_keyboard(self) -> None:
        first = next(iter(self.edits.values()), None)
        if first is not None:
            first.setFocus()

    def _make(self) -> None:
        self.edits: dict[str, WordingEdit] = {}
        self._shown: tuple[Stale, ...] = ()
        self._fields = QVBoxLayout()
        self._fields.setSpacing(12)
        self.column.addLayout(self._fields)

    def _show(self, record: Recommendation) -> None:
        found = tuple(stale_translations(self._workspace.store, record))
        if found == self._shown:
            return  # what is being typed stays
        typed = {code: edit.toPlainText() for code, edit in self.edits.items()}
        self._shown, self.edits = found, {}
        clear(self._fields)
        for stale in found:
            self._fields.addWidget(self._field(record, stale, typed.get(stale.language, stale.text)))

    def _field(self, record: Recommendation, stale: Stale, typed: str) -> QWidget:
        t, theme, save = self._workspace.t, self._workspace.theme, merging.USE_WORDING
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if stale.original:
            column.addWidget(caption(t("New in the words since it was translated:")))
            original = MarkedWords(theme, "quoted")
            pieces = compare(record.text, stale.original)
            original.show_stretches(
                [(piece.text, Manner.MARKED if piece.differs else Manner.PLAIN) for piece in pieces]
            )
            column.addWidget(original)
        name = t("In {language}").format(language=t.language_name(stale.language))
        column.addWidget(caption(name))
        edit = self.edits[stale.language] = WordingEdit(2, 12)
        edit.setProperty("textsize", "said")
        edit.setAccessibleName(name)
        edit.setPlainText(typed)
        take = partial(self._save, record, stale)
        edit.taken.connect(take)
        edit.left.connect(partial(edit.setPlainText, stale.text))
        acts = QWidget()
        line = Flow(acts, 8)
        line.addWidget(KeyedButton(theme, t("Save"), shown(save), take, save.icon, "main"))
        line.addWidget(quiet_button(theme, t("It still holds"), partial(self._keep, record, stale), "check"))
        column.addWidget(edit)
        column.addWidget(acts)
        return part

    def _save(self, record: Recommendation, stale: Stale) -> None:
        words = self.edits[stale.language].toPlainText().strip()
        if words:
            self._write(record, stale, words)

    def _keep(self, record: Recommendation, stale: Stale) -> None:
        self._write(record, stale, stale.text)

    def _write(self, record: Recommendation, stale: Stale, words: str) -> None:
        t, store = self._workspace.t, self._workspace.store
        name = t("Translated again: {language}.").format(language=t.language_name(stale.language))
        self._workspace.do(name, lambda: translate_anew(store, record, stale.language, words))
