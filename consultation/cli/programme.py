"""The programme on the command line: a document, a table, or a calendar."""

from __future__ import annotations

from pathlib import Path

from consultation.composing import programme
from consultation.exchange import PROGRAMME_ENDINGS, export_programme
from consultation.exchange.calendar import programme_calendar
from consultation.files import write_whole
from consultation.language import Translator
from consultation.publishing import FORMATS, publish, unprintable, unprintable_refused
from consultation.store import Store

CALENDAR = ".ics"
PROGRAMME_WRITTEN = (*FORMATS, CALENDAR, *PROGRAMME_ENDINGS)
"""How the programme can be written, by the ending of the file."""


def write_programme(store: Store, language: Translator, out: Path, t: Translator, anyway: bool = False) -> list[str]:
    """Write the programme in the language of ``language`` and return what is to be said of it, in that of ``t``."""
    ending = out.suffix.lower()
    if ending in PROGRAMME_ENDINGS:
        write_whole(out, export_programme(store, language, ending).data)
        return []
    if ending == CALENDAR:
        calendar = programme_calendar(store, language)
        write_whole(out, calendar.data)
        left = calendar.left_out
        said = t.plural(
            "{count} session has no day and is not in the calendar.",
            "{count} sessions have no day and are not in the calendar.",
            left,
        )
        return [said] if left else []
    document = programme(store, language)
    missing = unprintable(document) if ending == ".pdf" and not anyway else ()
    if missing:
        raise unprintable_refused(missing)
    publish(document, out)
    return []
