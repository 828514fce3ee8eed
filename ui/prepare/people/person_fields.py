"""The form of a person: filled in half a minute by keyboard, each field saved when it is left."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import Gender, KnownVocabulary, Organisation, Person
from consultation.reading.belonging import called, more_functions, of_organisation, with_functions
from consultation.reading.people_list import House, Organisations
from consultation.words import choice_name
from ui.prepare.people.contact_field import ContactField
from ui.prepare.people.fields import Labelled, add_section, side_by_side
from ui.prepare.people.form import BoundLine, Fields, RecordForm
from ui.prepare.people.functions_field import FunctionsField
from ui.prepare.people.offered import spoken_languages, terms_of
from ui.prepare.people.organisation_line import OrganisationLine
from ui.prepare.people.parts_field import PartsField
from ui.widgets.chip_field import ChipField
from ui.widgets.fields import SavedLine
from ui.widgets.one_of import OneOf
from ui.widgets.segments import Segments
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import caption


class PersonFields(Fields[Person]):
    """Who somebody is, of where, what they do in which sessions, and whether they are named."""

    def __init__(self, form: RecordForm[Person]) -> None:
        super().__init__(form)
        self._known: Organisations | None = None

    def flush(self) -> None:
        for row in self.parts.rows:
            row.minutes.left.emit()

    def lay_out(self, column: QVBoxLayout) -> None:
        t, theme = self.workspace.t, self.workspace.theme
        self.address, self.name, self.title = SavedLine(), SavedLine(), SavedLine()
        self.organisation = OrganisationLine(self.workspace, self._organisations)
        self.functions = FunctionsField(self.workspace, self._organisations)
        self.region, self.actor, self.gender = OneOf(), OneOf(), OneOf(t.context("gender", "not said"))
        self.gender.offer((gender, choice_name(t, gender)) for gender in Gender)
        self.languages = ChipField(theme, t, t("Languages"))
        self.parts, self.contact = PartsField(self.workspace), ContactField(self.workspace)
        named = t.context("in documents, of a person", "Named")
        not_named = t.context("in documents, of a person", "Not named")
        self.consent = Segments(theme, [(None, t("Not asked")), (False, not_named), (True, named)])
        self._consequence = caption()
        self.name_label = Labelled(t("Name"), self.name)
        labels = {"address": Labelled(t("Address"), self.address), "title": Labelled(t("Function"), self.title)}
        self._lines = [
            BoundLine(self.form, self.address, "address", labels["address"]),
            BoundLine(self.form, self.name, "name", self.name_label).need(
                t("A person needs a name. What is entered besides is kept.")
            ),
            _TitleLine(self.form, self.title, "title", labels["title"]),
        ]
        column.addLayout(side_by_side((labels["address"], 2), (self.name_label, 5)))
        column.addWidget(Labelled(t("Organisation"), self.organisation))
        column.addWidget(labels["title"])
        column.addWidget(self.functions)
        region, actor = Labelled(t("Region"), self.region), Labelled(t("Kind of actor"), self.actor)
        column.addLayout(side_by_side((region, 1), (actor, 1)))
        column.addLayout(side_by_side((Labelled(t("Gender"), self.gender), 1), (QWidget(), 1)))
        add_section(column, t("Languages"), self.languages)
        add_section(column, t("Part in sessions"), self.parts)
        add_section(column, t("In documents"), self.consent, self._consequence)
        add_section(column, t("How to reach them"), self.contact)
        self._connect()

    def _connect(self) -> None:
        self.organisation.taken.connect(self._on_organisation)
        self.organisation.new_asked.connect(lambda name: self._make_organisation(name, self._take_organisation))
        self.functions.edited.connect(
            lambda more: self.form.record and self.form.put(**with_functions(self.form.record, more))
        )
        self.functions.new_asked.connect(self._make_organisation)
        self.region.picked.connect(lambda term: self.form.put(region=term))
        self.actor.picked.connect(lambda term: self.form.put(actor=term))
        self.gender.picked.connect(lambda gender: self.form.put(gender=gender))
        self.languages.chosen.connect(lambda codes: self.form.put(languages=codes))
        self.consent.picked.connect(self._on_consent)
        self.form.stored.connect(self._on_stored)
        for part in (self.functions, self.languages, self.parts):
            part.laid_out.connect(lambda: follow_the_eye(self.form))
        self.parts.laid_out.connect(self._lead_on)

    def _offer_terms(self, record: Person) -> None:
        store, t = self.workspace.store, self.workspace.t
        self.region.offer(terms_of(store, t.language, KnownVocabulary.REGION, record.region))
        self.actor.offer(terms_of(store, t.language, KnownVocabulary.ACTOR, record.actor))

    def show(self, record: Person, force: bool) -> None:
        self._known = None
        if force:
            self._offer_terms(record)
        t = self.workspace.t
        self.form.show_title(record.name or t("New person"))
        for line, text in zip(self._lines, (record.address, record.name, record.title), strict=True):
            line.show(text, force)
        house = self._organisations().of(record.organisation, record.functions)
        self.organisation.show_text(record.organisation or (house.name if house else ""), force=force)
        self.functions.show_functions(more_functions(record), force)
        self.region.show_value(record.region)
        self.actor.show_value(record.actor)
        self.gender.show_value(record.gender)
        languages = spoken_languages(self.workspace.store.consultation.languages, record.languages)
        self.languages.offer((code, t.language_name(code)) for code in languages)
        self.languages.tick(record.languages)
        person = None if self.form.is_new else record.id
        self.parts.show_person(person)
        self.contact.show_person(person, force)
        self._show_consent(record.consent)

    def stops(self) -> list[QWidget]:
        fields: list[QWidget] = [self.address, self.name, self.organisation, self.title]
        for row in self.functions.rows:
            fields += [row.title, row.organisation, row.starts, row.ends]
        fields += [self.region, self.actor, self.gender]
        for part in self.parts.rows:
            fields += [part.kind, part.minutes]
        return [*fields, self.consent, self.contact.telephone, self.contact.mail]

    def blank(self) -> dict[str, Any]:
        return {"name": ""}

    def lacks(self, record: Person) -> str:
        return "" if record.name.strip() else self.workspace.t("A person needs a name.")

    def said_new(self, record: Person) -> str:
        return self.workspace.t("{name} is in the list.").format(name=record.name)

    def _organisations(self) -> Organisations:
        """Return the organisations of the file, read when they are asked for."""
        if self._known is None:
            self._known = Organisations(self.workspace.store, self.workspace.t.language)
        return self._known

    def _on_organisation(self, house: House | None, said: str) -> None:
        if self.form.record is not None and self.form.put(**of_organisation(self.form.record, said, house)):
            self.organisation.settle()

    def _take_organisation(self, house: House) -> None:
        self.organisation.show_text(house.name, force=True)
        self._on_organisation(house, house.name)

    def _make_organisation(self, name: str, take: Any) -> None:
        """Make an organisation of a name, and have a field take it."""
        workspace = self.workspace
        language = next(iter(workspace.store.consultation.languages), workspace.t.language)
        made = Organisation(id=workspace.store.new_id(), name={language: name})
        if workspace.save(made, workspace.t("{name} is among the organisations.").format(name=name)):
            self._known = None
            take(House(made.id, name))

    def _on_consent(self, consent: bool | None) -> None:
        self.form.put(consent=consent)
        self._show_consent(consent)

    def _show_consent(self, consent: bool | None) -> None:
        t = self.workspace.t
        self.consent.show_value(consent)
        words = {
            None: t("Until somebody asks, no document, table or screen shows the name."),
            False: t("No document, table or screen shows the name; what was said stays, without it."),
            True: t("Documents, tables and screens show the name."),
        }
        self._consequence.setText(words[consent])

    def _lead_on(self) -> None:
        """Have Enter lead on from the minutes too."""
        for row in self.parts.rows:
            row.minutes.next_asked.connect(self.form.go_on)

    def _on_stored(self, person: UUID) -> None:
        self.parts.show_person(person)
        self.contact.take_person(person)


class _TitleLine(BoundLine):
    """The function that a person is listed with stands in the first of the functions too."""

    def _values(self, said: str) -> dict[str, Any]:
        record = self._form.record
        return called(record, said) if isinstance(record, Person) else {}
