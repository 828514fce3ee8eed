"""The view "Two languages": the same numbers and letters in two columns, and translating in place."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QStyle, QVBoxLayout, QWidget

from consultation.language import DOCUMENT_LANGUAGES, translator
from consultation.reading.declaration import read_declaration
from consultation.reading.passages import Declaration, ItemText, ParagraphText, State
from consultation.reading.recommended import Recommended
from consultation.store import Written
from ui.declaration.language_choice import LanguageChoice
from ui.declaration.rows import record_of
from ui.declaration.translating import keep_translation, may_be_translated, translate
from ui.declaration.two_edit import TwoEdit
from ui.declaration.two_facts import TwoFacts
from ui.declaration.two_list import TwoList
from ui.declaration.two_rows import TwoRow, standing_in, two_rows
from ui.look.folds import px
from ui.widgets.buttons import main_button
from ui.widgets.cards import EmptyState
from ui.widgets.words import caption, rule
from ui.workspace import Workspace

KEPT = "declaration/beside"
"""The setting that keeps the language at the right."""
HEAD, LEAD = 46, 12
OPEN = (State.UNTRANSLATED, State.STALE)


class TwoLanguages(QWidget):
    """Reads the language at the right when it is shown; that at the left is the document's."""

    left_chosen = Signal(str)
    draft_asked = Signal(str)
    """There is no draft in the language at the right: one is to be made."""
    counted = Signal(int, str)
    """How many items do not stand in the language at the right, and that language."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._left: Declaration | None = None
        self._right: Declaration | None = None
        self.facts = TwoFacts(workspace, self)
        self._build()
        self._connect()

    @property
    def language(self) -> str:
        """The language at the right; empty until the view is shown."""
        return self._right.language if self._right is not None else ""

    def show_draft(self, left: Declaration, recommended: Recommended) -> None:
        """Show a declaration beside itself in the other language."""
        self._left = left
        chosen = self._other_language(left)
        self._right = read_declaration(self._workspace.store, translator(chosen), recommended)
        self.facts.forget()
        self.facts.speak(left.language, chosen)
        self.languages[0].show_language(left.language)
        self.languages[1].show_language(chosen)
        self._show_standing()
        made = self._right.is_made
        self._pages.setCurrentIndex(0 if made else 1)
        self._show_nothing(chosen)
        if made:
            t_left, t_right = translator(left.language), translator(chosen)
            self.list.rows.show(two_rows(left, self._right, t_left, t_right))
        self.setFocusProxy(self.list if made else self.make)
        self.counted.emit(standing_in(self._right).brackets, chosen)

    def choose(self, passage: UUID | None) -> None:
        """Have a passage at hand."""
        self.list.choose(passage)

    def go_on(self) -> bool:
        """Go to the next bracket, and write there; tell whether there is one."""
        self.end_edit()
        rows = self.list.rows.rows
        at = self.list.currentIndex().row() + 1
        waiting = [row for row in (*rows[at:], *rows[:at]) if _is_open(row)]
        if not waiting:
            return False
        self.list.choose(waiting[0].id)
        self.edit()
        return True

    def edit(self) -> None:
        """Write the translation at hand."""
        row = self.list.row
        passage = row.right.passage if row is not None else None
        if passage is None or not may_be_written(passage):
            return
        if self.list.editing is not None and self.list.editing.passage.id == passage.id:
            return
        self.end_edit()
        edit = TwoEdit(self._workspace, passage, self.language)
        edit.taken.connect(self._on_taken)
        edit.ended.connect(self._finish)
        self.list.open_edit(edit)

    def end_edit(self) -> None:
        """Save what is being written."""
        self._finish()

    def flush(self) -> None:
        """Save what is typed, and let the person go on typing."""
        edit = self.list.editing
        if edit is not None and self._save(edit.passage, edit):
            edit.typed.settle()

    def _on_taken(self) -> None:
        if self._finish() and not self.go_on():
            self.list.setFocus()

    def _finish(self) -> bool:
        """Save what is typed and put the editor away; where it cannot be saved it stays."""
        edit = self.list.editing
        if edit is None:
            return True
        if not self._save(edit.passage, edit):
            return False
        edit.typed.settle()
        if self.list.editing is edit:
            self.list.close_edit()
        return True

    def _save(self, passage: ParagraphText | ItemText, edit: TwoEdit) -> bool:
        """Save words that are other than those stored; tell whether nothing waits any more."""
        words = edit.typed.words
        if not edit.typed.is_new:
            return True
        if may_be_translated(passage):
            return translate(self._workspace, passage, words, translator(self.language))
        store, language = self._workspace.store, self.language

        def write() -> Written:
            record = record_of(store, passage)
            return store.change(record, words={**record.words, language: words})

        return self._workspace.do("", write)

    def _on_holds(self) -> None:
        row = self.list.row
        passage = row.right.passage if row is not None else None
        if isinstance(passage, ItemText) and passage.state is State.STALE:
            keep_translation(self._workspace, passage, translator(self.language))

    def _on_told(self, passages: list[UUID]) -> None:
        model = self.list.rows
        for place, row in enumerate(model.rows):
            if row.id in passages:
                model.dataChanged.emit(model.index(place), model.index(place))
        self.list.scheduleDelayedItemsLayout()

    def _other_language(self, left: Declaration) -> str:
        """Return the language chosen last; else one there is a draft in, else any other."""
        kept = str(self._workspace.settings.value(KEPT) or "")
        drafted = [code for code in left.languages if code != left.language]
        others = [code for code in (kept, *drafted, *DOCUMENT_LANGUAGES) if code in DOCUMENT_LANGUAGES]
        return next(code for code in others if code != left.language)

    def _on_right_chosen(self, language: str) -> None:
        self.end_edit()
        left = self._left.language if self._left is not None else ""
        if language == left and self._right is not None:  # they change places
            other = self._right.language
            self._workspace.settings.keep(KEPT, language)
            self.left_chosen.emit(other)
            return
        self._workspace.settings.keep(KEPT, language)
        self.left_chosen.emit(left)

    def _on_left_chosen(self, language: str) -> None:
        self.end_edit()
        if self._right is not None and self._left is not None and language == self._right.language:
            self._workspace.settings.keep(KEPT, self._left.language)
        self.left_chosen.emit(language)

    def _show_standing(self) -> None:
        t = self._workspace.t
        for standing, said in zip((self._left, self._right), self.said, strict=True):
            if standing is None or not standing.is_made:
                said.setText("")
                continue
            counts = standing_in(standing)
            items = t.plural("{count} item", "{count} items", counts.items)
            text = t("{settled} of {items}").format(settled=t.number(counts.settled), items=items)
            if counts.stale:
                text += ", " + t.plural("{count} out of date", "{count} out of date", counts.stale)
            said.setText(text)
        self._lay_head()

    def _show_nothing(self, language: str) -> None:
        t = self._workspace.t
        name = t.language_name(language)
        self._nothing.name.setText(t("There is no draft in this language yet: {language}").format(language=name))
        self._nothing.text.setText(
            t("It has the same numbers and letters; what is not translated stands in brackets until somebody does.")
        )

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.languages = (LanguageChoice(self._workspace), LanguageChoice(self._workspace))
        self.languages[0].setAccessibleName(t("Language at the left"))
        self.languages[1].setAccessibleName(t("Language at the right"))
        self.said = (caption(wrap=False), caption(wrap=False))
        self._head = QFrame()
        self._head.setProperty("surface", "base")
        for part in (*self.languages, *self.said):
            part.setParent(self._head)
        self.list = TwoList(self._workspace, self.facts.remark, self.facts.changed)
        self.make = main_button(theme, t("Make the draft"), self._on_make_pressed, "scroll-text")
        self._nothing = EmptyState(theme, "languages", "", "", self.make)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        page = QFrame()
        page.setProperty("surface", "base")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for below, share in ((self._head, 0), (rule(), 0), (page, 1)):
            column.addWidget(below, share)

    def _connect(self) -> None:
        self.languages[0].chosen.connect(self._on_left_chosen)
        self.languages[1].chosen.connect(self._on_right_chosen)
        self.list.edit_asked.connect(self.edit)
        self.list.holds_asked.connect(self._on_holds)
        self.list.resized.connect(self._lay_head)
        self.facts.told.connect(self._on_told)

    def _lay_head(self) -> None:
        """Let each language begin where its words do."""
        layout, high = self.list.delegate.layout, px(self._workspace.theme, HEAD)
        self._head.setFixedHeight(high)
        for left, choice, said in zip((layout.left, layout.right), self.languages, self.said, strict=True):
            wide, tall = choice.sizeHint().width(), choice.sizeHint().height()
            box = QRect(left - LEAD, (high - tall) // 2, wide, tall)
            rest = QRect(box.right() + LEAD, 0, max(layout.words.width - wide, 0), high)
            said.setVisible(rest.width() >= said.sizeHint().width())
            for part, place in ((choice, box), (said, rest)):
                part.setGeometry(QStyle.visualRect(self.layoutDirection(), self._head.rect(), place))

    def _on_make_pressed(self) -> None:
        self.draft_asked.emit(self.language)


def may_be_written(passage: ParagraphText | ItemText) -> bool:
    """Tell whether the words of a passage can be written here: not where people disagree, nor the phrases of a kit."""
    return passage.state is not State.IN_CONFLICT and bool(passage.parts.words)


def _is_open(row: TwoRow) -> bool:
    return row.right.passage is not None and row.right.passage.state in OPEN and may_be_written(row.right.passage)
