"""The one table of what can be done. Menus, the page of keys, tool tips and shortcuts are made from it.

What an action does is bound by whoever owns it (`ui/keys.py`); keys are shown by code and never stand in a text, so
that no translator has to know them.
"""

from __future__ import annotations

from ui.actions import anywhere, declaring, merging, preparing, recording, weighing
from ui.actions.action import Action, Scope

TABLE: tuple[Action, ...] = tuple(
    found
    for place in (anywhere, preparing, recording, merging, weighing, declaring)
    for found in vars(place).values()
    if isinstance(found, Action)
)
"""Everything that can be done, in the order in which it is shown."""

__all__ = ["TABLE", "Action", "Scope", "anywhere", "declaring", "merging", "preparing", "recording", "weighing"]
