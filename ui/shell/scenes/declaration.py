"""Scenes of the declaration for the gallery."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from consultation.model import Recommendation, texts_of
from ui.declaration.place import DeclarationPlace
from ui.declaration.rows import TextRow, record_of
from ui.shell.stage import Stage

LONG = (
    "of the Donaudampfschifffahrtsgesellschaftskapitänsversammlungen, the intercommunal associations and "
    "https://example.org/a/very/long/address/that/nobody/can/break/anywhere/and/that/is/kept/as/it/was/typed to "
    "publish <b>every</b> figure & every refusal, " + "with reasons, " * 30 + "within a month."
)


def _shown(stage: Stage) -> DeclarationPlace:
    stage.open_sample()
    return stage.place(DeclarationPlace)


def _drafted(stage: Stage) -> DeclarationPlace:
    place = _shown(stage)
    place.make_draft()
    stage.settle()
    return place


def _choose(stage: Stage, place: DeclarationPlace, row: TextRow) -> None:
    place.text.choose(row.id)
    place.text.setFocus()
    stage.settle()


def empty(stage: Stage) -> None:
    """There is no draft yet."""
    _shown(stage)


def opening(stage: Stage) -> None:
    """The draft just made, from its beginning."""
    _drafted(stage)


def items(stage: Stage) -> None:
    """Numbered paragraphs with their lettered items, and one that is pinned."""
    place = _drafted(stage)
    _choose(stage, place, next(row for row in place.clauses if row.item and row.item.letter == "c"))
    place.text.doing.pin()
    stage.settle()


def brackets(stage: Stage) -> None:
    """What waits for a person, in brackets."""
    place = _drafted(stage)
    place.go_on()


def not_agreed(stage: Stage) -> None:
    """What was not agreed, in the words of the room, and what was promised."""
    place = _drafted(stage)
    _choose(stage, place, next(row for row in place.clauses if row.item and row.item.quoted))


def proposed(stage: Stage) -> None:
    """What the secretariat proposes until it is adopted."""
    place = _drafted(stage)
    _choose(stage, place, next(row for row in place.clauses if row.note))


def moving(stage: Stage) -> None:
    """An item that is to go into another paragraph."""
    place = _drafted(stage)
    _choose(stage, place, next(row for row in place.clauses if row.item and row.item.letter == "b"))
    place.text.doing.choose_where()
    menu = QApplication.activePopupWidget()
    if menu is not None:
        stage.drawn.append(menu)


def sources(stage: Stage) -> None:
    """A clause with several sources and reservations."""
    place = _drafted(stage)
    _choose(stage, place, max(place.clauses, key=_weight))
    QTest.keyClick(place.text, Qt.Key.Key_Space)


def editing(stage: Stage) -> None:
    """A clause being edited where it stands."""
    place = _drafted(stage)
    _choose(stage, place, next(row for row in place.clauses if row.item and row.item.letter == "c"))
    place.text.edit_clause()


def edited(stage: Stage) -> None:
    """An edited clause, what drafting proposes, and what was said after drafting again."""
    place = _drafted(stage)
    row = next(row for row in place.clauses if row.label == "7")
    _edit(stage, row, "Act in public, and say so.")
    for recommendation in row.passage.sources if row.passage else ():
        source = stage.workspace.store.get(Recommendation, recommendation)
        words = {code: f"{text.rstrip('.')}, in public." for code, text in texts_of(source.translations).items()}
        stage.workspace.change(source, text=f"{source.text.rstrip('.')}, in public.", translations=words)
    place.make_draft()
    stage.settle()
    _choose(stage, place, next(clause for clause in place.clauses if clause.id == row.id))
    QTest.keyClick(place.text, Qt.Key.Key_Space)


def translating(stage: Stage) -> None:
    """A clause in the words of the room, being translated where it stands."""
    place = _drafted(stage)
    _choose(stage, place, next(row for row in place.clauses if row.passage and row.passage.other_language))
    place.text.edit_clause()


def finding(stage: Stage) -> None:
    """Words that are searched for, marked in the text."""
    place = _drafted(stage)
    place.go_find()
    QTest.keyClicks(place.spread.page.finding.field, "wa")
    QTest.keyClick(place.spread.page.finding.field, Qt.Key.Key_Return)


def long_words(stage: Stage) -> None:
    """A clause longer than anybody would write."""
    place = _drafted(stage)
    _edit(stage, place.clauses[12], LONG)
    _choose(stage, place, place.clauses[12])


def not_used(stage: Stage) -> None:
    """What is in no clause, and a clause that was left out."""
    place = _drafted(stage)
    _choose(stage, place, place.clauses[12])
    place.text.doing.leave_out(False)
    place.show_unused()


def _edit(stage: Stage, row: TextRow, text: str) -> None:
    if row.passage is None:
        return
    workspace, language = stage.workspace, stage.place(DeclarationPlace).language
    record = record_of(workspace.store, row.passage)
    workspace.change(record, words={**record.words, language: text})


def _weight(row: TextRow) -> tuple[bool, int, int]:
    """Tell how much there is to show beside a clause."""
    passage = row.passage
    return (bool(row.tone), passage.reservations, len(passage.sources)) if passage else (False, 0, 0)


SCENES = {
    "declaration-empty": empty,
    "declaration-opening": opening,
    "declaration-items": items,
    "declaration-brackets": brackets,
    "declaration-disagreed": not_agreed,
    "declaration-proposed": proposed,
    "declaration-moving": moving,
    "declaration-sources": sources,
    "declaration-editing": editing,
    "declaration-edited": edited,
    "declaration-translating": translating,
    "declaration-finding": finding,
    "declaration-long-words": long_words,
    "declaration-not-used": not_used,
}
