"""Putting together what two people made of one text, where neither touched a sentence that the other touched.

Three-way merging (Khanna, Kunal & Pierce, "A formal investigation of diff3", 2007), by whole sentences: two edits in
one sentence are for a person to read, even where no word was touched twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LONGEST = 2_000
"""Sentences from which texts are no longer put together: that would take longer than a blink."""

_END = re.compile(
    r"""
    [.!?…؟۔।]+ ["'”’»)\]]* (?=\s)   # the end of a sentence, where white space follows
    | [。！？]+ ["'”’」』）]*         # in Chinese and Japanese none does
    | (?=\n)                         # the end of a line
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[^\W\d_]|[A-Z]\w{0,2})$")
"""Before a full stop: one letter, or up to three of which the first is a capital ("Mr.", "Sra."), end no sentence."""


@dataclass(frozen=True)
class _Edit:
    """Sentences of the common text, from ``start`` to before ``end``, and what one person put there."""

    start: int
    end: int
    sentences: tuple[str, ...]

    def touched(self) -> set[int]:
        """Return the sentences it changes; what is written between two touches both."""
        if self.start == self.end:
            return {self.start - 1, self.start}
        return set(range(self.start, self.end))


def put_together(before: str, mine: str, theirs: str) -> str | None:
    """Return the text with what both have changed in ``before``; None where a person has to decide.

    The order of ``mine`` and ``theirs`` makes no difference. Where there is an answer, every sentence that either of
    them wrote stands in it whole.
    """
    if mine == theirs or theirs == before:
        return mine
    if mine == before:
        return theirs
    sentences = sentences_of(before)
    my_edits, their_edits = (_edits(sentences, sentences_of(text)) for text in (mine, theirs))
    if my_edits is None or their_edits is None:
        return None
    if any(edit.touched() & other.touched() for edit in my_edits - their_edits for other in their_edits - my_edits):
        return None
    pieces: list[str] = []
    place = 0
    for edit in sorted(my_edits | their_edits, key=lambda edit: (edit.start, edit.end)):
        pieces.extend((*sentences[place : edit.start], *edit.sentences))
        place = edit.end
    return "".join((*pieces, *sentences[place:]))


def sentences_of(text: str) -> list[str]:
    """Divide a text into sentences, each with the white space after it; in doubt two are taken for one."""
    sentences: list[str] = []
    start = 0
    for end in _END.finditer(text):
        following = re.compile(r"\s*").match(text, end.end())
        place = following.end() if following else end.end()
        if place > start and not _goes_on(text, end, place):
            sentences.append(text[start:place])
            start = place
    return [*sentences, text[start:]] if start < len(text) else sentences


def _goes_on(text: str, end: re.Match[str], place: int) -> bool:
    """Tell whether what looks like the end of a sentence is not: an abbreviation, or small letters or digits follow."""
    if not end.group() or "\n" in text[end.end() : place]:
        return False
    following = text[place : place + 1]
    if following and (following.islower() or following.isdigit()):
        return True
    return end.group().startswith(".") and bool(_ABBREVIATED.search(text[max(end.start() - 5, 0) : end.start()]))


def _edits(sentences: Sequence[str], version: Sequence[str]) -> set[_Edit] | None:
    if len(sentences) + len(version) > LONGEST:
        return None
    edits: set[_Edit] = set()
    for tag, start, end, first, last in SequenceMatcher(None, sentences, version, autojunk=False).get_opcodes():
        if tag == "replace" and end - start == last - first:
            pairs = zip(range(start, end), version[first:last], strict=True)
            edits |= {_Edit(place, place + 1, (sentence,)) for place, sentence in pairs}
        elif tag != "equal":
            edits.add(_Edit(start, end, tuple(version[first:last])))
    return edits
