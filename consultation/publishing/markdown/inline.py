"""Words as Markdown: styles become marks, and what people wrote is escaped until nothing in it is markup or a link."""

from __future__ import annotations

import re

from consultation.document import Redline, Run, Runs, Style, text_of
from consultation.language import inert

# Not \s: the spaces that hold words together, as before a French colon, stay.
_SPACES = re.compile("[\t-\r\x1c- \x85\u2028\u2029]+")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#&$^!])")
_OPENING = re.compile(r"^([-+=:])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_BARE_LINK = re.compile(r"(?<=[^\W\d_]):(?=\S)|(?<=\w)\.(?=[^\W\d_])|(?<=[^\W\d_])\.(?=\w)")
"""The colon of "https:" and the full stop of "www.": readers make a link of an address that nobody marked as one."""
_ADDRESS = re.compile(r"@(?=\w)")
"""Readers look for addresses after escapes are gone: only a mark of another kind keeps the sign from its word."""
_MARKS = {Style.EMPHASIS: "*", Style.STRONG: "**"}
_CHANGES = {Redline.INSERTED: "ins", Redline.DELETED: "del"}


def escaped(text: str) -> str:
    """Write ``text`` on one line so that Markdown shows it as it is."""
    line = _MARKUP.sub(r"\\\1", inert(_SPACES.sub(" ", text)).strip(" "))
    line = _ADDRESS.sub("<span>@</span>", _BARE_LINK.sub(r"\\\g<0>", line))
    return unnumbered(_OPENING.sub(r"\\\1", line))


def unnumbered(line: str) -> str:
    """Keep a number at the start of a line from opening a list; Markdown lets its full stop be escaped."""
    return _NUMBERED.sub(r"\1\\\2", line)


def inline(runs: Runs, wanted: frozenset[str]) -> str:
    """Write runs on one line; ``wanted`` are the anchors there are."""
    return unnumbered("".join(_run(run, wanted) for run in runs).strip())


def emphasised(runs: Runs) -> str:
    """Write runs in emphasis, whatever their own styles."""
    words = escaped(text_of(runs))
    return f"*{words}*" if words else ""


def anchored(anchor: str, wanted: frozenset[str]) -> str:
    """Write an anchor where something links to it."""
    return f'<a id="{_fragment(anchor)}"></a>' if anchor in wanted else ""


def _run(run: Run, wanted: frozenset[str]) -> str:
    """Write a run; the spaces at its ends stay outside of the marks, where Markdown wants them."""
    words = escaped(run.text)
    if not words:
        return " " if run.text else ""
    before = " " if _SPACES.match(run.text[0]) else ""
    after = " " if _SPACES.match(run.text[-1]) else ""
    mark = _MARKS.get(run.style, "")
    if run.style is Style.REFERENCE:
        words = _reference(words, run.target, wanted)
    words = f"{mark}{words}{mark}"
    if run.redline:
        tag = _CHANGES[run.redline]
        words = f"<{tag}>{words}</{tag}>"
    return f"{before}{words}{after}"


def _reference(words: str, target: str, wanted: frozenset[str]) -> str:
    """Write a link where there is something to link to, else small words; brackets and commas stay as they are."""
    if target in wanted:
        return f"[{words}](#{_fragment(target)})"
    return f"<sup>{words}</sup>" if any(character.isalnum() for character in words) else words


def _fragment(anchor: str) -> str:
    """Make an anchor safe inside a link."""
    return re.sub(r"[^\w.-]", lambda match: f"_{ord(match.group()):x}", anchor)
