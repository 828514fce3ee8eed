"""Above the terms: the field to find words in every language, and for each language those without a name in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from ui.actions import preparing
from ui.look.folds import px
from ui.widgets.buttons import icon_button
from ui.widgets.fields import Choice
from ui.widgets.find_bar import FindBar
from ui.widgets.sign_button import SignTab
from ui.workspace import Workspace

NAMED = 170
"""Width of the choice of a vocabulary."""


class WordsBar(FindBar):
    """Says `narrowed` with a language, or "" for all terms again."""

    narrowed = Signal(str)
    about_asked = Signal()
    """What is known of the vocabulary is to be shown."""
    export_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        t, theme = workspace.t, workspace.theme
        super().__init__(theme, t, t("Find in the terms"))
        self._t = t
        about, export = preparing.EDIT_VOCABULARY, preparing.EXPORT_WORDS
        self.vocabularies = Choice()
        self.vocabularies.setAccessibleName(t("Vocabularies"))
        self.vocabularies.setMinimumWidth(px(theme, NAMED))
        self.vocabularies.hide()
        self.put_first(self.vocabularies)
        self.put_last(icon_button(theme, about.icon, t(about.label), self.about_asked.emit))
        self.export_button = icon_button(theme, export.icon, t(export.words), self.export_asked.emit)
        self.put_last(self.export_button)
        self.chosen.connect(lambda code: self.narrowed.emit("" if self.tabs[code].isChecked() else code))

    def show_missing(self, languages: tuple[str, ...], missing: Mapping[str, int], only: str) -> None:
        """Show for each language how many terms have no name in it, and which language alone is shown."""
        t = self._t
        if tuple(self.tabs) != languages:
            self.offer({}, {code: SignTab(self._theme, "incomplete") for code in languages})
        for code, tab in self.tabs.items():
            number = missing.get(code, 0)
            said = t("{count} without {language}").format(count=t.number(number), language=t.language_name(code))
            self.show_words(code, said if number or code == only else "")
            tab.setToolTip(t("Show all again") if code == only else t("Show these alone"))
        self.choose(only)
