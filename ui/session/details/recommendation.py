"""The details of a recommendation in the order of the hour: words, counts, result, reservations, strands, the rest."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import (
    Intervention,
    KnownVocabulary,
    Person,
    Recommendation,
    RecommendationSet,
    Record,
)
from consultation.reading.vocabularies import named_terms
from consultation.words import choice_name
from ui.session.details.bound import Bound, BoundTranslation
from ui.session.details.more import More
from ui.session.details.record_details import RecordDetails
from ui.session.details.reservations import Reservations
from ui.session.details.result import Result
from ui.session.details.sources import Sources
from ui.session.details.support import SupportTable
from ui.session.speaker_choice import SpeakerChoice
from ui.widgets.chip_field import ChipField
from ui.widgets.chips import ChipChoice, ChipRow
from ui.widgets.fields import Field, SavedEdit, SavedLine
from ui.workspace import Workspace


class RecommendationDetails(RecordDetails):
    """Everything a recommendation carries."""

    _record: Recommendation | None

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.t("Recommendation"))
        self._build()
        self._connect()

    def show_record(self, record: Record) -> None:
        """Show a recommendation."""
        assert isinstance(record, Recommendation)
        super().show_record(record)
        store = self._workspace.store
        for bound in self._bound:
            bound.show(record)
        for vocabulary, choice in self._choices.items():
            choice.tick(_chosen(record, vocabulary))
        self._set.tick(record.set)
        self._result.show_recommendation(record)
        self._show_person(self.proposer, record.proposer)
        self.support.show_recommendation(record)
        self.reservations.show_recommendation(record)
        self._show_translations(record)
        found = store.those(Intervention, record.interventions)
        self.sources.show_records([found.get(said) for said in record.interventions])
        first = next((found[said] for said in record.interventions if said in found), None)
        self._say_about(self._origin(record, first))
        self.more.tell(self._told(record))
        self.laid_out.emit()

    def offer_terms(self) -> None:
        """Offer the terms there are now."""
        for (vocabulary, choice), field in zip(self._choices.items(), self._fields, strict=True):
            named = named_terms(self._workspace.store, vocabulary, self._workspace.t.language)
            choice.offer(named.offered, named.kept)
            choice.tick(_chosen(self._record, vocabulary) if self._record is not None else [])
            field.setVisible(bool(named.offered))
        self.laid_out.emit()

    def know_people(self) -> None:
        """Show the proposer as they are called now, and read the people anew when they are asked for."""
        self.reservations.know_people()
        if self._record is not None:
            self._show_person(self.proposer, self._record.proposer)

    def flush(self) -> None:
        """Save what is typed."""
        super().flush()
        for bound in [*self._bound, *self._translations.values()]:
            bound.flush()
        self.support.flush()
        self.reservations.flush()

    def _build(self) -> None:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        self.rationale, self.reference = SavedEdit(2, 10), SavedLine()
        self._bound = [Bound(workspace, self.rationale, "rationale"), Bound(workspace, self.reference, "reference")]
        self._translations: dict[str, BoundTranslation] = {}
        self._translation_fields: dict[str, Field] = {}
        self._choices: dict[KnownVocabulary, ChipChoice | ChipField] = {
            KnownVocabulary.STRAND: ChipChoice(theme),
            KnownVocabulary.CAPITAL: ChipChoice(theme),
            KnownVocabulary.ADDRESSEE: ChipField(theme, t, t("Addressees")),
        }
        names = (t("Strands"), t("Capitals of resilience"), t("Addressees"))
        self._fields = [Field(name, choice) for name, choice in zip(names, self._choices.values(), strict=True)]
        strands, capitals, addressees = self._fields
        self._set = ChipRow(theme)
        self._set.offer([(which, choice_name(t, which), which.value) for which in RecommendationSet])
        self.proposer = SpeakerChoice(workspace, t("Proposed by"))
        self.support, self.reservations = SupportTable(workspace), Reservations(workspace)
        self._result = Result(workspace)
        self.sources = Sources(workspace, t("Came from"))
        self._spoken = QWidget()
        spoken = QVBoxLayout(self._spoken)
        spoken.setContentsMargins(0, 0, 0, 0)
        spoken.setSpacing(12)
        self.more = More(workspace)
        self.more.add(Field(t("Set"), self._set), capitals, self.support.groups)
        self.more.add(Field(t("Proposed by"), self.proposer), Field(t("Rationale"), self.rationale), self._spoken)
        self.more.add(Field(t("Reference in the source"), self.reference), self.sources)
        self._add_first(self.support, self._result)
        self._add(self.reservations, strands, addressees, self.more)
        self._finish()

    def _connect(self) -> None:
        for vocabulary, choice in self._choices.items():
            choice.chosen.connect(partial(self._on_ticked, vocabulary))
            if isinstance(choice, ChipField):
                choice.laid_out.connect(self.laid_out)
        self._set.chosen.connect(lambda which: self._change(set=which))
        self._result.chosen.connect(lambda status: self._change(status=status))
        self._store_person(self.proposer, "proposer")
        self.sources.asked.connect(self.asked)
        self.support.left.connect(self.left)
        self.support.counted.connect(self._result.show_count)
        self.support.laid_out.connect(self.laid_out)
        self.reservations.laid_out.connect(self.laid_out)

    def _on_ticked(self, vocabulary: KnownVocabulary, keys: list[UUID]) -> None:
        """Store what is ticked, and keep terms of other kits that are not offered here."""
        if self._record is None:
            return
        offered = self._choices[vocabulary].offered
        others = [term for term in _chosen(self._record, vocabulary) if term not in offered]
        chosen = [*(key for key in keys if key in offered), *others]
        if vocabulary is KnownVocabulary.ADDRESSEE:
            self._change(addressees=chosen)
        else:
            fresh = self._workspace.store.get(Recommendation, self._record.id)
            self._change(terms={**fresh.terms, vocabulary.value: chosen})

    def _origin(self, record: Recommendation, said: Intervention | None) -> str:
        """Say whose recommendation it is, and out of what it was made."""
        t, zone = self._workspace.t, self._workspace.consultation.time_zone
        person = self._workspace.store.find(Person, record.proposer) if record.proposer else None
        name = person.name if person is not None and not person.deleted else ""
        if said is None or said.said_at is None:
            return name
        time = t.time(said.said_at, zone)
        if not name:
            return t("From what was said at {time}").format(time=time)
        return t("{name}, from what was said at {time}").format(name=name, time=time)

    def _told(self, record: Recommendation) -> list[str]:
        """Say what is folded away, without reading anything for it."""
        t, parts = self._workspace.t, []
        capitals = len(record.chosen(KnownVocabulary.CAPITAL))
        if capitals:
            parts.append(t.plural("{count} capital", "{count} capitals", capitals))
        groups = self.support.groups_counted
        if groups:
            parts.append(t.plural("{count} group", "{count} groups", groups))
        if record.rationale:
            parts.append(t("rationale"))
        translations = len(record.translations)
        if translations:
            parts.append(t.plural("{count} translation", "{count} translations", translations))
        if record.reference:
            parts.append(t("reference {reference}").format(reference=record.reference))
        return parts

    def _show_translations(self, record: Recommendation) -> None:
        """Show a field for each language but its own; one that is not wanted keeps what could not be saved in it."""
        wanted = [code for code in self._workspace.consultation.languages if code != record.language]
        spoken = self._spoken.layout()
        assert isinstance(spoken, QVBoxLayout)
        for place, code in enumerate(wanted):
            if code not in self._translations:
                edit = SavedEdit(2, 10)
                edit.setProperty("textsize", "quoted")
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
