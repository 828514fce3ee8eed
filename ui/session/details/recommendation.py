"""The details of a recommendation."""

from __future__ import annotations

from functools import partial
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

    _record: Recommendation | None

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.t("Recommendation"), lowest=3, highest=16)
        self._build()
        self._connect()

    def show_record(self, record: Record) -> None:
        """Show a recommendation."""
        assert isinstance(record, Recommendation)
        other = self._is_other(record)
        super().show_record(record)
        for bound in self._bound:
            bound.show(record)
        for vocabulary, choice in self._choices.items():
            choice.tick(_chosen(record, vocabulary))
        self._sets[record.set].setChecked(True)
        self._status.setCurrentIndex(self._status.findData(record.status))
        if other:
            self._offer_people(record)
        if other or not self.proposer.is_typed_in:
            self._show_proposer(record)
        self.support.show_recommendation(record)
        self.reservations.show_recommendation(record)
        self._show_translations(record)
        self.sources.show_records([self._workspace.store.find(Intervention, said) for said in record.interventions])

    def offer_terms(self) -> None:
        """Offer the terms there are now."""
        for (vocabulary, choice), field in zip(self._choices.items(), self._fields, strict=True):
            terms = self._workspace.store.terms(vocabulary)
            choice.offer([(term.id, self._workspace.label(term.label) or term.key) for term in terms])
            choice.tick(_chosen(self._record, vocabulary) if self._record is not None else [])
            field.setVisible(bool(terms))

    def flush(self) -> None:
        """Save what is typed."""
        super().flush()
        for bound in [*self._bound, *self._translations.values()]:
            bound.flush()
        self.support.flush()
        self.reservations.flush()

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        self.rationale, self.reference = SavedEdit(2, 10), SavedLine()
        self._bound = [Bound(workspace, self.rationale, "rationale"), Bound(workspace, self.reference, "reference")]
        self._translations: dict[str, BoundTranslation] = {}
        self._translation_fields: dict[str, Field] = {}
        self._choices = {vocabulary: ChipChoice(workspace.theme) for vocabulary in CHOICES}
        names = (t("Strands"), t("Capitals of resilience"), t("Addressees"))
        self._fields = [Field(name, choice) for name, choice in zip(names, self._choices.values(), strict=True)]
        self.proposer = SpeakerChoice(workspace, t("Proposed by"))
        self._status = Choice()
        for status in RecommendationStatus:
            self._status.addItem(choice_name(t, status), status)
        self.support, self.reservations = SupportTable(workspace), Reservations(workspace)
        self.sources = Sources(workspace, t("Came from"))
        self._spoken = QWidget()
        spoken = QVBoxLayout(self._spoken)
        spoken.setContentsMargins(0, 0, 0, 0)
        spoken.setSpacing(12)
        self._add(self._set_choice(), *self._fields[:2], self.support, self.reservations, *self._fields[2:])
        self._add(Field(t("Proposed by"), self.proposer), Field(t("Status"), self._status), self.sources)
        self._add(Field(t("Rationale"), self.rationale), self._spoken)
        self._add(Field(t("Reference in the source"), self.reference))

    def _connect(self) -> None:
        for vocabulary, choice in self._choices.items():
            choice.chosen.connect(partial(self._on_ticked, vocabulary))
        self._status.activated.connect(lambda _: self._change(status=self._status.currentData()))
        self._store_person(self.proposer, "proposer")
        self.sources.asked.connect(self.asked)
        self.support.left.connect(self.left)

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

    def know_people(self) -> None:
        """Offer the people there are now."""
        if self._record is not None and not self.proposer.is_typed_in:
            self._offer_people(self._record)
            self._show_proposer(self._record)

    def _offer_people(self, record: Recommendation) -> None:
        self.proposer.blockSignals(True)
        self.proposer.offer(who_could_speak(self._workspace.store, record.session))
        self.proposer.blockSignals(False)

    def _show_proposer(self, record: Recommendation) -> None:
        self.proposer.blockSignals(True)
        self.proposer.choose(record.proposer)
        self.proposer.blockSignals(False)

    def _show_translations(self, record: Recommendation) -> None:
        """Show a field for each language but its own; one that is not wanted keeps what could not be saved in it."""
        wanted = [code for code in self._workspace.consultation.languages if code != record.language]
        spoken = self._spoken.layout()
        assert isinstance(spoken, QVBoxLayout)
        for place, code in enumerate(wanted):
            if code not in self._translations:
                edit = SavedEdit(2, 10)
                name = self._workspace.t("In {language}").format(language=self._workspace.t.language_name(code))
                self._translation_fields[code] = Field(name, edit)
                self._translations[code] = BoundTranslation(self._workspace, edit, code)
            spoken.insertWidget(place, self._translation_fields[code])
        for code, bound in self._translations.items():
            if code in wanted:
                bound.show(record)
            else:
                bound.leave()
            self._translation_fields[code].setVisible(code in wanted)
        self._spoken.setVisible(bool(wanted))


def _chosen(record: Recommendation, vocabulary: KnownVocabulary) -> list[UUID]:
    return record.addressees if vocabulary is KnownVocabulary.ADDRESSEE else record.chosen(vocabulary)
