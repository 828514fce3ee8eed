"""What the sheet says of each kind of table; all else is the same for every kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from consultation.exchange.matched import Listing
from consultation.language import N_


class Wording(NamedTuple):
    """The words for one kind of table."""

    name: str
    """Of the kind, where there is a choice of several."""
    title: str
    back: str
    """On the way back to where it is listed."""
    asked_for: str
    """What is asked for while there is no table."""


WORDINGS: Mapping[Listing, Wording] = {
    Listing.PEOPLE: Wording(
        N_("People"),
        N_("From a table"),
        N_("Back to the list"),
        N_("Copy the rows in a spreadsheet, with the names of the columns, and paste them here; or open a file."),
    ),
    Listing.ORGANISATIONS: Wording(
        N_("Organisations"),
        N_("From a table"),
        N_("Back to the list"),
        N_("Copy the rows in a spreadsheet, with the names of the columns, and paste them here; or open a file."),
    ),
    Listing.PROGRAMME: Wording(
        N_("Programme"),
        N_("The programme from a table"),
        N_("Back to the programme"),
        N_(
            "One row for each session: its title or code, and what is known of its day, hours, room and languages. "
            "Open a file, or copy the rows in a spreadsheet and paste them here."
        ),
    ),
    Listing.INTERESTS: Wording(
        N_("Expressions of interest"),
        N_("Expressions of interest from a table"),
        N_("Back to the list"),
        N_(
            "The answers to a form, one row each: the title that is proposed, what would be done, who asks and how to "
            "reach them. Open a file, or copy the rows in a spreadsheet and paste them here."
        ),
    ),
    Listing.TERMS: Wording(
        N_("Terms"),
        N_("Terms from a table"),
        N_("Back to the list"),
        N_(
            "One row for each term: its code, what it is called in each language, and the code of what it stands "
            "under. A table that does not say of which vocabulary they are is about the one that is open. Open a "
            "file, or copy the rows in a spreadsheet and paste them here."
        ),
    ),
}
