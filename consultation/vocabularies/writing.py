"""Terms written to a table, for a spreadsheet or for another file."""

from __future__ import annotations

from consultation.exchange.tables import TABLES
from consultation.exchange.tabular import Tabular
from consultation.exchange.writing import tabular_of
from consultation.model import Term
from consultation.reading.vocabularies import read_vocabularies
from consultation.store import Store

TABLE = TABLES["terms"]


def terms_table(store: Store, vocabulary: str = "") -> Tabular:
    """Put the terms of one vocabulary, or of all, into rows, in the order of their trees."""
    trees = [tree for tree in read_vocabularies(store) if vocabulary in ("", tree.key)]
    terms: list[Term] = [row.term for tree in trees for row in tree.rows]
    return tabular_of(store, TABLE, records=terms)
