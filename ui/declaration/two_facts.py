"""What is known of translations: who made each and when, and what of the original was changed since.

It stands in the history of each record, so it is read for what is looked at alone, a little at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from consultation.deciding.differences import compare
from consultation.grammar import item_text
from consultation.model import Rendering
from consultation.reading.earlier import Earlier, Made, earlier_words, translation_made
from consultation.reading.passages import ItemText, State
from consultation.words import author_name
from ui.declaration.row_layout import Span
from ui.declaration.translation_mend import changed_since, put_in_since
from ui.declaration.two_layout import Remark
from ui.declaration.two_rows import TwoRow
from ui.workspace import Workspace

AT_ONCE = 4
"""Translations that are looked up before the window goes on."""

Key = tuple[UUID, str, str, str, str]


@dataclass(frozen=True)
class Fact:
    """What the history says of one translation."""

    made: Made | None
    earlier: Earlier | None


class TwoFacts(QObject):
    """Says `told` with the ids of rows of which more is known now."""

    told = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._known: dict[Key, Fact] = {}
        self._wanted: dict[Key, TwoRow] = {}
        self._names: dict[UUID, str] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_up)
        self.language = ""

    def forget(self) -> None:
        """Look everything up again when it is looked at: something was written."""
        self._names = None

    def remark(self, row: TwoRow) -> Remark | None:
        """Say what stands below a translation; when it was made follows once that is known."""
        t, passage = self._workspace.t, row.right.passage
        if passage is None:
            return None
        if passage.state is State.IN_CONFLICT:
            return Remark(t("in conflict: decide in the text"), "conflict")
        if passage.state is State.UNTRANSLATED or not isinstance(passage, ItemText) or passage.rendering is None:
            return None
        fact = self._fact(row, passage, passage.rendering)
        if passage.state is State.STALE:
            earlier = fact.earlier if fact is not None else None
            said = changed_since(t, passage, earlier)
            if earlier is not None and not self.changed(row):
                said = f"{said} {put_in_since(t, passage, earlier)}".strip()
            return Remark(said, "incomplete", t("It still holds"))
        return Remark(self._translated_by(passage.rendering, fact))

    def changed(self, row: TwoRow) -> Sequence[Span]:
        """Return the letters at the left that the translation at the right does not know yet."""
        passage, beside = row.right.passage, row.left.passage
        if not isinstance(passage, ItemText) or passage.state is not State.STALE or passage.rendering is None:
            return ()
        if beside is None or passage.original_language not in ("", self._beside(row)):
            return ()
        fact = self._fact(row, passage, passage.rendering)
        if fact is None or fact.earlier is None:
            return ()
        return _spans(row.left.drawn, beside.parts.words, item_text(fact.earlier.text, passage.original_language))

    def _beside(self, row: TwoRow) -> str:
        """Return the language of the words at the left."""
        passage = row.left.passage
        return (passage.other_language if passage else "") or self.language

    def _translated_by(self, rendering: Rendering, fact: Fact | None) -> str:
        t = self._workspace.t
        if self._names is None and self._workspace.is_readable:
            self._names = self._workspace.store.author_names()
        name = (self._names or {}).get(UUID(rendering["by"]), "") if rendering["by"] else ""
        if fact is None or fact.made is None:
            said = t("translated by a machine") if rendering["machine"] else t("translated by {name}")
            return said.format(name=author_name(t, name))
        when = fact.made.when.astimezone()
        said = t("translated by {name}, {day}")
        return said.format(name=author_name(t, name or fact.made.by), day=t.day_of_year(when.date()))

    def _fact(self, row: TwoRow, passage: ItemText, rendering: Rendering) -> Fact | None:
        key = (passage.id, passage.parts.words, passage.original, rendering["of"], rendering["by"])
        if key in self._known:
            return self._known[key]
        self._wanted[key] = row
        self._soon.start()
        return None

    def _look_up(self) -> None:
        """Look up the next ones that were looked at."""
        if not self._workspace.is_open or not self._workspace.is_readable:
            self._wanted.clear()
            return
        store, told = self._workspace.store, []
        for key, row in list(self._wanted.items())[:AT_ONCE]:
            del self._wanted[key]
            language = self._right_language
            stale = row.right.passage is not None and row.right.passage.state is State.STALE
            earlier = earlier_words(store, key[0], language) if stale else None
            self._known[key] = Fact(translation_made(store, key[0], language), earlier)
            told.append(key[0])
        if self._wanted:
            self._soon.start()
        self.told.emit(told)

    _right_language = ""

    def speak(self, left: str, right: str) -> None:
        """Tell of translations into the language ``right`` beside the language ``left``."""
        if (left, right) != (self.language, self._right_language):
            self.language, self._right_language = left, right
            self._known.clear()
            self._wanted.clear()


def _spans(drawn: str, words: str, before: str) -> list[Span]:
    """Return the letters of ``words``, as they are drawn, that ``before`` has not."""
    start = drawn.find(words.rstrip(" .;,"))
    found: list[Span] = []
    if start < 0:
        return found
    for piece in compare(words, before):
        if piece.differs:
            found.append((start, len(piece.text)))
        start += len(piece.text)
    return found
