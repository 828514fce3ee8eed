"""What the consultation is called, who holds it, where and when, and how its declaration opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Consultation
from consultation.reading.zones import zones_for
from consultation.words import field_name
from ui.look.folds import Fold, fold_of
from ui.prepare.consultation.languages import OrderedLanguages
from ui.prepare.form import DayOf, Said, SaidLines, Typed, Zone, line_for, text_for
from ui.widgets.completion import Completion
from ui.widgets.fields import Field, SavedLine
from ui.widgets.offer import Offer, Row
from ui.widgets.words import section
from ui.workspace import Workspace

SPACE = 16
TEXTS = {"purpose": 2, "opening": 2, "declares": 1, "reporting": 1, "common_ground": 1}
"""The longer texts, and how many lines they have at least."""


class FrameForm(QWidget):
    """The fields above the organisations."""

    languages_chosen = Signal(list)

    def __init__(self, workspace: Workspace, language: Callable[[], str]) -> None:
        super().__init__()
        self._workspace, self._language = workspace, language
        self._build()

    @property
    def entries(self) -> list[Typed]:
        """Every field that is typed in."""
        return [*self._fields.values(), *self.texts.entries]

    def field(self, name: str) -> Typed:
        """Return the field of this name."""
        return self._fields.get(name) or self.texts.field(name)

    def show_consultation(self, about: Consultation) -> None:
        """Show what the consultation holds."""
        self.languages.show_languages(about.languages)
        for entry in self.entries:
            entry.show_record(about)

    def flush(self) -> None:
        """Save what is typed."""
        for entry in self.entries:
            entry.flush()

    def fold(self) -> None:
        """Stand in two columns, or in one where there is little room."""
        one_column = fold_of(self, self._workspace.theme) is Fold.SMALL
        for part in (*self._cells[:2], *self._rows, *self._cells[2:]):
            self._grid.removeWidget(part)
        places = [*self._cells[:2], *self._rows, *self._cells[2:]]
        for number, part in enumerate(places):
            row, column = (number, 0) if one_column else divmod(number, 2)
            self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 0 if one_column else 1)

    def _build(self) -> None:
        said = self._said
        t = self._workspace.t
        self._fields: dict[str, Typed] = {
            "title": said("title", required=True),
            "declaration_name": said("declaration_name"),
            "host": said("host"),
            "place": said("place"),
            "starts": line_for(self._workspace, t("From"), DayOf("starts", t, not_after="ends")),
            "ends": line_for(self._workspace, t("To"), DayOf("ends", t, not_before="starts")),
            "time_zone": self._zone(),
            "follows": self._lines("follows", t("It follows")),
            "feeds": self._lines("feeds", t("It feeds")),
        }
        self.languages = OrderedLanguages(self._workspace)
        self.languages.chosen.connect(self.languages_chosen)
        self.texts = LongTexts(self._workspace, self._language)
        fields = self._fields
        self._cells = [
            fields["title"],
            fields["declaration_name"],
            Field(t("Languages of what is said and written"), self.languages),
            _beside(fields["follows"], fields["feeds"]),
        ]
        self._rows = [
            _beside(fields["host"], fields["place"]),
            _beside(fields["starts"], fields["ends"], fields["time_zone"], stretches=(3, 3, 4)),
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(0, 1)
        self.fold()

    def _said(self, name: str, *, required: bool = False) -> Typed:
        label = field_name(self._workspace.t, Consultation.kind(), name)
        return line_for(self._workspace, label, Said(name, self._language), required=required)

    def _lines(self, name: str, label: str) -> Typed:
        return text_for(self._workspace, label, SaidLines(name, self._language))

    def _zone(self) -> Typed:
        made = line_for(self._workspace, self._workspace.t("Time zone"), Zone("time_zone"), required=True)
        line = made.edit
        assert isinstance(line, SavedLine), "a zone is one line"

        def take(zone: str) -> None:
            line.setText(zone)
            line.flush()

        Completion(self._workspace.theme, line, _zone_rows, free=True).chosen.connect(take)
        return made


class LongTexts(QWidget):
    """What the consultation is for, and the sentences of its declaration."""

    def __init__(self, workspace: Workspace, language: Callable[[], str]) -> None:
        super().__init__()
        t = workspace.t
        self._fields = {
            name: text_for(workspace, field_name(t, Consultation.kind(), name), Said(name, language), lines)
            for name, lines in TEXTS.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(section(t("What it is for, and the sentences of its declaration")))
        for entry in self._fields.values():
            column.addWidget(entry)

    @property
    def entries(self) -> list[Typed]:
        """Every field."""
        return list(self._fields.values())

    def field(self, name: str) -> Typed:
        """Return the field of this name."""
        return self._fields[name]


def _zone_rows(typed: str) -> Sequence[Row]:
    return [Offer(zone, zone.replace("_", " ")) for zone in zones_for(typed)]


def _beside(*entries: QWidget, stretches: Sequence[int] = ()) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for number, entry in enumerate(entries):
        line.addWidget(entry, stretches[number] if stretches else 1, Qt.AlignmentFlag.AlignTop)
    return row
