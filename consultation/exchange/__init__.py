"""Spreadsheets in and out."""

from collections.abc import Callable
from pathlib import Path

from consultation.exchange import interventions, recommendations
from consultation.exchange.cells import column_names
from consultation.exchange.interventions import import_interventions
from consultation.exchange.recommendations import (
    import_recommendations,
    recommendations_csv,
    recommendations_json,
)
from consultation.exchange.taking_in import Imported
from consultation.store import Store

IMPORTS: dict[str, Callable[[Store, Path], Imported]] = {
    "recommendations": import_recommendations,
    "interventions": import_interventions,
}


def guess_import(path: Path) -> str:
    """Tell from its columns what a table holds: recommendations have a set, interventions do not."""
    columns = set(column_names(path))
    if "set" not in columns and columns & (set(interventions.COLUMNS) - set(recommendations.COLUMNS)):
        return "interventions"
    return "recommendations"


__all__ = ["IMPORTS", "Imported", "guess_import", "recommendations_csv", "recommendations_json"]
