"""The form of a session, in the peek of the programme: every field is saved when it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QGridLayout

from consultation.model import KnownVocabulary, Objective, Session, SessionFormat, Track
from consultation.reading.programme import in_order
from consultation.words import choice_name
from ui.prepare.form import Chosen, Entry, ManyChosen, NumberOf, Plain, Said, Shows, Ticked, line_for, text_for
from ui.prepare.form.chosen import Offered
from ui.prepare.programme.agenda import AgendaPart
from ui.prepare.programme.moving import Moving
from ui.prepare.programme.questions import QuestionsPart
from ui.prepare.programme.roles import RolesPart
from ui.prepare.programme.session_parts import CodeOf, LanguagesOf
from ui.prepare.programme.sessions import Sessions
from ui.prepare.programme.side_form import SideForm
from ui.prepare.programme.when_field import WhenField
from ui.prepare.programme.wrongs import Wrongs
from ui.widgets.chip_field import ChipField
from ui.widgets.fields import Field
from ui.widgets.words import caption
from ui.workspace import Workspace


class SessionForm(SideForm):
    """Shows one session; a wrong value is said below its field and not saved, and stays typed."""

    def __init__(self, workspace: Workspace, language: Callable[[], str], sessions: Sessions, moving: Moving) -> None:
        super().__init__(workspace, language)
        self._sessions, self._moving = sessions, moving
        self._session: Session | None = None
        self._entries: list[Shows] = []
        self._offered: dict[Chosen | ManyChosen, list[tuple[Any, str]]] = {}
        self._build()
        self._connect()

    @property
    def session(self) -> UUID | None:
        """Which session is shown."""
        return self._session.id if self._session else None

    def show_session(self, session: Session) -> None:
        """Show a session; what was typed for another is saved first, or put aside."""
        self._session = session
        kinds, tracks = self._terms(), self._tracks()
        self.show_head(session.code, next((name for key, name in kinds if key and key == session.kind_term), ""))
        self._offer(self.kind, kinds)
        self._offer(self.track, tracks)
        self._offer_sessions(session)
        for entry in self._entries:
            entry.show_record(session)
        self._say_missing(session)
        self.wrongs.show_session(session)
        self.roles.show_session(session)
        self.questions.show_session(session)
        self.agenda.show_session(session)
        self.laid_out.emit()

    def flush(self) -> None:
        """Save what is typed."""
        for part in self._parts:
            part.flush()

    def leave(self) -> None:
        """Save what is typed, and forget the session."""
        for part in self._parts:
            part.leave()
        self._session = None

    def focus_first(self) -> None:
        """Take the keyboard to the title."""
        self.title.edit.setFocus()

    @property
    def _parts(self) -> list[Shows | QuestionsPart | AgendaPart]:
        """What is typed in."""
        return [*self._entries, self.questions, self.agenda]

    def _build(self) -> None:
        workspace, t, add = self._workspace, self._workspace.t, self.column.addWidget
        self.title = text_for(workspace, t("Title"), Said("title", self._language))
        self._missing = caption(tone="incomplete")
        self.when = WhenField(workspace)
        self.wrongs = Wrongs(workspace, self._sessions, self._moving)
        self.roles = RolesPart(workspace)
        self.purpose = text_for(workspace, t("What it is for"), Said("purpose", self._language), 2)
        self.questions = QuestionsPart(workspace, self._language)
        self.agenda = AgendaPart(workspace, self._language)
        self.fed_by = ChipField(workspace.theme, t, t("What feeds it"))
        self.feeds = ManyChosen(workspace, t("It feeds"), "feeds")
        self.objectives = ManyChosen(workspace, t("Objectives it serves"), "objectives")
        for above in (self.title, self._missing, self.when, self.wrongs, self.roles):
            add(above)
        self.column.addLayout(self._placed())
        add(self.recorded)
        add(Field(t("What feeds it"), self.fed_by))
        for below in (self.feeds, self.purpose, self.questions, self.agenda, self.objectives):
            add(below)
        self._entries += [self.title, self.when, self.purpose, self.feeds, self.objectives]
        self.column.addStretch(1)

    def _placed(self) -> QGridLayout:
        """Make the fields that say which session it is and where it is held, two in a line."""
        workspace, t = self._workspace, self._workspace.t
        forms = [(form, choice_name(t, form)) for form in SessionFormat]
        self.code = line_for(workspace, t("Code"), CodeOf(self._codes_but), required=True)
        self.kind = Chosen(workspace, t("Kind"), "kind_term")
        self.format = Chosen(workspace, t("Format"), "format", forms)
        self.track = Chosen(workspace, t("Track"), "track")
        self.room = line_for(workspace, t("Room"), Plain("room"))
        self.channel = line_for(workspace, t("Channel"), Plain("channel"))
        self.languages = line_for(workspace, t("Languages"), LanguagesOf())
        self.places = line_for(workspace, t("Places"), NumberOf("places"))
        self.recorded = Ticked(workspace, t("Somebody writes down what is said in it"), "recorded")
        parts: Sequence[Entry] = (
            *(self.code, self.kind, self.format, self.track),
            *(self.room, self.channel, self.languages, self.places),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        for place, part in enumerate(parts):
            grid.addWidget(part, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self._entries += [*parts, self.recorded]
        return grid

    def _connect(self) -> None:
        self.fed_by.chosen.connect(self._save_feeders)
        for part in (self.fed_by, self.questions, self.agenda):
            part.laid_out.connect(self.laid_out)

    def _offer(self, field: Chosen | ManyChosen, offered: Offered) -> None:
        """Offer these, where they are others than before."""
        if self._offered.get(field) != offered:
            field.offer(offered)
            self._offered[field] = list(offered)

    def _offer_sessions(self, session: Session) -> None:
        label = self._workspace.label
        others = [each for each in in_order(self._sessions.listed) if each.id != session.id]
        coded = [(each.id, each.code) for each in others]
        self._offer(self.feeds, coded)
        self.fed_by.offer(coded)
        self.fed_by.tick([each.id for each in others if session.id in each.feeds])
        objectives = sorted(self._workspace.store.all(Objective), key=lambda each: (each.rank, each.id))
        self._offer(self.objectives, [(each.id, label(each.title) or label(each.text)) for each in objectives])

    def _terms(self) -> list[tuple[Any, str]]:
        terms = self._workspace.store.terms(KnownVocabulary.SESSION_KIND)
        return [(None, "–"), *((term.id, self._workspace.label(term.label) or term.key) for term in terms)]

    def _tracks(self) -> list[tuple[Any, str]]:
        tracks = sorted(self._workspace.store.all(Track), key=lambda track: (track.rank, track.id))
        return [(None, "–"), *((track.id, self._workspace.label(track.title)) for track in tracks)]

    def _codes_but(self, session: UUID) -> set[str]:
        return {each.code for each in self._sessions.listed if each.id != session}

    def _say_missing(self, session: Session) -> None:
        """Say in which languages of the consultation there is no title."""
        t = self._workspace.t
        missing = [code for code in self._workspace.consultation.languages if not session.title.get(code, "").strip()]
        said = t("No title yet in {languages}.").format(languages=t.listed([t.language_name(code) for code in missing]))
        self._missing.setText(said)
        self._missing.setVisible(bool(missing))

    def _save_feeders(self, chosen: list[UUID]) -> None:
        """Write what feeds this session where it is kept: in those that feed it."""
        shown = self._session
        if shown is None:
            return
        with self._workspace.together():
            for each in self._sessions.listed:
                if (each.id in chosen) != (shown.id in each.feeds):
                    feeds = [other for other in each.feeds if other != shown.id]
                    self._workspace.change(each, feeds=[*feeds, shown.id] if each.id in chosen else feeds)
