"""How the words of a recommendation open, and what of them an item of the declaration says.

Everything here is a pure function of a text and the code of its language.
"""

from consultation.grammar.fitness import Unfit, measures, unfit
from consultation.grammar.item_text import item_text
from consultation.grammar.openings import Opening, opening_of
from consultation.grammar.sentences import first_sentence
from consultation.grammar.typography import closing_marks, quoted

__all__ = [
    "Opening",
    "Unfit",
    "closing_marks",
    "first_sentence",
    "item_text",
    "measures",
    "opening_of",
    "quoted",
    "unfit",
]
