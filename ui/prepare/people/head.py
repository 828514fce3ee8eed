"""What stands in the head of the place beside the people: add one more, take them from a table, write them to one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from consultation.language import N_
from consultation.model import Organisation, Partnership, Person, Record
from ui.actions import preparing
from ui.keys import shown, tip
from ui.widgets.buttons import icon_button
from ui.widgets.keyed_button import KeyedButton
from ui.workspace import Workspace

ADD: dict[type[Record], tuple[str, str]] = {
    Person: (N_("Add a person"), "user-plus"),
    Organisation: (N_("Add an organisation"), "plus"),
    Partnership: (N_("Add a partnership"), "plus"),
}
"""What the button says and shows, by what is in the list."""


class PeopleHead:
    """The buttons; where there is little room, two of them are icons alone."""

    def __init__(
        self,
        workspace: Workspace,
        add: Callable[[], object],
        paste: Callable[[], object],
        export: Callable[[], object],
    ) -> None:
        self._t = t = workspace.t
        theme, action = workspace.theme, preparing.PASTE_TABLE
        self.add_button = KeyedButton(
            theme, t(preparing.ADD_PERSON.label), shown(preparing.ADD_PERSON), add, "user-plus", "main"
        )
        self.paste_button = KeyedButton(theme, t(action.label), "", paste, action.icon)
        self._export = icon_button(theme, "file-down", tip(t, preparing.EXPORT_PEOPLE), export)

    @property
    def parts(self) -> list[QWidget]:
        """The buttons, from the leading one on."""
        return [self._export, self.paste_button, self.add_button]

    def show_list(self, kind: type[Record], tight: bool) -> None:
        """Say what is added to the list that is shown."""
        words, icon = ADD[kind]
        action = preparing.PASTE_TABLE
        for part, said, sign in (
            (self.add_button, self._t(words), icon),
            (self.paste_button, self._t(action.label), action.icon),
        ):
            part.setText("" if tight else said)
            part.setAccessibleName(said)
            part.setToolTip(said if tight else "")
            part.show_icon(sign)
