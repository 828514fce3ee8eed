"""What drafting did: the sentences that the window and the commands say."""

from __future__ import annotations

from collections.abc import Sized
from typing import Protocol

from consultation.language import Translator


class Refreshed(Protocol):
    """What is told of one run of drafting (`drafting.Refreshed`)."""

    @property
    def new(self) -> Sized:
        """Clauses that were not there before."""

    @property
    def changed(self) -> Sized:
        """Clauses nobody had edited, now worded anew."""

    @property
    def withdrawn(self) -> Sized:
        """Clauses nobody had edited, whose sources are gone."""

    @property
    def kept(self) -> Sized:
        """Clauses a person has edited, for which drafting would now propose something else."""

    @property
    def without_source(self) -> Sized:
        """Clauses a person has edited, whose sources are gone."""

    @property
    def left_out(self) -> int:
        """Proposals that a person has left out before."""

    @property
    def clauses(self) -> int:
        """Numbered paragraphs in the draft now."""

    @property
    def items(self) -> int:
        """Their lettered items."""

    @property
    def recitals(self) -> int:
        """Recitals in the draft now."""

    @property
    def first(self) -> bool:
        """Nothing was drafted in the language of the draft before."""


def what_drafting_did(t: Translator, done: Refreshed) -> list[str]:
    """Say what drafting did, in sentences: what is new, how the draft stands, and what was left to people."""
    what = t.listed(what_stands(t, done.recitals, done.clauses, done.items))
    if done.first and done.clauses:
        return [t("The draft is made: {what}.").format(what=what), *_left_to_people(t, done)]
    return [_moved(t, done), t("The draft has {what}.").format(what=what), *_left_to_people(t, done)]


def what_stands(t: Translator, recitals: int, paragraphs: int, items: int) -> list[str]:
    """Count what a declaration is made of; of what there is none, nothing is said, but for paragraphs."""
    said = [t.plural("{count} recital", "{count} recitals", recitals)] if recitals else []
    said.append(t.plural("{count} paragraph", "{count} paragraphs", paragraphs))
    return [*said, t.plural("{count} item", "{count} items", items)] if items else said


def _moved(t: Translator, done: Refreshed) -> str:
    """Say what drafting itself changed."""
    changes = []
    if done.new:
        changes.append(t.plural("{count} new clause", "{count} new clauses", len(done.new)))
    if done.changed:
        changes.append(t.plural("{count} clause reworded", "{count} clauses reworded", len(done.changed)))
    if done.withdrawn:
        changes.append(t.plural("{count} clause withdrawn", "{count} clauses withdrawn", len(done.withdrawn)))
    if not changes:
        return t("The draft is up to date.")
    return t("Drafted again: {changes}.").format(changes=t.listed(changes))


def _left_to_people(t: Translator, done: Refreshed) -> list[str]:
    said = []
    if done.kept:
        said.append(
            t.plural(
                "{count} clause that a person edited stays as it is, though drafting now proposes something else.",
                "{count} clauses that people edited stay as they are, though drafting now proposes something else.",
                len(done.kept),
            )
        )
    if done.without_source:
        said.append(
            t.plural(
                "{count} clause that a person edited has no source any more.",
                "{count} clauses that people edited have no source any more.",
                len(done.without_source),
            )
        )
    if done.left_out:
        said.append(
            t.plural(
                "{count} clause stays left out, as a person wanted.",
                "{count} clauses stay left out, as people wanted.",
                done.left_out,
            )
        )
    return said
