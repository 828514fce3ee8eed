"""What a person does to the passages of the text: each act one step, said with Undo, and refused in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from consultation.drafting import arranging, translate_clause
from consultation.language import Translator
from consultation.model import Section
from consultation.reading.parts import Parts
from consultation.reading.passages import ItemText, ParagraphText
from consultation.store import Written
from ui.actions import declaring
from ui.declaration.draft_model import DraftModel
from ui.declaration.rows import TextRow, record_of
from ui.keys import shown
from ui.workspace import Workspace

Passage = ParagraphText | ItemText


class Acts:
    """Acts on the rows of the draft in the language of the document."""

    def __init__(self, workspace: Workspace, model: DraftModel, t: Translator) -> None:
        self._workspace, self._model = workspace, model
        self.t = t
        """Speaks the language of the document."""
        self.is_wording = False
        """Words are being written down that a person is typing: who shows them knows them already."""

    # ------------------------------------------------------------------------------------------------ words

    def reword(self, row: TextRow, parts: Parts) -> bool:
        """Let a row say this; where an item runs on from its paragraph, each gets its own part."""
        passage, led_by, store, language = row.passage, row.led_by, self._workspace.store, self.t.language
        if passage is None:
            return False

        def say() -> Written:
            written = Written()
            if led_by is None:
                return arranging.reword(store, record_of(store, passage), parts, language)
            phrase = _phrase(led_by, row.parts, parts)
            if phrase != led_by.parts:
                written += arranging.reword(store, record_of(store, led_by), phrase, language)
            if parts.words != passage.parts.words:
                written += arranging.reword(store, record_of(store, passage), Parts(words=parts.words), language)
            return written

        return self._write_words(say)

    def translate(self, item: UUID, words: str) -> bool:
        """Let an item say this in the language of the document, as the translation of what it comes from."""
        store, t = self._workspace.store, self.t
        return self._write_words(lambda: translate_clause(store, item, words, t))

    def split(self, row: TextRow, words: Sequence[str]) -> bool:
        """Divide an item into several."""
        item, store, language = row.item, self._workspace.store, self.t.language
        if item is None:
            return self._refuse(self._workspace.t("Only an item can be split."))
        said = [each.strip(" ,;") for each in words]
        return self._do(
            self._workspace.t("The item is split in two."),
            lambda: arranging.split(store, record_of(store, item), said, language),
        )

    def join(self, row: TextRow) -> bool:
        """Make one item of this and the one above."""
        item, above = row.item, self._beside(row, -1)
        if item is None or not isinstance(above, ItemText):
            return self._refuse(self._workspace.t("There is no item above it to join it with."))
        words, store, language = self.t.listed([above.said, item.said]), self._workspace.store, self.t.language
        return self._do(
            self._workspace.t("The two items are joined, with the sources of both."),
            lambda: arranging.join(store, [record_of(store, each) for each in (above, item)], words, language),
        )

    # ------------------------------------------------------------------------------------------------ places

    def can_move(self, row: TextRow, steps: int) -> bool:
        """Tell whether there is room for it above or below: within its paragraph, or a paragraph within its section."""
        return self._beside(row, steps) is not None

    def move(self, row: TextRow, steps: int) -> bool:
        """Move a row up (-1) or down (1), past the next that stands in the same."""
        t, passage = self._workspace.t, self.moved(row)
        if passage is None or self._beside(row, steps) is None:
            elsewhere = shown(declaring.MOVE_ELSEWHERE)
            said = t("It is the first one here already.") if steps < 0 else t("It is the last one here already.")
            return self._refuse(f"{said} {t('{key} moves it elsewhere.').format(key=elsewhere)}")
        order = [each.id for each in self._siblings(passage)]
        at = order.index(passage.id) + steps + (steps > 0)
        return self.put(passage, _holder(passage), order[at] if at < len(order) else None)

    def put(self, passage: Passage, holder: UUID, before: UUID | None) -> bool:
        """Put an item into a paragraph, or a paragraph into a section, before another one, or last."""
        store, t = self._workspace.store, self._workspace.t
        there = self._model.paragraphs.get(holder)
        if there is not None and holder != _holder(passage):
            said = t("It stands in paragraph {number} now.").format(number=there.number)
        else:
            said = t("It is moved.")
        return self._do(said, lambda: arranging.move(store, self._record(passage), holder, before))

    def move_section(self, first: ParagraphText, steps: int) -> bool:
        """Move the section that a paragraph opens up (-1) or down (1), among those of its part."""
        order = list(dict.fromkeys(each.section for each in self._model.paragraphs.values() if each.part is first.part))
        at = order.index(first.section) + steps
        if not 0 <= at < len(order):
            t = self._workspace.t
            said = t("It is the first one here already.") if steps < 0 else t("It is the last one here already.")
            return self._refuse(said)
        after = at + (steps > 0)
        return self.put_section(first.section, order[after] if after < len(order) else None)

    def put_section(self, section: UUID, before: UUID | None) -> bool:
        """Put a section before another one, or last."""
        store, said = self._workspace.store, self._workspace.t("The section is moved.")
        return self._do(said, lambda: arranging.move_section(store, store.get(Section, section), before))

    def moved(self, row: TextRow) -> Passage | None:
        """Return what moves when a row does: where an item runs on alone, its whole paragraph."""
        return row.led_by or row.passage

    def other_paragraphs(self, row: TextRow) -> list[ParagraphText]:
        """Return the paragraphs an item may move into."""
        item = row.item
        own = self._model.paragraphs.get(item.paragraph) if item else None
        if item is None or own is None or item.quoted:
            return []
        return [each for each in self._model.paragraphs.values() if each.part is own.part and each.id != own.id]

    def other_sections(self, row: TextRow) -> list[ParagraphText]:
        """Return the first paragraph of each section that a paragraph may move into."""
        own = row.paragraph
        if own is None:
            return []
        firsts: dict[UUID, ParagraphText] = {}
        for each in self._model.paragraphs.values():
            if each.part is own.part and each.section != own.section:
                firsts.setdefault(each.section, each)
        return list(firsts.values())

    # ------------------------------------------------------------------------------------- whether it stands

    def pin(self, row: TextRow) -> bool:
        """Pin what stands in a row, or no longer."""
        passage, store, t = row.passage, self._workspace.store, self._workspace.t
        if passage is None:
            return False
        if passage.pinned:
            return self._do(t("It is pinned no longer."), lambda: arranging.unpin(store, self._record(passage)))
        said = t("It is pinned: drafting leaves it where it is.")
        return self._do(said, lambda: arranging.pin(store, self._record(passage)))

    def leave_out(self, passage: Passage, here: bool = False) -> bool:
        """Leave a passage out; ``here`` in the language of the document alone."""
        store, t = self._workspace.store, self._workspace.t
        languages = [self.t.language] if here else []
        if here:
            said = t("It is left out in this language: {language}.").format(language=t.language_name(self.t.language))
        elif passage.number:
            said = t("Clause {number} is left out.").format(number=passage.number)
        else:
            said = t("It is left out.")
        return self._do(said, lambda: arranging.leave_out(store, self._record(passage), languages))

    def bring_back(self, passage: Passage) -> bool:
        """Have a paragraph or item that was left out stand again."""
        said = self._workspace.t("It is back in the declaration.")
        return self._do(said, lambda: arranging.bring_back(self._workspace.store, self._record(passage)))

    def adopt(self, row: TextRow) -> bool:
        """Make what the secretariat proposes the consultation's own."""
        paragraph, t = row.paragraph, self._workspace.t
        if paragraph is None or not paragraph.is_proposed:
            return False
        store = self._workspace.store
        return self._do(
            t("It is adopted: drafting keeps its words."),
            lambda: arranging.adopt(store, record_of(store, paragraph)),
        )

    # ------------------------------------------------------------------------------------------------ common

    def _siblings(self, passage: Passage) -> Sequence[Passage]:
        if isinstance(passage, ItemText):
            paragraph = self._model.paragraphs.get(passage.paragraph)
            return paragraph.items if paragraph else ()
        return [each for each in self._model.paragraphs.values() if each.section == passage.section]

    def _beside(self, row: TextRow, steps: int) -> Passage | None:
        passage = self.moved(row)
        if passage is None:
            return None
        order = self._siblings(passage)
        at = [each.id for each in order].index(passage.id) + steps
        return order[at] if 0 <= at < len(order) else None

    def _record(self, passage: Passage) -> arranging.Passage:
        return record_of(self._workspace.store, passage)

    def _do(self, said: str, act: Callable[[], Written]) -> bool:
        return self._workspace.do(said, act)

    def _write_words(self, act: Callable[[], Written]) -> bool:
        self.is_wording = True
        try:
            return self._workspace.do("", act)
        finally:
            self.is_wording = False

    def _refuse(self, said: str) -> bool:
        self._workspace.messages.say(said, "incomplete")
        return False


def _holder(passage: Passage) -> UUID:
    return passage.paragraph if isinstance(passage, ItemText) else passage.section


def _phrase(paragraph: ParagraphText, before: Parts, now: Parts) -> Parts:
    """Return the phrase of a paragraph as it is typed, with the colon that is not shown before an item alone."""
    whole, was = paragraph.parts.addressed, before.addressed
    end = whole[len(was) :] if whole.startswith(was) else ""
    addressed = whole if now.addressed == was else now.addressed + ("" if now.addressed.endswith(end) else end)
    return replace(paragraph.parts, lead_in=now.lead_in, addressed=addressed)
