"""The details of an intervention and of a lesson."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from consultation.model import Intervention, InterventionKind, Recommendation, Record
from consultation.reading.people import who_could_speak
from consultation.words import choice_name
from ui.session.details.record_details import RecordDetails
from ui.session.details.sources import Sources
from ui.session.speaker_choice import SpeakerChoice
from ui.widgets.fields import Choice, Field
from ui.workspace import Workspace


class InterventionDetails(RecordDetails):
    """What one person said, and the recommendations made from it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.t("What was said"))
        self._build()
        self._connect()

    def show_record(self, record: Record) -> None:
        """Show an intervention."""
        assert isinstance(record, Intervention)
        other = self._is_other(record)
        super().show_record(record)
        if other:
            self._offer_people(record)
        if other or not self.speaker.is_typed_in:
            self._show_speaker(record)
        self._kind.setCurrentIndex(self._kind.findData(record.sort))
        self._named.setChecked(record.attributable)
        recommendations = self._workspace.store.all(Recommendation)
        self.made.show_records([made for made in recommendations if record.id in made.interventions])

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        self.speaker = SpeakerChoice(workspace, t("Who spoke"))
        self._kind = Choice()
        for kind in InterventionKind:
            self._kind.addItem(choice_name(t, kind), kind)
        self._named = QCheckBox(t("Quote by name, if the person agrees"))
        self.made = Sources(workspace, t("Recommendations made from it"))
        self._add(Field(t("Who spoke"), self.speaker), Field(t("Kind"), self._kind), self._named, self.made)

    def _connect(self) -> None:
        self._store_person(self.speaker, "person")
        self._kind.activated.connect(lambda _: self._change(sort=self._kind.currentData()))
        self._named.clicked.connect(lambda agreed: self._change(attributable=agreed))
        self.made.asked.connect(self.asked)

    def know_people(self) -> None:
        """Offer the people there are now."""
        if isinstance(self._record, Intervention) and not self.speaker.is_typed_in:
            self._offer_people(self._record)
            self._show_speaker(self._record)

    def _offer_people(self, record: Intervention) -> None:
        self.speaker.blockSignals(True)
        self.speaker.offer(who_could_speak(self._workspace.store, record.session))
        self.speaker.blockSignals(False)

    def _show_speaker(self, record: Intervention) -> None:
        self.speaker.blockSignals(True)
        self.speaker.choose(record.person)
        self.speaker.blockSignals(False)


class LessonDetails(RecordDetails):
    """A lesson learned."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.t("Lesson learned"))
