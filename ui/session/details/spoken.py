"""The details of an intervention and of a lesson."""

from __future__ import annotations

from consultation.model import Intervention, InterventionKind, Recommendation, Record
from consultation.words import choice_name
from ui.session.details.record_details import RecordDetails
from ui.session.details.sources import Sources
from ui.session.speaker_choice import SpeakerChoice
from ui.widgets.fields import Choice, Field, Tick
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
        super().show_record(record)
        t, zone = self._workspace.t, self._workspace.consultation.time_zone
        self._say_about(t("Said at {time}").format(time=t.time(record.said_at, zone)) if record.said_at else "")
        self._show_person(self.speaker, record.person)
        self._kind.setCurrentIndex(self._kind.findData(record.sort))
        self._named.setChecked(record.attributable)
        self.made.show_records(self._workspace.store.holding(Recommendation, "interventions", record.id))
        self.laid_out.emit()

    def know_people(self) -> None:
        """Show who it was as they are called now."""
        if isinstance(self._record, Intervention):
            self._show_person(self.speaker, self._record.person)

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        self.speaker = SpeakerChoice(workspace, t("Who spoke"))
        self._kind = Choice()
        for kind in InterventionKind:
            self._kind.addItem(choice_name(t, kind), kind)
        self._named = Tick(t("Quote by name, if the person agrees"))
        self.made = Sources(workspace, t("Recommendations made from it"))
        self._add_first(Field(t("Who spoke"), self.speaker))
        self._add(Field(t("Kind"), self._kind), self._named, self.made)
        self._finish()

    def _connect(self) -> None:
        self._store_person(self.speaker, "person")
        self._kind.activated.connect(lambda _: self._change(sort=self._kind.currentData()))
        self._named.clicked.connect(lambda agreed: self._change(attributable=agreed))
        self.made.asked.connect(self.asked)


class LessonDetails(RecordDetails):
    """A lesson learned."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.t("Lesson learned"))
        self._say_about("")
        self._finish()
