"""Translating a passage beside its original, in which what was changed since it was translated is marked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.deciding.differences import compare
from consultation.language import Translator
from consultation.reading.earlier import Earlier, earlier_words
from consultation.reading.passages import ItemText, ParagraphText, State
from consultation.words import author_name
from ui.actions import declaring
from ui.declaration.translating import keep_translation, translate
from ui.declaration.typed import Typed
from ui.keys import pressed, shown
from ui.widgets.buttons import quiet_button
from ui.widgets.fields import PlainEdit
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.words import caption, section
from ui.workspace import Workspace


class RenderingEdit(PlainEdit):
    """Where a translation is written."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, declaring.SAVE_TRANSLATION):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class TranslationMend(QWidget):
    """Says `done` once it is saved."""

    done = Signal()

    def __init__(self, workspace: Workspace, passage: ParagraphText | ItemText, t: Translator) -> None:
        """``t`` speaks the language of the document."""
        super().__init__()
        self._workspace, self._passage, self._document = workspace, passage, t
        self._stale = passage.state is State.STALE
        self._build()

    def take_keyboard(self) -> None:
        """Go to the field."""
        self.field.setFocus()

    def _build(self) -> None:
        t, passage = self._workspace.t, self._passage
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        original = passage.original or passage.parts.words
        earlier = None
        if self._stale and isinstance(passage, ItemText):
            earlier = earlier_words(self._workspace.store, passage.id, self._document.language)
            column.addWidget(caption(changed_since(self._workspace.t, passage, earlier), "incomplete"))
        language = passage.original_language or passage.other_language
        column.addWidget(section(t("In {language}").format(language=t.language_name(language))))
        self.original = MarkedWords(self._workspace.theme, "quoted")
        self.original.show_stretches(marked(original, earlier.text if earlier else ""))
        column.addWidget(self.original)
        name = section(t("In {language}").format(language=t.language_name(self._document.language)))
        column.addWidget(name)
        self.field = RenderingEdit(2, 14)
        self.field.setProperty("textsize", "said")
        self.field.setAccessibleName(name.text())
        stored = passage.parts.words if self._stale else ""
        self.typed = Typed(self._workspace, self.field, passage, self._document.language, stored)
        self.field.taken.connect(self._on_taken)
        name.setBuddy(self.field)
        column.addWidget(self.field)
        if isinstance(passage, ItemText) and passage.own_sources:
            column.addWidget(caption(t("It translates the recommendation itself, so every document has it.")))
        column.addWidget(self._acts())

    def _acts(self) -> QWidget:
        t, theme, save = self._workspace.t, self._workspace.theme, declaring.SAVE_TRANSLATION
        acts = QWidget()
        line = Flow(acts, 8)
        self.save = KeyedButton(theme, t(save.label), shown(save), self._on_taken, save.icon, "main")
        line.addWidget(self.save)
        self.holds = quiet_button(theme, t("It still holds"), self._on_holds, "check")
        self.holds.setVisible(self._stale)
        line.addWidget(self.holds)
        return acts

    def _on_taken(self) -> None:
        words = self.typed.words
        if words and translate(self._workspace, self._passage, words, self._document):
            self.typed.settle()
            self.done.emit()

    def _on_holds(self) -> None:
        if isinstance(self._passage, ItemText) and keep_translation(self._workspace, self._passage, self._document):
            self.done.emit()


def changed_since(t: Translator, passage: ParagraphText | ItemText, earlier: Earlier | None) -> str:
    """Say since when a translation is out of date, and through whom, as far as the file knows."""
    language = t.language_name(passage.original_language)
    if earlier is None:
        return t("Out of date: the words in {language} were changed since.").format(language=language)
    when = earlier.changed_at.astimezone()
    moment = t("{day}, {time}").format(day=t.day_of_year(when.date()), time=t.time(when))
    said = t("Out of date: {name} changed the words in {language} ({moment}).")
    return said.format(language=language, name=author_name(t, earlier.changed_by), moment=moment)


def put_in_since(t: Translator, passage: ParagraphText | ItemText, earlier: Earlier) -> str:
    """Quote what was put into the original since; nothing where words were only taken out."""
    found = [piece.text.strip(" ,;:.") for piece in compare(passage.original, earlier.text) if piece.differs]
    quoted = [t("“{words}”").format(words=words) for words in found if words]
    return t("New in it: {words}.").format(words=", ".join(quoted)) if quoted else ""


def marked(now: str, before: str) -> list[tuple[str, Manner]]:
    """Mark the words that stand now and did not before; none where nobody knows what did."""
    if not before:
        return [(now, Manner.PLAIN)]
    return [(piece.text, Manner.MARKED if piece.differs else Manner.PLAIN) for piece in compare(now, before)]
