"""The head of the page: its views, the language of the document, drafting again and exporting."""

from __future__ import annotations

from collections.abc import Callable

from ui.actions import declaring
from ui.declaration.gap_button import GapButton
from ui.declaration.language_choice import LanguageChoice
from ui.declaration.outline import OutlineChoice
from ui.keys import shown, tip
from ui.look.folds import Fold
from ui.widgets.buttons import button, main_button, quiet_button
from ui.widgets.page_head import PageHead
from ui.widgets.words import caption, set_property
from ui.workspace import Workspace

TEXT, TWO, UNUSED, EDITIONS = "text", "two", "unused", "editions"
CHOICE_FROM, WORDS_FROM, WIDE_FROM = 700, 1000, 1240
"""Widths of the window at the usual text size from which the outline is offered, and the buttons have words."""


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
        self.add_view(TWO, t("Two languages"))
        self.add_view(UNUSED, t("Not used"))
        self.add_view(EDITIONS, t("Editions"))
        self.outline = OutlineChoice(workspace)
        self.languages = LanguageChoice(workspace)
        again, out, need = declaring.DRAFT, declaring.EXPORT, declaring.NEXT_NEED
        self._t, self._has_room, self._is_made, self._needs = t, False, False, 0
        self.needs = quiet_button(theme, "", go_on, "circle-alert", tip(t, need))
        self.brackets = GapButton(theme, "", go_on)
        self._hint = caption(f"{shown(need)} {t(need.label)}", wrap=False)
        self.again = button(theme, t(again.label), draft, again.icon, tip(t, again))
        self.exporting = main_button(theme, t(out.label), export, out.icon, tip(t, out))
        for part in (self.outline, self.needs, self.brackets, self._hint, self.languages, self.again, self.exporting):
            self.add_action(part)
        self.view_chosen.connect(self._show_parts)

    @property
    def view(self) -> str:
        """The name of the view that is chosen."""
        return next(name for name, tab in self._views.items() if tab.isChecked())

    def show_draft(self, there: bool, unused: int, needs: int) -> None:
        """Show what can be done, and how much is not used and waits for a person."""
        self._is_made, self._needs = there, needs
        for tab in self._views.values():
            tab.setVisible(there)
        self.needs.show_words(self._t.number(needs))
        self.needs.setAccessibleName(self._t.plural("{count} needs a person", "{count} need a person", needs))
        self.show_count(UNUSED, self._t.number(unused) if unused else "")
        self._show_parts()

    def show_editions(self, count: int) -> None:
        """Show how many editions there are."""
        self.show_count(EDITIONS, self._t.number(count) if count else "")

    def show_brackets(self, count: int, language: str) -> None:
        """Show how many brackets there are in the language beside."""
        t = self._t
        brackets = t.plural("{count} bracket", "{count} brackets", count)
        said = t("{brackets} in {language}").format(brackets=brackets, language=t.language_name(language))
        self.brackets.setText(said if count else "")
        self.brackets.updateGeometry()
        self._show_parts()

    def fold(self, outline: bool, fold: Fold, room: float) -> None:
        """Fold to the width of the window, which is ``room`` at the usual text size.

        ``outline`` says that the outline stands beside the text.
        """
        self._has_room = not outline and room >= CHOICE_FROM
        set_property(self.title, "textsize", "heading" if fold is Fold.SMALL else "title")
        for pressed, action, wide in (
            (self.again, declaring.DRAFT, room >= WIDE_FROM),
            (self.exporting, declaring.EXPORT, room >= WORDS_FROM),
        ):
            name = self._t(action.label)
            pressed.show_words(name if wide else "")
            pressed.setAccessibleName(name)
        self._show_parts()

    def _show_parts(self) -> None:
        """Show at the trailing edge what can be done in the view that is chosen."""
        there, view = self._is_made, self.view
        on_text = there and view == TEXT
        self.outline.setVisible(on_text and self._has_room)
        self.needs.setVisible(on_text and self._has_room and bool(self._needs))
        beside = there and view == TWO and bool(self.brackets.text())
        self.brackets.setVisible(beside)
        self._hint.setVisible(beside)
        for part in (self.languages, self.again, self.exporting):
            part.setVisible(there and view in (TEXT, UNUSED))
