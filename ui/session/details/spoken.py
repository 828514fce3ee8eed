"""The details of an intervention and of a lesson."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from consultation.model import Intervention, InterventionKind, Recommendation, Record
from consultation.reading.people import who_could_speak
from consultation.words import choice_name
from ui.session.details.bound import Bound
from ui.session.details.history import History
from ui.session.details.record_details import RecordDetails
from ui.session.details.sources import Sources
from ui.session.speaker_choice import SpeakerChoice
from ui.widgets.fields import Choice, Field, SavedEdit
from ui.workspace import Workspace


class InterventionDetails(RecordDetails):
    """What one person said, and the recommendations made from it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._record: Intervention | None = None
        self._build()
        self._connect()

    def show_record(self, record: Record) -> None:
        """Show an intervention."""
        assert isinstance(record, Intervention)
        other = self._record is None or self._record.id != record.id
        self._record = record
        self._bound.show(record)
        if other or (record.person and not self.speaker.offers(record.person)):
            self.speaker.blockSignals(True)
            self.speaker.offer(who_could_speak(self._workspace.store, record.session))
            self.speaker.blockSignals(False)
        if not self.speaker.is_typed_in:
            self._show_speaker(record.person)
        self._kind.setCurrentIndex(self._kind.findData(record.sort))
        self._named.setChecked(record.attributable)
        recommendations = self._workspace.store.all(Recommendation)
        self.made.show_records([made for made in recommendations if record.id in made.interventions])
        self.history.show_record(record)

    def flush(self) -> None:
        """Save what is typed."""
        self._bound.flush()

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        self.text = SavedEdit(4, 24, required=True)
        self.text.setProperty("textsize", "said")
        self._bound = Bound(workspace, self.text, "text")
        self.speaker = SpeakerChoice(workspace, t("Who spoke"))
        self._kind = Choice()
        for kind in InterventionKind:
            self._kind.addItem(choice_name(t, kind), kind)
        self._named = QCheckBox(t("May be attributed to the person"))
        self.made = Sources(workspace, t("Recommendations made from it"))
        self.history = History(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Field(t("What was said"), self.text))
        column.addWidget(Field(t("Who spoke"), self.speaker))
        column.addWidget(Field(t("Kind"), self._kind))
        column.addWidget(self._named)
        column.addWidget(self.made)
        column.addWidget(self.history)

    def _connect(self) -> None:
        self.speaker.chosen.connect(lambda person: self._change(person=person))
        self.speaker.finished.connect(self.text.setFocus)
        self.speaker.person_added.connect(self._on_person_added)
        self._kind.activated.connect(lambda _: self._change(sort=self._kind.currentData()))
        self._named.clicked.connect(lambda agreed: self._change(attributable=agreed))
        self.made.asked.connect(self.asked)

    def _show_speaker(self, person: UUID | None) -> None:
        self.speaker.blockSignals(True)
        self.speaker.choose(person)
        self.speaker.blockSignals(False)

    def _change(self, **values: Any) -> None:
        if self._record is not None:
            self._workspace.change(self._record, **values)

    def _on_person_added(self, name: str) -> None:
        self.person_added.emit(name, lambda person: self._change(person=person))


class LessonDetails(RecordDetails):
    """A lesson learned."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.text = SavedEdit(4, 24, required=True)
        self.text.setProperty("textsize", "said")
        self._bound = Bound(workspace, self.text, "text")
        self.history = History(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Field(workspace.t("Lesson learned"), self.text))
        column.addWidget(self.history)

    def show_record(self, record: Record) -> None:
        """Show a lesson."""
        self._bound.show(record)
        self.history.show_record(record)

    def flush(self) -> None:
        """Save what is typed."""
        self._bound.flush()
