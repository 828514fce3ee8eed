"""What the consultation is: its title, who holds it, when and where, and what every document must say."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from consultation.composing.front import front
from consultation.emblems import SUFFIXES
from consultation.language import DOCUMENT_LANGUAGES, in_language, translator
from consultation.model import Consultation, Organisation, StatementKind
from consultation.reading.frame import EMBLEM, FrameGap, as_printed, frame_gaps
from ui.actions import preparing
from ui.keys import bind, offer, pressed, shown, tip
from ui.look.folds import Fold, fold_of, px
from ui.prepare.consultation.adding import AddOrganisation, StatementMenu
from ui.prepare.consultation.doing import Doing
from ui.prepare.consultation.frame_form import FrameForm
from ui.prepare.consultation.front_side import FrontSide
from ui.prepare.consultation.organisation_form import OrganisationForm
from ui.prepare.consultation.organisations import Organisations
from ui.prepare.consultation.statements import Statements
from ui.prepare.form.language_choice import LanguageChoice
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.buttons import quiet_button
from ui.widgets.peek import WIDTH, Peek
from ui.widgets.scroll import scrolled
from ui.widgets.sign_button import SignButton
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import caption, rule, words
from ui.workspace import Workspace

INSET = 32
CLEAR = 96
"""What is kept in sight above and below what has the keyboard."""


class ConsultationPage(View):
    """One form; beside it the first page of its documents, or what is known of the organisation at hand."""

    kinds = (Consultation, Organisation)
    stands_here = (Consultation,)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._language = ""
        self._organisations: list[Organisation] = []
        self._gaps: list[FrameGap] = []
        self._gone_to: FrameGap | None = None
        self.doing = Doing(workspace, self)
        self._build()
        self._connect()

    @property
    def language(self) -> str:
        """The language in which words are shown and typed."""
        return self._language

    @property
    def gaps(self) -> list[FrameGap]:
        """What lacks words in this language, or a picture."""
        return list(self._gaps)

    def head_actions(self) -> list[QWidget]:
        return [self.gap_button, self.choice]

    def refresh(self, touched: Touched) -> None:
        about = self._workspace.consultation
        self._organisations = self._workspace.store.all(Organisation)
        self._offer_languages(about)
        self.form.show_consultation(about)
        printed = as_printed(self._organisations)
        self.organisations.show_organisations(printed, self._language)
        self._no_organisation.setVisible(not printed)
        self.adding.know(self._organisations)
        self.statements.show_statements(about, printed)
        self._no_statement.setVisible(not about.statements)
        self._tell_gaps(about)
        self._show_front(about)
        self._show_known()
        self.form.fold()
        follow_the_eye(self)
        self.status_changed.emit()

    def status(self) -> tuple[list[str], list[str]]:
        t = self._workspace.t
        if not self._workspace.is_readable:
            return [], []
        about = self._workspace.consultation
        facts = [in_language(about.title, self._language)]
        if about.starts:
            facts.append(t.days(about.starts, about.ends or about.starts))
        return facts, [t("What stands here is in every document, in its language")]

    def state(self) -> dict[str, Any]:
        return {"language": self._language, "organisation": self.known.organisation}

    def restore(self, state: dict[str, Any]) -> None:
        self._language = state["language"]
        self.catch_up()
        if state["organisation"] is not None:
            self.open_organisation(state["organisation"])

    def flush(self) -> None:
        self.form.flush()
        self.statements.flush()
        self.known.flush()

    def speak(self, language: str) -> None:
        """Show and type words in another language."""
        self.flush()
        self._language = language
        self.read_again()

    def go_to_field(self, field: str, language: str) -> None:
        if language:
            self.speak(language)
        lacking = next((gap.place for gap in self._gaps if gap.field == field == "statements"), None)
        if lacking is not None:
            self.statements.go_to(lacking)
        else:
            self.form.field(field).setFocus()
        self._keep_in_sight()

    def go_to_gap(self) -> None:
        """Go to the first gap behind the one that has the keyboard, or to the first of all."""
        if not self._gaps:
            return
        here = self._gap_at_hand()
        gap = self._gaps[(here + 1) % len(self._gaps)]
        if gap.organisation is not None and gap.field == EMBLEM:
            self.organisations.go_to(gap.organisation)
        elif gap.organisation is not None:
            self.open_organisation(gap.organisation)
        elif gap.field == "statements":
            self.statements.go_to(gap.place)
        else:
            self.form.field(gap.field).setFocus()
        self._gone_to = gap
        self._keep_in_sight()

    def open_organisation(self, organisation: UUID) -> None:
        """Show what is known of an organisation, over the first page."""
        if self.known.organisation != organisation:
            self.known.leave()
        found = self._workspace.store.find(Organisation, organisation)
        if found is None or found.deleted:
            return
        self.known.show_organisation(found)
        self.peek.show()
        self._lie()
        self.known.setFocus()

    def close_organisation(self) -> None:
        """Put away what is known of the organisation, and give the keyboard back to its row."""
        left = self.known.organisation
        self.known.leave()
        self.peek.hide()
        self._lie()
        if left is not None:
            self.organisations.go_to(left)

    def ask_emblem(self, organisation: UUID) -> None:
        """Ask which picture is to be its emblem."""
        t = self._workspace.t
        kinds = t("Pictures ({pattern})").format(pattern=" ".join(f"*{ending}" for ending in SUFFIXES))
        chosen, _ = QFileDialog.getOpenFileName(
            self, t("Choose a picture as its emblem"), str(self._workspace.path.parent), kinds
        )
        if chosen:
            self.doing.give_emblem(organisation, Path(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.peek.isVisible() and pressed(event, preparing.LEAVE_ORGANISATION):
            self.close_organisation()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lie()
        self.form.fold()

    def _build(self) -> None:
        workspace, t, theme = self._workspace, self._workspace.t, self._workspace.theme
        self.setProperty("surface", "base")
        self.gap_button = SignButton(theme, "incomplete")
        self.gap_button.setToolTip(tip(t, preparing.NEXT_GAP))
        self.choice = LanguageChoice(theme, t)
        self.form = FrameForm(workspace, lambda: self._language)
        self.organisations = Organisations(workspace)
        self.adding = AddOrganisation(workspace)
        self.statements = Statements(workspace, lambda: self._language)
        self._no_organisation = caption(t("None yet. Whoever is added here is named on the front of every document."))
        self._no_statement = caption(t("Nothing yet: who pays, whose views it does not give, whom to write to."))
        add = quiet_button(theme, t("Add"), self._offer_statements, "plus")
        add.setAccessibleName(t("Add what every document must say"))
        self._add_statement = add
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(theme, INSET), 24, px(theme, INSET), 32)
        column.setSpacing(0)
        column.addWidget(self.form)
        self._add_part(column, t("Organisations"), t("in the order in which they are printed"), self.adding)
        column.addWidget(self._no_organisation)
        column.addWidget(self.organisations)
        self._add_part(column, t("What every document must say"), t("on its front, in its language"), add)
        column.addWidget(self._no_statement)
        column.addWidget(self.statements)
        column.addSpacing(28)
        column.addWidget(self.form.texts)
        column.addStretch(1)
        self._room = scrolled(inside)
        self._build_side()

    def _build_side(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.front = FrontSide(theme, t)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._room, 1)
        line.addWidget(self.front)
        self.known = OrganisationForm(self._workspace, lambda: self._language)
        self.peek = Peek(theme, self)
        self.peek.fill(self.known)
        self.peek.show_hints([(shown(preparing.LEAVE_ORGANISATION), t("close"))])
        self.setFocusProxy(self.form.field("title"))

    def _add_part(self, column: QVBoxLayout, name: str, said: str, *at_end: QWidget) -> None:
        """Add the heading of a part, with what adds to it at its end."""
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(words(name, "caption", "muted", strong=True, wrap=False))
        head.addWidget(caption(said, wrap=False), 1)
        for part in at_end:
            head.addWidget(part)
        column.addSpacing(24)
        column.addLayout(head)
        column.addWidget(rule())
        column.addSpacing(2)

    def _connect(self) -> None:
        self.choice.chosen.connect(self.speak)
        self.gap_button.clicked.connect(self.go_to_gap)
        self.form.languages_chosen.connect(self._on_languages_chosen)
        self.form.languages.laid_out.connect(lambda: follow_the_eye(self))
        self.organisations.opened.connect(self.open_organisation)
        self.organisations.moved.connect(self._on_moved)
        self.organisations.taken_out.connect(self.doing.take_out)
        self.organisations.emblem_asked.connect(self.ask_emblem)
        self.organisations.emblem_dropped.connect(self.doing.give_emblem)
        self.known.emblem_asked.connect(self.ask_emblem)
        self.known.emblem_taken_off.connect(self.doing.take_emblem_off)
        self.known.left.connect(self.close_organisation)
        self.adding.chosen.connect(self._on_added)
        self.adding.typed.connect(lambda name: self._on_added(self.doing.add_organisation(name, self._language)))
        self.statements.taken_out.connect(self.doing.take_statement_out)
        self.statements.organisation_chosen.connect(self.doing.say_whose_statement)
        bind(self, preparing.ADD_ORGANISATION, self.adding.open)
        bind(self, preparing.NEXT_GAP, self.go_to_gap, lambda: bool(self._gaps))
        offer(self, preparing.LEAVE_ORGANISATION, self.close_organisation, self.peek.isVisible)
        self._workspace.theme.changed.connect(self._lie)

    def _offer_languages(self, about: Consultation) -> None:
        t = self._workspace.t
        codes = list(dict.fromkeys(about.languages)) or [t.language]
        if self._language not in codes:
            self._language = t.language if t.language in codes else codes[0]
        self.choice.show_languages(codes, self._language)

    def _tell_gaps(self, about: Consultation) -> None:
        self._gaps = frame_gaps(about, self._organisations, self._language)
        count = len(self._gaps)
        self.gap_button.show_words(self._workspace.t.plural("{count} gap", "{count} gaps", count))
        self.gap_button.setVisible(bool(count))

    def _show_front(self, about: Consultation) -> None:
        t = self._workspace.t
        language = self._language if self._language in DOCUMENT_LANGUAGES else t.language
        self.front.show_front(front(about, self._organisations, translator(language)))

    def _show_known(self) -> None:
        """Show the organisation at hand as it is now."""
        if not self.peek.isVisibleTo(self) or self.known.organisation is None:
            return
        found = self._workspace.store.find(Organisation, self.known.organisation)
        if found is None or found.deleted:
            self.close_organisation()
        else:
            self.known.show_organisation(found)

    def _keep_in_sight(self) -> None:
        """Scroll to what has the keyboard: only Tab does so by itself."""
        at_hand = QApplication.focusWidget()
        if at_hand is not None and self._room.isAncestorOf(at_hand):
            self._room.ensureWidgetVisible(at_hand, 0, CLEAR)

    def _gap_at_hand(self) -> int:
        return self._gaps.index(self._gone_to) if self._gone_to in self._gaps else -1

    def _offer_statements(self) -> None:
        StatementMenu(self._workspace, self._add_statement).ask(self._on_statement_asked)

    def _on_statement_asked(self, kind: StatementKind) -> None:
        self.doing.add_statement(kind)
        self.statements.go_to(len(self.statements.rows) - 1)
        self._keep_in_sight()

    def _on_languages_chosen(self, codes: list[str]) -> None:
        self.flush()
        self.doing.choose_languages(codes, self._organisations)
        self.read_again()

    def _on_moved(self, organisation: UUID, place: int) -> None:
        self.doing.move(organisation, place)
        self.organisations.go_to(organisation)
        self._keep_in_sight()

    def _on_added(self, organisation: UUID | None) -> None:
        if organisation is None:
            return
        self.doing.have_part(organisation)
        QTimer.singleShot(0, self, partial(self.open_organisation, organisation))

    def _lie(self) -> None:
        """Lay the side and, over it or over everything where there is little room, what is known of an organisation."""
        theme, fold = self._workspace.theme, fold_of(self, self._workspace.theme)
        wide = min(px(theme, WIDTH), self.width())
        self.front.setFixedWidth(wide)
        self.front.setVisible(fold >= Fold.MEDIUM)
        self.choice.be_short(fold < Fold.MEDIUM)
        if fold is Fold.SMALL:
            wide = self.width()
        at = QRect(self.width() - wide, 0, wide, self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at.moveLeft(0)
        self.peek.lie(at)
