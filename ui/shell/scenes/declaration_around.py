"""Scenes of what stands around the text of the declaration, for the gallery."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtTest import QTest

from consultation.language import translator
from consultation.merging import merge
from consultation.model import Decision, Item, Recommendation, Verdict
from consultation.reading.needs import Need
from consultation.reading.passages import State
from consultation.store import Identity, Store
from ui.declaration.coverage_side import By
from ui.declaration.head import EDITIONS, TWO, UNUSED
from ui.declaration.place import DeclarationPlace
from ui.declaration.translating import translate
from ui.shell.stage import Stage


def _drafted(stage: Stage, *languages: str) -> DeclarationPlace:
    stage.open_sample()
    place = stage.place(DeclarationPlace)
    for language in (*languages, "en"):
        place.speak(language)
        place.make_draft()
        stage.settle()
    return place


def _mend(stage: Stage, place: DeclarationPlace, need: Need) -> None:
    """Go to the first clause that needs something."""
    place.go_on(need)
    stage.settle()


def _source_of(place: DeclarationPlace, clause: UUID) -> UUID:
    return next(row.passage.own_sources[0] for row in place.clauses if row.id == clause and row.passage)


def translating(stage: Stage) -> None:
    """A clause that waits to be translated, beside the words of the room."""
    _mend(stage, _drafted(stage), Need.TRANSLATION)


def stale(stage: Stage) -> None:
    """A translation whose original was changed since: the changed words are marked."""
    place = _drafted(stage)
    clause = place.needs.passages[Need.TRANSLATION][0]
    row = next(row for row in place.clauses if row.id == clause)
    if row.passage is not None:
        translate(
            stage.workspace, row.passage, "Count unpaid care work in the accounts of every city", translator("en")
        )
    source = stage.workspace.store.get(Recommendation, _source_of(place, clause))
    stage.workspace.change(source, text=source.text.rstrip(".") + ", et publier le chiffre chaque année.")
    stage.settle()
    _mend(stage, place, Need.STALE)


def conflict(stage: Stage) -> None:
    """Two wordings of a clause among which nobody has chosen."""
    place, store = _drafted(stage), stage.workspace.store
    source = next(row.passage.own_sources[0] for row in place.clauses if row.lettered and row.passage)
    path = stage.folder / "other-laptop.consult"
    store.send_copy(path)
    with Store.open(path, Identity.load(stage.folder / "other")) as other:
        record = other.get(Recommendation, source)
        other.change(record, text=record.text.replace("every", "each and every"))
    stage.workspace.change(store.get(Recommendation, source), text=store.get(Recommendation, source).text + " Soon.")
    merge(store, [path])
    stage.workspace.reread()
    stage.settle()
    _mend(stage, place, Need.CONFLICT)


def opposites(stage: Stage) -> None:
    """A clause that asks for the opposite of another."""
    place = _drafted(stage)
    lettered = [row for row in place.clauses if row.lettered]
    first, second = (row.passage.own_sources[0] for row in (lettered[0], lettered[3]) if row.passage)
    stage.workspace.save(Verdict(first=first, second=second, decision=Decision.CONTRADICT))
    stage.settle()
    _mend(stage, place, Need.CONTRADICTS)


def two_languages(stage: Stage) -> None:
    """English and French side by side, from the beginning of what is undertaken."""
    place = _drafted(stage, "fr")
    place.head.choose(TWO)
    stage.settle()
    row = next(row for row in place.spread.two.list.rows.rows if row.is_lettered)
    place.spread.two.choose(row.id)
    stage.settle()


def two_writing(stage: Stage) -> None:
    """Translating where the translation stands; above it one that is out of date."""
    place = _drafted(stage, "fr")
    place.head.choose(TWO)
    stage.settle()
    two = place.spread.two
    waiting = [row.right.passage for row in two.list.rows.rows if row.right.passage]
    opened = [passage for passage in waiting if passage.state is State.UNTRANSLATED and passage.own_sources]
    translate(stage.workspace, opened[0], "Tenir un registre volontaire", translator("fr"))
    source = stage.workspace.store.get(Recommendation, opened[0].own_sources[0])
    stage.workspace.change(source, text=f"{source.text.rstrip('.')}, newcomers included.")
    stage.settle()
    two.choose(opened[0].id)
    two.go_on()
    if two.list.editing is not None:
        QTest.keyClicks(two.list.editing.field, "tenir un registre volontaire de celles et ceux qui nourrissent")
    stage.settle()


def coverage(stage: Stage) -> None:
    """What is not in the text of one room, and why."""
    place = _drafted(stage)
    place.head.choose(UNUSED)
    stage.settle()
    side = place.spread.unused.side
    side.choose(By.ROOM, next(key for by, key in side.rows if by is By.ROOM))
    stage.settle()


def wordings(stage: Stage) -> None:
    """Recommendations that cannot be an item as they are worded."""
    place = _drafted(stage)
    place.going.show_wordings()
    stage.settle()


def why_here(stage: Stage) -> None:
    """Why a clause stands in the text, and what was changed in the words of the room."""
    place = _drafted(stage)
    row = next(row for row in place.clauses if row.lettered and row.passage and len(row.passage.own_sources) > 1)
    item = stage.workspace.store.get(Item, row.id) if row.id else None
    if item is not None:
        stage.workspace.change(item, words={**item.words, "en": f"{item.words['en']}, in public"})
    place.text.choose(row.id)
    place.spread.open_peek()
    stage.settle()


def editions(stage: Stage) -> None:
    """Two editions, and a final one that is not possible yet."""
    place = _drafted(stage, "fr")
    for name, note in (("Zero draft", "Sent to the rooms on the last evening."), ("First draft", "")):
        place.head.choose(EDITIONS)
        form = place.spread.editions.form
        form.name.setText(name)
        form.note.setPlainText(note)
        form.freeze()
        stage.settle()
    place.spread.editions.form.name.setText("Final")
    place.spread.editions.form.final.setChecked(True)
    stage.settle()


def no_editions(stage: Stage) -> None:
    """Nothing was frozen yet."""
    place = _drafted(stage)
    place.head.choose(EDITIONS)
    stage.settle()


SCENES = {
    "declaration-editions": editions,
    "declaration-editions-none": no_editions,
    "declaration-mend-translation": translating,
    "declaration-mend-stale": stale,
    "declaration-mend-conflict": conflict,
    "declaration-mend-opposites": opposites,
    "declaration-two-languages": two_languages,
    "declaration-two-writing": two_writing,
    "declaration-coverage": coverage,
    "declaration-wordings": wordings,
    "declaration-why-here": why_here,
}
