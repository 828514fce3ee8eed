"""The form of an organisation: what it is called, from where it is, its part in the consultation, and its people."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.language import in_language
from consultation.model import KnownVocabulary, Organisation, OrganisationPart, Person
from consultation.reading.organisation_list import people_by_organisation
from consultation.reading.people import plain
from consultation.words import choice_name
from ui.prepare.people.fields import Labelled, add_section, side_by_side
from ui.prepare.people.form import BoundLine, Fields
from ui.prepare.people.labels_field import LabelsField
from ui.prepare.people.mandates_field import MandatesField
from ui.prepare.people.offered import terms_of
from ui.widgets.chip_field import ChipField
from ui.widgets.count import Count
from ui.widgets.fields import SavedLine
from ui.widgets.one_of import OneOf
from ui.widgets.segments import Segments
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import caption

MOST = 9_999
"""The highest place in the order that can be typed."""


class OrganisationFields(Fields[Organisation]):
    """An institution, a city, a network, an association."""

    def flush(self) -> None:
        self._on_rank()

    def lay_out(self, column: QVBoxLayout) -> None:
        workspace = self.workspace
        t, theme = workspace.t, workspace.theme
        self.name, self.short_name = LabelsField(workspace, t("Name")), LabelsField(workspace, t("Short name"))
        self.name_label = Labelled(t("Name"), self.name)
        self.territory, self.rank = SavedLine(), Count(0, MOST)
        territory = Labelled(t("Territory"), self.territory)
        self._territory = BoundLine(self.form, self.territory, "territory", territory)
        self.region, self.actor = OneOf(), OneOf()
        self.parts = ChipField(theme, t, t("Part in the consultation"))
        self.parts.offer((part, choice_name(t, part)) for part in OrganisationPart)
        self.member = Segments(theme, [(None, t("Not said")), (True, t("Yes")), (False, t("No"))])
        self.mandates = MandatesField(workspace)
        self._people = caption()
        column.addWidget(self.name_label)
        column.addWidget(Labelled(t("Short name"), self.short_name))
        column.addWidget(territory)
        region, actor = Labelled(t("Region"), self.region), Labelled(t("Kind of actor"), self.actor)
        column.addLayout(side_by_side((region, 1), (actor, 1)))
        rank = Labelled(t("Place among those with this part"), self.rank)
        add_section(column, t("Part in the consultation"), self.parts, rank)
        add_section(column, t("Member of the network"), self.member)
        add_section(column, t("Mandates"), self.mandates)
        add_section(column, t("People"), self._people)
        self._tie()

    def _tie(self) -> None:
        self.name.edited.connect(self._on_name)
        self.short_name.edited.connect(self._on_short_name)
        self.region.picked.connect(lambda term: self.form.put(region=term))
        self.actor.picked.connect(lambda term: self.form.put(actor=term))
        self.parts.chosen.connect(lambda parts: self.form.put(parts=parts))
        self.member.picked.connect(lambda member: self.form.put(member=member))
        self.rank.left.connect(self._on_rank)
        self.rank.next_asked.connect(self.form.go_on)
        self.mandates.edited.connect(lambda mandates: self.form.put(mandates=mandates))
        for part in (self.parts, self.mandates):
            part.laid_out.connect(lambda: follow_the_eye(self.form))

    def show(self, record: Organisation, force: bool) -> None:
        store, t = self.workspace.store, self.workspace.t
        self.form.show_title(in_language(record.name, t.language) or t("New organisation"))
        languages = store.consultation.languages
        if force:
            self.name_label.refuse("")
            self.region.offer(terms_of(store, t.language, KnownVocabulary.REGION, record.region))
            self.actor.offer(terms_of(store, t.language, KnownVocabulary.ACTOR, record.actor))
            self._show_people(record)
        self.name.show_labels(record.name, languages, force)
        self.short_name.show_labels(record.short_name, languages[:1], force)
        self._territory.show(record.territory, force)
        self.region.show_value(record.region)
        self.actor.show_value(record.actor)
        self.parts.tick(record.parts)
        if not self.rank.hasFocus():
            self.rank.show_number(record.rank or None)
        self.member.show_value(record.member)
        self.mandates.show_mandates(record.mandates, languages, force)

    def _show_people(self, record: Organisation) -> None:
        store, t = self.workspace.store, self.workspace.t
        people = store.those(Person, people_by_organisation(store, t.language).get(record.id, ()))
        names = sorted((person.name for person in people.values()), key=plain)
        self._people.setText("\n".join(names) or t("Nobody yet: it is chosen in the form of a person."))

    def stops(self) -> list[QWidget]:
        lines: list[QWidget] = [*self.name.lines.values(), *self.short_name.lines.values(), self.territory]
        return [*lines, self.region, self.actor, self.rank, self.member, *self.mandates.stops()]

    def lacks(self, record: Organisation) -> str:
        return "" if any(record.name.values()) else self.workspace.t("An organisation needs a name.")

    def said_new(self, record: Organisation) -> str:
        name = in_language(record.name, self.workspace.t.language)
        return self.workspace.t("{name} is among the organisations.").format(name=name)

    def _on_name(self, labels: dict[str, str]) -> None:
        if not any(labels.values()):
            self.name_label.refuse(self.workspace.t("An organisation needs a name. What is entered besides is kept."))
        elif self.form.put(name=labels):
            self.name_label.refuse("")
            self.name.settle()

    def _on_short_name(self, labels: dict[str, str]) -> None:
        if self.form.put(short_name=labels):
            self.short_name.settle()

    def _on_rank(self) -> None:
        record, number = self.form.record, self.rank.number or 0
        if record is not None and not self.rank.is_refused and number != record.rank:
            self.form.put(rank=number)
