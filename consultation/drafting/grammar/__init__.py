"""How the words of a recommendation open, and what of them an item of the declaration says.

Everything here is a pure function of a text and the code of its language.
"""

from consultation.drafting.grammar.fitness import Unfit, measures, unfit
from consultation.drafting.grammar.item_text import as_continuation, as_sentence, item_text
from consultation.drafting.grammar.openings import Opening, opening_of

__all__ = ["Opening", "Unfit", "as_continuation", "as_sentence", "item_text", "measures", "opening_of", "unfit"]
