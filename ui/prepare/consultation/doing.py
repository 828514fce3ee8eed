"""What is done to the frame of a consultation: each one step of undo, with words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject

from consultation.emblems import read_emblem
from consultation.errors import ConsultationError
from consultation.language import in_language
from consultation.model import Consultation, Organisation, OrganisationPart, StatementKind
from consultation.ordering import put_at, rank_behind
from consultation.reading.frame import FrameGap, as_printed, only_in
from consultation.words import choice_name, field_name
from ui.workspace import Workspace


class Doing(QObject):
    """Writes, through the workspace alone."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def choose_languages(self, codes: list[str], organisations: Sequence[Organisation]) -> None:
        """Have the consultation speak these languages, in this order; taking one off says what then lacks words."""
        workspace, t = self._workspace, self._workspace.t
        about = workspace.consultation
        gone = [code for code in about.languages if code not in codes]
        if not codes:
            workspace.messages.say(t("A consultation has at least one language. Add another first."), "incomplete")
            return
        said = ""
        if gone:
            name = t.language_name(gone[0])
            lacking = [self._name(gap, about, organisations) for gap in only_in(about, organisations, gone[0])]
            said = t("{language} was taken off.").format(language=name)
            if lacking:
                said += " " + t("These have no words in another language: {names}.").format(names=t.listed(lacking))
        workspace.do(said, lambda: workspace.store.change(about, languages=codes))

    def move(self, organisation: UUID, place: int) -> None:
        """Have documents print an organisation at a place, from 0."""
        store = self._workspace.store
        self._workspace.do("", lambda: put_at(store, as_printed(store.all(Organisation)), organisation, place))

    def take_out(self, organisation: UUID) -> None:
        """Have documents no longer name an organisation; it stays among the organisations."""
        store, t = self._workspace.store, self._workspace.t
        found = store.get(Organisation, organisation)
        said = t("Documents no longer name {name}.").format(name=self._workspace.label(found.name))
        self._workspace.do(said, lambda: store.change(found, parts=[]))

    def add_organisation(self, name: str, language: str) -> UUID | None:
        """Make an organisation, and return its id; None where that was refused."""
        store = self._workspace.store
        made = Organisation(id=store.new_id(), name={language: name})
        return made.id if self._workspace.save(made) else None

    def have_part(self, organisation: UUID) -> None:
        """Have an organisation named behind all others, as a partner until somebody says otherwise."""
        store = self._workspace.store
        found = store.get(Organisation, organisation)
        if not found.parts:
            rank = rank_behind(as_printed(store.all(Organisation)))
            parts = [OrganisationPart.PARTNER]
            self._workspace.do("", lambda: store.change(found, parts=parts, rank=rank))

    def give_emblem(self, organisation: UUID, path: Path) -> None:
        """Read a picture from a file and keep it as the emblem of an organisation; a refusal is said."""
        workspace = self._workspace
        try:
            emblem = read_emblem(path)
        except ConsultationError as error:
            workspace.messages.refuse(workspace.t, error)
            return
        found = workspace.store.get(Organisation, organisation)
        said = workspace.t("{name} has its emblem.").format(name=workspace.label(found.name))
        workspace.do(said, lambda: workspace.store.change(found, emblem=emblem))

    def take_emblem_off(self, organisation: UUID) -> None:
        """Keep no emblem of an organisation."""
        store = self._workspace.store
        found = store.get(Organisation, organisation)
        said = self._workspace.t("The emblem of {name} was taken off.").format(name=self._workspace.label(found.name))
        self._workspace.do(said, lambda: store.change(found, emblem=""))

    def add_statement(self, kind: StatementKind) -> None:
        """Add a statement that has no words yet."""
        workspace, about = self._workspace, self._workspace.consultation
        made = [*about.statements, {"kind": kind.value, "text": {}, "organisation": ""}]
        workspace.do("", lambda: workspace.store.change(about, statements=made))

    def take_statement_out(self, place: int) -> None:
        """Take a statement out of every document."""
        workspace, about = self._workspace, self._workspace.consultation
        left = [statement for at, statement in enumerate(about.statements) if at != place]
        kind = choice_name(workspace.t, StatementKind(about.statements[place]["kind"]))
        said = workspace.t("No document says this any longer: {kind}.").format(kind=kind)
        workspace.do(said, lambda: workspace.store.change(about, statements=left))

    def say_whose_statement(self, place: int, organisation: str) -> None:
        """Say whose statement it is; nobody's for no id."""
        workspace, about = self._workspace, self._workspace.consultation
        made = [dict(statement) for statement in about.statements]
        made[place]["organisation"] = organisation
        workspace.do("", lambda: workspace.store.change(about, statements=made))

    def _name(self, gap: FrameGap, about: Consultation, organisations: Sequence[Organisation]) -> str:
        """Name what a gap is in."""
        t = self._workspace.t
        if gap.organisation is not None:
            return next(in_language(each.name, t.language) for each in organisations if each.id == gap.organisation)
        if gap.field == "statements":
            return choice_name(t, StatementKind(about.statements[gap.place]["kind"]))
        return field_name(t, Consultation.kind(), gap.field)
