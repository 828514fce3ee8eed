"""Scenes of the room for the gallery."""

from __future__ import annotations

from consultation.kits import read_kit
from consultation.model import Recommendation, Reservation
from consultation.preparing import new_consultation
from consultation.sample import KIT
from ui.session.entry_kinds import EntryKind
from ui.session.new_session import NewSessionDialog
from ui.session.place import SessionPlace
from ui.session.stream_model import Only
from ui.shell.stage import Stage


def _room(stage: Stage, code: str) -> SessionPlace:
    stage.open_sample()
    place = stage.place(SessionPlace)
    place.show_session(stage.workspace.store.session(code).id)
    stage.settle()
    return place


def stream(stage: Stage) -> None:
    """A session with everything in it, nothing selected."""
    _room(stage, "D4-CARE")


def recommendation(stage: Stage) -> None:
    """A recommendation with reservations, selected."""
    place = _room(stage, "D4-CARE")
    reserved = {reservation.recommendation for reservation in stage.workspace.store.all(Reservation)}
    session = stage.workspace.store.session("D4-CARE")
    found = stage.workspace.store.all(Recommendation, session=session.id)
    place.show_record(next(recommendation.id for recommendation in found if recommendation.id in reserved))


def peek(stage: Stage) -> None:
    """What is known of a recommendation, over the margin."""
    recommendation(stage)
    stage.settle()
    place = stage.place(SessionPlace)
    place.room.stream.setFocus()
    place.peek.open()


def support(stage: Stage) -> None:
    """The lower half of the peek: reservations, strands, and what is asked for less often."""
    peek(stage)
    stage.settle()
    details = stage.place(SessionPlace).details
    details.recommendation.more.open()
    stage.settle()
    bar = details.bar
    bar.setValue(round(bar.maximum() * 0.32))


def marked(stage: Stage) -> None:
    """Words marked in an intervention."""
    place = _room(stage, "D2-WATER")
    said = [entry for entry in place.room.model.entries() if entry.kind == EntryKind.INTERVENTION]
    place.show_record(said[0].id)
    place.room.stream.setFocus()
    place.room.stream.mark(0, 48)


def typing(stage: Stage) -> None:
    """A recommendation being typed, long, with a name being chosen."""
    place = _room(stage, "D4-CARE")
    entry = place.room.entry
    entry.choose_kind(EntryKind.CITIZENSHIP)
    entry.edit.setFocus()
    entry.edit.insertPlainText(
        "Give the residents' assemblies of each district a say, and a vote, on a tenth of the investment budget, "
        "and publish what was done with it every year"
    )
    stage.settle()
    entry.edit.insertPlainText(" @")


def already_said(stage: Stage) -> None:
    """A recommendation being typed that another session has made already."""
    place = _room(stage, "D4-CARE")
    water = stage.workspace.store.session("D2-WATER")
    made = stage.workspace.store.all(Recommendation, session=water.id)[1]
    entry = place.room.entry
    entry.choose_kind(EntryKind(made.set.value))
    entry.choose_language(made.language)
    entry.edit.setFocus()
    entry.edit.insertPlainText(made.text.rstrip("."))
    place.room.said.ask()


def kinds(stage: Stage) -> None:
    """What the line can become, after a slash."""
    entry = _room(stage, "D4-CARE").room.entry
    entry.edit.setFocus()
    entry.edit.insertPlainText("/")


def counting(stage: Stage) -> None:
    """Hands being counted on the last recommendation."""
    place = _room(stage, "D4-CARE")
    place.acts.count()
    for vote, hands in zip(place.room.counting.votes, ("17", "2"), strict=False):
        vote.setText(hands)


def filtered(stage: Stage) -> None:
    """One of the two sets alone."""
    _room(stage, "D4-CARE").room.head.filters.button(Only.POLICY).click()


def question(stage: Stage) -> None:
    """Nobody has said yet which session it is."""
    path = stage.folder / "world-forum-2021.consult"
    new_consultation(path, read_kit(KIT), stage.workspace.identity).close()
    stage.workspace.open_now(path)
    stage.place(SessionPlace)


def empty(stage: Stage) -> None:
    """A session in which nothing has been said."""
    _room(stage, "D2-HUB")


def found(stage: Stage) -> None:
    """A search."""
    place = _room(stage, "D2-WATER")
    place.room.look_for("eau")


def sessions(stage: Stage) -> None:
    """The list of sessions."""
    place = _room(stage, "D4-CARE")
    place.choose_session()


def deleted(stage: Stage) -> None:
    """An entry was deleted; the top line offers Undo."""
    place = _room(stage, "D1-CLIMATE")
    place.room.stream.choose(place.room.model.entries()[-1].id)
    place.acts.delete()


def new_session(stage: Stage) -> None:
    """A session that is not in the kit."""
    _room(stage, "D4-CARE")
    stage.show(NewSessionDialog(stage.workspace, stage.window))


SCENES = {
    "session-stream": stream,
    "session-recommendation": recommendation,
    "session-peek": peek,
    "session-support": support,
    "session-marked": marked,
    "session-typing": typing,
    "session-already-said": already_said,
    "session-kinds": kinds,
    "session-counting": counting,
    "session-filtered": filtered,
    "session-question": question,
    "session-empty": empty,
    "session-found": found,
    "session-list": sessions,
    "session-deleted": deleted,
    "session-new": new_session,
}
