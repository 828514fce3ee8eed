"""Where sentences end, in the original and in the folded text."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?;؟؛।…]+[\"'”’»)\]]*(?=\s)|[。！？；]+[”’」』）]*|\n")
_SEVERAL = re.compile(r"[.!?;؟؛।…。！？；\n].*\w")


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text without the mark that ends each."""
    if not _SEVERAL.search(text):
        return [text]
    return [part.strip() for part in _END.split(text) if part.strip(" .!?;。！？；\n")]
