"""What drafting did, in one or two sentences."""

from __future__ import annotations

from consultation.drafting import Refreshed
from consultation.language import Translator


def told(t: Translator, refreshed: Refreshed, first: bool) -> str:
    """Say what drafting did; ``first`` when there was no draft before."""
    if first:
        return t.plural("The draft is made: {count} clause.", "The draft is made: {count} clauses.", refreshed.clauses)
    parts: list[str] = []
    if refreshed.new:
        parts.append(t.plural("{count} new clause", "{count} new clauses", len(refreshed.new)))
    if refreshed.changed:
        parts.append(t.plural("{count} clause reworded", "{count} clauses reworded", len(refreshed.changed)))
    if refreshed.withdrawn:
        parts.append(t.plural("{count} clause withdrawn", "{count} clauses withdrawn", len(refreshed.withdrawn)))
    said = t("Drafted again: {changes}.").format(changes=t.listed(parts)) if parts else t("The draft is up to date.")
    return " ".join([said, *_kept(t, refreshed)])


def _kept(t: Translator, refreshed: Refreshed) -> list[str]:
    """Say what was left as people have it."""
    said: list[str] = []
    if refreshed.kept:
        said.append(
            t.plural(
                "{count} clause you edited stays as it is, though drafting now proposes something else.",
                "{count} clauses you edited stay as they are, though drafting now proposes something else.",
                len(refreshed.kept),
            )
        )
    if refreshed.without_source:
        said.append(
            t.plural(
                "{count} clause you edited has no source any more.",
                "{count} clauses you edited have no source any more.",
                len(refreshed.without_source),
            )
        )
    return said
