"""Below the sources: why a clause stands in the text, and what a person has changed in the words of the room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.deciding.differences import Fate, redline
from consultation.model import RecommendationStatus
from consultation.reading.coverage import Backing, read_backing
from consultation.reading.passages import ItemText, ParagraphText
from consultation.reading.sources import Source
from consultation.words import author_name
from ui.declaration.rows import record_of
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.words import caption, section
from ui.workspace import Workspace

MANNERS = {Fate.KEPT: Manner.PLAIN, Fate.PUT_IN: Manner.MARKED, Fate.TAKEN_OUT: Manner.STRUCK}


class WhyHere(QWidget):
    """Reads no more than the clause at hand takes."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        t = workspace.t
        self._name, self.said = section(t("Why it stands here")), caption()
        self._changed_name = section(t("Changed from the words of the room"))
        self.changed = MarkedWords(workspace.theme, "quoted")
        self._by = caption()
        self._changed = QWidget()
        below = QVBoxLayout(self._changed)
        below.setContentsMargins(0, 6, 0, 0)
        for each in (self._changed_name, self.changed, self._by):
            below.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._name, self.said, self._changed):
            column.addWidget(part)

    def show_passage(self, passage: ParagraphText | ItemText | None, sources: list[Source]) -> None:
        """Show it for a passage that comes from these sources."""
        said = " ".join(self._reasons(passage, sources)) if passage is not None else ""
        self.said.setText(said)
        for part in (self._name, self.said):
            part.setVisible(bool(said))
        edited = passage is not None and passage.edited and passage.proposed is not None and bool(sources)
        self._changed.setVisible(edited)
        if passage is not None and passage.proposed is not None and edited:
            stretches = redline(passage.proposed.words, passage.parts.words)
            self.changed.show_stretches([(each.text, MANNERS[each.fate]) for each in stretches])
            self._by.setText(self._edited_by(passage))
        self.setVisible(bool(said) or edited)

    def _reasons(self, passage: ParagraphText | ItemText, sources: list[Source]) -> Iterator[str]:
        t = self._workspace.t
        if sources:
            yield raised_in(self._workspace, read_backing(self._workspace.store, passage.sources))
            if isinstance(passage, ItemText) and passage.quoted:
                yield t("It is recorded as not agreed.")
            else:
                yield from self._adopted(sources)
        if passage.pinned:
            yield t("A person wants it here.")
        elif passage.moved:
            yield t("A person has put it here.")

    def _adopted(self, sources: list[Source]) -> Iterator[str]:
        t = self._workspace.t
        made = [source.recommendation for source in sources]
        adopted, aside = (
            len({each.session for each in made if each.status is status})
            for status in (RecommendationStatus.ADOPTED, RecommendationStatus.SET_ASIDE)
        )
        if adopted:
            yield t.plural("Adopted in {count} room.", "Adopted in {count} rooms.", adopted)
        if aside:
            yield t.plural("Set aside in {count} room.", "Set aside in {count} rooms.", aside)

    def _edited_by(self, passage: ParagraphText | ItemText) -> str:
        """Say who changed its words last, and when."""
        t, store = self._workspace.t, self._workspace.store
        for change in reversed(store.history(record_of(store, passage))):
            if "words" in change.fields and "drafted" not in change.fields:
                when = change.when.astimezone()
                name = author_name(t, change.author_name)
                return t("{name}, {day}, {time}").format(name=name, day=t.day(when.date()), time=t.time(when))
        return ""


def raised_in(workspace: Workspace, backing: Backing) -> str:
    """Say in how many rooms, regions and languages a thing was raised; of what nobody noted nothing is said."""
    t = workspace.t
    told = [
        (len(backing.rooms), t.plural("{count} room", "{count} rooms", len(backing.rooms))),
        (len(backing.regions), t.plural("{count} region", "{count} regions", len(backing.regions))),
        (len(backing.languages), t.plural("{count} language", "{count} languages", len(backing.languages))),
    ]
    said = [words for count, words in told if count]
    return t("Raised in {places}.").format(places=t.listed(said)) if said else ""
