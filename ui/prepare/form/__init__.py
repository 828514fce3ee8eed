"""Fields of a record: what is typed or chosen in them is saved at once, and what cannot be saved stays typed."""

from ui.prepare.form.chosen import Choosing, Chosen, ManyChosen, TermsChosen, Ticked
from ui.prepare.form.entry import Entry, Shows
from ui.prepare.form.parts import DayOf, LinesOf, NumberOf, Part, Plain, Said, SaidLines, Translated, Zone
from ui.prepare.form.person_offers import PersonOffers
from ui.prepare.form.typed import Typed, line_for, text_for

__all__ = [
    "Choosing",
    "Chosen",
    "DayOf",
    "Entry",
    "LinesOf",
    "ManyChosen",
    "NumberOf",
    "Part",
    "PersonOffers",
    "Plain",
    "Said",
    "SaidLines",
    "Shows",
    "TermsChosen",
    "Ticked",
    "Translated",
    "Typed",
    "Zone",
    "line_for",
    "text_for",
]
