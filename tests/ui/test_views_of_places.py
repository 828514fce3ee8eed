"""The views of a place: opened once for each time somebody asks for one, wherever they ask."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.merge import MergePlace
from ui.merge.place import DECIDED
from ui.prepare import PreparePlace
from ui.prepare.place import PEOPLE
from ui.shell.places import PLACES
from ui.widgets.page_head import ViewTab


@pytest.mark.parametrize(("kind", "view"), [(MergePlace, DECIDED), (PreparePlace, PEOPLE)], ids=["merge", "prepare"])
def test_a_view_is_opened_once_by_a_call_and_once_by_a_click(kind, view, request, monkeypatch, qtbot):
    opened: list[str] = []
    show_view = kind.show_view

    def noted(place, name: str) -> None:
        opened.append(name)
        show_view(place, name)

    monkeypatch.setattr(kind, "show_view", noted)
    window = request.getfixturevalue("window")
    window.show_place(PLACES.index(kind))
    place = window.place
    opened.clear()
    place.show_view(view)
    assert (opened, place.view) == ([view], view)
    opened.clear()
    tabs = place.head.findChildren(ViewTab)
    qtbot.mouseClick(tabs[0], Qt.MouseButton.LeftButton)
    assert len(opened) == 1
    assert place.view == opened[0]
