"""What is known of a vocabulary: its names, on what it is used, and whether several of its terms may be chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.language import with_language
from consultation.model import Vocabulary
from consultation.reading.vocabularies import VocabularyTree
from consultation.vocabularies.making import new_vocabulary, tagged_kinds
from consultation.words import kind_name
from ui.prepare.words.label_lines import LabelLines
from ui.prepare.words.names import tree_name
from ui.widgets.buttons import icon_button
from ui.widgets.chips import ChipChoice
from ui.widgets.fields import Field, Tick
from ui.widgets.scroll import scrolled
from ui.widgets.words import Elided, caption
from ui.workspace import Workspace


class VocabularyForm(QWidget):
    """Shows a vocabulary and saves while one types; or takes the names of a new one, written with the first."""

    left = Signal()
    made = Signal(str)
    """The key of a vocabulary that has just been written."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._record: Vocabulary | None = None
        self._is_new = False
        self._build()

    @property
    def is_new(self) -> bool:
        """It takes the names of a vocabulary that is not written yet."""
        return self._is_new

    def show_vocabulary(self, tree: VocabularyTree) -> None:
        """Show a vocabulary."""
        other = self._record is None or self._record.key != tree.key
        if other:
            self.flush()
        self._is_new = False
        self._record = tree.vocabulary or Vocabulary(id=Vocabulary.id_of(tree.key), key=tree.key)
        self.name.show_text(tree_name(self._workspace.t, tree))
        self.labels.show_labels(tree.languages, self._record.label, force=other)
        self.description.show_labels(tree.languages, self._record.description, force=other)
        self.kinds.tick(self._record.kinds)
        self.several.setChecked(self._record.several)

    def show_new(self, languages: tuple[str, ...]) -> None:
        """Take the names of a new vocabulary."""
        self.flush()
        self._record, self._is_new = None, True
        self.name.show_text(self._workspace.t("A new vocabulary"))
        for lines in (self.labels, self.description):
            lines.show_labels(languages, {}, force=True)
        self.kinds.tick(["recommendation"])
        self.several.setChecked(True)

    def flush(self) -> None:
        """Save what is typed now."""
        self.labels.flush()
        self.description.flush()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.name = Elided("", "heading", strong=True)
        self.labels = LabelLines(theme, t("Name"), partial(self._save_label, "label"))
        self.labels.entered.connect(self.left)
        self.description = LabelLines(theme, t("What it is about"), partial(self._save_label, "description"))
        self.kinds = ChipChoice(theme)
        self.kinds.offer([(kind, kind_name(t, kind)) for kind in tagged_kinds()])
        self.kinds.chosen.connect(lambda kinds: self._change(kinds=kinds))
        self.several = Tick(t("Several may be chosen"))
        self.several.clicked.connect(lambda: self._change(several=self.several.isChecked()))
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 12, 12)
        head.addWidget(self.name, 1)
        head.addWidget(icon_button(theme, "x", t("Close"), self.left.emit))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.labels)
        column.addWidget(caption(t("Its short name in tables is made of the first name it gets, and stays.")))
        column.addWidget(Field(t("Used on"), self.kinds))
        column.addWidget(self.several)
        column.addWidget(Field(t("What it is about"), self.description))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(scrolled(body), 1)

    def _save_label(self, field: str, language: str, text: str) -> bool:
        if self._record is None:
            return field == "label" and bool(text) and self._make(language, text)
        return self._change(**{field: with_language(getattr(self._fresh(), field), language, text)})

    def _change(self, **values: object) -> bool:
        """Write values of the vocabulary; one that terms alone name gets its record now."""
        if self._record is None:
            return False
        record = self._fresh()
        for name, value in values.items():
            setattr(record, name, value)
        return self._workspace.save(record)

    def _fresh(self) -> Vocabulary:
        assert self._record is not None
        return self._workspace.store.find(Vocabulary, self._record.id) or self._record

    def _make(self, language: str, text: str) -> bool:
        t, store = self._workspace.t, self._workspace.store
        record = new_vocabulary(store, {language: text}, self.kinds.ticked(), self.several.isChecked())
        self._record, self._is_new = record, False
        if not self._workspace.save(record, t("The vocabulary “{name}” was added.").format(name=text)):
            self._record, self._is_new = None, True
            return False
        self.made.emit(record.key)
        return True
