"""What belongs in the declaration while there is none in a language, and the button that makes it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from consultation.model import Recommendation
from ui.actions import declaring
from ui.declaration.language_choice import LanguageChoice
from ui.keys import tip
from ui.widgets.buttons import main_button
from ui.widgets.cards import EmptyState
from ui.widgets.fields import Field
from ui.workspace import Workspace

WIDE = 240


class FirstStep(EmptyState):
    """Offers to make the draft."""

    draft_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        theme, t, name = workspace.theme, workspace.t, workspace.t("Make the draft")
        self.make = main_button(theme, name, self._on_make_pressed, "scroll-text", tip(t, declaring.DRAFT, name))
        self.languages = LanguageChoice(workspace)
        language = Field(t("Language of the document"), self.languages)
        language.setMinimumWidth(WIDE)
        super().__init__(theme, "scroll-text", "", "", language, self.make)
        self._workspace = workspace
        self.setFocusProxy(self.make)

    def show_language(self, language: str, elsewhere: bool) -> None:
        """Say what there is to make a draft of in ``language``; ``elsewhere`` there is one in another."""
        t, store = self._workspace.t, self._workspace.store
        self.languages.show_language(language)
        count = store.count(Recommendation)
        self.name.setText(
            t("There is no draft in this language yet: {language}").format(language=t.language_name(language))
            if elsewhere
            else t("The declaration is written here")
        )
        if count:
            made_of = t.plural(
                "The draft is made of the {count} recommendation in this file.",
                "The draft is made of the {count} recommendations in this file.",
                count,
            )
            rest = t("Every clause keeps its sources, and what you edit stays when you draft again.")
        else:
            made_of = t("There are no recommendations in this file yet.")
            rest = t("Record them in Session, or bring in the files of the other rooms in Merge.")
        self.text.setText(f"{made_of} {rest}")
        self.make.setEnabled(bool(count))

    def _on_make_pressed(self) -> None:
        self.draft_asked.emit()
