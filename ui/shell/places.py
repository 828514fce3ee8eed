"""The places of the window, in the order of the work. A place is a folder of `ui` that offers a `Place`."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from PySide6.QtWidgets import QWidget

from consultation.language import Translator
from ui.workspace import Workspace


class PlaceWidget(Protocol):
    """What the window asks of a place; `state`, `restore`, `flush` and `find` may be left out."""

    icon: ClassVar[str]
    """Name of a file in `resources/icons`."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None: ...

    @staticmethod
    def title(t: Translator) -> str:
        """Name the place."""

    def state(self) -> dict[str, Any]:
        """Return what a person would miss when the page is built again in another language."""

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave."""

    def flush(self) -> None:
        """Save whatever is typed and still waits to be saved."""

    def find(self) -> None:
        """Go to the search field (Ctrl+F)."""


def places() -> list[type[Any]]:
    """Return the places there are."""
    from ui.declaration import Place as Declaration
    from ui.merge import Place as Merge
    from ui.session import Place as Session

    return [Session, Merge, Declaration]
