"""The head of the page: its two views, the language of the document, drafting again and exporting."""

from __future__ import annotations

from collections.abc import Callable

from ui import actions
from ui.declaration.language_choice import LanguageChoice
from ui.declaration.outline import OutlineChoice
from ui.keys import tip
from ui.look.folds import Fold
from ui.widgets.buttons import button, main_button, quiet_button
from ui.widgets.page_head import PageHead
from ui.widgets.words import set_property
from ui.workspace import Workspace

TEXT, UNUSED = "text", "unused"
CHOICE_FROM, WORDS_FROM = 700, 800
"""Widths of the window at the usual text size from which the outline is offered, and the main button has words."""


class DeclarationHead(PageHead):
    """What can be done is there once there is a draft."""

    def __init__(
        self,
        workspace: Workspace,
        name: str,
        draft: Callable[[], object],
        export: Callable[[], object],
        go_on: Callable[[], object],
    ) -> None:
        super().__init__(workspace.theme, name)
        t, theme = workspace.t, workspace.theme
        self.add_view(TEXT, t("Text"))
        self.add_view(UNUSED, t("Not used"))
        self.outline = OutlineChoice(workspace)
        self.languages = LanguageChoice(workspace)
        again, out, need = actions.DRAFT, actions.EXPORT, actions.NEXT_NEED
        self._t, self._has_room = t, False
        self.needs = quiet_button(theme, "", go_on, "circle-alert", tip(t, need))
        self.again = button(theme, t(again.label), draft, again.icon, tip(t, again))
        self.exporting = main_button(theme, t(out.label), export, out.icon, tip(t, out))
        for part in (self.outline, self.needs, self.languages, self.again, self.exporting):
            self.add_action(part)

    def show_draft(self, there: bool, unused: int, needs: int) -> None:
        """Show what can be done, and how much is not used and waits for a person."""
        t = self._t
        for part in (*self._views.values(), self.languages, self.again, self.exporting):
            part.setVisible(there)
        self.outline.setVisible(there and self._has_room)
        self.needs.setVisible(there and self._has_room and bool(needs))
        self.needs.show_words(t.number(needs))
        self.needs.setAccessibleName(t.plural("{count} needs a person", "{count} need a person", needs))
        self.show_count(UNUSED, t.number(unused) if unused else "")

    def fold(self, outline: bool, fold: Fold, room: float) -> None:
        """Fold to the width of the window, which is ``room`` at the usual text size.

        ``outline`` says that the outline stands beside the text.
        """
        self._has_room = not outline and room >= CHOICE_FROM
        set_property(self.title, "textsize", "heading" if fold is Fold.SMALL else "title")
        for pressed, action, wide in (
            (self.again, actions.DRAFT, outline),
            (self.exporting, actions.EXPORT, room >= WORDS_FROM),
        ):
            name = self._t(action.label)
            pressed.show_words(name if wide else "")
            pressed.setAccessibleName(name)
