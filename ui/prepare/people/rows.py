"""People, organisations and partnerships as rows of tables: each cell is made when it is drawn."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject

from consultation.language import Translator
from consultation.reading.organisation_list import (
    ListedOrganisation,
    ListedPartnership,
    OrganisationColumn,
    PartnershipColumn,
)
from consultation.reading.people_list import ListedPerson, PeopleColumn
from consultation.words import choice_name
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell, TableRows

Row = TypeVar("Row", bound=ListedPerson | ListedOrganisation | ListedPartnership)
SIGN = 15
"""Of what a cell says with a mark."""


class Cells(ABC, Generic[Row]):
    """What the cells of a kind of row say, by their columns."""

    columns: tuple[str, ...]
    """What the rows can be sorted by."""

    def __init__(self, t: Translator) -> None:
        self._t = t

    @abstractmethod
    def heads(self) -> list[Column]:
        """Name the columns."""

    @abstractmethod
    def written(self, row: Row, column: str) -> str:
        """Write a cell."""

    def icon(self, row: Row, column: str) -> tuple[str, str, int] | None:
        """Return the mark before the words of a cell, its tone and its size."""
        return None

    def tone(self, row: Row, column: str) -> str:
        """Return the tone of a cell."""
        return "text" if column == self.columns[0] else "muted"


class Rows(TableRows[Row]):
    """The rows that are shown, in their order; the one at hand is strong."""

    def __init__(self, cells: Cells[Row], parent: QObject) -> None:
        super().__init__(cells.heads(), self._cell_of, lambda row: row.id, parent)
        self.cells: Cells[Row] = cells
        self._at_hand = -1

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, none of them at hand."""
        self._at_hand = -1
        super().show_rows(rows)

    def mark(self, place: int) -> None:
        """Have a row be the one at hand."""
        before, self._at_hand = self._at_hand, place
        for each in {before, place}:
            if 0 <= each < len(self.rows):
                self.dataChanged.emit(self.index(each, 0), self.index(each, 0))

    def _cell_of(self, row: Row, number: int) -> Cell:
        cells, column = self.cells, self.cells.columns[number]
        strong = number == 0 and row is self.row_at(self._at_hand)
        return Cell(cells.written(row, column), cells.tone(row, column), strong, icon=cells.icon(row, column))


class PeopleCells(Cells[ListedPerson]):
    """People, as pictures show them: who, of where, what they do, and whether they are named."""

    columns = tuple(PeopleColumn)

    def heads(self) -> list[Column]:
        t = self._t
        return [
            Column(t("Name"), 180),
            Column(t("Organisation")),
            Column(t("Region"), 124, folds=3, widest=230),
            Column(t("Kind of actor"), 140, folds=4, widest=240),
            Column(t("Part, sessions"), 146, folds=2, widest=180),
            Column(t("In documents"), 136),
        ]

    def written(self, row: ListedPerson, column: str) -> str:
        t = self._t
        if column == PeopleColumn.NAME:
            return row.name or t("No name yet")
        if column == PeopleColumn.ORGANISATION:
            return row.organisation
        if column == PeopleColumn.REGION:
            return row.region
        if column == PeopleColumn.ACTOR:
            return row.actor
        if column == PeopleColumn.PART:
            part = row.part
            if part is None:
                return ""
            return t("{part}, {count}").format(part=choice_name(t, part), count=t.number(len(row.parts)))
        return consent_words(t, row.consent)

    def icon(self, row: ListedPerson, column: str) -> tuple[str, str, int] | None:
        if column != PeopleColumn.CONSENT or row.consent is False:
            return None
        return ("check", "done", SIGN) if row.consent else ("circle", "incomplete", 11)

    def tone(self, row: ListedPerson, column: str) -> str:
        if column == PeopleColumn.CONSENT:
            return {None: "incomplete", False: "muted", True: "done"}[row.consent]
        return "text" if column in (PeopleColumn.NAME, PeopleColumn.ORGANISATION) else "muted"


class OrganisationCells(Cells[ListedOrganisation]):
    """Organisations: what they do in the consultation, from where they are, and how many people are theirs."""

    columns = tuple(OrganisationColumn)

    def heads(self) -> list[Column]:
        t = self._t
        return [
            Column(t("Name")),
            Column(t("Part in the consultation"), 190),
            Column(t("Region"), 124, folds=3, widest=230),
            Column(t("Kind of actor"), 140, folds=4, widest=240),
            Column(t.context("column", "Member"), 92, folds=2),
            Column(t("People"), 84, is_number=True),
        ]

    def written(self, row: ListedOrganisation, column: str) -> str:
        t = self._t
        if column == OrganisationColumn.NAME:
            name = row.name or t("No name yet")
            return f"{name} ({row.short_name})" if row.short_name and row.short_name not in name else name
        if column == OrganisationColumn.PART:
            return ", ".join(choice_name(t, part) for part in row.parts)
        if column == OrganisationColumn.REGION:
            return row.region
        if column == OrganisationColumn.ACTOR:
            return row.actor
        if column == OrganisationColumn.MEMBER:
            return "" if row.member is None else t("Yes") if row.member else t("No")
        return t.number(len(row.people)) if row.people else ""


class PartnershipCells(Cells[ListedPartnership]):
    """Partnerships: who works together, and who speaks for them."""

    columns = tuple(PartnershipColumn)

    def heads(self) -> list[Column]:
        t = self._t
        return [Column(t("Name"), 260), Column(t("Organisations")), Column(t("Delegates"), 240, folds=2, widest=360)]

    def written(self, row: ListedPartnership, column: str) -> str:
        if column == PartnershipColumn.NAME:
            return row.name or self._t("No name yet")
        return ", ".join(row.organisations if column == PartnershipColumn.ORGANISATIONS else row.delegates)


def consent_words(t: Translator, consent: Any) -> str:
    """Say whether somebody is named in documents."""
    if consent is None:
        return t("not asked")
    return t.context("in documents", "named") if consent else t.context("in documents", "not named")
