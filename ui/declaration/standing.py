"""The facts of the status line: when the draft was made, how much stands in it, and what is open."""

from __future__ import annotations

from consultation.language import Translator
from consultation.model import Paragraph, SectionKind
from consultation.reading.needs import Needs
from consultation.reading.passages import Declaration
from consultation.words import what_stands
from ui.workspace import Workspace


def facts_of(workspace: Workspace, standing: Declaration, needs: Needs) -> tuple[list[str], list[str]]:
    """Return the facts for the beginning and for the end of the line; none where there is no draft."""
    t, store = workspace.t, workspace.store
    if not standing.is_made:
        return [], []
    leading = [_stands(workspace, standing)]
    when = store.last_written(Paragraph, "drafted")
    if when is not None:
        when = when.astimezone()
        leading.insert(0, t("Draft of {day}, {time}").format(day=t.day_of_year(when.date()), time=t.time(when)))
    if standing.edited:
        leading.append(t.plural("{count} edited", "{count} edited", standing.edited))
    return leading, [what_remains(t, needs)]


def what_remains(t: Translator, needs: Needs) -> str:
    """Say in one line what keeps the text from being final."""
    if needs.is_final:
        return t("Nothing keeps it from being final")
    brackets, opposites = needs.brackets, len(needs.opposites)
    said = [t.plural("{count} bracket", "{count} brackets", brackets)] if brackets else []
    if opposites:
        said.append(t.plural("{count} contradiction", "{count} contradictions", opposites))
    return t("No final edition yet: {what}").format(what=", ".join(said))


def _stands(workspace: Workspace, standing: Declaration) -> str:
    t, paragraphs = workspace.t, standing.paragraphs
    recitals = sum(paragraph.part is SectionKind.RECITALS for paragraph in paragraphs)
    numbered = sum(bool(paragraph.number) for paragraph in paragraphs)
    items = sum(len(paragraph.items) for paragraph in paragraphs)
    count = sum(len(passage.text.split()) for passage in standing.passages)
    words = t.plural("{count} word", "{count} words", count)
    return ", ".join([*what_stands(t, recitals, numbered, items), words])
