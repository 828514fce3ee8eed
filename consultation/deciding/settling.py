"""Conflicts that need nobody: two people changed different sentences of one text, so both changes can stand."""

from __future__ import annotations

from typing import Any

from consultation.deciding.questions import rewordable, words_in
from consultation.deciding.three_way import put_together
from consultation.model import Translation
from consultation.progress import UNHEARD, Progress
from consultation.store import Conflict, Store, Written


def settle_by_itself(store: Store, progress: Progress = UNHEARD) -> Written:
    """Put together what two people made of one text, wherever neither touched a sentence that the other touched.

    Every machine that merges the same files writes the same. Every version stays in the history, and what was put
    together can be looked at and taken back like any decision; then it is not put together again.
    """
    written = Written()
    conflicts = store.past.conflicts_on(store.past.disputed())
    with store.together():
        for number, conflict in enumerate(conflicts):
            progress(number, len(conflicts))
            value = _value_of_both(conflict)
            if value is not None:
                written += store.settle(conflict, value)
    return written


def _value_of_both(conflict: Conflict) -> Any:
    """Return the value with what both have changed; None where a person has to decide.

    Nothing but what stood before and what the two made of it tells: not who merges, nor what else is in the file.
    """
    given: list[Any] = []
    for option in conflict.options:
        if option.value not in given:
            given.append(option.value)
    if len(given) != 2 or conflict.before is None:
        return None
    mine, theirs = given
    how = rewordable(conflict.field, given)
    if not how:
        return None
    before, my_words, their_words = (words_in(value, how) for value in (conflict.before.value, mine, theirs))
    both = put_together(before, my_words, their_words)
    if not both or both in (my_words, their_words):
        return None
    if how == "text":
        return both
    if conflict.field != "translations":
        return {**mine, **theirs, how: both}
    translated = _translation_of_both(both, mine[how], theirs[how])
    return {**mine, **theirs, how: translated} if translated is not None else None


def _translation_of_both(both: str, mine: Translation, theirs: Translation) -> Translation | None:
    """Return the translation with what both have changed; None where the two are not of the same words."""
    if mine["of"] != theirs["of"]:
        return None
    by = mine["by"] if mine["by"] == theirs["by"] else ""
    return Translation(text=both, by=by, of=mine["of"], machine=mine["machine"] or theirs["machine"])
