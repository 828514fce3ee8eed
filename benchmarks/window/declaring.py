"""Typing in a declaration of 500 items: a key until its letter is painted, what is typed being saved meanwhile."""

from __future__ import annotations

from functools import partial
from itertools import cycle, islice
from pathlib import Path
from shutil import copyfile

from PySide6.QtTest import QTest

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import Stage, share_within, show_within
from consultation.drafting import draft_declaration
from consultation.language import translator
from consultation.model import (
    Item,
    KnownVocabulary,
    Paragraph,
    Recommendation,
    RecommendationSet,
    Section,
    SectionKind,
)
from ui import actions
from ui.declaration.place import DeclarationPlace

ITEMS = 500
LETTERS = "the water of this place is for whoever lives beside it, and so is the say in how it is shared. "
TURNS, SAVED_EACH = 8, 40
KEY_MS, KEY_SHARE = 16.0, 0.99


def measure(stage: Stage, big: BigFile, small: Path) -> bool:
    """A key to its painted letter; what is typed is saved every `SAVED_EACH` letters, between two keys."""
    declared = small.with_name("declared.consult")
    copyfile(small, declared)
    stage.workspace.close()
    stage.settle()
    stage.workspace.open_now(declared)
    stage.settle()
    _write_items(stage)
    stage.window.go(actions.GO_DECLARATION)
    stage.settle()
    place = stage.window.place
    if not isinstance(place, DeclarationPlace):
        raise TypeError("the declaration is not shown")
    place.speak("en")
    place.text.choose(next(row.id for row in place.clauses if row.lettered and row.item and not row.item.quoted))
    place.text.setFocus()
    place.text.edit_clause()
    stage.settle()
    editing = place.text.editing
    if editing is None:
        raise RuntimeError("no clause is being edited")
    field, times = editing.field, []
    for number, letter in enumerate(LETTERS * TURNS):
        times.append(stage.until_painted(partial(QTest.keyClick, field, letter), field.viewport()))
        if number % SAVED_EACH == SAVED_EACH - 1:
            place.text.flush()
    place.text.end_edit()
    stage.open(big.path)
    what = f"a key in a declaration of {ITEMS} items, {KEY_SHARE:.0%} within, ms"
    return show_within(what, share_within(times, KEY_SHARE), KEY_MS)


def _write_items(stage: Stage) -> None:
    """Draft what two rooms ask of somebody, and have a person write items until there are so many."""
    store = stage.store
    for term in store.terms(KnownVocabulary.ADDRESSEE)[:2]:
        asked = Recommendation(
            set=RecommendationSet.POLICY, text="Open the wells.", language="en", addressees=[term.id]
        )
        store.save(asked)
    draft_declaration(store, translator("en"))
    operative = {section.id for section in store.all(Section, part=SectionKind.OPERATIVE)}
    paragraphs = store.all(Paragraph, section=operative)
    words = "open the wells of every town to whoever lives beside them, by day and by night"
    with store.together():
        for place, paragraph in enumerate(islice(cycle(paragraphs), ITEMS)):
            store.save(Item(paragraph=paragraph.id, rank=1000 + place, words={"en": words}))
