"""What is said when a file of another version was opened."""

from __future__ import annotations

from consultation.errors import Sentence, sentence
from consultation.language import N_


def upgraded(name: str, kept: str) -> Sentence:
    """Say that a file is of this program's version now, and where it stands as it was."""
    return sentence(
        N_(
            "“{name}” came from another version of the program and was brought up to this one; nothing in it was lost. "
            "The file as it was is kept beside it as “{kept}”."
        ),
        name=name,
        kept=kept,
    )
