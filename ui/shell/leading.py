"""Leading to where something stands: a record, a person who is given the floor, and what the palette finds."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from consultation.model import Record, Session
from consultation.reading.finding import Finder
from ui.actions import Action, anywhere
from ui.page import Page
from ui.session import SessionPlace
from ui.shell.finding import Acts, Finding, Leads
from ui.shell.palette import Palette
from ui.shell.places import AT_FIRST, PLACES
from ui.workspace import Workspace


class Leading(QObject):
    """Knows which place shows what; ``shown`` is the page that is shown, ``go`` shows another, ``acts`` can be done."""

    def __init__(
        self,
        workspace: Workspace,
        window: QWidget,
        shown: Callable[[], Page | None],
        go: Callable[[Action], object],
        acts: Callable[[], Acts],
    ) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        self._shown, self._go, self._acts = shown, go, acts
        self._palette: Palette | None = None
        workspace.record_asked.connect(self.show_record)
        workspace.leaving.connect(self.close_palette)
        workspace.file_changed.connect(self.close_palette)
        workspace.language_changed.connect(self.close_palette)
        workspace.following.locked.connect(self.close_palette)
        workspace.jobs.writing_changed.connect(self.close_palette)

    @property
    def palette(self) -> Palette | None:
        """The palette, while it is open."""
        return self._palette

    def open_palette(self) -> None:
        """Offer what can be done now and everything in the file; close it where it is open."""
        if self._palette is not None:
            self._palette.close_up()
            return
        workspace, page = self._workspace, self._shown()
        finder = None
        if workspace.is_readable:
            finder = Finder(workspace.store, self._session_at_hand(), workspace.t.language)
        finding = Finding(workspace.t, self._acts(), finder, Leads(self.show_record, self.give_floor))
        self._palette = Palette(workspace.theme, workspace.t, finding, self._window, _words_of(page, self._window))
        self._palette.closed.connect(self._on_palette_closed)
        self._palette.open()

    def close_palette(self) -> None:
        """Close the palette, if it is open: what it has found is not there any more, or cannot be read."""
        if self._palette is not None:
            self._palette.close_up(back=False)

    def stands(self, record: Record) -> Action | None:
        """Return the action that goes to where a record can be shown: the place that is shown, or else another.

        What was said and planned is looked for in the room before it is where it was prepared.
        """
        shown, room = self._shown(), PLACES[AT_FIRST]
        places = sorted(PLACES, key=lambda place: (not isinstance(shown, place), place is not room))
        return next((place.shown_by for place in places if isinstance(record, place.stands_here)), None)

    def is_here(self, record: Record) -> bool:
        """Tell whether the place that is shown is one where the record can be shown."""
        shown = self._shown()
        return shown is not None and isinstance(record, shown.stands_here)

    def show_record(self, record_id: UUID) -> None:
        """Show a record where it stands; nothing happens where none of the places shows it."""
        record = self._find(record_id)
        place = self.stands(record) if record is not None else None
        if place is None:
            return
        shown = self._shown()
        if shown is None or shown.shown_by != place:
            self._go(place)
        if (page := self._shown()) is not None:
            page.show_record(record_id)

    def give_floor(self, person: UUID) -> None:
        """Give somebody the floor, in the session at hand."""
        if not isinstance(self._shown(), SessionPlace):
            self._go(anywhere.GO_SESSION)
        page = self._shown()
        if isinstance(page, SessionPlace):
            page.give_floor(person)

    def _find(self, record_id: UUID) -> Record | None:
        if not self._workspace.is_readable:
            return None
        record = self._workspace.store.whatever(record_id)
        return record if record is not None and not record.deleted else None

    def _session_at_hand(self) -> UUID | None:
        """Return the session that is shown, or was shown last in this file."""
        store = self._workspace.store
        last = self._workspace.settings.last_session(self._workspace.consultation.id)
        return next((session for (session,) in store.columns(Session, "id") if session == last), None)

    def _on_palette_closed(self) -> None:
        self._palette = None


def _words_of(page: Page | None, window: QWidget) -> int | None:
    """Return where the words of a page begin, from the leading edge of the window."""
    if page is None or page.words_at is None:
        return None
    corner = page.mapTo(window, page.rect().topLeft())
    mirrored = window.width() - corner.x() - page.width()
    return (corner.x() if window.isLeftToRight() else mirrored) + page.words_at
