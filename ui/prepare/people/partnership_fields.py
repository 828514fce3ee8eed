"""The form of a partnership: what it is called, what it does together, who belongs to it and who speaks for it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.language import in_language
from consultation.model import Partnership
from consultation.reading.people import plain
from consultation.reading.people_list import Organisations
from consultation.reading.picking import PeopleToPick
from ui.prepare.people.fields import Labelled, add_section
from ui.prepare.people.form import Fields
from ui.prepare.people.labels_field import LabelsField
from ui.widgets.chip_field import ChipField
from ui.widgets.tab_order import follow_the_eye


class PartnershipFields(Fields[Partnership]):
    """Organisations that work together."""

    def lay_out(self, column: QVBoxLayout) -> None:
        t, theme = self.workspace.t, self.workspace.theme
        self.name = LabelsField(self.workspace, t("Name"))
        self.text = LabelsField(self.workspace, t("What they do together"), several_lines=True)
        self.name_label = Labelled(t("Name"), self.name)
        self.organisations = ChipField(theme, t, t("Organisations"))
        self.delegates = ChipField(theme, t, t("Delegates"))
        column.addWidget(self.name_label)
        column.addWidget(Labelled(t("What they do together"), self.text))
        for name, part in ((t("Organisations"), self.organisations), (t("Delegates"), self.delegates)):
            add_section(column, name, part)
            part.laid_out.connect(lambda: follow_the_eye(self.form))
        self.name.edited.connect(self._on_name)
        self.text.edited.connect(self._on_text)
        self.organisations.chosen.connect(lambda keys: self.form.put(organisations=keys))
        self.delegates.chosen.connect(lambda keys: self.form.put(delegates=keys))

    def show(self, record: Partnership, force: bool) -> None:
        store, t = self.workspace.store, self.workspace.t
        self.form.show_title(in_language(record.name, t.language) or t("New partnership"))
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

    def stops(self) -> list[QWidget]:
        return [*self.name.lines.values(), *self.text.lines.values()]

    def lacks(self, record: Partnership) -> str:
        return "" if any(record.name.values()) else self.workspace.t("A partnership needs a name.")

    def said_new(self, record: Partnership) -> str:
        name = in_language(record.name, self.workspace.t.language)
        return self.workspace.t("{name} is among the partnerships.").format(name=name)

    def _on_name(self, labels: dict[str, str]) -> None:
        if not any(labels.values()):
            self.name_label.refuse(self.workspace.t("A partnership needs a name. What is entered besides is kept."))
        elif self.form.put(name=labels):
            self.name_label.refuse("")
            self.name.settle()

    def _on_text(self, text: dict[str, str]) -> None:
        if self.form.put(text=text):
            self.text.settle()
