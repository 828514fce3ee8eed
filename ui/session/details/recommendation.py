"""The details of a recommendation."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from consultation.model import (
    Intervention,
    KnownVocabulary,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Record,
)
from consultation.reading.people import who_could_speak
from consultation.words import choice_name
from ui.session.details.bound import Bound, BoundTranslation
from ui.session.details.history import History
from ui.session.details.record_details import RecordDetails
from ui.session.details.reservations import Reservations
from ui.session.details.sources import Sources
from ui.session.details.support import SupportTable
from ui.session.speaker_choice import SpeakerChoice
from ui.widgets.chips import Chip, ChipChoice
from ui.widgets.fields import Choice, Field, SavedEdit, SavedLine
from ui.widgets.flow import Flow
from ui.workspace import Workspace

CHOICES = (KnownVocabulary.STRAND, KnownVocabulary.CAPITAL, KnownVocabulary.ADDRESSEE)


class RecommendationDetails(RecordDetails):
    """Everything a recommendation carries."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._record: Recommendation | None = None
        self._build()
        self._connect()

    def show_record(self, record: Record) -> None:
        """Show a recommendation."""
        assert isinstance(record, Recommendation)
        other = self._record is None or self._record.id != record.id
        self._record = record
        for bound in self._bound:
            bound.show(record)
        for vocabulary, choice in self._choices.items():
            choice.tick(_chosen(record, vocabulary))
        self._sets[record.set].setChecked(True)
        self._status.setCurrentIndex(self._status.findData(record.status))
        if other:
            self.proposer.offer(who_could_speak(self._workspace.store, record.session))
        self._show_proposer(record.proposer)
        self.support.show_recommendation(record)
        self.reservations.show_recommendation(record)
        self._show_translations(record)
        self.sources.show_records([self._workspace.store.find(Intervention, said) for said in record.interventions])
        self.history.show_record(record)

    def offer_terms(self) -> None:
        """Offer the terms there are now."""
        for (vocabulary, choice), field in zip(self._choices.items(), self._fields, strict=True):
            terms = self._workspace.store.terms(vocabulary)
            choice.offer([(term.id, self._workspace.label(term.label) or term.key) for term in terms])
            choice.tick(_chosen(self._record, vocabulary) if self._record is not None else [])
            field.setVisible(bool(terms))

    def flush(self) -> None:
        """Save what is typed."""
        for bound in [*self._bound, *self._translations.values()]:
            bound.flush()
        self.support.flush()
        self.reservations.flush()

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        self.text = SavedEdit(3, 16, required=True)
        self.text.setProperty("textsize", "said")
        self.rationale, self.reference = SavedEdit(2, 10), SavedLine()
        self._bound = [
            Bound(workspace, self.text, "text"),
            Bound(workspace, self.rationale, "rationale"),
            Bound(workspace, self.reference, "reference"),
        ]
        self._translations: dict[str, BoundTranslation] = {}
        self._translation_fields: dict[str, Field] = {}
        self._choices = {vocabulary: ChipChoice(workspace.theme) for vocabulary in CHOICES}
        self.proposer = SpeakerChoice(workspace, t("Proposed by"))
        self._status = Choice()
        for status in RecommendationStatus:
            self._status.addItem(choice_name(t, status), status)
        self.support, self.reservations = SupportTable(workspace), Reservations(workspace)
        self.sources = Sources(workspace, t("Came from"))
        self.history = History(workspace)
        self._spoken = QVBoxLayout()
        self._spoken.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Field(t("Recommendation"), self.text))
        column.addWidget(self._set_choice())
        names = (t("Strands"), t("Capitals of resilience"), t("Addressees"))
        self._fields = fields = [
            Field(name, choice) for name, choice in zip(names, self._choices.values(), strict=True)
        ]
        for part in (*fields[:2], self.support, self.reservations, *fields[2:]):
            column.addWidget(part)
        column.addWidget(Field(t("Proposed by"), self.proposer))
        column.addWidget(Field(t("Status"), self._status))
        column.addWidget(self.sources)
        column.addWidget(Field(t("Rationale"), self.rationale))
        column.addLayout(self._spoken)
        column.addWidget(Field(t("Reference in the source"), self.reference))
        column.addWidget(self.history)

    def _connect(self) -> None:
        for vocabulary, choice in self._choices.items():
            choice.chosen.connect(partial(self._on_ticked, vocabulary))
        self._status.activated.connect(lambda _: self._change(status=self._status.currentData()))
        self.proposer.chosen.connect(lambda person: self._change(proposer=person))
        self.proposer.finished.connect(self.text.setFocus)
        self.proposer.person_added.connect(self._on_person_added)
        self.sources.asked.connect(self.asked)

    def _on_ticked(self, vocabulary: KnownVocabulary, keys: list[UUID]) -> None:
        """Store what is ticked, and keep terms of other kits that are not offered here."""
        if self._record is None:
            return
        offered = self._choices[vocabulary].offered
        chosen = [*keys, *(term for term in _chosen(self._record, vocabulary) if term not in offered)]
        if vocabulary is KnownVocabulary.ADDRESSEE:
            self._change(addressees=chosen)
        else:
            fresh = self._workspace.store.get(Recommendation, self._record.id)
            self._change(terms={**fresh.terms, vocabulary.value: chosen})

    def _set_choice(self) -> QWidget:
        t, theme = self._workspace.t, self._workspace.theme
        row = QWidget()
        line = Flow(row)
        group = QButtonGroup(self)
        self._sets: dict[RecommendationSet, Chip] = {}
        icons = {RecommendationSet.CITIZENSHIP: "users", RecommendationSet.POLICY: "landmark"}
        for which in RecommendationSet:
            chip = Chip(theme, choice_name(t, which), which.value, icons[which])
            chip.clicked.connect(partial(self._on_set_pressed, which))
            group.addButton(chip)
            line.addWidget(chip)
            self._sets[which] = chip
        return Field(t("Set"), row)

    def _on_set_pressed(self, which: RecommendationSet, *_: object) -> None:
        self._change(set=which)

    def _show_proposer(self, person: UUID | None) -> None:
        if not self.proposer.is_typed_in:
            self.proposer.blockSignals(True)
            if person is not None and not self.proposer.offers(person):
                self.proposer.offer(
                    who_could_speak(self._workspace.store, self._record.session if self._record else None)
                )
            self.proposer.choose(person)
            self.proposer.blockSignals(False)

    def _show_translations(self, record: Recommendation) -> None:
        """Show a field for each language but its own; one that is not wanted keeps what could not be saved in it."""
        wanted = [code for code in self._workspace.consultation.languages if code != record.language]
        for place, code in enumerate(wanted):
            if code not in self._translations:
                edit = SavedEdit(2, 10)
                name = self._workspace.t("In {language}").format(language=self._workspace.t.language_name(code))
                self._translation_fields[code] = Field(name, edit)
                self._translations[code] = BoundTranslation(self._workspace, edit, code)
            self._spoken.insertWidget(place, self._translation_fields[code])
        for code, bound in self._translations.items():
            if code in wanted:
                bound.show(record)
            else:
                bound.leave()
            self._translation_fields[code].setVisible(code in wanted)

    def _change(self, **values: Any) -> None:
        if self._record is not None:
            self._workspace.change(self._record, **values)

    def _on_person_added(self, name: str) -> None:
        self.person_added.emit(name, lambda person: self._change(proposer=person))


def _chosen(record: Recommendation, vocabulary: KnownVocabulary) -> list[UUID]:
    return record.addressees if vocabulary is KnownVocabulary.ADDRESSEE else record.chosen(vocabulary)
