"""The form of a partnership: what it is called, what it does together, who belongs to it and who speaks for it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from consultation.language import in_language
from consultation.model import Partnership
from consultation.reading.people import plain
from consultation.reading.people_list import Organisations
from consultation.reading.picking import PeopleToPick
from ui.prepare.people.fields import Labelled
from ui.prepare.people.form import RecordForm
from ui.prepare.people.labels_field import LabelsField
from ui.widgets.chip_field import ChipField
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import section


class PartnershipForm(RecordForm[Partnership]):
    """Organisations that work together."""

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.name = LabelsField(self._workspace, t("Name"))
        self.text = LabelsField(self._workspace, t("What they do together"), several_lines=True)
        self.name_label = Labelled(t("Name"), self.name)
        self.organisations = ChipField(theme, t, t("Organisations"))
        self.delegates = ChipField(theme, t, t("Delegates"))
        self._column.addWidget(self.name_label)
        self._column.addWidget(Labelled(t("What they do together"), self.text))
        for name, part in ((t("Organisations"), self.organisations), (t("Delegates"), self.delegates)):
            self._column.addSpacing(6)
            self._column.addWidget(section(name))
            self._column.addWidget(part)
            part.laid_out.connect(lambda: follow_the_eye(self))
        self.name.edited.connect(self._on_name)
        self.text.edited.connect(self._on_text)
        self.organisations.chosen.connect(lambda keys: self.put(organisations=keys))
        self.delegates.chosen.connect(lambda keys: self.put(delegates=keys))

    def _show(self, record: Partnership, force: bool) -> None:
        store, t = self._workspace.store, self._workspace.t
        self.show_title(in_language(record.name, t.language) or t("New partnership"))
        languages = store.consultation.languages
        self.name.show_labels(record.name, languages, force)
        self.text.show_labels(record.text, languages, force)
        if force:
            self.name_label.refuse("")
            houses = sorted(Organisations(store, t.language).houses.values(), key=lambda house: plain(house.name))
            self.organisations.offer((house.id, house.name) for house in houses)
            self.delegates.offer((pick.id, pick.said) for pick in PeopleToPick(store).people)
        self.organisations.tick(record.organisations)
        self.delegates.tick(record.delegates)

    def _fields(self) -> list[QWidget]:
        return [*self.name.lines.values(), *self.text.lines.values()]

    def blank(self) -> dict[str, Any]:
        return {}

    def _problem(self, record: Partnership) -> str:
        return "" if any(record.name.values()) else self._workspace.t("A partnership needs a name.")

    def _said_new(self, record: Partnership) -> str:
        name = in_language(record.name, self._workspace.t.language)
        return self._workspace.t("{name} is among the partnerships.").format(name=name)

    def _on_name(self, labels: dict[str, str]) -> None:
        if not any(labels.values()):
            self.name_label.refuse(self._workspace.t("A partnership needs a name. What is entered besides is kept."))
        elif self.put(name=labels):
            self.name_label.refuse("")
            self.name.settle()

    def _on_text(self, text: dict[str, str]) -> None:
        if self.put(text=text):
            self.text.settle()
