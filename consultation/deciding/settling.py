"""Conflicts that need nobody: two people changed different sentences of one text, so both changes can stand."""

from __future__ import annotations

from consultation.deciding.questions import question, queue
from consultation.deciding.three_way import put_together
from consultation.language import Translator
from consultation.progress import UNHEARD, Progress
from consultation.store import Decision, Store, Written


def settle_by_itself(store: Store, t: Translator, progress: Progress = UNHEARD) -> Written:
    """Put together what two people made of one text, wherever neither touched a sentence that the other touched.

    The result is the same on every machine, so that two who merge the same files do not disagree about it. Every
    version stays in the history, and the decision can be looked at and taken back like any other.
    """
    written = Written()
    waiting = queue(store)
    with store.together():
        for number, each in enumerate(waiting):
            progress(number, len(waiting))
            asked = question(store, each, t)
            both = asked.both_together() if asked is not None else ""
            if asked is not None and both:
                value = asked.reworded(both, store.identity.author)
                written += store.resolve(type(asked.record), asked.record.id, asked.name, value)
    return written


def is_by_itself(decision: Decision) -> bool:
    """Tell whether a decision is what putting two versions together makes, and none of the versions."""
    texts = [option.value for option in decision.options]
    if len(texts) != 2 or decision.before is None or decision.value in texts:
        return False
    if not all(isinstance(text, str) for text in (*texts, decision.value, decision.before.value)):
        return False
    return bool(put_together(decision.before.value, *texts) == decision.value)
